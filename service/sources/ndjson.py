"""Reads NDJSON line by line: a broken line costs that line only, and no line is held that is far over the limit."""

from collections.abc import Iterator
from typing import Any, BinaryIO

import orjson

from service.sources.broken import Unreadable
from service.sources.decoding import decoded

# JSON may spend six bytes ("\u0041") on one byte of text; the rest is for the other fields.
_ESCAPED = 6
_OTHER_FIELDS = 1_000_000


def objects_in(stream: BinaryIO, limit: int) -> Iterator[tuple[int, dict[str, Any] | Unreadable]]:
    """The number of each line that is not blank, counted from 1, with its object or why it is none."""
    longest = _ESCAPED * limit + _OTHER_FIELDS
    for number, line in enumerate(_lines(stream, longest), start=1):
        try:
            if line is None:
                raise Unreadable(f"is over {longest:,} bytes long")
            if line.strip():
                yield number, _object(line)
        except Unreadable as error:
            yield number, error


def _lines(stream: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """Each line; None stands for one that is too long, which is passed over without being held."""
    while line := stream.readline(longest):
        if line.endswith(b"\n") or len(line) < longest:
            yield line
        else:
            while line and not line.endswith(b"\n"):
                line = stream.readline(longest)
            yield None


def _object(line: bytes) -> dict[str, Any]:
    try:
        document = orjson.loads(decoded(line))
    except orjson.JSONDecodeError as error:
        raise Unreadable(f"is not JSON: {error.msg} at column {error.colno}") from error
    if not isinstance(document, dict):
        raise Unreadable("is not a JSON object")
    return document
