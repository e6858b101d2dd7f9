"""Deliveries, and sending once more what was sent, or could have been, before."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from leadhub.kit.node import from_global, to_global
from leadhub.webhooks import replays as rules
from leadhub.webhooks.models import DeliveryState, WebhookAttempt, WebhookDelivery
from tests.webhooks.made import DELIVERY, change_row, deliver, events, lanes, make, replays
from tests.world import Caller, Company, gather

DELIVERIES = """
query($endpointId: ID, $state: DeliveryState, $first: Int, $after: String) {
  webhookDeliveries(endpointId: $endpointId, state: $state, first: $first, after: $after) {
    nodes {
      id state attemptCount nextAttemptAt createdAt finishedAt replayOf
      endpoint { id url } event { id type seq }
      attempts { number at milliseconds statusCode error answer }
    }
    pageInfo { endCursor hasNextPage }
  }
}
"""


async def delivered(by: Caller, **which: Any) -> list[dict[str, Any]]:
    return (await by.ok(DELIVERIES, **which))["webhookDeliveries"]["nodes"]


async def test_a_delivery_shows_its_event_its_endpoint_and_every_try(company: Company) -> None:
    endpoint = await make(company.owner)
    lead = await company.lead()
    again = datetime.now(UTC) + timedelta(minutes=1)
    id = await deliver(company, endpoint, DeliveryState.RETRYING, attempt_count=2, next_at=again)
    async with company.inside():
        for number, answer in ((2, {"status_code": 503, "answer": "busy"}), (1, {"error": "no answer"})):
            await WebhookAttempt.create(
                delivery_id=from_global(id)[1], number=number, at=again, milliseconds=7, **answer
            )
    [found] = await delivered(company.owner)
    [created] = await events(company, "lead.created")
    assert found == {
        "id": id,
        "state": "RETRYING",
        "attemptCount": 2,
        "nextAttemptAt": again.isoformat(),
        "createdAt": found["createdAt"],
        "finishedAt": None,
        "replayOf": None,
        "endpoint": {"id": endpoint["id"], "url": endpoint["url"]},
        "event": {"id": to_global("Event", created["id"]), "type": "lead.created", "seq": created["seq"]},
        "attempts": [
            {
                "number": number,
                "at": again.isoformat(),
                "milliseconds": 7,
                "statusCode": status,
                "error": error,
                "answer": answer,
            }
            for number, status, error, answer in ((1, None, "no answer", None), (2, 503, None, "busy"))
        ],
    }
    assert created["subject_id"] == from_global(lead["id"])[1]


async def test_deliveries_are_listed_newest_first_by_endpoint_and_state(company: Company) -> None:
    one, two = await make(company.owner), await make(company.owner)
    dead = await deliver(company, one, DeliveryState.DEAD)
    late = await deliver(company, two, DeliveryState.PENDING)
    last = await deliver(company, one, DeliveryState.PENDING)

    async def ids(**which: Any) -> list[str]:
        return [found["id"] for found in await delivered(company.admin, **which)]

    assert await ids() == [last, late, dead]
    assert await ids(endpointId=one["id"]) == [last, dead]
    assert await ids(state="PENDING") == [last, late]
    assert await ids(endpointId=one["id"], state="DEAD") == [dead]
    assert await ids(state="DELIVERED") == []
    page = (await company.admin.ok(DELIVERIES, first=2))["webhookDeliveries"]["pageInfo"]
    assert await ids(first=2, after=page["endCursor"]) == [dead]


async def test_a_list_of_deliveries_asks_the_database_as_often_whatever_its_length(
    company: Company, queries: Any
) -> None:
    endpoint = await make(company.owner)
    counts = []
    for _ in range(2):
        for _ in range(5):
            await deliver(company, endpoint)
        before = len(queries())
        await delivered(company.owner)
        counts.append(len(queries()) - before)
    assert counts[0] == counts[1]


async def test_deliveries_to_an_endpoint_of_another_tenant_are_not_there(
    company: Company, rival: Company
) -> None:
    endpoint = await make(company.owner)
    await deliver(company, endpoint)
    assert await delivered(rival.owner) == []
    for id in (endpoint["id"], to_global("WebhookEndpoint", uuid4())):
        answer = await rival.owner(DELIVERIES, endpointId=id)
        assert (answer.code, answer.data) == ("NOT_FOUND", None)


@pytest.mark.parametrize("state", [DeliveryState.DELIVERED, DeliveryState.DEAD])
async def test_a_delivery_is_replayed_as_a_new_one_of_the_same_event(
    company: Company, state: DeliveryState
) -> None:
    endpoint = await make(company.owner)
    await company.lead()
    old = await deliver(company, endpoint, state, attempt_count=3, finished_at=datetime.now(UTC))
    payload = await company.owner.done("replayDelivery", {"id": old}, DELIVERY)
    new = payload["webhookDelivery"]
    [created] = await events(company, "lead.created")
    assert new["id"] != old
    assert new == {
        "id": new["id"],
        "state": "PENDING",
        "replayOf": old,
        "attemptCount": 0,
        "nextAttemptAt": None,
        "finishedAt": None,
        "endpoint": {"id": endpoint["id"]},
        "event": {"id": to_global("Event", created["id"])},
    }
    assert [found["state"] for found in await delivered(company.owner)] == ["PENDING", state]
    [lane] = await lanes(company)
    assert (lane["subject_id"], lane["claim"]) == (created["subject_id"], None)
    assert lane["next_at"] <= datetime.now(UTC)
    [replayed] = await events(company, "webhook_endpoint.replayed")
    assert replayed["subject_id"] == from_global(endpoint["id"])[1]
    assert replayed["changes"] == {"delivery": {"from": old, "to": new["id"]}}


@pytest.mark.parametrize("state", [DeliveryState.PENDING, DeliveryState.RETRYING])
async def test_what_is_still_on_its_way_is_not_replayed(company: Company, state: DeliveryState) -> None:
    id = await deliver(company, await make(company.owner), state)
    error = await company.owner.refused("replayDelivery", {"id": id})
    assert (error["code"], error["path"]) == ("INVALID", ["input", "id"])
    assert len(await delivered(company.owner)) == 1
    assert (await lanes(company), await events(company, "webhook_endpoint.replayed")) == ([], [])


async def test_nothing_is_replayed_to_an_endpoint_that_is_off(company: Company) -> None:
    endpoint = await make(company.owner)
    id = await deliver(company, endpoint)
    await change_row(company, endpoint, is_active=False)
    for mutation, input, place in (
        ("replayDelivery", {"id": id}, "id"),
        ("replayEvents", {"endpointId": endpoint["id"], "fromSeq": 1, "toSeq": 1}, "endpointId"),
    ):
        error = await company.owner.refused(mutation, input)
        assert (error["code"], error["path"]) == ("INVALID", ["input", place])
        assert "active: true" in error["message"]
    assert len(await delivered(company.owner)) == 1
    assert await replays(company) == []


@pytest.mark.parametrize("claimed", [False, True])
async def test_a_replay_waits_its_turn_behind_what_is_on_its_way_about_the_same_subject(
    company: Company, claimed: bool
) -> None:
    """It neither brings the next try of an earlier one forward nor takes it from the worker that is at it."""
    endpoint = await make(company.owner)
    old = await deliver(company, endpoint, DeliveryState.DEAD)
    await company.owner.done("replayDelivery", {"id": old})
    later = datetime.now(UTC) + timedelta(hours=5)
    async with company.world.sql() as connection:
        await connection.execute(
            "update webhook_lane set next_at = $1, claim = case when $2 then uuidv7() end where tenant_id = $3",
            later,
            claimed,
            company.tenant_id,
        )
    before = await lanes(company)
    await company.owner.done("replayDelivery", {"id": old})
    assert await lanes(company) == before
    assert before[0]["next_at"] == later


async def test_a_delivery_of_another_tenant_is_not_there(company: Company, rival: Company) -> None:
    theirs = await deliver(company, await make(company.owner))
    answers = [
        await rival.owner.refused("replayDelivery", {"id": id})
        for id in (theirs, to_global("WebhookDelivery", uuid4()))
    ]
    assert answers[0] == answers[1]
    assert (answers[0]["code"], answers[0]["path"]) == ("NOT_FOUND", ["input", "id"])
    assert len(await delivered(company.owner)) == 1


async def range_of(company: Company) -> tuple[int, int]:
    """The numbers of the oldest and the newest event."""
    found = await events(company, "")
    return found[0]["seq"], found[-1]["seq"]


async def test_a_range_of_events_is_sent_once_more(company: Company) -> None:
    endpoint = await make(company.owner)
    for _ in range(3):
        await company.lead()
    _, newest = await range_of(company)
    payload = await company.owner.done(
        "replayEvents",
        {"endpointId": endpoint["id"], "fromSeq": newest - 1, "toSeq": newest},
        "webhookEndpoint { id } events",
    )
    assert payload == {"webhookEndpoint": {"id": endpoint["id"]}, "events": 2, "userErrors": []}
    assert await replays(company) == [(newest - 2, newest)]
    [replayed] = await events(company, "webhook_endpoint.replayed")
    assert replayed["changes"] == {
        "fromSeq": {"from": None, "to": newest - 1},
        "toSeq": {"from": None, "to": newest},
    }


async def test_a_range_must_be_there(company: Company) -> None:
    endpoint = await make(company.owner)
    await company.lead()
    async with company.world.sql() as connection:
        await connection.execute("delete from event where tenant_id = $1 and seq = 1", company.tenant_id)
    oldest, newest = await range_of(company)
    assert oldest == 2
    for from_seq, to_seq, place, meta in (
        (0, newest, "fromSeq", {"oldestSeq": oldest}),
        (1, newest, "fromSeq", {"oldestSeq": oldest}),
        (oldest, newest + 1, "toSeq", {"newestSeq": newest}),
        (newest, newest - 1, "toSeq", None),
    ):
        error = await company.owner.refused(
            "replayEvents", {"endpointId": endpoint["id"], "fromSeq": from_seq, "toSeq": to_seq}
        )
        assert (error["code"], error["path"], error["meta"]) == ("INVALID", ["input", place], meta)
    assert (await replays(company), await events(company, "webhook_endpoint.replayed")) == ([], [])


async def test_a_range_holds_100_000_events_at_most(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert rules.MOST_REPLAYED == 100_000
    monkeypatch.setattr(rules, "MOST_REPLAYED", 1)
    endpoint = await make(company.owner)
    await company.lead()
    _, newest = await range_of(company)
    error = await company.owner.refused(
        "replayEvents", {"endpointId": endpoint["id"], "fromSeq": newest - 1, "toSeq": newest}
    )
    assert (error["code"], error["path"], error["meta"]) == (
        "LIMIT_EXCEEDED",
        ["input", "toSeq"],
        {"most": 1},
    )
    assert await replays(company) == []
    await company.owner.done(
        "replayEvents", {"endpointId": endpoint["id"], "fromSeq": newest, "toSeq": newest}
    )


async def test_one_range_at_a_time_is_sent_to_an_endpoint(company: Company) -> None:
    endpoint, other = await make(company.owner), await make(company.owner)
    _, newest = await range_of(company)

    async def again(to: dict[str, Any]) -> list[str]:
        input = {"endpointId": to["id"], "fromSeq": newest, "toSeq": newest}
        payload = await company.owner.do("replayEvents", input, "events")
        return [error["code"] for error in payload["userErrors"]]

    assert sorted(await gather(again(endpoint), again(endpoint))) == [[], ["IN_USE"]]
    assert await again(other) == []
    assert len(await replays(company)) == 2


async def test_events_are_not_replayed_to_an_endpoint_of_another_tenant(
    company: Company, rival: Company
) -> None:
    endpoint = await make(company.owner)
    error = await rival.owner.refused(
        "replayEvents", {"endpointId": endpoint["id"], "fromSeq": 1, "toSeq": 1}
    )
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "endpointId"])
    assert await replays(company) == []


@pytest.mark.parametrize("name", ["manager", "agent", "viewer"])
async def test_deliveries_and_replays_are_for_who_may_change_webhooks(company: Company, name: str) -> None:
    id = await deliver(company, await make(company.owner))
    for document in (
        "{ webhookDeliveries { totalCount } }",
        f'mutation {{ replayDelivery(input: {{id: "{id}"}}) {{ userErrors {{ code }} }} }}',
        'mutation { replayEvents(input: {endpointId: "x", fromSeq: 1, toSeq: 1}) { events } }',
    ):
        answer = await company.people[name](document)
        assert (answer.code, answer.data) == ("FORBIDDEN", None)
    async with company.inside():
        assert await WebhookDelivery.mine().count() == 1
