"""A bearer credential becomes an Actor: an access token or an API key."""

import time
from datetime import UTC, datetime
from uuid import UUID

from leadhub.errors import Unauthenticated
from leadhub.keys.models import ApiKey
from leadhub.keys.rules import PREFIX, actor_of_key
from leadhub.kit.actor import Actor, services, system_actor
from leadhub.kit.events import record_refusal
from leadhub.kit.lru import Lru
from leadhub.kit.model import TenantModel
from leadhub.kit.tokens import Claims, TokenProblem, fingerprint
from leadhub.sessions.rules import AUDIENCE, actor_of_session


class Bearer:
    """Reads credentials; one per process, to audit the same dead token once a minute and not a thousand times."""

    _QUIET_SECONDS = 60.0
    _MOST = 10_000

    def __init__(self) -> None:
        self._audited = Lru[str, float](self._MOST)
        self._verified = Lru[bytes, Claims](self._MOST)

    async def __call__(self, credential: str) -> Actor:
        """Who this credential makes the caller now; raises Unauthenticated."""
        if credential.startswith(PREFIX):
            return await actor_of_key(credential, self._audit_key)
        claims = await self._claims(credential)
        try:
            return await actor_of_session(claims)
        except Unauthenticated as refusal:
            await self._audit(str(claims.tenant), claims.token_id, refusal.message)
            raise

    async def _claims(self, token: str) -> Claims:
        """What a token says. Its signature is looked at once; whether its session still lives is not asked here."""
        key = fingerprint(token)
        claims = self._verified.get(key)
        if claims is None or claims.expires_at <= datetime.now(UTC):
            claims = await self._verify(token)
            self._verified.keep(key, claims)
        return claims

    async def _verify(self, token: str) -> Claims:
        try:
            return services().signing_keys.verify(token, issuer=services().issuer, audience=AUDIENCE)
        except TokenProblem as problem:
            if problem.reason == "expired":
                claims = problem.claims or {}
                await self._audit(claims.get("tid"), claims.get("jti"), "expired access token")
                raise Unauthenticated("The access token has expired; refresh the session.") from None
            raise Unauthenticated("The credential is not valid.") from None

    async def _audit_key(self, key: ApiKey, reason: str) -> None:
        await self._audit(key.tenant_id, key.id, reason, key)

    async def _audit(
        self, tenant: object, token_id: object, reason: str, subject: TenantModel | None = None
    ) -> None:
        key, moment = str(token_id), time.monotonic()
        before = self._audited.get(key)
        if before is not None and before > moment - self._QUIET_SECONDS:
            return
        self._audited.keep(key, moment)
        await record_refusal(system_actor(UUID(str(tenant))), "access.refused", reason, subject)
