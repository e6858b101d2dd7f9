import base64
import json
import time
from hashlib import sha256
from uuid import uuid4

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed448 import Ed448PrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
from hypothesis import given
from hypothesis import strategies as st
from jwt.algorithms import OKPAlgorithm

from leadhub.kit.tokens import KeyProblem, SigningKeys, TokenProblem, fingerprint, generate_jwk, new_secret

ISSUER, AUDIENCE = "https://leads.example", "leadhub"
JWK = generate_jwk()
KEYS = SigningKeys.parse(json.dumps(JWK))


def claims(**changes):
    now = int(time.time())
    whole = {
        "exp": now + 900,
        "iat": now,
        "iss": ISSUER,
        "aud": AUDIENCE,
        "sub": str(uuid4()),
        "tid": str(uuid4()),
        "sid": str(uuid4()),
        "jti": "token-1",
    }
    return {name: value for name, value in (whole | changes).items() if value is not None}


def verify(token, keys=KEYS):
    return keys.verify(token, issuer=ISSUER, audience=AUDIENCE)


def refusal(token, keys=KEYS):
    with pytest.raises(TokenProblem) as caught:
        verify(token, keys)
    return caught.value


def parse(*jwks):
    return SigningKeys.parse(json.dumps({"keys": list(jwks)}))


def public(jwk):
    return {name: value for name, value in jwk.items() if name != "d"}


def private_key(jwk=JWK):
    return OKPAlgorithm.from_jwk(jwk)


def test_a_token_says_what_was_signed():
    said = claims()
    found = verify(KEYS.sign(said))
    assert str(found.subject) == said["sub"]
    assert str(found.tenant) == said["tid"]
    assert str(found.session) == said["sid"]
    assert found.token_id == "token-1"
    assert found.expires_at.timestamp() == said["exp"]
    assert found.expires_at.utcoffset().total_seconds() == 0


def test_an_expired_token_tells_its_claims():
    said = claims(exp=int(time.time()) - 6)
    problem = refusal(KEYS.sign(said))
    assert problem.reason == "expired"
    assert problem.claims == said


def test_clocks_may_differ_by_a_little():
    assert verify(KEYS.sign(claims(exp=int(time.time()) - 3)))
    assert verify(KEYS.sign(claims(iat=int(time.time()) + 3)))
    assert refusal(KEYS.sign(claims(iat=int(time.time()) + 60))).reason == "invalid"


@pytest.mark.parametrize(
    "changes",
    [
        *({name: None} for name in ("exp", "iat", "iss", "aud", "sub", "tid", "sid", "jti")),
        {"iss": "https://other.example"},
        {"aud": "other"},
        {"aud": [AUDIENCE, "other"]},
        {"sub": "nobody"},
        {"tid": 7},
        {"sid": ["x"]},
        {"jti": 7},
        {"exp": "soon"},
        {"exp": 1e400},
        {"exp": 10**30},
        {"exp": 10**13},
        {"nbf": 9_999_999_999},
    ],
    ids=str,
)
def test_a_token_that_says_anything_else_is_invalid(changes):
    problem = refusal(KEYS.sign(claims(**changes)))
    assert problem.reason == "invalid"
    assert problem.claims is None


def test_expiry_excuses_nothing_else():
    old = int(time.time()) - 1000
    for changes in ({"iss": "https://other.example"}, {"aud": "other"}, {"sub": "nobody"}, {"tid": None}):
        problem = refusal(KEYS.sign(claims(exp=old, **changes)))
        assert (problem.reason, problem.claims) == ("invalid", None)
    forged = parse({**generate_jwk(), "kid": JWK["kid"]}).sign(claims(exp=old))
    assert refusal(forged).claims is None


def test_a_changed_token_is_invalid():
    head, body, signature = KEYS.sign(claims()).split(".")
    other = base64.urlsafe_b64encode(json.dumps(claims()).encode()).rstrip(b"=").decode()
    assert refusal(f"{head}.{other}.{signature}").reason == "invalid"
    assert refusal(f"{head}.{body}.").reason == "invalid"


def unsigned():
    return jwt.encode(claims(), None, algorithm="none", headers={"kid": JWK["kid"]})


def signed_with_the_public_key_as_a_password():
    return jwt.encode(claims(), "x" * 40 + JWK["x"], algorithm="HS256", headers={"kid": JWK["kid"]})


def signed_with_rsa():
    key = generate_private_key(65537, 2048)
    return jwt.encode(claims(), key, algorithm="RS256", headers={"kid": JWK["kid"]})


def signed_with_ed448():
    return jwt.encode(claims(), Ed448PrivateKey.generate(), algorithm="EdDSA", headers={"kid": JWK["kid"]})


def without_kid():
    return jwt.encode(claims(), private_key(), algorithm="EdDSA")


def with_an_unknown_kid():
    return jwt.encode(claims(), private_key(), algorithm="EdDSA", headers={"kid": "unknown"})


@pytest.mark.parametrize(
    "forge",
    [
        unsigned,
        signed_with_the_public_key_as_a_password,
        signed_with_rsa,
        signed_with_ed448,
        without_kid,
        with_an_unknown_kid,
    ],
)
def test_only_known_keys_and_the_one_algorithm_count(forge):
    assert refusal(forge()).reason == "invalid"


def segment(text):
    return base64.urlsafe_b64encode(text.encode()).rstrip(b"=").decode()


@pytest.mark.parametrize(
    "token",
    [
        "",
        "..",
        "\ud800.a.b",
        "é.a.b",
        "[" * 5000,
        segment("[" * 50_000) + ".a.b",
        segment('{"alg":"EdDSA","kid":["x"]}') + ".e30.x",
        segment('{"alg":"EdDSA","kid":{}}') + ".e30.x",
        segment('{"alg":"EdDSA","kid":null}') + ".e30.x",
        segment("7") + ".e30.x",
    ],
)
def test_junk_is_invalid(token):
    assert refusal(token).reason == "invalid"


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text_is_just_invalid(token):
    assert refusal(token).reason == "invalid"


def test_keys_are_rotated_by_putting_the_new_one_first():
    old, new = generate_jwk(), generate_jwk()
    token = parse(old).sign(claims())
    assert verify(token, parse(new, old))
    assert verify(token, parse(new, public(old)))
    assert jwt.get_unverified_header(parse(new, old).sign(claims()))["kid"] == new["kid"]
    assert refusal(token, parse(new)).reason == "invalid"


def test_a_public_key_is_passed_over_for_signing():
    mine, other = generate_jwk(), generate_jwk()
    assert jwt.get_unverified_header(parse(public(other), mine).sign(claims()))["kid"] == mine["kid"]


def test_published_keys_verify_and_hold_nothing_private():
    published = parse(JWK, public(generate_jwk())).jwks()
    assert [set(key) for key in published["keys"]] == [{"kty", "crv", "x", "kid", "use", "alg"}] * 2
    assert {(key["use"], key["alg"]) for key in published["keys"]} == {("sig", "EdDSA")}
    key = jwt.PyJWKSet.from_dict(published)[JWK["kid"]]
    assert jwt.decode(KEYS.sign(claims()), key, algorithms=["EdDSA"], audience=AUDIENCE, issuer=ISSUER)


def test_kid_is_the_thumbprint():
    text = f'{{"crv":"Ed25519","kty":"OKP","x":"{JWK["x"]}"}}'
    assert base64.urlsafe_b64decode(JWK["kid"] + "=") == sha256(text.encode()).digest()
    assert generate_jwk()["kid"] != JWK["kid"]


def test_thumbprint_of_the_example_in_rfc_8037():
    example = {
        "kty": "OKP",
        "crv": "Ed25519",
        "kid": "1",
        "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",  # pragma: allowlist secret
        "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",  # pragma: allowlist secret
    }
    from leadhub.kit.tokens import _thumbprint  # noqa: PLC0415

    assert _thumbprint(example) == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"  # pragma: allowlist secret
    assert parse(example).jwks()["keys"][0]["x"] == example["x"]


DAMAGED = [
    "",
    "{",
    '{"keys": []}',
    '{"keys": {}}',
    '{"keys": [7]}',
    "{" * 100_000,
    '{"keys": ' + "[" * 100_000,
    "no/such/file",
    "\x00",
    "x" * 10_000,
    JWK["d"],
    "-----BEGIN PRIVATE KEY-----\n" + JWK["d"],  # pragma: allowlist secret
    "[" + json.dumps(JWK) + "]",
    json.dumps(JWK)[:-1],
    json.dumps({"keys": [JWK, JWK]}),
    json.dumps(public(JWK)),
    json.dumps({**JWK, "kid": ""}),
    json.dumps({**JWK, "kid": 7}),
    json.dumps({**JWK, "kty": "EC"}),
    json.dumps({**JWK, "crv": "Ed448"}),
    json.dumps({**JWK, "alg": "HS256"}),
    json.dumps({**JWK, "use": "enc"}),
    json.dumps({**JWK, "x": generate_jwk()["x"]}),
    json.dumps({**JWK, "x": 7}),
    json.dumps({**JWK, "d": 7}),
    json.dumps({**JWK, "d": None}),
    json.dumps({**JWK, "d": JWK["d"][:-3]}),
    json.dumps({**JWK, "d": "é"}),
]


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_keys_that_cannot_be_used_are_one_line_without_the_key(text):
    with pytest.raises(KeyProblem) as caught:
        SigningKeys.parse(text)
    message = str(caught.value)
    assert "\n" not in message
    assert len(message) < 200
    assert JWK["d"][:8] not in message
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


def test_keys_are_not_shown():
    assert JWK["d"] not in repr(KEYS) + str(KEYS)


def test_secrets_are_long_and_differ():
    made = {new_secret("lhk_") for _ in range(1000)}
    assert len(made) == 1000
    assert all(secret.startswith("lhk_") and len(secret) == 4 + 43 for secret in made)
    assert len(new_secret()) == 43


def test_fingerprint_takes_any_text():
    published = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"  # pragma: allowlist secret
    assert fingerprint("abc").hex() == published
    assert len(fingerprint("\ud800")) == 32
