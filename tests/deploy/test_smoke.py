"""The file that says who signs in to try a version out."""

import json
from pathlib import Path

import pytest

from ops.deploy.errors import DeployError
from ops.deploy.settings import Settings, read
from ops.deploy.smoke import member

WHO = {"tenant": "smoke", "email": "smoke@example.com", "password": "correct horse battery"}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read("staging", {"LEADHUB_FOLDER": str(tmp_path)})


def keep(settings: Settings, text: str, mode: int = 0o600) -> None:
    settings.member.touch(mode)
    settings.member.chmod(mode)
    settings.member.write_text(text)


def test_who_signs_in_is_read_from_a_file_of_the_operators_own(settings: Settings) -> None:
    keep(settings, json.dumps(WHO))
    assert member(settings) == WHO


def test_a_password_that_others_can_read_is_refused(settings: Settings) -> None:
    keep(settings, json.dumps(WHO), 0o640)
    with pytest.raises(DeployError, match="chmod 600"):
        member(settings)


@pytest.mark.parametrize("text", ["", "[]", '{"tenant": "smoke"}', json.dumps(WHO | {"role": "OWNER"})])
def test_a_file_with_anything_else_is_refused(settings: Settings, text: str) -> None:
    keep(settings, text)
    with pytest.raises(DeployError, match=r"smoke\.json"):
        member(settings)


def test_a_file_that_is_not_there_is_named(settings: Settings) -> None:
    with pytest.raises(DeployError, match=r"smoke\.json cannot be read"):
        member(settings)
