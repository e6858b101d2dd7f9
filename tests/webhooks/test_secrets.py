"""What signs the deliveries: shown once, kept where nobody reads it, and two of them while one is replaced."""

from typing import Any

import asyncpg
import pytest

from leadhub.kit.node import from_global
from tests.sessions.entry import audited
from tests.webhooks.made import LIST, URL, events, make
from tests.world import Company, gather


async def kept(company: Company, endpoint: dict[str, Any]) -> list[str]:
    """The secrets of an endpoint, oldest first."""
    async with company.world.sql() as connection:
        rows = await connection.fetch(
            "select value from webhook_secret where endpoint_id = $1 order by created_at",
            from_global(endpoint["id"])[1],
        )
    return [row["value"] for row in rows]


async def rotate(company: Company, endpoint: dict[str, Any]) -> str:
    payload = await company.owner.done(
        "rotateWebhookSecret", {"id": endpoint["id"]}, "secret webhookEndpoint { id }"
    )
    assert payload["webhookEndpoint"] == {"id": endpoint["id"]}
    return str(payload["secret"])


async def test_a_secret_is_shown_once_and_nowhere_else(company: Company) -> None:
    payload = await company.owner.done("createWebhookEndpoint", {"url": URL}, "secret webhookEndpoint { id }")
    endpoint, first = payload["webhookEndpoint"], payload["secret"]
    assert first.startswith("whsec_")
    assert len(first) >= 40
    second = await rotate(company, endpoint)
    assert first != second
    preview = """query($id: ID!) {
      previewWebhookPayload(eventType: "webhook_endpoint.created", endpointId: $id) { raw headers }
    }"""
    told = [
        await events(company, ""),
        await audited(company),
        await company.owner.ok(LIST),
        await company.owner.ok(preview, id=endpoint["id"]),
    ]
    for secret in (first, second):
        assert secret.removeprefix("whsec_") not in str(told)


async def test_the_application_itself_cannot_read_a_secret(company: Company) -> None:
    await make(company.owner)
    async with company.world.sql("leadhub_app") as connection:
        await connection.execute("select set_config('leadhub.tenant_id', $1, false)", str(company.tenant_id))
        await connection.execute("select set_config('leadhub.reach', 'all', false)")
        assert await connection.fetchval("select count(id) from webhook_secret") == 1
        for statement in ("select value from webhook_secret", "update webhook_secret set value = 'mine'"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await connection.execute(statement)


async def test_while_a_secret_is_replaced_the_one_before_it_signs_too(company: Company) -> None:
    payload = await company.owner.done("createWebhookEndpoint", {"url": URL}, "secret webhookEndpoint { id }")
    endpoint = payload["webhookEndpoint"]
    assert await kept(company, endpoint) == [payload["secret"]]
    second = await rotate(company, endpoint)
    assert await kept(company, endpoint) == [payload["secret"], second]
    third = await rotate(company, endpoint)
    assert await kept(company, endpoint) == [second, third]


async def test_rotations_at_once_follow_each_other(company: Company) -> None:
    endpoint = await make(company.owner)
    secrets = await gather(*(rotate(company, endpoint) for _ in range(4)))
    assert set(await kept(company, endpoint)) < set(secrets)
    assert len(await kept(company, endpoint)) == 2


async def test_a_rotation_leaves_the_secrets_of_other_endpoints_alone(company: Company) -> None:
    endpoint, other = await make(company.owner), await make(company.owner)
    before = await kept(company, other)
    for _ in range(3):
        await rotate(company, endpoint)
    assert await kept(company, other) == before


async def test_a_rotation_is_an_event_that_says_no_more_than_that(company: Company) -> None:
    endpoint = await make(company.owner)
    await rotate(company, endpoint)
    [event] = await events(company, "webhook_endpoint.secret_rotated")
    assert (event["subject_id"], event["changes"]) == (from_global(endpoint["id"])[1], {})
    [entry] = await audited(company, action={"eq": "webhook_endpoint.secret_rotated"})
    assert (entry["subjectId"], entry["changes"]) == (endpoint["id"], {})
