"""What an environment remembers between deploys, and the lock that lets one of them begin."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ops.deploy.errors import DeployError
from ops.deploy.state import Colour, State, Underway, load, locked, save

HOLDS = """
import sys, time
from pathlib import Path
from ops.deploy.state import locked
with locked(Path(sys.argv[1]), "deploy staging"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_nothing_is_live_before_the_first_deploy_and_blue_is_first(tmp_path: Path) -> None:
    assert load(tmp_path) == State()
    assert load(tmp_path).idle is Colour.BLUE


def test_the_next_version_gets_the_colour_that_does_not_serve() -> None:
    assert State(live=Colour.BLUE).idle is Colour.GREEN
    assert State(live=Colour.GREEN).idle is Colour.BLUE


def test_state_is_what_was_kept(tmp_path: Path) -> None:
    kept = State(Colour.GREEN, "sha256:new", previous="sha256:old", underway=Underway.DEPLOY)
    save(tmp_path, kept)
    assert load(tmp_path) == kept
    save(tmp_path, State(Colour.BLUE, "sha256:new"))
    assert load(tmp_path) == State(Colour.BLUE, "sha256:new")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"live": "red", "image": null, "previous": null, "underway": null}',
        '{"live": null, "more": 1}',
    ],
)
def test_state_that_makes_no_sense_stops_a_deploy(tmp_path: Path, text: str) -> None:
    (tmp_path / "state.json").write_text(text)
    with pytest.raises(DeployError, match=r"state\.json cannot be read"):
        load(tmp_path)


def test_a_second_deploy_is_told_who_is_at_it_and_a_killed_one_is_in_nobodys_way(tmp_path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    with holder.stdout:
        assert holder.stdout.readline() == "held\n"
    with (
        pytest.raises(DeployError, match=f"deploy staging, process {holder.pid}"),
        locked(tmp_path, "rollback"),
    ):
        pass
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with locked(tmp_path, "rollback"):
        pass
