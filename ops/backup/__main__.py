"""The commands behind `just backup`, `just restore` and those for base backups and replicas: `python -m ops.backup`.

Exit status 0 on success, 2 on wrong usage, 1 on failure with one line on stderr that says what to do.
"""

import sys
from pathlib import Path

import click

from ops.backup.base import back_up_cluster, receive_log
from ops.backup.dump import back_up
from ops.backup.manifest import checked
from ops.backup.problem import BackupProblem
from ops.backup.recover import recover_to
from ops.backup.replica import make_replica
from ops.backup.replica import promote as make_primary
from ops.backup.restore import restore as bring_back
from ops.environment import EnvironmentProblem, read_environment


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Backups of the database of an environment, ENV, as described in ops/env/ENV.env."""


@cli.command()
@click.argument("env")
@click.option("--allow-empty", is_flag=True, help="Also when no tenant is in it.")
def dump(env: str, allow_empty: bool) -> None:
    """Dumps the database, compares the dump with it, and removes the oldest dumps."""
    made = back_up(read_environment(env), allow_empty=allow_empty)
    manifest = checked(made)
    click.echo(
        f"{made}: {manifest.rows} rows of {manifest.tenants} tenants, {manifest.size / 1e6:.1f} MB, all compared."
    )


@cli.command()
@click.argument("env")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Delete what LeadHub has in the database first.")
def restore(env: str, file: Path, replace: bool) -> None:
    """Fills an empty database with the dump FILE, and compares every table before it is committed."""
    manifest = bring_back(read_environment(env), file, replace=replace)
    click.echo(
        f"{manifest.rows} rows of {manifest.tenants} tenants in {len(manifest.tables)} tables are back, all compared."
    )


@cli.command()
@click.argument("env")
def base(env: str) -> None:
    """Copies the whole cluster, as what recovery begins with."""
    click.echo(f"{back_up_cluster(read_environment(env))}: verified.")


@cli.command()
@click.argument("env")
def receive(env: str) -> None:
    """Receives the write-ahead log until it is stopped; to be kept running."""
    receive_log(read_environment(env))


@cli.command()
@click.argument("env")
@click.argument("until")
@click.argument("folder", type=click.Path(path_type=Path))
def recover(env: str, until: str, folder: Path) -> None:
    """Makes FOLDER, a data folder that recovers to UNTIL: a time, name:POINT, or latest."""
    made_of = recover_to(read_environment(env), until, folder)
    click.echo(f"{folder} is made of {made_of.name}: start PostgreSQL on it, and it recovers to {until}.")


@cli.command()
@click.argument("env")
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("name", default="replica")
def replica(env: str, folder: Path, name: str) -> None:
    """Makes FOLDER, a data folder that follows the primary as NAME."""
    make_replica(read_environment(env), folder, name)
    click.echo(f"{folder} is ready: start PostgreSQL on it, and it follows the primary as {name}.")


@cli.command()
@click.argument("env")
def promote(env: str) -> None:
    """Makes the replica the primary, when the primary is gone."""
    now = make_primary(read_environment(env))
    click.echo(
        f"{now['server']} is the primary. Its last commit is of {now['last_commit']}, at {now['replayed']}."
    )


def main() -> None:
    try:
        cli()
    except (BackupProblem, EnvironmentProblem) as problem:
        click.echo(f"backup: {' '.join(str(problem).split())}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
