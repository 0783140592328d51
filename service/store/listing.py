"""Keyset slices and pages of any list that is ordered by a place and an id."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from psycopg.sql import SQL, Composable, Composed, Literal

from service.store.conditions import FIRST_DATED
from service.store.cursors import Page, Place, cursor

Rows = list[dict[str, Any]]
_AFTER_FALLING = SQL("({place}, {tie}) < (%(place)s, %(place_id)s)")
# The first condition bounds the scan of the index, which the second alone would not.
_AFTER_RISING = SQL("{place} >= %(place)s AND ({place} > %(place)s OR {tie} < %(place_id)s)")
LOWEST: Place = (-(2**63), "")


@dataclass(frozen=True, slots=True)
class Slice:
    """The `limit` rows that come after a place, rising or falling; of one place always by falling id.

    `undated` cuts a rising slice off before FIRST_DATED; `limit` None: all of them.

    The limit is written into the SQL: with a parameter there, Postgres guesses badly and never keeps a generic plan.
    """

    rising: bool
    after: Place | None
    limit: int | None
    undated: bool = False

    def conditions(self, place: SQL, tie: SQL) -> list[Composable]:
        """The conditions on the columns of the place and of the id."""
        found: list[Composable] = []
        if self.after:
            after = _AFTER_RISING if self.rising else _AFTER_FALLING
            found.append(after.format(place=place, tie=tie))
        if self.undated:
            found.append(SQL("{} < {}").format(place, Literal(FIRST_DATED)))
        return found

    def order(self, place: SQL, tie: SQL) -> Composed:
        """The ORDER BY and LIMIT over the same columns."""
        direction = SQL("ASC") if self.rising else SQL("DESC")
        limit = SQL("") if self.limit is None else SQL(" LIMIT {}").format(Literal(self.limit))
        return SQL(" ORDER BY {} {}, {} DESC").format(place, direction, tie) + limit

    def parameters(self) -> dict[str, Any]:
        """The values that `conditions` speaks of."""
        return {"place": self.after[0], "place_id": self.after[1]} if self.after else {}


def oldest_first(fetch: Callable[[Slice], Rows], after: Place | None, limit: int) -> Rows:
    """Rows in rising order of time, those without a date behind all others although their places lie below."""
    rows: Rows = []
    if after is None or after[0] >= FIRST_DATED:
        rows = fetch(Slice(True, after or (FIRST_DATED - 1, ""), limit))
        after = LOWEST
    if len(rows) < limit:
        rows += fetch(Slice(True, after, limit - len(rows), undated=True))
    return rows


def all_of(conditions: Iterable[Composable]) -> Composable:
    """The conditions as the tail of a WHERE that holds one already."""
    return SQL("").join(SQL(" AND ") + condition for condition in conditions)


def counted(query: Composable, most: int | None) -> Composed:
    """How many rows a query finds, counted up to `most` where that is given."""
    bound = SQL("") if most is None else SQL(" LIMIT {}").format(Literal(most))
    return SQL("SELECT count(*) AS count FROM ({}{}) AS found").format(query, bound)


def page(question: object, rows: Rows, limit: int) -> Page:
    """The first `limit` of rows fetched one beyond it; each row gives up its `place`."""
    places: list[Place] = [(row.pop("place"), row["id"]) for row in rows]
    more = len(rows) > limit
    return Page(rows[:limit], cursor(question, places[limit - 1]) if more else None)
