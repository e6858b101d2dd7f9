"""The small commands: usage, schema, keys, tenants and the audit."""

import asyncio
import json
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from leadhub.__main__ import cli
from leadhub.errors import LeadHubError, SetupError
from leadhub.kit import roles
from leadhub.kit.tokens import SigningKeys
from tests.commands.conftest import Database
from tests.commands.running import leadhub
from tests.commands.serving import join, new_tenant, prepared, serving
from tests.world import PASSWORD, Caller

NewDatabase = Callable[[str], Awaitable[Database]]


def call(*arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(cli, arguments)
    if isinstance(found.exception, LeadHubError):
        raise found.exception
    return found.exit_code, found.output


@pytest.mark.parametrize(
    "arguments",
    [
        "nonsense",
        "demo --port 0",
        "demo --port 65536",
        "demo --port http",
        "demo --nonsense",
        "serve now",
        "migrate",
        "migrate sideways",
        "migrate make",
        "tenant create",
        "tenant create acme",
        "tenant create acme --name Acme",
        "schema export --chek",
        "keys",
        "audit verify --from nonsense",
        "audit verify --from 1:xyz",
    ],
)
def test_wrong_usage_is_2_and_says_how(arguments: str) -> None:
    status, output = call(*arguments.split())
    assert status == 2
    assert "Usage:" in output


def test_help_and_version() -> None:
    assert call("--version")[0] == 0
    status, output = call("--help")
    assert status == 0
    for command in ("audit", "demo", "keys", "migrate", "schema", "serve", "tenant"):
        assert f"  {command} " in output


def test_exported_schema_is_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "schema" / "leadhub.graphql"
    monkeypatch.setattr("leadhub.schema.SDL_FILE", file)
    with pytest.raises(LeadHubError, match="not up to date: run `just schema`"):
        call("schema", "export", "--check")
    assert call("schema", "export") == (0, f"wrote {file}\n")
    assert call("schema", "export", "--check") == (0, "")
    file.write_text(file.read_text().replace("type Lead ", "type Leed ", 1))
    with pytest.raises(LeadHubError, match="not up to date"):
        call("schema", "export", "--check")


def test_each_generated_key_is_another_and_can_sign() -> None:
    keys = [call("keys", "generate")[1] for _ in range(2)]
    assert json.loads(keys[0])["kid"] != json.loads(keys[1])["kid"]
    assert SigningKeys.parse(keys[0]).jwks()["keys"][0]["kid"] == json.loads(keys[0])["kid"]


async def test_older_postgres_is_refused(new_database: NewDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    # No older one is at hand: this build is made to need a newer one.
    database = await new_database("old")
    monkeypatch.setattr(roles, "OLDEST_POSTGRES", 19)
    with pytest.raises(SetupError, match="PostgreSQL 19 or newer is needed; this one is 18"):
        await roles.ensure_roles(database.owner, None)


async def test_first_tenant_its_owner_and_the_audit_of_both(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    database = await prepared(await new_database("tenants"))
    token = await new_tenant(database, "acme", tmp_path)
    async with serving(database, tmp_path) as server:
        given = {"tenant": "acme", "email": "owner@acme.test", "password": "leadhub-demo"}
        assert (await server.anyone.refused("signIn", given))["code"] == "INVALID"
        owner = await join(server, token)
        viewer = (await owner.ok("{ viewer { role tenant { name } member { email } } }"))["viewer"]
        assert viewer == {"role": "OWNER", "tenant": {"name": "Acme"}, "member": {"email": "owner@acme.test"}}
        again = {"token": token, "name": "Somebody else", "password": PASSWORD}
        assert (await server.anyone.refused("acceptInvitation", again))["code"] in {"INVALID", "NOT_FOUND"}
        payload = await server.anyone.done("signIn", {**given, "password": PASSWORD}, "accessToken")
        owner = Caller(server.anyone.world, payload["accessToken"])
        await owner.done("createLead", {"lastName": "Lovelace"})
        server.process.send(signal.SIGKILL)

    async def verify(*options: str) -> tuple[int, str, str]:
        return await leadhub("audit", "verify", *options, cwd=tmp_path, **database.settings)

    [row] = await database.sql("select audit_seq, audit_hash from tenant_head")
    head = f"{row['audit_seq']}:{row['audit_hash'].hex()}"
    sound = (0, f"{row['audit_seq']} entries of 1 tenants follow from each other.", "")
    assert await verify() == sound
    assert await verify("--from", head) == sound
    status, _, error = await verify("--from", f"{row['audit_seq']}:{'00' * 32}")
    assert (status, len(error.splitlines())) == (1, 1)
    await database.sql("update audit_entry set action = 'lead.deleted' where seq = 2")
    status, out, error = await verify()
    assert (status, out, len(error.splitlines())) == (1, "", 1)
    assert error.startswith("leadhub: The audit is broken.")
    assert "acme" in error


async def test_tenant_that_cannot_be_is_refused_in_one_line(
    new_database: NewDatabase, tmp_path: Path
) -> None:
    database = await prepared(await new_database("refused"))
    await new_tenant(database, "acme", tmp_path)
    cases = {
        ("acme", "Acme", "owner@acme.test"): "There is a tenant 'acme' already.",
        ("Big Corp", "Big", "owner@big.test"): "A slug has 1 to 40 small letters",
        ("x" * 41, "Long", "owner@long.test"): "A slug has 1 to 40 small letters",
        ("big", "Big", "nobody"): "mail",
        ("big", " ", "owner@big.test"): "The tenant needs a name.",
        ("big", "B" * 201, "owner@big.test"): "200",
    }
    results = await asyncio.gather(
        *(
            leadhub(
                "tenant",
                "create",
                slug,
                "--name",
                name,
                "--owner-email",
                email,
                cwd=tmp_path,
                **database.settings,
            )
            for slug, name, email in cases
        )
    )
    for (status, out, error), expected in zip(results, cases.values(), strict=True):
        assert (status, out, len(error.splitlines())) == (1, "", 1), error
        assert expected in error
    assert len(await database.sql("select 1 from tenant")) == 1
