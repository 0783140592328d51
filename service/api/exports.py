"""All that a search finds as NDJSON or CSV, where Accept asks for it: streamed, at no more memory for more items."""

from collections.abc import Callable, Generator, Iterator, Mapping
from threading import BoundedSemaphore
from typing import Any, cast

import structlog
from flask import Response, after_this_request, request
from werkzeug.http import HTTP_STATUS_CODES

from schemas.feeds import FORMATS as FEEDS
from service.api.blueprint import Blueprint, Decorator, View
from service.api.listing import conditions_of
from service.api.problems import Refused, request_id
from service.api.resources import resources
from service.errors import Busy, OnRecordError
from service.exporting import FORMS, KINDS, Wanted, lines
from service.store.pool import Connection

Beside = Callable[[Connection, list[dict[str, Any]]], None]
_NOT_TOLD = {"ndjson": ("count", "facets"), "csv": ("count", "facets", "highlight", "include")}
_NOT_ASKED: tuple[object, ...] = (None, False, [], ["false"])
_log = structlog.get_logger("onrecord.exports")


def described(blueprint: Blueprint) -> Decorator:
    """Tells of an endpoint that it also answers with all of it as NDJSON or CSV."""
    content = {form.media_type: {"schema": {"type": "string"}} for form in FORMS.values()}

    def declared(view: View) -> View:
        return cast(View, blueprint.doc(responses={200: {"content": content}})(view))

    return declared


def asked(query: Mapping[str, Any]) -> str | None:
    """The form that `format` names, or Accept puts before JSON and feeds; None where it is none of these."""

    @after_this_request
    def _varies(response: Response) -> Response:
        response.vary.add("Accept")
        return response

    if named := query.get("format"):
        return str(named) if named in FORMS else None
    names = {form.media_type: name for name, form in FORMS.items()}
    return names.get(request.accept_mimetypes.best_match([*FEEDS.values(), *names], FEEDS["json"]))


def answer(kind: str, form: str, query: Mapping[str, Any], beside: Beside | None = None) -> Response:
    """All that a query finds, or as many as its `limit` says where that is given, from `after` on.

    `beside` adds to the items what else was asked for. Refuses what this form cannot tell. What fails before the first
    item is a problem like any other; later it ends with a line that says so, and the connection breaks off.
    """
    _refuse(form, query)
    here, searched = resources(), KINDS[kind]
    wanted = Wanted(
        conditions_of(searched.conditions, query), query.get("after"),
        query["limit"] if "limit" in request.args else None, here.settings.export_seconds, query.get("fields_"), beside,
    )  # fmt: skip
    found = _one_of_few(here.exports, lines(here.pool, searched, FORMS[form], wanted))
    first = next(found)
    response = Response(_told(first, found, form, request_id()), mimetype=FORMS[form].media_type)
    response.call_on_close(found.close)
    if request.method == "HEAD":
        found.close()
    return response


def _refuse(form: str, query: Mapping[str, Any]) -> None:
    refused = [name for name in _NOT_TOLD[form] if query.get(name) not in _NOT_ASKED]
    if refused:
        errors = [{"parameter": name, "detail": f"{name} is not told as {form.upper()}"} for name in refused]
        raise Refused(400, "A parameter is not for this form.", errors)


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
