import asyncio
import json
import logging
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import pytest
import structlog
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadhub.kit import logs

log = structlog.get_logger("leadhub.test")


class Failing:
    def __repr__(self):
        raise RuntimeError("no repr")

    __str__ = __repr__


class Role(StrEnum):
    OWNER = "owner"


@pytest.fixture(autouse=True)
def restored_logging():
    root, tortoise = logging.getLogger(), logging.getLogger("tortoise")
    levels = root.level, tortoise.level
    yield
    root.setLevel(levels[0])
    tortoise.setLevel(levels[1])
    # By its kind: pytest puts its own handlers in and out around every phase of a test.
    root.handlers[:] = [
        handler for handler in root.handlers if not isinstance(handler.formatter, logs._Formatter)
    ]
    structlog.reset_defaults()
    structlog.contextvars.clear_contextvars()


@pytest.fixture
def lines(capsys):
    """Call first to configure JSON at INFO, then for the lines written since."""

    def written():
        out, err = capsys.readouterr()
        assert err == ""
        return [json.loads(line) for line in out.splitlines()]

    # In the test itself, so that pytest's own handler, which raises, is not there any more.
    def configured():
        logs.configure("INFO", True)
        return written

    return configured


def test_a_line_is_json_with_level_logger_and_utc_time(lines):
    read = lines()
    log.info("lead created", count=3, ratio=0.5, at=None, fine=True)
    (line,) = read()
    at = datetime.fromisoformat(line.pop("timestamp"))
    assert at.utcoffset() == timedelta(0)
    assert abs(datetime.now(UTC) - at) < timedelta(seconds=5)
    assert line == {
        "event": "lead created",
        "level": "info",
        "logger": "leadhub.test",
        "count": 3,
        "ratio": 0.5,
        "at": None,
        "fine": True,
    }


def test_the_standard_library_goes_the_same_way(lines):
    read = lines()
    logging.getLogger("aiohttp.server").warning("%s of %d", "one", 2)
    logging.getLogger("asyncio").error("%(a)s", {"a": "named"})
    first, second = read()
    assert (first["event"], first["level"], first["logger"]) == ("one of 2", "warning", "aiohttp.server")
    assert second["event"] == "named"
    assert "timestamp" in first


async def test_context_is_merged_and_stays_with_its_task(lines):
    read = lines()

    async def request(name):
        structlog.contextvars.bind_contextvars(request_id=name, tenant="acme", actor="m1", operation="leads")
        await asyncio.sleep(0)
        log.info("done")
        logging.getLogger("asyncio").info("done too")

    await asyncio.gather(asyncio.create_task(request("r1")), asyncio.create_task(request("r2")))
    log.info("outside")
    written = read()
    assert sorted(line["request_id"] for line in written[:4]) == ["r1", "r1", "r2", "r2"]
    assert {(line["tenant"], line["actor"], line["operation"]) for line in written[:4]} == {
        ("acme", "m1", "leads")
    }
    assert "request_id" not in written[4]


@pytest.mark.parametrize(
    "name",
    [
        "password",
        "new_password",
        "accessToken",
        "tokens",
        "client_secret",
        "Authorization",
        "email",
        "primaryEmail",
        "e-mail",
        "phones",
        "PHONE",
        "cookie",
        "api_key",
        "apiKey",
    ],
)
@pytest.mark.parametrize(
    "nest",
    [
        lambda name: {name: "hunter2"},
        lambda name: {"input": {name: "hunter2"}},
        lambda name: {"inputs": [{"deep": ({name: ["hunter2"]},)}]},
        lambda name: {name: {"value": "hunter2"}},
        lambda name: {name: b"hunter2"},
    ],
)
def test_secrets_and_contact_data_are_redacted_anywhere(lines, name, nest):
    read = lines()
    log.info("x", **nest(name))
    structlog.contextvars.bind_contextvars(**nest(name))
    logging.getLogger("aiohttp").info("y")
    written = read()
    assert len(written) == 2
    assert "hunter2" not in json.dumps(written)
    assert json.dumps(written).count("[redacted]") == 2


def test_what_is_no_secret_stays(lines):
    read = lines()
    log.info("x", has_password=True, email=None, phone=49301234567, tenant="acme", path=["input", "email"])
    (line,) = read()
    assert line["has_password"] is True
    assert line["email"] is None
    assert line["phone"] == "[redacted]"
    assert line["path"] == ["input", "email"]


def test_values_are_written_as_people_write_them(lines):
    read = lines()
    log.info(
        "x",
        id=UUID(int=7),
        role=Role.OWNER,
        error=ValueError("bad"),
        keys={Role.OWNER: 1, 2: 3},
        inf=float("inf"),
    )
    (line,) = read()
    assert line["id"] == "00000000-0000-0000-0000-000000000007"
    assert line["role"] == "owner"
    assert line["error"] == "ValueError('bad')"
    assert line["keys"] == {"owner": 1, "2": 3}
    assert line["inf"] == "inf"


def test_objects_that_cannot_be_shown_do_not_raise(lines):
    read = lines()
    itself = []
    itself.append(itself)
    log.info(
        "value", thing=Failing(), nested=[{"a": Failing()}], keys={Failing(): 1}, itself=itself, odd="\ud800"
    )
    log.info("argument %s", Failing())
    log.info("too many %d", "x", "y")  # noqa: PLE1205
    log.info(Failing())
    logging.getLogger("x").info("argument %s", Failing())
    logging.getLogger("x").info("too few %s %s", "one")  # noqa: PLE1206
    logging.getLogger("x").info(Failing())
    written = read()
    assert len(written) == 7
    assert written[0]["thing"] == "<unprintable Failing>"
    assert written[0]["keys"] == {"<unprintable Failing>": 1}
    assert written[1]["event"] == "argument %s"
    assert written[1]["arguments"] == ["<unprintable Failing>"]
    assert written[3]["event"] == "<unprintable Failing>"
    assert written[4]["arguments"] == ["<unprintable Failing>"]
    assert written[6]["event"] == "A log line could not be written: RuntimeError"


def test_a_failing_repr_does_not_raise_in_development(capsys):
    logs.configure("INFO", False)
    log.info("value", thing=Failing())
    log.info(Failing())
    out, err = capsys.readouterr()
    assert out.count("<unprintable Failing>") == 2
    assert err == ""


def fail():
    secret = "hunter" + "2"
    raise ValueError("bad value" if secret else "")


@pytest.mark.parametrize("logger", [log, logging.getLogger("aiohttp.server")])
@pytest.mark.parametrize("as_json", [True, False])
def test_a_traceback_is_told_without_the_values_of_variables(capsys, logger, as_json):
    logs.configure("INFO", as_json)
    try:
        fail()
    except ValueError:
        logger.exception("failed")
    out, _ = capsys.readouterr()
    assert "ValueError: bad value" in out
    assert "in fail" in out
    assert "hunter2" not in out
    assert (len(out.splitlines()) == 1) is as_json


def test_lines_for_reading_are_no_json_and_redacted_too(capsys):
    logs.configure("info", False)
    log.warning("lead created", email="ada@example.com", count=3)
    out, _ = capsys.readouterr()
    assert "lead created" in out
    assert "count=3" in out
    assert "ada@" not in out
    assert not out.startswith("{")


def test_the_level_holds_for_all(lines):
    read = lines()
    log.debug("x")
    logging.getLogger("aiohttp").debug("x")
    assert read() == []


def test_statements_with_their_values_are_never_logged(capsys):
    logs.configure("DEBUG", True)
    logging.getLogger("tortoise.db_client").debug("%s: %s", "SELECT", ["ada@example.com"])
    log.debug("x")
    out, _ = capsys.readouterr()
    assert len(out.splitlines()) == 1


def test_configuring_again_does_not_double_the_lines(lines):
    read = lines()
    logs.configure("INFO", True)
    log.info("once")
    assert len(read()) == 1


def test_an_unknown_level_is_a_value_error():
    with pytest.raises(ValueError, match="LOUD"):
        logs.configure("loud", True)


NAMES = st.sampled_from(["a", "email", "userToken", "b", "PHONE"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3) | st.tuples(inner),
    max_leaves=10,
)


def under_a_secret_name(value):
    if isinstance(value, dict):
        for name, item in value.items():
            if name in {"email", "userToken", "PHONE"}:
                yield item
            else:
                yield from under_a_secret_name(item)
    elif isinstance(value, list):
        for item in value:
            yield from under_a_secret_name(item)


@settings(suppress_health_check=[HealthCheck.too_slow])  # machines are busy
@given(st.dictionaries(NAMES, VALUES, max_size=4))
def test_any_event_is_redacted_and_can_be_written(event):
    plain = logs.redact(None, "info", event)
    json.dumps(plain, allow_nan=False)
    assert all(item in (None, True, False, "[redacted]") for item in under_a_secret_name(plain))
