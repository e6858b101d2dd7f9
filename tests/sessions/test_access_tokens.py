"""Access tokens: what makes one good, how keys are rotated, and what is published of them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import jwt
import pytest

from leadhub.kit.tokens import SigningKeys, generate_jwk
from leadhub.kit.uuid7 import uuid7
from leadhub.sessions.models import Session
from leadhub.settings import Settings
from tests.sessions.entry import WHO, audited, credentials, is_let_in, sign_in
from tests.sessions.servers import another_server
from tests.world import Caller, Company, World


def _claims(company: Company, world: World) -> dict[str, Any]:
    """What the agent's own token says."""
    found: dict[str, Any] = jwt.decode(company.agent.token or "", options={"verify_signature": False})
    return found


async def test_a_token_names_who_where_and_until_when_and_nothing_else(
    world: World, company: Company
) -> None:
    tokens = await sign_in(world, **credentials(company, "agent"))
    header = jwt.get_unverified_header(tokens["accessToken"])
    assert header["alg"] == "EdDSA"
    assert header["kid"] == world.keys.jwks()["keys"][0]["kid"]
    claims = jwt.decode(tokens["accessToken"], options={"verify_signature": False})
    assert claims.keys() == {"iss", "aud", "sub", "tid", "sid", "jti", "iat", "exp"}
    assert (claims["iss"], claims["aud"]) == ("http://leadhub.test", "leadhub")
    assert claims["exp"] - claims["iat"] == 15 * 60
    assert company.agent.member is not None
    assert (UUID(claims["sub"]), UUID(claims["tid"])) == (company.agent.member.id, company.tenant_id)


@pytest.mark.parametrize(
    "wrong",
    [
        {"iss": "http://elsewhere.test"},
        {"aud": "another"},
        {"aud": ["leadhub"]},
        {"sub": "nobody"},
        {"sid": None},
        {"exp": None},
    ],
    ids=lambda wrong: next(iter(wrong.items())),
)
async def test_a_token_that_says_something_else_is_refused(
    world: World, company: Company, wrong: dict[str, Any]
) -> None:
    claims = {name: value for name, value in (_claims(company, world) | wrong).items() if value is not None}
    assert not await is_let_in(world, world.keys.sign(claims))
    assert await is_let_in(world, world.keys.sign(_claims(company, world)))


async def test_a_token_that_is_not_signed_by_us_is_refused(world: World, company: Company) -> None:
    claims, [ours] = _claims(company, world), world.keys.jwks()["keys"]
    stranger = generate_jwk()
    forged = {
        "signed by another key": SigningKeys.parse(json.dumps(stranger)).sign(claims),
        "and under our kid": SigningKeys.parse(json.dumps(stranger | {"kid": ours["kid"]})).sign(claims),
        "not signed": jwt.encode(claims, key="", algorithm="none", headers={"kid": ours["kid"]}),
        # The public key is public: it must not serve as the secret of an HMAC.
        "signed with the public key": jwt.encode(
            claims, key=ours["x"], algorithm="HS256", headers={"kid": ours["kid"]}
        ),
        "changed": (company.agent.token or "")[:-4] + "AAAA",
        "not a token": "secret",
    }
    let_in = {name for name, token in forged.items() if await is_let_in(world, token)}
    assert let_in == set()


async def test_an_expired_token_is_refused_with_advice_and_audited_once(
    world: World, company: Company
) -> None:
    async with company.inside():
        assert company.agent.member is not None
        session = await Session.create(
            member_id=company.agent.member.id, expires_at=datetime.now(UTC) + timedelta(days=1)
        )
    # Ten seconds ago: the clocks of two servers may differ by five.
    token = world.token(session, company.agent.member, expires_in=timedelta(seconds=-10))
    for _ in range(2):
        answer = await Caller(world, token)(WHO)
        assert answer.code == "UNAUTHENTICATED"
        assert "refresh the session" in answer.errors[0]["message"]
    [entry] = await audited(company, action={"eq": "access.refused"})
    assert entry["reason"] == "expired access token"


async def test_a_token_of_an_unknown_session_is_refused(world: World, company: Company) -> None:
    assert not await is_let_in(world, world.keys.sign(_claims(company, world) | {"sid": str(uuid7())}))


async def test_a_token_opens_no_other_tenant(world: World, company: Company, rival: Company) -> None:
    moved = _claims(company, world) | {"tid": str(rival.tenant_id)}
    assert not await is_let_in(world, world.keys.sign(moved))


async def test_a_wrong_credential_is_told_as_such_and_not_taken_for_nobody(world: World) -> None:
    answer = await Caller(world, "wrong")(WHO)
    assert (answer.data, answer.code) == (None, "UNAUTHENTICATED")
    answer = await world.anonymous(WHO, headers={"Authorization": "Basic b3duZXI6cHc="})
    assert answer.code == "UNAUTHENTICATED"


async def test_after_a_rotation_new_tokens_have_the_new_key_and_old_ones_still_work(
    world: World, settings: Settings, signing_key: str, company: Company
) -> None:
    new, old = generate_jwk(), json.loads(signing_key)
    async with another_server(world, settings, signing_keys=json.dumps({"keys": [new, old]})) as rotated:
        assert await is_let_in(rotated, company.agent.token or "")
        tokens = await sign_in(rotated, **credentials(company, "agent"))
        assert jwt.get_unverified_header(tokens["accessToken"])["kid"] == new["kid"]
        assert await is_let_in(rotated, tokens["accessToken"])
        # The server that does not know the new key yet cannot take it.
        assert not await is_let_in(world, tokens["accessToken"])
        async with rotated.http.get(f"{rotated.url}/.well-known/jwks.json") as response:
            published = await response.json()
    assert [key["kid"] for key in published["keys"]] == [new["kid"], old["kid"]]
    assert [set(key) for key in published["keys"]] == [{"kty", "crv", "x", "kid", "use", "alg"}] * 2


async def test_a_key_that_was_taken_out_ends_its_tokens(
    world: World, settings: Settings, company: Company
) -> None:
    async with another_server(world, settings, signing_keys=json.dumps(generate_jwk())) as without:
        assert not await is_let_in(without, company.agent.token or "")


async def test_the_published_keys_are_enough_to_verify_a_token(world: World, company: Company) -> None:
    async with world.http.get(f"{world.url}/.well-known/jwks.json") as response:
        assert response.content_type == "application/json"
        [key] = jwt.PyJWKSet.from_dict(await response.json()).keys
    token = company.agent.token or ""
    assert jwt.decode(token, key, algorithms=["EdDSA"], audience="leadhub")["tid"] == str(company.tenant_id)
