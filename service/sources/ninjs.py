"""Reads JSON files: items of IPTC ninjs 1.x and 2.x, one or a list of them, or documents as NDJSON has them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import orjson

from service.sources.broken import Unreadable
from service.sources.dates import iso_date
from service.sources.decoding import decoded
from service.sources.markup import bare_words, body_of

_HTML_TYPES = ("text/html", "application/xhtml+xml")
_NO_BODY = "has no body in text or HTML"


def items_in(received: bytes) -> Iterator[tuple[int | None, dict[str, Any] | Unreadable]]:
    """The number of each item, counted from 1 and None for a lone one, with its document or why it is none.

    Unreadable: this is no JSON. What has `text` or `html` is a document as it is; all else is taken for ninjs.
    """
    try:
        document = orjson.loads(decoded(received))
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    for number, item in _numbered(document):
        try:
            yield number, _document(item)
        except Unreadable as error:
            yield number, error


def _numbered(document: Any) -> list[tuple[int | None, Any]]:  # noqa: ANN401 - any JSON
    items = document.get("items", document) if isinstance(document, dict) else document
    return list(enumerate(items, start=1)) if isinstance(items, list) else [(None, items)]


def _document(item: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    if not isinstance(item, dict):
        raise Unreadable("is not a JSON object")
    return item if "text" in item or "html" in item else _of_ninjs(item)


def _of_ninjs(item: dict[str, Any]) -> dict[str, Any]:
    _refuse_unpublished(item)
    uri = _string(item.get("uri")) or ""
    created = _string(item.get("versioncreated")) or _string(item.get("contentcreated"))
    return {
        "title": _title(item),
        "url": uri if uri.startswith(("http://", "https://")) else None,
        "publisher": _publisher(item),
        "published_at": created and iso_date(created),
        **_body(item),
    }


def _refuse_unpublished(item: dict[str, Any]) -> None:
    """What an agency holds back is not to be shown: withdrawn items, and those under an embargo that still holds."""
    if item.get("pubstatus") in ("canceled", "withheld"):
        raise Unreadable(f"is {item['pubstatus']} by its publisher (pubstatus)")
    if until := _string(item.get("embargoed")):
        instant = _instant(until)
        if instant is None or instant > datetime.now(UTC):
            raise Unreadable(f"is embargoed until {until}: load it again then")


def _instant(written: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _title(item: dict[str, Any]) -> str | None:
    found = _string(item.get("headline")) or next(iter(_values(item, "headlines")), (None, ""))[1]
    return bare_words(found) or None


def _publisher(item: dict[str, Any]) -> str | None:
    """The source of the information as the item names it; 1.x says infosource, 2.x infosources."""
    sources = [*_objects(item, "infosources"), *_objects(item, "infosource")]
    names = [_string(source.get("name")) or _string(source.get("literal")) for source in sources]
    return next(filter(None, names), None) or _string(item.get("copyrightholder"))


def _body(item: dict[str, Any]) -> dict[str, str]:
    """Plain text goes before HTML: it is the article word for word, of a page only the extractor's output is kept."""
    if text := _string(item.get("body_text")):
        return {"text": text}
    bodies = _values(item, "bodies")
    for kind, value in bodies:
        if kind == "text/plain":
            return {"text": value}
    one_x = [_string(item.get(name)) for name in ("body_xhtml", "body_html")]
    marked_up = [value for kind, value in bodies if kind in (None, *_HTML_TYPES)]
    for markup in filter(None, [*one_x, *marked_up]):
        return body_of(markup)
    raise Unreadable(_NO_BODY)


def _values(item: dict[str, Any], name: str) -> list[tuple[str | None, str]]:
    """(content type, value) of a list of 2.x, the main ones first."""
    objects = sorted(_objects(item, name), key=lambda found: found.get("role") != "main")
    typed = [(_string(found.get("contenttype")), _string(found.get("value"))) for found in objects]
    return [(kind.partition(";")[0].strip() if kind else None, value) for kind, value in typed if value]


def _objects(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    found = item.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _string(found: Any) -> str | None:  # noqa: ANN401 - any JSON
    return found if isinstance(found, str) and found.strip() else None
