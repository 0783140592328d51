"""Finds the documents under a path: one for a text or HTML file, one a line for NDJSON, one an item for feeds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.sources.broken import BrokenSource, Unreadable
from service.sources.decoding import decoded
from service.sources.folders import KINDS, files_under
from service.sources.ndjson import objects_in
from service.sources.ninjs import items_in

STANDARD_INPUT = Path("-")
_Items = Iterable[tuple[int | None, dict[str, Any] | Unreadable]]


@dataclass(frozen=True, slots=True)
class Document:
    """The fields of one article as received, not yet checked. `line`, of NDJSON, and `item`, of feeds, count from 1."""

    path: Path
    line: int | None
    fields: dict[str, Any]
    item: int | None = None

    @property
    def place(self) -> str:
        """Where it stands, for a message."""
        return place(self.path, self.line, self.item)


def place(path: Path, line: int | None = None, item: int | None = None) -> str:
    """A file, or a line or an item of it, as messages name it."""
    name = "standard input" if path == STANDARD_INPUT else str(path)
    if item is not None:
        return f"{name}, item {item}"
    return name if line is None else f"{name}:{line}"


def documents_in(path: Path, limit: int) -> Iterator[Document | BrokenSource]:
    """Every document under `path`, in order; "-" is NDJSON from standard input. `limit` is in bytes of UTF-8."""
    if path != STANDARD_INPUT and path.is_dir():
        for found in files_under(path):
            yield from [found] if isinstance(found, BrokenSource) else _documents_of_file(found, limit)
    else:
        yield from _documents_of_file(path, limit)


def _documents_of_file(path: Path, limit: int) -> Iterator[Document | BrokenSource]:
    try:
        kind = _kind(path)
        if kind == "ndjson":
            yield from _documents_of_stream(path, limit)
        elif kind in ("feed", "json"):
            yield from _documents_of_items(path, kind, limit)
        else:
            yield Document(path, None, {kind: decoded(_bytes_of(path, limit))})
    except Unreadable as error:
        yield BrokenSource(place(path), str(error))
    except OSError as error:
        yield BrokenSource(place(path), f"cannot be read: {error.strerror or error}")


def _kind(path: Path) -> str:
    """What the name promises; a name without a suffix, such as that of a pipe, is taken for text."""
    if path == STANDARD_INPUT:
        return "ndjson"
    if not path.suffix:
        return "text"
    if path.suffix.lower() not in KINDS:
        raise Unreadable(f"is of no known kind: {path.suffix} is none of {', '.join(KINDS)}")
    return KINDS[path.suffix.lower()]


def _documents_of_stream(path: Path, limit: int) -> Iterator[Document | BrokenSource]:
    standard_input = path == STANDARD_INPUT
    with open(0 if standard_input else path, "rb", closefd=not standard_input) as stream:
        for number, found in objects_in(stream, limit):
            if isinstance(found, Unreadable):
                yield BrokenSource(place(path, number), str(found))
            else:
                yield Document(path, number, found)


def _documents_of_items(path: Path, kind: str, limit: int) -> Iterator[Document | BrokenSource]:
    for number, found in _items(kind, _bytes_of(path, limit)):
        if isinstance(found, Unreadable):
            yield BrokenSource(place(path, item=number), str(found))
        else:
            yield Document(path, None, found, number)


def _items(kind: str, received: bytes) -> _Items:
    if kind == "json":
        return items_in(received)
    from service.sources.feeds import entries_in  # and with it lxml, which is slow to import

    return entries_in(received)


def _bytes_of(path: Path, limit: int) -> bytes:
    """The whole file; reading stops just past the limit, for a pipe does not tell its size beforehand."""
    with path.open("rb") as file:
        received = file.read(limit + 1)
    if len(received) > limit:
        raise Unreadable(f"is over {limit:,} bytes, the most that is taken")
    return received
