"""Nobody is told of a lead that is not theirs to see: leads change hands at random while many watch, and then all
that they were told is held against the history in `events`."""

import asyncio
import json
import random
from collections import defaultdict
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.streams.following import Stream, stream_of
from tests.world import Caller, Company, World, gather

LEADS, WRITERS, STEPS = 20, 4, 40
MARK = "the end"
CHANGED = """subscription($filter: LeadFilter) { leadChanged(filter: $filter) { kind leadId seq type lead {
  id version lastName jobTitle status deletedAt emails { value } owner { id } team { id } } } }"""

State = dict[str, Any]
Sees = Callable[[State], bool]


@dataclass
class Watcher:
    """Somebody with a stream: which leads are theirs to see, and which of those they asked for. `last` owns the
    last lead that they hear of."""

    name: str
    caller: Caller
    sees: Sees
    last: str = "agent"
    filter: dict[str, Any] | None = None
    asks: Sees = lambda _: True
    told: list[dict[str, Any]] = field(default_factory=list)

    def holds(self, state: State | None) -> bool:
        return state is not None and state.get("deletedAt") is None and self.sees(state) and self.asks(state)

    async def watch(self, stream: Stream) -> None:
        """Until a lead comes that ends the story."""
        while not self.told or (self.told[-1]["lead"] or {}).get("lastName") != f"{MARK} {self.last}":
            self.told.append(await stream.next())


def watchers(company: Company) -> list[Watcher]:
    north, south = company.teams["North"], company.teams["South"]

    def agent(caller: Caller, team: str) -> Sees:
        def sees(lead: State) -> bool:
            owner = lead.get("ownerId")
            return owner == caller.id if owner else lead.get("teamId") == team

        return sees

    def manager(lead: State) -> bool:
        return lead.get("ownerId") == company.manager.id or lead.get("teamId") == north

    def everybody(_: State) -> bool:
        return True

    hot = {"jobTitle": {"eq": "hot"}}
    return [
        Watcher("agent", company.agent, agent(company.agent, north)),
        Watcher("colleague", company.colleague, agent(company.colleague, north), "colleague"),
        Watcher("outsider", company.outsider, agent(company.outsider, south), "outsider"),
        Watcher("manager", company.manager, manager),
        Watcher("viewer", company.viewer, everybody),
        Watcher("owner", company.owner, everybody),
        Watcher(
            "owner of open ones",
            company.owner,
            everybody,
            filter={"status": {"eq": "OPEN"}},
            asks=lambda lead: lead["status"] == "OPEN",
        ),
        Watcher(
            "agent with hot ones",
            company.agent,
            agent(company.agent, north),
            filter={"or": [hot, {"lastName": {"startsWith": MARK}}]},
            asks=lambda lead: lead.get("jobTitle") == "hot" or lead["lastName"].startswith(MARK),
        ),
    ]


async def write(company: Company, leads: list[str], chance: random.Random) -> None:
    """Something happens to some lead, again and again. What comes too late for another's change is let be."""
    stages = await company.stages()
    owners = [None, *(company.people[name].id for name in ("agent", "colleague", "outsider", "manager"))]
    lead_of = "query($id: ID!) { lead(id: $id) { version deletedAt } }"
    for _ in range(STEPS):
        lead = (await company.owner.ok(lead_of, id=(id := chance.choice(leads))))["lead"]
        change: dict[str, Any] = {"id": id, "expectedVersion": lead["version"]}
        match chance.randrange(8):
            case _ if lead["deletedAt"]:
                mutation = "restoreLead"
            case 0 | 1 | 2 | 3:
                mutation = "assignLead"
                change["ownerId"] = chance.choice(owners)
                if chance.random() < 0.7:
                    change["teamId"] = chance.choice([None, *company.teams.values()])
            case 4:
                mutation = "deleteLead"
            case 5 | 6:
                mutation = "updateLead"
                change["jobTitle"] = chance.choice(["hot", "cold"])
            case _:
                mutation = "transitionLead"
                change["stageId"] = stages[chance.choice(["New", "Contacted", "Qualified", "Won"])]
        await company.owner.do(mutation, change)


@dataclass
class Past:
    """Each lead after each of its events, in order: (seq, version, state)."""

    leads: dict[str, list[tuple[int, int, State]]]

    def of(self, lead: str, seq: int) -> tuple[State | None, State]:
        """What the lead was like right before and after this event."""
        states = self.leads[lead]
        at = next(at for at, (number, _, _) in enumerate(states) if number == seq)
        return states[at - 1][2] if at else None, states[at][2]


async def past_of(company: Company) -> Past:
    leads, after = defaultdict[str, list[Any]](list), 0
    while True:
        page = (
            await company.owner.ok(
                "query($after: Int!) { events(after: $after, first: 100) {"
                " events { seq subjectId version changes type } lastSeq hasMore } }",
                after=after,
            )
        )["events"]
        for event in page["events"]:
            if event["type"].startswith("lead."):
                states = leads[event["subjectId"]]
                known = states[-1][2] if states else {}
                now = known | {name: change["to"] for name, change in event["changes"].items()}
                states.append((event["seq"], event["version"], now))
        after = page["lastSeq"]
        if not page["hasMore"]:
            return Past(leads)


def check_each_item(watcher: Watcher, past: Past) -> None:
    """Every item is what its event was to the watcher, and shows the lead as it was theirs to see."""
    for item in watcher.told:
        before, after = past.of(item["leadId"], item["seq"])
        was, is_now = watcher.holds(before), watcher.holds(after)
        kind = ("UPDATED" if was else "ENTERED") if is_now else "LEFT"
        assert was or is_now, f"{watcher.name} was told of what is not theirs: {item}"
        assert item["kind"] == kind, (watcher.name, item)
        if kind == "LEFT":
            assert item["lead"] is None
        else:
            shown = [
                (seq, state)
                for seq, version, state in past.leads[item["leadId"]]
                if version == item["lead"]["version"]
            ]
            [(seq, state)] = shown
            assert seq >= item["seq"]
            assert watcher.sees(state), f"{watcher.name} was shown what is not theirs: {item}"


def check_nothing_is_missing(watcher: Watcher, past: Past) -> None:
    """Every event that was something to the watcher was told, but for leads that were gone before they were read."""
    told = {item["seq"] for item in watcher.told}
    for states in past.leads.values():
        for at, (seq, _, state) in enumerate(states):
            was = watcher.holds(states[at - 1][2]) if at else False
            if seq in told or not (was or watcher.holds(state)) or seq > max(told):
                continue
            assert watcher.holds(state), f"{watcher.name} was not told that a lead left with {seq}"
            later = [after for _, _, after in states[at:]]
            assert not all(map(watcher.sees, later)), f"{watcher.name} was not told of {seq}"


async def believed_and_true(watcher: Watcher) -> tuple[set[str], set[str]]:
    believed = set[str]()
    for item in watcher.told:
        (believed.discard if item["kind"] == "LEFT" else believed.add)(item["leadId"])
    data = await watcher.caller.ok(
        "query($filter: LeadFilter) { leads(first: 100, filter: $filter) { nodes { id } } }",
        filter=watcher.filter,
    )
    return believed, {lead["id"] for lead in data["leads"]["nodes"]}


@pytest.mark.parametrize("seed", [1])
async def test_nobody_is_told_of_a_lead_that_is_not_theirs_and_all_know_theirs_in_the_end(
    world: World, seed: int
) -> None:
    company = await world.company(mask_contacts_for_viewers=True)
    people = watchers(company)
    async with AsyncExitStack() as stack:
        watching = [
            asyncio.create_task(
                one.watch(await stack.enter_async_context(stream_of(one.caller, CHANGED, filter=one.filter)))
            )
            for one in people
        ]
        leads = [
            (await company.lead(emails=[f"secret{number}@hidden.test"], jobTitle="hot"))["id"]
            for number in range(LEADS)
        ]
        chances = [random.Random(f"{seed} {writer}") for writer in range(WRITERS)]  # noqa: S311
        await gather(*(write(company, leads, chance) for chance in chances))
        for name in ("colleague", "outsider", "agent"):
            await company.lead(lastName=f"{MARK} {name}", ownerId=company.people[name].id)
        await asyncio.wait_for(gather(*watching), 20)
    past = await past_of(company)
    for watcher in people:
        numbers = [item["seq"] for item in watcher.told]
        assert numbers == sorted(set(numbers))
        check_each_item(watcher, past)
        check_nothing_is_missing(watcher, past)
        believed, true = await believed_and_true(watcher)
        assert believed == true, watcher.name
    told = {watcher.name: json.dumps(watcher.told) for watcher in people}
    assert "secret" in told["owner"]
    assert "secret" not in told["viewer"]
    assert "hidden" not in told["viewer"]
    assert all(len(watcher.told) > 5 for watcher in people)
