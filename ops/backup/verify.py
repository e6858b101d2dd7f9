"""Finds out whether a base backup still is what the server sent: every file by its size and SHA-256."""

import hashlib
import json
from pathlib import Path

from ops.backup.manifest import sha256_of
from ops.backup.problem import BackupProblem


def verify(base: Path) -> None:
    """Compares a base backup with its `backup_manifest`, whose format PostgreSQL's manual describes; raises
    BackupProblem. The log in it is not in the manifest: recovery checks each of its records."""
    try:
        text = (base / "backup_manifest").read_bytes()
        wrong = next(filter(None, (_fault(base, file) for file in _files(text))), None)
    except OSError as error:
        wrong = f"{error.filename} cannot be read: {error.strerror}"
    except (KeyError, ValueError):
        wrong = "its manifest is damaged"
    if wrong:
        raise BackupProblem(f"{base} is not what the server sent, {wrong}: use another base backup.")


def _files(text: bytes) -> list[dict[str, str | int]]:
    """The files that a manifest names, once it is known to be whole: its last line is the checksum of those before."""
    manifest = json.loads(text)
    before = text[: text.rstrip().rindex(b"\n") + 1]
    if hashlib.sha256(before).hexdigest() != manifest["Manifest-Checksum"]:
        raise ValueError
    files: list[dict[str, str | int]] = manifest["Files"]
    return files


def _fault(base: Path, file: dict[str, str | int]) -> str | None:
    path = base / (
        bytes.fromhex(str(file["Encoded-Path"])).decode() if "Encoded-Path" in file else str(file["Path"])
    )
    if path.stat().st_size != file["Size"]:
        return f"{path.relative_to(base)} has another size"
    if sha256_of(path) != file["Checksum"]:
        return f"{path.relative_to(base)} has other content"
    return None
