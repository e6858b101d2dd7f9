"""urql asks by GET and POST, changes, follows a subscription, and sends hashes in place of documents."""

from typing import Any

import pytest

from tests.clients.running import answered
from tests.world import Caller, Company

pytestmark = pytest.mark.clients


async def urql(node: str, scenario: str, caller: Caller) -> Any:
    return await answered(node, "urql.js", scenario, f"{caller.world.url}/graphql", str(caller.token))


async def test_urql_reads_by_get(node: str, company: Company) -> None:
    lead = await company.lead(company.agent, "fullName")
    said = await urql(node, "query", company.agent)
    found = said["data"]["leads"]
    assert (found["totalCount"], found["nodes"][0]["fullName"]) == (1, lead["fullName"])
    assert said["sent"] == [{"method": "GET", "query": True, "hash": False}]


async def test_urql_changes_and_sees_user_errors(node: str, company: Company) -> None:
    said = await urql(node, "mutation", company.agent)
    assert said["made"]["lead"]["fullName"] == "Hopper"
    assert said["refused"]["userErrors"][0]["code"] == "REQUIRED"
    found = await company.agent.ok("{ leads { nodes { id } } }")
    assert [lead["id"] for lead in found["leads"]["nodes"]] == [said["made"]["lead"]["id"]]


async def test_urql_shows_errors_with_their_code(node: str, company: Company) -> None:
    said = await urql(node, "errors", company.agent)
    [error] = said["errors"]
    assert error["extensions"] == {"code": "BAD_REQUEST"}
    assert "nickname" in error["message"]
    assert said["network"] is None


async def test_urql_follows_a_subscription_over_graphql_ws(node: str, company: Company) -> None:
    await company.owner.done("createTeam", {"name": "East"})
    said = await urql(node, "subscription", company.admin)
    assert said["seen"] == ["team.created", "lead.created"]


async def test_urql_sends_a_hash_then_the_document_and_from_then_on_the_hash_alone(
    node: str, company: Company
) -> None:
    lead = await company.lead(company.agent, "fullName")
    said = await urql(node, "persisted", company.agent)
    assert said["first"] == said["again"]
    assert said["first"]["leads"]["nodes"][0]["fullName"] == lead["fullName"]
    hash_alone = {"method": "GET", "query": False, "hash": True}
    assert said["sent"] == [hash_alone, hash_alone | {"query": True}, hash_alone]
