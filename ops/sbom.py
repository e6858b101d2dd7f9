"""Writes what LeadHub is made of into dist/, as CycloneDX: the locked packages, and all that is in the image."""

from ops.checks import TREE, built_image, run, tool

DIST = TREE / "dist"


def cyclonedx() -> None:
    """dist/packages.cdx.json, the same for the same lock, and valid by CycloneDX's own schema."""
    DIST.mkdir(exist_ok=True)
    tool(
        "cyclonedx-py", "requirements", "ops/requirements.lock", "--pyproject", "pyproject.toml",
        "--output-reproducible", "--validate", "--output-file", "dist/packages.cdx.json",
    )  # fmt: skip


def trivy() -> None:
    """dist/image.cdx.json: the same, and the system below."""
    DIST.mkdir(exist_ok=True)
    tool(
        "trivy", "image", "--quiet", "--format", "cyclonedx", "--output", "dist/image.cdx.json", built_image()
    )


if __name__ == "__main__":
    run(cyclonedx, trivy)
