"""Holds what is stored of a text against the text itself: every span, every word, every surrounding."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from service.store.quote_values import CONTEXT, GAP

Row = Mapping[str, Any]


def wrong_text(row: Row) -> Iterator[str]:
    """The names of the invariants that a revision breaks by itself."""
    digest = hashlib.sha256(row["text"].encode()).hexdigest()
    if digest != row["sha256"] or row["characters"] not in (None, len(row["text"])):
        yield "texts"


def wrong_words(text: str, sha256: str, row: Row) -> Iterator[str]:
    """The names of the invariants that a quote, a statement, an answer or a dispute breaks; `text` is its article's.

    A row may have spans, quoted, cue, signals and places; what it lacks is not asked of it.
    """
    if "spans" in row and not _is_content(text, row):
        yield "words"
    if row.get("article_sha256", sha256) != sha256:
        yield "texts"
    parts = [*row.get("quoted", ()), *([row["cue"]] if row.get("cue") else ()), *row.get("signals", ())]
    if not all(_is_there(text, each) for each in parts) or not _are_within(text, row.get("places", ())):
        yield "parts"
    if any(not _is_inside(each, row["spans"]) for each in row.get("quoted", ())):
        yield "quoted"
    if "before" in row and not _is_around(text, row):
        yield "surroundings"


def _is_content(text: str, row: Row) -> bool:
    """Its spans are the words of the text to the letter, and its words and its extent are those of its spans."""
    spans = row["spans"]
    if not spans or not all(_is_there(text, each) for each in spans):
        return False
    extent = (min(each["start"] for each in spans), max(each["end"] for each in spans))
    words = GAP.join(each["text"] for each in spans)
    return extent == (row["extent_start"], row["extent_end"]) and words == row["text"]


def _is_there(text: str, span: Row) -> bool:
    start, end = span["start"], span["end"]
    return bool(0 <= start < end <= len(text) and text[start:end] == span["text"])


def _are_within(text: str, places: Sequence[Sequence[int]]) -> bool:
    return all(0 <= start < end <= len(text) for start, end in places)


def _is_inside(quoted: Row, spans: Sequence[Row]) -> bool:
    return any(each["start"] <= quoted["start"] and quoted["end"] <= each["end"] for each in spans)


def _is_around(text: str, row: Row) -> bool:
    start, end = row["extent_start"], row["extent_end"]
    return (row["before"], row["after"]) == (text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
