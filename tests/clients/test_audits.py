"""The audits of the npm package graphql-http, all of them; tests/edge/test_spec.py says the same without npm."""

import pytest

from tests.clients.running import answered
from tests.world import World

pytestmark = pytest.mark.clients

AUDITS = 61


async def test_all_audits_of_graphql_http_are_ok(node: str, world: World) -> None:
    audits = await answered(node, "audits.js", f"{world.url}/graphql")
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) == AUDITS
