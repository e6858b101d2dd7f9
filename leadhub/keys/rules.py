"""What a key may carry, and who it makes you."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from leadhub.errors import Invalid, NotYours, Unauthenticated
from leadhub.keys.models import ApiKey
from leadhub.kit.actor import Actor, ActorKind, as_actor, services, system_actor
from leadhub.kit.inputs import Inputs, now
from leadhub.kit.scopes import KEY_SCOPES, Reach, Scope
from leadhub.kit.tokens import fingerprint
from leadhub.members import secrets
from leadhub.members.models import SecretKind
from leadhub.sessions.rules import member_actor

PREFIX = "lhk_"
LONGEST_LIFE = timedelta(days=365)
_USE_NOTED_EVERY = timedelta(minutes=1)


def read_scopes(inputs: Inputs, who: Actor, names: Sequence[str]) -> list[str]:
    """The scopes of a new key, sorted: known ones that keys may carry, and that its creator has."""
    found = set()
    for at, name in enumerate(names):
        path = ["input", "scopes", str(at)]
        if name not in set(Scope):
            inputs.fault(Invalid(f"There is no scope {name[:40]!r}.", path=path))
        elif Scope(name) not in KEY_SCOPES:
            inputs.fault(NotYours(f"No key may carry {name}.", path=path))
        elif Scope(name) not in who.scopes:
            inputs.fault(NotYours(f"You may not do {name} yourself.", path=path))
        found.add(name)
    return sorted(found)


async def actor_of_key(secret: str, refused: Callable[[ApiKey, str], Awaitable[None]]) -> Actor:
    """Who an API key makes you now; raises Unauthenticated for an unknown, expired or revoked one, and tells
    `refused` first when it was one of ours."""
    remembered = services().remembered
    cache_key = ("key", fingerprint(secret))
    who = remembered.get(cache_key)
    if who is None:
        found = await secrets.find(SecretKind.API_KEY, secret)
        if found is None:
            raise Unauthenticated("This API key is not known.")
        with as_actor(system_actor(found[0])):
            key = await ApiKey.mine().get(id=found[1])
            try:
                who = await _actor(key)
            except Unauthenticated as refusal:
                await refused(key, refusal.message)
                raise
            await _note_use(key)
        remembered.put(cache_key, who)
    return who


async def _actor(key: ApiKey) -> Actor:
    if key.revoked_at is not None or key.expires_at < now():
        raise Unauthenticated("This API key is revoked or expired.")
    creator = await member_actor(key.tenant_id, key.created_by_id)
    return Actor(
        ActorKind.API_KEY,
        key.tenant_id,
        id=key.id,
        scopes=frozenset(Scope(name) for name in key.scopes if name in set(Scope))
        & creator.scopes
        & KEY_SCOPES,
        reach=Reach.ALL,
        masked=creator.masked,
        until=key.expires_at,
        on_behalf_of=key.created_by_id,
        country=creator.country,
    )


async def _note_use(key: ApiKey) -> None:
    if key.last_used_at is None or now() - key.last_used_at > _USE_NOTED_EVERY:
        await ApiKey.mine().filter(id=key.id).update(last_used_at=now())
