"""Every request is counted, timed and written to the log: method, path, status, milliseconds, id; never a key."""

import re
import time
from functools import cache

import structlog
from flask import Flask, Response, g, request

from service import measures
from service.api.problems import request_id, shown

_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
# Whoever watches the service asks these every few seconds.
_WATCHING = ("/health/", "/metrics")
_log = structlog.get_logger("onrecord.access")


def register(app: Flask) -> None:
    """Hooks it into `app`. To be called before all other hooks are: Flask then runs it first, and at the end last."""
    app.before_request(_begin)
    app.after_request(_end)


def route() -> str:
    """The template of the path, as in openapi.yaml: a label of few values, whatever is asked for."""
    rule = request.url_rule
    return _template(rule.rule) if rule else "(none)"


@cache
def _template(rule: str) -> str:
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule)


def _begin() -> None:
    g.begun = time.perf_counter()


def _end(response: Response) -> Response:
    seconds = time.perf_counter() - g.begun
    method, path = request.method if request.method in _METHODS else "(other)", route()
    measures.REQUESTS.labels(method, path, response.status_code).inc()
    measures.LATENCY.labels(method, path).observe(seconds)
    _write(response.status_code, seconds)
    return response


def _write(status: int, seconds: float) -> None:
    # The path without its query: what stands there is the caller's, and may be what he should have sent in a header.
    write = _log.debug if request.path.startswith(_WATCHING) else _log.info
    milliseconds = round(seconds * 1000, 1)
    write(
        "request", method=shown(request.method), path=shown(request.path, 200), status=status, ms=milliseconds,
        request_id=request_id(),
    )  # fmt: skip
