"""The log of the web processes: one JSON object a line on standard error."""

import logging
import sys
from datetime import UTC, datetime

import orjson
import structlog


def configure(level: str) -> None:
    """Writes what is at least of `level` ("DEBUG", "INFO", "WARNING", "ERROR"); tracebacks as text, without values."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(serializer=_line),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level]),
        # Looked up anew for each line: whoever redirects standard error gets what comes after.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def _line(event: dict[str, object], **_: object) -> str:
    return orjson.dumps(event, default=repr).decode()


class Line(logging.Formatter):
    """What libraries log in the way of the standard library, as a line of the same form."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        event: dict[str, object] = {
            "event": record.getMessage(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "timestamp": datetime.fromtimestamp(record.created, UTC).isoformat().replace("+00:00", "Z"),
        }
        if record.exc_info:
            event["exception"] = self.formatException(record.exc_info)
        return _line(event)


def take_in_libraries() -> None:
    """Writes the warnings of all libraries of this process as such lines; for the program of the web processes."""
    handler = logging.StreamHandler()
    handler.setFormatter(Line())
    logging.basicConfig(handlers=[handler], level=logging.WARNING)
