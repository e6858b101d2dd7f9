"""Making and changing the rules that leads are scored by."""

from typing import Any

import pytest

from leadhub.scoring.rules import MOST_RULES
from tests.scoring.scored import RULE, rescored, rule, score
from tests.world import Caller, Company

RULES = (
    f"query($archived: Boolean) {{ scoringRules(includeArchived: $archived) {{ {RULE.partition('{')[2]} }}"
)
SETTINGS = "{ scoringSettings { version hotFrom warmFrom highest rescoring { done total } } }"


async def rules(caller: Caller, **variables: Any) -> list[str]:
    return [found["name"] for found in (await caller.ok(RULES, **variables))["scoringRules"]]


async def change(company: Company, made: dict[str, Any], **more: Any) -> dict[str, Any]:
    input = {"id": made["id"], "expectedVersion": made["version"], **more}
    return (await company.admin.done("updateScoringRule", input, RULE))["scoringRule"]


async def test_everybody_reads_rules_and_admins_change_them(company: Company) -> None:
    made = await rule(company, "a boss", 50, filter={"jobTitle": {"eq": "CEO"}})
    assert {name: made[name] for name in ("points", "decay", "active", "filter")} == {
        "points": 50,
        "decay": None,
        "active": True,
        "filter": {"jobTitle": {"eq": "CEO"}},
    }
    changed = await change(company, made, points=-5, decay={"points": 2, "days": 7}, name="no boss")
    assert (changed["points"], changed["decay"], changed["name"]) == (-5, {"points": 2, "days": 7}, "no boss")
    for caller in (company.viewer, company.agent, company.manager):
        assert await rules(caller) == ["no boss"]
        answer = await caller(
            "mutation($input: CreateScoringRuleInput!) { createScoringRule(input: $input) { userErrors { code } } }",
            input={"name": "x", "points": 1, "filter": {}},
        )
        assert answer.code == "FORBIDDEN"


async def test_an_archived_rule_is_listed_on_demand_and_its_name_is_free(company: Company) -> None:
    made = await rule(company, "one", 5)
    await company.owner.done("archiveScoringRule", {"id": made["id"], "expectedVersion": 1})
    assert await rules(company.owner) == []
    assert await rules(company.owner, archived=True) == ["one"]
    await rule(company, "One", 5)
    fault = await company.owner.refused(
        "updateScoringRule", {"id": made["id"], "expectedVersion": 2, "points": 1}
    )
    assert (fault["code"], fault["path"]) == ("INVALID", ["input", "id"])


async def test_a_change_of_rules_reaches_the_leads_in_the_background(company: Company) -> None:
    leads = [(await company.lead(jobTitle=title))["id"] for title in ("CEO", "CTO")]
    made = await rule(company, "a boss", 50, filter={"jobTitle": {"eq": "CEO"}})
    await rescored(company)
    assert [(await score(company.owner, id))["score"] for id in leads] == [50, 0]
    made = await change(company, made, filter={"jobTitle": {"eq": "CTO"}}, points=30)
    await rescored(company)
    assert [(await score(company.owner, id))["score"] for id in leads] == [0, 30]
    made = await change(company, made, active=False)
    await rescored(company)
    assert [(await score(company.owner, id))["score"] for id in leads] == [None, None]
    made = await change(company, made, active=True)
    await rescored(company)
    await company.owner.done("archiveScoringRule", {"id": made["id"], "expectedVersion": made["version"]})
    await rescored(company)
    found = [await score(company.owner, id) for id in leads]
    assert [(one["score"], one["rating"], one["items"]) for one in found] == [(None, None, {})] * 2
    assert [one["version"] for one in found] == [1, 1]


async def test_a_new_name_scores_nothing_again(company: Company) -> None:
    made = await rule(company, "a boss", 50)
    await rescored(company)
    await change(company, made, name="the boss")
    assert (await company.viewer.ok(SETTINGS))["scoringSettings"]["rescoring"] is None


async def test_what_scores_mean_can_be_changed(company: Company) -> None:
    settings = (await company.viewer.ok(SETTINGS))["scoringSettings"]
    assert settings == {"version": 1, "hotFrom": 80, "warmFrom": 40, "highest": None, "rescoring": None}
    await rule(company, "all", 50)
    lead = await company.lead()
    changed = await company.admin.done(
        "updateScoringSettings",
        {"expectedVersion": 1, "hotFrom": 20, "warmFrom": 10, "highest": 30},
        "scoringSettings { version hotFrom warmFrom highest }",
    )
    assert changed["scoringSettings"] == {"version": 2, "hotFrom": 20, "warmFrom": 10, "highest": 30}
    await rescored(company)
    found = await score(company.owner, lead["id"])
    assert (found["score"], found["rating"]) == (30, "HOT")
    fault = await company.admin.refused("updateScoringSettings", {"expectedVersion": 1, "hotFrom": 50})
    assert (fault["code"], fault["meta"]) == ("CONFLICT_VERSION", {"version": 2})


async def test_settings_are_a_node_also_before_they_were_ever_changed(company: Company) -> None:
    id = (await company.owner.ok("{ scoringSettings { id } }"))["scoringSettings"]["id"]
    node = await company.owner.ok(
        "query($id: ID!) { node(id: $id) { ... on ScoringSettings { hotFrom } } }", id=id
    )
    assert node["node"] == {"hotFrom": 80}


NEW = {"name": "x", "points": 1, "filter": {}}


@pytest.mark.parametrize(
    ("input", "code", "path"),
    [
        (NEW | {"name": " "}, "REQUIRED", ["name"]),
        (NEW | {"name": "x" * 101}, "TOO_LONG", ["name"]),
        (NEW | {"points": 0}, "INVALID", ["points"]),
        (NEW | {"points": 1001}, "INVALID", ["points"]),
        (NEW | {"points": -1001}, "INVALID", ["points"]),
        (NEW | {"decay": {"points": 0, "days": 1}}, "INVALID", ["decay", "points"]),
        (NEW | {"decay": {"points": 1, "days": 0}}, "INVALID", ["decay", "days"]),
        (NEW | {"decay": {"points": 1, "days": 3651}}, "INVALID", ["decay", "days"]),
        (NEW | {"activity": {"kind": "NOTE"}}, "INVALID", ["activity", "kind"]),
        (NEW | {"activity": {"kind": "CALL", "atMost": 101}}, "INVALID", ["activity", "atMost"]),
        (NEW | {"filter": {"score": {"gt": 1}}}, "INVALID", ["filter"]),
        (NEW | {"filter": {"not": {"or": [{"rating": {"eq": "HOT"}}]}}}, "INVALID", ["filter"]),
        (NEW | {"filter": {"email": {"eq": "a@x.test"}}}, "INVALID", ["filter"]),
        (NEW | {"filter": {"phone": {"in": ["030 901820"]}}}, "INVALID", ["filter"]),
    ],
)
async def test_what_a_rule_cannot_be(company: Company, input: dict[str, Any], code: str, path: Any) -> None:
    fault = await company.owner.refused("createScoringRule", input)
    assert (fault["code"], fault["path"]) == (code, ["input", *path])


@pytest.mark.parametrize(
    ("input", "code", "path"),
    [
        ({"hotFrom": 10}, "INVALID", "hotFrom"),
        ({"warmFrom": 90}, "INVALID", "hotFrom"),
        ({"hotFrom": None}, "REQUIRED", "hotFrom"),
        ({"highest": 0}, "INVALID", "highest"),
        ({"highest": 100_001}, "INVALID", "highest"),
    ],
)
async def test_what_settings_cannot_be(company: Company, input: dict[str, Any], code: str, path: str) -> None:
    fault = await company.owner.refused("updateScoringSettings", {"expectedVersion": 1, **input})
    assert (fault["code"], fault["path"]) == (code, ["input", path])


@pytest.mark.parametrize("name", ["name", "filter", "points", "active"])
async def test_what_a_rule_needs_cannot_be_taken_away(company: Company, name: str) -> None:
    made = await rule(company, "one", 1)
    fault = await company.owner.refused(
        "updateScoringRule", {"id": made["id"], "expectedVersion": 1, name: None}
    )
    assert (fault["code"], fault["path"]) == ("REQUIRED", ["input", name])


async def test_there_are_at_most_a_hundred_rules(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_RULES == 100
    monkeypatch.setattr("leadhub.scoring.api.MOST_RULES", 1)
    await rule(company, "one", 1)
    fault = await company.owner.refused("createScoringRule", NEW)
    assert fault["code"] == "LIMIT_EXCEEDED"


async def test_a_rule_that_cannot_be_read_any_more_is_met_by_nobody(company: Company) -> None:
    made = await rule(company, "old", 7, filter={"jobTitle": {"eq": "CEO"}})
    await rule(company, "new", 5)
    async with company.world.sql() as connection:
        await connection.execute(
            """update scoring_rule set lead_filter = '{"gone": {"eq": 1}}' where tenant_id = $1 and name = 'old'""",
            company.tenant_id,
        )
    assert made["version"] == 1
    lead = await company.lead(jobTitle="CEO")
    assert (await score(company.owner, lead["id"]))["items"] == {"new": 5}


async def test_a_tag_of_a_new_name_is_another_tag_to_rules(company: Company) -> None:
    await rule(company, "hot", 5, filter={"tag": {"eq": "hot"}})
    lead = await company.lead(tags=["hot"], fields="tags { id version }")
    tag = lead["tags"][0]
    await company.owner.done(
        "updateTag", {"id": tag["id"], "expectedVersion": tag["version"], "name": "cold"}
    )
    await rescored(company)
    assert (await score(company.owner, lead["id"]))["score"] == 0
