"""What a wheel carries besides the package: what is beside it in a checkout, and GraphiQL if it is built."""

from collections.abc import Iterator
from pathlib import Path

from setuptools.command.build_py import build_py

# Where it lies in a checkout: where the package looks for it once it is installed.
_MAPPED = {
    "migrations/models/*.py": "migrations/models",
    "schema/operations/*.graphql": "documents",
    "ops/graphiql/dist/*": "assets",
}


class BuildPackage(build_py):
    """setuptools' own step, and the mapped files after it; an editable install reads them where they are."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for source, target in self._mapped():
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                self.copy_file(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *(target for _, target in self._mapped())]

    def get_source_files(self) -> list[str]:
        return [*super().get_source_files(), "ops/wheel.py", *(source for source, _ in self._mapped())]

    def _mapped(self) -> Iterator[tuple[str, str]]:
        for pattern, folder in _MAPPED.items():
            for path in sorted(Path().glob(pattern)):
                yield str(path), str(Path(self.build_lib, "leadhub", folder, path.name))
