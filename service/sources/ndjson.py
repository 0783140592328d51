"""Reads NDJSON line by line: a broken line costs that line only, and no line is held that is far over the limit."""

import json
from collections.abc import Iterator
from typing import Any, Protocol

import orjson

from service.sources.broken import Unreadable
from service.sources.decoding import decoded

# JSON may spend six bytes ("\u0041") on one byte of text; the rest is for the other fields.
_ESCAPED = 6
_OTHER_FIELDS = 1_000_000


class Stream(Protocol):
    """What can be read line by line."""

    def readline(self, size: int, /) -> bytes:
        """A line or the next part of it, at most `size` bytes; nothing at the end."""


def objects_in(stream: Stream, limit: int) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """The number of each line that is not blank, counted from 1, with its object or why it is none."""
    longest = longest_line(limit)
    for number, line in lines_in(stream, longest):
        try:
            yield number, object_of(line, longest)
        except Unreadable as error:
            yield number, error


def longest_line(limit: int) -> int:
    """How many bytes a line may have for a text of `limit` bytes."""
    return _ESCAPED * limit + _OTHER_FIELDS


def lines_in(stream: Stream, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not blank with its number; None stands for one that is over `longest` bytes long."""
    for number, line in enumerate(_lines(stream, longest), start=1):
        if line is None or line.strip():
            yield number, line


def object_of(line: bytes | None, longest: int) -> dict[str, Any]:
    """The object of a line as `lines_in` gives it. Unreadable: it is none."""
    if line is None:
        raise Unreadable(f"is over {longest:,} bytes long")
    text = decoded(line)
    try:
        document = orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"is not JSON: {error.msg} at column {error.colno}") from error
    if not isinstance(document, dict):
        raise Unreadable("is not a JSON object")
    _refuse_doubled(text)
    return document


def _refuse_doubled(text: str) -> None:
    # Of "text" twice nobody can tell which one was meant; orjson would take the last.
    try:
        json.loads(text, object_pairs_hook=_once, parse_int=str)
    except RecursionError as error:
        raise Unreadable("is nested too deep") from error


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise Unreadable(f"has the key {next(name for name in names if names.count(name) > 1)!r} twice")
    return found


def _lines(stream: Stream, longest: int) -> Iterator[bytes | None]:
    while line := stream.readline(longest):
        if line.endswith(b"\n") or len(line) < longest:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield None
