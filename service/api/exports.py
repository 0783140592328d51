"""All that a search finds as NDJSON or CSV, where Accept asks for it: streamed, at no more memory for more items."""

from collections.abc import Generator, Iterator, Mapping
from threading import BoundedSemaphore
from typing import Any, cast

import structlog
from flask import Response, after_this_request, request
from werkzeug.http import HTTP_STATUS_CODES

from service.api.blueprint import Blueprint, Decorator, View
from service.api.listing import conditions_of
from service.api.problems import Refused, request_id
from service.api.resources import resources
from service.errors import Busy, OnRecordError
from service.exporting import FORMS, KINDS, Wanted, lines

_JSON = "application/json"
_ONLY_AS_JSON = {
    "count": "count",
    "facets": "facets",
    "highlight": "highlight",
    "include": "include",
    "fields_": "fields",
}
_log = structlog.get_logger("onrecord.exports")


def described(blueprint: Blueprint) -> Decorator:
    """Tells of an endpoint that it also answers with all of it as NDJSON or CSV."""
    content = {form.media_type: {"schema": {"type": "string"}} for form in FORMS.values()}

    def declared(view: View) -> View:
        return cast(View, blueprint.doc(responses={200: {"content": content}})(view))

    return declared


def asked() -> str | None:
    """The form that Accept puts before JSON; None for JSON, or where it names none of them."""

    @after_this_request
    def _varies(response: Response) -> Response:
        response.vary.add("Accept")
        return response

    names = {form.media_type: name for name, form in FORMS.items()}
    return names.get(request.accept_mimetypes.best_match([_JSON, *names], _JSON))


def answer(kind: str, form: str, query: Mapping[str, Any]) -> Response:
    """All that a query finds, or as many as its `limit` says where that is given, from `after` on.

    Refuses what JSON alone can tell. What fails before the first item is a problem like any other; later it ends with
    a line that says so, and the connection breaks off.
    """
    refused = [
        {"parameter": name, "detail": f"{name} is told as JSON only"}
        for key, name in _ONLY_AS_JSON.items()
        if query.get(key)
    ]
    if refused:
        raise Refused(400, "A parameter is not for this form.", refused)
    here, searched = resources(), KINDS[kind]
    wanted = Wanted(
        conditions_of(searched.conditions, query), query.get("after"),
        query["limit"] if "limit" in request.args else None, here.settings.export_seconds,
    )  # fmt: skip
    found = _one_of_few(here.exports, lines(here.pool, searched, FORMS[form], wanted))
    first = next(found)
    response = Response(
        _told(first, found, form, request_id()), content_type=f"{FORMS[form].media_type}; charset=utf-8"
    )
    response.call_on_close(found.close)
    if request.method == "HEAD":
        found.close()
    return response


def _one_of_few(places: BoundedSemaphore, found: Iterator[bytes]) -> Generator[bytes]:
    if not places.acquire(blocking=False):
        raise Busy("too many searches are being exported just now")
    try:
        yield from found
    finally:
        places.release()


def _told(first: bytes, found: Iterator[bytes], form: str, request: str) -> Iterator[bytes]:
    yield first
    try:
        yield from found
    except OnRecordError as error:
        _log.warning("export broke off", request_id=request, reason=str(error))
        detail = f"It breaks off here, not at its end: {error}."
        yield FORMS[form].broken(
            {"status": 503, "title": HTTP_STATUS_CODES[503], "detail": detail, "request_id": request}
        )
        # The missing end of the body tells those who do not look at lines.
        raise
