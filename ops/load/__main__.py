"""`just load`: load on a server of this machine, for a time, and the figures. Exit status 1 when anything was lost."""

import asyncio
import json
import sys
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import click

from ops.load.client import Client, NotSignedIn, session, trust
from ops.load.load import Load


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("url")
@click.option("--member", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Who signs in: a file with {tenant, email, password}. Their tenant gets many leads.")  # fmt: skip
@click.option(
    "--certificate",
    type=click.Path(exists=True, dir_okay=False),
    help="Of the server, when nobody else signed it.",
)
@click.option("--seconds", type=click.IntRange(1, 600), default=30, show_default=True, help="For how long.")
@click.option("--rate", type=click.IntRange(1, 80), default=20, show_default=True, help="Requests a second.")
@click.option(
    "--sockets", type=click.IntRange(0, 500), default=50, show_default=True, help="WebSockets beside them."
)
def main(url: str, member: Path, certificate: str | None, seconds: int, rate: int, sockets: int) -> None:
    """Loads the server at URL, which is one of this machine, such as https://localhost."""
    if not _is_here(url):
        raise click.BadParameter("load is for servers of this machine: localhost, or a loopback address.")
    who = json.loads(member.read_text())
    try:
        clean = asyncio.run(_load(url, who, certificate, seconds, rate, sockets))
    except NotSignedIn as refusal:
        raise click.ClickException(f"Cannot sign in: {refusal}") from None
    sys.exit(0 if clean else 1)


async def _load(
    url: str, member: dict[str, str], certificate: str | None, seconds: int, rate: int, sockets: int
) -> bool:
    trusting = trust(certificate)
    async with session(trusting) as http:
        client, stopping = Client(http, trusting, url.rstrip("/")), asyncio.Event()
        await client.sign_in(member)
        asyncio.get_running_loop().call_later(seconds, stopping.set)
        await Load(client, rate=rate, sockets=sockets).run(stopping)
    click.echo(client.figures.told())
    return client.figures.is_clean


def _is_here(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


if __name__ == "__main__":
    main()
