"""The statements that find the places of a page of quotes, each led by what leaves least to look through."""

from psycopg.sql import SQL, Composable, Composed

from service.store import listing
from service.store.cursors import Place
from service.store.listing import Slice, all_of
from service.store.quote_conditions import Asked, Stock
from service.store.statements import statement

# So many quotes, the newest that match, are ranked by relevance; a common word matches more than can be ranked in time.
MOST_RANKED = 2_000
# Up to so many are looked through for the speaker; where there are more, the speaker's own are looked through.
FEW = 2_000

BY_TIME, BY_CONFIDENCE = SQL("q.time_order"), SQL("q.confidence")
_PLACE, _ID = SQL("place"), SQL("id")
# One short index scan per speaker, merged: a scan over several speakers at once would sort all their quotes.
_OF_SPEAKERS = SQL(
    "SELECT DISTINCT k.article_id, k.id, k.place FROM unnest(%(speakers)s::text[]) AS wanted (speaker_id)"
    " CROSS JOIN LATERAL ({keys} AND s.speaker_id = wanted.speaker_id{conditions}{order}) AS k{last_order}"
)
_OF_FEW = SQL(
    "SELECT * FROM (WITH few AS MATERIALIZED ({keys}) SELECT * FROM few WHERE true{spoken}) AS found"
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
_FLOOR = SQL(" AND (q.time_order, q.id) >= (%(floor)s, %(floor_id)s)")


def page(asked: Asked, wanted: Slice, place: SQL, *, few: bool = False) -> Composed:
    """The rows of a page in the order of a place. `few`: what is asked besides the speaker leaves no more than FEW."""
    found = keys(asked, wanted, place, few=few)
    order = wanted.order(SQL("page.place"), SQL("page.id"))
    return _PAGE.format(keys=found, rows=statement("quote_rows"), order=order)


def ranked_page(asked: Asked, wanted: Slice, floor: Place | None, *, few: bool = False) -> Composed:
    """The rows of a page in the order of relevance, each with the lowest place of all that are ranked and their number.

    With a `floor`, which a page before gave, all above it are ranked: what has come since pushes nothing out.
    """
    window = Slice(False, None, MOST_RANKED if floor is None else None)
    candidates = keys(asked, window, BY_TIME, few=few, floor=floor is not None)
    return _RANKED_PAGE.format(
        keys=candidates, query=asked.query, conditions=all_of(wanted.conditions(_PLACE, _ID)),
        page_order=wanted.order(_PLACE, _ID), rows=statement("quote_rows"),
        order=wanted.order(SQL("page.place"), SQL("page.id")),
    )  # fmt: skip


def counted(asked: Asked, most: int | None = None, *, speaker: bool = True) -> Composed:
    """How many there are, counted up to `most`; with or without the condition on the speaker."""
    spoken = asked.spoken() if speaker else []
    return listing.counted(_from_stocks(asked, all_of(spoken), BY_TIME), most)


def keys(asked: Asked, wanted: Slice, place: SQL, *, few: bool = False, floor: bool = False) -> Composed:
    """article_id, id and place of a slice. `floor`: only of what lies above the floor in the values."""
    above = _FLOOR if floor else SQL("")
    if asked.speakers is not None and few:
        return _OF_FEW.format(
            keys=_from_stocks(asked, above, place), spoken=all_of(asked.spoken("few")),
            conditions=all_of(wanted.conditions(_PLACE, _ID)), order=wanted.order(_PLACE, _ID),
        )  # fmt: skip
    by_speaker = asked.speakers is not None and place is BY_TIME
    each = [_of_speakers(asked, stock, wanted, above) if by_speaker else _of_stock(asked, stock, wanted, place, above)
            for stock in asked.stocks]  # fmt: skip
    if len(each) == 1:
        return each[0]
    parts = SQL(" UNION ALL ").join(SQL("({})").format(part) for part in each)
    return SQL("SELECT * FROM ({}) AS stocks{}").format(parts, wanted.order(_PLACE, _ID))


def _of_stock(asked: Asked, stock: Stock, wanted: Slice, place: SQL, above: Composable) -> Composed:
    tie = SQL("q.id")
    conditions = [stock.condition, *asked.conditions, *asked.spoken(), *wanted.conditions(place, tie)]
    return statement("quote_keys").format(place=place) + all_of(conditions) + above + wanted.order(place, tie)


def _of_speakers(asked: Asked, stock: Stock, wanted: Slice, above: Composable) -> Composed:
    place, tie = SQL("s.time_order"), SQL("s.quote_id")
    listed = SQL("s.listed" if stock.listed else "NOT s.listed")
    return _OF_SPEAKERS.format(
        keys=statement("quote_keys_of_speaker"),
        conditions=all_of([listed, stock.condition, *asked.conditions, *wanted.conditions(place, tie)]) + above,
        order=wanted.order(place, tie),
        last_order=wanted.order(SQL("k.place"), SQL("k.id")),
    )


def _from_stocks(asked: Asked, tail: Composable, place: SQL) -> Composed:
    each = [
        statement("quote_keys").format(place=place) + all_of([stock.condition, *asked.conditions]) + tail
        for stock in asked.stocks
    ]
    return SQL(" UNION ALL ").join(each)
