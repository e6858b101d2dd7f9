"""`just up`: a stack as production runs it, from nothing to a sign-in; how its parts are kept apart."""

import json
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.commands.running import free_port
from tests.containers.docker import docker, eventually, need_images
from tests.containers.stack import TREE, Stack

pytestmark = pytest.mark.containers

SERVICES = ("nginx", "blue", "worker", "postgres")


def inspected(stack: Stack, service: str) -> Any:
    [*found] = json.loads(docker("inspect", *stack.containers(service)))
    return found


def test_up_prints_what_signs_in_and_it_does_by_http_2(stack: Stack) -> None:
    [email, password] = re.findall(r"Sign in    (\S+) with the password (\S+)", stack.said)[0]
    sign_in = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken } }"
    given = {"tenant": "acme", "email": email, "password": password}
    with stack.http() as client:
        answer = client.post("/graphql", json={"query": sign_in, "variables": {"input": given}})
        assert answer.http_version == "HTTP/2"
        bearer = {"Authorization": f"Bearer {answer.json()['data']['signIn']['accessToken']}"}
        answer = client.post("/graphql", json={"query": "{ viewer { member { role } } }"}, headers=bearer)
        assert answer.json()["data"] == {"viewer": {"member": {"role": "OWNER"}}}


def test_up_again_changes_nothing(stack: Stack, image: str) -> None:
    before = {service: stack.containers(service) for service in SERVICES}
    assert stack.said.splitlines()[-8:] == stack.up("--image", image).splitlines()[-8:]
    assert {service: stack.containers(service) for service in SERVICES} == before
    assert len(before["blue"]) == 2


def test_secrets_are_for_their_owner_alone(stack: Stack) -> None:
    assert stack.folder.stat().st_mode & 0o077 == 0
    passwords = [
        (stack.folder / "secrets" / name).read_text() for name in ("postgres-password", "database-url")
    ]
    for service in SERVICES:
        whole = json.dumps(inspected(stack, service))
        assert not any(password in whole for password in passwords)


@pytest.mark.parametrize("service", SERVICES)
def test_containers_may_do_little_and_take_so_much(stack: Stack, service: str) -> None:
    for container in inspected(stack, service):
        host = container["HostConfig"]
        assert container["Config"]["User"] not in {"", "0", "root"}
        assert host["ReadonlyRootfs"]
        assert host["CapDrop"] == ["ALL"]
        assert host["SecurityOpt"] == ["no-new-privileges:true"]
        assert host["Memory"] > 0
        assert host["NanoCpus"] > 0
        assert host["PidsLimit"] > 0
        assert host["RestartPolicy"]["Name"] == "unless-stopped"
        assert container["State"]["Health"]["Status"] == "healthy"


def test_who_serves_the_public_cannot_reach_the_database(stack: Stack) -> None:
    networks = {
        service: {name.rpartition("_")[2] for name in inspected(stack, service)[0]["NetworkSettings"]["Networks"]}
        for service in SERVICES
    }  # fmt: skip
    assert networks["nginx"] == {"edge"}
    assert networks["postgres"] == {"data"}
    assert networks["worker"] == {"data", "watch"}
    assert networks["blue"] == {"edge", "data", "watch"}
    [*names] = inspected(stack, "postgres")[0]["NetworkSettings"]["Networks"]
    assert docker("network", "inspect", "--format", "{{.Internal}}", *names) == "true"
    for service in SERVICES[1:]:
        for ports in [container["NetworkSettings"]["Ports"] for container in inspected(stack, service)]:
            assert not any(ports.values())  # published by NGINX alone


def test_every_part_of_compose_is_well_formed(stack: Stack) -> None:
    services = stack.compose("--profile", "*", "config", "--services").split()
    assert {"blue", "green", "migrate", "prometheus", "alertmanager", "grafana"} <= set(services)
    docker("compose", "--file", str(TREE / "docker-compose.yml"), "config", "--quiet")


def test_a_taken_port_is_told_before_anything_starts(stack: Stack) -> None:
    port = stack.url.rpartition(":")[2]
    folder = stack.folder.parent / "second"
    words = ["up", "--folder", folder, "--project", "leadhub-tests-second", "--https", f"127.0.0.1:{port}"]
    done = subprocess.run(
        [sys.executable, "-m", "ops.stack", *words, "--http", f"127.0.0.1:{free_port()}"],
        cwd=TREE, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"Error: Port {port} on 127.0.0.1 is taken. Stop what uses it, or name other ports: "
        "just up --http 127.0.0.1:8080 --https 127.0.0.1:8443\n"
    )


@pytest.fixture
def prometheus(stack: Stack, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a Prometheus of the monitoring profile."""
    need_images("prom/prometheus:v3.5.0", "prom/alertmanager:v0.28.1")
    port = free_port()
    monkeypatch.setenv("LEADHUB_PROMETHEUS", f"127.0.0.1:{port}")
    parts = ("prometheus", "alertmanager")  # Grafana only draws
    stack.compose("--profile", "monitoring", "up", "--detach", *parts)
    yield f"http://127.0.0.1:{port}"
    stack.compose("--profile", "monitoring", "rm", "--stop", "--force", *parts)


def _told(prometheus: str, path: str, **parameters: str) -> Any:
    """What its API answers; nothing while it starts."""
    url = f"{prometheus}/api/v1/{path}?{urlencode(parameters)}"
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310
            return json.load(answer)["data"]
    except OSError:
        return {"result": [], "activeAlertmanagers": []}


def _values(prometheus: str, expression: str) -> list[float]:
    return [float(one["value"][1]) for one in _told(prometheus, "query", query=expression)["result"]]


def test_prometheus_sees_every_server_and_worker_and_tells_alertmanager(
    stack: Stack, prometheus: str
) -> None:
    stack.ask("{ viewer { scopes } }", token=stack.key)
    eventually(lambda: _values(prometheus, 'up{job="leadhub"}') == [1, 1], within=90)
    eventually(lambda: _values(prometheus, 'up{job="leadhub-worker"}') == [1], within=90)
    eventually(lambda: sum(_values(prometheus, "leadhub_requests_total")) > 0, within=90)
    eventually(lambda: len(_told(prometheus, "alertmanagers")["activeAlertmanagers"]) == 1, within=90)
