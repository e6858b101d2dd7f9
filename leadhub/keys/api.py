"""Making and revoking API keys."""

from leadhub.errors import Invalid
from leadhub.keys import models
from leadhub.keys.models import KeyEvent
from leadhub.keys.rules import LONGEST_LIFE, PREFIX, read_scopes
from leadhub.keys.types import ApiKey, CreateApiKeyInput, RevokeApiKeyInput
from leadhub.kit.actor import actor
from leadhub.kit.connection import (
    ID_KEY,
    After,
    Connection,
    First,
    Key,
    Listing,
    read_page,
    read_time,
    window,
)
from leadhub.kit.events import emit, forget_actors
from leadhub.kit.fields import Answer, mutation, query
from leadhub.kit.inputs import Inputs, locked, now, write
from leadhub.kit.node import find
from leadhub.kit.scopes import Scope
from leadhub.kit.uuid7 import uuid7
from leadhub.members import secrets
from leadhub.members.models import SecretKind


@query(Scope.KEY_WRITE, Connection[ApiKey])
async def api_keys(first: First = None, after: After = None) -> Connection[ApiKey]:
    """All keys of the tenant, revoked ones too, newest first."""
    listing = Listing(
        "apiKeys", models.ApiKey.mine(), (Key("created_at", read_time, descending=True), ID_KEY)
    )
    return read_page(listing, window(first, after))


@mutation(
    Scope.KEY_WRITE,
    api_key=ApiKey,
    secret=(str, "The key itself. Shown this once; only its hash is kept."),
)
async def create_api_key(input: CreateApiKeyInput) -> Answer:
    """Makes a key. It sees all rows of the tenant, does what its scopes say as far as you may do
    it at the time, and can never make keys."""
    who, inputs = actor(), Inputs()
    name = inputs.name(input.name, "name", limit=200)
    scopes = read_scopes(inputs, who, input.scopes)
    latest = now() + LONGEST_LIFE
    expires_at = input.expires_at or latest
    if not now() < expires_at <= latest:
        inputs.fault(
            Invalid("A key expires in the future, at most 365 days from now.", path=["input", "expiresAt"])
        )
    inputs.done()
    key = models.ApiKey(
        id=uuid7(), name=name, hint=PREFIX, scopes=scopes, created_by_id=who.id, expires_at=expires_at
    )
    secret = await secrets.issue(SecretKind.API_KEY, key, prefix=PREFIX)
    key.hint = secret[: len(PREFIX) + 4]
    await key.save(force_create=True)
    emit(
        KeyEvent.CREATED,
        key,
        {"name": (None, name), "scopes": (None, scopes), "expiresAt": (None, expires_at)},
    )
    return {"api_key": key, "secret": secret}


@mutation(Scope.KEY_WRITE, api_key=ApiKey)
async def revoke_api_key(input: RevokeApiKeyInput) -> Answer:
    """Makes a key worthless, within two seconds. Revoking twice is fine."""
    key = await locked(await find(models.ApiKey, input.id, ["input", "id"]), None)
    if key.revoked_at is None:
        await write(key, revoked_at=now())
        emit(KeyEvent.REVOKED, key, {"revokedAt": (None, key.revoked_at)})
        forget_actors()
    return {"api_key": key}
