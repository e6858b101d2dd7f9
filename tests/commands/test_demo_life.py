"""How a demo ends, by its own or another's hand, and what the next one finds."""

import asyncio
import os
import signal
import socket
import time
from pathlib import Path
from typing import Any

import psutil
import pytest
from aiohttp import ClientError

from leadhub.kit.embedded_folder import Folder
from leadhub.kit.embedded_process import of_data
from tests.commands.demonstration import Demo, demonstration, leads_of, sign_in
from tests.commands.running import WITHIN

QUICK = 15.0  # seconds: it takes 1 to 2, and 5 are promised of a machine that is not busy with other tests


def left_of(folder: Path) -> list[psutil.Process]:
    """Whatever still runs for this folder."""
    named = [
        process
        for process in psutil.process_iter(["cmdline"])
        if str(folder) in " ".join(process.info["cmdline"] or ())
    ]
    return [*named, *of_data(Folder(folder).data)]


async def nothing_is_left(folder: Path, seconds: float = 10) -> None:
    async with asyncio.timeout(seconds):
        while left_of(folder):  # noqa: ASYNC110 - processes of others tell nobody
            await asyncio.sleep(0.05)


def names(leads: list[dict[str, Any]]) -> list[tuple[str, ...]]:
    return [(lead["fullName"], lead["companyName"], lead["primaryEmail"], lead["status"]) for lead in leads]


async def is_stopped_by(demo: Demo, number: signal.Signals) -> None:
    demo.process.send(number)
    assert await demo.process.ended() == 0
    assert demo.process.err == []
    assert demo.process.out[-1].startswith("Stopped. Your data is kept")
    assert left_of(demo.folder) == []


async def test_postgres_killed_under_a_demo_comes_back_and_the_demo_answers_again(demo_folder: Path) -> None:
    async with demonstration(demo_folder) as demo:
        owner = await sign_in(demo, "acme", "owner")
        before = (await owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"]
        os.kill(int((Folder(demo_folder).data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
        killed, codes = time.monotonic(), []
        await demo.process.says("PostgreSQL ended unexpectedly")
        async with asyncio.timeout(WITHIN):
            while True:
                answer = await owner("{ leads { totalCount } }")
                if not answer.errors:
                    break
                codes.append(answer.code)
                await asyncio.sleep(0.05)
        print(f"answers again after {time.monotonic() - killed:.1f} s")  # noqa: T201
        assert answer.data["leads"]["totalCount"] == before
        assert set(codes) <= {"UNAVAILABLE"}, "\n".join(demo.process.out)
        await owner.done("createLead", {"lastName": "After the crash"})


async def test_killed_demo_leaves_nothing_running_and_the_next_finds_its_data(demo_folder: Path) -> None:
    async with demonstration(demo_folder) as demo:
        owner = await sign_in(demo, "acme", "owner")
        lead = (await owner.done("createLead", {"lastName": "Committed"}, "lead { id }"))["lead"]
        demo.process.send(signal.SIGKILL)
        await demo.process.ended()
        await nothing_is_left(demo_folder)
        with pytest.raises(ClientError):
            await owner("{ viewer { role } }")
    async with demonstration(demo_folder) as again:
        print(f"second start: {again.process.seconds:.1f} s")  # noqa: T201
        assert again.process.seconds < QUICK
        assert not any("Filling in" in line for line in again.process.out)
        data = await (await sign_in(again, "acme", "agent1")).ok("{ viewer { role } }")
        assert data["viewer"]["role"] == "AGENT"
        found = await (await sign_in(again, "acme", "owner")).ok(
            "query($id: ID!) { lead(id: $id) { fullName } }", id=lead["id"]
        )
        assert found["lead"]["fullName"] == "Committed"
        await is_stopped_by(again, signal.SIGINT)


async def test_fresh_begins_anew_with_the_same_names_and_on_other_ports(demo_folder: Path) -> None:
    async with demonstration(demo_folder) as demo:
        owner = await sign_in(demo, "globex", "owner")
        first = names(await leads_of(owner))
        await owner.done("createLead", {"lastName": "Deleted with the folder"})
        await is_stopped_by(demo, signal.SIGTERM)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        async with demonstration(demo_folder, "--fresh", metrics_port=taken) as fresh:
            said = await fresh.process.says(f"Port {taken} is taken; metrics are on ")
            metrics = f"http://127.0.0.1:{said.split()[-1].rstrip('.')}/metrics"
            async with fresh.anyone.world.http.get(metrics) as answer:
                assert "leadhub_build_info" in await answer.text()
            assert names(await leads_of(await sign_in(fresh, "globex", "owner"))) == first
            await is_stopped_by(fresh, signal.SIGINT)
