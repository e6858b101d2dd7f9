"""Lends an embedded PostgreSQL to one command: `python -m leadhub.demo.lend [--data DIR] COMMAND...`.

Without DIR it is a throw-away one that holds every migration: what a new migration is compared with.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from leadhub.demo.run import APP_ROLE
from leadhub.errors import LeadHubError, SetupError
from leadhub.kit import migrations
from leadhub.kit.embedded import Cluster, EmbeddedError, EmbeddedPostgres, remove
from leadhub.settings import environment
from leadhub.slices import MODEL_MODULES


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.option("--data", type=click.Path(file_okay=False, path_type=Path), help="The demo's folder.")
@click.argument("command", nargs=-1, required=True, type=click.UNPROCESSED)
def main(data: Path | None, command: tuple[str, ...]) -> None:
    """Runs COMMAND with the addresses of an embedded PostgreSQL in its environment."""
    try:
        with _folder(data) as folder:
            sys.exit(asyncio.run(_lend(folder, command, is_new=data is None)))
    except LeadHubError as error:
        click.echo(f"leadhub: {error.message}", err=True)
        sys.exit(1)


@contextmanager
def _folder(data: Path | None) -> Iterator[Path]:
    if data is not None:
        yield data
        return
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(parent, "database")
        yield folder
        remove(folder)


async def _lend(folder: Path, command: tuple[str, ...], *, is_new: bool) -> int:
    postgres = EmbeddedPostgres(folder, say=lambda line: click.echo(line, err=True))
    try:
        cluster = await postgres.start()
    except EmbeddedError as error:
        raise SetupError(str(error)) from None
    try:
        if is_new:
            await migrations.up(cluster.url(), MODEL_MODULES, cluster.url(APP_ROLE))
        return await _run(command, cluster)
    finally:
        await postgres.stop()


async def _run(command: tuple[str, ...], cluster: Cluster) -> int:
    env = environment(owner_database_url=cluster.url(), database_url=cluster.url(APP_ROLE))
    process = await asyncio.create_subprocess_exec(*command, env=env)
    return await process.wait()


if __name__ == "__main__":
    main()
