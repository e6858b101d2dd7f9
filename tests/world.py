"""What tests stand on: a running server, and fresh tenants with people in them."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import asyncpg
from aiohttp import ClientSession
from tortoise.context import TortoiseContext

from leadhub.kit import db
from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.embedded import Cluster
from leadhub.kit.events import unit
from leadhub.kit.node import to_global
from leadhub.kit.roles import OWNER
from leadhub.kit.scopes import Role
from leadhub.kit.tokens import SigningKeys
from leadhub.kit.uuid7 import uuid7
from leadhub.members.models import Member, MemberStatus, Secret, SecretKind, Team, TeamMember
from leadhub.provision import create_tenant
from leadhub.sessions.models import Session
from leadhub.slices import MODEL_MODULES

PASSWORD = "correct horse battery"
# Argon2id of PASSWORD with small parameters: signing in re-hashes it, everything else never needs it.
PASSWORD_HASH = "$argon2id$v=19$m=1024,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$"  # completed by `prepare`

_numbers = itertools.count(1)


@dataclass
class Answer:
    """What came back: the HTTP side and the GraphQL side."""

    status: int
    headers: Any
    body: dict[str, Any]

    @property
    def data(self) -> Any:
        return self.body.get("data")

    @property
    def errors(self) -> list[dict[str, Any]]:
        return self.body.get("errors", [])

    @property
    def code(self) -> str | None:
        """The code of the first top-level error."""
        return self.errors[0]["extensions"]["code"] if self.errors else None


@dataclass
class Caller:
    """Somebody who sends GraphQL. `await caller(document, **variables)`."""

    world: World
    token: str | None = None
    member: Member | None = None

    @property
    def id(self) -> str:
        assert self.member is not None
        return to_global("Member", self.member.id)

    async def __call__(
        self, document: str, headers: dict[str, str] | None = None, **variables: Any
    ) -> Answer:
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        async with self.world.http.post(
            f"{self.world.url}/graphql",
            json={"query": document, "variables": variables},
            headers={**sent, **(headers or {})},
        ) as response:
            return Answer(response.status, response.headers, await response.json(content_type=None))

    async def ok(self, document: str, **variables: Any) -> Any:
        """The data of an operation that must work, user errors included: there are none."""
        answer = await self(document, **variables)
        assert not answer.errors, answer.errors
        for field_name, part in answer.data.items():
            if isinstance(part, dict) and part.get("userErrors"):
                raise AssertionError(f"{field_name}: {part['userErrors']}")
        return answer.data

    async def do(self, mutation: str, input: dict[str, Any], fields: str = "") -> dict[str, Any]:
        """The payload of one mutation: `await caller.do("createLead", {...}, "lead { id }")`."""
        type_name = f"{mutation[0].upper()}{mutation[1:]}Input"
        answer = await self(
            f"mutation($input: {type_name}!) {{ {mutation}(input: $input) "
            f"{{ {fields} userErrors {{ code message path meta }} }} }}",
            input=input,
        )
        assert not answer.errors, answer.errors
        return answer.data[mutation]

    async def done(self, mutation: str, input: dict[str, Any], fields: str = "") -> dict[str, Any]:
        """The payload of a mutation that must work."""
        payload = await self.do(mutation, input, fields)
        assert payload["userErrors"] == [], payload["userErrors"]
        return payload

    async def refused(self, mutation: str, input: dict[str, Any], fields: str = "") -> dict[str, Any]:
        """The only user error of a mutation that must be refused."""
        payload = await self.do(mutation, input, fields)
        assert len(payload["userErrors"]) == 1, payload
        return payload["userErrors"][0]


@dataclass
class Company:
    """A tenant of its own for one test: two teams, and somebody of each role.

    North: manager, agent, colleague. South: outsider. Nobody else has a team.
    """

    world: World
    slug: str
    tenant_id: Any
    people: dict[str, Caller] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Caller:
        try:
            return self.__dict__["people"][name]
        except KeyError:
            raise AttributeError(name) from None

    async def lead(self, by: Caller | None = None, fields: str = "", **input: Any) -> dict[str, Any]:
        """A new lead, made through the API by its owner unless told otherwise."""
        values = {"lastName": f"Lead{next(_numbers)}", **input}
        payload = await (by or self.owner).done(
            "createLead", {**values}, f"lead {{ id version number {fields} }}"
        )
        return payload["lead"]

    async def stages(self) -> dict[str, str]:
        """Ids of the default pipeline's stages, by name."""
        data = await self.owner.ok("{ pipelines { isDefault stages { id name } } }")
        [pipeline] = [found for found in data["pipelines"] if found["isDefault"]]
        return {stage["name"]: stage["id"] for stage in pipeline["stages"]}

    async def key(self, *scopes: str) -> Caller:
        """A caller with an API key of these scopes."""
        payload = await self.owner.done("createApiKey", {"name": "test", "scopes": list(scopes)}, "secret")
        return Caller(self.world, payload["secret"])

    @asynccontextmanager
    async def inside(self) -> AsyncIterator[None]:
        """Straight to this tenant's rows as the owner role, to set up what no API does."""
        async with self.world.as_owner():
            with as_actor(system_actor(self.tenant_id)):
                yield


_PEOPLE = {
    "owner": (Role.OWNER, None),
    "admin": (Role.ADMIN, None),
    "manager": (Role.MANAGER, "North"),
    "agent": (Role.AGENT, "North"),
    "colleague": (Role.AGENT, "North"),
    "outsider": (Role.AGENT, "South"),
    "viewer": (Role.VIEWER, None),
}


@dataclass
class World:
    """One server on one migrated database; one per test process."""

    cluster: Cluster
    database: str
    url: str
    http: ClientSession
    keys: SigningKeys
    issuer: str
    owner_context: TortoiseContext
    password_hash: str

    @property
    def anonymous(self) -> Caller:
        return Caller(self)

    @asynccontextmanager
    async def as_owner(self) -> AsyncIterator[None]:
        """Tortoise on the owner role's connections."""
        with self.owner_context:
            yield

    async def company(self, **settings: Any) -> Company:
        """A fresh tenant with its people, signed in."""
        tenant_id = uuid7()
        company = Company(self, f"t{tenant_id.hex[-12:]}", tenant_id)
        async with self.as_owner():
            with as_actor(system_actor(tenant_id)):
                async with unit():
                    await create_tenant(
                        tenant_id, company.slug, company.slug, default_country="DE", **settings
                    )
                    await self._fill(company)
        return company

    async def _fill(self, company: Company) -> None:
        teams = {name: await Team.create(name=name) for name in ("North", "South")}
        company.teams = {name: to_global("Team", team.id) for name, team in teams.items()}
        for key, (role, team) in _PEOPLE.items():
            member = await Member.create(
                email=f"{key}@{company.slug}.test", name=key.title(), role=role, status=MemberStatus.ACTIVE
            )
            await Secret.create(id=member.id, kind=SecretKind.PASSWORD, hash=self.password_hash)
            if team is not None:
                await TeamMember.create(team_id=teams[team].id, member_id=member.id)
            company.people[key] = await self.caller(member)

    async def caller(self, member: Member) -> Caller:
        """This member, signed in without the price of a password. Inside the tenant."""
        session = await Session.create(member_id=member.id, expires_at=datetime.now(UTC) + timedelta(days=1))
        return Caller(self, self.token(session, member), member)

    def token(
        self, session: Session, member: Member, *, expires_in: timedelta = timedelta(minutes=15)
    ) -> str:
        """An access token, as signing in gives it."""
        moment = datetime.now(UTC)
        return self.keys.sign(
            {
                "iss": self.issuer,
                "aud": "leadhub",
                "sub": str(member.id),
                "tid": str(member.tenant_id),
                "sid": str(session.id),
                "jti": str(uuid7()),
                "iat": moment,
                "exp": moment + expires_in,
            }
        )

    def database_url(self, role: str = "postgres") -> str:
        return self.cluster.url(role, self.database)

    @asynccontextmanager
    async def sql(self, role: str = "postgres") -> AsyncIterator[asyncpg.Connection]:
        """A plain connection, as the superuser unless told otherwise."""
        connection = await asyncpg.connect(self.database_url(role))
        try:
            yield connection
        finally:
            await connection.close()


def owner_config(url: str) -> dict[str, Any]:
    """Tortoise's configuration for the owner role."""
    config = db.tortoise_config(url, MODEL_MODULES, pool_max=4)
    config["connections"][db.CONNECTION]["credentials"]["server_settings"]["role"] = OWNER
    return config


async def gather(*calls: Any) -> list[Any]:
    """All at once."""
    return list(await asyncio.gather(*calls))
