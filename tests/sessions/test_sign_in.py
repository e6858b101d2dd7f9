"""Signing in: who comes in, what they are told, and that wrong and unknown cannot be told apart."""

import pytest

from leadhub.kit import passwords, scopes
from leadhub.kit.scopes import Scope
from leadhub.members.models import Member, MemberStatus, Secret
from leadhub.sessions import api as sessions_api
from leadhub.sessions.models import Session
from leadhub.tenants.models import Tenant, TenantStatus
from tests.sessions.entry import TOKENS, WHO, audited, credentials, is_let_in, sign_in, try_to_sign_in
from tests.world import Caller, Company, World


async def test_signing_in_gives_a_short_token_and_a_long_one(world: World, company: Company) -> None:
    tokens = await sign_in(world, **credentials(company, "agent"))
    assert tokens["expiresIn"] == 15 * 60
    data = await Caller(world, tokens["accessToken"]).ok(WHO)
    assert data["viewer"] == {"role": "AGENT", "member": {"id": company.agent.id}}


async def test_the_answer_to_a_sign_in_tells_who_signed_in_with_team_and_tenant(
    world: World, company: Company
) -> None:
    data = await world.anonymous.ok(
        """
        mutation($input: SignInInput!) {
          signIn(input: $input) {
            viewer { role scopes member { name teams { name } } tenant { slug status } } userErrors { code }
          }
        }
        """,
        input=credentials(company, "agent"),
    )
    viewer = data["signIn"]["viewer"]
    assert viewer["role"] == "AGENT"
    assert "lead:write" in viewer["scopes"]
    assert viewer["member"] == {"name": "Agent", "teams": [{"name": "North"}]}
    assert viewer["tenant"] == {"slug": company.slug, "status": "ACTIVE"}


async def test_nobody_is_the_viewer_without_signing_in(world: World) -> None:
    assert await world.anonymous.ok("{ viewer { role } }") == {"viewer": None}


async def test_slug_and_address_may_be_typed_in_capitals_and_with_spaces(
    world: World, company: Company
) -> None:
    typed = credentials(company, "agent")
    tokens = await sign_in(
        world,
        tenant=f" {typed['tenant'].upper()} ",
        email=f" {typed['email'].upper()} ",
        password=typed["password"],
    )
    assert await is_let_in(world, tokens["accessToken"])


async def _suspended_tenant(world: World) -> Company:
    closed = await world.company()
    async with closed.inside():
        await Tenant.mine().update(status=TenantStatus.SUSPENDED)
    return closed


async def test_wrong_unknown_and_suspended_are_answered_byte_for_byte_alike_after_the_same_work(
    world: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = await _suspended_tenant(world)
    async with company.inside():
        await Member.mine().filter(id=company.colleague.member.id).update(status=MemberStatus.SUSPENDED)
        await Member.create(email=f"new@{company.slug}.test", name="New", role="AGENT")
    verified: list[str] = []
    matches = passwords._matches
    monkeypatch.setattr(
        passwords, "_matches", lambda hash, secret: [verified.append(hash), matches(hash, secret)][1]
    )
    tries = {
        "wrong password": credentials(company, "agent", "not the password"),
        "unknown address": credentials(company, "nobody"),
        "no address at all": {**credentials(company, "agent"), "email": "agent"},
        "unknown tenant": {**credentials(company, "agent"), "tenant": "nowhere"},
        "an impossible tenant": {**credentials(company, "agent"), "tenant": "a\0b"},
        "invited, without password": credentials(company, "new"),
        "suspended member": credentials(company, "colleague"),
        "suspended tenant": credentials(closed, "agent"),
    }
    bodies, hashes = {}, {}
    for name, typed in tries.items():
        bodies[name] = (await try_to_sign_in(world, **typed)).body
        hashes[name] = verified[:]
        verified.clear()
    assert {name: body for name, body in bodies.items() if body != bodies["wrong password"]} == {}
    [error] = bodies["wrong password"]["data"]["signIn"]["userErrors"]
    assert (error["code"], error["path"]) == ("INVALID", ["input"])
    # One hash is compared each time; where there is none, one that costs what a real one costs.
    assert {name: len(found) for name, found in hashes.items()} == dict.fromkeys(tries, 1)
    assert not passwords.needs_rehash(hashes["unknown address"][0])


async def test_a_password_that_is_changed_while_it_is_compared_opens_nothing(
    world: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slowly(hash: str | None, password: str) -> bool:
        async with company.inside():
            await Secret.mine().filter(id=company.agent.member.id).update(hash=f"{world.password_hash} ")
        return True

    monkeypatch.setattr(sessions_api, "verify_password", slowly)
    answer = await try_to_sign_in(world, **credentials(company, "agent"))
    assert answer.data["signIn"]["accessToken"] is None
    assert answer.data["signIn"]["userErrors"][0]["code"] == "INVALID"


async def test_a_failed_sign_in_is_audited_without_what_was_typed(world: World, company: Company) -> None:
    await try_to_sign_in(world, **credentials(company, "agent", "typed by mistake"))
    [entry] = await audited(company, action={"eq": "session.opened"})
    assert (entry["outcome"], entry["reason"]) == ("REFUSED", "wrong credentials")
    assert (entry["subjectId"], entry["actorKind"]) == (company.agent.id, "SYSTEM")
    assert "typed by mistake" not in str(entry)
    assert entry["address"] == "127.0.0.1"


async def test_a_sign_in_is_audited_and_noted_with_the_member(world: World, company: Company) -> None:
    await sign_in(world, **credentials(company, "agent"))
    [entry] = await audited(company, action={"eq": "session.opened"})
    assert (entry["outcome"], entry["onBehalfOf"]) == ("DONE", {"id": company.agent.id})
    data = await company.owner.ok("{ members { nodes { name lastSignInAt } } }")
    signed_in = {row["name"] for row in data["members"]["nodes"] if row["lastSignInAt"]}
    assert signed_in == {"Agent"}


async def test_a_scope_that_is_missing_below_a_sign_in_refuses_it_whole(
    world: World, company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Every role may read members today, so one has to lose that for the rule to be seen.
    bare = scopes.ROLE_SCOPES[scopes.Role.VIEWER] - {Scope.MEMBER_READ}
    monkeypatch.setitem(scopes.ROLE_SCOPES, scopes.Role.VIEWER, bare)
    async with company.inside():
        before = await Session.mine().filter(member_id=company.viewer.member.id).count()
    answer = await world.anonymous(
        f"mutation($input: SignInInput!) {{ signIn(input: $input) {{ viewer {{ member {{ id }} }} {TOKENS} }} }}",
        input=credentials(company, "viewer"),
    )
    assert answer.code == "FORBIDDEN"
    assert answer.errors[0]["extensions"]["missing"] == ["member:read"]
    async with company.inside():
        assert await Session.mine().filter(member_id=company.viewer.member.id).count() == before
    entries = await audited(company, action={"eq": "access.refused"})
    assert [(entry["reason"], entry["actorId"]) for entry in entries] == [
        ("missing member:read", company.viewer.id)
    ]
    assert (await sign_in(world, **credentials(company, "viewer")))["accessToken"]


async def test_a_dead_token_does_not_stop_a_sign_in(world: World, company: Company) -> None:
    payload = await Caller(world, "no.such.token").done(
        "signIn", credentials(company, "agent"), "viewer { role }"
    )
    assert payload["viewer"] == {"role": "AGENT"}


async def test_whoever_signs_in_with_another_token_at_hand_is_who_signed_in(
    world: World, company: Company, rival: Company
) -> None:
    payload = await rival.owner.done(
        "signIn", credentials(company, "agent"), "viewer { role tenant { slug } }"
    )
    assert payload["viewer"] == {"role": "AGENT", "tenant": {"slug": company.slug}}
