"""API keys: what they may carry, how long they live, and what ends them."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from leadhub.keys.models import ApiKey
from leadhub.kit import scopes
from leadhub.kit.inputs import now
from leadhub.kit.scopes import KEY_SCOPES, Scope
from leadhub.members.models import Secret
from leadhub.settings import Settings
from tests.sessions.entry import audited, is_let_in, is_shut_out_soon
from tests.sessions.servers import another_server, at
from tests.world import Caller, Company, World

KEY = "secret apiKey { id name hint scopes expiresAt createdAt lastUsedAt revokedAt createdBy { name } }"
LIST = "{ apiKeys { nodes { id name hint scopes lastUsedAt revokedAt } } }"


async def make_key(by: Caller, *scopes: str, **more: Any) -> dict[str, Any]:
    return await by.done("createApiKey", {"name": "Website", "scopes": list(scopes), **more}, KEY)


async def test_a_key_does_what_its_scopes_say_and_sees_all_rows(world: World, company: Company) -> None:
    lead = await company.lead(by=company.outsider)
    payload = await make_key(company.admin, "lead:write", "lead:read", "lead:read")
    assert payload["apiKey"]["scopes"] == ["lead:read", "lead:write"]
    assert payload["apiKey"]["createdBy"] == {"name": "Admin"}
    key = Caller(world, payload["secret"])
    seen = "query($id: ID!) { lead(id: $id) { number } }"
    assert (await key.ok(seen, id=lead["id"]))["lead"] == {"number": lead["number"]}
    await key.done("createLead", {"lastName": "By key"}, "lead { id }")
    viewer = (await key.ok("{ viewer { role scopes tenant { slug } } }"))["viewer"]
    assert viewer == {"role": None, "scopes": ["lead:read", "lead:write"], "tenant": {"slug": company.slug}}


async def test_a_key_is_nobody(company: Company) -> None:
    key = await company.key("member:read")
    assert (await key.ok("{ viewer { role member { id } } }"))["viewer"] == {"role": None, "member": None}


async def test_what_a_key_changes_is_audited_as_the_key_on_behalf_of_its_creator(
    world: World, company: Company
) -> None:
    payload = await make_key(company.admin, "lead:write", "lead:read")
    await Caller(world, payload["secret"]).done("createLead", {"lastName": "By key"}, "lead { id }")
    [entry] = await audited(company, action={"eq": "lead.created"})
    assert (entry["actorKind"], entry["actorId"]) == ("API_KEY", payload["apiKey"]["id"])
    assert entry["onBehalfOf"] == {"id": company.admin.id}


async def test_a_secret_is_shown_once_and_told_apart_by_how_it_begins(company: Company) -> None:
    payload = await make_key(company.owner, "lead:read")
    secret, hint = payload["secret"], payload["apiKey"]["hint"]
    assert secret.startswith("lhk_")
    assert len(secret) >= 40
    assert hint == secret[:8]
    answer = await company.owner(LIST)
    assert secret not in str(answer.body)
    assert [row["hint"] for row in answer.data["apiKeys"]["nodes"]] == [hint]
    node = "query($id: ID!) { node(id: $id) { ... on ApiKey { hint } } }"
    assert (await company.owner.ok(node, id=payload["apiKey"]["id"]))["node"] == {"hint": hint}
    async with company.inside():
        kinds = await Secret.mine().filter(kind="API_KEY").values_list("hash", flat=True)
    assert len(kinds) == 1
    assert secret not in str(kinds)


async def test_a_key_without_scopes_may_do_nothing(world: World, company: Company) -> None:
    key = Caller(world, (await make_key(company.owner))["secret"])
    assert (await key.ok("{ viewer { scopes } }"))["viewer"] == {"scopes": []}
    for document in ("{ leads { totalCount } }", "{ pipelines { id } }", "{ members { totalCount } }"):
        assert (await key(document)).code == "FORBIDDEN"


async def test_an_unknown_scope_is_refused_where_it_stands(company: Company) -> None:
    error = await company.owner.refused(
        "createApiKey", {"name": "k", "scopes": ["lead:read", "lead:fly"]}, "secret"
    )
    assert (error["code"], error["path"]) == ("INVALID", ["input", "scopes", "1"])


@pytest.mark.parametrize("scope", sorted(set(Scope) - KEY_SCOPES))
async def test_no_key_carries_a_scope_that_would_outlive_its_revocation(company: Company, scope: str) -> None:
    error = await company.owner.refused("createApiKey", {"name": "k", "scopes": [scope]}, "secret")
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "scopes", "0"])


async def test_nobody_makes_a_key_above_their_own_rights(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Today who may make keys may do everything that keys may; the rule must hold when that changes.
    less = scopes.ROLE_SCOPES[scopes.Role.ADMIN] - {Scope.LEAD_DELETE}
    monkeypatch.setitem(scopes.ROLE_SCOPES, scopes.Role.ADMIN, less)
    error = await company.admin.refused("createApiKey", {"name": "k", "scopes": ["lead:delete"]}, "secret")
    assert (error["code"], error["path"]) == ("FORBIDDEN", ["input", "scopes", "0"])


async def test_a_key_lives_a_year_at_most_and_by_default(company: Company) -> None:
    made = (await make_key(company.owner, "lead:read"))["apiKey"]
    life = datetime.fromisoformat(made["expiresAt"]) - datetime.fromisoformat(made["createdAt"])
    assert abs(life - timedelta(days=365)) < timedelta(seconds=5)
    for expires_at in (now() + timedelta(days=365, minutes=1), now() - timedelta(seconds=1)):
        error = await company.owner.refused(
            "createApiKey", {"name": "k", "scopes": [], "expiresAt": expires_at.isoformat()}, "secret"
        )
        assert (error["code"], error["path"]) == ("INVALID", ["input", "expiresAt"])


async def test_a_key_needs_a_name(company: Company) -> None:
    error = await company.owner.refused("createApiKey", {"name": " ", "scopes": []}, "secret")
    assert (error["code"], error["path"]) == ("REQUIRED", ["input", "name"])


async def test_an_expired_key_is_refused_and_audited(world: World, company: Company) -> None:
    payload = await make_key(company.owner, "lead:read")
    async with company.inside():
        await ApiKey.mine().update(expires_at=now())
    answer = await Caller(world, payload["secret"])("{ viewer { scopes } }")
    assert answer.code == "UNAUTHENTICATED"
    [entry] = await audited(company, action={"eq": "access.refused"})
    assert (entry["reason"], entry["subjectId"]) == (
        "This API key is revoked or expired.",
        payload["apiKey"]["id"],
    )


async def test_a_revoked_key_dies_within_two_seconds_and_twice_is_fine(
    world: World, settings: Settings, company: Company
) -> None:
    payload = await make_key(company.owner, "lead:read")
    async with another_server(world, settings) as other:
        for server in (world, other):
            assert await is_let_in(server, payload["secret"])
        for _ in range(2):
            revoked = await company.admin.done(
                "revokeApiKey", {"id": payload["apiKey"]["id"]}, "apiKey { revokedAt }"
            )
            assert revoked["apiKey"]["revokedAt"]
        assert not await is_let_in(world, payload["secret"])
        assert await is_shut_out_soon(other, payload["secret"])
    [entry] = await audited(company, action={"eq": "api_key.revoked"})
    assert entry["subjectId"] == payload["apiKey"]["id"]
    # Whoever still tries it is seen: once by each server.
    tried = await audited(company, action={"eq": "access.refused"})
    assert [entry["subjectId"] for entry in tried] == [payload["apiKey"]["id"]] * 2


async def test_an_unknown_key_is_refused(world: World) -> None:
    assert not await is_let_in(world, "lhk_never-given-out")


async def test_demoting_its_creator_cuts_a_key_to_what_they_may_do_now(
    world: World, company: Company
) -> None:
    payload = await make_key(company.admin, "lead:read", "lead:write", "lead:delete", "audit:read")
    key = Caller(world, payload["secret"])
    assert len((await key.ok("{ viewer { scopes } }"))["viewer"]["scopes"]) == 4
    await company.owner.done("changeMemberRole", {"id": company.admin.id, "role": "VIEWER"})
    assert (await key.ok("{ viewer { scopes } }"))["viewer"]["scopes"] == ["lead:read"]
    answer = await key('mutation { createLead(input: {lastName: "X"}) { lead { id } } }')
    assert answer.errors[0]["extensions"]["missing"] == ["lead:write"]
    await company.owner.done("changeMemberRole", {"id": company.admin.id, "role": "ADMIN"})
    assert len((await key.ok("{ viewer { scopes } }"))["viewer"]["scopes"]) == 4


async def test_suspending_its_creator_kills_a_key_until_they_are_back(world: World, company: Company) -> None:
    payload = await make_key(company.admin, "lead:read")
    await company.owner.done("suspendMember", {"id": company.admin.id})
    assert not await is_let_in(world, payload["secret"])
    await company.owner.done("reinstateMember", {"id": company.admin.id})
    assert await is_let_in(world, payload["secret"])


async def test_when_a_key_was_last_used_is_noted_to_the_minute(
    world: World, settings: Settings, company: Company
) -> None:
    async def last_used() -> Any:
        async with company.inside():
            return (await ApiKey.mine().get()).last_used_at

    payload = await make_key(company.owner, "lead:read")
    assert payload["apiKey"]["lastUsedAt"] is None
    assert await is_let_in(world, payload["secret"])
    first = await last_used()
    assert abs(first - now()) < timedelta(seconds=5)
    # Another server remembers nothing of it, and yet does not write for each use.
    async with another_server(world, settings) as other:
        assert await is_let_in(other, payload["secret"])
    assert await last_used() == first
    async with company.inside():
        await ApiKey.mine().update(last_used_at=now() - timedelta(seconds=61))
    async with another_server(world, settings) as other:
        assert await is_let_in(other, payload["secret"])
    assert await last_used() >= first


async def test_a_key_opens_its_own_tenant_alone(world: World, company: Company, rival: Company) -> None:
    lead = await company.lead()
    key = await rival.key(*sorted(KEY_SCOPES))
    answer = await key("query($id: ID!) { lead(id: $id) { id } }", id=lead["id"])
    assert answer.code == "NOT_FOUND"
    assert (await key.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 0
    mine = await make_key(company.owner, "lead:read")
    error = await rival.owner.refused("revokeApiKey", {"id": mine["apiKey"]["id"]})
    assert (error["code"], error["path"]) == ("NOT_FOUND", ["input", "id"])
    assert await is_let_in(world, mine["secret"])


async def test_a_key_cannot_change_a_password_or_claim_for_itself(company: Company) -> None:
    key = at(company.world, await company.key(*sorted(KEY_SCOPES)))
    for document, scope in [
        (
            'mutation { changePassword(input: {currentPassword: "a", newPassword: "b"}) { changed } }',
            "self:write",
        ),
        ('mutation { claimLead(input: {id: "x"}) { lead { id } } }', "lead:claim"),
    ]:
        answer = await key(document)
        assert answer.code == "FORBIDDEN"
        assert answer.errors[0]["extensions"]["missing"] == [scope]
