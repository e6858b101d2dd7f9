"""Prepares a database for development: `python -m leadhub.demo.fill` migrates LEADHUB_OWNER_DATABASE_URL, and fills an
empty one with the demo data."""

import asyncio
import sys

import click

from leadhub.demo.run import prepare
from leadhub.errors import LeadHubError, SetupError
from leadhub.settings import Env, load


def main() -> None:
    """Exit status 1, and one line, when it cannot be done."""
    try:
        settings = load()
        # Everybody can read the demo's passwords.
        if settings.env is not Env.DEVELOPMENT:
            raise SetupError(f"The demo data is for development, and LEADHUB_ENV is {settings.env}.")
        asyncio.run(prepare(settings.need("owner_database_url"), settings.database_url, click.echo))
    except LeadHubError as error:
        click.echo(f"leadhub: {error.message}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
