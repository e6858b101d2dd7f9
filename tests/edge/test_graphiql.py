"""GraphiQL as the server hands it out; tests/browser uses it. Here the page is two files that stand for a built one."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from graphql import OperationDefinitionNode, get_operation_ast, parse, validate
from graphql.execution.values import get_variable_values

from leadhub import graphiql
from leadhub.examples import EXAMPLES, SAMPLES, WELCOME
from leadhub.operations import documents, known_operations
from leadhub.settings import Settings
from tests.edge.sending import JSON, Reply, send
from tests.sessions.servers import another_server
from tests.walk import SCHEMA
from tests.world import Company, World

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Content-Type": None}
PAGE = '<!doctype html><title>ours</title><script type="module" src="/graphiql/main-A1.js" nonce="{nonce}"></script>'
FILES = {"main-A1.js": "text/javascript", "main-B2.css": "text/css", "icon-C3.svg": "image/svg+xml"}


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where servers look for the page: a page, its files, and what is none of its files."""
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    for name in [*FILES, "notes.txt"]:
        (folder / name).write_text(f"this is {name}")
    (tmp_path / "secret.js").write_text("beside the folder")
    monkeypatch.setattr(graphiql, "folder", lambda: folder)
    return folder


@pytest.fixture
def not_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Servers find no page."""
    monkeypatch.setattr(graphiql, "folder", lambda: tmp_path / "nothing")


@pytest.fixture
async def server(built: Path, world: World, settings: Settings) -> AsyncIterator[World]:
    """One that was started with the page."""
    async with another_server(world, settings) as server:
        yield server


async def get(server: World, path: str) -> Reply:
    return await send(server.http, server.url + path, method="GET", headers=BROWSER)


async def get_as_it_is(server: World, path: str) -> str:
    """The status line for a path that no client would send so."""
    address = urlsplit(server.url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: {address.netloc}\r\nConnection: close\r\n\r\n".encode())
    line = (await reader.readline()).decode()
    writer.close()
    return line


async def test_browser_gets_our_page_where_it_is_built(server: World) -> None:
    reply = await get(server, "/graphql")
    assert (reply.status, reply.type) == (200, "text/html")
    assert "<title>ours</title>" in reply.text
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["Referrer-Policy"] == "no-referrer"
    assert reply.headers["X-Frame-Options"] == "DENY"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"
    assert reply.headers["X-Request-Id"]


async def test_page_may_load_and_reach_nothing_but_its_server(server: World) -> None:
    reply = await get(server, "/graphql")
    policy = dict(part.strip().split(" ", 1) for part in reply.headers["Content-Security-Policy"].split(";"))
    [nonce] = re.findall(r'nonce="(\S{22})"', reply.text)
    assert policy == {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": f"'self' 'nonce-{nonce}'",
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
    }


async def test_nonce_is_new_for_each_answer(server: World) -> None:
    replies = [await get(server, "/graphql") for _ in range(3)]
    assert len({reply.headers["Content-Security-Policy"] for reply in replies}) == 3


@pytest.mark.parametrize(("name", "kind"), FILES.items())
async def test_files_of_the_page_are_kept_for_ever(server: World, name: str, kind: str) -> None:
    reply = await get(server, f"/graphiql/{name}")
    assert (reply.status, reply.type, reply.text) == (200, kind, f"this is {name}")
    assert reply.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert reply.headers["X-Content-Type-Options"] == "nosniff"


NO_FILES = [
    "main-A0.js",
    "index.html",
    "notes.txt",
    "",
    ".",
    "a/main-A1.js",
    "..%2fsecret.js",
    "%2e%2e/secret.js",
]


@pytest.mark.parametrize("path", NO_FILES)
async def test_there_are_no_other_files(server: World, path: str) -> None:
    reply = await get(server, f"/graphiql/{path}")
    assert (reply.status, reply.type) == (404, JSON)


@pytest.mark.parametrize(
    "path",
    [
        "/graphiql/../secret.js",
        "/graphiql/..%2fsecret.js",
        "/graphiql/%2e%2e%2fsecret.js",
        "/graphiql//etc/passwd",
    ],
)
async def test_nobody_climbs_out_of_the_folder(server: World, path: str) -> None:
    assert (await get_as_it_is(server, path)).startswith("HTTP/1.1 404")


async def test_files_are_read_by_get_alone(server: World) -> None:
    reply = await send(server.http, f"{server.url}/graphiql/main-A1.js", {"query": "{ __typename }"})
    assert (reply.status, reply.type, reply.headers["Allow"]) == (405, JSON, "GET,HEAD")


async def examples(server: World) -> Any:
    reply = await get(server, "/graphiql/examples.json")
    assert (reply.status, reply.type) == (200, JSON)
    assert reply.headers["Cache-Control"] == "no-store"
    return reply.body


async def test_page_is_handed_the_published_documents_and_the_people_of_the_demo(server: World) -> None:
    found = await examples(server)
    assert found["welcome"] == WELCOME
    assert found["documents"] == documents()
    assert found["demo"]["tenants"][0] == {"slug": "acme", "name": "Acme Machines"}
    assert found["demo"]["people"][0] == {"key": "owner", "name": "Olivia Owen", "role": "OWNER"}


async def test_outside_development_nothing_is_said_of_the_demo(
    built: Path, world: World, settings: Settings
) -> None:
    async with another_server(world, settings, env="staging") as server:
        assert (await examples(server))["demo"] is None


async def test_where_it_is_off_there_are_neither_page_nor_files(
    built: Path, world: World, settings: Settings
) -> None:
    async with another_server(world, settings, graphiql="off") as server:
        for path in ["/graphql", "/graphiql/main-A1.js", "/graphiql/examples.json"]:
            assert (await get(server, path)).status == 404
        assert "GraphiQL is off here" in (await get(server, "/graphql")).text


async def test_without_a_build_development_has_strawberrys_page_with_our_examples(
    not_built: None, world: World, settings: Settings
) -> None:
    async with another_server(world, settings) as server:
        reply = await get(server, "/graphql")
    assert (reply.status, reply.type) == (200, "text/html")
    assert "<title>LeadHub GraphiQL</title>" in reply.text
    assert EXAMPLES in reply.text


async def test_without_a_build_other_servers_say_how_to_get_one(
    not_built: None, world: World, settings: Settings
) -> None:
    async with another_server(world, settings, env="staging") as server:
        reply = await get(server, "/graphql")
    assert (reply.status, reply.type) == (404, JSON)
    assert "`just graphiql`" in reply.body["errors"][0]["message"]


@pytest.mark.parametrize("text", [EXAMPLES, WELCOME])
def test_what_it_begins_with_fits_the_schema(text: str) -> None:
    assert validate(SCHEMA, parse(text)) == []


def operation(name: str) -> OperationDefinitionNode:
    [found] = [node for text in documents() if (node := get_operation_ast(parse(text), name))]
    return found


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_variables_of_published_operations(name: str) -> None:
    assert name in known_operations()
    values = get_variable_values(SCHEMA, list(operation(name).variable_definitions), SAMPLES[name])
    assert not isinstance(values, list), values
    assert values.coerced.keys() >= SAMPLES[name].keys()


@pytest.mark.parametrize(
    "name", [name for name in SAMPLES if operation(name).operation.value != "subscription"]
)
async def test_samples_work(company: Company, name: str) -> None:
    [document] = [text for text in documents() if re.search(rf"^\w+ {name}\b", text, re.M)]
    await company.owner.ok(document, **SAMPLES[name])
