"""Finds stored statements and answers by the keys that they share with new ones: some newest of each key, never all."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain
from typing import Any, Literal, NamedTuple

from service.disputes.across import EARLY, WINDOW
from service.store.claim_holdings import Answered, Stated
from service.store.conditions import FIRST_DATED, place_in_time
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
Side = Literal["claim", "answer"]
_OF_KEY, _UNDATED_OF_KEY = 40, 10  # newest of a key that are looked at, and those without a date
_MOST = 30  # candidates of one statement or answer: those that share most keys, of equals the newest
_LONGEST = timedelta(days=366)  # a period that news gives as a date
_FIRST, _LAST = -(2**63), 2**63 - 1


class Bounds(NamedTuple):
    """Places in time between which a counterpart has to begin; all of them for what has no date itself."""

    low: int
    high: int


def around(row: Row, before: int, after: int) -> Bounds:
    """From so many days before a row's period to so many after it."""
    if row["published_from"] is None:
        return Bounds(_FIRST, _LAST)
    low = _moved(row["published_from"], -timedelta(days=before) - _LONGEST)
    return Bounds(max(low, FIRST_DATED), _moved(row["published_until"], timedelta(days=after)))


def of_same_claim(row: Row) -> Bounds:
    """Where statements of the same claim stand."""
    return around(row, WINDOW, WINDOW)


def of_claims(row: Row) -> Bounds:
    """Where the claims stand that an answer may dispute."""
    return around(row, WINDOW, EARLY)


def of_answers(row: Row) -> Bounds:
    """Where the answers to a claim stand."""
    return around(row, EARLY, WINDOW)


def days_between(first: Row, then: Row) -> int | None:
    """The fewest days that can lie between two periods, below 0 where the second comes first; None without dates."""
    if first["published_from"] is None or then["published_from"] is None:
        return None
    (start, end), (other_start, other_end) = _days(first), _days(then)
    if other_start > end:
        return (other_start - end).days
    return min(0, (other_end - start).days)


class Sought(NamedTuple):
    """For each id the keys by which its counterparts on one side of the store are found, and the bounds of these."""

    side: Side
    wanted: Mapping[str, Sequence[int]]
    bounds: Mapping[str, Bounds]

    def places(self, id: str) -> list[tuple[bool, int, Bounds]]:
        """Where the store has what an id seeks."""
        return [(self.side == "claim", key, self.bounds[id]) for key in self.wanted[id]]


def candidates(
    connection: Connection, *sought: Sought, of_key: int = _OF_KEY, most: int = _MOST
) -> list[dict[str, list[str]]]:
    """Of each of these, for each id its candidates, those that share most keys first; all by one statement.

    `of_key` of the newest of a key are looked at, and `most` candidates given.
    """
    places = [{id: each.places(id) for id in each.wanted} for each in sought]
    asked = list(dict.fromkeys(chain.from_iterable(chain.from_iterable(each.values() for each in places))))
    postings: dict[tuple[bool, int, Bounds], list[tuple[int, str]]] = {}
    for row in _postings(connection, asked, of_key):
        postings.setdefault(asked[row["number"] - 1], []).append((row["time_order"], row["id"]))
    return [{id: _most_shared(id, here, postings)[:most] for id, here in each.items()} for each in places]


def statements_of(connection: Connection, ids: Iterable[str]) -> list[Stated]:
    """The stored statements of these ids."""
    placed = _placed(ids)
    rows = connection.execute(statement("claim_statements_by_id"), placed).fetchall() if placed["ids"] else []
    return list(map(Stated, rows))


def answers_of(connection: Connection, ids: Iterable[str]) -> list[Answered]:
    """The stored answers of these ids."""
    placed = _placed(ids)
    rows = connection.execute(statement("claim_answers_by_id"), placed).fetchall() if placed["ids"] else []
    return list(map(Answered, rows))


def article_of(id: str) -> str:
    """The article that a statement or an answer stands in."""
    return id.partition(".")[0]


def _postings(connection: Connection, asked: Sequence[tuple[bool, int, Bounds]], of_key: int) -> Iterable[Row]:
    if not asked:
        return []
    sides, keys, bounds = zip(*asked, strict=True)
    values = {
        "of_claims": list(sides), "keys": list(keys), "lows": [each.low for each in bounds],
        "highs": [each.high for each in bounds], "first_dated": FIRST_DATED, "some": of_key,
        "undated": _UNDATED_OF_KEY,
    }  # fmt: skip
    return connection.execute(statement("postings"), values).fetchall()


def _placed(ids: Iterable[str]) -> dict[str, list[str]]:  # fmt: skip
    once = sorted(set(ids))
    return {"articles": [article_of(id) for id in once], "ids": once}


def _most_shared(
    id: str, places: Iterable[tuple[bool, int, Bounds]],
    postings: Mapping[tuple[bool, int, Bounds], Iterable[tuple[int, str]]],
) -> list[str]:  # fmt: skip
    shared = Counter(chain.from_iterable([postings[place] for place in places if place in postings]))
    order = sorted(shared, key=lambda placed: (shared[placed], placed), reverse=True)
    return [other for _, other in order if other != id]


def _days(row: Row) -> tuple[date, date]:
    """The first and the last day of a row's period."""
    return row["published_from"].date(), (row["published_until"] - timedelta(microseconds=1)).date()


def _moved(instant: datetime, by: timedelta) -> int:
    return place_in_time(instant) + by // timedelta(microseconds=1)
