"""Asks who else prints a statement: all its printings, the earliest first, each held against that one word by word."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from psycopg.sql import SQL

from service.store.conditions import FIRST_DATED, storable
from service.store.cursors import Page, place_of
from service.store.listing import Rows, Slice, all_of, oldest_first, page
from service.store.pool import Connection
from service.store.quote_rows import quote_row
from service.store.statements import statement
from service.verifying.printed import Printed, printed_of
from service.verifying.variants import Variant, variant

Row = dict[str, Any]
Speaker = Literal["same", "other", "unknown"]
_PLACE, _ID = SQL("p.time_order"), SQL("p.id")
_SHOWN = 5  # printings of each quote beside a list
_THESE = SQL(
    " WHERE (q.article_id, q.id) IN"
    " (SELECT w.article_id, w.id FROM unnest(%(articles)s::text[], %(ids)s::text[]) AS w (article_id, id))"
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a cursor belongs to."""

    statement: str


def find(connection: Connection, quote_id: str, limit: int, after: str | None = None) -> tuple[Page, Row] | None:
    """Up to `limit` printings of the statement of a quote, and what is known of it: the earliest, how many there are.

    None: there is no such quote. InvalidCursor: `after` is not of this statement. Of one that is listed no more there
    are no printings.
    """
    mine = connection.execute(statement("print_of_quote"), _placed(storable(quote_id))).fetchone()
    if mine is None:
        return None
    asked = _Asked(mine["statement_id"] or "")
    place = place_of(asked, after) if after else None

    def fetch(wanted: Slice) -> Rows:
        query = statement("printings") + all_of(wanted.conditions(_PLACE, _ID)) + wanted.order(_PLACE, _ID)
        return connection.execute(query, asdict(asked) | wanted.parameters()).fetchall()

    found = page(asked, oldest_first(fetch, place, limit + 1), limit)
    first = [row["id"] for row in oldest_first(fetch, None, 1)]
    shown = _quotes(connection, [*first, *(row["id"] for row in found.items)])
    counted = connection.execute(statement("printings_count"), asdict(asked)).fetchone() or {}
    items = [_shown(shown[row["id"]], shown[first[0]]) for row in found.items if row["id"] in shown]
    return Page(items, found.next), counted | {"earliest": shown[first[0]] if first else None}


def variants_of(connection: Connection, quote_ids: Iterable[str]) -> dict[str, Row]:
    """For each listed quote of these ids: how many printings its statement has, the earliest, and some of them with
    what each did to its words; the quote itself is one of them.
    """
    ids = sorted(set(map(storable, quote_ids)))
    values = {"articles": [_article(id) for id in ids], "ids": ids, "first_dated": FIRST_DATED, "some": _SHOWN}
    rows = connection.execute(statement("printings_of_quotes"), values).fetchall()
    shown = _quotes(connection, [row["id"] for row in rows])
    found: dict[str, Row] = {}
    for row in rows:
        if row["id"] in shown:
            told = found.setdefault(row["of_quote"], {"count": row["count"], "earliest": row["id"], "items": []})
            told["items"].append(_shown(shown[row["id"]], shown[told["earliest"]]))
    return found


def _shown(quote: Row, earliest: Row) -> Row:
    found: Variant = variant(_printed(quote), _printed(earliest))
    return {
        "quote": quote, "kind": found.kind, "speaker": _speaker(quote, earliest),
        "differences": [asdict(each) for each in found.differences],
    }  # fmt: skip


def _printed(quote: Row) -> Printed:
    spans = [((each["start"], each["end"]), each["text"]) for each in quote["spans"]]
    return printed_of(quote["id"], spans, ())


def _speaker(quote: Row, earliest: Row) -> Speaker:
    mine, theirs = ({each["id"] for each in row["speakers"]} for row in (quote, earliest))
    if mine & theirs:
        return "same"
    return "other" if quote["attribution"] == earliest["attribution"] == "attributed" else "unknown"


def _quotes(connection: Connection, ids: Iterable[str]) -> Mapping[str, Row]:
    once = sorted(set(ids))
    values = {"articles": [_article(id) for id in once], "ids": once}
    rows = connection.execute(statement("quote_rows") + _THESE, values).fetchall()
    return {row["id"]: quote_row(row) for row in rows}


def _placed(id: str) -> Row:
    return {"article": _article(id), "id": id}


def _article(id: str) -> str:
    return id.partition(".")[0]
