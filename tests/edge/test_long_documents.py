"""Long documents that nobody sent before are looked through beside all else: everybody else goes on, and callers take turns."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from graphql import DocumentNode, OperationDefinitionNode, validate

from leadhub import admission, preparing
from leadhub.settings import Settings
from tests.edge.spending import left, thousand_points
from tests.sessions.servers import at
from tests.streams.following import until
from tests.world import Company, World

PADDING = " " * preparing.LONG
REFUSED = admission.REFUSED


def long(name: str, fields: str = "viewer { role }") -> str:
    return f"query {name} {{ {fields} }}{PADDING}"


@dataclass
class Looking:
    """Documents that were looked through in a thread, by the names of their operations; each waits until it may go on."""

    names: list[str] = field(default_factory=list)
    may_go_on: threading.Event = field(default_factory=threading.Event)

    def validate(self, schema: Any, document: DocumentNode, *rest: Any, **options: Any) -> Any:
        if threading.current_thread() is not threading.main_thread():
            [operation] = document.definitions
            assert isinstance(operation, OperationDefinitionNode)
            assert operation.name is not None
            self.names.append(operation.name.value)
            assert self.may_go_on.wait(60)
        return validate(schema, document, *rest, **options)

    async def has_begun(self, *names: str) -> None:
        await until(lambda: self.names == list(names))


@pytest.fixture
def looking(monkeypatch: pytest.MonkeyPatch) -> Iterator[Looking]:
    found = Looking()
    monkeypatch.setattr(preparing, "validate", found.validate)
    yield found
    found.may_go_on.set()


@pytest.fixture
async def server(world: World, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[World]:
    async with thousand_points(world, settings, monkeypatch) as far:
        yield far


async def test_others_are_answered_meanwhile(company: Company, server: World, looking: Looking) -> None:
    owner, agent = at(server, company.owner), at(server, company.agent)
    waiting = asyncio.create_task(owner.ok(long("Long")))
    await looking.has_begun("Long")
    assert await agent.ok("{ viewer { role } }") == {"viewer": {"role": "AGENT"}}
    assert not waiting.done()
    looking.may_go_on.set()
    assert await waiting == {"viewer": {"role": "OWNER"}}


async def test_what_is_short_or_known_is_not_waited_for(
    company: Company, server: World, looking: Looking
) -> None:
    owner = at(server, company.owner)
    looking.may_go_on.set()
    await owner.ok(long("Known"))
    looking.may_go_on.clear()
    waiting = asyncio.create_task(at(server, company.agent)(long("Long")))
    await looking.has_begun("Known", "Long")
    await owner.ok("query Short { viewer { role } }")
    await owner.ok(long("Known"))
    looking.may_go_on.set()
    await waiting
    assert looking.names == ["Known", "Long"]


async def test_callers_take_turns(company: Company, server: World, looking: Looking) -> None:
    owner, agent = at(server, company.owner), at(server, company.agent)
    waiting = [asyncio.create_task(owner.ok(long("Owner1")))]
    await looking.has_begun("Owner1")
    for caller, name in ((owner, "Owner2"), (owner, "Owner3"), (agent, "Agent1")):
        waiting.append(asyncio.create_task(caller.ok(long(name))))
        await asyncio.sleep(0.1)  # so that they come in this order
    looking.may_go_on.set()
    await asyncio.gather(*waiting)
    assert looking.names.index("Agent1") < looking.names.index("Owner3")


async def test_the_same_document_is_looked_through_once(
    company: Company, server: World, looking: Looking
) -> None:
    callers = [at(server, one) for one in (company.owner, company.agent, company.admin)]
    waiting = [asyncio.create_task(caller.ok(long("Same"))) for caller in callers]
    await looking.has_begun("Same")
    looking.may_go_on.set()
    await asyncio.gather(*waiting)
    assert looking.names == ["Same"]


async def test_whose_points_are_gone_when_their_turn_comes_is_not_read(
    company: Company, server: World, looking: Looking
) -> None:
    owner, most = at(server, company.owner), 1000 // REFUSED
    waiting = [asyncio.create_task(owner(long(f"Wrong{at}", "leadz"))) for at in range(most + 3)]
    await until(lambda: len(looking.names) == 1)
    await asyncio.sleep(0.3)  # so that all have come
    looking.may_go_on.set()
    codes = [answer.code for answer in await asyncio.gather(*waiting)]
    assert sorted(codes, key=str) == ["BAD_REQUEST"] * most + ["THROTTLED"] * 3
    assert len(looking.names) == most


async def test_who_goes_away_meanwhile_has_paid(company: Company, server: World, looking: Looking) -> None:
    owner = at(server, company.owner)
    before = left(await owner("{ __typename }"))
    leaving = asyncio.create_task(owner(long("Left")))
    await looking.has_begun("Left")
    leaving.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leaving
    async with asyncio.timeout(10):
        while before - (now := left(await owner("{ __typename }"))) < REFUSED:  # which costs 1
            before = now


async def test_what_is_nested_too_deeply_for_a_thread_is_refused(company: Company, server: World) -> None:
    nested = "{ a " * 190 + "{ a }" + " }" * 190
    answer = await at(server, company.owner)(f"query Deep {nested}{PADDING}")
    assert answer.code == "BAD_REQUEST"
