"""The files that tell NGINX who serves."""

from pathlib import Path

from ops.upstream import point_at, serving, try_out


def test_a_version_on_trial_has_the_other_colour_behind_it_until_it_serves_alone(tmp_path: Path) -> None:
    assert serving(tmp_path) is None
    point_at(tmp_path, "blue")
    assert serving(tmp_path) == "blue"
    try_out(tmp_path, "green", spare="blue")
    assert serving(tmp_path) == "green"
    assert "server blue:8000 max_fails=0 backup;" in (tmp_path / "leadhub.conf").read_text()
    assert "non_idempotent" in (tmp_path / "leadhub.repeat").read_text()
    point_at(tmp_path, "green")
    assert "blue" not in (tmp_path / "leadhub.conf").read_text()
    assert [path.name for path in tmp_path.iterdir()] == ["leadhub.conf"]
