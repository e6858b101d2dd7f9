"""Looks for faults in what is not Python: workflows, images, compose files, shell, NGINX and Kubernetes."""

import re
from pathlib import Path

from ops.checks import TREE, NotRunError, run, tool

SCHEMAS = {
    "github-workflows": (".github/workflows/*.yml",),
    "github-actions": (".github/actions/*/action.yml",),
    "dependabot": (".github/dependabot.yml",),
    "compose-spec": ("docker-compose.yml", "ops/compose/production.yml"),
}
OVERLAYS = ("staging", "production")
SHEBANG = re.compile(rb"#!.*\b(ba|da|)sh\b")


def files(*patterns: str) -> list[str]:
    """The files of the checkout that match; raises NotRunError where there are none."""
    found = sorted(str(path.relative_to(TREE)) for pattern in patterns for path in TREE.glob(pattern))
    if not found:
        raise NotRunError(f"there is no {' and no '.join(patterns)}")
    return found


def shell_scripts() -> list[str]:
    """The committed files whose first line names a shell."""
    committed = tool("git", "ls-files", "-z").split("\0")
    return [name for name in committed if (TREE / name).is_file() and SHEBANG.match(_first_line(TREE / name))]


def _first_line(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.readline(200)


def zizmor() -> None:
    tool("zizmor", "--offline", "--persona", "pedantic", "--quiet", ".github")


def actionlint() -> None:
    tool("actionlint", *files(".github/workflows/*.yml"))


def check_jsonschema() -> None:
    for name, patterns in SCHEMAS.items():
        tool("check-jsonschema", "--builtin-schema", f"vendor.{name}", *files(*patterns))


def hadolint() -> None:
    tool("hadolint", *files("Dockerfile", "ops/**/Dockerfile"))


def shellcheck() -> None:
    tool("shellcheck", *shell_scripts())


def gixy_ng() -> None:
    tool("gixy", "--disable-includes", "nginx.conf")


def kubernetes_validate() -> str:
    """Builds each overlay, and checks the resources against the API's schemas; says for which kinds there is none."""
    unknown = set[str]()
    for overlay in OVERLAYS:
        built = tool("kubectl", "kustomize", f"ops/kubernetes/{overlay}")
        said = tool("kubernetes-validate", "--strict", "--quiet", "-", given=built)
        unknown |= set(re.findall(r"^WARN .* kind (\w+) ", said, re.M))
    return f"without {', '.join(sorted(unknown))}, of which the API has no schema"


if __name__ == "__main__":
    run(zizmor, actionlint, check_jsonschema, hadolint, shellcheck, gixy_ng, kubernetes_validate)
