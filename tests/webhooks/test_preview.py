"""What a receiver will get, before there is one."""

import json
from typing import Any
from uuid import uuid4

import pytest

from leadhub.kit.node import from_global, to_global
from tests.webhooks.made import events, make
from tests.world import Answer, Caller, Company

PREVIEW = """
query($type: String!, $id: ID) { previewWebhookPayload(eventType: $type, endpointId: $id) { body raw headers } }
"""


async def preview(by: Caller, type: str = "lead.created", id: str | None = None) -> dict[str, Any]:
    return (await by.ok(PREVIEW, type=type, id=id))["previewWebhookPayload"]


async def refusal(by: Caller, type: str = "lead.created", id: str | None = None) -> Answer:
    answer = await by(PREVIEW, type=type, id=id)
    assert answer.errors, answer.body
    return answer


async def test_a_preview_is_the_newest_event_of_its_type_as_it_would_be_sent(company: Company) -> None:
    await company.lead()
    lead = await company.lead(lastName="Lovelace")
    shown = await preview(company.admin)
    newest = (await events(company, "lead.created"))[-1]
    body = shown["body"]
    assert list(body) == ["id", "seq", "type", "tenant", "subjectId", "at", "version", "actor", "changes"]
    assert (body["id"], body["seq"]) == (to_global("Event", newest["id"]), newest["seq"])
    assert (body["type"], body["tenant"], body["subjectId"]) == ("lead.created", company.slug, lead["id"])
    assert body["actor"] == {"kind": "MEMBER", "id": company.owner.id}
    assert body["changes"]["lastName"] == {"from": None, "to": "Lovelace"}
    assert json.loads(shown["raw"]) == body


async def test_a_preview_names_the_headers_with_examples(company: Company) -> None:
    await company.lead()
    shown = await preview(company.owner)
    headers = shown["headers"]
    assert headers["X-LeadHub-Event-Id"] == shown["body"]["id"]
    assert from_global(headers["X-LeadHub-Delivery-Id"])[0] == "WebhookDelivery"
    assert int(headers["X-LeadHub-Timestamp"]) > 1_700_000_000
    assert headers["X-LeadHub-Signature"] == "v1=<hex>"


async def test_a_preview_for_an_endpoint_has_a_signature_for_each_of_its_secrets(company: Company) -> None:
    await company.lead()
    endpoint, _ = await make(company.owner), await make(company.owner)
    for signatures in ("v1=<hex>", "v1=<hex>,v1=<hex>"):
        shown = await preview(company.owner, id=endpoint["id"])
        assert shown["headers"]["X-LeadHub-Signature"] == signatures
        await company.owner.done("rotateWebhookSecret", {"id": endpoint["id"]})


async def test_without_an_event_of_the_type_there_is_nothing_to_show(
    company: Company, rival: Company
) -> None:
    await rival.lead()
    answer = await refusal(company.owner)
    assert answer.code == "NOT_FOUND"
    assert "do such a thing first" in answer.errors[0]["message"]


async def test_an_unknown_type_is_refused_and_near_ones_are_named(company: Company) -> None:
    answer = await refusal(company.owner, type="lead.create")
    assert answer.code == "INVALID"
    assert "lead.created" in answer.errors[0]["message"]


async def test_an_endpoint_of_another_tenant_is_not_there(company: Company, rival: Company) -> None:
    await company.lead()
    theirs = await refusal(company.owner, id=(await make(rival.owner))["id"])
    nobodys = await refusal(company.owner, id=to_global("WebhookEndpoint", uuid4()))
    assert theirs.errors[0]["message"] == nobodys.errors[0]["message"]
    assert (theirs.code, nobodys.code) == ("NOT_FOUND", "NOT_FOUND")


@pytest.mark.parametrize("name", ["manager", "agent", "viewer"])
async def test_a_preview_is_for_who_may_change_webhooks(company: Company, name: str) -> None:
    await company.lead()
    assert (await refusal(company.people[name])).code == "FORBIDDEN"
