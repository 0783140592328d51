"""The feed of changes: every writing transaction publishes what it changed, as its last act; pollers read in order.

Numbers are given out under one lock that is held until the transaction ends, so that who has read up to a number has
read all up to it. A transaction that is rolled back leaves at most a gap in the numbers.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from psycopg.sql import SQL, Composed
from psycopg.sql import Literal as SqlLiteral

from service.errors import InvalidCursor, NoLongerKept
from service.regex import regex
from service.store.conditions import place_in_time
from service.store.cursors import Page
from service.store.pool import Connection, json_of
from service.store.statements import statement

Row = dict[str, Any]
Kind = Literal["article", "speaker", "quote", "claim"]

EVENTS: Mapping[Kind, tuple[str, ...]] = {
    "article": ("added", "revised", "corrected", "erased"),
    "speaker": ("added", "merged", "split", "corrected", "withdrawn"),
    "quote": ("added", "reattributed", "corrected", "withdrawn", "erased"),
    "claim": ("opened", "answered", "changed", "merged", "closed"),
}
BEGINNING, NOW = "0", "now"
_DAY = 86_400.0  # seconds
_PRUNED_AT_ONCE = 10_000  # by one transaction
_IN_ORDER = SQL(" ORDER BY c.number LIMIT {}")
# One short index scan for each event asked for, merged: a rare one is found without reading the others.
_OF_EVENTS = SQL(
    "SELECT c.* FROM unnest(%(kinds)s::text[], %(events)s::text[]) AS wanted (kind, event)"
    " CROSS JOIN LATERAL ({rows} AND c.kind = wanted.kind AND c.event = wanted.event{order}) AS c{order}"
)
_CURSOR = regex(r"([1-9][0-9]{0,17})-([0-9a-f]{8})")


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one article, speaker, quote or claim.

    `article` is where the words stand that it is about. `details` may hold `before` and `after` (ids, numbers and
    states, never words: these must be erasable), `fields` (the names of what was corrected) and `dispute`.
    """

    kind: Kind
    event: str
    id: str
    article: str | None = None
    details: Mapping[str, Any] = field(default_factory=dict)


def publish(connection: Connection, changes: Iterable[Change]) -> None:
    """Enters changes into the feed in this order. The last act of the transaction that makes them: from here to its
    end all other writers wait.
    """
    made = list(changes)
    if not made:
        return
    rows = [
        {"kind": each.kind, "event": each.event, "subject": each.id, "article": each.article, "details": each.details}
        for each in made
    ]
    connection.execute(statement("changes_insert"), {"rows": json_of(rows)})


def find(
    connection: Connection, limit: int, after: str | None = None, *, kinds: Sequence[str] = (),
    events: Sequence[str] = (),
) -> Page:  # fmt: skip
    """Up to `limit` changes behind `after` in their order, of these kinds and events, if any are given.

    Without `after` from the oldest that is kept. `next` is always there: where to go on. InvalidCursor: `after` is no
    place of this feed. NoLongerKept: it is one, but not all that followed it is kept.
    """
    place = floor(connection) if after is None else number_of(connection, after)
    rows = between(connection, place, limit, kinds=kinds, events=events)
    if after is not None:
        # Looked at after the rows were read: some may have been pruned just before that.
        check_kept(connection, place)
    return Page([shown(row) for row in rows], cursor_of(rows[-1]) if rows else cursor_at(connection, place))


def between(
    connection: Connection, after: int, limit: int, *, kinds: Sequence[str] = (), events: Sequence[str] = ()
) -> list[Row]:
    """The first `limit` rows behind the number `after`, of these kinds and events, if any are given."""
    values: Row = {"after": after}
    query: Composed = statement("changes_after") + _IN_ORDER.format(SqlLiteral(limit))
    if kinds or events:
        pairs = [
            (kind, event) for kind, known in EVENTS.items() for event in known
            if (not kinds or kind in kinds) and (not events or event in events)
        ]  # fmt: skip
        values |= {"kinds": [kind for kind, _ in pairs], "events": [event for _, event in pairs]}
        query = _OF_EVENTS.format(rows=statement("changes_after"), order=_IN_ORDER.format(SqlLiteral(limit)))
    return connection.execute(query, values).fetchall()


def number_of(connection: Connection, after: str) -> int:
    """The number behind which a cursor of this feed goes on. InvalidCursor: it is none. NoLongerKept: not all that
    followed it is kept.

    After the restoring of an older backup the numbers are given out anew: a cursor from before would skip what they
    say now, so each carries a mark of its change.
    """
    if after == BEGINNING:
        check_kept(connection, 0)
        return 0
    if after == NOW:
        row = connection.execute(statement("change_last")).fetchone()
        return int(row["number"]) if row else 0
    match = _CURSOR.fullmatch(after)
    row = connection.execute(statement("change_at"), {"number": int(match[1])}).fetchone() if match else None
    if row is None or cursor_of(row) != after:
        if match:
            check_kept(connection, int(match[1]))
        raise InvalidCursor(
            "this cursor is no place of the feed; if it was one, the store was restored from an older backup: "
            f"begin again with after={BEGINNING}"
        )
    return int(row["number"])


def floor(connection: Connection) -> int:
    """The number of the last change that is kept no more; 0 where all are kept."""
    row = connection.execute(statement("changes_floor")).fetchone()
    return int(row["number"]) if row else 0


def prune(connection: Connection, days: float) -> int:
    """Removes some of the oldest changes, those that are older than `days`, and says how many: 0 once all are gone.

    Within a transaction. What a webhook has still to be told stays, and so does the newest change.
    """
    mine = connection.execute(statement("changes_prune_lock")).fetchone()
    if mine is None or not mine["mine"]:
        return 0
    values = {"kept": days * _DAY, "most": _PRUNED_AT_ONCE}
    return connection.execute(statement("changes_prune"), values).rowcount


def check_kept(connection: Connection, number: int) -> None:
    """NoLongerKept: not all that followed the change of this number is kept."""
    if number < floor(connection):
        raise NoLongerKept(
            f"What followed this place is kept no more: begin anew, with the place that after={NOW} gives now and then "
            "with all that is there, and go on from that place."
        )


def keep(connection: Connection) -> None:
    """Has nothing pruned until this transaction ends, so that what it wants told is still there."""
    connection.execute(statement("changes_keep"))


def changed_at(connection: Connection, pairs: Iterable[tuple[str, str]]) -> dict[str, datetime]:
    """When each of these ids, given with its article, was last changed: of what the feed does not know, when its
    article was taken in.
    """
    ids = list(pairs)
    values = {"ids": [id for id, _ in ids], "articles": [article for _, article in ids]}
    return {row["id"]: row["at"] for row in connection.execute(statement("changed_at"), values)}


def cursor_at(connection: Connection, number: int) -> str:
    """The cursor of the change of this number; of 0 the beginning."""
    row = connection.execute(statement("change_at"), {"number": number}).fetchone() if number else None
    return cursor_of(row) if row else BEGINNING


def cursor_of(row: Row) -> str:
    """The cursor that goes on behind a change; also the id of the change."""
    mark = hashlib.sha256(f"{row['number']} {place_in_time(row['at'])}".encode()).hexdigest()
    return f"{row['number']}-{mark[:8]}"


def shown(row: Row) -> Row:
    """A row as the feed tells it."""
    told: Row = {"id": cursor_of(row), "at": row["at"], "kind": row["kind"], "event": row["event"]}
    if row["article_id"]:
        told["article"] = row["article_id"]
    told[row["kind"]] = row["subject_id"]
    return told | dict(row["details"])
