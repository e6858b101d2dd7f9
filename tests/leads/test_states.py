"""What a lead was like before and after each event, told long after, beside what was seen at the time."""

import random
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from leadhub.events.models import Event
from leadhub.kit.actor import Actor, ActorKind, as_actor, system_actor
from leadhub.kit.db import transaction
from leadhub.kit.events import emit, unit
from leadhub.kit.node import from_global, to_global
from leadhub.kit.scopes import Reach
from leadhub.labels.models import Tag
from leadhub.leads import states
from leadhub.leads.models import ExternalId, Lead, LeadEmail, LeadPhone, LeadTag
from leadhub.leads.reach import is_in_reach
from leadhub.leads.states import LeadState, Passage, passages
from leadhub.pipelines.models import LeadStatus
from tests.leads.lists import seen
from tests.world import Caller, Company

# Events do not carry these, so that they are as they are now.
NOT_TOLD = ("stage_since", "last_activity_at", "updated_at")
_CHILDREN = {"emails", "phones", "tags", "external_ids"}


def told(state: LeadState | None) -> dict[str, Any] | None:
    """What events carry of a lead."""
    if state is None:
        return None
    return {field.name: getattr(state, field.name) for field in fields(state) if field.name not in NOT_TOLD}


class Diary:
    """Writes down, after each change, what all leads of a company are like: read with the plain models."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.pages: dict[tuple[UUID, int], dict[str, Any] | None] = {}

    async def write(self) -> None:
        async with self.company.inside():
            for lead in await Lead.mine():
                page = told(await _as_state(lead))
                # The same version is the same lead: whatever changes, the version tells.
                assert self.pages.setdefault((lead.id, lead.version), page) == page

    async def done(self, mutation: str, input: dict[str, Any], by: Caller | None = None) -> None:
        await (by or self.company.owner).done(mutation, input)
        await self.write()

    async def check(self) -> list[Event]:
        """All events at once, the rows far ahead of most."""
        events = await all_events(self.company)
        found = await passed(self.company, events)
        assert found.keys() == {event.seq for event in events}
        for event in events:
            passage, version = found[event.seq], event.version or 0
            about = (event.seq, event.type, event.changes)
            assert told(passage.after) == self.pages[event.subject_id, version], about
            assert told(passage.before) == self.pages.get((event.subject_id, version - 1)), about
            assert (passage.before is None) == (event.type == "lead.created"), about
        return events


async def _as_state(lead: Lead) -> LeadState:
    mine = {"lead_id": lead.id}
    links = await LeadTag.mine().filter(**mine)
    tags = await Tag.mine().filter(id__in=[link.tag_id for link in links])
    ids = await ExternalId.mine().filter(**mine)
    return LeadState(
        **{
            field.name: getattr(lead, field.name)
            for field in fields(LeadState)
            if field.name not in _CHILDREN
        },
        emails=tuple(row.normalised for row in await LeadEmail.mine().filter(**mine).order_by("position")),
        phones=tuple(row.normalised for row in await LeadPhone.mine().filter(**mine).order_by("position")),
        tags=tuple(sorted(tag.name for tag in tags)),
        external_ids=tuple(sorted((row.system, row.external_id) for row in ids)),
    )


async def all_events(company: Company) -> list[Event]:
    async with company.inside():
        return await Event.mine().filter(subject_type="Lead").order_by("seq")


async def passed(company: Company, events: Sequence[Event]) -> dict[int, Passage]:
    """The passages, on the connections and under the rights of the application."""
    with as_actor(system_actor(company.tenant_id)):
        return await passages(events)


async def the_passages(company: Company, lead: dict[str, Any]) -> list[Any]:
    """All passages of one lead, in their order."""
    id = from_global(lead["id"])[1]
    events = [event for event in await all_events(company) if event.subject_id == id]
    found = await passed(company, events)
    return [found[event.seq] for event in events]


_FIELDS: dict[str, list[Any]] = {
    "firstName": ["Ada", "Bob", None],
    "companyName": ["Acme", None],
    "jobTitle": ["CEO", None],
    "website": ["acme.test", "https://b.test", None],
    "emails": [[], ["ada@x.test"], ["Ada@X.test", "Bob@Müller.example"], ["bob@x.test", "ada@x.test"]],
    "phones": [[], ["030 123456"], ["+1 415 555 2671", "ext. 12"], ["+49 30 123456"]],
    "tags": [[], ["hot"], ["hot", "cold"], ["vip"]],
    "estimatedValue": [None, {"amount": "5"}, {"amount": "5.2501"}, {"amount": "5", "currency": "USD"}],
    "doNotContact": [True, False],
    "nextFollowUpAt": [None, "2026-12-24T18:00:00+01:00", "2027-01-01T00:00:00.123456Z"],
    "customFields": [{"size": 3}, {"size": None}, None],
    "locale": ["de", None],
}


def _update(company: Company, there: dict[str, Any], dice: random.Random) -> tuple[str, dict[str, Any]]:
    chosen = {name: dice.choice(_FIELDS[name]) for name in dice.sample(sorted(_FIELDS), dice.randrange(1, 5))}
    if dice.random() < 0.4:
        chosen["sourceId"] = dice.choice([*there["sources"], None])
    if dice.random() < 0.4:
        pairs = [{"system": "crm", "id": there["number"]}, {"system": "a", "id": there["number"]}]
        chosen["externalIds"] = dice.sample(pairs, dice.randrange(3))
    return "updateLead", chosen


def _assign(company: Company, there: dict[str, Any], dice: random.Random) -> tuple[str, dict[str, Any]]:
    people = [company.agent.id, company.outsider.id, company.admin.id, None]
    hands: dict[str, Any] = {}
    if dice.random() < 0.7:
        hands["ownerId"] = dice.choice(people)
    if dice.random() < 0.5:
        hands["teamId"] = dice.choice([*company.teams.values(), None])
    return "assignLead", hands


def _move(company: Company, there: dict[str, Any], dice: random.Random) -> tuple[str, dict[str, Any]]:
    name = dice.choice([name for name in there["stages"] if there["stages"][name] != there["stageId"]])
    lost = {"lostReasonId": dice.choice(there["reasons"]), "lostNote": "x"} if name == "Lost" else {}
    return "transitionLead", {"stageId": there["stages"][name], **lost}


_STEPS: list[Callable[..., tuple[str, dict[str, Any]]]] = [_update, _update, _assign, _move]


@pytest.mark.parametrize("seed", range(4))
async def test_any_changes_can_be_unwound(company: Company, seed: int) -> None:
    dice, diary = random.Random(seed), Diary(company)  # noqa: S311
    await company.owner.done("createCustomField", {"key": "size", "name": "Size", "kind": "NUMBER"})
    data = await company.owner.ok("{ leadSources { id } lostReasons { id } }")
    there: dict[str, Any] = {
        "sources": [row["id"] for row in data["leadSources"]],
        "reasons": [row["id"] for row in data["lostReasons"]],
        "stages": await company.stages(),
    }
    leads = [await company.lead(tags=["hot"], phones=["030 123456"], ownerId=company.agent.id) for _ in "123"]
    await diary.write()
    for _ in range(25):
        lead = dice.choice(leads)
        now = await seen(company.owner, lead["id"], "version deletedAt stage { id }")
        here = there | {"number": lead["number"], "stageId": now["stage"]["id"]}
        if now["deletedAt"]:
            step, input = "restoreLead", {}
        elif dice.random() < 0.1:
            step, input = "deleteLead", {}
        else:
            step, input = dice.choice(_STEPS)(company, here, dice)
        await diary.done(step, {"id": lead["id"], "expectedVersion": now["version"], **input})
    events = await diary.check()
    await _check_parts(company, events, dice)


async def _check_parts(company: Company, events: list[Event], dice: random.Random) -> None:
    """Any of the events, in any order, are told as all together are."""
    whole = await passed(company, events)
    for size in (1, 1, 2, 3, len(events) // 2):
        some = dice.sample(events, size)
        assert await passed(company, some) == {event.seq: whole[event.seq] for event in some}


async def test_what_settings_and_people_do_to_leads_can_be_unwound(company: Company) -> None:
    diary, owner = Diary(company), company.owner
    stages = await company.stages()
    data = await owner.ok("{ leadSources { id } lostReasons { id } }")
    made = await owner.done("createPipeline", {"name": "Partners"}, "pipeline { id stages { id } }")
    partners = made["pipeline"]
    lead = await company.lead(
        sourceId=data["leadSources"][0]["id"],
        tags=["vip", "fair"],
        stageId=stages["Proposal"],
        ownerId=company.agent.id,
        fields="tags { id name }",
    )
    other = await company.lead(tags=["vip", "cold"], fields="tags { id name }")
    third = await company.lead(stageId=partners["stages"][0]["id"], teamId=company.teams["North"])
    await diary.write()
    tags = {tag["name"]: tag["id"] for tag in [*lead["tags"], *other["tags"]]}
    await diary.done("archiveTag", {"id": tags["vip"], "expectedVersion": 1, "replaceWith": tags["cold"]})
    steps = [
        ("archiveStage", stages["Proposal"], stages["Contacted"]),
        ("archivePipeline", partners["id"], stages["New"]),
        ("archiveLeadSource", data["leadSources"][0]["id"], data["leadSources"][1]["id"]),
    ]
    for step, id, heir in steps:
        await diary.done(step, {"id": id, "expectedVersion": 1, "replaceWith": heir})
    await diary.done("claimLead", {"id": third["id"]}, by=company.agent)
    await diary.done("suspendMember", {"id": company.agent.id, "reassignTo": company.colleague.id})
    await diary.done(
        "changeMemberRole", {"id": company.colleague.id, "role": "VIEWER", "reassignTo": company.outsider.id}
    )
    lost = {"stageId": stages["Lost"], "lostReasonId": data["lostReasons"][0]["id"]}
    version = (await seen(owner, third["id"], "version"))["version"]
    await diary.done("transitionLead", {"id": third["id"], "expectedVersion": version, **lost})
    retired = {"id": lost["lostReasonId"], "expectedVersion": 1, "replaceWith": data["lostReasons"][1]["id"]}
    await diary.done("archiveLostReason", retired)
    gone = {"id": company.teams["South"], "expectedVersion": 1, "replaceWith": company.teams["North"]}
    await diary.done("deleteTeam", gone)
    events = await diary.check()
    carried = {name for event in events for name in event.changes}
    assert carried >= {"pipelineId", "stageId", "sourceId", "lostReasonId", "ownerId", "teamId", "tags"}


async def test_who_saw_a_lead_before_and_after(company: Company) -> None:
    lead = await company.lead(ownerId=company.agent.id)
    away = {"id": lead["id"], "expectedVersion": 1, "ownerId": company.outsider.id}
    await company.owner.done("assignLead", away)
    _, moved = await the_passages(company, lead)
    assert moved.lead_id == from_global(lead["id"])[1]
    agent, outsider = (
        Actor(ActorKind.MEMBER, company.tenant_id, who.member.id, reach=Reach.OWN)
        for who in (company.agent, company.outsider)
    )
    assert [is_in_reach(agent, state) for state in (moved.before, moved.after)] == [True, False]
    assert [is_in_reach(outsider, state) for state in (moved.before, moved.after)] == [False, True]


async def test_a_deleted_lead_is_told_with_the_moment(company: Company) -> None:
    lead = await company.lead()
    await company.owner.done("deleteLead", {"id": lead["id"], "expectedVersion": 1})
    await company.owner.done("restoreLead", {"id": lead["id"]})
    created, deleted, restored = await the_passages(company, lead)
    gone = datetime.fromisoformat((await all_events(company))[1].changes["deletedAt"]["to"])
    moments = [passage.after.deleted_at for passage in (created, deleted, restored)]
    assert moments == [None, gone, None]
    assert restored.before == deleted.after


async def test_a_new_lead_was_nothing_before(company: Company) -> None:
    lead = await company.lead(estimatedValue={"amount": "1000.5"}, emails=["Ada@X.test"], phones=["12"])
    [passage] = await the_passages(company, lead)
    assert passage.before is None
    assert (passage.after.estimated_amount, passage.after.emails, passage.after.phones) == (
        Decimal("1000.5"),
        ("ada@x.test",),
        (None,),
    )


async def test_what_was_typed_is_compared_as_it_was_stored(company: Company) -> None:
    typed = {
        "emails": ["Bob@Müller.example", "Ada@X.test"],
        "phones": ["030 123456", "ext. 12"],
        "tags": ["hot", "cold"],
        "externalIds": [{"system": "crm", "id": "7"}, {"system": "a", "id": "9"}],
    }
    lead = await company.lead(companyName="Acme")
    for version, lists in enumerate((typed, {name: [] for name in typed}), 1):
        change = {"id": lead["id"], "expectedVersion": version, **lists}
        await company.owner.done("updateLead", change)
    created, filled, emptied = await the_passages(company, lead)
    assert filled.after == emptied.before
    assert emptied.before.emails == ("bob@xn--mller-kva.example", "ada@x.test")
    assert emptied.before.phones == ("+4930123456", None)
    assert emptied.before.tags == ("cold", "hot")
    assert emptied.before.external_ids == (("a", "9"), ("crm", "7"))
    nothing = [getattr(created.after, name) for name in sorted(_CHILDREN)]
    assert nothing == [getattr(emptied.after, name) for name in sorted(_CHILDREN)] == [(), (), (), ()]


async def test_lists_of_a_lead_as_it_is_are_sorted(company: Company) -> None:
    ids = [{"system": "crm", "id": "7"}, {"system": "a", "id": "9"}, {"system": "a", "id": "10"}]
    lead = await company.lead(tags=["m", "z", "a", "k"])
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "externalIds": ids})
    *_, updated = await the_passages(company, lead)
    assert updated.after.tags == ("a", "k", "m", "z")
    assert updated.after.external_ids == (("a", "10"), ("a", "9"), ("crm", "7"))


async def test_a_status_is_a_status_again(company: Company) -> None:
    stages, lead = await company.stages(), await company.lead()
    won = {"id": lead["id"], "expectedVersion": 1, "stageId": stages["Won"]}
    await company.owner.done("transitionLead", won)
    _, moved = await the_passages(company, lead)
    assert (moved.before.status, moved.after.status) == (LeadStatus.OPEN, LeadStatus.WON)
    assert type(moved.before.status) is type(moved.after.status) is LeadStatus


async def test_an_event_that_leaves_the_version_shifts_no_other(company: Company) -> None:
    lead = await company.lead()
    async with company.inside(), unit():
        emit("lead.updated", await Lead.mine().get(id=from_global(lead["id"])[1]), {})
    change = {"id": lead["id"], "expectedVersion": 1, "jobTitle": "X"}
    await company.owner.done("updateLead", change)
    found = await the_passages(company, lead)
    assert [passage.after.version for passage in found] == [1, 1, 2]


async def test_nobody_knows_what_a_purged_lead_was_like(company: Company) -> None:
    lead, other = await company.lead(), await company.lead()
    events = await all_events(company)
    id = from_global(lead["id"])[1]
    async with company.world.sql() as connection:
        await connection.execute("delete from lead where id = $1", id)
    found = await passed(company, events)
    assert found[1] == Passage(id, None, None)
    assert found[2].after is not None
    assert to_global("Lead", found[2].lead_id) == other["id"]


async def test_events_of_other_things_are_left_out(company: Company) -> None:
    await company.owner.done("createTag", {"name": "hot"})
    lead = await company.lead()
    async with company.inside():
        events = await Event.mine().order_by("seq")
    assert [event.type for event in events] == ["tag.created", "lead.created"]
    assert list(await passed(company, events)) == [2]
    assert await passed(company, events[:1]) == await passed(company, []) == {}
    assert (await passed(company, events))[2].lead_id == from_global(lead["id"])[1]


async def test_another_tenants_leads_are_nobodys(company: Company, rival: Company) -> None:
    lead = await rival.lead()
    found = await passed(company, await all_events(rival))
    assert found == {1: Passage(from_global(lead["id"])[1], None, None)}


async def test_it_takes_one_statement_and_for_late_events_two(
    company: Company, queries: Callable[[], list[str]]
) -> None:
    leads = [await company.lead(tags=["a"]) for _ in range(5)]
    for lead in leads:
        for version in (1, 2):
            change = {"id": lead["id"], "expectedVersion": version, "jobTitle": f"v{version}"}
            await company.owner.done("updateLead", change)
    events = await all_events(company)

    async def statements(some: Sequence[Event]) -> int:
        before = len(queries())
        await passed(company, some)
        return len(queries()) - before

    assert await statements(events) == 1
    assert await statements(events[-4:]) == 1
    assert await statements(events[:7]) == 2
    assert await statements(events[::2]) == 2
    assert await statements([]) == 0


async def test_it_can_be_asked_inside_a_transaction(company: Company) -> None:
    await company.lead()
    events = await all_events(company)
    with as_actor(system_actor(company.tenant_id)):
        async with transaction():
            assert (await passages(events))[1].after is not None


async def test_a_change_while_the_question_is_answered_is_not_mixed_in(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = await company.lead(jobTitle="v1")
    change = {"id": lead["id"], "expectedVersion": 1, "jobTitle": "v2"}
    await company.owner.done("updateLead", change)
    read = states._now

    async def read_and_wait(*asked: Any) -> Any:
        found = await read(*asked)
        await company.owner.done("updateLead", change | {"expectedVersion": 2, "jobTitle": "v3"})
        return found

    monkeypatch.setattr(states, "_now", read_and_wait)
    [first, _] = await all_events(company)
    passage = (await passed(company, [first]))[first.seq]
    assert passage.after is not None
    assert (passage.after.job_title, passage.after.version) == ("v1", 1)


async def test_a_phone_number_keeps_the_country_it_was_read_in(company: Company) -> None:
    lead = await company.lead(phones=["030 123456"])
    more = {"id": lead["id"], "expectedVersion": 1, "phones": ["030 123456", "040 123456"]}
    await company.owner.done("updateLead", more)
    await company.owner.done("updateTenant", {"expectedVersion": 1, "defaultCountry": "US"})
    created, updated = await the_passages(company, lead)
    assert created.after.phones == updated.before.phones == ("+4930123456",)
    assert updated.after.phones == ("+4930123456", "+4940123456")


async def test_a_tag_has_its_name_of_today_until_events_say_otherwise(company: Company) -> None:
    lead = await company.lead(tags=["old"], fields="tags { id }")
    tag = lead["tags"][0]["id"]
    await company.owner.done("updateTag", {"id": tag, "expectedVersion": 1, "name": "new"})
    [created] = await the_passages(company, lead)
    assert created.after.tags == ("new",)
    await company.owner.done("updateLead", {"id": lead["id"], "expectedVersion": 1, "tags": []})
    created, emptied = await the_passages(company, lead)
    assert (created.after.tags, emptied.before.tags, emptied.after.tags) == (("new",), ("new",), ())
