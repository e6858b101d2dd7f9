"""Policies: what they may say, who may make them, and what is wrong with an input."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sla.promised import POLICY, policy
from tests.world import Company

WEEK = {"intervals": [{"day": "MONDAY", "from": "09:00", "until": "17:00"}]}
INPUT: dict[str, Any] = {"name": "all", "filter": {}, "firstResponseSeconds": 3600}


async def faults(company: Company, **more: Any) -> list[tuple[str, list[str]]]:
    """What is wrong with the input of a new policy."""
    payload = await company.owner.do("createSlaPolicy", INPUT | more)
    return [(error["code"], error["path"][1:]) for error in payload["userErrors"]]


async def test_a_policy_says_what_it_was_told(company: Company) -> None:
    stage = (await company.stages())["Contacted"]
    await company.owner.done("updateTenant", {"expectedVersion": 1, "timezone": "Europe/Berlin"})
    made = await policy(
        company,
        firstResponseSeconds=3600,
        nextResponseSeconds=7200,
        hours=WEEK,
        holidays=["2026-12-25", "2026-01-01", "2026-12-25"],
        pausingStageIds=[stage],
        notify=["TEAM", "OWNER"],
        filter={"jobTitle": {"eq": "CEO"}},
    )
    assert made["hours"] == {"timezone": "Europe/Berlin", **WEEK}
    assert made["holidays"] == ["2026-01-01", "2026-12-25"]
    assert (made["pausingStageIds"], made["notify"]) == ([stage], ["OWNER", "TEAM"])
    assert (made["filter"], made["position"], made["active"]) == ({"jobTitle": {"eq": "CEO"}}, 0, True)


@pytest.mark.parametrize(
    ("more", "code", "path"),
    [
        ({"name": " "}, "REQUIRED", ["name"]),
        ({"name": "x" * 101}, "TOO_LONG", ["name"]),
        ({"firstResponseSeconds": None}, "REQUIRED", ["firstResponseSeconds"]),
        ({"firstResponseSeconds": 59}, "INVALID", ["firstResponseSeconds"]),
        ({"nextResponseSeconds": 31_536_001}, "INVALID", ["nextResponseSeconds"]),
        ({"filter": {"slaStatus": {"eq": "PENDING"}}}, "INVALID", ["filter"]),
        ({"filter": {"not": {"or": [{"slaDueAt": {"isNull": True}}]}}}, "INVALID", ["filter"]),
        ({"hours": {"intervals": []}}, "INVALID", ["hours", "intervals"]),
        ({"hours": WEEK | {"timezone": "Mars/Base"}}, "INVALID", ["hours", "timezone"]),
        (
            {"hours": {"intervals": [{"day": "MONDAY", "from": "17:00", "until": "09:00"}]}},
            "INVALID",
            ["hours", "intervals", "0", "until"],
        ),
        (
            {"hours": {"intervals": [{"day": "MONDAY", "from": "9", "until": "17:00"}]}},
            "INVALID",
            ["hours", "intervals", "0", "from"],
        ),
        # Eight hours a week: 31 million seconds would be 20 years.
        ({"hours": WEEK, "firstResponseSeconds": 31_536_000}, "INVALID", ["firstResponseSeconds"]),
        ({"holidays": [f"{year}-01-01" for year in range(2026, 2527)]}, "LIMIT_EXCEEDED", ["holidays"]),
        ({"pausingStageIds": ["x"]}, "INVALID", ["pausingStageIds", "0"]),
        ({"active": None}, "REQUIRED", ["active"]),
    ],
)
async def test_what_is_wrong_is_told_with_its_place(
    company: Company, more: dict[str, Any], code: str, path: list[str]
) -> None:
    assert await faults(company, **more) == [(code, path)]
    assert (await company.owner.ok("{ slaPolicies { id } }"))["slaPolicies"] == []


async def test_another_tenants_stage_is_not_found(company: Company, rival: Company) -> None:
    stage = (await rival.stages())["New"]
    assert await faults(company, pausingStageIds=[stage]) == [("NOT_FOUND", ["pausingStageIds", "0"])]


async def test_names_are_unique_among_policies_in_use(company: Company) -> None:
    made = await policy(company)
    assert await faults(company, name="ALL") == [("UNIQUE", ["name"])]
    await company.owner.done("archiveSlaPolicy", {"id": made["id"], "expectedVersion": 1})
    assert await faults(company) == []
    answer = await company.owner.refused(
        "updateSlaPolicy", {"id": made["id"], "expectedVersion": 2, "active": False}
    )
    assert answer["code"] == "INVALID"


async def test_a_change_must_leave_a_whole_policy(company: Company) -> None:
    made = await policy(company)
    change = {"id": made["id"], "expectedVersion": 1}
    for more, path in (
        ({"firstResponseSeconds": None}, "firstResponseSeconds"),
        ({"hours": WEEK, "firstResponseSeconds": 31_536_000}, "firstResponseSeconds"),
    ):
        error = await company.owner.refused("updateSlaPolicy", {**change, **more})
        assert error["path"][-1] == path
    [kept] = (await company.owner.ok(f"{{ slaPolicies {{ {POLICY[len('slaPolicy {') : -1]} }} }}"))[
        "slaPolicies"
    ]
    assert kept == made
    assert (await company.owner.refused("updateSlaPolicy", change | {"expectedVersion": 9}))["code"] == (
        "CONFLICT_VERSION"
    )


async def test_an_order_names_each_policy_in_use_once(company: Company) -> None:
    one, two = [await policy(company, name) for name in ("one", "two")]
    for ids in ([], [one["id"]], [one["id"]] * 2, [one["id"], two["id"], two["id"]]):
        assert (await company.owner.refused("reorderSlaPolicies", {"ids": ids}))["path"] == ["input", "ids"]
    await company.owner.done("reorderSlaPolicies", {"ids": [two["id"], one["id"]]})
    found = (await company.owner.ok("{ slaPolicies { name position } }"))["slaPolicies"]
    assert found == [{"name": "two", "position": 0}, {"name": "one", "position": 1}]


async def test_owners_and_admins_make_policies_and_the_others_read_them(company: Company) -> None:
    await company.admin.done("createSlaPolicy", INPUT)
    for caller in (company.manager, company.agent, company.viewer):
        answer = await caller(
            "mutation($i: CreateSlaPolicyInput!) { createSlaPolicy(input: $i) { slaPolicy { id } } }", i=INPUT
        )
        assert answer.code == "FORBIDDEN"
        assert len((await caller.ok("{ slaPolicies { id } }"))["slaPolicies"]) == 1


async def test_the_event_of_a_policy_names_no_person(company: Company) -> None:
    await policy(company, filter={"email": {"eq": "ada@hopper.test"}})
    document = '{ events(after: 0, types: ["sla_policy.created"]) { events { changes } } }'
    [event] = (await company.owner.ok(document))["events"]["events"]
    assert "ada@hopper.test" not in str(event)
