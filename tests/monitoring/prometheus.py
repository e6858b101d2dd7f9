"""A real Prometheus on what is in ops/prometheus, made to hurry."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession

from tests.commands.running import free_port
from tests.monitoring.programs import program
from tests.monitoring.watching import PROMETHEUS


@dataclass(frozen=True)
class Prometheus:
    """Where it is."""

    http: ClientSession
    url: str

    async def _get(self, path: str, **parameters: str) -> Any:
        async with self.http.get(f"{self.url}/api/v1/{path}", params=parameters) as answer:
            body = await answer.json()
        assert body["status"] == "success", body
        return body["data"]

    async def values(self, expression: str) -> list[float]:
        """What an expression is now, of each series."""
        found = await self._get("query", query=expression)
        return [float(one["value"][1]) for one in found["result"]]

    async def firing(self) -> set[tuple[str, str]]:
        """The alerts that fire, with the instance where there is one."""
        alerts = (await self._get("alerts"))["alerts"]
        names = [(one["labels"]["alertname"], one["labels"].get("instance", "")) for one in alerts]
        return {name for name, one in zip(names, alerts, strict=True) if one["state"] == "firing"}


def hurried(folder: Path, targets: dict[str, str]) -> None:
    """Copies the configuration: scraped and looked at each second, alerts after a second, nobody told."""
    shutil.copytree(PROMETHEUS, folder)
    config = folder / "prometheus.yml"
    config.write_text(re.sub(r"(_interval|_timeout): \d+s", r"\1: 1s", config.read_text()))
    rules = folder / "rules" / "alerts.yml"
    rules.write_text(re.sub(r"for: \w+", "for: 1s", rules.read_text()))
    for name in ("leadhub", "leadhub-worker", "alertmanager"):
        known = [{"targets": [targets[name]]}] if name in targets else []
        (folder / "targets" / f"{name}.json").write_text(json.dumps(known))


@asynccontextmanager
async def watching(folder: Path, http: ClientSession, **metrics_urls: str) -> AsyncIterator[Prometheus]:
    """Prometheus, ready and scraping these; `worker` for workers, `server` for servers."""
    jobs = {"server": "leadhub", "worker": "leadhub-worker"}
    targets = {jobs[kind]: url.split("/")[2] for kind, url in metrics_urls.items()}
    hurried(folder / "prometheus", targets)
    address = f"127.0.0.1:{free_port()}"
    process = await asyncio.create_subprocess_exec(
        program("prometheus"),
        "--config.file=prometheus.yml",
        f"--storage.tsdb.path={folder / 'data'}",
        f"--web.listen-address={address}",
        "--log.level=error",
        cwd=folder / "prometheus",
    )
    found = Prometheus(http, f"http://{address}")
    try:
        async with asyncio.timeout(30):
            while not await _has_scraped(found, len(targets)):  # noqa: ASYNC110
                await asyncio.sleep(0.1)
        yield found
    finally:
        with suppress(ProcessLookupError):
            process.terminate()
        await process.wait()


async def _has_scraped(found: Prometheus, count: int) -> bool:
    with suppress(ClientError):
        async with found.http.get(f"{found.url}/-/ready") as answer:
            return answer.status == 200 and await found.values("sum(up)") == [count]
    return False
