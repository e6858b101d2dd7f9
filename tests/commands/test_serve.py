"""`leadhub serve`: what it refuses to start with, and how it stops without losing a request."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import asyncpg
import pytest
from aiohttp import ClientError

from leadhub.errors import SetupError
from leadhub.settings import load
from tests.commands.conftest import Database
from tests.commands.running import free_port, leadhub
from tests.commands.serving import join, new_tenant, prepared, serving, signing_key

NewDatabase = Callable[[str], Awaitable[Database]]

WRONG = {
    "LEADHUB_DATABASE_URL": ["leadhub", "mysql://user@host/leadhub", "postgres://host", "postgres://host/"],
    "LEADHUB_OWNER_DATABASE_URL": ["host:5432/leadhub"],
    "LEADHUB_ENV": ["prod", ""],
    "LEADHUB_PORT": ["http", "70000", "-1"],
    "LEADHUB_METRICS_PORT": ["70000"],
    "LEADHUB_PUBLIC_URL": ["leads.example.com", "ftp://leads.example.com"],
    "LEADHUB_POOL_MIN": ["0", "11"],
    "LEADHUB_POOL_MAX": ["many"],
    "LEADHUB_GRAPHIQL": ["yes"],
    "LEADHUB_INTROSPECTION": ["sometimes"],
    "LEADHUB_TRUSTED_PROXIES": ["10.0.0.0/33", "proxy", "10.0.0.1/8"],
    "LEADHUB_TIMEOUT_SECONDS": ["0", "ten"],
    "LEADHUB_SIGN_IN_LIMIT": ["0"],
    "LEADHUB_INVITATION_LIMIT": ["none"],
    "LEADHUB_LOG_LEVEL": ["loud"],
}


@pytest.mark.parametrize(("name", "value"), [(name, value) for name in WRONG for value in WRONG[name]])
def test_wrong_setting_is_named(name: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SetupError, match=rf"^{name}\b[^\n]*$"):
        load()


async def test_refuses_in_one_line_what_it_cannot_run_with(new_database: NewDatabase, tmp_path: Path) -> None:
    database, empty = await prepared(await new_database("refusals")), await new_database("empty")
    backup = database.app.replace("leadhub_app:", "leadhub_backup:")
    password = database.app.split(":")[2].split("@")[0]
    await database.sql(f"alter role leadhub_backup password '{password}'")
    await database.sql(f"create role tables_owner login password '{password}'")
    await database.sql("grant leadhub_owner to tables_owner")
    key = await signing_key(tmp_path)
    good = {"ENV": "production", "DATABASE_URL": database.app, "SIGNING_KEYS": key, "METRICS_PORT": 0}
    may_bypass = "The role in LEADHUB_DATABASE_URL may bypass row security; use leadhub_app."
    cases: dict[str, dict[str, object]] = {
        "LEADHUB_DATABASE_URL is not set; see docs/settings.md.": {"DATABASE_URL": ""},
        "LEADHUB_PORT: Input should be a valid integer": {"PORT": "http"},
        "LEADHUB_SIGNING_KEYS is not set; make a key with `leadhub keys generate`.": {"SIGNING_KEYS": None},
        "LEADHUB_SIGNING_KEYS: The signing keys are not valid JSON.": {"SIGNING_KEYS": "secret"},
        "LEADHUB_SMTP_URL:": {"SMTP_URL": "mail.example.com"},
        "The database cannot be reached:": {"DATABASE_URL": "postgres://leadhub_app@127.0.0.1:1/leadhub"},
        "The database cannot be reached: password": {"DATABASE_URL": database.app.replace(password, "wrong")},
        f"{may_bypass}": {"DATABASE_URL": database.owner},
        f"{may_bypass} ": {"DATABASE_URL": backup},
        f"{may_bypass}  ": {"DATABASE_URL": database.app.replace("leadhub_app:", "tables_owner:")},
        "The database lacks ": {"DATABASE_URL": empty.app},
    }
    results = []
    for changed in cases.values():
        settings = {name: value for name, value in (good | changed).items() if value is not None}
        results.append(leadhub("serve", cwd=tmp_path, **{"PORT": free_port(), **settings}))
    for (status, _, error), expected in zip(await asyncio.gather(*results), cases, strict=True):
        assert (status, len(error.splitlines())) == (1, 1), error
        assert error.startswith(f"leadhub: {expected.strip()}"), error


async def test_taken_ports_are_named(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("ports"))
    async with serving(database, tmp_path) as server:
        port, metrics_port = (url.split(":")[2].split("/")[0] for url in (server.url, server.metrics_url))
        for settings, expected in (
            ({"PORT": port, "METRICS_PORT": 0}, f"Port {port} on 127.0.0.1 is taken"),
            ({"PORT": free_port(), "METRICS_PORT": metrics_port}, "Set LEADHUB_METRICS_PORT to another port"),
        ):
            status, _, error = await leadhub("serve", cwd=tmp_path, DATABASE_URL=database.app, **settings)
            assert (status, len(error.splitlines())) == (1, 1), error
            assert expected in error


async def test_stops_without_losing_a_request(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await prepared(await new_database("stopping"))
    (tmp_path / "key").write_text(await signing_key(tmp_path))
    settings = {"ENV": "production", "SIGNING_KEYS_FILE": tmp_path / "key"}
    async with serving(database, tmp_path, **settings) as server:
        owner = await join(server, await new_tenant(database, "acme", tmp_path))
        lead = (await owner.done("createLead", {"lastName": "Held"}, "lead { id version }"))["lead"]
        holder = await asyncpg.connect(database.owner)
        held = holder.transaction()
        await held.start()
        await holder.execute("select 1 from lead for update")
        change = {"id": lead["id"], "expectedVersion": lead["version"], "lastName": "Changed"}
        slow = asyncio.create_task(owner.do("updateLead", change, "lead { fullName }"))
        while not await database.sql("select 1 from pg_stat_activity where wait_event_type = 'Lock'"):  # noqa: ASYNC110
            await asyncio.sleep(0.02)
        assert (await server.status("/readyz"))[0] == 200

        server.process.send(signal.SIGTERM)
        while (ready := await server.status("/readyz"))[0] == 200:  # noqa: ASYNC110
            await asyncio.sleep(0.01)
        assert ready == (503, {"status": "not ready", "reason": "shutting down"})
        # Whoever has not noticed yet is still served.
        assert (await server.status("/healthz"))[0] == 200
        assert (await owner.ok("{ leads { totalCount } }"))["leads"]["totalCount"] == 1
        served = 0
        try:
            while True:  # until it listens no more
                await owner.ok("{ viewer { role } }")
                served += 1
                await asyncio.sleep(0.05)
        except ClientError:
            assert served > 10
        await asyncio.sleep(0.5)
        assert not slow.done()
        await held.rollback()
        await holder.close()
        payload = await slow
        assert payload == {"lead": {"fullName": "Changed"}, "userErrors": []}
        assert await server.process.ended() == 0
        assert server.process.err == []
        assert '"event": "stopped"' in server.process.out[-1]
