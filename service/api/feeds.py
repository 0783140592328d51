"""A page of a search as a feed: Atom (RFC 4287) or JSON Feed 1.1, for readers that take nothing but an address."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import urlencode
from uuid import NAMESPACE_URL, UUID, uuid5

from flask import Response, after_this_request, current_app, request
from lxml import etree
from lxml.builder import ElementMaker

from schemas.feeds import FORMATS
from service.api.blueprint import Blueprint, Decorator, View
from service.api.feed_entries import Entry, entry_of_claim, entry_of_quote
from service.regex import regex
from service.store import changes
from service.store.cursors import Page
from service.store.pool import Connection

_ATOM = "http://www.w3.org/2005/Atom"
_E = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
_ENTRIES: Mapping[str, Callable[[Mapping[str, Any]], Entry]] = {"quotes": entry_of_quote, "claims": entry_of_claim}
# Ids are made of the ids here and not of the address that was asked: they stay when the service moves.
_NAMES: UUID = uuid5(NAMESPACE_URL, "tag:onrecord")
_PAGING = {"limit", "after", "format"}
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # a feed in which nothing is yet
# XML has no place for these, not even escaped.
_NO_XML = regex("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def described(blueprint: Blueprint) -> Decorator:
    """Tells of an endpoint that it also answers with feeds."""
    feeds = {
        media: {"schema": {"type": kind}} for media, kind in ((_type("atom"), "string"), (_type("jsonfeed"), "object"))
    }

    def declared(view: View) -> View:
        return cast(View, blueprint.doc(responses={200: {"content": feeds}})(view))

    return declared


def asked(query: Mapping[str, Any]) -> str | None:
    """The kind of feed that this request wants, by `format` or by Accept; None for plain JSON."""

    @after_this_request
    def _varies(response: Response) -> Response:
        response.vary.add("Accept")
        return response

    form = query.get("format")
    if form is None:
        best = request.accept_mimetypes.best_match(list(FORMATS.values()), _type("json"))
        form = next(name for name, media in FORMATS.items() if media == best)
    return None if form == "json" else form


def answer(connection: Connection, form: str, kind: str, page: Page) -> Response:
    """The page of "quotes" or "claims" as a feed."""
    pairs = [(row["id"], row["article"]["id"]) for row in page.items]
    changed = changes.changed_at(connection, pairs) if pairs else {}
    entries = [(_ENTRIES[kind](row), changed.get(row["id"], _NEVER)) for row in page.items]
    body = _atom(kind, page, entries) if form == "atom" else _json_feed(kind, page, entries)
    return Response(body, content_type=_type(form) + ("; charset=utf-8" if form == "atom" else ""))


def _atom(kind: str, page: Page, entries: list[tuple[Entry, datetime]]) -> bytes:
    here, after = _addresses(page)
    updated = max((at for _, at in entries), default=_NEVER)
    feed = _E.feed(
        _E.id(_urn(kind, here)), _E.title(_text(_title(kind))), _E.updated(_instant(updated)),
        _E.author(_E.name("On Record")), _E.link(rel="self", type=_type("atom"), href=_text(request.url)),
        _E.generator("On Record"),
    )  # fmt: skip
    if after:
        feed.append(_E.link(rel="next", type=_type("atom"), href=_text(after)))
    for entry, at in entries:
        feed.append(_atom_entry(kind, entry, at))
    return bytes(etree.tostring(feed, xml_declaration=True, encoding="utf-8"))


def _atom_entry(kind: str, entry: Entry, at: datetime) -> etree._Element:
    found = _E.entry(
        _E.id(_urn(kind, entry.id)), _E.title(_text(entry.title)), _E.updated(_instant(at)),
        *(_E.author(_E.name(_text(name))) for name in entry.authors),
        _E.link(rel="alternate", href=_text(entry.url or _absolute(entry.record))),
        _E.link(rel="related", type=_type("json"), href=_absolute(entry.record)),
        *(_E.category(term=tag) for tag in entry.tags),
        _E.content(_text(entry.html), type="html"),
    )  # fmt: skip
    if entry.published:
        found.append(_E.published(_instant(entry.published)))
    return found


def _json_feed(kind: str, page: Page, entries: list[tuple[Entry, datetime]]) -> str:
    _, after = _addresses(page)
    feed = {
        "version": "https://jsonfeed.org/version/1.1", "title": _title(kind), "feed_url": request.url,
        "items": [_json_entry(kind, entry, at) for entry, at in entries],
    }  # fmt: skip
    return current_app.json.dumps(feed | ({"next_url": after} if after else {}))


def _json_entry(kind: str, entry: Entry, at: datetime) -> dict[str, Any]:
    found = {
        "id": _urn(kind, entry.id), "url": entry.url or _absolute(entry.record), "title": entry.title,
        "content_html": entry.html, "date_modified": _instant(at),
        "authors": [{"name": each} for each in entry.authors],
        "tags": list(entry.tags), "_onrecord": {"id": entry.id, "href": _absolute(entry.record)},
    }  # fmt: skip
    return found | ({"date_published": _instant(entry.published)} if entry.published else {})


def _title(kind: str) -> str:
    filters = [f"{name} {value}" for name, value in request.args.items(multi=True) if name not in _PAGING]
    return f"On Record: {kind}" + (f" ({', '.join(filters)})" if filters else "")


def _addresses(page: Page) -> tuple[str, str | None]:
    """What is asked for, whichever page of it; and where the next page is."""
    given = list(request.args.items(multi=True))
    here = urlencode(sorted(pair for pair in given if pair[0] not in _PAGING))
    kept = [pair for pair in given if pair[0] != "after"]
    return here, f"{request.base_url}?{urlencode([*kept, ('after', page.next)])}" if page.next else None


def _urn(kind: str, id: str) -> str:
    return f"urn:uuid:{uuid5(_NAMES, f'{kind}/{id}')}"


def _absolute(path: str) -> str:
    return request.root_url.rstrip("/") + path


def _instant(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)


def _type(form: str) -> str:
    return FORMATS[form]
