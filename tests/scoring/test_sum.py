"""Whatever happens, a score is the sum of its breakdown, and that is what the rules say of the lead."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from leadhub.kit.work import Lent
from leadhub.process import Background, lend
from leadhub.scoring.decaying import DecayScores
from leadhub.scoring.models import ScoringRule
from leadhub.scoring.worth import worth
from leadhub.settings import Settings
from tests.leads.crowd import START
from tests.leads.lists import page
from tests.merging.merged import merge
from tests.scoring.scored import Clock, rescored
from tests.world import Company

TITLES, FIRMS, TAGS = ["CEO", "Chief", None], ["Acme", None], [["hot"], ["hot", "new"], []]
FILTERS: list[dict[str, Any]] = [
    {},
    {"jobTitle": {"contains": "c"}},
    {"not": {"jobTitle": {"eq": "CEO"}}},
    {"or": [{"tag": {"eq": "hot"}}, {"companyName": {"isNull": False}}]},
    {"status": {"ne": "OPEN"}, "lastActivityAt": {"isNull": False}},
    {"ownerId": {"isNull": True}},
]
DECAYS = [None, {"points": 1, "days": 1}, {"points": 400, "days": 3}]
LEAD = "id version score rating scoreBreakdown { points rule { id } }"


class Tenant:
    """A tenant in which anything may happen, by a seed."""

    def __init__(self, company: Company, clock: Clock, lent: Lent, seed: int) -> None:
        self.company, self.clock, self.lent = company, clock, lent
        self.dice = random.Random(seed)  # noqa: S311
        self.merges: list[str] = []

    async def leads(self) -> list[dict[str, Any]]:
        return (await page(self.company.owner, LEAD, first=100))["nodes"]

    async def rules(self) -> list[dict[str, Any]]:
        fields = "id version filter points active decay { points }"
        return (await self.company.owner.ok(f"{{ scoringRules {{ {fields} }} }}"))["scoringRules"]

    async def happen(self) -> None:
        """One thing, whatever it is."""
        to_leads = [self.come, self.come, self.change, self.change, self.move, self.go, self.merge, self.undo]
        to_rules = [self.rule, self.rule_changes, self.cap, self.tick]
        await self.dice.choice([*to_leads, *to_rules])()

    async def come(self) -> None:
        await self.company.lead(**self._fields(), ownerId=self.dice.choice([self.company.agent.id, None]))

    def _fields(self) -> dict[str, Any]:
        pick = self.dice.choice
        return {"jobTitle": pick(TITLES), "companyName": pick(FIRMS), "tags": pick(TAGS)}

    async def _do(self, mutation: str, **more: Any) -> None:
        """A change of some lead; it may be refused, since the lead is there already."""
        if leads := await self.leads():
            lead = self.dice.choice(leads)
            input = {"id": lead["id"], "expectedVersion": lead["version"], **more}
            await self.company.owner.do(mutation, input)

    async def change(self) -> None:
        await self._do("updateLead", **self._fields())

    async def move(self) -> None:
        stages = await self.company.stages()
        await self._do("transitionLead", stageId=stages[self.dice.choice(["Qualified", "Proposal"])])

    async def go(self) -> None:
        await self._do("deleteLead")

    async def merge(self) -> None:
        leads = [lead["id"] for lead in await self.leads()]
        if len(leads) > 1:
            self.merges.append((await merge(self.company.owner, *self.dice.sample(leads, 2)))["merge"]["id"])

    async def undo(self) -> None:
        if self.merges:
            await self.company.owner.do("undoMerge", {"mergeId": self.merges.pop()})

    def _rule(self) -> dict[str, Any]:
        pick = self.dice.choice
        points = pick([-1000, -7, 1, 30, 1000])
        return {"filter": pick(FILTERS), "points": points, "decay": pick(DECAYS)}

    async def rule(self) -> None:
        name = str(self.dice.random())
        await self.company.owner.done("createScoringRule", {"name": name, **self._rule()})

    async def rule_changes(self) -> None:
        if rules := await self.rules():
            rule = self.dice.choice(rules)
            input = {"id": rule["id"], "expectedVersion": rule["version"]}
            active = {"active": self.dice.choice([True, False])}
            if self.dice.random() < 0.3:
                await self.company.owner.done("archiveScoringRule", input)
            else:
                await self.company.owner.done("updateScoringRule", input | self._rule() | active)

    async def cap(self) -> None:
        data = await self.company.owner.ok("{ scoringSettings { version } }")
        input = {
            "expectedVersion": data["scoringSettings"]["version"],
            "highest": self.dice.choice([20, 900, None]),
        }
        await self.company.owner.done("updateScoringSettings", input)

    async def tick(self) -> None:
        self.clock.go(hours=self.dice.choice([-30, 5, 30, 100]))
        await DecayScores(self.lent).round()

    async def check(self) -> None:
        """The sum, always."""
        for lead in await self.leads():
            assert (lead["score"] or 0) == sum(item["points"] for item in lead["scoreBreakdown"]), lead
            assert (lead["score"] is None) == (lead["rating"] is None)

    async def check_rules(self) -> None:
        """Every lead has an item of every rule whose filter finds it, of all its points where they do not decay."""
        await rescored(self.company)
        await self.check()
        expected: dict[str, dict[str, int | None]] = {lead["id"]: {} for lead in await self.leads()}
        for rule in await self.rules():
            if rule["active"]:
                found = await page(self.company.owner, "id", first=100, filter=rule["filter"])
                for node in found["nodes"]:
                    expected[node["id"]][rule["id"]] = None if rule["decay"] else rule["points"]
        for lead in await self.leads():
            items = {item["rule"]["id"]: item["points"] for item in lead["scoreBreakdown"] if item["rule"]}
            assert items.keys() == expected[lead["id"]].keys()
            for id, points in expected[lead["id"]].items():
                assert points in {None, items[id]}


async def live(company: Company, settings: Settings, clock: Clock, seed: int, steps: int) -> None:
    """A while in a tenant's life."""
    lent = Lent(settings, lend(settings, Background(), is_server=False), 1)
    tenant = Tenant(company, clock, lent, seed)
    for step in range(steps):
        await tenant.happen()
        await tenant.check()
        if step % 10 == 9:
            await tenant.check_rules()


@pytest.mark.parametrize("seed", range(2))
async def test_a_score_is_the_sum_of_its_breakdown(
    company: Company, settings: Settings, clock: Clock, seed: int
) -> None:
    await live(company, settings, clock, seed, steps=30)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(100, 120))
async def test_a_score_is_the_sum_of_its_breakdown_for_long(
    company: Company, settings: Settings, clock: Clock, seed: int
) -> None:
    await live(company, settings, clock, seed, steps=200)


@given(
    points=st.integers(-1000, 1000).filter(bool),
    lost=st.integers(1, 1000),
    days=st.integers(1, 3650),
    seconds=st.integers(0, 10**9),
)
@examples(max_examples=200, deadline=None)
def test_points_fall_at_the_moment_that_was_told_and_never_beyond_nothing(
    points: int, lost: int, days: int, seconds: int
) -> None:
    rule = ScoringRule(tenant_id=uuid4(), points=points, decay_points=lost, decay_days=days)
    moment = START + timedelta(seconds=seconds)
    now, decays_at = worth(rule, START, moment)
    assert 0 <= now * (1 if points > 0 else -1) <= abs(points)
    if decays_at is None:
        assert now == 0
        return
    assert moment < decays_at <= moment + timedelta(days=days)
    before, _ = worth(rule, START, decays_at - timedelta(microseconds=1))
    after, _ = worth(rule, START, decays_at)
    assert (before, abs(before) - abs(after)) == (now, min(lost, abs(now)))
