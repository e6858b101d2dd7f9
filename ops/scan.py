"""Looks for what attackers look for: in the code, in what it is built from, in what is committed, and in the image."""

import json
from collections.abc import Iterator

from ops.checks import FoundError, NotRunError, built_image, call, run, tool

# What Trivy ends with after a finding, so that it can be told from the 1 that it ends with when it cannot work.
FOUND = 3

# Of examples: passwords, and the trace that W3C shows. A password under its name is looked for in Python alone, by ruff
# (S105 to S107).
MADE_UP = r"^(user|password|secret|another-secret|development|weak|hunter2|p%2Fw|a%40b|4bf92f3577b34da6a3ce929d0e0e4736)$"
NOT_LOOKED_AT = (
    r"^migrations/models/",  # aerich keeps the models in each as a compressed blob
    r"^tests/edge/hostile/",  # requests as attackers send them, with tokens that nobody ever signed
)


def bandit() -> None:
    """What it leaves out is in pyproject.toml, with reasons."""
    tool("bandit", "--quiet", "--configfile", "pyproject.toml", "--recursive", "leadhub", "ops")


def pip_audit() -> None:
    """Asks whether a vulnerability is known of any version in constraints.txt, which has those of the image too."""
    command = ("pip-audit", "--disable-pip", "--no-deps", "--format", "json", "--progress-spinner", "off")
    done = call(*command, "--requirement", "constraints.txt")
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except ValueError:
        raise NotRunError("the advisories cannot be reached") from None
    unknown = [package["skip_reason"] for package in packages if "skip_reason" in package]
    if len(unknown) == len(packages):
        # Where it finds nothing at all it audits nothing, and ends with 0 all the same.
        raise NotRunError("the advisories cannot be reached")
    known = [
        f"{package['name']} {package['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none'}"
        for package in packages
        for fault in package.get("vulns", [])
    ]
    if known or unknown:
        raise FoundError("\n".join(known + unknown))


def detect_secrets() -> None:
    """Looks for keys, tokens and passwords in every committed file."""
    left_out = [word for pattern in NOT_LOOKED_AT for word in ("--exclude-files", pattern)]
    printed = tool(
        "detect-secrets", "scan", "--disable-plugin", "KeywordDetector",
        "--exclude-secrets", MADE_UP, *left_out,
    )  # fmt: skip
    found = "\n".join(_places(json.loads(printed)["results"]))
    if found:
        raise FoundError(found)


def _places(results: dict[str, list[dict[str, object]]]) -> Iterator[str]:
    for file, findings in results.items():
        for finding in findings:
            yield f"{file}:{finding['line_number']} {finding['type']}"


def trivy() -> None:
    """Looks for what can be mended in the image: known vulnerabilities that are serious, and secrets."""
    done = call(
        "trivy", "image", "--quiet", "--scanners", "vuln,secret", "--severity", "HIGH,CRITICAL",
        "--ignore-unfixed", "--exit-code", str(FOUND), built_image(),
    )  # fmt: skip
    if done.returncode == FOUND:
        raise FoundError(done.stdout)
    if done.returncode:
        raise NotRunError(done.stderr.strip().partition("\n")[0])


if __name__ == "__main__":
    run(bandit, pip_audit, detect_secrets, trivy)
