"""Passwords, tokens and keys are shown once and kept as hashes; no log, event or audit entry has them."""

import json
import logging

import asyncpg
import pytest
from structlog.testing import capture_logs

from leadhub.audit.models import AuditEntry
from leadhub.events.models import Event
from leadhub.settings import Settings
from tests.accounts.post import Post, token_in, until
from tests.accounts.test_invitations import NEW_PASSWORD, acceptance, invite
from tests.accounts.test_passwords import NEW, change, mailed_token, reset
from tests.sessions.entry import credentials, refresh, sign_in, try_to_sign_in
from tests.sessions.servers import another_server, at
from tests.sessions.test_limits import address_of, within_one_minute
from tests.world import PASSWORD, Company, World


async def _everything(world: World, post: Post, company: Company) -> dict[str, str]:
    """A day of sign-ins, invitations and forgotten passwords; each secret that came up in it."""
    signed_in = await sign_in(world, **credentials(company, "agent"))
    refreshed = await refresh(world, signed_in["refreshToken"])
    await try_to_sign_in(world, **credentials(company, "agent", "mistyped password"))
    await try_to_sign_in(world, **credentials(company, "nobody", "mistyped password"))
    await invite(at(world, company.owner), company)
    invitation = token_in(await post.next())
    await world.anonymous.refused("acceptInvitation", acceptance(invitation, password="password123"))
    await world.anonymous.done("acceptInvitation", acceptance(invitation), "accessToken")
    permission = await mailed_token(world, post, company)
    entered = await reset(world, permission)
    await change(at(world, company.colleague), current="guessed password")
    await change(at(world, company.colleague), new="a third password")
    key = (await at(world, company.owner).done("createApiKey", {"name": "k", "scopes": []}, "secret"))[
        "secret"
    ]
    # A defect and a refusal, with what was typed written into the document itself.
    await world.anonymous(
        f'mutation {{ signIn(input: {{tenant: "x", email: "literal@x.test", password: "{PASSWORD}"}}) '
        "{ accessToken } createApiKey(input: {name: 1}) { secret } }"
    )
    return {
        "password": PASSWORD,
        "mistyped": "mistyped password",
        "chosen": NEW_PASSWORD,
        "weak": "password123",
        "reset": NEW,
        "guessed": "guessed password",
        "third": "a third password",
        "access": signed_in["accessToken"],
        "refresh": signed_in["refreshToken"],
        "refreshed": refreshed["refreshToken"],
        "invitation": invitation,
        "permission": permission,
        "entered": entered["accessToken"],
        "key": key,
    }


async def test_no_log_line_has_a_password_a_token_or_an_address(
    mailing: World, settings: Settings, post: Post, company: Company, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    with capture_logs() as entries:
        secrets = await _everything(mailing, post, company)
        post.is_open = False
        await mailing.anonymous.done(
            "requestPasswordReset", {"tenant": company.slug, "email": f"agent@{company.slug}.test"}
        )
        await until(lambda: any(entry["event"] == "mail_failed" for entry in entries))
    lines = [str(entry) for entry in entries]
    # All but the mail server's own, which is the test's.
    logged = [record for record in caplog.records if record.name != "mail.log"]
    lines += [f"{record.getMessage()} {record.exc_info}" for record in logged]
    assert len(lines) > 10
    told = "\n".join(lines)
    assert {name for name, secret in secrets.items() if secret in told} == set()
    assert "@" not in told


async def test_a_refused_sign_in_is_not_logged_with_the_document_that_held_its_password(
    world: World, settings: Settings, company: Company, caplog: pytest.LogCaptureFixture
) -> None:
    await within_one_minute()
    document = (
        f'mutation {{ signIn(input: {{tenant: "{company.slug}", email: "a@x.test", '
        f'password: "{PASSWORD}"}}) {{ accessToken }} }}'
    )
    with capture_logs() as entries:
        async with another_server(world, settings, sign_in_limit=1) as server:
            come_from = {"X-Forwarded-For": address_of(company)}
            codes = [(await server.anonymous(document, headers=come_from)).code for _ in range(2)]
    assert codes == [None, "THROTTLED"]
    told = f"{entries} {caplog.text}"
    assert PASSWORD not in told
    assert "a@x.test" not in told


async def test_neither_events_nor_audit_have_a_secret(mailing: World, post: Post, company: Company) -> None:
    secrets = await _everything(mailing, post, company)
    async with company.inside():
        events = await Event.mine().values()
        entries = await AuditEntry.mine().values()
    assert {"member.invited", "member.joined", "api_key.created"} <= {event["type"] for event in events}
    assert {"session.opened", "session.refreshed", "password.changed", "password.reset"} <= {
        entry["action"] for entry in entries
    }
    told = json.dumps([events, entries], default=str)
    assert {name for name, secret in secrets.items() if secret in told} == set()
    # The audit says who was invited by id; the address in it is masked.
    assert f"new@{company.slug}.test" not in json.dumps(entries, default=str)


async def test_the_application_can_compare_hashes_but_never_read_one(world: World, company: Company) -> None:
    await company.key("lead:read")
    async with world.sql("leadhub_app") as sql:
        await sql.execute("select set_config('leadhub.tenant_id', $1, false)", str(company.tenant_id))
        assert await sql.fetchval("select count(*) from (select id, kind from secret) s") >= 8
        for reading in (
            "select hash from secret",
            "select * from secret",
            "select id from secret where hash like 'a%'",
            "delete from secret returning hash",
        ):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await sql.fetch(reading)
        found = await sql.fetch("select * from leadhub_find_secret('PASSWORD', $1)", world.password_hash)
        assert found == []


async def test_only_hashes_are_stored(world: World, mailing: World, post: Post, company: Company) -> None:
    secrets = await _everything(mailing, post, company)
    async with world.sql() as sql:
        tables = await sql.fetch("select tablename from pg_tables where schemaname = 'public'")
        rows = [
            str(row)
            for table in tables
            for row in await sql.fetch(f'select t::text from "{table["tablename"]}" t')
        ]
    stored = "\n".join(rows)
    assert {name for name, secret in secrets.items() if secret in stored} == set()
    assert "$argon2id$v=19$m=65536,t=3,p=4$" in stored
