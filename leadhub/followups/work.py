"""What the worker does so that no promise is forgotten: it reminds of tasks and of leads to get in touch with."""

from leadhub.followups import reminding as follow_ups
from leadhub.kit.db import fetch
from leadhub.kit.inputs import now
from leadhub.kit.work import Work
from leadhub.tasks import reminding as tasks


class Reminding(Work):
    """Reminds each assignee and owner once, whatever the number of workers: what one is about, others pass over."""

    name = "remind"
    every = 10.0

    async def round(self) -> bool:
        moment, has_more = now(), False
        for row in await fetch("select * from leadhub_reminders_due($1) as tenant_id", moment):
            with self.lent.inside(row["tenant_id"]):
                has_more |= await tasks.remind(moment)
                has_more |= await follow_ups.remind(moment)
        return has_more


WORK = (Reminding,)
