"""`python -m ops.stack up` and `down`; `just up` builds the image first."""

import re
import shutil
from pathlib import Path

import click

from leadhub import VERSION
from ops.stack.compose import Stack, need_engine
from ops.stack.folder import prepare
from ops.stack.owner import owner
from ops.upstream import point_at, serving

DEFAULTS = {
    "LEADHUB_HTTP": "127.0.0.1:80",
    "LEADHUB_HTTPS": "127.0.0.1:443",
    "LEADHUB_REPLICAS": "2",
    "LEADHUB_GRAPHIQL": "on",
    "COMPOSE_PROJECT_NAME": "leadhub",
}


class _Address(click.ParamType):
    """Where to listen, such as 127.0.0.1:8443."""

    name = "address:port"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not re.fullmatch(r"\d+(\.\d+){3}:\d{1,5}", value):
            self.fail("must be an address and a port, such as 127.0.0.1:8443", param, ctx)
        return value


ADDRESS = _Address()
_folder = click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=".stack",
    show_default=True,
    help="Where secrets, the certificate and choices are kept.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """LeadHub as production runs it, on this machine."""
    need_engine()


@cli.command()
def check() -> None:
    """Fails when there is no Docker to work with."""


@cli.command()
@_folder
@click.option("--image", default=f"leadhub:{VERSION}", show_default=True, help="What serves and works.")
@click.option("--http", type=ADDRESS, help="Where to listen for http  [default: 127.0.0.1:80].")
@click.option("--https", type=ADDRESS, help="Where to listen for https  [default: 127.0.0.1:443].")
@click.option("--replicas", type=click.IntRange(1, 20), help="Servers beside each other  [default: 2].")
@click.option("--project", metavar="NAME", help="Names the containers and volumes  [default: leadhub].")
@click.option("--monitoring", is_flag=True, help="Prometheus, Alertmanager and Grafana too.")
def up(folder: Path, image: str, monitoring: bool, **chosen: str | int | None) -> None:
    """Starts it, or brings it up to date; what was chosen before is remembered."""
    prepare(folder)
    stack = Stack(folder)
    colour = serving(stack.folder / "upstream") or "blue"
    stack.choose(**DEFAULTS | stack.variables | _variables(image, colour, chosen))
    stack.choose(LEADHUB_PUBLIC_URL=_address(stack.variables["LEADHUB_HTTPS"]))
    stack.need_ports()
    _start(stack, colour)
    if monitoring:
        click.echo("Starting Prometheus, Alertmanager and Grafana ...")
        stack("--profile", "monitoring", "up", "--detach", "--wait", "prometheus", "alertmanager", "grafana")
    click.echo(_welcome(stack, owner(stack)))


def _variables(image: str, colour: str, chosen: dict[str, str | int | None]) -> dict[str, str]:
    names = {
        name: "COMPOSE_PROJECT_NAME" if name == "project" else f"LEADHUB_{name.upper()}" for name in chosen
    }
    given = {names[name]: str(value) for name, value in chosen.items() if value is not None}
    return given | {"LEADHUB_IMAGE": image, f"LEADHUB_IMAGE_{colour.upper()}": image}


def _address(https: str) -> str:
    port = https.rpartition(":")[2]
    return "https://localhost" if port == "443" else f"https://localhost:{port}"


def _start(stack: Stack, colour: str) -> None:
    click.echo("Starting PostgreSQL ...")
    stack("up", "--detach", "--wait", "postgres")
    click.echo("Migrating ...")
    stack("run", "--rm", "--no-deps", "migrate")
    click.echo(f"Starting {stack.variables['LEADHUB_REPLICAS']} servers ({colour}) and a worker ...")
    stack("up", "--detach", "--no-deps", "--wait", colour, "worker")
    point_at(stack.folder / "upstream", colour)
    click.echo("Starting NGINX ...")
    stack("up", "--detach", "--no-deps", "--wait", "nginx")
    # Compose does not see that a mounted file has changed.
    stack("exec", "--no-TTY", "nginx", "nginx", "-s", "reload")


def _welcome(stack: Stack, who: dict[str, str]) -> str:
    address = stack.variables["LEADHUB_PUBLIC_URL"]
    sign_in = f'mutation {{ signIn(input: {{tenant: \\"{who["tenant"]}\\", email: \\"{who["email"]}\\", '
    sign_in += f'password: \\"{who["password"]}\\"}}) {{ accessToken }} }}'
    return f"""
LeadHub is up. Its certificate is signed by itself: {stack.folder}/certs/tls.crt

  GraphiQL   {address}/graphql
  Tenant     {who["tenant"]}
  Sign in    {who["email"]} with the password {who["password"]}

  curl -s --cacert {stack.folder}/certs/tls.crt {address}/graphql \\
    -H 'Content-Type: application/json' -d '{{"query": "{sign_in}"}}'

`just down` stops it and keeps the data.
"""


@cli.command()
@_folder
@click.option("--volumes", is_flag=True, help="Delete the database too, and all that was made for it.")
def down(folder: Path, volumes: bool) -> None:
    """Stops all of it. The data is kept, unless told otherwise."""
    stack = Stack(folder)
    if not stack.is_there:
        raise click.ClickException(f"Nothing was started from {folder}.")
    stack("--profile", "*", "down", "--remove-orphans", *(["--volumes"] if volumes else []))
    if volumes:
        shutil.rmtree(stack.folder)
        click.echo(f"Stopped and deleted, with {folder}.")
    else:
        click.echo("Stopped. The data is kept; `just up` finds it again.")


cli()
