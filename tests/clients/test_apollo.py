"""Apollo Client asks, changes, is told what is wrong, and sends hashes in place of documents."""

from typing import Any

import pytest

from tests.clients.running import answered
from tests.world import Company

pytestmark = pytest.mark.clients


async def apollo(node: str, scenario: str, company: Company) -> Any:
    return await answered(
        node, "apollo.js", scenario, f"{company.world.url}/graphql", str(company.agent.token)
    )


async def test_apollo_client_reads_and_caches_by_id(node: str, company: Company) -> None:
    leads = [await company.lead(company.agent, "fullName") for _ in range(3)]
    said = await apollo(node, "query", company)
    found = said["data"]["leads"]
    assert (found["totalCount"], found["nodes"][0]["fullName"]) == (3, leads[2]["fullName"])
    assert said["cached"] == [f"Lead:{leads[2]['id']}", f"Lead:{leads[1]['id']}"]
    assert len(said["sent"]) == 1


async def test_apollo_client_changes_and_sees_user_errors(node: str, company: Company) -> None:
    said = await apollo(node, "mutation", company)
    assert said["made"]["lead"]["fullName"] == "Hopper"
    assert said["refused"]["userErrors"][0]["code"] == "REQUIRED"
    found = await company.agent.ok("{ leads { nodes { id } } }")
    assert [lead["id"] for lead in found["leads"]["nodes"]] == [said["made"]["lead"]["id"]]


async def test_apollo_client_shows_errors_with_their_code(node: str, company: Company) -> None:
    said = await apollo(node, "errors", company)
    assert said["known"]
    [error] = said["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    assert "nickname" in error["message"]


async def test_apollo_client_sends_a_hash_then_the_document_and_from_then_on_the_hash_alone(
    node: str, company: Company
) -> None:
    lead = await company.lead(company.agent, "fullName")
    said = await apollo(node, "persisted", company)
    assert said["first"] == said["again"]
    assert said["first"]["leads"]["nodes"][0]["fullName"] == lead["fullName"]
    hash_alone = {"method": "GET", "query": False, "hash": True, "preflight": []}
    both = {"method": "POST", "query": True, "hash": True, "preflight": []}
    assert said["sent"] == [hash_alone, both, hash_alone]
