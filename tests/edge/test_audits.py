"""The audits of the npm package graphql-http, all of them; tests/edge/test_spec.py says the same without npm."""

import asyncio
import json
import subprocess
from pathlib import Path

import pytest

from tests.npm import node_with
from tests.world import World

HERE = Path(__file__).parent / "audits"
AUDITS = 61


@pytest.fixture(scope="module")
def node() -> str:
    """Node, with the audits installed beside their script."""
    return node_with(HERE, "the audits of graphql-http")


async def test_all_audits_of_graphql_http_are_ok(node: str, world: World) -> None:
    process = await asyncio.create_subprocess_exec(
        node, "run.js", f"{world.url}/graphql", cwd=HERE, stdout=subprocess.PIPE
    )
    try:
        async with asyncio.timeout(60):
            printed, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    audits = json.loads(printed)
    assert [audit for audit in audits if audit["status"] != "ok"] == []
    assert len(audits) == AUDITS
