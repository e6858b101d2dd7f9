"""The commands. Exit status 0 on success, 2 on wrong usage, 1 on failure with one line that says what to do.

Each imports what it needs when it runs: building the schema costs a second that `--help` need not wait for.
"""

import asyncio
import sys
from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import click
import orjson

from leadhub import VERSION
from leadhub.errors import LeadHubError
from leadhub.kit import logs
from leadhub.settings import Env, load


def _run(work: Coroutine[Any, Any, Any]) -> Any:
    """Runs to the end on uvloop, where there is one."""
    try:
        import uvloop
    except ImportError:
        return asyncio.run(work)
    return uvloop.run(work)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="leadhub")
def cli() -> None:
    """LeadHub: a multi-tenant GraphQL API for sales leads."""


@cli.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="For HTTP.")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    default=".leadhub",
    show_default=True,
    help="Where the data is kept.",
)
@click.option("--fresh", is_flag=True, help="Delete what an earlier demo kept there, and begin anew.")
def demo(port: int, data: Path, fresh: bool) -> None:
    """Everything in one process: its own PostgreSQL, two tenants with leads, the server and the worker."""
    from leadhub.demo.run import demo as run

    logs.configure("WARNING", json=False)
    _run(run(port=port, folder=data, fresh=fresh))


@cli.command()
def serve() -> None:
    """The HTTP server alone, on LEADHUB_DATABASE_URL."""
    from leadhub.process import stop_signal
    from leadhub.serve import serve as run

    settings = load()
    logs.configure(settings.log_level, json=settings.env is not Env.DEVELOPMENT)

    async def work() -> None:
        await run(settings, stop_signal())

    _run(work())


@cli.command()
def worker() -> None:
    """The background worker alone, on LEADHUB_DATABASE_URL; any number of them may run."""
    from leadhub.process import stop_signal
    from leadhub.worker import run_worker

    settings = load()
    logs.configure(settings.log_level, json=settings.env is not Env.DEVELOPMENT)

    async def work() -> None:
        await run_worker(settings, stop_signal())

    _run(work())


@cli.group()
def migrate() -> None:
    """Migrations, as the owner role in LEADHUB_OWNER_DATABASE_URL."""


@migrate.command()
def up() -> None:
    """Applies what is pending; makes the database roles on the first run."""
    from leadhub.kit import migrations
    from leadhub.slices import MODEL_MODULES

    settings = load()
    logins = settings.database_url, settings.backup_database_url
    applied = _run(migrations.up(settings.need("owner_database_url"), MODEL_MODULES, *logins))
    click.echo("\n".join(f"applied {name}" for name in applied) or "Nothing to apply.")


@migrate.command()
@click.option(
    "--delete-data", is_flag=True, help="In production: what the migration brought goes with its data."
)
def down(delete_data: bool) -> None:
    """Takes the newest migration back, and the data in what it brought."""
    from leadhub.kit import migrations
    from leadhub.slices import MODEL_MODULES

    settings = load()
    owner_url = settings.need("owner_database_url")
    if settings.is_production and not delete_data:
        raise LeadHubError(
            "This is production. Going back to the build before needs no `down`: it runs on the newer database. "
            "To delete what the newest migration brought, data included, say --delete-data."
        )
    taken = _run(migrations.down(owner_url, MODEL_MODULES))
    click.echo("\n".join(f"took back {name}" for name in taken) or "Nothing to take back.")


@migrate.command()
def status() -> None:
    """Lists migrations; exit status 1 when the database is behind."""
    from leadhub.kit import migrations
    from leadhub.slices import MODEL_MODULES

    found = _run(migrations.status_of(load().need("owner_database_url"), MODEL_MODULES))
    for label in ("applied", "pending", "unknown"):
        for name in getattr(found, label):
            click.echo(f"{label:8} {name}")
    if found.pending:
        raise LeadHubError("The database is behind: run `leadhub migrate up`.")


@migrate.command()
@click.argument("name")
@click.option("--tenant-table", multiple=True, help="A new table of tenants: gets row security and keys.")
def make(name: str, tenant_table: tuple[str, ...]) -> None:
    """Writes a migration from what changed in the models."""
    from leadhub.kit import migrations
    from leadhub.slices import MODEL_MODULES

    made = _run(migrations.make(load().need("owner_database_url"), MODEL_MODULES, name, list(tenant_table)))
    click.echo(f"wrote {made}" if made else "No changes in the models.")


@cli.group()
def tenant() -> None:
    """Tenants."""


@tenant.command()
@click.argument("slug")
@click.option("--name", required=True, help="The company's name.")
@click.option("--owner-email", required=True, help="Who owns it.")
def create(slug: str, name: str, owner_email: str) -> None:
    """Makes a tenant; prints a one-time token with which its owner sets a password."""
    from leadhub.kit import migrations
    from leadhub.provision import create_first_tenant
    from leadhub.slices import MODEL_MODULES

    async def work() -> str:
        owner_url = load().need("owner_database_url")
        async with migrations.as_owner(owner_url, MODEL_MODULES), migrations.alone():
            return await create_first_tenant(slug, name, owner_email)

    token = _run(work())
    click.echo(
        f"Tenant {slug} is there. Its owner sets a password within 7 days with this token, once:\n\n  {token}\n"
    )
    click.echo(
        'mutation { acceptInvitation(input: {token: "...", name: "...", password: "..."}) '
        "{ accessToken userErrors { message } } }"
    )


@cli.group()
def schema() -> None:
    """The published GraphQL schema."""


@schema.command()
@click.option("--check", is_flag=True, help="Write nothing; exit status 1 when the file is not up to date.")
def export(check: bool) -> None:
    """Writes schema/leadhub.graphql."""
    from leadhub.schema import SDL_FILE, sdl

    current = sdl()
    if check:
        if not SDL_FILE.exists() or SDL_FILE.read_text() != current:
            raise LeadHubError("schema/leadhub.graphql is not up to date: run `just schema`.")
        return
    SDL_FILE.parent.mkdir(exist_ok=True)
    SDL_FILE.write_text(current)
    click.echo(f"wrote {SDL_FILE}")


@cli.group()
def keys() -> None:
    """Keys that sign access tokens."""


@keys.command()
def generate() -> None:
    """Prints a new key for LEADHUB_SIGNING_KEYS."""
    from leadhub.kit.tokens import generate_jwk

    click.echo(orjson.dumps(generate_jwk()).decode())


@cli.group()
def audit() -> None:
    """The audit."""


@audit.command()
@click.option(
    "--from", "head", metavar="HEAD", help="A head from the log, as seq:hash, that must still be there."
)
def verify(head: str | None) -> None:
    """Checks every tenant's audit chain, as the owner role."""
    from leadhub.audit.verify import read_head
    from leadhub.audit.verify import verify as check
    from leadhub.kit import migrations
    from leadhub.slices import MODEL_MODULES

    try:
        known = read_head(head) if head else None
    except ValueError:
        raise click.BadParameter("a head looks like 1234:9f86d0...", param_hint="--from") from None

    async def work() -> Any:
        async with migrations.as_owner(load().need("owner_database_url"), MODEL_MODULES):
            return await check(known)

    verdict = _run(work())
    if verdict.faults:
        raise LeadHubError("The audit is broken. " + "; ".join(verdict.faults) + ".")
    click.echo(f"{verdict.entries} entries of {verdict.tenants} tenants follow from each other.")


def main() -> None:
    """The console script."""
    try:
        cli(standalone_mode=True)
    except LeadHubError as error:
        # One line, though PostgreSQL adds some of its own.
        click.echo(f"leadhub: {' '.join(error.message.split())}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
