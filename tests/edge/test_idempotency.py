"""`Idempotency-Key`: a change that is sent again happens once, and is answered as before."""

import asyncio

import pytest
from aiohttp import ClientSession

from leadhub.kit.node import from_global
from tests.edge.once import (
    CREATE,
    KEY,
    NEW_TYPE,
    age,
    count,
    create,
    held,
    is_replay,
    kept,
    keyed,
    until_blocked,
)
from tests.edge.sending import GRAPHQL_JSON, JSON
from tests.sessions.entry import SIGN_IN, credentials
from tests.streams.following import socket_of
from tests.world import Answer, Caller, Company

TWO = """
mutation($one: CreateLeadInput!, $two: CreateTagInput!) {
  lead: createLead(input: $one) { lead { id lastName } userErrors { code } }
  tag: createTag(input: $two) { tag { id name } userErrors { code } }
}
"""
UPDATE = """
mutation($input: UpdateLeadInput!) { updateLead(input: $input) { lead { version } userErrors { code } } }
"""


async def test_a_lead_that_is_created_twice_with_one_key_exists_once(company: Company) -> None:
    first, again = await create(company.agent), await create(company.agent)
    assert first.data == again.data
    assert "idempotentReplay" not in first.body["extensions"]
    assert again.body["extensions"]["idempotentReplay"] is True
    assert await count(company) == 1


async def test_twenty_twins_in_parallel_make_one_lead_and_are_answered_alike(company: Company) -> None:
    answers = await asyncio.gather(*(create(company.agent) for _ in range(20)))
    assert [answer.data for answer in answers] == [answers[0].data] * 20
    assert sorted(map(is_replay, answers)) == [False] + [True] * 19
    assert await count(company) == 1


async def test_without_a_key_everything_happens_each_time(company: Company) -> None:
    for _ in range(2):
        await create(company.agent, headers={})
    assert await count(company) == 2
    assert await kept(company) == []


async def test_another_selection_reads_the_same_lead(company: Company) -> None:
    first = await create(company.agent)
    other = CREATE.replace("number lastName version", "fullName tags { name }")
    again = await company.agent(other, KEY, input={"lastName": "Lovelace"})
    assert is_replay(again)
    assert again.data["createLead"]["lead"] == {
        "id": first.data["createLead"]["lead"]["id"],
        "fullName": "Lovelace",
        "tags": [],
    }


async def test_the_answer_shows_the_lead_as_it_is_by_now(company: Company) -> None:
    lead = (await create(company.agent)).data["createLead"]["lead"]
    await company.owner.done(
        "updateLead", {"id": lead["id"], "expectedVersion": 1, "lastName": "King"}, "lead { id }"
    )
    again = (await create(company.agent)).data["createLead"]["lead"]
    assert again == {**lead, "lastName": "King", "version": 2}


async def test_the_order_in_which_the_arguments_are_written_does_not_matter(company: Company) -> None:
    for key in ("size", "colour"):
        field = {"key": key, "name": key, "kind": "TEXT"}
        await company.owner.done("createCustomField", field, "customField { id }")
    first = await create(company.owner, jobTitle="CEO", customFields={"size": "L", "colour": "red"})
    again = await create(company.owner, customFields={"colour": "red", "size": "L"}, jobTitle="CEO")
    assert again.data == first.data
    assert is_replay(again)


@pytest.mark.parametrize(("kind", "status"), [(GRAPHQL_JSON, 422), (JSON, 200)])
async def test_other_arguments_under_the_same_key_are_refused(
    company: Company, kind: str, status: int
) -> None:
    await create(company.agent)
    other = await create(company.agent, "Hopper", KEY | {"Accept": kind})
    assert (other.code, other.status) == ("IDEMPOTENCY_MISMATCH", status)
    assert other.errors[0]["path"] == ["createLead"]
    assert not other.data
    assert await count(company) == 1


async def test_another_field_under_the_same_key_is_refused(company: Company) -> None:
    for document, code in [
        ('mutation { it: createTag(input: {name: "x"}) { userErrors { code } } }', None),
        (
            'mutation { it: createLeadSource(input: {name: "x"}) { userErrors { code } } }',
            "IDEMPOTENCY_MISMATCH",
        ),
    ]:
        answer = await company.owner(document, KEY)
        assert answer.code == code
    assert (await company.owner.ok("{ tags { name } leadSources { name } }"))["tags"] == [{"name": "x"}]


async def test_of_different_changes_sent_at_once_under_one_key_one_happens(company: Company) -> None:
    answers = await asyncio.gather(*(create(company.agent, f"Name {at}") for at in range(10)))
    assert sorted(answer.code or "" for answer in answers) == [""] + ["IDEMPOTENCY_MISMATCH"] * 9
    assert await count(company) == 1


async def test_a_user_error_is_not_kept_and_can_be_put_right_under_the_same_key(company: Company) -> None:
    wrong = await create(company.agent, "")
    assert wrong.data["createLead"]["userErrors"] != []
    assert await kept(company) == []
    right = await create(company.agent)
    assert right.data["createLead"]["userErrors"] == []
    assert not is_replay(right)
    assert await count(company) == 1


async def test_when_the_first_twin_is_rolled_back_the_second_does_the_work(company: Company) -> None:
    lead = await company.lead()
    row = from_global(lead["id"])[1]

    async def update(version: int) -> Answer:
        return await company.owner(
            UPDATE, KEY, input={"id": lead["id"], "expectedVersion": version, "jobTitle": "Countess"}
        )

    async with held(company.world, "select from lead where id = $1 for update", row) as other:
        first = asyncio.create_task(update(1))
        await until_blocked(other, 1)
        second = asyncio.create_task(update(2))
        await until_blocked(other, 2)
        await other.execute("update lead set version = 2 where id = $1", row)
    assert (await first).data["updateLead"]["userErrors"] == [{"code": "CONFLICT_VERSION"}]
    assert (await second).data["updateLead"] == {"lead": {"version": 3}, "userErrors": []}
    assert not is_replay(await second)


async def test_each_field_of_an_operation_has_an_outcome_of_its_own(company: Company) -> None:
    document = """mutation {
      a: createLead(input: {lastName: "A"}) { lead { id lastName } }
      b: createLead(input: {lastName: "B"}) { lead { id lastName } }
    }"""
    first, again = await company.agent(document, KEY), await company.agent(document, KEY)
    assert first.data["a"]["lead"]["id"] != first.data["b"]["lead"]["id"]
    assert again.data == first.data
    assert await count(company) == 2


async def test_an_operation_whose_second_field_failed_does_what_is_left_of_it(company: Company) -> None:
    await company.owner.done("createTag", {"name": "taken"}, "tag { id }")
    one = {"lastName": "Lovelace"}
    first = await company.owner(TWO, KEY, one=one, two={"name": "taken"})
    assert first.data["tag"]["userErrors"] == [{"code": "UNIQUE"}]
    again = await company.owner(TWO, KEY, one=one, two={"name": "free"})
    assert is_replay(again)
    assert again.data["lead"] == first.data["lead"]
    assert again.data["tag"]["tag"]["name"] == "free"
    assert await count(company) == 1


async def test_the_same_key_of_somebody_else_is_another_key(company: Company, rival: Company) -> None:
    for caller in (company.agent, company.colleague, rival.agent):
        answer = await create(caller)
        assert answer.data["createLead"]["lead"]
        assert not is_replay(answer)
    assert (await count(company), await count(rival)) == (2, 1)


async def test_an_api_key_has_keys_of_its_own(company: Company) -> None:
    scopes = ("lead:read", "lead:write")
    one, other = await company.key(*scopes), await company.key(*scopes)
    first, again = await create(one), await create(one)
    assert again.data == first.data
    assert is_replay(again)
    for caller in (other, company.owner):
        assert not is_replay(await create(caller))
    assert await count(company) == 3


async def test_who_lost_sight_of_the_lead_is_shown_nothing_of_it(company: Company) -> None:
    lead = (await create(company.agent, ownerId=company.agent.id)).data["createLead"]["lead"]
    away = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.outsider.id, "teamId": None}
    await company.owner.done("assignLead", away, "lead { id }")
    again = await create(company.agent, ownerId=company.agent.id)
    assert again.data == {"createLead": {"lead": None, "userErrors": []}}
    assert is_replay(again)


async def test_who_lost_the_permission_is_refused(company: Company) -> None:
    await create(company.agent)
    await company.owner.done(
        "changeMemberRole", {"id": company.agent.id, "expectedVersion": 1, "role": "VIEWER"}, "member { id }"
    )
    again = await create(company.agent, headers=KEY | NEW_TYPE)
    assert (again.status, again.code, again.data) == (403, "FORBIDDEN", None)


async def test_what_was_deleted_since_is_null(company: Company) -> None:
    document = 'mutation { createTeam(input: {name: "Short"}) { team { id version } userErrors { code } } }'
    team = (await company.owner(document, KEY)).data["createTeam"]["team"]
    await company.owner.done("deleteTeam", {"id": team["id"], "expectedVersion": 1}, "team { id }")
    again = await company.owner(document, KEY)
    assert again.data == {"createTeam": {"team": None, "userErrors": []}}
    assert is_replay(again)


async def test_after_24_hours_it_happens_again(company: Company) -> None:
    first = await create(company.agent)
    await age(company, "23 hours 59 minutes")
    assert is_replay(await create(company.agent))
    await age(company, "1 minute")
    again = await create(company.agent)
    assert not is_replay(again)
    assert again.data["createLead"]["lead"]["id"] != first.data["createLead"]["lead"]["id"]
    assert is_replay(await create(company.agent))
    assert await count(company) == 2


async def test_an_old_key_may_be_used_for_something_else(company: Company) -> None:
    await create(company.agent)
    await age(company, "25 hours")
    assert (await create(company.agent, "Hopper")).data["createLead"]["lead"]["lastName"] == "Hopper"


@pytest.mark.parametrize(
    "key", ["x", "k" * 255, "schlüssel ключ 鍵", "ü" * 255], ids=["1", "255", "unicode", "255 ü"]
)
async def test_keys_have_up_to_255_characters(company: Company, key: str) -> None:
    first, again = (
        await create(company.agent, headers=keyed(key)),
        await create(company.agent, headers=keyed(key)),
    )
    assert again.data == first.data
    assert is_replay(again)


@pytest.mark.parametrize("key", ["", "k" * 256], ids=["0", "256"])
async def test_other_keys_are_refused(company: Company, key: str) -> None:
    answer = await create(company.agent, headers=keyed(key))
    assert (answer.status, answer.code) == (400, "BAD_REQUEST")
    assert await count(company) == 0


async def test_a_query_ignores_the_key(company: Company) -> None:
    for _ in range(2):
        answer = await company.agent("{ leads { totalCount } }", KEY)
        assert answer.data == {"leads": {"totalCount": 0}}
        assert not is_replay(answer)
        await company.owner.ok("{ viewer { role } }")
    assert await kept(company) == []


async def test_signing_in_ignores_the_key(company: Company) -> None:
    answers = [
        await company.world.anonymous(SIGN_IN, KEY, input=credentials(company, "agent")) for _ in range(2)
    ]
    tokens = {answer.data["signIn"]["refreshToken"] for answer in answers}
    assert len(tokens) == 2
    assert not any(map(is_replay, answers))
    assert await kept(company) == []


async def test_a_key_of_the_upgrade_does_not_count_for_the_operations_of_a_socket(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = company.world.http.ws_connect
    monkeypatch.setattr(
        ClientSession, "ws_connect", lambda _, *given, **more: connect(*given, headers=KEY, **more)
    )
    async with socket_of(company.agent) as socket:
        for _ in range(2):
            stream = await socket.subscribe(CREATE, input={"lastName": "Lovelace"})
            assert (await stream.next())["userErrors"] == []
    assert await count(company) == 2


async def test_a_stream_of_events_knows_the_key(company: Company) -> None:
    async def send(caller: Caller) -> str:
        headers = {"Accept": "text/event-stream", "Authorization": f"Bearer {caller.token}", **KEY}
        body = {"query": CREATE, "variables": {"input": {"lastName": "Lovelace"}}}
        url = f"{caller.world.url}/graphql"
        async with caller.world.http.post(url, json=body, headers=headers) as response:
            return await response.text()

    first, again = await send(company.agent), await send(company.agent)
    assert "event: complete" in first
    assert '"idempotentReplay":true' not in first
    assert '"idempotentReplay":true' in again
    assert await count(company) == 1
