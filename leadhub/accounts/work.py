"""Permissions to set a password are deleted a week after they expired."""

from datetime import timedelta

from leadhub.kit.db import fetch
from leadhub.kit.work import Duty, tenants

_FORGET = """
with gone as (
  delete from password_reset where tenant_id = $1 and expires_at < now() - interval '7 days' returning id
)
delete from secret where tenant_id = $1 and id = any(array(select id from gone))
"""


class ForgetResets(Duty):
    """Deletes password resets that expired a week ago, used or not, and the secrets that opened them."""

    name = "forget password resets"
    period = timedelta(hours=1)

    async def perform(self) -> None:
        for tenant_id in await tenants():
            with self.lent.inside(tenant_id):
                await fetch(_FORGET, tenant_id)


WORK = (ForgetResets,)
