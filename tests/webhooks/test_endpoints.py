"""Webhook endpoints: what they are told of, switching them off and on, and who may."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from leadhub.kit.events import event_types
from leadhub.kit.node import from_global, to_global
from leadhub.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookSecret
from tests.sessions.entry import audited
from tests.webhooks.made import (
    ENDPOINT,
    URL,
    change_row,
    deliver,
    events,
    lanes,
    listed,
    make,
    nothing_written,
    open_lane,
    row_of,
)
from tests.world import Caller, Company, gather

CREATE = f"mutation($input: CreateWebhookEndpointInput!) {{ createWebhookEndpoint(input: $input) {{ {ENDPOINT} }} }}"


async def update(by: Caller, endpoint: dict[str, Any], **input: Any) -> dict[str, Any]:
    payload = await by.done("updateWebhookEndpoint", {"id": endpoint["id"], **input}, ENDPOINT)
    return payload["webhookEndpoint"]


async def test_an_endpoint_is_told_of_everything_unless_told_otherwise(company: Company) -> None:
    made = await make(company.admin)
    assert made == {
        "id": made["id"],
        "version": 1,
        "url": URL,
        "eventTypes": [],
        "filter": None,
        "active": True,
        "disabledAt": None,
        "deadInARow": 0,
        "createdAt": made["createdAt"],
        "updatedAt": made["updatedAt"],
    }
    assert await listed(company) == [made]


async def test_an_endpoint_is_told_of_what_happens_from_now_on(company: Company) -> None:
    await company.lead()
    newest = (await events(company, ""))[-1]["seq"]
    made = await make(company.owner)
    assert (await row_of(company, made)).spread_seq == newest


async def test_endpoints_are_listed_newest_first_in_pages(company: Company) -> None:
    ids = [(await make(company.owner))["id"] for _ in range(3)]
    document = (
        "query($after: String) { webhookEndpoints(first: 2, after: $after) "
        "{ totalCount nodes { id } pageInfo { endCursor hasNextPage } } }"
    )
    first = (await company.owner.ok(document))["webhookEndpoints"]
    assert first["totalCount"] == 3
    assert [node["id"] for node in first["nodes"]] == [ids[2], ids[1]]
    last = (await company.owner.ok(document, after=first["pageInfo"]["endCursor"]))["webhookEndpoints"]
    assert ([node["id"] for node in last["nodes"]], last["pageInfo"]["hasNextPage"]) == ([ids[0]], False)


@pytest.mark.parametrize("name", ["manager", "agent", "viewer"])
async def test_webhooks_are_for_owners_admins_and_keys_that_say_so(company: Company, name: str) -> None:
    answer = await company.people[name](CREATE, input={"url": URL})
    assert (answer.code, answer.errors[0]["extensions"]["missing"]) == ("FORBIDDEN", ["webhook:write"])
    assert await nothing_written(company)
    await make(await company.key("webhook:write"))
    assert len(await listed(company)) == 1


@pytest.mark.parametrize(
    ("mutation", "more"),
    [
        ("updateWebhookEndpoint", {"active": False}),
        ("rotateWebhookSecret", {}),
        ("testWebhook", {}),
        ("deleteWebhookEndpoint", {}),
    ],
)
async def test_an_endpoint_of_another_tenant_is_not_there(
    company: Company, rival: Company, mutation: str, more: dict[str, Any]
) -> None:
    made = await make(company.owner)
    before = await events(company)
    theirs = await rival.owner.refused(mutation, {"id": made["id"], **more})
    nobodys = await rival.owner.refused(mutation, {"id": to_global("WebhookEndpoint", uuid4()), **more})
    assert theirs == nobodys
    assert (theirs["code"], theirs["path"]) == ("NOT_FOUND", ["input", "id"])
    assert (await listed(company), await events(company)) == ([made], before)


async def test_a_tenant_has_fifty_endpoints_at_most_also_when_two_come_at_once(company: Company) -> None:
    async with company.inside():
        for _ in range(49):
            await WebhookEndpoint.create(url=URL, spread_seq=0)
    payloads = await gather(
        *(company.owner.do("createWebhookEndpoint", {"url": URL}, "secret") for _ in range(6))
    )
    errors = [error for payload in payloads for error in payload["userErrors"]]
    assert [(error["code"], error["meta"]) for error in errors] == [("LIMIT_EXCEEDED", {"most": 50})] * 5
    assert len([payload for payload in payloads if payload["secret"]]) == 1


async def test_event_types_are_kept_sorted_and_once_each(company: Company) -> None:
    made = await make(company.owner, eventTypes=["lead.deleted", "lead.created", "lead.deleted"])
    assert made["eventTypes"] == ["lead.created", "lead.deleted"]
    for all_of_them in ([], None):
        assert (await update(company.owner, made, eventTypes=all_of_them))["eventTypes"] == []


async def test_an_unknown_event_type_is_refused_where_it_stands_and_near_ones_are_named(
    company: Company,
) -> None:
    types = ["lead.created", "lead.stage_chnged"]
    error = await company.owner.refused("createWebhookEndpoint", {"url": URL, "eventTypes": types})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "eventTypes", "1"])
    assert "near to it: lead.stage_changed" in error["message"]
    assert await nothing_written(company)


async def test_who_asks_for_something_else_entirely_is_told_which_types_there_are(company: Company) -> None:
    error = await company.owner.refused("createWebhookEndpoint", {"url": URL, "eventTypes": ["☃"]})
    assert all(type in error["message"] for type in event_types())


async def test_at_most_a_hundred_types_are_read(company: Company) -> None:
    types = ["lead.created"] * 101
    error = await company.owner.refused("createWebhookEndpoint", {"url": URL, "eventTypes": types})
    assert (error["code"], error["path"]) == ("LIMIT_EXCEEDED", ["input", "eventTypes"])
    assert (await make(company.owner, eventTypes=types[1:]))["eventTypes"] == ["lead.created"]


async def test_a_filter_is_kept_as_it_was_given(company: Company) -> None:
    filter = {
        "status": {"in": ["OPEN", "WON"]},
        "estimatedValue": {"gte": "1000.50"},
        "not": {"companyName": {"startsWith": "Test"}},
    }
    made = await make(company.owner, filter=filter)
    assert made["filter"] == filter
    assert (await update(company.owner, made, url=f"{URL}/2"))["filter"] == filter
    assert (await update(company.owner, made, filter=None))["filter"] is None


async def test_a_filter_that_asks_nothing_is_one_all_the_same(company: Company) -> None:
    """It keeps out what is not about leads."""
    assert (await make(company.owner, filter={}))["filter"] == {}


async def test_a_filter_that_no_list_of_leads_takes_is_refused_at_once(company: Company) -> None:
    answer = await company.owner(CREATE, input={"url": URL, "filter": {"email": {"eq": "nobody"}}})
    assert answer.code == "BAD_REQUEST"
    answer = await company.owner(CREATE, input={"url": URL, "filter": {"status": None}})
    assert answer.code == "BAD_REQUEST"
    assert await nothing_written(company)


async def test_what_a_filter_names_must_be_there(company: Company, rival: Company) -> None:
    """Nobody would notice an endpoint that is never told of anything."""
    owners = [company.agent.id, rival.agent.id]
    filter = {"or": [{"teamId": {"isNull": True}}, {"not": {"ownerId": {"in": owners}}}]}
    error = await company.owner.refused("createWebhookEndpoint", {"url": URL, "filter": filter})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "filter"])
    assert await nothing_written(company)
    made = await make(company.owner, filter={"ownerId": {"in": owners[:1]}, "teamId": {"isNull": True}})
    error = await company.owner.refused("updateWebhookEndpoint", {"id": made["id"], "filter": filter})
    assert (error["code"], await listed(company)) == ("NOT_FOUND", [made])


async def test_a_filter_must_not_be_a_book(company: Company) -> None:
    filter = {"lastName": {"in": ["x" * 100] * 200}}
    error = await company.owner.refused("createWebhookEndpoint", {"url": URL, "filter": filter})
    assert (error["code"], error["path"]) == ("TOO_LONG", ["input", "filter"])
    assert await nothing_written(company)


async def test_all_that_is_wrong_is_told_at_once(company: Company) -> None:
    payload = await company.owner.do("createWebhookEndpoint", {"url": " ", "eventTypes": ["x"]})
    found = [(error["code"], error["path"]) for error in payload["userErrors"]]
    assert found == [("REQUIRED", ["input", "url"]), ("INVALID", ["input", "eventTypes", "0"])]


async def test_what_is_left_out_of_an_update_stays(company: Company) -> None:
    made = await make(company.owner, eventTypes=["lead.created"], filter={"score": {"gt": 5}})
    changed = await update(company.admin, made, url="https://other.example.com/")
    assert changed == made | {"url": "https://other.example.com/", "version": 2} | {
        "updatedAt": changed["updatedAt"]
    }
    assert await update(company.admin, made) == changed


async def test_a_stale_version_is_refused_and_none_takes_whatever_there_is(company: Company) -> None:
    made = await make(company.owner)
    assert (await update(company.owner, made, expectedVersion=1, eventTypes=["lead.created"]))["version"] == 2
    error = await company.owner.refused(
        "updateWebhookEndpoint", {"id": made["id"], "expectedVersion": 1, "eventTypes": []}
    )
    assert (error["code"], error["path"], error["meta"]) == (
        "CONFLICT_VERSION",
        ["input", "expectedVersion"],
        {"version": 2},
    )
    assert (await listed(company))[0]["eventTypes"] == ["lead.created"]
    assert (await update(company.owner, made, expectedVersion=None, eventTypes=[]))["version"] == 3


@pytest.mark.parametrize("field", ["url", "active"])
async def test_what_an_endpoint_must_have_cannot_be_emptied(company: Company, field: str) -> None:
    made = await make(company.owner)
    error = await company.owner.refused("updateWebhookEndpoint", {"id": made["id"], field: None})
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", field])
    assert await listed(company) == [made]


async def test_switched_off_everything_waits_and_switched_on_it_goes_on_where_it_stood(
    company: Company,
) -> None:
    soon = datetime.now(UTC) + timedelta(hours=1)
    made, other = await make(company.owner), await make(company.owner)
    for endpoint in (made, other):
        await open_lane(company, endpoint, next_at=soon)
    stood = (await row_of(company, made)).spread_seq

    assert (await update(company.owner, made, active=False))["active"] is False
    waits = {lane["endpoint_id"]: lane["waits"] for lane in await lanes(company)}
    assert waits == {from_global(made["id"])[1]: True, from_global(other["id"])[1]: False}

    await company.lead()
    assert (await update(company.owner, made, active=True))["active"] is True
    assert (await row_of(company, made)).spread_seq == stood
    due = {lane["endpoint_id"]: lane["next_at"] for lane in await lanes(company)}
    assert due[from_global(made["id"])[1]] <= datetime.now(UTC)
    assert due[from_global(other["id"])[1]] == soon


async def test_what_a_worker_is_sending_is_not_sent_twice_when_an_endpoint_goes_off_and_on(
    company: Company,
) -> None:
    made = await make(company.owner)
    await open_lane(company, made, next_at=datetime.now(UTC) + timedelta(seconds=30), claimed=True)
    await update(company.owner, made, active=False)
    await update(company.owner, made, active=True)
    [lane] = await lanes(company)
    assert lane["claim"] is not None
    assert lane["next_at"] > datetime.now(UTC) + timedelta(seconds=30)


async def test_switched_on_after_leadhub_switched_it_off_it_begins_with_a_clean_record(
    company: Company,
) -> None:
    made = await make(company.owner)
    await change_row(company, made, is_active=False, disabled_at=datetime.now(UTC), dead_in_a_row=20)
    [shown] = await listed(company)
    assert (shown["active"], shown["deadInARow"]) == (False, 20)
    assert shown["disabledAt"]
    changed = await update(company.owner, made, active=True)
    assert (changed["active"], changed["disabledAt"], changed["deadInARow"]) == (True, None, 0)


async def test_deleted_an_endpoint_is_gone_with_all_that_hangs_on_it(company: Company) -> None:
    made, other = await make(company.owner), await make(company.owner)
    for endpoint in (made, other):
        await deliver(company, endpoint)
        await open_lane(company, endpoint, next_at=datetime.now(UTC))
    payload = await company.owner.done("deleteWebhookEndpoint", {"id": made["id"]}, "deletedId")
    assert payload["deletedId"] == made["id"]
    assert await listed(company) == [other]
    async with company.inside():
        for rows in (WebhookDelivery, WebhookSecret):
            assert [str(row.endpoint_id) for row in await rows.mine().only("id", "endpoint_id")] == [
                str(from_global(other["id"])[1])
            ]
    assert len(await lanes(company)) == 1
    again = await company.owner.refused("deleteWebhookEndpoint", {"id": made["id"]})
    assert again["code"] == "NOT_FOUND"


async def test_an_endpoint_can_be_deleted_while_a_worker_is_at_it(company: Company) -> None:
    """A worker takes a lane before its delivery; without care the deletion would do so the other way round."""
    made = await make(company.owner)
    await deliver(company, made)
    await open_lane(company, made, next_at=datetime.now(UTC), claimed=True)
    async with company.world.sql() as worker:
        await worker.execute("set deadlock_timeout = '100ms'")
        async with worker.transaction():
            await worker.execute(
                "select from webhook_lane where tenant_id = $1 for update", company.tenant_id
            )
            deletion = asyncio.create_task(company.owner.done("deleteWebhookEndpoint", {"id": made["id"]}))
            await asyncio.sleep(0.3)
            assert not deletion.done()
            await worker.execute(
                "update webhook_delivery set state = 'DELIVERED' where tenant_id = $1", company.tenant_id
            )
        await deletion
    assert await listed(company) == []


async def test_every_change_is_an_event_with_what_changed(company: Company) -> None:
    made = await make(company.owner, eventTypes=["lead.created"])
    await update(company.owner, made, active=False)
    await update(company.owner, made)
    await company.owner.done("deleteWebhookEndpoint", {"id": made["id"]})
    found = [(event["type"], event["version"], event["changes"]) for event in await events(company)]
    origin = "https://hooks.example.com"
    assert found == [
        (
            "webhook_endpoint.created",
            1,
            {
                "url": {"from": None, "to": origin},
                "eventTypes": {"from": None, "to": ["lead.created"]},
                "filter": {"from": None, "to": None},
            },
        ),
        ("webhook_endpoint.updated", 2, {"active": {"from": True, "to": False}}),
        ("webhook_endpoint.deleted", 2, {"url": {"from": origin, "to": None}}),
    ]


async def test_events_and_audit_hold_neither_the_path_of_a_url_nor_contact_data_of_a_filter(
    company: Company,
) -> None:
    """Other endpoints get these events; and a path such as Slack's is all that protects its receiver."""
    people = {"or": [{"email": {"in": ["ada@example.org"]}}, {"not": {"phone": {"eq": "+493012345678"}}}]}
    made = await make(company.owner, url="https://hooks.example.com/T0/s3cret?key=s3cret", filter=people)
    await update(company.owner, made, filter={"email": {"eq": "ada@example.org"}}, active=False)
    told = str(await events(company)) + str(await audited(company))
    for hidden in ("s3cret", "ada@", "3012345"):
        assert hidden not in told
    assert "https://hooks.example.com" in told
    assert (await listed(company))[0]["filter"] == {"email": {"eq": "ada@example.org"}}


async def test_a_test_sends_an_event_and_says_which(company: Company) -> None:
    made = await make(company.owner, eventTypes=["lead.created"])
    payload = await company.owner.done(
        "testWebhook", {"id": made["id"]}, "webhookEndpoint { id } event { id type subjectId seq }"
    )
    [written] = await events(company, "webhook_endpoint.tested")
    assert payload["event"] == {
        "id": to_global("Event", written["id"]),
        "type": "webhook_endpoint.tested",
        "subjectId": made["id"],
        "seq": written["seq"],
    }


async def test_an_endpoint_that_is_off_is_not_tested(company: Company) -> None:
    made = await make(company.owner)
    await update(company.owner, made, active=False)
    error = await company.owner.refused("testWebhook", {"id": made["id"]}, "event { id }")
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert "active: true" in error["message"]
    assert await events(company, "webhook_endpoint.tested") == []
