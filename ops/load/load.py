"""The load: so many requests a second, as of people who wait for their answers, and sockets beside them."""

import asyncio
import itertools
import secrets
import time
from collections import Counter

from ops.load.client import Client
from ops.load.sockets import Follower

CATCH_UP_SECONDS = 20

_QUERY = "query Leads { leads(first: 3) { nodes { id number fullName } } }"
_MUTATION = """mutation CreateLead($input: CreateLeadInput!) {
  createLead(input: $input) { lead { id } userErrors { code message } }
}"""
# Of six requests four are queries by GET, one is a query by POST, one makes a lead.
_KINDS = ("query", "mutation", "query", "query", "plain", "query")
# Of each kind. Who is not answered does not ask more and more: a slow machine gets less to do, and no queue.
MOST_AT_ONCE = 4


class Load:
    """`rate` is requests a second, at most. The leads that it makes are called `name` and a number; no other run has the name."""

    def __init__(self, client: Client, *, rate: float, sockets: int) -> None:
        self.name = f"Load {secrets.token_hex(4)}"
        self._client = client
        self._rate = rate
        self._sockets = sockets
        self._unanswered = Counter[str]()

    async def run(self, stopping: asyncio.Event) -> None:
        """Until `stopping` is set, and then until all is answered and the sockets have got every event."""
        followers = [Follower(self._client, await self._client.head()) for _ in range(self._sockets)]
        following = [asyncio.create_task(one.run()) for one in followers]
        try:
            await self._send(stopping)
            await self._catch_up(followers)
        finally:
            for task in following:
                task.cancel()
            await asyncio.gather(*following, return_exceptions=True)

    async def _send(self, stopping: asyncio.Event) -> None:
        async with asyncio.TaskGroup() as group:
            for number, kind in enumerate(itertools.cycle(_KINDS)):
                if stopping.is_set():
                    return
                if self._unanswered[kind] < MOST_AT_ONCE:
                    self._unanswered[kind] += 1
                    group.create_task(self._one(kind, number))
                await asyncio.sleep(1 / self._rate)

    async def _one(self, kind: str, number: int) -> None:
        if kind == "mutation":
            await self._make_lead(f"{self.name} {number}")
        else:
            await self._client.count(kind, _QUERY, {})
        self._unanswered[kind] -= 1

    async def _make_lead(self, name: str) -> None:
        if await self._client.count("mutation", _MUTATION, {"input": {"lastName": name}}, key=name):
            self._client.figures.made.append(name)

    async def _catch_up(self, followers: list[Follower]) -> None:
        last, end = await self._client.head(), time.monotonic() + CATCH_UP_SECONDS
        while any(one.seq < last for one in followers) and time.monotonic() < end:  # noqa: ASYNC110
            await asyncio.sleep(0.1)
        self._client.figures.behind = sum(one.seq < last for one in followers)
