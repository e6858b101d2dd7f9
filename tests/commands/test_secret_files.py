"""Settings in files, as Docker and Kubernetes hand out secrets: `LEADHUB_X_FILE` for `LEADHUB_X`."""

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from leadhub.errors import SetupError
from leadhub.kit import migrations
from leadhub.settings import Settings, environment, load
from tests.commands.conftest import Database
from tests.commands.running import leadhub

NewDatabase = Callable[[str], Awaitable[Database]]


async def test_a_command_finds_its_secret_in_a_file(new_database: NewDatabase, tmp_path: Path) -> None:
    database = await new_database("secret-files")
    (tmp_path / "address").write_text(f"{database.owner}\n")
    status, out, _ = await leadhub("migrate", "status", cwd=tmp_path, OWNER_DATABASE_URL_FILE="address")
    assert (status, len(out.splitlines())) == (1, len(migrations.known()))  # all are pending


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_may_be_in_a_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"LEADHUB_{name.upper()}_FILE", "no/such/file")
    with pytest.raises(SetupError, match=rf"^LEADHUB_{name.upper()}_FILE: 'no/such/file' cannot be read "):
        load()


def test_only_the_newline_at_the_end_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADHUB_SIGNING_KEYS_FILE", str(tmp_path / "key"))
    for content, value in (("a", "a"), ("a\n", "a"), ("a\r\n", "a"), (" a \n\n", " a \n"), ("", "")):
        (tmp_path / "key").write_bytes(content.encode())
        assert load().signing_keys == value


def test_a_value_in_a_file_is_checked_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "port").write_text("http")
    monkeypatch.setenv("LEADHUB_PORT_FILE", str(tmp_path / "port"))
    with pytest.raises(SetupError, match=r"^LEADHUB_PORT: Input should be a valid integer"):
        load()


def test_a_setting_is_given_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "url").write_text("smtp://mail.example.com")
    monkeypatch.setenv("LEADHUB_SMTP_URL_FILE", str(tmp_path / "url"))
    monkeypatch.setenv("LEADHUB_SMTP_URL", "")
    with pytest.raises(SetupError) as caught:
        load()
    assert caught.value.message == "LEADHUB_SMTP_URL and LEADHUB_SMTP_URL_FILE are both set; set one of them."
    # What a child is given replaces either form.
    child = environment(smtp_url="smtp://other.example.com")
    assert child["LEADHUB_SMTP_URL"] == "smtp://other.example.com"
    assert "LEADHUB_SMTP_URL_FILE" not in child


def test_a_file_that_cannot_be_read_is_named_and_its_content_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "binary").write_bytes(b"hunter2\xff\xfe")
    (tmp_path / "folder").mkdir()
    reasons = {
        str(tmp_path / "missing"): "No such file or directory",
        str(tmp_path / "folder"): "Is a directory",
        str(tmp_path / "binary"): "it is not text in UTF-8",
        "": "Is a directory",
    }
    for path, reason in reasons.items():
        monkeypatch.setenv("LEADHUB_DATABASE_URL_FILE", path)
        with pytest.raises(SetupError) as caught:
            load()
        assert caught.value.message == f"LEADHUB_DATABASE_URL_FILE: {path!r} cannot be read ({reason})."
        assert caught.value.__suppress_context__  # the error of the codec holds the content
