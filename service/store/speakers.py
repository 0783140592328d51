"""Asks for speakers: lists by words of their names, one by its id, and whom a name means."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from psycopg.sql import SQL, Composable

from service.folding import words_of
from service.identity.asking import asked_for, blocks_of, orders, places_of
from service.identity.evidence import labels_of
from service.identity.person_names import folded
from service.identity.scripts import latin
from service.regex import regex
from service.store.candidates import candidates
from service.store.conditions import FIRST_DATED, LONGEST_KEY, storable
from service.store.cursors import Page, place_of
from service.store.listing import Rows, Slice, all_of, counted, page
from service.store.opponents import opponents
from service.store.pool import Connection
from service.store.speaker_counts import LONGEST_WORD
from service.store.statements import statement

_ID = regex(r"s[a-z2-7]{16}")
_PLACE, _TIE = SQL("s.quotes"), SQL("s.id")
_FOUND = SQL("SELECT * FROM ({found}) AS s WHERE true{conditions}{order}")
_KINDS = ("direct", "mixed", "indirect")
_QUOTE, _NOBODYS = 1000, 2**62  # what a quote counts in places of likeness; more quotes than anybody has
_MOST_REDIRECTS = 20
_MOST_WITH_FORMS = 20


@dataclass(frozen=True, slots=True)
class SpeakerConditions:
    """`q`: every one of its words begins a word of some form of the name."""

    q: str | None = None


def find(connection: Connection, q: str | None, limit: int, after: str | None = None) -> Page:
    """Up to `limit` speakers, those with most quotes first, of `q` then the most alike. InvalidCursor: `after` is not
    of this `q`.
    """
    asked = SpeakerConditions(q)
    wanted = Slice(False, place_of(asked, after) if after else None, limit + 1)
    rows = _all(connection, wanted) if q is None else _with_words(connection, q, wanted)
    return page(asked, rows, limit)


def count(connection: Connection, conditions: SpeakerConditions, most: int | None = None) -> int:
    """How many speakers there are, or have the words of `q`; counted up to `most` where that is given."""
    query: Composable = statement("speakers_asked")
    values = {}
    if conditions.q is not None:
        query += SQL(" AND s.words @@ %(words)s::tsquery")
        values["words"] = _query(_words(conditions.q))
    row = connection.execute(counted(query, most), values).fetchone()
    return int(row["count"]) if row else 0


def get(connection: Connection, speaker_id: str) -> dict[str, Any] | None:
    """The speaker of this id; None where there is none, or none with a listed quote."""
    query = statement("speaker_rows") + SQL(" AND s.id = %(id)s")
    row = connection.execute(query, {"id": storable(speaker_id)}).fetchone()
    return _speaker_row(row) if row else None


def shown(connection: Connection, speaker_ids: list[str]) -> dict[str, dict[str, Any]]:
    """The speakers of these ids who have a listed quote, by id."""
    rows = connection.execute(statement("speaker_rows") + SQL(" AND s.id = ANY(%(ids)s)"), {"ids": speaker_ids})
    return {row["id"]: _speaker_row(row) for row in rows}


def described(connection: Connection, speaker_id: str) -> dict[str, Any] | None:
    """The speaker with all that is known: dated roles, parties, outlets, end quotes, candidates, opponents."""
    row = get(connection, speaker_id)
    if row is None:
        return None
    values = {"id": row["id"], "first_dated": FIRST_DATED}
    ends = {each["place"]: each["id"] for each in connection.execute(statement("speaker_end_quotes"), values)}
    more = {
        name: connection.execute(statement(f"speaker_{name}"), values).fetchall()
        for name in ("parties", "outlets", "same_wording")
    }
    roles = connection.execute(statement("speaker_roles_dated"), values).fetchall()
    labels = labels_of(row["name"], row["kind"], [role["role"] for role in roles])
    for party in more["parties"]:
        party["party"] = labels.get(party["party"], party["party"])
    quotes = {"first_quote": ends.get("first"), "last_quote": ends.get("last")}
    more["candidates"] = candidates(connection, row["id"])
    return row | more | {"roles": roles} | quotes | opponents(connection, row["id"])


def redirected(connection: Connection, speaker_id: str) -> str | None:
    """The id of the speaker who took the place of one that was merged; None where nobody did."""
    found = None
    for _ in range(_MOST_REDIRECTS):
        row = connection.execute(statement("speaker_redirect"), {"id": storable(found or speaker_id)}).fetchone()
        if row is None:
            break
        found = row["speaker_id"]
    return found


def matching(connection: Connection, name: str, unnamed: int | None = None) -> list[dict[str, Any]]:
    """Whom an id, a name in any spelling, script or order, or a bare surname means: id, name, count of quotes; most
    quoted first.

    `unnamed`: so many of the sources without a name; there may be one for each article that says "a senior diplomat".
    """
    name = storable(name)
    if _ID.fullmatch(name):
        ids = [redirected(connection, name) or name]
        if found := connection.execute(statement("speakers_meant"), {"ids": ids}).fetchall():
            return found
    for asked in orders(name[:LONGEST_KEY]):
        if found := _named(connection, asked, unnamed):
            return found
    return []


def unnamed_among(connection: Connection, name: str, ids: Collection[str]) -> set[str]:
    """Those of these speakers whom the name means as sources without a name: all whom `matching` may have left out."""
    asked = orders(storable(name)[:LONGEST_KEY])
    rows = connection.execute(statement("unnamed_of_speakers"), {"ids": sorted(ids)}).fetchall()
    means = zip(*(_asked_for(each, rows) for each in asked), strict=True)
    return {row["speaker_id"] for row, meant in zip(rows, means, strict=True) if any(meant)}


def ids_matching(connection: Connection, names: Iterable[str]) -> list[str]:
    """The ids of all speakers whom any of these names means, sorted."""
    return sorted({row["id"] for name in names for row in matching(connection, name)})


def ids_ever_matching(connection: Connection, names: Iterable[str]) -> list[str]:
    """As ids_matching, with the ids that those had before they were merged, and speakers of superseded quotes alone."""
    asked = [storable(name)[:LONGEST_KEY] for name in names]
    ids = ids_matching(connection, asked)
    namings = [row["id"] for name in asked for row in _once_named(connection, name)]
    rows = connection.execute(statement("speakers_ever"), {"ids": ids, "namings": namings}).fetchall()
    return sorted({*ids, *(name for name in asked if _ID.fullmatch(name)), *(row["id"] for row in rows)})


def with_forms(connection: Connection, name: str) -> Rows:
    """Whom a name means, each with id, name, kind and all printed forms."""
    ids = [row["id"] for row in matching(connection, name)[:_MOST_WITH_FORMS]]
    return connection.execute(statement("speakers_with_forms"), {"ids": ids}).fetchall() if ids else []


def _once_named(connection: Connection, name: str) -> Rows:
    rows = connection.execute(statement("namings_asked_of_old"), {"blocks": blocks_of(name)}).fetchall()
    return [row for row, means in zip(rows, _asked_for(name, rows), strict=True) if means]


def alike(connection: Connection, name: str) -> list[dict[str, Any]]:
    """Up to three speakers with names that are spelt nearly like this one: id, name, count of quotes."""
    return connection.execute(statement("speakers_alike"), {"folded": folded(storable(name))[:LONGEST_KEY]}).fetchall()


def _named(connection: Connection, asked: str, unnamed: int | None) -> list[dict[str, Any]]:
    values = places_of(asked) | {"most_unnamed": unnamed}
    rows = connection.execute(statement("speakers_of_name"), values).fetchall()
    means = asked_for(asked, [(row.pop("naming"), row.pop("sort")) for row in rows])
    return list({row["id"]: row for row, meant in zip(rows, means, strict=True) if meant}.values())


def _asked_for(asked: str, rows: Rows) -> list[bool]:
    return asked_for(asked, [(row["name"], row["sort"]) for row in rows])


def _all(connection: Connection, wanted: Slice) -> Rows:
    query = statement("speaker_rows") + all_of(wanted.conditions(_PLACE, _TIE)) + wanted.order(_PLACE, _TIE)
    rows = connection.execute(query, wanted.parameters()).fetchall()
    return [_speaker_row(row) | {"place": row["quotes"]} for row in rows]


def _with_words(connection: Connection, q: str, wanted: Slice) -> Rows:
    words = _words(q)
    if not words:
        return []
    at = wanted.after[0] // _QUOTE if wanted.after else _NOBODYS
    values = {"words": _query(words), "folded": " ".join(words)[:LONGEST_KEY], "at": at, "some": wanted.limit}
    place, tie = SQL("s.place"), SQL("s.id")
    conditions, order = all_of(wanted.conditions(place, tie)), wanted.order(place, tie)
    query = _FOUND.format(found=statement("speakers_found"), conditions=conditions, order=order)
    # Planned for these words: a plan for any goes through half the speakers for a name that few bear.
    found = connection.execute(query, values | wanted.parameters(), prepare=False)
    places = {row["id"]: row["place"] for row in found}
    rows = connection.execute(statement("speaker_rows") + SQL(" AND s.id = ANY(%(ids)s)"), {"ids": list(places)})
    known = {row["id"]: _speaker_row(row) for row in rows}
    return [known[each] | {"place": place} for each, place in places.items() if each in known]


def _words(q: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in words_of(latin(storable(q)))]


def _query(words: list[str]) -> str:
    # Folded words are letters and digits only: nothing in them is an operator of tsquery.
    return " & ".join(f"'{word}':*" for word in words)


def _speaker_row(row: dict[str, Any]) -> dict[str, Any]:
    row["by_kind"] = {kind: row.pop(kind) for kind in _KINDS}
    row["names"], row["roles"] = row["names"] or [], row["roles"] or []
    return row
