"""Clients that people use, as they come: they follow a stream over a cut, over a restart, and to the end of rights."""

import asyncio
import json
import subprocess
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from gql import Client, GraphQLRequest
from gql.client import ReconnectingAsyncClientSession
from gql.transport.aiohttp_websockets import AIOHTTPWebsocketsTransport
from gql.transport.exceptions import TransportConnectionFailed, TransportError, TransportQueryError
from gql.transport.websockets import WebsocketsTransport
from tenacity import retry, wait_fixed

from leadhub.settings import Settings
from tests.edge.conftest import Cable
from tests.npm import node_with
from tests.sessions.servers import another_server
from tests.streams.following import head, until
from tests.world import Company, World

CLIENTS = Path(__file__).parent.parent / "clients"
STREAM = "subscription($after: Int!) { eventStream(after: $after) { seq type } }"


@pytest.fixture(scope="module")
def node() -> str:
    """Node, with the clients installed beside their script."""
    return node_with(CLIENTS, "graphql-ws and graphql-sse")


def _address(url: str) -> tuple[str, int]:
    found = urlsplit(url)
    assert found.hostname is not None
    assert found.port is not None
    return found.hostname, found.port


@dataclass
class Road:
    """The way to whichever server is there, at an address that stays: what a balancer is."""

    company: Company
    settings: Settings
    servers: AsyncExitStack
    cable: Cable
    url: str = ""

    async def next_server(self) -> None:
        """The server stops, and another takes over."""
        async with asyncio.timeout(30):
            await self.servers.aclose()
        server = await self.servers.enter_async_context(another_server(self.company.world, self.settings))
        self.cable.to = _address(server.url)


@pytest.fixture
async def road(company: Company, settings: Settings) -> AsyncIterator[Road]:
    found = Road(company, settings, AsyncExitStack(), Cable(("", 0)))
    await found.next_server()
    listener = await asyncio.start_server(found.cable.connect, "127.0.0.1", 0)
    found.url = f"127.0.0.1:{listener.sockets[0].getsockname()[1]}/graphql"
    yield found
    await found.servers.aclose()
    listener.close()


@dataclass
class Said:
    """What a client said so far."""

    lines: list[dict[str, Any]] = field(default_factory=list)

    def all(self, name: str) -> list[Any]:
        return [line[name] for line in self.lines if name in line]

    async def says(self, name: str, value: Any) -> None:
        await until(lambda: value in self.all(name))


async def live(road: Road, said: Said) -> None:
    """Something happens, the line is cut, the server restarts, and each time the client sees what came."""
    company, start = road.company, await head(road.company)
    await company.lead()
    await said.says("seq", start + 1)
    async with road.cable.cut():
        await company.lead()
    await said.says("seq", start + 2)
    await road.next_server()
    await company.lead()
    await said.says("seq", start + 3)
    assert said.all("seq") == [start + 1, start + 2, start + 3]


@asynccontextmanager
async def following(node: str, client: str, url: str, company: Company) -> AsyncIterator[Said]:
    """A client of npm's that follows as the admin."""
    process = await asyncio.create_subprocess_exec(
        node, "streams.js", client, url, str(company.admin.token), str(await head(company)), cwd=CLIENTS,
        stdout=subprocess.PIPE,
    )  # fmt: skip
    said = Said()

    async def listen() -> None:
        assert process.stdout is not None
        while line := await process.stdout.readline():
            said.lines.append(json.loads(line))

    listening = asyncio.create_task(listen())
    try:
        yield said
    finally:
        if process.returncode is None:
            process.kill()
        await listening
        await process.wait()


@pytest.mark.clients
async def test_graphql_ws_goes_on_where_it_was(node: str, road: Road) -> None:
    async with following(node, "graphql-ws", f"ws://{road.url}", road.company) as said:
        await live(road, said)
        assert said.all("closed") == [1006, 1012]
        assert len(said.all("connected")) == 3


@pytest.mark.clients
async def test_graphql_ws_tries_again_when_it_is_thrown_out_and_then_says_why(node: str, road: Road) -> None:
    async with following(node, "graphql-ws", f"ws://{road.url}", road.company) as said:
        await said.says("connected", True)
        await road.company.owner.done("suspendMember", {"id": road.company.admin.id})
        await said.says("code", 4403)
        assert said.all("failed") == ["This session has ended; sign in again."]
        assert set(said.all("closed")) == {4403}


@pytest.mark.clients
async def test_graphql_sse_goes_on_where_it_was(node: str, road: Road) -> None:
    async with following(node, "graphql-sse", f"http://{road.url}", road.company) as said:
        await live(road, said)
        assert said.all("errors") == said.all("failed") == []


@pytest.mark.clients
async def test_graphql_sse_shows_an_error_and_is_complete_when_it_is_thrown_out(
    node: str, road: Road
) -> None:
    async with following(node, "graphql-sse", f"http://{road.url}", road.company) as said:
        await said.says("connected", True)
        await road.company.owner.done("suspendMember", {"id": road.company.admin.id})
        await said.says("complete", True)
        assert [errors[0]["extensions"]["code"] for errors in said.all("errors")] == ["UNAUTHENTICATED"]


@pytest.mark.clients
async def test_graphql_sse_shows_why_it_was_refused(node: str, road: Road, world: World) -> None:
    company = road.company
    await company.owner.done("changeMemberRole", {"id": company.admin.id, "role": "AGENT"})
    async with following(node, "graphql-sse", f"http://{road.url}", company) as said:
        await said.says("complete", True)
        [errors] = said.all("errors")
        assert errors[0]["extensions"] == {"code": "FORBIDDEN", "missing": ["event:read"]}


async def follow(session: ReconnectingAsyncClientSession, after: int, said: Said) -> None:
    """As a program does that wants to miss nothing: whatever happens, it subscribes again with the last number."""
    while True:
        try:
            async for item in session.subscribe(GraphQLRequest(STREAM, variable_values={"after": after})):
                after = item["eventStream"]["seq"]
                said.lines.append({"seq": after})
        except TransportQueryError as error:
            said.lines.append({"errors": error.errors})
            return
        except TransportError as error:
            said.lines.append({"failed": str(error)})
            await asyncio.sleep(0.05)


GQL = pytest.mark.parametrize("transport", [WebsocketsTransport, AIOHTTPWebsocketsTransport])


@asynccontextmanager
async def following_with_gql(transport: Any, road: Road) -> AsyncIterator[Said]:
    """Python's client, which follows as the admin and comes back soon."""
    said, company = Said(), road.company
    payload = {"authorization": f"Bearer {company.admin.token}"}
    client = Client(transport=transport(url=f"ws://{road.url}", init_payload=payload))
    session = await client.connect_async(reconnecting=True, retry_connect=retry(wait=wait_fixed(0.05)))
    task = asyncio.create_task(follow(session, await head(company), said))
    try:
        yield said
    finally:
        task.cancel()
        await asyncio.wait([task])
        await client.close_async()
        assert task.cancelled(), task.exception()


@GQL
async def test_gql_of_python_goes_on_where_it_was(road: Road, transport: Any) -> None:
    async with following_with_gql(transport, road) as said:
        await live(road, said)
        assert said.all("errors") == []


async def _read(stream: AsyncIterator[Any]) -> None:
    async for _ in stream:
        pass


@GQL
async def test_gql_of_python_cannot_connect_when_it_is_thrown_out(road: Road, transport: Any) -> None:
    company = road.company
    payload = {"authorization": f"Bearer {company.admin.token}"}
    client = Client(transport=transport(url=f"ws://{road.url}", init_payload=payload))
    session = await client.connect_async()
    stream = session.subscribe(GraphQLRequest(STREAM, variable_values={"after": 0}))
    await company.lead()
    assert (await anext(stream))["eventStream"]["seq"] == 1
    await company.owner.done("suspendMember", {"id": company.admin.id})
    with pytest.raises(TransportConnectionFailed) as refusal:
        await _read(stream)
    if transport is WebsocketsTransport:  # the other one keeps the code to itself
        assert "4403" in str(refusal.value.__cause__)
    await client.close_async()
    with pytest.raises(TransportConnectionFailed):
        await client.connect_async()
