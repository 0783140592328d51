"""Asks for quotes: pages under any conditions, their number, and one by its id."""

from typing import Any

from psycopg.sql import SQL, Composable, Composed

from service.store import speakers
from service.store.conditions import QuoteConditions, fragments, parameters, storable
from service.store.cursors import Page, place_of
from service.store.listing import Rows, Slice, all_of, oldest_first, page
from service.store.pool import Connection
from service.store.quote_rows import quote_row
from service.store.statements import statement

__all__ = ["Page", "QuoteConditions", "count", "find", "get"]

_Q, _PLACE, _ID = SQL("q"), SQL("place"), SQL("id")
_SPOKEN = SQL(
    "EXISTS (SELECT FROM quote_speakers s WHERE s.article_id = q.article_id AND s.quote_id = q.id"
    " AND s.speaker_id = ANY(%(speakers)s))"
)
# One short index scan per speaker, merged: a scan over several speakers at once would sort all their quotes.
_OF_SPEAKERS = SQL(
    "SELECT DISTINCT k.article_id, k.id, k.place FROM unnest(%(speakers)s::text[]) AS wanted (speaker_id)"
    " CROSS JOIN LATERAL ({keys} AND s.speaker_id = wanted.speaker_id{conditions}{order}) AS k{last_order}"
)
_PAGE = SQL(
    "WITH page AS ({keys}) SELECT rows.*, page.place FROM page CROSS JOIN LATERAL"
    " ({rows} WHERE q.article_id = page.article_id AND q.id = page.id) AS rows{order}"
)


def find(connection: Connection, conditions: QuoteConditions, limit: int, after: str | None = None) -> Page:
    """Up to `limit` quotes that meet the conditions. InvalidCursor: `after` is not of this question."""
    by_relevance = conditions.sort == "relevance" and bool(conditions.q)
    place = place_of(conditions, after, float if by_relevance else int) if after else None
    values = _values(connection, conditions)
    if values.get("speakers") == []:
        return Page([], None)

    def fetch(wanted: Slice) -> Rows:
        query = _page_query(values, wanted, by_relevance)
        return connection.execute(query, values | wanted.parameters()).fetchall()

    newest_first = Slice(False, place, limit + 1)
    rows = oldest_first(fetch, place, limit + 1) if conditions.sort == "date" else fetch(newest_first)
    return page(conditions, [quote_row(row) for row in rows], limit)


def count(connection: Connection, conditions: QuoteConditions) -> int:
    """How many quotes meet the conditions, over all pages."""
    values = _values(connection, conditions)
    if values.get("speakers") == []:
        return 0
    query = SQL("SELECT count(*) FROM ({}{}) AS found").format(statement("quote_keys"), _tail(values))
    row = connection.execute(query, values).fetchone()
    return int(row["count"]) if row else 0


def get(connection: Connection, quote_id: str) -> dict[str, Any] | None:
    """The quote of this id, one that is listed no more too (`listed` says so); None where there is none."""
    article_id, _, _ = storable(quote_id).partition(".")
    query = statement("quote_rows") + SQL(" WHERE q.article_id = %(article)s AND q.id = %(id)s")
    row = connection.execute(query, {"article": article_id, "id": storable(quote_id)}).fetchone()
    return quote_row(row) if row else None


def _values(connection: Connection, conditions: QuoteConditions) -> dict[str, Any]:
    values = parameters(conditions)
    if conditions.speaker:
        values["speakers"] = speakers.ids_matching(connection, conditions.speaker)
    return values


def _tail(values: dict[str, Any]) -> Composable:
    return all_of(fragments(values, _Q) + ([_SPOKEN] if "speakers" in values else []))


def _page_query(values: dict[str, Any], wanted: Slice, by_relevance: bool) -> Composed:
    if by_relevance:
        keys = _keys_by_relevance(values, wanted)
    elif "speakers" in values:
        keys = _keys_of_speakers(values, wanted)
    else:
        place, tie = SQL("q.time_order"), SQL("q.id")
        conditions = all_of([*fragments(values, _Q), *wanted.conditions(place, tie)])
        keys = statement("quote_keys") + conditions + wanted.order(place, tie)
    return _PAGE.format(keys=keys, rows=statement("quote_rows"), order=wanted.order(SQL("page.place"), SQL("page.id")))


def _keys_of_speakers(values: dict[str, Any], wanted: Slice) -> Composable:
    place, tie = SQL("s.time_order"), SQL("s.quote_id")
    return _OF_SPEAKERS.format(
        keys=statement("quote_keys_of_speaker"),
        conditions=all_of([*fragments(values, _Q), *wanted.conditions(place, tie)]),
        order=wanted.order(place, tie),
        last_order=wanted.order(SQL("k.place"), SQL("k.id")),
    )


def _keys_by_relevance(values: dict[str, Any], wanted: Slice) -> Composable:
    ranked = SQL("SELECT * FROM ({}{}) AS ranked WHERE true{}{}")
    found = all_of(wanted.conditions(_PLACE, _ID))
    return ranked.format(statement("quote_keys_by_relevance"), _tail(values), found, wanted.order(_PLACE, _ID))
