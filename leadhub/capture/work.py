"""What the worker does for forms: judges what came through them, each submission once."""

from uuid import UUID

import asyncpg
import structlog
from tortoise.exceptions import IntegrityError

from leadhub.capture.judging import judge, set_aside
from leadhub.capture.models import CaptureForm, Submission, SubmissionVerdict, acts_as
from leadhub.kit.actor import Request, as_actor
from leadhub.kit.db import fetch
from leadhub.kit.scopes import Reach
from leadhub.kit.work import Work
from leadhub.tenants.models import Tenant

log = structlog.get_logger()

# Of each tenant, so that none waits for another's flood.
AT_ONCE = 20
# A deadlock, or a rival who took a unique value: it goes well another time.
_WORTH_ANOTHER_TRY = (asyncpg.TransactionRollbackError, IntegrityError)


class Judging(Work):
    """Judges submissions that wait, the oldest first."""

    name = "judge submissions"
    every = 1.0

    async def round(self) -> bool:
        rows = await fetch("select * from leadhub_waiting_submissions($1)", AT_ONCE)
        for row in rows:
            await self.judge_as_form(row["tenant_id"], row["submission_id"])
        return len(rows) >= AT_ONCE

    async def judge_as_form(self, tenant_id: UUID, id: UUID) -> None:
        """Judges one submission, as the form that it came through."""
        with self.lent.inside(tenant_id):
            submission = await Submission.mine().get(id=id)
            form = await CaptureForm.mine().get(id=submission.form_id)
            tenant = await Tenant.mine().get(id=tenant_id)
        who = acts_as(form, reach=Reach.ALL, country=tenant.default_country)
        where = Request(id="worker", address=submission.address, services=self.lent.services)
        with as_actor(who, where):
            try:
                await judge(id, form)
            except _WORTH_ANOTHER_TRY:
                log.info("submission_again", submission=str(id))
            except Exception as error:
                # One that we have no answer to must not hold up the others. Where the database is away, this fails too.
                await set_aside(id, SubmissionVerdict.QUARANTINED, ["DEFECT"])
                log.exception("submission_defect", submission=str(id), exc_info=error)


WORK = (Judging,)
