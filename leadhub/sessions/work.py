"""What is over for a week is deleted: sessions with their refresh tokens, and old counters of attempts."""

from datetime import timedelta

from leadhub.kit.actor import actor
from leadhub.kit.attempts import forget_old_attempts
from leadhub.kit.db import fetch
from leadhub.kit.work import Duty, tenants

_BATCH = 5000

# A token that is used up is kept as long as its session: coming back, it tells of theft.
_FORGET_TOKENS = f"""
with gone as (
  delete from refresh_token where tenant_id = $1 and id = any(array(
    select id from refresh_token where tenant_id = $1 and expires_at < now() - interval '7 days' limit {_BATCH}
  )) returning id
), shut as (
  delete from secret where tenant_id = $1 and id = any(array(select id from gone))
)
select count(*) as deleted from gone
"""

# The tokens of a session last as long as it, so that none is left when it goes.
_FORGET_SESSIONS = f"""
with gone as (
  delete from session where tenant_id = $1 and id = any(array(
    select id from session where tenant_id = $1 and expires_at < now() - interval '7 days' limit {_BATCH}
  )) returning id
)
select count(*) as deleted from gone
"""


class ForgetSessions(Duty):
    """Deletes sessions and refresh tokens that expired a week ago."""

    name = "forget sessions"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        for tenant_id in await tenants():
            with self.lent.inside(tenant_id):
                await _all(_FORGET_TOKENS)
                await _all(_FORGET_SESSIONS)


async def _all(statement: str) -> None:
    while (await fetch(statement, actor().tenant_id))[0]["deleted"] == _BATCH:
        pass


class ForgetAttempts(Duty):
    """Deletes the counters of windows that are over."""

    name = "forget attempts"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        await forget_old_attempts()


WORK = (ForgetSessions, ForgetAttempts)
