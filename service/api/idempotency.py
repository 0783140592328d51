"""`Idempotency-Key` on a POST that writes: sent twice, it is done once and answered twice."""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import structlog
from flask import Response, current_app, request

from service.api.parsing import digest
from service.api.problems import Refused, request_id
from service.api.resources import resources
from service.errors import Unavailable
from service.store import idempotency
from service.store.idempotency import AtWork, Kept, OtherRequest, Request

HEADER, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
NAME = r"[!-~]{1,255}"
DESCRIBED = {
    "in": "header", "name": HEADER, "schema": {"type": "string", "pattern": f"^{NAME}$"}, "example": "port-2018-08-21",
    "description": "Sent again with the same, the request is answered as the first time, and nothing is done twice.",
}  # fmt: skip
_KEPT_HEADERS = ("Content-Type", "Location", "Link")
_log = structlog.get_logger("onrecord.idempotency")


def once(key_id: str, write: Callable[[], Any]) -> Any:  # noqa: ANN401 - whatever the endpoint answers
    """What `write` answers; or what it answered before, if the bearer of this key gave this request its name then.

    Only what succeeded is kept: what was refused may be sent again, mended, under the same name.
    """
    name = request.headers.get(HEADER)
    if name is None:
        return write()
    attempt = Request.new(key_id, _checked(name), _fingerprint())
    with resources().pool.writing() as connection, _refusals():
        known = idempotency.begin(connection, attempt, _seconds())
    return _again(known) if known else _answered(attempt, write)


def _answered(attempt: Request, write: Callable[[], Any]) -> Response:
    done = False
    try:
        response = current_app.make_response(write())
        done = response.status_code < 400
    finally:
        if not done:
            _noted(lambda connection: idempotency.forget(connection, attempt))
    return _kept(attempt, response) if done else response


def _kept(attempt: Request, response: Response) -> Response:
    headers = {name: response.headers[name] for name in _KEPT_HEADERS if name in response.headers}
    answer = Kept(response.status_code, headers, response.get_data())
    _noted(lambda connection: idempotency.end(connection, attempt, answer))
    return response


def _noted(note: Callable[[Any], None]) -> None:
    # What was done is done: the answer must not depend on whether it can be kept.
    try:
        with resources().pool.writing() as connection:
            note(connection)
    except Unavailable as error:
        _log.warning("not kept", request_id=request_id(), reason=str(error))


def _again(known: Kept) -> Response:
    return Response(known.body, known.status, {**known.headers, REPLAYED: "true"})


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except OtherRequest as error:
        raise _refused(422, error) from error
    except AtWork as error:
        raise _refused(409, error, Retry_After="2") from error


def _refused(status: int, error: object, **headers: str) -> Refused:
    return Refused(status, f"{HEADER}: {error}.", [{"parameter": HEADER, "detail": str(error)}], **headers)


def _checked(name: str) -> str:
    if not re.fullmatch(NAME, name):
        raise _refused(400, "must be 1 to 255 visible characters of ASCII")
    return name


def _seconds() -> float:
    return resources().settings.idempotency_hours * 3600


def _fingerprint() -> str:
    asked = "\n".join(
        (request.method, request.full_path, request.mimetype, request.headers.get("Content-Encoding", ""))
    )
    return hashlib.sha256(asked.encode() + b"\n" + digest(request, resources().settings.bulk_limit)).hexdigest()
