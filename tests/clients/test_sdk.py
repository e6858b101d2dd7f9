"""The SDKs are generated from the schema and every published operation, and their types hold what they promise."""

import re
from pathlib import Path

import pytest

from leadhub.operations import known_operations
from leadhub.schema import SDL_FILE
from tests.clients.conftest import TypeScript
from tests.clients.running import printed
from tests.world import Company

pytestmark = pytest.mark.clients

README = (SDL_FILE.parent / "README.md").read_text()
STRICT = '{"compilerOptions": {"strict": true, "target": "es2022", "module": "nodenext", "types": []}}'
SKETCH = """
import {{ CreateLeadDocument, LeadHub, LeadsDocument }} from "leadhub-client";

const leadhub = new LeadHub("http://127.0.0.1/graphql", "token");
export async function sketch() {{
  const {{ createLead }} = await leadhub.send(CreateLeadDocument, {{ input: {{ lastName: {name} }} }});
  const {{ leads }} = await leadhub.send(LeadsDocument, {{ first: 10 }});
  const amounts: (string | undefined)[] = leads.nodes.map((lead) => lead.estimatedValue?.{field});
  return [createLead.lead?.id, amounts];
}}
"""


def snippet(language: str) -> str:
    """The piece of the README in this language."""
    [found] = re.findall(rf"^```{language}\n(.*?)^```", README, re.DOTALL | re.MULTILINE)
    return found


def project(folder: Path, *, name: str = '"Hopper"', field: str = "amount") -> Path:
    """A program of a user's."""
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "tsconfig.json").write_text(STRICT)
    (folder / "sketch.ts").write_text(SKETCH.format(name=name, field=field))
    return folder


async def test_every_published_operation_is_in_the_typescript_client(typescript: TypeScript) -> None:
    exported = re.findall(r"const (\w+)Document =", (typescript.package / "dist/operations.js").read_text())
    assert set(exported) == known_operations()


async def test_the_typescript_client_passes_a_strict_compiler(typescript: TypeScript, tmp_path: Path) -> None:
    assert await typescript.compile(project(tmp_path)) == ""


async def test_a_wrong_variable_does_not_compile(typescript: TypeScript, tmp_path: Path) -> None:
    said = await typescript.compile(project(tmp_path, name="5"))
    assert "Type 'number' is not assignable to type 'string'" in said


async def test_a_field_that_was_not_asked_for_does_not_compile(
    typescript: TypeScript, tmp_path: Path
) -> None:
    said = await typescript.compile(project(tmp_path, field="cents"))
    assert "Property 'cents' does not exist" in said


async def test_the_readme_is_right_about_typescript(typescript: TypeScript, tmp_path: Path) -> None:
    sketch = project(tmp_path) / "sketch.ts"
    sketch.write_text(
        f"declare const token: string;\n{snippet('ts')}export const found: number = leads.totalCount;"
    )
    assert await typescript.compile(tmp_path) == ""


async def test_every_published_operation_is_in_the_python_client(python_sdk: Path) -> None:
    program = "import leadhub_client as c; print(*(name for name in dir(c.LeadHub) if name[0] != '_'))"
    methods = (await printed(python_sdk, "-c", program, cwd=python_sdk.parents[2])).split()
    assert {name.replace("_", "") for name in methods} >= {name.lower() for name in known_operations()}


async def test_the_python_client_takes_an_enum_value_that_is_newer_than_itself(python_sdk: Path) -> None:
    program = "from leadhub_client import LeadStatus as S; print(S('WON').value, S('SNOOZED').value)"
    assert await printed(python_sdk, "-c", program, cwd=python_sdk.parents[2]) == "WON UNKNOWN\n"


async def test_the_readme_is_right_about_python(python_sdk: Path, company: Company) -> None:
    await company.lead()
    url, token = f"{company.world.url}/graphql", company.owner.token
    body = snippet("python").replace("http://127.0.0.1:8000/graphql", url)
    lines = ["async def main(token):", *body.splitlines(), "print(page.total_count)"]
    program = "\n    ".join(lines) + f"\n\nimport asyncio\nasyncio.run(main({token!r}))"
    assert await printed(python_sdk, "-c", program, cwd=python_sdk.parents[2]) == "1\n"


FOLLOW = """
import asyncio, sys
from contextlib import aclosing
from leadhub_client import LeadHub

async def main(url, authorization):
    leadhub = LeadHub(ws_url=url, ws_connection_init_payload={"authorization": authorization})
    async with aclosing(leadhub.event_stream(after=0)) as events:
        event = (await anext(events)).event_stream
        print(event.type_, event.at.tzinfo, event.actor.kind.value)

asyncio.run(main(*sys.argv[1:]))
"""


async def test_the_python_client_follows_a_subscription(python_sdk: Path, company: Company) -> None:
    await company.lead()
    url, token = f"{company.world.url}/graphql".replace("http", "ws"), f"Bearer {company.admin.token}"
    said = await printed(python_sdk, "-c", FOLLOW, url, token, cwd=python_sdk.parents[2])
    assert said == "lead.created UTC MEMBER\n"
