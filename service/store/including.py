"""What may stand beside quotes that were found: one line of the table for each word of `include`."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from psycopg.sql import SQL

from service.disputes.status import SURE
from service.store import speakers
from service.store.pool import Connection
from service.store.statements import statement
from service.store.variants import variants_of

Row = dict[str, Any]
Include = Callable[[Connection, Sequence[Row]], None]
_ARTICLE = ("title", "url", "publisher", "published_at", "sample", "first_reported")


def include(connection: Connection, names: Sequence[str], items: Sequence[Row]) -> None:
    """Adds to each quote what is asked for. KeyError: nothing is included under this name."""
    for name in dict.fromkeys(names):
        if items:
            INCLUDES[name](connection, items)


def _articles(connection: Connection, items: Sequence[Row]) -> None:
    ids = sorted({item["article_id"] for item in items})
    rows = connection.execute(statement("article_rows") + SQL(" AND a.id = ANY(%(ids)s)"), {"ids": ids}).fetchall()
    known = {row["id"]: {name: value for name, value in row.items() if name != "place"} for row in rows}
    for item in items:
        item["article"] |= known.get(item["article_id"], {})


def _speakers(connection: Connection, items: Sequence[Row]) -> None:
    spoken = [speaker for item in items for speaker in item["speakers"]]
    known = speakers.shown(connection, sorted({speaker["id"] for speaker in spoken}))
    for speaker in spoken:
        if speaker["id"] in known:
            speaker["profile"] = known[speaker["id"]]


def _variants(connection: Connection, items: Sequence[Row]) -> None:
    known = variants_of(connection, [item["id"] for item in items])
    for item in items:
        if item["id"] in known:
            item["variants"] = known[item["id"]]


def _disputes(connection: Connection, items: Sequence[Row]) -> None:
    ids = {"articles": [item["article_id"] for item in items], "ids": [item["id"] for item in items]}
    found: dict[str, list[Row]] = {item["id"]: [] for item in items}
    for row in connection.execute(statement("disputes_beside"), ids | {"sure": SURE}):
        found[row.pop("beside")].append(_beside(row))
    for item in items:
        item["disputes"] = found[item["id"]]


def _beside(row: Row) -> Row:
    article = {"id": row.pop("article_id")} | {name: row.pop(name) for name in _ARTICLE}
    return row | {"other": {name: row.pop(name) for name in ("quote_id", "text", "names")} | {"article": article}}


INCLUDES: Mapping[str, Include] = {
    "article": _articles,
    "speaker": _speakers,
    "variants": _variants,
    "disputes": _disputes,
}
