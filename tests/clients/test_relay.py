"""Relay's compiler takes the published schema, and its store fills from what the server answers."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from leadhub.schema import SDL_FILE
from tests.clients.running import HERE, answered, printed
from tests.world import Company

pytestmark = pytest.mark.clients


@pytest.fixture(scope="module")
async def artifacts(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What relay-compiler makes of relay/leads.js and schema/leadhub.graphql."""
    project = tmp_path_factory.mktemp("application") / "relay"
    shutil.copytree(HERE / "relay", project)
    shutil.copy(SDL_FILE, project)
    await printed(node, HERE / "node_modules" / "relay-compiler" / "cli.js", "--noWatchman", cwd=project)
    return project / "__generated__"


async def relay(node: str, scenario: str, company: Company, artifacts: Path) -> tuple[Any, Any]:
    """What the store shows before and after."""
    said = await answered(
        node, "relay.js", scenario, f"{company.world.url}/graphql", str(company.agent.token), artifacts
    )
    return said["before"], said["after"]


def test_the_compiler_makes_queries_of_a_connection_and_of_a_node(artifacts: Path) -> None:
    assert "$after" in (artifacts / "leadsListPaginationQuery.graphql.js").read_text()
    assert "node(id: $id)" in (artifacts / "leadsCardRefetchQuery.graphql.js").read_text()


async def test_relay_appends_the_next_page_to_its_connection(
    node: str, company: Company, artifacts: Path
) -> None:
    leads = [await company.lead(company.agent) for _ in range(3)]
    newest_first = [lead["id"] for lead in reversed(leads)]
    before, after = await relay(node, "more", company, artifacts)
    assert [card["id"] for card in before["cards"]] == newest_first[:2]
    assert before["pageInfo"]["hasNextPage"]
    assert [card["id"] for card in after["cards"]] == newest_first
    assert not after["pageInfo"]["hasNextPage"]
    assert after["total"] == 3


async def test_relay_asks_for_one_lead_again_by_its_node(
    node: str, company: Company, artifacts: Path
) -> None:
    money = {"amount": "1000.50", "currency": "EUR"}
    await company.lead(company.agent, estimatedValue=money)
    await company.lead(company.agent)
    before, after = await relay(node, "refetch", company, artifacts)
    assert before["cards"][1]["fullName"] != "Ada Lovelace"
    assert after["cards"][1]["fullName"] == "Ada Lovelace"
    assert after["cards"][1]["estimatedValue"] == money
    assert after["cards"][0] == before["cards"][0]


async def test_relay_shows_a_change_wherever_the_lead_is_shown(
    node: str, company: Company, artifacts: Path
) -> None:
    await company.lead(company.agent)
    before, after = await relay(node, "rename", company, artifacts)
    assert before["cards"][0]["fullName"] != "Grace Hopper"
    assert after["cards"][0]["fullName"] == "Grace Hopper"
