"""GraphiQL in a headless Chromium, on a demo: each behaviour in graphiql.test.js is a test here."""

import asyncio
import os
import re
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from leadhub import graphiql
from leadhub.kit.embedded import remove
from tests.commands.demonstration import Demo, demonstration
from tests.npm import node_with

pytestmark = pytest.mark.browser

HERE = Path(__file__).parent
SCRIPT = HERE / "graphiql.test.js"
BEHAVIOURS = re.findall(r'^behaviour\(\s*"(.+?)"', SCRIPT.read_text(), re.M)
# The tests ask and sign in more often than a person does; one of them finds out what happens then.
SIGN_IN_LIMIT = 20
COST_BUCKET = 1_000_000

_PROBE = "import('./browser.js').then(({ launch }) => launch()).then((browser) => browser.close())"


@pytest.fixture(scope="module")
async def node() -> str:
    """Node, beside a Chromium that starts."""
    found = node_with(HERE, "a headless Chromium")
    status, _, complaint = await run(found, "-e", _PROBE)
    if status != 0:
        pytest.skip(f"there is no Chromium that starts here: {complaint.strip()}")
    return found


@pytest.fixture(scope="module")
async def demo(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Demo]:
    """A demo with GraphiQL as `just graphiql` builds it."""
    if not graphiql.is_built():
        pytest.skip("GraphiQL is not built: `just graphiql`")
    folder = tmp_path_factory.mktemp("demo") / "data"
    async with demonstration(folder, SIGN_IN_LIMIT=SIGN_IN_LIMIT, COST_BUCKET=COST_BUCKET) as running:
        yield running
    await asyncio.to_thread(remove, folder)


@pytest.fixture(scope="module")
async def outcomes(
    node: str, demo: Demo, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, ElementTree.Element | None]:
    """What failed of each behaviour, or None."""
    pictures = tmp_path_factory.mktemp("pictures")
    told = {"LEADHUB_URL": demo.url, "PICTURES": str(pictures), "SIGN_IN_LIMIT": str(SIGN_IN_LIMIT)}
    _, said, _ = await run(node, "--test", "--test-reporter=junit", SCRIPT.name, **told)
    print(f"pictures of it are in {pictures}")  # noqa: T201
    report = ElementTree.fromstring(said)  # noqa: S314  (our own)
    return {case.attrib["name"]: case.find("failure") for case in report.iter("testcase")}


async def run(*command: str, **variables: str) -> tuple[int | None, str, str]:
    """The exit status of a program in this folder, and what it said on stdout and stderr."""
    process = await asyncio.create_subprocess_exec(
        *command, cwd=HERE, env=os.environ | variables, stdout=PIPE, stderr=PIPE
    )
    try:
        async with asyncio.timeout(400):
            out, err = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
    return process.returncode, out.decode(), err.decode()


@pytest.mark.parametrize("behaviour", BEHAVIOURS)
async def test_graphiql(outcomes: dict[str, ElementTree.Element | None], behaviour: str) -> None:
    failure = outcomes[behaviour]
    assert failure is None, failure.text
