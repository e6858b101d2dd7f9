"""Teams: a tree without circles, names that are unique, and what becomes of a deleted team's leads."""

import asyncio
from typing import Any

from tests.sessions.entry import audited
from tests.world import Company

TEAM = "team { id version name parent { name } members { name } }"


async def make_team(company: Company, name: str, parent: str | None = None) -> dict[str, Any]:
    payload = await company.owner.done("createTeam", {"name": name, "parentId": parent}, TEAM)
    team: dict[str, Any] = payload["team"]
    return team


async def _chain(company: Company, length: int, name: str = "Level") -> list[dict[str, Any]]:
    """Teams below each other, the top one first."""
    teams: list[dict[str, Any]] = []
    for level in range(length):
        teams.append(await make_team(company, f"{name} {level}", teams[-1]["id"] if teams else None))
    return teams


def _moved(team: dict[str, Any], parent: str | None) -> dict[str, Any]:
    return {"id": team["id"], "expectedVersion": team["version"], "parentId": parent}


async def test_a_team_is_made_with_its_members_below_another(company: Company) -> None:
    payload = await company.admin.done(
        "createTeam",
        {
            "name": " Far North ",
            "parentId": company.teams["North"],
            "memberIds": [company.viewer.id, company.agent.id],
        },
        TEAM,
    )
    team = payload["team"]
    assert (team["name"], team["parent"]) == ("Far North", {"name": "North"})
    assert {member["name"] for member in team["members"]} == {"Viewer", "Agent"}
    [entry] = await audited(company, action={"eq": "team.created"})
    assert entry["actorId"] == company.admin.id


async def test_a_manager_reaches_the_whole_subtree_as_soon_as_it_grows(company: Company) -> None:
    below = await make_team(company, "Below", company.teams["North"])
    deepest = await make_team(company, "Deepest", below["id"])
    lead = await company.lead(teamId=deepest["id"])
    seen = "query($id: ID!) { lead(id: $id) { id } }"
    assert (await company.manager.ok(seen, id=lead["id"]))["lead"]
    await company.owner.done("updateTeam", _moved(below, company.teams["South"]), TEAM)
    assert (await company.manager(seen, id=lead["id"])).code == "NOT_FOUND"


async def test_an_agent_does_not_see_the_queue_of_a_team_below_their_own(company: Company) -> None:
    below = await make_team(company, "Below", company.teams["North"])
    lead = await company.lead(teamId=below["id"])
    assert (
        await company.agent("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])
    ).code == "NOT_FOUND"


async def test_a_team_cannot_be_below_itself(company: Company) -> None:
    top, middle, bottom = await _chain(company, 3)
    for parent in (top, middle, bottom):
        error = await company.owner.refused("updateTeam", _moved(top, parent["id"]))
        assert (error["code"], error["path"]) == ("INVALID", ["input", "parentId"])
    payload = await company.owner.done("updateTeam", _moved(bottom, None), TEAM)
    assert payload["team"]["parent"] is None


async def test_two_moves_at_once_do_not_close_a_circle(company: Company) -> None:
    for attempt in range(3):
        one, other = await make_team(company, f"One {attempt}"), await make_team(company, f"Other {attempt}")
        payloads = await asyncio.gather(
            company.owner.do("updateTeam", _moved(one, other["id"]), TEAM),
            company.admin.do("updateTeam", _moved(other, one["id"]), TEAM),
        )
        refused = [error["code"] for payload in payloads for error in payload["userErrors"]]
        assert refused == ["INVALID"]


async def test_teams_are_nested_twenty_levels_deep_and_no_deeper(company: Company) -> None:
    chain = await _chain(company, 20)
    error = await company.owner.refused("createTeam", {"name": "Too deep", "parentId": chain[-1]["id"]})
    assert (error["code"], error["path"]) == ("LIMIT_EXCEEDED", ["input", "parentId"])
    # Nor by moving a branch that has levels of its own.
    branch = await _chain(company, 2, "Branch")
    error = await company.owner.refused("updateTeam", _moved(branch[0], chain[-2]["id"]))
    assert (error["code"], error["path"]) == ("LIMIT_EXCEEDED", ["input", "parentId"])
    await company.owner.done("updateTeam", _moved(branch[0], chain[-3]["id"]), TEAM)


async def test_names_of_teams_are_unique_in_the_tenant_whatever_their_case(
    company: Company, rival: Company
) -> None:
    error = await company.owner.refused("createTeam", {"name": " NORTH "})
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])
    other = await make_team(company, "East")
    error = await company.owner.refused(
        "updateTeam", {"id": other["id"], "expectedVersion": 1, "name": "north"}
    )
    assert (error["code"], error["path"]) == ("UNIQUE", ["input", "name"])
    await company.owner.done("updateTeam", {"id": other["id"], "expectedVersion": 1, "name": "EAST"}, TEAM)
    # The rival has a North of its own, and names another team as it likes.
    await make_team(rival, "East")


async def test_of_two_who_take_a_name_at_once_one_gets_it(company: Company) -> None:
    payloads = await asyncio.gather(
        *(caller.do("createTeam", {"name": "West"}) for caller in (company.owner, company.admin))
    )
    codes = [error["code"] for payload in payloads for error in payload["userErrors"]]
    assert codes == ["UNIQUE"]


async def test_a_team_with_leads_or_teams_below_needs_a_replacement(company: Company) -> None:
    below = await make_team(company, "Below", company.teams["North"])
    lead = await company.lead(ownerId=company.agent.id)
    deletion = {"id": company.teams["North"], "expectedVersion": 1}
    error = await company.owner.refused("deleteTeam", deletion)
    assert (error["code"], error["path"]) == ("IN_USE", ["input", "replaceWith"])
    assert error["meta"] == {"leads": 1, "contacts": 0, "deals": 0, "assignmentRules": 0, "teams": 1}
    payload = await company.owner.done(
        "deleteTeam", {**deletion, "replaceWith": company.teams["South"]}, "team { name }"
    )
    assert payload["team"] == {"name": "South"}
    data = await company.owner.ok(
        """
        query($lead: ID!, $team: ID!) {
          lead(id: $lead) { owner { name } team { name } }
          node(id: $team) { ... on Team { parent { name } } }
        }
        """,
        lead=lead["id"],
        team=below["id"],
    )
    assert data["lead"] == {"owner": {"name": "Agent"}, "team": {"name": "South"}}
    assert data["node"] == {"parent": {"name": "South"}}
    answer = await company.owner("query($id: ID!) { node(id: $id) { id } }", id=deletion["id"])
    assert answer.code == "NOT_FOUND"


async def test_an_unused_team_is_deleted_without_one_and_its_members_stay(company: Company) -> None:
    payload = await company.owner.done(
        "deleteTeam", {"id": company.teams["South"], "expectedVersion": 1}, "team { name }"
    )
    assert payload["team"] is None
    data = await company.owner.ok("{ members { nodes { name teams { name } } } }")
    assert {"name": "Outsider", "teams": []} in data["members"]["nodes"]


async def test_a_team_replaces_neither_itself_nor_what_is_above_it(company: Company) -> None:
    below = await make_team(company, "Below", company.teams["North"])
    for heir in (company.teams["North"], below["id"]):
        error = await company.owner.refused(
            "deleteTeam", {"id": company.teams["North"], "expectedVersion": 1, "replaceWith": heir}
        )
        assert (error["code"], error["path"]) == ("INVALID", ["input", "replaceWith"])


async def test_a_team_that_was_changed_meanwhile_is_a_conflict(company: Company) -> None:
    for mutation in ("updateTeam", "deleteTeam"):
        error = await company.owner.refused(mutation, {"id": company.teams["South"], "expectedVersion": 7})
        assert (error["code"], error["meta"]) == ("CONFLICT_VERSION", {"version": 1})


async def test_the_members_of_a_team_are_set_as_a_whole(company: Company) -> None:
    payload = await company.owner.done(
        "updateTeam",
        {"id": company.teams["North"], "expectedVersion": 1, "memberIds": [company.outsider.id]},
        TEAM,
    )
    assert payload["team"]["members"] == [{"name": "Outsider"}]
    assert payload["team"]["version"] == 2


async def test_a_team_of_another_tenant_is_not_there(company: Company, rival: Company) -> None:
    team = company.teams["North"]
    for mutation, given, path in [
        ("createTeam", {"name": "X", "parentId": team}, ["input", "parentId"]),
        ("createTeam", {"name": "X", "memberIds": [company.agent.id]}, ["input", "memberIds", "0"]),
        ("updateTeam", {"id": team, "expectedVersion": 1, "name": "X"}, ["input", "id"]),
        ("deleteTeam", {"id": team, "expectedVersion": 1}, ["input", "id"]),
        (
            "deleteTeam",
            {"id": rival.teams["North"], "expectedVersion": 1, "replaceWith": team},
            ["input", "replaceWith"],
        ),
    ]:
        error = await rival.owner.refused(mutation, given)
        assert (error["code"], error["path"]) == ("NOT_FOUND", path), mutation
