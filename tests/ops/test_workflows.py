"""What the pipeline may do, and that it does what a desk can do. What is written well is for zizmor and actionlint to say."""

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import yaml

TREE = Path(__file__).parents[2]
WORKFLOWS = {
    path.stem: yaml.safe_load(path.read_text()) for path in (TREE / ".github/workflows").glob("*.yml")
}
# Where the settings of a machine are is not for a recipe to know.
NO_RECIPE = 'ln --symbolic --force "/etc/leadhub/$ENVIRONMENT.env" ops/env/'


def jobs() -> list[tuple[str, dict[str, Any]]]:
    return [
        (f"{name}.{job}", found) for name, flow in WORKFLOWS.items() for job, found in flow["jobs"].items()
    ]


def test_steps_call_recipes_that_there_are() -> None:
    listed = subprocess.run(["just", "--summary"], cwd=TREE, capture_output=True, text=True, check=True)
    steps = [step["run"] for _, job in jobs() for step in job.get("steps", []) if "run" in step]
    called = [re.match(r"just ([\w-]+)", step) for step in steps if step != NO_RECIPE]
    assert None not in called
    assert {found[1] for found in called if found} - set(listed.stdout.split()) == set()


def test_every_supported_python_is_tested() -> None:
    classifiers = tomllib.loads((TREE / "pyproject.toml").read_text())["project"]["classifiers"]
    supported = [found[1] for line in classifiers if (found := re.search(r"Python :: (3\.\d+)$", line))]
    assert WORKFLOWS["ci"]["jobs"]["test"]["strategy"]["matrix"]["python"] == supported


def test_only_who_publishes_may_write() -> None:
    writing = {name for name, job in jobs() if "write" in job.get("permissions", {}).values()}
    assert writing == {"deploy.publish"}
    assert all(flow["permissions"] == {} for flow in WORKFLOWS.values())


def test_nothing_is_published_untested_or_deployed_unpublished() -> None:
    deploy = WORKFLOWS["deploy"]["jobs"]
    assert deploy["ci"]["uses"] == "./.github/workflows/ci.yml"
    assert deploy["publish"]["needs"] == "ci"
    assert deploy["deploy"]["needs"] == "publish"
    assert deploy["deploy"]["environment"] == "${{ needs.publish.outputs.environment }}"


def test_every_job_ends() -> None:
    assert [name for name, job in jobs() if "uses" not in job and "timeout-minutes" not in job] == []
