"""One process with its own PostgreSQL, migrated and seeded, serving HTTP until Ctrl-C."""

import asyncio
import json
import socket
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from errno import EADDRINUSE
from pathlib import Path

import click
from aiohttp import web

from leadhub import graphiql
from leadhub.app import LENT
from leadhub.demo.people import PASSWORD, PEOPLE, TENANTS
from leadhub.demo.seed import is_seeded, seed
from leadhub.errors import SetupError
from leadhub.kit import migrations
from leadhub.kit.embedded import EmbeddedError, EmbeddedPostgres, remove
from leadhub.kit.tokens import generate_jwk
from leadhub.process import stop_signal
from leadhub.serve import serve
from leadhub.settings import Env, Settings, Switch, load
from leadhub.slices import MODEL_MODULES
from leadhub.worker import working

APP_ROLE = "leadhub_app"
KEY_FILE = "signing-key.json"
# Ctrl-C should not feel slow: what is on its way to a slow receiver by then goes out again at the next start.
FINISH_SECONDS = 2.0

_QUERY = "{ leads(first: 3) { totalCount nodes { number fullName stage { name } owner { name } } } }"


async def demo(*, port: int, folder: Path, fresh: bool, say: Callable[[str], None] = click.echo) -> None:
    """Runs until it is asked to end; everything that it started ends with it."""
    started = time.monotonic()
    _check_port(port)
    stopping = stop_signal()
    try:
        if fresh:
            remove(folder)  # first: it refuses a folder that LeadHub did not make, or that is in use
            (folder / KEY_FILE).unlink(missing_ok=True)
        postgres = EmbeddedPostgres(folder, say=say)
        cluster = await postgres.start()
    except EmbeddedError as error:
        raise SetupError(str(error)) from None
    try:
        owner_url, app_url = cluster.url(), cluster.url(APP_ROLE)
        await prepare(owner_url, app_url, say)
        settings = _settings(port, app_url, folder, say)

        def ready(address: str) -> None:
            if not graphiql.is_built():
                say(graphiql.HOW_TO_BUILD)
            say(_welcome(address, time.monotonic() - started))

        await _serve(settings, stopping, postgres, ready)
        say("Stopped. Your data is kept; `leadhub demo` finds it again.")
    finally:
        await postgres.stop()


async def _serve(
    settings: Settings, stopping: asyncio.Event, postgres: EmbeddedPostgres, ready: Callable[[str], None]
) -> None:
    """Until it is asked to end, or PostgreSQL cannot be kept alive."""
    try:
        async with asyncio.TaskGroup() as group:
            watch = group.create_task(postgres.supervise())
            await serve(settings, stopping, notice_seconds=0, on_ready=ready, beside=[_worker(settings)])
            watch.cancel()
    except* (SetupError, EmbeddedError) as problems:
        raise SetupError(str(problems.exceptions[0])) from None


def _worker(settings: Settings) -> Callable[[web.Application], AsyncIterator[None]]:
    """What `leadhub worker` does, on the server's pool."""

    async def run(app: web.Application) -> AsyncIterator[None]:
        async with working(app[LENT], settings, finish_seconds=FINISH_SECONDS):
            yield

    return run


def _check_port(port: int) -> None:
    """Before anything is started: a taken port is an error, and quickly."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            problem = (
                "is taken: stop what uses it, or" if error.errno == EADDRINUSE else "is not for you to use:"
            )
            raise SetupError(f"Port {port} {problem} name another with --port.") from None


async def prepare(owner_url: str, app_url: str | None, say: Callable[[str], None]) -> None:
    """Migrates a database, and fills an empty one with the demo data."""
    applied = await migrations.up(owner_url, MODEL_MODULES, app_url)
    if applied:
        say(f"Applied {len(applied)} migration{'s' if len(applied) > 1 else ''} ...")
    async with migrations.as_owner(owner_url, MODEL_MODULES):
        if not await is_seeded():
            say("Filling in two demo tenants with 250 leads each ...")
            await seed()


def _settings(port: int, app_url: str, folder: Path, say: Callable[[str], None]) -> Settings:
    chosen = load()
    metrics_port = chosen.metrics_port
    if metrics_port and _is_taken(metrics_port):
        metrics_port = _free_port()
        say(f"Port {chosen.metrics_port} is taken; metrics are on {metrics_port}.")
    return load(
        database_url=app_url,
        env=Env.DEVELOPMENT,
        host="127.0.0.1",
        port=port,
        public_url=f"http://127.0.0.1:{port}",
        metrics_port=metrics_port,
        signing_keys=_signing_key(folder),
        webhook_allow_loopback=Switch.ON,  # so that a receiver can be tried on this machine
        log_level="WARNING",
    )


def _signing_key(folder: Path) -> str:
    """The demo's own key, kept so that sessions outlive a restart."""
    path = folder / KEY_FILE
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(json.dumps(generate_jwk()))
    return path.read_text()


def _is_taken(port: int) -> bool:
    with socket.socket() as probe, suppress(OSError):
        probe.bind(("127.0.0.1", port))
        return False
    return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _welcome(address: str, seconds: float) -> str:
    people = ", ".join(f"{name}@" for name in PEOPLE)
    slugs = " and ".join(slug for slug, *_ in TENANTS)
    return f"""
LeadHub is ready after {seconds:.1f} s.

  GraphiQL   {address}/graphql
  Tenants    {slugs}
  Sign in    {people}
             at <tenant>.test with the password {PASSWORD}

Paste this into a terminal to sign in, or into GraphiQL without the curl:

  curl -s {address}/graphql -H 'Content-Type: application/json' -d '{{"query":
    "mutation {{ signIn(input: {{tenant: \\"acme\\", email: \\"owner@acme.test\\", password: \\"{PASSWORD}\\"}}) {{ accessToken }} }}"}}'

Then send this with the header `Authorization: Bearer <accessToken>`:

  {_QUERY}

Press Ctrl-C to stop.
"""
