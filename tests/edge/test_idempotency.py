"""`Idempotency-Key`: a change that is sent again happens once, and is answered as before."""

import asyncio

from tests.world import Answer, Caller, Company

CREATE = """
mutation($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id number lastName version } userErrors { code path } }
}
"""
KEY = {"Idempotency-Key": "7b0f2c1e-order-4711"}


async def create(caller: Caller, name: str = "Lovelace", key: dict[str, str] = KEY) -> Answer:
    return await caller(CREATE, key, input={"lastName": name})


async def count(company: Company) -> int:
    return (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"]


async def test_a_lead_that_is_created_twice_with_one_key_exists_once(company: Company) -> None:
    first, again = await create(company.agent), await create(company.agent)
    assert first.data == again.data
    assert "idempotentReplay" not in first.body["extensions"]
    assert again.body["extensions"]["idempotentReplay"] is True
    assert await count(company) == 1


async def test_twenty_twins_in_parallel_make_one_lead_and_are_answered_alike(company: Company) -> None:
    answers = await asyncio.gather(*(create(company.agent) for _ in range(20)))
    assert [answer.data for answer in answers] == [answers[0].data] * 20
    replays = [answer.body["extensions"].get("idempotentReplay") for answer in answers]
    assert sorted(replays, key=bool) == [None] + [True] * 19
    assert await count(company) == 1


async def test_without_a_key_everything_happens_each_time(company: Company) -> None:
    for _ in range(2):
        await create(company.agent, key={})
    assert await count(company) == 2
