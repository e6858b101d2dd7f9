"""What is applied to a cluster, as kustomize builds it, and what no schema says of it."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from leadhub.app import build_app
from leadhub.kit.tokens import generate_jwk
from leadhub.settings import Settings, load

TREE = Path(__file__).parents[2]
SECRETS = "/run/secrets/leadhub/"
Resource = dict[str, Any]


class Built(list[Resource]):
    """All resources of an overlay."""

    def of(self, *kinds: str) -> list[Resource]:
        return [resource for resource in self if resource["kind"] in kinds]

    def pods(self) -> list[Resource]:
        """The templates of pods."""
        return [resource["spec"]["template"] for resource in self.of("Deployment", "Job")]

    def containers(self) -> list[Resource]:
        return [container for pod in self.pods() for container in pod["spec"]["containers"]]


@pytest.fixture(scope="module", params=["staging", "production"])
def built(request: pytest.FixtureRequest) -> Built:
    command = ["kubectl", "kustomize", f"ops/kubernetes/{request.param}"]
    done = subprocess.run(command, cwd=TREE, capture_output=True, text=True, timeout=60, check=True)
    return Built(yaml.safe_load_all(done.stdout))


@pytest.fixture(scope="module")
def routes() -> set[str]:
    """What the server answers on its public port."""
    key = json.dumps(generate_jwk())
    app = build_app(load(database_url="postgres://leadhub_app@127.0.0.1/leadhub", signing_keys=key))
    return {resource.canonical for resource in app.router.resources()}


def test_nobody_is_root_or_writes_to_the_root_file_system_or_has_a_token(built: Built) -> None:
    assert len(built.pods()) == 3
    for pod in built.pods():
        spec = pod["spec"]
        assert spec["automountServiceAccountToken"] is False
        assert spec["securityContext"]["runAsNonRoot"] is True
        assert spec["securityContext"]["runAsUser"] > 0
        assert spec["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
        assert len(spec["containers"]) == 1  # base/hardened.yaml knows of one
        assert spec["containers"][0]["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }
    assert built.of("Role", "ClusterRole", "RoleBinding", "ClusterRoleBinding") == []


def test_every_container_has_limits_and_an_image_that_does_not_change(built: Built) -> None:
    for container in built.containers():
        for part in ("requests", "limits"):
            assert container["resources"][part].keys() == {"cpu", "memory"}
        assert container["image"].rpartition(":")[2] not in {"latest", "unset", container["image"]}


def test_probes_ask_what_is_there(built: Built, routes: set[str]) -> None:
    [server], [worker] = (
        [one for one in built.containers() if one["name"] == name] for name in ("server", "worker")
    )
    asked = {
        server[probe]["httpGet"]["path"] for probe in ("startupProbe", "livenessProbe", "readinessProbe")
    }
    assert asked == {"/healthz", "/readyz"}
    assert asked <= routes
    assert (
        server["livenessProbe"]["httpGet"]["path"] == "/healthz"
    )  # without the database a restart helps nobody
    assert {worker[probe]["httpGet"]["path"] for probe in ("startupProbe", "livenessProbe")} == {"/metrics"}


def test_all_that_is_public_is_let_in_and_nothing_else(built: Built, routes: set[str]) -> None:
    [ingress] = built.of("Ingress")
    let_in = {path["path"] for rule in ingress["spec"]["rules"] for path in rule["http"]["paths"]}
    assert let_in == {route.partition("{")[0] for route in routes} - {"/healthz", "/readyz"}


def chosen(selector: Resource, labels: Resource) -> bool:
    return selector.items() <= labels.items()


def selectors(built: Built) -> Iterator[tuple[str, Resource]]:
    """Who chooses pods, and how."""
    for resource in built.of("Deployment", "PodDisruptionBudget"):
        yield resource["metadata"]["name"], resource["spec"]["selector"]["matchLabels"]
    for service in built.of("Service"):
        yield service["metadata"]["name"], service["spec"]["selector"]
    for policy in built.of("NetworkPolicy"):
        yield policy["metadata"]["name"], policy["spec"]["podSelector"].get("matchLabels", {})


def test_every_selector_finds_pods_and_of_one_kind_where_it_is_named_after_one(built: Built) -> None:
    for name, selector in selectors(built):
        found = [
            pod["metadata"]["labels"] for pod in built.pods() if chosen(selector, pod["metadata"]["labels"])
        ]
        assert found, name
        if name in {"leadhub", "leadhub-worker"}:
            kind = "worker" if name == "leadhub-worker" else "server"
            assert [labels["app.kubernetes.io/component"] for labels in found] == [kind]


def test_prometheus_finds_both_by_the_names_that_the_alerts_use(built: Built) -> None:
    [monitor] = built.of("ServiceMonitor")
    [endpoint] = monitor["spec"]["endpoints"]
    wanted = monitor["spec"]["selector"]["matchLabels"]
    services = [one for one in built.of("Service") if chosen(wanted, one["metadata"]["labels"])]
    assert {service["metadata"]["name"] for service in services} == {"leadhub", "leadhub-worker"}
    for service in services:
        assert endpoint["port"] in {port["name"] for port in service["spec"]["ports"]}


def test_every_setting_is_one_and_every_secret_a_file_that_is_mounted(built: Built) -> None:
    known = {f"LEADHUB_{name.upper()}" for name in Settings.model_fields}
    [settings] = built.of("ConfigMap")
    assert settings["data"].keys() <= known
    keys = {
        secret["spec"]["target"]["name"]: {entry["secretKey"] for entry in secret["spec"]["data"]}
        for secret in built.of("ExternalSecret")
    }
    for pod in built.pods():
        [container], volumes = pod["spec"]["containers"], {one["name"]: one for one in pod["spec"]["volumes"]}
        [mount] = [one for one in container["volumeMounts"] if one["mountPath"] == SECRETS.rstrip("/")]
        held = keys[volumes[mount["name"]]["secret"]["secretName"]]
        for variable in container["env"]:
            assert variable["name"].removesuffix("_FILE") in known
            assert variable["value"].removeprefix(SECRETS) in held


def test_only_the_migration_is_given_the_owners_password(built: Built) -> None:
    holders = [pod for pod in built.pods() if "leadhub-owner" in str(pod["spec"]["volumes"])]
    assert [pod["spec"]["containers"][0]["name"] for pod in holders] == ["migrate"]


def test_nothing_goes_in_or_out_that_no_policy_allows(built: Built) -> None:
    [nothing] = [one for one in built.of("NetworkPolicy") if one["metadata"]["name"] == "leadhub-nothing"]
    assert nothing["spec"] == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}
