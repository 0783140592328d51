"""The book of what curators changed in speakers and quotes: who, when, from, to, why; nothing is struck out of it."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from psycopg.sql import SQL
from psycopg.types.json import Jsonb

from service.errors import NotFound
from service.store.conditions import storable
from service.store.cursors import Page, place_of
from service.store.listing import Slice, all_of, page
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
_PLACE, _TIE = SQL("number"), SQL("id")
_TOLD_OF_QUOTES = {"speakers", "kind", "rejected"}
_INNER = {"places", "blocks"}


@dataclass(frozen=True, slots=True)
class CorrectionConditions:
    """`subject`: speaker or quote; `lost`: those in force whose quote the newest reading of its article lacks."""

    subject: str | None = None
    subject_id: str | None = None
    lost: bool = False


_FRAGMENTS = {
    "subject": SQL("subject = %(subject)s"),
    "subject_id": SQL("subject_id = %(subject_id)s"),
    "lost": SQL("lost"),
}


def find(connection: Connection, limit: int, after: str | None = None, **asked: Any) -> Page:  # noqa: ANN401 - conditions
    """Up to `limit` corrections, the newest first; `asked` as CorrectionConditions. InvalidCursor: `after` is not of
    this list.
    """
    conditions = CorrectionConditions(**asked)
    wanted = Slice(False, place_of(conditions, after) if after else None, limit + 1)
    narrowed = [fragment for name, fragment in _FRAGMENTS.items() if getattr(conditions, name)]
    tail = all_of([*narrowed, *wanted.conditions(_PLACE, _TIE)])
    query = statement("corrections_rows") + tail + wanted.order(_PLACE, _TIE)
    values = {"subject": conditions.subject, "subject_id": storable(conditions.subject_id or "")}
    rows = connection.execute(query, values | wanted.parameters()).fetchall()
    return page(conditions, [_shown(row) for row in rows], limit)


def enter(
    connection: Connection, subject: tuple[str, str, str], values: tuple[Row, Row], by: tuple[str | None, str], *,
    correction_id: str | None = None, made_at: datetime | None = None, **more: str,
) -> Row:  # fmt: skip
    """Enters a correction: of what (speaker or quote, its id, what of it), from and to, why and by which key.

    `more`: the correction that it undoes, or was carried from. The correction as answers show it.
    """
    given: Row = {
        "id": correction_id or new_id(), "subject": subject[0], "subject_id": subject[1], "type": subject[2],
        "from": Jsonb(values[0]), "to": Jsonb(values[1]), "why": by[0], "key": by[1], "made_at": made_at,
    }  # fmt: skip
    links: Row = {"undoes": None, "carried_from": None}
    connection.execute(statement("correction_insert"), given | links | more)
    query = statement("corrections_rows") + SQL(" AND id = %(id)s")
    row = connection.execute(query, {"id": given["id"]}).fetchone()
    return {name: value for name, value in _shown(row or {}).items() if name != "place"}


def subject_of(connection: Connection, correction_id: str) -> tuple[str, str]:
    """What a correction is of: speaker or quote, and its id. NotFound: there is none of this id."""
    row = connection.execute(statement("correction_subject"), {"id": storable(correction_id)}).fetchone()
    if row is None:
        raise NotFound(f"There is no correction {correction_id}.")
    return row["subject"], row["subject_id"]


def new_id() -> str:
    """An id that was never given."""
    return "c" + secrets.token_hex(8)


def _shown(row: Row) -> Row:
    """A correction without the inner workings of its rule."""
    said, wanted = row.pop("from_value"), row.pop("to_value")
    if row["subject"] == "quote":
        told = [{name: value[name] for name in value.keys() & _TOLD_OF_QUOTES} for value in (said, wanted)]
    else:
        told = [
            {name: each for name, each in value.items() if name not in _INNER and each != []}
            for value in (said, wanted)
        ]
    return row | {"from": told[0], "to": told[1]}
