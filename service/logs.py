"""The log of the web processes: one JSON object a line on standard error."""

import logging
import sys

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
