"""Changes that happen once, however often they are sent: the outcome of each is kept under the caller's key."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from functools import partial
from typing import Any, get_args
from uuid import UUID

import orjson
import strawberry

from leadhub.errors import IdempotencyMismatch
from leadhub.kit.actor import actor, request
from leadhub.kit.db import connection, fetch
from leadhub.kit.model import TenantModel
from leadhub.kit.node import Entity, entity_of
from leadhub.kit.stored import stored

LONGEST_KEY = 255
KEPT = "interval '24 hours'"

# Waits for a twin that is at it, and takes over what it left behind when it was rolled back, or is too old.
_CLAIM = f"""
insert into idempotent_outcome as o (tenant_id, caller_id, name, request) values ($1, $2, $3, $4)
on conflict (tenant_id, caller_id, name) do update
set request = excluded.request, outcome = null, created_at = now() where o.created_at < now() - {KEPT}
returning name
"""
_LOOK = f"""
select request, outcome from idempotent_outcome
where tenant_id = $1 and caller_id = $2 and name = $3 and created_at >= now() - {KEPT}
"""
_KEEP = (
    "update idempotent_outcome set outcome = $4::jsonb where tenant_id = $1 and caller_id = $2 and name = $3"
)
_FORGET = f"delete from idempotent_outcome where tenant_id = $1 and created_at < now() - {KEPT}"

Outcome = dict[str, Any]


class Once:
    """One mutation field under its key. The key itself is not kept, and the hash of the arguments is made with it: who
    reads the table can guess neither."""

    def __init__(self, key: str, field: str, path: str | int, input: Any) -> None:
        secret = key.encode(errors="surrogatepass")
        who = actor()
        self._row = (who.tenant_id, who.id, hashlib.sha256(secret + f"\n{path}".encode()).digest())
        # As the client named it, so that it is the same to a later build, whose inputs may have more fields.
        given = json.dumps(stored(input), sort_keys=True, default=str)
        self._request = hmac.digest(secret, f"{field}\n{given}".encode(), "sha256")

    async def claim(self) -> Outcome | None:
        """Inside the transaction of the change: None when it is to be made now, else what came of it before. Raises
        IdempotencyMismatch when the key was used for something else."""
        if await fetch(_CLAIM, *self._row, self._request):
            return None
        return await self.earlier()

    async def earlier(self) -> Outcome | None:
        """What came of it before; None when it was not made. Raises IdempotencyMismatch."""
        found = await fetch(_LOOK, *self._row)
        if not found:
            return None
        if not hmac.compare_digest(found[0]["request"], self._request):
            raise IdempotencyMismatch
        request().replayed = True
        return orjson.loads(found[0]["outcome"])  # type: ignore[no-any-return]

    async def keep(self, outcome: Outcome) -> None:
        """Inside the transaction of the change: what came of it."""
        await connection().execute_query(_KEEP, [*self._row, orjson.dumps(outcome).decode()])


def once(field: str, path: str | int, input: Any) -> Once | None:
    """This mutation field under the caller's key; None when the request has none."""
    key = request().idempotency_key
    return None if key is None else Once(key, field, path, input)


async def forget_old_outcomes(tenant_id: UUID) -> None:
    """Deletes what was kept long enough."""
    await connection().execute_query(_FORGET, [tenant_id])


class Parts:
    """The parts of a mutation's payload, and what is kept of them: ids, flags and counts. Rows are read again; of
    anything else, such as a secret, nothing is kept, and a replay has null there."""

    def __init__(self, kinds: Mapping[str, Any]) -> None:
        self._kinds = {name: kind[0] if isinstance(kind, tuple) else kind for name, kind in kinds.items()}

    def outcome(self, answer: Mapping[str, Any]) -> Outcome:
        """What is kept of an answer."""
        return {name: self._kept(self._kinds[name], part) for name, part in answer.items()}

    def answer(self, outcome: Outcome) -> dict[str, Any]:
        """The answer again; its rows are read when it is given."""
        return {name: self._again(self._kinds[name], part) for name, part in outcome.items()}

    @staticmethod
    def _kept(kind: Any, part: Any) -> Any:
        if isinstance(part, TenantModel):
            return str(part.id)
        if isinstance(part, list) and _entity_in(kind) is not None:
            return [str(row.id) for row in part]
        return part if kind in {bool, int, strawberry.ID} else None

    @staticmethod
    def _again(kind: Any, part: Any) -> Any:
        entity = _entity_in(kind)
        if entity is None or part is None:
            return part
        model = entity.model
        return (
            partial(_rows_again, model, part) if isinstance(part, list) else partial(model.seen, UUID(part))
        )


async def _rows_again(model: type[TenantModel], ids: list[str]) -> list[TenantModel]:
    rows = [await model.seen(UUID(id)) for id in ids]
    return [row for row in rows if row is not None]


def _entity_in(kind: Any) -> Entity | None:
    """The entity that a part is, or a list of."""
    return entity_of(next(iter(get_args(kind)), kind))
