"""Asks for quotes: pages under any conditions, their number, and one by its id."""

from collections.abc import Collection
from typing import Any

from psycopg.sql import SQL

from service.store import quote_keysets
from service.store.conditions import QuoteConditions, storable
from service.store.cursors import Page, Place, cursor, place_and_floor_of, place_of
from service.store.leading import lead_of
from service.store.listing import LOWEST, Rows, Slice, oldest_first, page
from service.store.pool import Connection, json_of
from service.store.quote_conditions import asked_of
from service.store.quote_keysets import BY_CONFIDENCE, BY_TIME, MOST_RANKED
from service.store.quote_rows import quote_row
from service.store.statements import statement

__all__ = ["Page", "QuoteConditions", "count", "find", "get"]
# Of an array Postgres would see how long it is, and plan anew for each.
_THESE = SQL(
    " JOIN jsonb_to_recordset(%(found)s) AS w (article_id text, id text) ON q.article_id = w.article_id AND q.id = w.id"
)


def find(
    connection: Connection, conditions: QuoteConditions, limit: int, after: str | None = None, *,
    meant: Collection[str] | None = None,
) -> Page:  # fmt: skip
    """Up to `limit` quotes that meet the conditions. InvalidCursor: `after` is not of this question.

    `meant`: ids of those whom the names of speakers mean, where they have been looked up already. By relevance the
    MOST_RANKED newest that match are ranked, on all pages the same ones.
    """
    if conditions.sort == "relevance" and conditions.q:
        return _find_by_relevance(connection, conditions, limit, after, meant)
    by_confidence = conditions.sort == "confidence"
    place = place_of(conditions, after, float if by_confidence else int) if after else None
    asked = asked_of(connection, conditions, meant)
    if asked.is_hopeless:
        return Page([], None)
    lead = lead_of(connection, asked, by_time=not by_confidence)

    def fetch(wanted: Slice) -> Rows:
        order, values = BY_CONFIDENCE if by_confidence else BY_TIME, asked.values | wanted.parameters()
        if lead == "few":
            found = connection.execute(quote_keysets.keys(asked, wanted, order, lead), values, prepare=asked.prepare)
            rows = _rows(connection, found.fetchall(), listed=not conditions.as_of)
            if rows is not None:
                return rows
        query = quote_keysets.page(asked, wanted, order, lead)
        return connection.execute(query, values, prepare=asked.prepare).fetchall()

    highest_first = Slice(False, place, limit + 1)
    rows = oldest_first(fetch, place, limit + 1) if conditions.sort == "date" else fetch(highest_first)
    return page(conditions, [quote_row(row) for row in rows], limit)


def count(connection: Connection, conditions: QuoteConditions, most: int | None = None) -> int:
    """How many quotes meet the conditions, over all pages; counted up to `most` where that is given."""
    asked = asked_of(connection, conditions)
    if asked.is_hopeless:
        return 0
    row = connection.execute(quote_keysets.counted(asked, most), asked.values, prepare=asked.prepare).fetchone()
    return int(row["count"]) if row else 0


def get(connection: Connection, quote_id: str) -> dict[str, Any] | None:
    """The quote of this id, one that is listed no more too (`listed` says so); None where there is none."""
    article_id, _, _ = storable(quote_id).partition(".")
    query = statement("quote_rows") + SQL(" WHERE q.article_id = %(article)s AND q.id = %(id)s")
    row = connection.execute(query, {"article": article_id, "id": storable(quote_id)}).fetchone()
    return quote_row(row) if row else None


def _rows(connection: Connection, found: Rows, *, listed: bool) -> Rows | None:
    """What is told of the quotes that were found, each with its place; of this Postgres keeps the plan, which would
    take longer to make than all else where few were found. None: some went meanwhile, or are `listed` no more.
    """
    query = statement("quote_rows") + _THESE
    values = {"found": json_of([{name: each[name] for name in ("article_id", "id")} for each in found])}
    rows = {row["id"]: row for row in connection.execute(query, values).fetchall()} if found else {}
    if len(rows) < len(found) or (listed and not all(row["listed"] for row in rows.values())):
        return None
    return [rows[each["id"]] | {"place": each["place"]} for each in found]


def _find_by_relevance(
    connection: Connection, conditions: QuoteConditions, limit: int, after: str | None, meant: Collection[str] | None
) -> Page:
    place, floor = place_and_floor_of(conditions, after) if after else (None, None)
    asked = asked_of(connection, conditions, meant)
    if asked.is_hopeless:
        return Page([], None)
    wanted = Slice(False, place, limit + 1)
    query = quote_keysets.ranked_page(asked, wanted, floor, lead_of(connection, asked, by_time=True))
    bounds = {"floor": floor[0], "floor_id": floor[1]} if floor else {}
    values = asked.values | wanted.parameters() | bounds
    rows = connection.execute(query, values, prepare=asked.prepare).fetchall()
    lowest = [_floor(row.pop("candidates"), row.pop("floor")) for row in rows]
    places = [(row.pop("place"), row["id"]) for row in rows]
    found = [quote_row(row) for row in rows[:limit]]
    return Page(found, cursor(conditions, places[limit - 1], floor or lowest[0]) if len(rows) > limit else None)


def _floor(candidates: int, lowest: list[Any]) -> Place:
    """Below which nothing is ranked on later pages; where all that match are ranked, there is no such place."""
    return LOWEST if candidates < MOST_RANKED else (lowest[0], lowest[1])
