"""What is kept of a change that was sent with an `Idempotency-Key`: enough to answer it again, nothing to steal."""

from typing import Any

import pytest

from leadhub.events.work import ForgetOutcomes
from leadhub.kit.work import Lent
from leadhub.leads.models import Lead
from leadhub.process import Background, lend
from leadhub.settings import Settings
from tests.edge.once import KEY, age, create, is_replay, kept
from tests.sessions.entry import credentials, sign_in
from tests.webhooks import made as webhooks
from tests.world import PASSWORD, Answer, Caller, Company

NEW_PASSWORD = "quite another sentence"
CHANGE = """
mutation($input: ChangePasswordInput!) { changePassword(input: $input) { changed userErrors { code } } }
"""
# What each of them shows once.
SECRETS = {
    "createApiKey": ({"name": "k", "scopes": []}, "secret", "apiKey { id }"),
    "inviteMember": ({"email": "new@guests.test", "role": "AGENT"}, "token", "invitation { id }"),
    "createWebhookEndpoint": ({"url": webhooks.URL}, "secret", "webhookEndpoint { id }"),
    "rotateWebhookSecret": ({}, "secret", "webhookEndpoint { id }"),
}


async def mutate(caller: Caller, field: str, input: dict[str, Any], parts: str) -> Answer:
    kind = f"{field[0].upper()}{field[1:]}Input"
    document = f"mutation($i: {kind}!) {{ {field}(input: $i) {{ {parts} userErrors {{ code }} }} }}"
    return await caller(document, KEY, i=input)


async def all_bytes(company: Company) -> bytes:
    """Whatever can be read in the table."""
    return b" ".join(
        value if isinstance(value, bytes) else str(value).encode()
        for row in await kept(company)
        for value in row.values()
    )


async def change_password(company: Company, now: str = PASSWORD) -> Answer:
    return await company.agent(CHANGE, KEY, input={"currentPassword": now, "newPassword": NEW_PASSWORD})


async def refusals(company: Company) -> int:
    """How many wrong passwords the audit knows of."""
    async with company.world.sql() as connection:
        statement = "select count(*) from audit_entry where tenant_id = $1 and outcome = 'REFUSED'"
        return int(await connection.fetchval(statement, company.tenant_id))


@pytest.mark.parametrize("field", SECRETS)
async def test_what_is_shown_once_is_null_the_second_time_and_kept_nowhere(
    company: Company, field: str
) -> None:
    input, secret, thing = SECRETS[field]
    if field == "rotateWebhookSecret":
        input = {"id": (await webhooks.make(company.owner))["id"]}
    first = (await mutate(company.owner, field, input, f"{secret} {thing}")).data[field]
    again = await mutate(company.owner, field, input, f"{secret} {thing}")
    assert is_replay(again)
    assert again.data[field] == {**first, secret: None}
    assert len(first[secret]) > 20
    assert first[secret].encode() not in await all_bytes(company)


async def test_neither_the_key_nor_the_arguments_can_be_read(company: Company) -> None:
    await create(company.agent, "Lovelace", emails=["ada@lovelace.test"])
    await change_password(company)
    [*rows], found = await kept(company), await all_bytes(company)
    assert [len(row["name"]) for row in rows] == [len(row["request"]) for row in rows] == [32, 32]
    for secret in (*KEY.values(), "Lovelace", "ada@", PASSWORD, NEW_PASSWORD, "createLead", "changePassword"):
        assert secret.encode() not in found


async def test_the_same_arguments_under_two_keys_do_not_look_the_same(company: Company) -> None:
    for key in ("one", "two"):
        await create(company.agent, headers={"Idempotency-Key": key})
    rows = await kept(company)
    assert len({row["request"] for row in rows}) == len({row["name"] for row in rows}) == 2


async def test_of_an_outcome_only_ids_and_figures_are_kept(company: Company) -> None:
    lead = (await create(company.agent)).data["createLead"]["lead"]
    [row] = await kept(company)
    async with company.inside():
        found = await Lead.mine().first()
    assert found is not None
    assert row["outcome"] == f'{{"lead": "{found.id}"}}'
    assert lead["number"] not in row["outcome"]


async def test_changing_the_password_again_with_the_same_key_is_a_success(company: Company) -> None:
    before = await refusals(company)
    first, again = await change_password(company), await change_password(company)
    assert first.data == again.data == {"changePassword": {"changed": True, "userErrors": []}}
    assert is_replay(again)
    assert await refusals(company) == before, "nobody guessed wrong"
    await sign_in(company.world, **credentials(company, "agent", NEW_PASSWORD))


async def test_a_wrong_password_is_no_outcome(company: Company) -> None:
    wrong = await change_password(company, "what was it again")
    assert wrong.data["changePassword"]["userErrors"] == [{"code": "INVALID"}]
    assert await refusals(company) == 1
    assert (await change_password(company)).data["changePassword"]["changed"] is True


async def test_a_used_key_does_not_tell_whether_a_password_is_right(company: Company) -> None:
    await change_password(company)
    for guess in (NEW_PASSWORD, "what was it again"):
        assert (await change_password(company, guess)).code == "IDEMPOTENCY_MISMATCH"


async def test_old_outcomes_are_deleted_and_young_ones_stay(
    company: Company, rival: Company, settings: Settings
) -> None:
    for one in (company, rival):
        await create(one.agent)
    await age(company, "24 hours 1 minute")
    await age(rival, "23 hours 59 minutes")
    await ForgetOutcomes(Lent(settings, lend(settings, Background(), is_server=False), 1)).perform()
    assert await kept(company) == []
    assert len(await kept(rival)) == 1
    assert is_replay(await create(rival.agent))


async def test_after_24_hours_an_old_password_is_wrong_again(company: Company) -> None:
    await change_password(company)
    await age(company, "24 hours 1 minute")
    assert (await change_password(company)).data["changePassword"]["userErrors"] == [{"code": "INVALID"}]
