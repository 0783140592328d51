"""Cuts slices out of the text of an article, of any of its revisions, and the surroundings of spans in it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from service.errors import NotFound, OutOfText
from service.store.conditions import storable
from service.store.pool import Connection
from service.store.quote_rows import SELECTOR
from service.store.statements import statement
from service.store.tombstones import missing

Row = dict[str, Any]
_WHOLE = 2**31 - 1  # characters: no text is longer


def cut(
    connection: Connection, article_id: str, *, start: int = 0, end: int | None = None, revision: int | None = None
) -> Row:
    """The characters of an article's text from `start` up to, not including, `end`, with its sha256 beside that of the
    whole; of its newest revision unless another is named.

    NotFound: no such article or revision, Erased if there was one. OutOfText: the text does not reach so far.
    """
    values = {"id": storable(article_id), "revision": revision, "start": start, "length": (end or _WHOLE) - start}
    row = connection.execute(statement("article_slice"), values).fetchone()
    if row is None:
        raise missing(connection, "article", article_id)
    if row["text"] is None:
        raise NotFound(f"There is no revision {revision} of the article {article_id}.")
    _require(row["characters"], start, end)
    places = {"start": start, "end": row["characters"] if end is None else end}
    return row | places | {"slice_sha256": hashlib.sha256(row["text"].encode()).hexdigest()}


def selectors(connection: Connection, quotes: Sequence[Row]) -> list[list[Row]]:
    """For each of some quotes of one text one selector per span: start, end, text, prefix and suffix."""
    between = _between(connection, [quote for quote in quotes if len(quote["spans"]) > 1])
    return [_selectors(quote, between[quote["id"]] if quote["id"] in between else quote["text"]) for quote in quotes]


def _require(characters: int, start: int, end: int | None) -> None:
    if start >= characters:
        raise OutOfText(f"the text has {characters} characters", "start")
    if end is not None and end > characters:
        raise OutOfText(f"the text has {characters} characters", "end")


def _between(connection: Connection, broken: Sequence[Row]) -> dict[str, str]:
    """What stands from the first to the last character of quotes in several spans, by their ids."""
    if not broken:
        return {}
    places = [quote["selector"] for quote in broken]
    first, last = min(each["start"] for each in places), max(each["end"] for each in places)
    one = broken[0]
    text = cut(connection, one["article_id"], start=first, end=last, revision=one["revision"])["text"]
    return {
        quote["id"]: text[place["start"] - first : place["end"] - first]
        for quote, place in zip(broken, places, strict=True)
    }


def _selectors(quote: Row, extent: str) -> list[Row]:
    before, after = quote["context"]["before"], quote["context"]["after"]
    around, offset = before + extent + after, quote["selector"]["start"] - len(before)
    return [
        span
        | {
            "prefix": around[max(0, span["start"] - offset - SELECTOR) : span["start"] - offset],
            "suffix": around[span["end"] - offset : span["end"] - offset + SELECTOR],
        }
        for span in quote["spans"]
    ]
