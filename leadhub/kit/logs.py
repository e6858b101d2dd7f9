"""Owns the shape of a log line and what may not be in one; must not decide what is worth logging.

Elsewhere: `log = structlog.get_logger()`, and `structlog.contextvars.bind_contextvars(request_id=...)`.
"""

import logging
import math
import re
import sys
from typing import Any

import structlog
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, Processor, WrappedLogger

from leadhub.kit import traces

_SECRET = re.compile(
    r"passw|secret|token|authori[sz]ation|cookie|api[_-]?key|e[_-]?mail|phone", re.IGNORECASE
)
_REDACTED = "[redacted]"
_DEEPEST = 6  # beyond it, a value that holds itself would never end


def configure(level: str, json: bool) -> None:
    """Send all logging, structlog's and the standard library's, to stdout, as lines of JSON or for reading.

    `level` is a name such as `INFO`; ValueError when there is none. May be called again.
    """
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(_formatter(json))
    root = logging.getLogger()
    root.setLevel(level.upper())
    root.handlers[:] = [handler]
    # At DEBUG Tortoise (1.1) logs each statement with its values, which are the contact data of leads.
    logging.getLogger("tortoise").setLevel(max(root.level, logging.INFO))
    structlog.configure(
        processors=[structlog.stdlib.filter_by_level, *_shared(), ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Replace what stands under a name like password, token, email or phone, however deep; the second wall.

    The first is not to log it. The result holds plain values alone, so that no renderer can fail on an object.
    """
    return {str(key): _plain(value, str(key), 0) for key, value in event.items()}


def _plain(value: object, key: str, depth: int) -> Any:
    if value is None or isinstance(value, bool):
        return value
    if _SECRET.search(key):
        return _REDACTED
    if isinstance(value, (dict, list, tuple, set, frozenset)):
        return _plain_items(value, depth + 1) if depth < _DEEPEST else "..."
    if isinstance(value, int) or (isinstance(value, float) and math.isfinite(value)):
        return value
    return _text(value)


def _plain_items(value: Any, depth: int) -> Any:
    if isinstance(value, dict):
        named = ((_text(key), item) for key, item in value.items())
        return {key: _plain(item, key, depth) for key, item in named}
    return [_plain(item, "", depth) for item in value]


def _text(value: object) -> str:
    try:
        return repr(value) if isinstance(value, BaseException) else str(value)
    except Exception:  # noqa: BLE001 - whatever the object's own code raises; a log line must not bring down a request
        return f"<unprintable {type(value).__name__}>"


def _with_arguments(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Fill in the arguments of `log.info("%s of %s", a, b)`.

    Not structlog's PositionalArgumentsFormatter, which passes on what an object's own code raises.
    """
    arguments = event.pop("positional_args", ())
    if arguments:
        try:
            event["event"] = event["event"] % arguments
        except Exception:  # noqa: BLE001 - as above, and arguments that do not fit the text
            event["arguments"] = arguments
    return event


def _with_trace(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    event.update(traces.ids())
    return event


def _shared() -> list[Processor]:
    """What is done to every line, whichever library logged it."""
    return [
        _with_arguments,
        structlog.contextvars.merge_contextvars,
        _with_trace,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]


def _formatter(json: bool) -> logging.Formatter:
    # The plain formatter of tracebacks: the rich ones show local variables, secrets among them.
    readable = structlog.dev.ConsoleRenderer(
        colors=sys.stdout.isatty(), exception_formatter=structlog.dev.plain_traceback
    )
    renderer: Processor = structlog.processors.JSONRenderer() if json else readable
    return _Formatter(
        foreign_pre_chain=_shared(),
        processors=[ProcessorFormatter.remove_processors_meta, redact, renderer],
        use_get_message=False,
        pass_foreign_args=True,
    )


class _Formatter(ProcessorFormatter):
    """Writes a line about a line that cannot be written; logging's own way is a traceback with all values in it."""

    def format(self, record: logging.LogRecord) -> str:
        try:
            return super().format(record)
        except Exception as error:  # noqa: BLE001 - as above
            about = {"name": record.name, "levelno": record.levelno, "levelname": record.levelname}
            return super().format(
                logging.makeLogRecord(
                    {**about, "msg": f"A log line could not be written: {type(error).__name__}"}
                )
            )
