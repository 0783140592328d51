"""The statements that find the places of a page of quotes, led as store/leading.py says."""

from typing import Literal

from psycopg.sql import SQL, Composable, Composed

from service.store import listing
from service.store.cursors import Place
from service.store.listing import Slice, all_of
from service.store.quote_conditions import Asked, Stock
from service.store.statements import statement

# So many quotes, the newest that match, are ranked by relevance; a common word matches more than can be ranked in time.
MOST_RANKED = 2_000

# By the index in the order of the page; by the speakers' quotes; by what few the other conditions leave.
Lead = Literal["order", "speakers", "few"]

BY_TIME, BY_CONFIDENCE = SQL("q.time_order"), SQL("q.confidence")
_PLACE, _ID = SQL("place"), SQL("id")
_OF_SPEAKERS = SQL(
    "SELECT DISTINCT k.article_id, k.id, k.place FROM {wanted}({keys} AND s.speaker_id = {speaker}{conditions}{order})"
    " AS k{last_order}"
)
# One short index scan per speaker, merged: a scan over several speakers at once would sort all their quotes.
_EACH = {
    "wanted": SQL("unnest(%(speakers)s::text[]) AS wanted (speaker_id) CROSS JOIN LATERAL "),
    "speaker": SQL("wanted.speaker_id"),
}
# Of one alone Postgres keeps the plan; of an array, whose length it guesses, it would make one for every request, which
# takes as long as the page.
_ONE = {"wanted": SQL(""), "speaker": SQL("(%(speakers)s::text[])[1]")}
_OF_ALL = SQL(
    "SELECT * FROM (WITH found AS MATERIALIZED ({keys}) SELECT DISTINCT * FROM found WHERE true{spoken}) AS found"
    " WHERE true{conditions}{order}"
)
_PAGE = SQL(
    "WITH page AS ({keys}) SELECT rows.*, page.place FROM page CROSS JOIN LATERAL"
    " ({rows} WHERE q.article_id = page.article_id AND q.id = page.id) AS rows{order}"
)
_RANKED_PAGE = SQL(
    "WITH candidates AS MATERIALIZED ({keys}), page AS (SELECT * FROM ("
    "SELECT c.article_id, c.id, ts_rank_cd(q.words, {query})::float8 AS place FROM candidates c"
    " JOIN quotes q ON q.article_id = c.article_id AND q.id = c.id) AS ranked WHERE true{conditions}{page_order})"
    " SELECT rows.*, page.place, (SELECT count(*) FROM candidates) AS candidates,"
    " (SELECT jsonb_build_array(place, id) FROM candidates ORDER BY place, id LIMIT 1) AS floor"
    " FROM page CROSS JOIN LATERAL ({rows} WHERE q.article_id = page.article_id AND q.id = page.id) AS rows{order}"
)
_NOTHING = SQL("")
_BOUNDS = {
    "place_from": SQL("s.time_order > %(place_from)s"),
    "place_to": SQL("s.time_order < %(place_to)s"),
}
_FLOOR = SQL(" AND (q.time_order, q.id) >= (%(floor)s, %(floor_id)s)")


# By all that they differ in, where these are few: to put one together takes a ninth of the time of its page.
_pages: dict[tuple[object, ...], SQL] = {}
_MOST_PAGES = 1_000


def page(asked: Asked, wanted: Slice, place: SQL, lead: Lead) -> SQL | Composed:
    """The rows of a page in the order of a place."""
    if asked.is_selective or asked.is_skewed:
        return _page(asked, wanted, place, lead)
    speakers = None if asked.speakers is None else min(len(asked.speakers), 2)
    shape = (wanted.rising, wanted.after is None, wanted.limit, wanted.undated)
    alike = (speakers, *(each.as_string() for each in asked.conditions), *shape, place is BY_TIME, lead)
    if alike not in _pages and len(_pages) < _MOST_PAGES:
        _pages[alike] = SQL(_page(asked, wanted, place, lead).as_string())
    return _pages.get(alike) or _page(asked, wanted, place, lead)


def _page(asked: Asked, wanted: Slice, place: SQL, lead: Lead) -> Composed:
    order = wanted.order(SQL("page.place"), SQL("page.id"))
    return _PAGE.format(keys=keys(asked, wanted, place, lead), rows=statement("quote_rows"), order=order)


def ranked_page(asked: Asked, wanted: Slice, floor: Place | None, lead: Lead) -> Composed:
    """The rows of a page in the order of relevance, each with the lowest place of all that are ranked and their number.

    With a `floor`, which a page before gave, all above it are ranked: what has come since pushes nothing out.
    """
    window = Slice(False, None, MOST_RANKED if floor is None else None)
    candidates = keys(asked, window, BY_TIME, lead, floor=floor is not None)
    return _RANKED_PAGE.format(
        keys=candidates, query=asked.query, conditions=all_of(wanted.conditions(_PLACE, _ID)),
        page_order=wanted.order(_PLACE, _ID), rows=statement("quote_rows"),
        order=wanted.order(SQL("page.place"), SQL("page.id")),
    )  # fmt: skip


def counted(asked: Asked, most: int | None = None) -> Composed:
    """How many there are, counted up to `most`."""
    return listing.counted(from_stocks(asked, all_of(asked.spoken())), most)


def from_stocks(asked: Asked, tail: Composable = _NOTHING, place: SQL = BY_TIME) -> Composed:
    """article_id, id and place of all that meet the conditions but the one on the speakers."""
    each = [
        statement("quote_keys").format(place=place) + all_of([stock.condition, *asked.conditions]) + tail
        for stock in asked.stocks
    ]
    return SQL(" UNION ALL ").join(each)


def keys(asked: Asked, wanted: Slice, place: SQL, lead: Lead, *, floor: bool = False) -> Composed:
    """article_id, id and place of a slice. `floor`: only of what lies above the floor in the values."""
    above = _FLOOR if floor else _NOTHING
    if lead == "few":
        return _of_all(from_stocks(asked, above, place), asked.spoken("found"), wanted)
    if lead == "speakers":
        return _of_all(_all_of_speakers(asked, above, place), [], wanted)
    by_speaker = asked.speakers is not None and place is BY_TIME
    each = [_of_speakers(asked, stock, wanted, above) if by_speaker else _of_stock(asked, stock, wanted, place, above)
            for stock in asked.stocks]  # fmt: skip
    if len(each) == 1:
        return each[0]
    parts = SQL(" UNION ALL ").join(SQL("({})").format(part) for part in each)
    return SQL("SELECT * FROM ({}) AS stocks{}").format(parts, wanted.order(_PLACE, _ID))


def _of_all(found: Composed, spoken: list[Composable], wanted: Slice) -> Composed:
    conditions, order = all_of(wanted.conditions(_PLACE, _ID)), wanted.order(_PLACE, _ID)
    return _OF_ALL.format(keys=found, spoken=all_of(spoken), conditions=conditions, order=order)


def _all_of_speakers(asked: Asked, above: Composable, place: SQL) -> Composed:
    each = [
        statement("quote_keys_of_speaker").format(place=place)
        + SQL(" AND s.speaker_id = ANY(%(speakers)s)")
        + all_of([_on_speakers(stock), stock.condition, *asked.conditions])
        + above
        for stock in asked.stocks
    ]
    return SQL(" UNION ALL ").join(each)


def _on_speakers(stock: Stock) -> SQL:
    return SQL("s.listed" if stock.listed else "NOT s.listed")


def _of_stock(asked: Asked, stock: Stock, wanted: Slice, place: SQL, above: Composable) -> Composed:
    tie = SQL("q.id")
    conditions = [stock.condition, *asked.conditions, *asked.spoken(), *wanted.conditions(place, tie)]
    return statement("quote_keys").format(place=place) + all_of(conditions) + above + wanted.order(place, tie)


def _of_speakers(asked: Asked, stock: Stock, wanted: Slice, above: Composable) -> Composed:
    place, tie = SQL("s.time_order"), SQL("s.quote_id")
    # What bounds the scan of quotes in order of time must bound that of the speakers' quotes, too.
    bounds = [bound for name, bound in _BOUNDS.items() if name in asked.values]
    conditions = [_on_speakers(stock), *bounds, stock.condition, *asked.conditions, *wanted.conditions(place, tie)]
    return _OF_SPEAKERS.format(
        **(_ONE if asked.speakers is not None and len(asked.speakers) == 1 else _EACH),
        keys=statement("quote_keys_of_speaker").format(place=place),
        conditions=all_of(conditions) + above,
        order=wanted.order(place, tie),
        last_order=wanted.order(SQL("k.place"), SQL("k.id")),
    )
