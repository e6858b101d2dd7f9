"""A simulation says what creating the lead then does, and does nothing itself."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from leadhub.kit.scopes import Role
from tests.routing.teams import log, people, rule, set_availability, shares
from tests.world import Caller, Company

DECISION = (
    "lead { id } strategy queued rule { name } member { name } candidates { skipped reason member { name } }"
)
SIMULATE = f"query($input: CreateLeadInput!) {{ simulateAssignment(input: $input) {{ {DECISION} }} }}"
JOBS, FIRMS = ("CEO", "CTO", "Intern"), ("Engines", "Maps", "Clinics")


async def simulate(caller: Caller, **input: Any) -> dict[str, Any]:
    return (await caller.ok(SIMULATE, input=input))["simulateAssignment"]


async def test_it_says_what_then_happens_and_does_nothing(company: Company) -> None:
    await rule(company, "ROUND_ROBIN", teamId=company.teams["North"])
    said = await simulate(company.owner, lastName="Ada")
    assert await simulate(company.owner, lastName="Ada") == said, "it took nobody's turn"
    data = await company.owner.ok("{ leads { totalCount } }")
    assert data["leads"]["totalCount"] == 0
    [decision] = await log(company, await company.lead(lastName="Ada"))
    assert said["lead"] is None
    assert decision | {"lead": None, "member": None} == said | {"member": None} | {
        "candidates": decision["candidates"]
    }
    assert decision["member"]["name"] == said["member"]["name"]


async def test_an_owner_who_is_named_is_who_gets_it(company: Company) -> None:
    await rule(company, "QUEUE")
    said = await simulate(company.owner, lastName="Ada", ownerId=company.agent.id)
    assert said == {
        "lead": None,
        "strategy": None,
        "queued": False,
        "rule": None,
        "member": {"name": "Agent"},
        "candidates": [],
    }


async def test_it_refuses_what_creating_refuses(company: Company) -> None:
    for input, message in [
        ({}, "Give at least a name"),
        ({"emails": ["no"]}, "@-sign"),
        ({"lastName": "x" * 101}, "100"),
    ]:
        answer = await company.owner(SIMULATE, input=input)
        assert answer.code == "BAD_REQUEST"
        assert message in answer.errors[0]["message"]
    answer = await company.owner(SIMULATE, input={"lastName": "Ada", "stageId": company.agent.id})
    assert answer.code == "INVALID"
    answer = await company.manager(SIMULATE, input={"lastName": "Ada", "ownerId": company.outsider.id})
    assert answer.code == "FORBIDDEN"


async def test_a_manager_s_simulation_counts_what_they_do_not_see(company: Company) -> None:
    await rule(company, "LEAST_BUSY", weights=shares((company.agent, company.outsider), 1, 1))
    await company.lead(ownerId=company.outsider.id)
    await company.lead(ownerId=company.outsider.id)
    await company.lead(ownerId=company.agent.id)
    assert (await simulate(company.manager, lastName="Ada"))["member"]["name"] == "Agent"
    await company.lead(ownerId=company.agent.id)
    await company.lead(ownerId=company.agent.id)
    assert (await simulate(company.manager, lastName="Ada"))["member"]["name"] == "Outsider"


async def make_up_rules(company: Company, dice: random.Random) -> list[Caller]:
    """A made-up team and made-up rules."""
    team = await people(company, *(f"M{at}" for at in range(dice.randint(1, 5))), role=Role.AGENT)
    for member in team:
        await make_up_availability(company, member, dice)
    for _ in range(dice.randint(1, 4)):
        strategy = dice.choice(["FIXED", "ROUND_ROBIN", "LEAST_BUSY", "WEIGHTED", "QUEUE", "KEEP_OWNER"])
        input: dict[str, Any] = {}
        if strategy == "FIXED":
            input["memberId"] = dice.choice(team).id
        if strategy in {"ROUND_ROBIN", "LEAST_BUSY", "WEIGHTED"}:
            some = dice.sample(team, dice.randint(1, len(team)))
            input["weights"] = shares(
                some, *(dice.randint(1, 5) if strategy == "WEIGHTED" else 1 for _ in some)
            )
        if dice.random() < 0.5:
            input["teamId"] = company.teams[dice.choice(["North", "South"])]
        condition = dice.choice(
            [None, {"jobTitle": {"eq": dice.choice(JOBS)}}, {"not": {"companyName": {"in": [FIRMS[0]]}}}]
        )
        await rule(company, strategy, filter=condition, **input)
    return team


async def make_up_availability(company: Company, member: Caller, dice: random.Random) -> None:
    away = dice.choice([None, None, (datetime.now(UTC) + timedelta(days=1)).isoformat()])
    await set_availability(
        company,
        member,
        awayUntil=away,
        capacityOpen=dice.choice([None, 0, 2, 5]),
        capacity30Days=dice.choice([None, 3, 20]),
    )


def make_up_lead(dice: random.Random) -> dict[str, Any]:
    person = dice.randint(1, 4)
    return {
        "lastName": f"P{person}",
        "emails": [f"p{person}@x.test"],
        "jobTitle": dice.choice(JOBS),
        "companyName": dice.choice(FIRMS),
    }


async def agree(company: Company, dice: random.Random, leads: int) -> None:
    team = await make_up_rules(company, dice)
    for _ in range(leads):
        input = make_up_lead(dice)
        caller = dice.choice([company.owner, company.manager, company.admin])
        said = await simulate(caller, **input)
        await caller.done("createLead", input)
        data = await company.owner.ok("{ leads(first: 1) { nodes { id owner { name } } } }")
        [made] = data["leads"]["nodes"]
        [decision] = await log(company, made)
        assert (
            made["owner"] == said["member"] == (decision["member"] and {"name": decision["member"]["name"]})
        )
        assert (decision["queued"], decision["rule"]) == (said["queued"], said["rule"])
        assert [(one["member"]["name"], one["reason"]) for one in decision["candidates"]] == [
            (one["member"]["name"], one["reason"]) for one in said["candidates"]
        ]
        if dice.random() < 0.2:
            await make_up_availability(company, dice.choice(team), dice)


@pytest.mark.parametrize("seed", range(2))
async def test_a_simulation_equals_what_creating_then_does(company: Company, seed: int) -> None:
    await agree(company, random.Random(seed), 8)  # noqa: S311


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(100, 125))
async def test_five_hundred_simulations_equal_what_creating_then_does(company: Company, seed: int) -> None:
    await agree(company, random.Random(seed), 20)  # noqa: S311
