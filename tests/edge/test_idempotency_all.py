"""Every mutation that needs a sign-in, found in the schema: sent again with its key, it is answered as before and
nothing happens."""

from typing import Any

import pytest

from leadhub.kit.guard import access_of
from leadhub.kit.scopes import Open
from tests.asking import Asking, Tenant
from tests.edge.once import KEY, is_replay
from tests.test_isolation import succeeded
from tests.walk import Root, document, roots
from tests.world import Answer, World

# Null the second time: what is shown once, and what was not known yet when the outcome was kept.
LEFT_OUT = {
    "createApiKey": {"secret"},
    "createWebhookEndpoint": {"secret"},
    "rotateWebhookSecret": {"secret"},
    "inviteMember": {"token"},
    "testWebhook": {"event"},
}
MUTATIONS = [root for root in roots() if root.kind == "mutation" and access_of(root.field) is not Open.PUBLIC]


class Keyed(Asking):
    """Generated calls under a key."""

    async def _send(self, root: Root, arguments: dict[str, Any]) -> Answer:
        self.sent = arguments
        return await self.tenant.owner(document(root), KEY, **arguments)


async def happened(tenant: Tenant) -> tuple[int, int]:
    """How many events there are, and how many entries in the audit."""
    async with tenant.company.world.sql() as connection:
        return tuple(
            await connection.fetchrow(
                "select (select count(*) from event where tenant_id = $1),"
                " (select count(*) from audit_entry where tenant_id = $1)",
                tenant.company.tenant_id,
            )
        )


@pytest.mark.parametrize("root", MUTATIONS, ids=str)
async def test_a_mutation_that_is_sent_again_changes_nothing_more(root: Root, world: World) -> None:
    tenant = await Tenant(await world.company()).fill()
    await tenant.prepare(root)
    asking = Keyed(tenant)
    first = await asking.call(root)
    assert succeeded(first), first.body
    assert not is_replay(first)
    before = await happened(tenant)
    again = await tenant.owner(document(root), KEY, **asking.sent)
    assert is_replay(again)
    assert await happened(tenant) == before
    left_out = dict.fromkeys(LEFT_OUT.get(root.name, ()))
    assert again.data[root.name] == first.data[root.name] | left_out


def test_most_mutations_are_covered() -> None:
    assert len(MUTATIONS) > 35
