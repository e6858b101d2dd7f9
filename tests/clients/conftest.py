"""Node with the clients beside it, and the SDKs as their recipes generate them."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from leadhub.schema import SDL_FILE
from tests.clients.running import HERE, ended, printed
from tests.npm import node_with

SDK = SDL_FILE.parent / "sdk"


@dataclass(frozen=True)
class TypeScript:
    """The TypeScript client as a package, and the compiler that built it."""

    node: str
    package: Path

    async def compile(self, project: Path) -> str:
        """Compiles a project that depends on the client; answers the compiler's complaints."""
        modules = project / "node_modules"
        modules.mkdir()
        (modules / "leadhub-client").symlink_to(self.package)
        (modules / "@types").symlink_to(self.package / "node_modules" / "@types")
        compiler = self.package / "node_modules" / "typescript" / "bin" / "tsc"
        return (await ended(self.node, compiler, cwd=project)).out


@pytest.fixture(scope="session")
def node() -> str:
    """Node, with the programs of this folder installed."""
    return node_with(HERE, "GraphQL clients")


@pytest.fixture(scope="session")
async def typescript() -> TypeScript:
    """The TypeScript SDK, generated and compiled."""
    package = SDK / "typescript"
    node = node_with(package, "the generator of the TypeScript client")
    await printed("npm", "run", "build", cwd=package)
    return TypeScript(node, package)


@pytest.fixture(scope="session")
async def python_sdk() -> Path:
    """The Python SDK, generated; the Python that can run it, in its folder."""
    folder = SDK / "python"
    python = folder / ".venv" / "bin" / "python"
    if not (python.parent / "ariadne-codegen").exists():
        pytest.skip(f"the Python client needs `just sdk-python`, on {sys.platform}")
    await printed(python, "-m", "ariadne_codegen", cwd=folder)
    return python
