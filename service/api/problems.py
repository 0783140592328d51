"""Every way to fail and its one answer (RFC 9457): the table from exception to problem stands at the end."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import structlog
from flask import Flask, Response, current_app, g, request
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge, TooManyRequests
from werkzeug.exceptions import NotFound as NoSuchPath
from werkzeug.http import HTTP_STATUS_CODES

from service import errors
from service.regex import regex

MEDIA_TYPE = "application/problem+json"
_REQUEST_ID = regex(r"[A-Za-z0-9._-]{1,64}")
# Seconds. A database that restarts is back within a few; a model or a schema waits for someone to act.
_SOON, _LATER = {"Retry-After": "2"}, {"Retry-After": "60"}
_log = structlog.get_logger("onrecord.api")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is answered instead of what was asked for; `errors` hold detail and where: pointer or parameter;
    `more` are further members (RFC 9457, 3.2)."""

    status: int
    detail: str
    errors: Sequence[Mapping[str, str]] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, object] = field(default_factory=dict)


class Refused(Exception):
    """A request that the HTTP layer itself turns down."""

    def __init__(self, status: int, detail: str, errors: Sequence[Mapping[str, str]] = (), **headers: str) -> None:
        super().__init__(detail)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.problem = Problem(status, detail, errors, named)


def request_id() -> str:
    """The id of this request: the caller's, if it is a plain word, else a new one."""
    known: str | None = g.get("request_id")
    if known is None:
        given = request.environ.get("HTTP_X_REQUEST_ID", "")
        known = g.request_id = given if _REQUEST_ID.fullmatch(given) else uuid4().hex
    return known


def shown(text: object, most: int = 60) -> str:
    """What a caller wrote, short and without what UTF-8 cannot hold, to be shown back in a problem."""
    words = str(text).encode("utf-8", "replace").decode()
    return words if len(words) <= most else words[:most] + "…"


def register(app: Flask) -> None:
    """Lets every failure of `app` be answered by the table."""
    app.register_error_handler(Exception, answer)


def answer(error: Exception) -> Response:
    """The response for an exception, through the first line of the table that fits."""
    problem = next(told(error) for kind, told in _TABLE if isinstance(error, kind))
    body = {
        "type": "about:blank",
        "title": HTTP_STATUS_CODES[problem.status],
        "status": problem.status,
        "detail": problem.detail,
        "instance": quote(request.path, errors="replace"),
        "request_id": request_id(),
    }
    if problem.errors:
        body["errors"] = list(problem.errors)
    body |= problem.more
    return Response(current_app.json.dumps(body), problem.status, problem.headers, mimetype=MEDIA_TYPE)


def _invalid(error: errors.InvalidArticle, status: int = 422) -> Problem:
    message = shown(error, 500)
    where = [{"pointer": f"/{error.field}", "detail": message}] if error.field else []
    return Problem(status, f"The article cannot be taken in: {message}", where)


def _not_corrected(error: errors.InvalidCorrection) -> Problem:
    message = shown(error, 500)
    return Problem(422, f"This cannot be corrected: {message}", [{"pointer": f"/{error.field}", "detail": message}])


def _no_webhook(error: errors.InvalidWebhook) -> Problem:
    message = shown(error, 500)
    return Problem(422, f"No webhook can be made: {message}", [{"pointer": f"/{error.field}", "detail": message}])


def _too_large(error: errors.ArticleTooLarge) -> Problem:
    return _invalid(error, 413)


def _not_received(error: errors.InvalidBulk, status: int = 400) -> Problem:
    return Problem(status, f"The articles cannot be received: {shown(error, 500)}.")


def _cursor(error: errors.InvalidCursor) -> Problem:
    return Problem(400, "The page cannot be found.", [{"parameter": "after", "detail": str(error)}])


def _too_old(error: errors.NoLongerKept) -> Problem:
    return Problem(410, str(error), [{"parameter": "after", "detail": "what followed it is kept no more"}])


def _out_of_text(error: errors.OutOfText) -> Problem:
    return Problem(400, "There is no such slice.", [{"parameter": error.field, "detail": str(error)}])


def _erased(error: errors.Erased) -> Problem:
    return Problem(410, str(error), more={"tombstone": dict(error.tombstone)})


def _away(error: errors.Unavailable) -> Problem:
    _log.warning("unavailable", request_id=request_id(), reason=str(error))
    return Problem(503, "The database is away or too slow just now; ask again.", headers=_SOON)


def _busy(error: errors.Busy) -> Problem:
    _log.warning("busy", request_id=request_id(), reason=str(error))
    return Problem(503, f"All are at work: {error}; ask again.", headers=_SOON)


def _lost(error: errors.ReadingLost) -> Problem:
    _log.error("reading lost", request_id=request_id(), reason=str(error))
    return Problem(503, f"The text was not read: {error} Ask again.", headers=_SOON)


def _unfit(error: errors.OnRecordError) -> Problem:
    _log.error("unfit", request_id=request_id(), reason=str(error))
    return Problem(503, f"The service is not ready: {error}.", headers=_LATER)


def _body_too_large(error: RequestEntityTooLarge) -> Problem:
    return Problem(413, f"The body is larger than the limit of {request.max_content_length} bytes.")


def _http(error: HTTPException) -> Problem:
    headers = {name: value for name, value in error.get_headers() if name != "Content-Type"}
    return Problem(error.code or 500, _detail(error), headers=headers)


def _detail(error: HTTPException) -> str:
    if isinstance(error, NoSuchPath):
        return f"There is nothing at {shown(request.path, 200)}."
    if isinstance(error, MethodNotAllowed):
        return f"{shown(request.method)} is not possible here, only {', '.join(sorted(error.valid_methods or ()))}."
    if isinstance(error, TooManyRequests):
        return f"More requests than {error.description} from one address; ask again after Retry-After seconds."
    return error.description or error.name


def _failed(error: Exception) -> Problem:
    _log.error("failed", request_id=request_id(), method=request.method, path=request.path, exc_info=error)
    return Problem(500, "Something failed here; the log of the service has it under this request_id.")


_TABLE: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (Refused, lambda error: error.problem),
    (errors.ArticleTooLarge, _too_large),
    (errors.InvalidArticle, _invalid),
    (errors.BulkTooLarge, lambda error: _not_received(error, 413)),
    (errors.InvalidBulk, _not_received),
    (errors.InvalidCorrection, _not_corrected),
    (errors.InvalidWebhook, _no_webhook),
    (errors.Conflict, lambda error: Problem(409, str(error))),
    (errors.Stale, lambda error: Problem(412, str(error))),
    (errors.Erased, _erased),
    (errors.NotFound, lambda error: Problem(404, str(error))),
    (errors.InvalidCursor, _cursor),
    (errors.NoLongerKept, _too_old),
    (errors.OutOfText, _out_of_text),
    (errors.Unavailable, _away),
    (errors.Busy, _busy),
    (errors.ReadingLost, _lost),
    (errors.SchemaMismatch, _unfit),
    (errors.ModelError, _unfit),
    (RequestEntityTooLarge, _body_too_large),
    (HTTPException, _http),
    (Exception, _failed),
)
