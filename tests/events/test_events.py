"""The event log, as it is written: each change once, in the order of the commits."""

from collections import Counter
from typing import Any

import pytest

from leadhub.events.models import Event
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.events import emit, unit
from leadhub.kit.node import from_global
from leadhub.leads.models import Lead
from tests.world import Company, gather


async def events(company: Company, subject: str | None = None) -> list[Event]:
    """The events of the tenant, or of one lead."""
    async with company.inside():
        rows = Event.mine().order_by("seq")
        return await (rows.filter(subject_id=from_global(subject)[1]) if subject else rows)


async def test_each_change_is_one_event_with_the_version_it_made(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    for version, (mutation, more) in enumerate(
        [
            ("updateLead", {"jobTitle": "X", "emails": ["a@x.test"], "estimatedValue": {"amount": "5"}}),
            ("assignLead", {"ownerId": company.agent.id}),
            ("transitionLead", {"stageId": stages["Contacted"]}),
            ("deleteLead", {}),
            ("restoreLead", {}),
        ],
        1,
    ):
        await company.owner.done(mutation, {"id": lead["id"], "expectedVersion": version, **more})
    found = await events(company, lead["id"])
    assert [(event.type, event.version) for event in found] == [
        ("lead.created", 1),
        ("lead.updated", 2),
        ("lead.assigned", 3),
        ("lead.stage_changed", 4),
        ("lead.deleted", 5),
        ("lead.restored", 6),
    ]
    assert {(event.subject_type, event.actor_kind, event.actor_id) for event in found} == {
        ("Lead", "MEMBER", company.owner.member.id)
    }


async def test_a_new_lead_says_all_that_it_has(company: Company) -> None:
    stages = await company.stages()
    lead = await company.lead(
        lastName="Lovelace",
        emails=["ada@x.test"],
        phones=["030 123456"],
        tags=["hot"],
        estimatedValue={"amount": "1000.5", "currency": "EUR"},
        externalId={"system": "crm", "id": "1"},
        ownerId=company.agent.id,
        nextFollowUpAt="2026-12-24T18:00:00+01:00",
    )
    [event] = await events(company, lead["id"])
    assert event.changes == {
        "number": {"from": None, "to": lead["number"]},
        "lastName": {"from": None, "to": "Lovelace"},
        "status": {"from": None, "to": "OPEN"},
        "stageId": {"from": None, "to": stages["New"]},
        "ownerId": {"from": None, "to": company.agent.id},
        "teamId": {"from": None, "to": company.teams["North"]},
        "estimatedValue": {"from": None, "to": {"amount": "1000.50", "currency": "EUR"}},
        "nextFollowUpAt": {"from": None, "to": "2026-12-24T17:00:00+00:00"},
        "emails": {"from": [], "to": ["ada@x.test"]},
        "phones": {"from": [], "to": ["030 123456"]},
        "tags": {"from": [], "to": ["hot"]},
        "externalIds": {"from": [], "to": [{"system": "crm", "id": "1"}]},
    }


async def test_an_update_says_what_changed_and_nothing_else(company: Company) -> None:
    await company.owner.done("createCustomField", {"key": "size", "name": "Size", "kind": "NUMBER"})
    lead = await company.lead(
        lastName="A", jobTitle="B", tags=["x", "y"], estimatedValue={"amount": "5", "currency": "EUR"}
    )
    sources = (await company.owner.ok("{ leadSources { id } }"))["leadSources"]
    change = {
        "lastName": "A",
        "jobTitle": None,
        "tags": ["z", "y"],
        "estimatedValue": {"amount": "5.25", "currency": "USD"},
        "sourceId": sources[0]["id"],
        "customFields": {"size": 3},
        "doNotContact": True,
    }
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, **change})
    *_, event = await events(company, lead["id"])
    assert event.changes == {
        "jobTitle": {"from": "B", "to": None},
        "tags": {"from": ["x", "y"], "to": ["y", "z"]},
        "estimatedValue": {
            "from": {"amount": "5.00", "currency": "EUR"},
            "to": {"amount": "5.25", "currency": "USD"},
        },
        "sourceId": {"from": None, "to": sources[0]["id"]},
        "customFields": {"from": {}, "to": {"size": 3}},
        "doNotContact": {"from": False, "to": True},
    }


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ({"amount": "6", "currency": "EUR"}, {"amount": "6.00", "currency": "EUR"}),
        ({"amount": "5", "currency": "USD"}, {"amount": "5.00", "currency": "USD"}),
        (None, None),
    ],
)
async def test_money_changes_as_one(company: Company, value: Any, after: Any) -> None:
    lead = await company.lead(estimatedValue={"amount": "5", "currency": "EUR"})
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "estimatedValue": value})
    *_, event = await events(company, lead["id"])
    assert event.changes == {"estimatedValue": {"from": {"amount": "5.00", "currency": "EUR"}, "to": after}}


async def test_a_move_says_stage_status_and_reason(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    why = (await company.owner.ok("{ lostReasons { id } }"))["lostReasons"][0]["id"]
    await company.owner.done(
        "transitionLead",
        {
            "id": lead["id"],
            "expectedVersion": 1,
            "stageId": stages["Lost"],
            "lostReasonId": why,
            "lostNote": "x",
        },
    )
    *_, event = await events(company, lead["id"])
    assert event.changes == {
        "stageId": {"from": stages["New"], "to": stages["Lost"]},
        "status": {"from": "OPEN", "to": "LOST"},
        "lostReasonId": {"from": None, "to": why},
        "lostNote": {"from": None, "to": "x"},
    }


async def test_changes_are_named_as_in_the_schema(company: Company) -> None:
    data = await company.owner.ok(
        """{ lead: __type(name: "Lead") { fields { name } }
             input: __type(name: "UpdateLeadInput") { inputFields { name } }
             assign: __type(name: "AssignLeadInput") { inputFields { name } }
             move: __type(name: "TransitionLeadInput") { inputFields { name } } }"""
    )
    known = {
        row["name"]
        for kind in data.values()
        for row in [*(kind.get("fields") or []), *(kind.get("inputFields") or [])]
    }
    stages = await company.stages()
    lead = await company.lead(
        firstName="A",
        jobTitle="B",
        companyName="C",
        website="x.test",
        address={"city": "D"},
        locale="de",
        sourceDetail="E",
        utm={"source": "F"},
        referrer="G",
        landingPage="H",
        consent={"marketing": True, "basis": "CONSENT"},
        doNotContact=True,
        phones=["112"],
        estimatedValue={"amount": "1"},
        ownerId=company.agent.id,
    )
    await company.owner.done(
        "transitionLead", {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Won"]}
    )
    named = {name for event in await events(company, lead["id"]) for name in event.changes}
    assert named <= known
    assert len(named) > 15


async def test_seq_counts_every_commit_without_a_gap(company: Company) -> None:
    stages = await company.stages()

    async def work(at: int) -> None:
        lead = await company.lead(tags=[f"t{at % 4}"])
        await company.owner.refused("createLead", {"lastName": "X", "stageId": stages["Lost"]})
        for version in (1, 2):
            await company.owner.done(
                "updateLead", {"id": lead["id"], "expectedVersion": version, "jobTitle": f"v{version}"}
            )

    await gather(*(work(at) for at in range(12)))
    found = await events(company)
    assert [event.seq for event in found] == list(range(1, len(found) + 1))
    assert Counter(event.type for event in found) == {
        "lead.created": 12,
        "lead.updated": 24,
        "tag.created": 4,
    }
    for subject in {event.subject_id for event in found if event.subject_type == "Lead"}:
        assert [event.version for event in found if event.subject_id == subject] == [1, 2, 3]
    assert sorted(found, key=lambda event: event.at) == found


async def _emit_and_fail(id: str) -> None:
    async with unit():
        emit("lead.updated", await Lead.mine().get(id=from_global(id)[1]), {"jobTitle": (None, "X")})
        _ = 1 / 0


async def test_what_is_rolled_back_is_never_told(company: Company) -> None:
    lead = await company.lead()
    async with company.world.as_owner():
        with as_actor(system_actor(company.tenant_id)), pytest.raises(ZeroDivisionError):
            await _emit_and_fail(lead["id"])
    assert [event.type for event in await events(company)] == ["lead.created"]
    await company.lead()
    assert [event.seq for event in await events(company)] == [1, 2]


async def test_a_tenants_events_are_its_own(company: Company, rival: Company) -> None:
    await gather(company.lead(), rival.lead(), company.lead())
    assert [event.seq for event in await events(company)] == [1, 2]
    assert [event.seq for event in await events(rival)] == [1]
