"""Hostile requests, each refused for its own reason, soon, shortly and without a word about what is inside."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest

from leadhub.kit.embedded import Cluster
from ops.bench.ground import cpu_seconds
from tests.commands.conftest import make_database
from tests.commands.serving import Server, join, new_tenant, prepared, serving, signing_key
from tests.edge.corpus import Hostile, corpus, exchange
from tests.edge.sending import GRAPHQL_JSON, JSON, Reply
from tests.world import Caller

LONGEST_REFUSAL = 8 * 1024
# `just bench hostile` holds each to a tenth of that; this is for a machine that does other things too.
MOST_CPU_SECONDS = 1.0

INTERNAL = re.compile(
    r"""graphql[._ -]?core|GraphQL[A-Z]\w|strawberry|tortoise|asyncpg|aiohttp|orjson|pydantic|pypika|leadhub\.
    |Traceback|\.py\b|site-packages|[Ee]xception|\w(?<!Syntax\ )Error\b|recursion|<class|object\ at\ 0x|NoneType
    |\bselect\b.+\bfrom\b|/usr/|/home/|\bsys\.|Did\ you\ mean(?!\ '\w+\ {\ \.\.\.\ }')""",
    re.VERBOSE,
)
CORPUS = list(corpus())
DOCUMENTS = [one for one in CORPUS if one.is_document and one.code is not None and one.status != 406]


@dataclass
class Target:
    """A server as in production, and somebody who is signed in there. Nobody runs out of points."""

    server: Server
    owner: Caller

    async def send(self, hostile: Hostile, accept: str = GRAPHQL_JSON) -> Reply:
        assert self.owner.token is not None
        return await exchange(self.server.url, hostile.request(self.owner.token, accept))

    def cpu_seconds(self) -> float:
        return cpu_seconds(self.server.process.process.pid)


@pytest.fixture(scope="module")
async def target(own_cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Target]:
    folder = tmp_path_factory.mktemp("target")
    database = await prepared(await make_database(own_cluster, "target"))
    settings = {"ENV": "production", "SIGNING_KEYS": await signing_key(folder), "COST_BUCKET": 10**9}
    token = await new_tenant(database, "acme", folder)
    async with serving(database, folder, **settings) as server:
        yield Target(server, await join(server, token))


def is_discreet(reply: Reply) -> None:
    assert not (found := INTERNAL.search(reply.text)), found
    assert len(reply.text) <= LONGEST_REFUSAL


async def is_well(target: Target) -> None:
    assert (await target.owner.ok("{ viewer { role } }")) == {"viewer": {"role": "OWNER"}}


@pytest.mark.parametrize("hostile", CORPUS, ids=[one.name for one in CORPUS])
async def test_hostile_request_is_answered_as_its_file_says(target: Target, hostile: Hostile) -> None:
    before = target.cpu_seconds()
    reply = await target.send(hostile)
    assert target.cpu_seconds() - before < MOST_CPU_SECONDS
    code = reply.code if "errors" in reply.body else None
    assert (reply.status, code) == (hostile.status, hostile.code), reply.text[:500]
    assert hostile.says in reply.text
    is_discreet(reply)
    await is_well(target)


@pytest.mark.parametrize("hostile", DOCUMENTS, ids=[one.name for one in DOCUMENTS])
async def test_older_clients_get_the_same_refusal_with_200(target: Target, hostile: Hostile) -> None:
    reply = await target.send(hostile, JSON)
    assert (reply.status, reply.type, reply.code) == (200 if hostile.is_json else 400, JSON, hostile.code)
    assert hostile.says in reply.text
    is_discreet(reply)
