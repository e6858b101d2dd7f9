"""Owns access tokens, the keys that sign them, and opaque secrets; must not know what a token lets its bearer do."""

import json
import secrets
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Literal, Self
from uuid import UUID

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from jwt.algorithms import OKPAlgorithm

_ALGORITHM = "EdDSA"
_REQUIRED_CLAIMS = ["exp", "iat", "iss", "aud", "sub", "tid", "sid", "jti"]
_LEEWAY_SECONDS = 5  # between the clocks of two servers


class KeyProblem(ValueError):
    """Signing keys that cannot be used; str() is one line that never holds key material."""


class TokenProblem(ValueError):
    """A token that is refused; `claims` are set when it is genuine and only expired, so that it can be audited."""

    def __init__(self, reason: Literal["expired", "invalid"], claims: dict[str, Any] | None = None) -> None:
        super().__init__(f"The access token is {reason}.")
        self.reason = reason
        self.claims = claims


@dataclass(frozen=True, slots=True)
class Claims:
    """What an access token says: who, in which tenant and session, until when (UTC), and the token's own id."""

    subject: UUID
    tenant: UUID
    session: UUID
    expires_at: datetime
    token_id: str


class SigningKeys:
    """Ed25519 keys by their `kid`: the first private one signs, all verify.

    To rotate, put the new key first and keep the old one, whole or its public half, until its last token expired.
    """

    def __init__(self, keys: dict[str, Ed25519PrivateKey | Ed25519PublicKey]) -> None:
        private = ((kid, key) for kid, key in keys.items() if isinstance(key, Ed25519PrivateKey))
        self._signer = next(private, None)
        self._public = {kid: _public(key) for kid, key in keys.items()}

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a JWK or a JWK set, as JSON; raises KeyProblem."""
        keys: dict[str, Ed25519PrivateKey | Ed25519PublicKey] = {}
        for jwk in _jwks_in(text):
            kid, key = _key(jwk)
            if kid in keys:
                raise KeyProblem("Two of the signing keys have the same kid.")
            keys[kid] = key
        found = cls(keys)
        if found._signer is None:
            raise KeyProblem(
                "None of the signing keys has its private part d, so that no token can be signed."
            )
        return found

    def sign(self, claims: dict[str, Any]) -> str:
        """Make a compact JWT; `claims` must be ready for JSON, but times may be datetimes."""
        if self._signer is None:
            raise KeyProblem("There is no private key to sign with.")
        kid, key = self._signer
        return jwt.encode(claims, key, algorithm=_ALGORITHM, headers={"kid": kid})

    def verify(self, token: str, *, issuer: str, audience: str) -> Claims:
        """Check a token and give what it says; raises TokenProblem."""
        claims = self._genuine(token, issuer=issuer, audience=audience)
        found = _claims(claims)
        # Checked here and not by PyJWT, which gives no claims once the time is over, and checks it too early to tell
        # that nothing else is wrong.
        if found.expires_at.timestamp() + _LEEWAY_SECONDS <= datetime.now(UTC).timestamp():
            raise TokenProblem("expired", claims)
        return found

    def _genuine(self, token: str, *, issuer: str, audience: str) -> dict[str, Any]:
        try:
            kid = jwt.get_unverified_header(token).get("kid")
            return jwt.decode(
                token,
                self._public[kid or ""],
                algorithms=[_ALGORITHM],
                issuer=issuer,
                audience=audience,
                leeway=_LEEWAY_SECONDS,
                options={"require": _REQUIRED_CLAIMS, "verify_exp": False, "strict_aud": True},
            )
        except (jwt.PyJWTError, KeyError, UnicodeError):  # an unknown kid, a lone surrogate
            raise TokenProblem("invalid") from None

    def jwks(self) -> dict[str, list[dict[str, str]]]:
        """Give the public keys as a JWK set, ready to be published."""
        return {"keys": [_public_jwk(kid, key) for kid, key in self._public.items()]}


def generate_jwk() -> dict[str, str]:
    """Make a new private Ed25519 JWK whose `kid` is its thumbprint (RFC 7638)."""
    key = Ed25519PrivateKey.generate()
    jwk: dict[str, str] = OKPAlgorithm.to_jwk(key, as_dict=True)
    return {**_public_jwk(_thumbprint(jwk), key.public_key()), "d": jwk["d"]}


def new_secret(prefix: str = "") -> str:
    """Make an opaque secret of 256 random bits in URL-safe text, after the prefix that tells what it is for."""
    return prefix + secrets.token_urlsafe(32)


def fingerprint(secret: str) -> bytes:
    """Give the 32 bytes under which a secret is stored and looked up.

    A fast hash is right here: slow and salted ones protect what people think up, but nobody can try 2^256 random
    values at any speed, and without a salt one indexed look-up finds the row. Never for passwords. Takes any text.
    """
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def _jwks_in(text: str) -> list[Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise KeyProblem("The signing keys are not valid JSON.") from None
    if not isinstance(found, dict):
        raise KeyProblem("The signing keys are neither a JWK nor a JWK set.")
    keys = found.get("keys", [found])
    if not isinstance(keys, list) or not keys:
        raise KeyProblem("The JWK set of signing keys is empty.")
    return keys


def _key(jwk: Any) -> tuple[str, Ed25519PrivateKey | Ed25519PublicKey]:
    if not isinstance(jwk, dict) or jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519":
        raise KeyProblem("A signing key is not an Ed25519 JWK (kty OKP, crv Ed25519).")
    kid = jwk.get("kid")
    if not isinstance(kid, str) or not kid:
        raise KeyProblem("A signing key has no kid.")
    if jwk.get("use", "sig") != "sig" or jwk.get("alg", _ALGORITHM) != _ALGORITHM:
        raise KeyProblem("A signing key is meant for another use (use must be sig, alg EdDSA).")
    return kid, _ed25519(jwk)


def _ed25519(jwk: dict[str, Any]) -> Ed25519PrivateKey | Ed25519PublicKey:
    try:
        key = OKPAlgorithm.from_jwk(jwk)
    except (
        jwt.InvalidKeyError,
        ValueError,
        TypeError,
        AttributeError,
    ):  # what it raises for members of a wrong type
        raise KeyProblem(
            "A signing key is damaged (x and d must be base64url and belong together)."
        ) from None
    if not isinstance(key, (Ed25519PrivateKey, Ed25519PublicKey)):
        raise KeyProblem("A signing key is not an Ed25519 key.")
    return key


def _public(key: Ed25519PrivateKey | Ed25519PublicKey) -> Ed25519PublicKey:
    return key.public_key() if isinstance(key, Ed25519PrivateKey) else key


def _public_jwk(kid: str, key: Ed25519PublicKey) -> dict[str, str]:
    jwk: dict[str, str] = OKPAlgorithm.to_jwk(key, as_dict=True)
    return {**jwk, "kid": kid, "use": "sig", "alg": _ALGORITHM}


def _thumbprint(jwk: dict[str, str]) -> str:
    """RFC 7638: the hash of the required members alone, in the order of their names, without spaces."""
    members = {name: jwk[name] for name in ("crv", "kty", "x")}
    digest = sha256(json.dumps(members, separators=(",", ":")).encode()).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode()


def _claims(claims: dict[str, Any]) -> Claims:
    try:
        return Claims(
            subject=UUID(claims["sub"]),
            tenant=UUID(claims["tid"]),
            session=UUID(claims["sid"]),
            expires_at=datetime.fromtimestamp(claims["exp"], UTC),
            token_id=claims["jti"],
        )
    except (ValueError, TypeError, AttributeError, OverflowError, OSError):
        # ValueError: no UUID; AttributeError, TypeError: of another type; the others: a time beyond the calendar
        raise TokenProblem("invalid") from None
