"""The load that `just load` makes, and whether its figures tell the truth."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import WSMsgType, web

from ops.load.client import Client, NotSignedIn, session
from ops.load.figures import Figures
from ops.load.load import Load
from tests.world import PASSWORD, Company, World


async def run(url: str, member: dict[str, str], seconds: float, sockets: int) -> tuple[Figures, str]:
    """The figures of a short load, and what its leads are called."""
    async with session(trusting=True) as http:
        client, stopping = Client(http, True, url), asyncio.Event()
        await client.sign_in(member)
        load = Load(client, rate=20, sockets=sockets)
        asyncio.get_running_loop().call_later(seconds, stopping.set)
        await load.run(stopping)
    return client.figures, load.name


async def test_load_is_answered_and_every_lead_is_there(world: World, company: Company) -> None:
    member = {"tenant": company.slug, "email": company.owner.member.email, "password": PASSWORD}
    figures, name = await run(world.url, member, 1.5, 3)
    assert figures.is_clean
    assert figures.failures() == 0
    assert figures.events == 3 * len(figures.made) > 0
    async with world.sql() as sql:
        rows = await sql.fetch("select last_name from lead where last_name like $1", f"{name} %")
    assert sorted(row["last_name"] for row in rows) == sorted(figures.made)


async def test_who_cannot_sign_in_loads_nothing(world: World, company: Company) -> None:
    with pytest.raises(NotSignedIn):
        await run(world.url, {"tenant": company.slug, "email": "nobody@x.test", "password": PASSWORD}, 1, 0)


@pytest.mark.parametrize("url", ["https://leads.example.com", "http://10.0.0.1:8000", "localhost"])
def test_load_is_for_this_machine_alone(url: str, tmp_path: Any) -> None:
    (member := tmp_path / "member.json").write_text("{}")
    done = subprocess.run(
        [sys.executable, "-m", "ops.load", url, "--member", str(member)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert "load is for servers of this machine" in done.stderr


class Lossy:
    """A server that fails in all the ways that the figures have to tell apart."""

    def __init__(self) -> None:
        self.asked = 0

    async def post(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        if "signIn" in body["query"]:
            return web.json_response({"data": {"signIn": {"accessToken": "token"}}})
        if "headSeq" in body["query"]:
            return web.json_response({"data": {"events": {"headSeq": 7}}})
        if "Idempotency-Key" in request.headers:
            return web.json_response({"data": {"createLead": {"userErrors": [{"code": "CONFLICT"}]}}})
        return web.json_response({"errors": [{"message": "No", "extensions": {"code": "INTERNAL"}}]})

    async def get(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._socket(request)
        self.asked += 1
        if self.asked == 2:
            assert request.transport is not None
            request.transport.abort()
        return web.Response(status=502) if self.asked > 2 else web.json_response({"data": {}})

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(protocols=["graphql-transport-ws"])
        await socket.prepare(request)
        async for message in socket:
            if message.type is WSMsgType.TEXT and message.json()["type"] == "connection_init":
                await socket.send_json({"type": "connection_ack"})
            else:
                after = message.json()["payload"]["variables"]["after"]
                # It leaves one out, and says the next one twice.
                for seq in (after + 2, after + 2):
                    await socket.send_json(
                        {"type": "next", "payload": {"data": {"eventStream": {"seq": seq}}}}
                    )
                await socket.close(code=1012)
        return socket


@asynccontextmanager
async def serving(lossy: Lossy) -> AsyncIterator[str]:
    app = web.Application()
    app.router.add_post("/graphql", lossy.post)
    app.router.add_get("/graphql", lossy.get, allow_head=False)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await runner.cleanup()


async def test_what_is_lost_is_seen() -> None:
    async with serving(Lossy()) as url:
        figures, _ = await run(url, {}, 1, 1)
    assert not figures.is_clean
    assert figures.made == []
    assert set(figures.failed) == {("query", "502"), ("plain", "INTERNAL"), ("mutation", "CONFLICT")}
    assert figures.closed[1012] > 0
    assert figures.out_of_turn >= 2
    assert "failed: " in figures.told()
