"""One-time tokens, keys and passwords: written as hashes, and found by a definer function that compares."""

from uuid import UUID

from leadhub.kit.db import fetch
from leadhub.kit.model import TenantModel
from leadhub.kit.passwords import hash_password
from leadhub.kit.tokens import fingerprint, new_secret
from leadhub.members.models import Member, Secret, SecretKind


async def issue(kind: SecretKind, row: TenantModel, *, prefix: str = "") -> str:
    """A new secret that opens `row`. It is shown once: only its hash is kept."""
    secret = new_secret(prefix)
    await Secret.create(id=row.id, kind=kind, hash=fingerprint(secret).hex())
    return secret


async def find(kind: SecretKind, secret: str) -> tuple[UUID, UUID] | None:
    """Tenant and row that a secret opens, or None. Needs no actor."""
    rows = await fetch("select * from leadhub_find_secret($1, $2)", kind.value, fingerprint(secret).hex())
    return (rows[0]["tenant_id"], rows[0]["id"]) if rows else None


async def forget(*rows: TenantModel) -> None:
    """Secrets that are used up open nothing, not even an error that says so."""
    await Secret.mine().filter(id__in=[row.id for row in rows]).delete()


async def set_password(member: Member, password: str) -> None:
    """The password that opens this member's account from now on."""
    hash = await hash_password(password)
    changed = await Secret.mine().filter(id=member.id, kind=SecretKind.PASSWORD).update(hash=hash)
    if not changed:
        await Secret.create(id=member.id, kind=SecretKind.PASSWORD, hash=hash)
