"""Counts what matches by speaker, party, publisher, kind, stance and month, in one look at it."""

from typing import Any

from psycopg.sql import SQL, Literal

from service.folding import words_of
from service.identity.places import place_of
from service.store import quote_keysets
from service.store.conditions import QuoteConditions
from service.store.listing import Slice
from service.store.pool import Connection
from service.store.quote_conditions import asked_of

MOST_COUNTED = 50_000  # the newest that match; more would take longer than an answer may
_MOST_VALUES = 20
_MOST_MONTHS = 120

Row = dict[str, Any]
_FOUND = SQL(
    "WITH keys AS MATERIALIZED ({keys}), found AS MATERIALIZED ("
    "SELECT q.article_id, q.id, q.kind, q.stance, q.publisher_key, q.party_keys, q.published_from, q.published_until"
    " FROM keys JOIN quotes q ON q.article_id = keys.article_id AND q.id = keys.id)"
    " SELECT 'all' AS facet, NULL AS value, NULL AS id, count(*) AS count FROM found{facets}"
)
_FACET = SQL(" UNION ALL (SELECT {name}, named.* FROM ({query}) AS named)")
_COMMONEST = SQL("count DESC, value")
# Values are looked up under their names only when they are counted.
_COUNTED = {
    "kind": SQL("SELECT kind AS value, NULL AS id, count(*) AS count FROM found GROUP BY kind"),
    "stance": SQL("SELECT stance AS value, NULL AS id, count(*) AS count FROM found GROUP BY stance"),
    "party": SQL(
        "SELECT party AS value, NULL AS id, count(*) AS count FROM found"
        " CROSS JOIN LATERAL unnest(party_keys) AS p (party) GROUP BY party"
    ),
    "publisher": SQL(
        "SELECT (SELECT a.publisher FROM articles a WHERE a.publisher_key = most.publisher_key LIMIT 1) AS value,"
        " NULL AS id, most.count FROM (SELECT publisher_key, count(*) AS count FROM found"
        " WHERE publisher_key IS NOT NULL GROUP BY publisher_key ORDER BY count(*) DESC, publisher_key LIMIT 20)"
        " AS most"
    ),
    # Nobody can ask for those of whom only attitudes are reported: they are no speakers on record.
    "speaker": SQL(
        "SELECT s.name AS value, s.id, most.count FROM (SELECT speaker_id, count(DISTINCT id) AS count FROM ("
        "SELECT b.speaker_id, found.id FROM found JOIN quote_speakers b ON b.article_id = found.article_id"
        " AND b.quote_id = found.id) AS spoken GROUP BY speaker_id ORDER BY count(DISTINCT id) DESC, speaker_id"
        " LIMIT 20) AS most JOIN speakers s ON s.id = most.speaker_id AND s.quotes > 0"
    ),
    # An article of "2018" is of no month.
    "month": SQL(
        "SELECT to_char(published_from AT TIME ZONE 'UTC', 'YYYY-MM') AS value, NULL AS id, count(*) AS count"
        " FROM found WHERE published_until - published_from <= interval '31 days' GROUP BY 1"
    ),
}
FACETS = tuple(_COUNTED)


def facets(connection: Connection, conditions: QuoteConditions, names: list[str]) -> tuple[dict[str, list[Row]], Row]:
    """For each of the names up to 20 values with counts, the most common first, and the newest 120 months; and how many
    quotes were counted, the newest that match, and whether these are all.
    """
    asked = asked_of(connection, conditions)
    found: dict[str, list[Row]] = {name: [] for name in names}
    if asked.is_hopeless:
        return found, {"quotes": 0, "all": True}
    query = _FOUND.format(
        keys=quote_keysets.keys(asked, Slice(False, None, MOST_COUNTED), quote_keysets.BY_TIME, "order"),
        facets=SQL("").join(_facet(name) for name in names),
    )
    counted = 0
    for row in connection.execute(query, asked.values, prepare=asked.prepare).fetchall():
        name = row.pop("facet")
        if name == "all":
            counted = row["count"]
        else:
            found[name].append(_shown(name, row))
    return found, {"quotes": counted, "all": counted < MOST_COUNTED}


def _facet(name: str) -> SQL | Any:  # noqa: ANN401 - a Composed
    by, most = (SQL("value DESC"), _MOST_MONTHS) if name == "month" else (_COMMONEST, _MOST_VALUES)
    query = SQL("{} ORDER BY {} LIMIT {}").format(_COUNTED[name], by, Literal(most))
    return _FACET.format(name=Literal(name), query=query)


def _shown(name: str, row: Row) -> Row:
    value, count = row["value"], row["count"]
    if name == "speaker":
        return {"value": value, "count": count, "id": row["id"]}
    place = place_of(words_of(value)) if name == "party" else None
    return {"value": place.label if place else value, "count": count}
