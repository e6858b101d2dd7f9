"""The programs in schema/examples, as their readers run them."""

import os
import shutil

import pytest

from leadhub.schema import SDL_FILE
from leadhub.settings import Settings
from tests.clients.conftest import TypeScript
from tests.clients.running import Ended, ended
from tests.sessions.servers import another_server
from tests.world import PASSWORD, Company, World, gather

pytestmark = pytest.mark.clients

EXAMPLES = SDL_FILE.parent / "examples"


@pytest.fixture(scope="session")
async def typescript_example(typescript: TypeScript, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The command of the example in TypeScript, compiled without a complaint."""
    project = tmp_path_factory.mktemp("examples") / "typescript"
    shutil.copytree(EXAMPLES / "typescript", project, ignore=shutil.ignore_patterns("node_modules", "*.js"))
    assert await typescript.compile(project) == ""
    return [typescript.node, str(project / "leads.js")]


@pytest.fixture(params=["typescript", "python"])
def command(request: pytest.FixtureRequest) -> list[str]:
    """The command of the example in either language."""
    if request.param == "typescript":
        return request.getfixturevalue("typescript_example")
    return [str(request.getfixturevalue("python_sdk")), str(EXAMPLES / "python" / "leads.py")]


async def run(
    command: list[str],
    company: Company,
    world: World,
    *,
    member: str = "owner",
    password: str = PASSWORD,
    email: str = "ada@example.test",
) -> Ended:
    """Runs the example against this tenant and server."""
    url, address = f"{world.url}/graphql", f"{member}@{company.slug}.test"
    env = os.environ | {"PYTHONPATH": str(SDL_FILE.parent / "sdk" / "python")}
    return await ended(*command, url, company.slug, address, password, "crm-17", email, env=env)


async def test_the_example_reads_every_page_and_brings_in_a_lead(
    command: list[str], company: Company, world: World
) -> None:
    leads = await gather(*(company.lead() for _ in range(51)))
    end = await run(command, company, world)
    assert (end.status, end.err) == (0, "")
    *lines, last = end.out.splitlines()
    assert {line.split()[0] for line in lines} == {lead["number"] for lead in leads}
    assert len(lines) == 51
    [brought] = (await company.owner.ok("{ leads(first: 1) { nodes { number primaryEmail } } }"))["leads"][
        "nodes"
    ]
    assert brought["primaryEmail"] == "ada@example.test"
    assert last == f"brought in: {brought['number']}"


async def test_the_example_brings_a_lead_in_once_however_often_it_is_run(
    command: list[str], company: Company, world: World
) -> None:
    first, again = await run(command, company, world), await run(command, company, world)
    assert first.out.splitlines()[-1] == again.out.splitlines()[-1]
    assert (await company.owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 1


async def test_the_example_says_what_is_wrong_with_the_input(
    command: list[str], company: Company, world: World
) -> None:
    end = await run(command, company, world, email="nowhere")
    assert end.status == 1
    assert end.err.startswith("input.emails.0: ")


async def test_the_example_says_that_the_password_is_wrong(
    command: list[str], company: Company, world: World
) -> None:
    end = await run(command, company, world, password="wrong horse battery")
    assert (end.status, end.out) == (1, "")
    assert "password" in end.err


async def test_the_example_says_what_its_user_may_not_do(
    command: list[str], company: Company, world: World
) -> None:
    end = await run(command, company, world, member="viewer")
    assert end.status == 1
    assert end.err.startswith("FORBIDDEN: ")


async def test_the_example_waits_when_it_is_told_to(
    command: list[str], company: Company, world: World, settings: Settings
) -> None:
    await gather(*(company.lead() for _ in range(51)))
    async with another_server(world, settings, cost_bucket=510, cost_restore=30, cost_limit=510) as strict:
        end = await run(command, company, strict)
    assert end.status == 0
    assert "THROTTLED: waiting for " in end.err
    assert len(end.out.splitlines()) == 52


async def test_the_example_runs_where_published_documents_alone_do(
    command: list[str], company: Company, world: World, settings: Settings
) -> None:
    async with another_server(world, settings, trusted_documents="only") as strict:
        end = await run(command, company, strict)
    assert (end.status, end.err) == (0, "")
    assert end.out.startswith("brought in: LD-")
