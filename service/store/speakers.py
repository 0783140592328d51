"""Asks for speakers: lists by words of their names, one by its id, and whom a name means."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from psycopg.sql import SQL

from service.folding import words_of
from service.spelling import comparison_key
from service.store.conditions import storable
from service.store.cursors import Page, place_of
from service.store.listing import Slice, all_of, page
from service.store.pool import Connection
from service.store.statements import statement

LONGEST_WORD = 100  # characters of a name's word that the index holds
_ID = re.compile(r"s[a-z2-7]{16}")
_PLACE, _TIE = SQL("s.quotes"), SQL("s.id")
_WORDS = SQL("s.words @@ %(words)s::tsquery")
_KINDS = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class SpeakerConditions:
    """`q`: every one of its words begins a word of some form of the name."""

    q: str | None = None


def find(connection: Connection, q: str | None, limit: int, after: str | None = None) -> Page:
    """Up to `limit` speakers, those with most quotes first. InvalidCursor: `after` is not of this `q`."""
    asked = SpeakerConditions(q)
    wanted = Slice(False, place_of(asked, after) if after else None, limit + 1)
    values = _words(q) if q is not None else {}
    if values.get("words") == "":
        return Page([], None)
    conditions = wanted.conditions(_PLACE, _TIE) + ([_WORDS] if values else [])
    query = statement("speaker_rows") + all_of(conditions) + wanted.order(_PLACE, _TIE)
    rows = connection.execute(query, values | wanted.parameters()).fetchall()
    return page(asked, [_speaker_row(row) | {"place": row["quotes"]} for row in rows], limit)


def get(connection: Connection, speaker_id: str) -> dict[str, Any] | None:
    """The speaker of this id; None where there is none, or none with a listed quote."""
    query = statement("speaker_rows") + SQL(" AND s.id = %(id)s")
    row = connection.execute(query, {"id": storable(speaker_id)}).fetchone()
    return _speaker_row(row) if row else None


def matching(connection: Connection, name: str) -> list[dict[str, Any]]:
    """Whom an id, a name in any printed form or a bare surname means: id, name, count of quotes; most quoted first."""
    key = comparison_key(name)
    values = {
        "id": name if _ID.fullmatch(name) else None,
        "key": key or None,
        "surname": key if key and " " not in key else None,
    }
    return connection.execute(statement("speakers_matching"), values).fetchall()


def ids_matching(connection: Connection, names: Iterable[str]) -> list[str]:
    """The ids of all speakers whom any of these names means, sorted."""
    return sorted({row["id"] for name in names for row in matching(connection, name)})


def _words(q: str) -> dict[str, str]:
    # Folded words are letters and digits only: nothing in them is an operator of tsquery.
    return {"words": " & ".join(f"'{word[:LONGEST_WORD]}':*" for word in words_of(storable(q)))}


def _speaker_row(row: dict[str, Any]) -> dict[str, Any]:
    row["by_kind"] = {kind: row.pop(kind) for kind in _KINDS}
    row["names"], row["roles"] = row["names"] or [], row["roles"] or []
    return row
