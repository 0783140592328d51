"""Reads RSS and Atom: each item with its full text becomes a document; a teaser is none, and says so."""

import html
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from service.regex import regex
from service.sources.broken import Unreadable
from service.sources.dates import iso_date, mail_date
from service.sources.decoding import decoded
from service.sources.markup import bare_words, body_of

Element = Any  # lxml is not typed

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC_DATE = "{http://purl.org/dc/elements/1.1/}date"
# RSS has one field for a summary and for the whole: so many characters are no teaser, unless they break off.
_WHOLE = 1_000
_END = 200
_BREAKS_OFF = regex(r"(…|\.\.\.|\[(…|\.\.\.)\]|(continue reading|read more)\b.{0,80})\W*$", re.IGNORECASE)
_MARKUP_TYPES = ("html", "xhtml", "text/html", "application/xhtml+xml")
_TEASER = "has no full text, only a teaser: quotes would be missing"


def entries_in(received: bytes) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """The number of each item, counted from 1, with its document or why it is none. Unreadable: this is no feed."""
    root = _root(received)
    read, entries = _entries(root)
    publisher = _feed_title(root)
    for number, entry in enumerate(entries, start=1):
        try:
            yield number, {"publisher": publisher} | read(entry)
        except Unreadable as error:
            yield number, error


def _root(received: bytes) -> Element:
    # Nothing is fetched and no entity is expanded, for a small file could name a password or grow to gigabytes.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True, huge_tree=False)  # fmt: skip
    try:
        root = etree.fromstring(received, parser)
    except etree.XMLSyntaxError as error:
        if b"encoding=" not in received[:200]:
            decoded(received)  # names a wrong encoding better than XML does
        raise Unreadable(f"is not XML: {error.msg}") from error
    _refuse_entities(root)
    return root


def _refuse_entities(root: Element) -> None:
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise Unreadable("declares entities, which are not expanded")
    if (unknown := next(root.iter(etree.Entity), None)) is not None:
        raise Unreadable(f"holds {unknown.text}, which XML does not know: write it as a character")


def _entries(root: Element) -> tuple[Callable[[Element], dict[str, Any]], list[Element]]:
    """The function that reads one, and all of them: RSS 2 keeps items in the channel, RSS 1 beside it."""
    name = etree.QName(root).localname
    if name in ("rss", "RDF"):
        return _of_rss, list(root.iter("{*}item"))
    if name == "feed":
        return _of_atom, list(root.iterchildren("{*}entry"))
    raise Unreadable(f"is XML, but neither RSS nor Atom: it begins with <{name}>")


def _feed_title(root: Element) -> str | None:
    channel = next(root.iterchildren("{*}channel"), root)
    return _words(_child(channel, "title"))


def _of_rss(item: Element) -> dict[str, Any]:
    written = _text(_child(item, "pubDate"))
    source = _words(_child(item, "source"))
    dc_date = _text(item.find(_DC_DATE))
    document = {
        "title": _words(_child(item, "title")),
        "url": _text(_child(item, "link")) or _permalink(item),
        "published_at": mail_date(written) if written else dc_date and iso_date(dc_date),
        **_rss_body(item),
    }
    return document | ({"publisher": source} if source else {})


def _permalink(item: Element) -> str | None:
    guid = _child(item, "guid")
    address = _text(guid)
    named = address and address.startswith(("http://", "https://")) and guid.get("isPermaLink") != "false"
    return address if named else None


def _rss_body(item: Element) -> dict[str, str]:
    content, description = _markup(item.find(_CONTENT)), _markup(_child(item, "description"))
    if content and bare_words(content) != bare_words(description):
        return body_of(content)
    words = bare_words(description)
    if len(words) < _WHOLE or _BREAKS_OFF.search(words[-_END:]):
        raise Unreadable(_TEASER)
    return body_of(description)


def _of_atom(entry: Element) -> dict[str, Any]:
    source = _child(entry, "source")
    publisher = None if source is None else _words(_child(source, "title"))
    dates = [_text(_child(entry, name)) for name in ("published", "issued", "updated")]
    written = next(filter(None, dates), None)
    document = {
        "title": _words(_child(entry, "title")),
        "url": _alternate(entry),
        "published_at": written and iso_date(written),
        **_atom_body(entry),
    }
    return document | ({"publisher": publisher} if publisher else {})


def _alternate(entry: Element) -> str | None:
    for link in entry.iterchildren("{*}link"):
        if link.get("rel", "alternate") == "alternate" and link.get("href"):
            return str(urljoin(link.base or "", link.get("href").strip()))
    return None


def _atom_body(entry: Element) -> dict[str, str]:
    content = _child(entry, "content")
    markup = _markup(content)
    if not markup:
        raise Unreadable(_TEASER)
    kind = content.get("type", "text").partition(";")[0].strip()
    if kind in _MARKUP_TYPES:
        return body_of(markup)
    if kind in ("text", "text/plain"):
        return {"text": "".join(content.itertext())}
    raise Unreadable(f"has content of the type {kind}, which is neither text nor HTML")


def _child(parent: Element, name: str) -> Element:
    """The child of this name in the parent's own vocabulary: media:title, say, is another thing than title."""
    space = etree.QName(parent).namespace
    return parent.find(f"{{{space}}}{name}" if space else name)


def _text(element: Element) -> str | None:
    return None if element is None else "".join(element.itertext()).strip() or None


def _words(element: Element) -> str | None:
    return bare_words(_text(element) or "") or None


def _markup(element: Element) -> str:
    """HTML as it was escaped into the feed, or written out again where it stands in it as elements."""
    if element is None:
        return ""
    if not len(element):
        return "" if not (element.text or "").strip() else str(element.text)
    for inner in element.iter("{*}*"):
        inner.tag = etree.QName(inner).localname
    etree.cleanup_namespaces(element)
    within = [etree.tostring(inner, encoding="unicode", method="html") for inner in element]
    return html.escape(element.text or "", quote=False) + "".join(within)
