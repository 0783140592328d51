"""Goes through all that a search finds, some at a time, within one state of the store."""

import time
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from service.errors import Unavailable
from service.exporting.forms import Form, Item
from service.exporting.kinds import Kind
from service.store.pool import Connection, Pool

_AT_ONCE = 200  # items in memory


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: the conditions of its kind, after which cursor, how many at most, and for how long.

    `fields` are those of each item that are wanted, all if None; `beside` adds to rows what else is to stand in them.
    """

    conditions: Any
    after: str | None = None
    most: int | None = None
    seconds: float | None = None
    fields: Collection[str] | None = None
    beside: Callable[[Connection, list[dict[str, Any]]], None] | None = None


def lines(pool: Pool, kind: Kind, form: Form, wanted: Wanted) -> Generator[bytes]:
    """All items, as bytes to be sent or written one after the other; first what stands before them.

    InvalidCursor: before anything else. Unavailable: the database went away, or the time is over. What was given out
    until then is right, and not all. The connection is let go of at the end, or once the generator is closed.
    """
    end = time.monotonic() + wanted.seconds if wanted.seconds else None
    after, left = wanted.after, wanted.most
    columns = kind.columns_of(wanted.fields)
    with pool.snapshot() as connection:
        head = form.head(columns)
        while True:
            some = _AT_ONCE if left is None else min(_AT_ONCE, left)
            page = kind.find(connection, wanted.conditions, some, after)
            if wanted.beside:
                wanted.beside(connection, page.items)
            yield head + form.written(columns, _items(kind, page.items, wanted.fields))
            head, after, left = b"", page.next, None if left is None else left - len(page.items)
            if after is None or left == 0:
                return
            if end is not None and time.monotonic() > end:
                raise Unavailable(f"this took longer than {wanted.seconds:.0f} seconds")


def _items(kind: Kind, rows: Iterable[Item], fields: Collection[str] | None) -> Iterator[Item]:
    wanted = {"id", *fields} if fields else None
    for row in rows:
        item = kind.item.row_dump(row)
        yield {name: item[name] for name in item if name in wanted} if wanted else item
