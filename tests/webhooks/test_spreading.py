"""Which events become deliveries, of which endpoints, and in which order."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest

from leadhub.events.models import Event
from leadhub.kit.actor import Request, as_actor, system_actor
from leadhub.kit.db import transaction
from leadhub.settings import Settings
from leadhub.webhooks import spreading
from leadhub.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookReplay
from leadhub.webhooks.spreading import spread
from tests.webhooks.made import change_row, lanes
from tests.webhooks.receiving import Hook, at_work, hook
from tests.world import Company, World

NOBODY = "http://127.0.0.1:9/"  # nothing is sent here: no worker runs but where a test starts one


@asynccontextmanager
async def inside(company: Company) -> AsyncIterator[None]:
    """As the worker acts in a tenant, under row security."""
    with as_actor(system_actor(company.tenant_id), Request(id="test")):
        yield


async def spread_all(endpoint: Hook) -> list[str]:
    """The types of the events that have become deliveries, oldest first."""
    async with inside(endpoint.company):
        while (await spread(endpoint.row_id))[1]:
            pass
    return await spread_types(endpoint)


async def spread_types(endpoint: Hook) -> list[str]:
    return [delivery["event"]["type"] for delivery in await endpoint.deliveries()]


async def changed(company: Company, lead: dict[str, Any], **values: Any) -> None:
    """A change of a lead, whose version goes on."""
    given = {"id": lead["id"], "expectedVersion": lead["version"], **values}
    lead["version"] = (await company.owner.done("updateLead", given, "lead { version }"))["lead"]["version"]


async def test_no_types_are_all_types(company: Company, world: World) -> None:
    endpoint = await hook(company, NOBODY)
    lead = await company.lead()
    await changed(company, lead, lastName="Changed")
    await company.owner.done("createTeam", {"name": "West"})
    assert await spread_all(endpoint) == [
        "webhook_endpoint.created",
        "lead.created",
        "lead.updated",
        "team.created",
    ]


async def test_an_endpoint_hears_its_types_and_nothing_from_before_it_was_made(company: Company) -> None:
    lead = await company.lead()
    endpoint = await hook(company, NOBODY, eventTypes=["lead.updated"])
    await company.lead()
    await changed(company, lead, lastName="Changed")
    assert await spread_all(endpoint) == ["lead.updated"]
    assert await spread_all(endpoint) == ["lead.updated"]  # and no event becomes two deliveries


async def test_a_filter_lets_in_who_met_it_before_or_after(company: Company) -> None:
    big = {"filter": {"companyName": {"eq": "Big"}}}
    endpoint = await hook(company, NOBODY, **big)
    lead = await company.lead(companyName="Small")
    await changed(company, lead, lastName="A")  # small before and after
    await changed(company, lead, companyName="Big")  # comes to meet it
    await changed(company, lead, lastName="B")
    await changed(company, lead, companyName="Small")  # ceases to
    await changed(company, lead, lastName="C")
    await company.lead(companyName="Big")
    await company.owner.done("createTeam", {"name": "West"})  # is not about a lead
    await spread_all(endpoint)
    async with company.inside():
        seqs = (
            await WebhookDelivery.mine()
            .filter(endpoint_id=endpoint.row_id)
            .order_by("id")
            .values_list("event_id", flat=True)
        )
        told = [await Event.mine().get(id=id) for id in seqs]
    assert [sorted(event.changes) if event.type == "lead.updated" else event.type for event in told] == [
        ["companyName"],
        ["lastName"],
        ["companyName"],
        "lead.created",
    ]


async def test_a_filter_by_phone_reads_numbers_as_the_tenant_writes_them(company: Company) -> None:
    # The tenant is German: a number without a country code is one there, in the filter as in the lead.
    endpoint = await hook(
        company, NOBODY, eventTypes=["lead.created"], filter={"phone": {"eq": "030 23125000"}}
    )
    await company.lead(phones=["+49 30 23125000"])
    await company.lead(phones=["+49 30 23125001"])
    assert await spread_all(endpoint) == ["lead.created"]


async def test_a_test_goes_to_the_endpoint_that_is_tested_whatever_it_asks_for(company: Company) -> None:
    narrow = await hook(
        company, NOBODY, eventTypes=["lead.deleted"], filter={"companyName": {"eq": "Nobody"}}
    )
    others = {
        "all": await hook(company, NOBODY),
        "tests": await hook(company, NOBODY, eventTypes=["webhook_endpoint.tested"]),
        "leads": await hook(company, NOBODY, eventTypes=["lead.created"]),
        "filtered": await hook(company, NOBODY, filter={"companyName": {"eq": "Nobody"}}),
    }
    await company.owner.done("testWebhook", {"id": narrow.id})
    assert await spread_all(narrow) == ["webhook_endpoint.tested"]
    heard = {name: await spread_all(endpoint) for name, endpoint in others.items()}
    tested = {name: types.count("webhook_endpoint.tested") for name, types in heard.items()}
    assert tested == {"all": 1, "tests": 1, "leads": 0, "filtered": 0}


async def test_pages_follow_each_other_without_gap_or_repetition(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spreading, "PAGE", 3)
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created", "lead.updated"])
    leads = [await company.lead() for _ in range(4)]
    for lead in leads:
        await changed(company, lead, lastName="Changed")
    made = []
    async with inside(company):
        while (result := await spread(endpoint.row_id))[1]:
            made.append(result)
    assert [count for count, _ in made] == [2, 3, 3]  # the first page holds the making of the endpoint
    seqs = [delivery["event"]["seq"] for delivery in await endpoint.deliveries()]
    assert len(seqs) == len(set(seqs)) == 8
    async with company.world.sql() as connection:
        places = await connection.fetch(
            "select v.seq from webhook_delivery d join event v on v.id = d.event_id "
            "where d.tenant_id = $1 order by d.position",
            company.tenant_id,
        )
    assert [row["seq"] for row in places] == sorted(seqs)
    assert len(await lanes(company)) == 4


async def test_it_is_done_whole_or_not_at_all(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    await company.lead()

    async def fail(*_: Any) -> None:
        raise RuntimeError("the worker died")

    with monkeypatch.context() as patch:
        patch.setattr(spreading, "open_lanes", fail)
        async with inside(company):
            with pytest.raises(RuntimeError):
                await spread(endpoint.row_id)
    assert await endpoint.deliveries() == []
    assert await lanes(company) == []
    assert await spread_all(endpoint) == ["lead.created"]


async def test_an_endpoint_that_another_worker_has_is_passed_over(company: Company) -> None:
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    await company.lead()
    held, release = asyncio.Event(), asyncio.Event()

    async def other() -> None:
        async with inside(company), transaction():
            await WebhookEndpoint.mine().select_for_update(no_key=True).get(id=endpoint.row_id)
            held.set()
            await release.wait()

    task = asyncio.create_task(other())
    await held.wait()
    async with inside(company):
        async with asyncio.timeout(30):
            assert await spread(endpoint.row_id) == (0, False)
    release.set()
    await task
    assert await spread_all(endpoint) == ["lead.created"]


async def test_two_at_once_make_each_delivery_once(company: Company) -> None:
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    for _ in range(5):
        await company.lead()
    await asyncio.gather(*(spread_all(endpoint) for _ in range(5)))
    assert await spread_all(endpoint) == ["lead.created"] * 5


async def test_an_endpoint_that_is_off_waits_and_misses_nothing(company: Company) -> None:
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    await company.owner.done("updateWebhookEndpoint", {"id": endpoint.id, "active": False})
    await company.lead()
    assert await spread_all(endpoint) == []
    await company.owner.done("updateWebhookEndpoint", {"id": endpoint.id, "active": True})
    assert await spread_all(endpoint) == ["lead.created"]


async def test_forgotten_events_hold_nobody_up(company: Company, world: World) -> None:
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    await company.lead()
    async with world.sql() as connection:
        await connection.execute("delete from event where tenant_id = $1", company.tenant_id)
    assert await spread_all(endpoint) == []
    async with company.inside():
        row = await WebhookEndpoint.mine().get(id=endpoint.row_id)
    async with world.sql() as connection:
        behind = await connection.fetch("select endpoint_id from leadhub_endpoints_behind()")
    assert row.id not in {one["endpoint_id"] for one in behind}


async def test_a_range_is_sent_once_more(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "PAGE", 2)
    leads = [await company.lead() for _ in range(5)]
    await changed(company, leads[0], lastName="Changed")
    endpoint = await hook(company, NOBODY, eventTypes=["lead.created"])
    assert await spread_all(endpoint) == []
    async with company.inside():
        seqs = await Event.mine().filter(type="lead.created").order_by("seq").values_list("seq", flat=True)
    for _ in range(2):
        await company.owner.done(
            "replayEvents", {"endpointId": endpoint.id, "fromSeq": seqs[1], "toSeq": seqs[3]}
        )
        await spread_all(endpoint)
    deliveries = await endpoint.deliveries()
    assert [delivery["event"]["seq"] for delivery in deliveries] == [*seqs[1:4], *seqs[1:4]]
    assert len({delivery["id"] for delivery in deliveries}) == 6
    async with company.inside():
        assert not await WebhookReplay.mine().exists()


async def test_a_filter_that_cannot_be_read_any_more_switches_the_endpoint_off(
    company: Company, settings: Settings
) -> None:
    endpoint = await hook(company, NOBODY, filter={"companyName": {"eq": "Big"}})
    await change_row(company, {"id": endpoint.id}, lead_filter={"shoeSize": {"eq": 43}})
    async with at_work(settings):
        await company.lead()
        async with asyncio.timeout(30):
            while (await endpoint.shown("active"))["active"]:  # noqa: ASYNC110 - the worker does it
                await asyncio.sleep(0.02)
    async with company.inside():
        event = await Event.mine().get(type="webhook_endpoint.disabled")
    assert "LeadFilter has no field `shoeSize`" in event.changes["reason"]["to"]


async def test_one_endpoints_trouble_is_not_anothers(
    company: Company, rival: Company, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble = await hook(company, NOBODY, eventTypes=["lead.created"])
    sound = await hook(rival, NOBODY, eventTypes=["lead.created"])
    real, failed = spreading.of_interest, 0

    async def of_interest(endpoint: WebhookEndpoint, events: Any) -> Any:
        nonlocal failed
        if endpoint.id == trouble.row_id:
            failed += 1
            raise RuntimeError("a defect")
        return await real(endpoint, events)

    monkeypatch.setattr(spreading, "of_interest", of_interest)
    monkeypatch.setattr(spreading.Spreading, "every", 0.02)
    async with at_work(settings, webhook_retries=[timedelta(hours=1)]):
        await company.lead()
        await rival.lead()
        async with asyncio.timeout(30):
            while not await sound.deliveries():  # noqa: ASYNC110 - the worker does it
                await asyncio.sleep(0.02)
        await asyncio.sleep(0.2)
    assert failed == 1  # and not with every round
    assert await trouble.deliveries() == []
