"""Much that happens in a short time: changes of leads, written as the application writes them but without its way in,
which would take a minute for what is a second here."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from leadhub.kit.actor import as_actor, system_actor
from leadhub.kit.events import emit, unit
from leadhub.kit.inputs import write
from leadhub.kit.node import from_global
from leadhub.kit.signals import Topic
from leadhub.leads.models import Lead, LeadEvent
from tests.world import Company


async def change(company: Company, lead: str, times: int = 1, **more: Any) -> None:
    """Changes a lead so often, in one transaction; `more` is what the events tell besides."""
    with as_actor(system_actor(company.tenant_id)):
        async with unit():
            row = await Lead.mine().select_for_update(no_key=True).get(id=from_global(lead)[1])
            for _ in range(times):
                before = row.job_title
                await write(row, job_title=f"Title {row.version}")
                told = {name: (None, value) for name, value in more.items()}
                emit(LeadEvent.UPDATED, row, {"jobTitle": (before, row.job_title)} | told)
    async with company.world.sql() as sql:
        await sql.execute("select pg_notify($1, $2)", Topic.EVENTS.value, str(company.tenant_id))


@asynccontextmanager
async def changing(company: Company, times: int, leads: int = 5) -> AsyncIterator[None]:
    """So many changes while the block runs, by one writer for each lead, and all of them before it ends."""
    rows = [(await company.lead())["id"] for _ in range(leads)]

    async def work(lead: str) -> None:
        left = times // leads
        while left:
            some = min(left, 1 + left % 4)
            await change(company, lead, some)
            left -= some

    async with asyncio.TaskGroup() as writers:
        for lead in rows:
            writers.create_task(work(lead))
        yield
