"""`leadhub demo`, as somebody sees it who just installed it."""

import json
import os
import re
import shlex
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from leadhub.examples import EXAMPLES
from tests.commands.demonstration import DAYS, PASSWORD, Demo, leads_of, sign_in
from tests.commands.running import free_port, leadhub
from tests.docs.pages import README, block
from tests.world import Caller

PEOPLE = {
    "owner": "OWNER",
    "admin": "ADMIN",
    "manager": "MANAGER",
    **{f"agent{number}": "AGENT" for number in range(1, 5)},
    "viewer": "VIEWER",
}


async def test_first_start_is_ready_within_a_minute_and_says_what_to_do(demo: Demo) -> None:
    said = "\n".join(demo.process.out)
    seconds = float(said.partition("ready after ")[2].split()[0])
    print(f"first start: {seconds} s")  # noqa: T201
    assert seconds < 60
    assert f"{demo.url}/graphql" in said
    assert "acme and globex" in said
    assert ", ".join(f"{name}@" for name in PEOPLE) in said
    assert PASSWORD in said
    assert "Filling in" in said  # over a second: it says what it does


async def test_printed_lines_work_when_they_are_pasted(demo: Demo) -> None:
    said = "\n".join(demo.process.out)
    words = shlex.split("curl" + said.partition("  curl")[2].partition("\n\n")[0])
    answer = await demo.paste(words[words.index("-d") + 1], words[2])
    owner = Caller(demo.anyone.world, answer["data"]["signIn"]["accessToken"])
    query = next(line for line in demo.process.out if line.startswith("  { leads"))
    leads = (await owner.ok(query))["leads"]
    assert leads["totalCount"] == 250
    assert len(leads["nodes"]) == 3


async def test_doubles_wait_for_a_decision_and_a_merge_can_be_undone(demo: Demo) -> None:
    owner = await sign_in(demo, "acme", "owner")
    data = await owner.ok("{ duplicateGroups { totalCount } }")
    assert data["duplicateGroups"]["totalCount"] >= 4
    after, merges = None, []
    page = "query($after: String) { leads(first: 100, after: $after) { nodes { mergedFrom { undoableUntil } } pageInfo { endCursor } } }"
    for _ in range(3):
        found = (await owner.ok(page, after=after))["leads"]
        merges += [merge for lead in found["nodes"] for merge in lead["mergedFrom"]]
        after = found["pageInfo"]["endCursor"]
    [merge] = merges
    assert datetime.fromisoformat(merge["undoableUntil"]) > datetime.now(UTC)


async def test_each_tenant_has_two_forms_and_what_came_through_them(demo: Demo) -> None:
    for tenant in ("acme", "globex"):
        owner = await sign_in(demo, tenant, "owner")
        data = await owner.ok(
            """{ captureForms { nodes { name publicKey } } submissions { nodes { verdict lead { id } } }
              leads { totalCount } }"""
        )
        keys = {form["publicKey"] for form in data["captureForms"]["nodes"]}
        assert keys == {f"{tenant}-contact", f"{tenant}-newsletter"}
        came = [node["verdict"] for node in data["submissions"]["nodes"]]
        assert sorted(came) == ["ACCEPTED"] * 5 + ["QUARANTINED", "REJECTED", "SPAM"]
        assert data["leads"]["totalCount"] == 250


@pytest.mark.parametrize("tenant", ["acme", "globex"])
async def test_leads_have_scores_of_all_kinds_that_follow_from_rules(demo: Demo, tenant: str) -> None:
    owner = await sign_in(demo, tenant, "owner")
    assert len((await owner.ok("{ scoringRules { id } }"))["scoringRules"]) == 4
    fields = "nodes { score rating scoreBreakdown { points decaysAt } }"
    order = "orderBy: [{field: SCORE, direction: DESC}]"
    leads = (await owner.ok(f"{{ leads(first: 100, {order}) {{ {fields} }} }}"))["leads"]["nodes"]
    leads += (await owner.ok(f"{{ leads(last: 100, {order}) {{ {fields} }} }}"))["leads"]["nodes"]
    assert {lead["rating"] for lead in leads} == {"HOT", "WARM", "COLD"}
    for lead in leads:
        assert lead["score"] == sum(item["points"] for item in lead["scoreBreakdown"])
    due = [item["decaysAt"] for lead in leads for item in lead["scoreBreakdown"] if item["decaysAt"]]
    assert min(map(datetime.fromisoformat, due)) > datetime.now(UTC)


@pytest.mark.parametrize("tenant", ["acme", "globex"])
async def test_an_answer_is_about_to_be_too_late_and_two_are(demo: Demo, tenant: str) -> None:
    owner = await sign_in(demo, tenant, "owner")
    leads = "leads(filter: {slaDueAt: {isNull: false}}, orderBy: [{field: SLA_DUE_AT, direction: DESC}])"
    found = (await owner.ok(f"{{ {leads} {{ nodes {{ sla {{ dueAt }} }} }} }}"))["leads"]["nodes"]
    soon, *over = [datetime.fromisoformat(lead["sla"]["dueAt"]) for lead in found]
    assert timedelta() < soon - datetime.now(UTC) < timedelta(minutes=26)
    assert len(over) == 2
    assert all(due < soon for due in over)


@pytest.mark.parametrize("tenant", ["acme", "globex"])
async def test_each_tenant_has_its_people_teams_and_leads(demo: Demo, tenant: str) -> None:
    owner = await sign_in(demo, tenant, "owner")
    data = await owner.ok(
        "{ members(first: 100) { nodes { name email role status teams { name } } } teams { nodes { name } } }"
    )
    members = data["members"]["nodes"]
    assert {member["email"]: member["role"] for member in members} == {
        f"{name}@{tenant}.test": role for name, role in PEOPLE.items()
    }
    assert {member["status"] for member in members} == {"ACTIVE"}
    teams = {team["name"] for team in data["teams"]["nodes"]}
    assert len(teams) == 2
    assert {team["name"] for member in members for team in member["teams"]} == teams
    leads = await leads_of(owner)
    assert len(leads) == 250
    ages = [datetime.now(UTC) - datetime.fromisoformat(lead["createdAt"]) for lead in leads]
    assert max(ages) < timedelta(days=DAYS + 1)
    assert {age.days // 30 for age in ages} >= {0, 1, 2}
    counts = {part: len(Counter(str(lead[part]) for lead in leads)) for part in ("stage", "owner", "source")}
    assert counts["stage"] >= 6
    assert counts["owner"] == 6  # four agents, their manager, and nobody yet
    assert counts["source"] >= 5
    assert {lead["status"] for lead in leads} == {"OPEN", "QUALIFIED", "WON", "LOST", "DISQUALIFIED"}


async def test_a_seller_of_the_demo_has_work_to_do(demo: Demo) -> None:
    seller = await sign_in(demo, "acme", "agent1")
    viewer = await seller.ok("{ viewer { member { id } } }")
    data = await seller.ok(
        """query($me: ID!, $now: DateTime!) {
          overdue: tasks(filter: {assigneeId: {eq: $me}, status: {eq: OPEN}, dueAt: {lt: $now}}) { totalCount }
          due: tasks(filter: {assigneeId: {eq: $me}, status: {eq: OPEN}, dueAt: {gte: $now}}) { totalCount }
          notifications { nodes { kind } }
          leads(first: 100) { nodes { firstRespondedAt timeline(first: 20) { nodes { kind } } } } }""",
        me=viewer["viewer"]["member"]["id"],
        now=datetime.now(UTC).isoformat(),
    )
    assert data["overdue"]["totalCount"] > 0
    assert data["due"]["totalCount"] > 0
    assert {node["kind"] for node in data["notifications"]["nodes"]} >= {"MENTIONED"}
    leads = data["leads"]["nodes"]
    assert any(lead["firstRespondedAt"] for lead in leads)
    kinds = {item["kind"] for lead in leads for item in lead["timeline"]["nodes"]}
    assert kinds >= {"CREATED", "STAGE_CHANGED", "ACTIVITY", "COMMENT", "TASK_DONE"}


async def test_the_best_leads_have_become_deals(demo: Demo) -> None:
    owner = await sign_in(demo, "acme", "owner")
    data = await owner.ok(
        """{ leads(first: 100, filter: {convertedAt: {isNull: false}}) { totalCount nodes {
          companyName stage { name } conversion { company { name } contact { fullName } deal { status } } } }
        companies { totalCount } contacts { totalCount } deals { totalCount } }"""
    )
    leads = data["leads"]["nodes"]
    assert len(leads) == data["contacts"]["totalCount"] == data["deals"]["totalCount"] > 20
    assert data["companies"]["totalCount"] == len({lead["companyName"] for lead in leads})
    for lead in leads:
        won = "WON" if lead["stage"]["name"] == "Won" else "OPEN"
        assert lead["conversion"]["deal"]["status"] == won
        assert lead["conversion"]["company"]["name"] == lead["companyName"]


async def test_the_readme_shows_what_the_demo_answers(demo: Demo) -> None:
    query, shown = (block(README, "Run it", language) for language in ("graphql", "json"))
    answer = await (await sign_in(demo, "acme", "owner"))(query)
    year = re.compile(r"LD-\d{4}-")
    assert {"data": json.loads(year.sub("LD-", json.dumps(answer.data)))} == json.loads(
        year.sub("LD-", shown)
    )


async def test_everybody_signs_in_with_the_printed_password(demo: Demo) -> None:
    for name, role in PEOPLE.items():
        caller = await sign_in(demo, "globex", name)
        assert (await caller.ok("{ viewer { role } }"))["viewer"]["role"] == role


async def test_browser_gets_graphiql(demo: Demo) -> None:
    browser = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
    async with demo.anyone.world.http.get(f"{demo.url}/graphql", headers=browser) as answer:
        page = await answer.text()
        assert (answer.status, answer.content_type) == (200, "text/html")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "LeadHub GraphiQL" in page


async def test_the_three_examples_work_on_the_demo_data(demo: Demo) -> None:
    async def run(name: str, token: str | None = None) -> Any:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        body = {"query": EXAMPLES, "operationName": name}
        async with demo.anyone.world.http.post(f"{demo.url}/graphql", json=body, headers=headers) as answer:
            found = await answer.json()
        assert "errors" not in found
        return found["data"]

    signed_in = (await run("SignIn"))["signIn"]
    assert signed_in["userErrors"] == []
    assert signed_in["viewer"]["tenant"]["name"] == "Acme Machines"
    token = signed_in["accessToken"]
    before = (await run("NewestLeads", token))["leads"]
    assert len(before["nodes"]) == 10
    created = (await run("CreateLead", token))["createLead"]
    assert created["userErrors"] == []
    after = (await run("NewestLeads", token))["leads"]
    assert after["nodes"][0]["id"] == created["lead"]["id"]
    assert after["totalCount"] == before["totalCount"] + 1


async def test_metrics_are_on_their_own_port_alone(demo: Demo) -> None:
    async with demo.anyone.world.http.get(f"http://127.0.0.1:{demo.metrics_port}/metrics") as answer:
        metrics = await answer.text()
    assert "leadhub_requests_total" in metrics
    async with demo.anyone.world.http.get(f"{demo.url}/metrics") as answer:
        assert answer.status == 404


async def test_taken_port_is_one_line_and_nothing_is_started(demo: Demo, tmp_path: Path) -> None:
    status, out, error = await leadhub(
        "demo", "--port", demo.port, "--data", tmp_path / "other", cwd=tmp_path
    )
    assert (status, out) == (1, "")
    assert error == f"leadhub: Port {demo.port} is taken: stop what uses it, or name another with --port."
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("option", [(), ("--fresh",)])
async def test_two_on_one_folder_refuse_each_other(demo: Demo, option: tuple[str, ...]) -> None:
    before = json.loads((demo.folder / "signing-key.json").read_text())
    status, _, error = await leadhub(
        "demo", "--port", free_port(), "--data", demo.folder, *option, cwd=demo.folder.parent
    )
    assert status == 1
    assert len(error.splitlines()) == 1
    assert f"is in use by process {demo.process.process.pid}" in error
    assert json.loads((demo.folder / "signing-key.json").read_text()) == before
    await sign_in(demo, "acme", "viewer")


async def test_fresh_leaves_a_folder_alone_that_leadhub_did_not_make(tmp_path: Path) -> None:
    for name in ("thesis.txt", "signing-key.json"):
        (tmp_path / name).write_text("years of work")
    status, _, error = await leadhub(
        "demo", "--port", free_port(), "--data", tmp_path, "--fresh", cwd=tmp_path
    )
    assert status == 1
    assert "was not made by LeadHub" in error
    assert sorted(os.listdir(tmp_path)) == ["signing-key.json", "thesis.txt"]  # noqa: PTH208
