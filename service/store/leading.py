"""Decides what leads a search of quotes, so that it looks through as little as may be, whatever is asked for.

An index in the order of the page finds common things at once and rare ones at its far end; the indexes of words and
keys find rare things at once, but must fetch all of them. Where a page of 26 of `n` among `N` quotes is asked for, the
one looks through 26 N / n rows, the other through n: they are even where n is the root of 26 N.
"""

from math import inf, sqrt

from psycopg.sql import SQL

from service.store.pool import Connection
from service.store.quote_conditions import Asked
from service.store.quote_keysets import Lead, from_stocks
from service.store.said_words import said_words
from service.store.statements import statement

_PAGE = 26
_FEW_ANYWAY = 500  # quotes of a speaker that are sooner looked through than anything is estimated
_MORE_IN_DOUBT = 10
_EXPLAIN = SQL("EXPLAIN (FORMAT JSON) ")


def lead_of(connection: Connection, asked: Asked, *, by_time: bool) -> Lead:
    """The lead for one page. Only of time there is an index for each speaker."""
    if by_time and not asked.is_selective:
        return "order"
    spoken = inf if asked.speakers is None else _spoken(connection, asked.speakers)
    if spoken <= _FEW_ANYWAY:
        return "order" if by_time else "speakers"
    bound = sqrt(_PAGE * max(said_words(connection).quotes, _PAGE))
    if _rarest(connection, asked) <= min(bound, spoken):
        return "few"
    expected = _estimate(connection, asked) if asked.is_selective else inf
    if expected <= min(bound, spoken):
        return "few"
    if by_time:
        return "order"
    # A speaker and a party may go together nowhere: then the index in the order of the page is read to its end.
    most = bound * (_MORE_IN_DOUBT if asked.is_selective else 1)
    if spoken <= most:
        return "speakers"
    return "few" if spoken < inf and expected <= most else "order"


def _spoken(connection: Connection, speaker_ids: list[str]) -> int:
    row = connection.execute(statement("speakers_quoted"), {"ids": speaker_ids}).fetchone()
    return int(row["number"]) if row else 0


def _rarest(connection: Connection, asked: Asked) -> float:
    """In how many quotes at most the rarest of the words is that each must hold: to know that takes a third of the time
    of an estimate.
    """
    said = said_words(connection)
    if not asked.held or not said.having:
        return inf
    rows = connection.execute(statement("stems"), {"words": asked.held})
    return min((said.of(row["stem"]) for row in rows), default=inf)


def _estimate(connection: Connection, asked: Asked) -> float:
    """How many quotes the server expects to meet all conditions but the one on the speakers."""
    row = connection.execute(_EXPLAIN + from_stocks(asked), asked.values, prepare=False).fetchone()
    return float(row["QUERY PLAN"][0]["Plan"]["Plan Rows"]) if row else 0.0
