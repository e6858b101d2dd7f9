"""Clients that make leads and read them, one request after another, while something happens to the servers."""

import asyncio
import itertools
import secrets
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar, TCPConnector

from tests.containers.stack import Stack

CLIENTS = 8
# Together they stay below what NGINX lets one address ask.
PAUSE_SECONDS = 0.1
AFTER_FAILURE_SECONDS = 1

_CREATE = (
    "mutation($name: String!) { createLead(input: {lastName: $name}) { lead { id } userErrors { message } } }"
)
_READ = "{ leads(first: 5) { nodes { id lastName } } }"
_ALL = """query($prefix: String!, $after: String) {
  leads(first: 100, after: $after, filter: {lastName: {startsWith: $prefix}}) {
    nodes { lastName } pageInfo { hasNextPage endCursor }
  }
}"""


@dataclass
class Failure:
    """A request without an answer that tells what became of it; `key` and `name` are those of a mutation."""

    why: str
    key: str | None = None
    name: str | None = None


@dataclass
class Load:
    """Everybody's doings so far. `acknowledged` are the names of leads that somebody was told are made."""

    http: ClientSession
    url: str
    prefix: str
    acknowledged: list[str] = field(default_factory=list)
    answered: int = 0
    failures: list[Failure] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=itertools.count)
    ending: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[None]:
        """They work for as long as the block, and finish what they are at."""
        self.ending.clear()
        async with asyncio.TaskGroup() as group:
            for _ in range(CLIENTS):
                group.create_task(self._run())
            try:
                yield
            finally:
                self.ending.set()

    async def repeat(self) -> None:
        """Sends every mutation that failed again, once, with its key."""
        before = list(self.failures)
        for failure in before:
            if failure.key is not None and failure.name is not None:
                await self._create(failure.key, failure.name)
        assert self.failures == before

    async def made(self) -> Counter[str]:
        """How often each lead is there."""
        found: Counter[str] = Counter()
        after = None
        while True:
            leads = (await self._post(_ALL, {"prefix": self.prefix, "after": after}))["leads"]
            found.update(lead["lastName"] for lead in leads["nodes"])
            if not leads["pageInfo"]["hasNextPage"]:
                return found
            after = leads["pageInfo"]["endCursor"]

    def summary(self) -> str:
        whys = dict(Counter(failure.why[:60] for failure in self.failures))
        return f"{self.answered} requests answered, {len(self.acknowledged)} leads made, failures {whys}"

    async def _run(self) -> None:
        while not self.ending.is_set():
            before = len(self.failures)
            await self._create(secrets.token_hex(8), f"{self.prefix}-{next(self.numbers)}")
            try:
                await self._post(_READ, {})
            except (ClientError, TimeoutError, _Refused) as error:
                self.failures.append(Failure(_why(error)))
            await asyncio.sleep(PAUSE_SECONDS if len(self.failures) == before else AFTER_FAILURE_SECONDS)

    async def _create(self, key: str, name: str) -> None:
        try:
            payload = (await self._post(_CREATE, {"name": name}, {"Idempotency-Key": key}))["createLead"]
        except (ClientError, TimeoutError, _Refused) as error:
            self.failures.append(Failure(_why(error), key, name))
        else:
            assert payload["userErrors"] == []
            self.acknowledged.append(name)

    async def _post(
        self, document: str, variables: dict[str, Any], headers: dict[str, str] | None = None
    ) -> Any:
        body = {"query": document, "variables": variables}
        async with self.http.post(f"{self.url}/graphql", json=body, headers=headers) as answer:
            if answer.status != 200:
                raise _Refused(f"{answer.status} {await answer.text()}")
            found = await answer.json()
        if found.get("errors"):
            raise _Refused(found["errors"][0]["message"])
        self.answered += 1
        return found["data"]


class _Refused(Exception):
    """An answer that is none."""


def _why(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:200]


@asynccontextmanager
async def clients(stack: Stack) -> AsyncIterator[Load]:
    """Signed in as the owner, and idle."""
    async with ClientSession(
        # A connection for each request: NGINX, before 1.27.4, closes idle ones when it is reloaded.
        connector=TCPConnector(ssl=stack.trusting, force_close=True),
        cookie_jar=DummyCookieJar(),
        timeout=ClientTimeout(20),
        headers={"Authorization": f"Bearer {stack.key}"},
    ) as http:
        yield Load(http, stack.url, f"L{secrets.token_hex(3)}")
