"""The same part of the schema by Strawberry and Tortoise as their tutorials write it: what one gets without LeadHub."""

import os
from datetime import datetime

import jwt
import strawberry
from aiohttp import web
from strawberry.aiohttp.views import GraphQLView
from strawberry.dataloader import DataLoader
from tortoise import Model, Tortoise, fields


class MemberRow(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.TextField()
    email = fields.TextField()

    class Meta:
        table, schema = "member", "peer"


class StageRow(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.TextField()

    class Meta:
        table, schema = "stage", "peer"


class SourceRow(Model):
    id = fields.UUIDField(primary_key=True)
    name = fields.TextField()

    class Meta:
        table, schema = "source", "peer"


class ChangeRow(Model):
    id = fields.UUIDField(primary_key=True)
    lead_id = fields.UUIDField()
    to_name = fields.TextField()
    at = fields.DatetimeField()
    seconds_in_stage = fields.IntField(null=True)

    class Meta:
        table, schema = "stage_change", "peer"


class LeadRow(Model):
    id = fields.UUIDField(primary_key=True)
    number = fields.TextField()
    first_name = fields.TextField(null=True)
    last_name = fields.TextField(null=True)
    company_name = fields.TextField(null=True)
    job_title = fields.TextField(null=True)
    status = fields.TextField()
    created_at = fields.DatetimeField(auto_now_add=True)
    owner_id = fields.UUIDField(null=True)
    stage_id = fields.UUIDField()
    source_id = fields.UUIDField(null=True)

    class Meta:
        table, schema = "lead", "peer"


@strawberry.type
class Member:
    id: strawberry.ID
    name: str
    email: str


@strawberry.type
class Named:
    id: strawberry.ID
    name: str


@strawberry.type
class StageChange:
    to_name: str
    at: datetime
    seconds_in_stage: int | None


@strawberry.type
class Lead:
    id: strawberry.ID
    number: str
    first_name: str | None
    last_name: str | None
    company_name: str | None
    job_title: str | None
    status: str
    created_at: datetime
    owner_id: strawberry.Private[object]
    stage_id: strawberry.Private[object]
    source_id: strawberry.Private[object]

    @strawberry.field
    async def owner(self, info: strawberry.Info) -> Member | None:
        return await info.context["owners"].load(self.owner_id) if self.owner_id else None

    @strawberry.field
    async def stage(self, info: strawberry.Info) -> Named:
        return await info.context["stages"].load(self.stage_id)

    @strawberry.field
    async def source(self, info: strawberry.Info) -> Named | None:
        return await info.context["sources"].load(self.source_id) if self.source_id else None

    @strawberry.field
    async def stage_history(self) -> list[StageChange]:
        rows = await ChangeRow.filter(lead_id=self.id).order_by("at", "id")
        return [
            StageChange(to_name=row.to_name, at=row.at, seconds_in_stage=row.seconds_in_stage) for row in rows
        ]


@strawberry.type
class Page:
    nodes: list[Lead]


def shown(row: LeadRow) -> Lead:
    names = ("id", "number", "first_name", "last_name", "company_name", "job_title", "status", "created_at",
             "owner_id", "stage_id", "source_id")  # fmt: skip
    return Lead(**{name: getattr(row, name) for name in names})


@strawberry.type
class Query:
    @strawberry.field
    async def leads(self, first: int, status: str | None = None) -> Page:
        rows = LeadRow.filter(status=status) if status else LeadRow.all()
        return Page(nodes=[shown(row) for row in await rows.order_by("-created_at", "-id").limit(first)])

    @strawberry.field
    async def lead(self, id: strawberry.ID) -> Lead | None:
        row = await LeadRow.get_or_none(id=id)
        return shown(row) if row else None


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def create_lead(self, last_name: str) -> Lead:
        stage = await StageRow.first()
        return shown(
            await LeadRow.create(number="LD-NEW", last_name=last_name, status="OPEN", stage_id=stage.id)
        )


def loader(model: type[Model]) -> DataLoader:
    async def load(keys: list[object]) -> list[Model | None]:
        rows = {row.id: row for row in await model.filter(id__in=keys)}
        return [rows.get(key) for key in keys]

    return DataLoader(load_fn=load)


class View(GraphQLView):
    async def get_context(
        self,
        request: web.Request,
        response: web.StreamResponse,  # noqa: ARG002
    ) -> dict[str, object]:
        token = request.headers["Authorization"].removeprefix("Bearer ")
        jwt.decode(token, os.environ["PUBLIC_KEY"], algorithms=["EdDSA"], options={"verify_aud": False})
        return {"owners": loader(MemberRow), "stages": loader(StageRow), "sources": loader(SourceRow)}


async def make() -> web.Application:
    await Tortoise.init(
        db_url=os.environ["DATABASE_URL"].replace("postgres://", "asyncpg://"),
        modules={"models": [__name__]},
        use_tz=True,
        _enable_global_fallback=True,
    )
    app = web.Application()
    app.router.add_route("*", "/graphql", View(schema=strawberry.Schema(Query, Mutation)))
    return app


if __name__ == "__main__":
    web.run_app(make(), host="127.0.0.1", port=int(os.environ["PORT"]), print=None)
