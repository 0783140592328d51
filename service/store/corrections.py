"""Keeps what curators change about speakers: merges, splits, names, identities elsewhere; each can be undone."""

from collections.abc import Iterable, Mapping
from typing import Any

from service.errors import Conflict, InvalidCorrection, NotFound
from service.identity.namings import speaker_id as id_of_key
from service.identity.person_names import folded
from service.store import identities, speaker_counts, speakers
from service.store.changes import Change, publish
from service.store.conditions import storable
from service.store.correction_log import enter, new_id
from service.store.identities import Touched
from service.store.pool import Connection
from service.store.statements import statement

Row = dict[str, Any]
_CHOICES = {"name": "speaker_choose_name", "same_as": "speaker_choose_same_as"}


def merge(connection: Connection, speaker_id: str, into: str, *, why: str | None, key_id: str) -> Row:
    """Makes one speaker part of another, now and in all later intakes; the correction.

    NotFound: there is none of the id. Conflict: it was merged meanwhile. InvalidCorrection: it is the same speaker.
    """
    connection.execute(statement("writing_lock"))
    if speaker_id == into:
        raise InvalidCorrection("a speaker cannot be merged with itself", "into")
    places, target = places_of(connection, speaker_id), places_of(connection, into, "into")
    said = {"id": speaker_id, "places": pairs_of(places)}
    wanted = {"id": into, "places": pairs_of(target), "blocks": blocks_of([*places, *target])}
    return _ruled(connection, "merge", (speaker_id, into), (said, wanted), (why, key_id))


def split(
    connection: Connection, speaker_id: str, *, forms: Iterable[str] = (), articles: Iterable[str] = (),
    why: str | None, key_id: str,
) -> Row:  # fmt: skip
    """Makes what is printed in these forms, or stands in these articles, a speaker apart; the correction, with the
    id of that one in its `to`. Errors as those of `merge`; InvalidCorrection also where nothing or all would go.
    """
    connection.execute(statement("writing_lock"))
    places = places_of(connection, speaker_id)
    chosen = {folded(form) for form in forms}, set(articles)
    _require_part(places, *chosen)
    correction_id = new_id()
    apart = id_of_key(f"split {correction_id}")
    said = {"id": speaker_id, "places": sorted({(place["naming_id"], None) for place in places})}
    wanted = {
        "id": apart, "forms": sorted(chosen[0]), "articles": sorted(chosen[1]),
        "blocks": blocks_of(places),
    }  # fmt: skip
    return _ruled(connection, "split", (speaker_id, apart), (said, wanted), (why, key_id), correction_id)


def choose(
    connection: Connection, speaker_id: str, choices: Mapping[str, str | None], *, why: str | None, key_id: str
) -> list[Row]:
    """Sets a speaker's `name` or `same_as` (None: as decided by the articles); a correction for each that changes."""
    connection.execute(statement("writing_lock"))
    current = _choices(connection, speaker_id)
    made = []
    for field, value in choices.items():
        if value != current[field]:
            said, wanted = {"value": current[field]}, {"value": value}
            made.append(enter(connection, ("speaker", speaker_id, field), (said, wanted), (why, key_id)))
            connection.execute(statement(_CHOICES[field]), {"id": speaker_id, "value": value})
    speaker_counts.decide(connection, [speaker_id], [])
    publish(connection, _chosen(speaker_id, [row["type"] for row in made]))
    return made


def undo(connection: Connection, correction_id: str, *, key_id: str) -> None:
    """Takes a correction back. NotFound: there is none of this id. Conflict: it was undone, or a later one of the same
    field must be first.
    """
    connection.execute(statement("writing_lock"))
    values = {"id": storable(correction_id), "subject": "speaker"}
    row = connection.execute(statement("correction_lock"), values).fetchone()
    if row is None:
        raise NotFound(f"There is no correction {correction_id}.")
    if row["undone_at"]:
        raise Conflict(f"The correction {correction_id} was undone already.")
    if row["type"] in _CHOICES:
        made = _chosen(_choose_back(connection, row), [row["type"]])
    connection.execute(statement("correction_undo"), {"id": row["id"], "key": key_id})
    if row["type"] not in _CHOICES:
        made = _decide(connection, row["to_value"]["blocks"], (row["from_value"]["id"], row["to_value"]["id"]))
    publish(connection, made)


def _choose_back(connection: Connection, row: Row) -> str:
    later = connection.execute(statement("corrections_later"), {"id": row["id"]}).fetchone()
    if later:
        raise Conflict(f"The later correction {later['id']} must be undone first.")
    speaker_id = speakers.redirected(connection, row["subject_id"]) or row["subject_id"]
    connection.execute(statement(_CHOICES[row["type"]]), {"id": speaker_id, "value": row["from_value"]["value"]})
    speaker_counts.decide(connection, [speaker_id], [])
    return str(speaker_id)


def _choices(connection: Connection, speaker_id: str) -> Row:
    row = connection.execute(statement("speaker_choices"), {"id": storable(speaker_id)}).fetchone()
    return row or _absent(connection, speaker_id)


def places_of(connection: Connection, speaker_id: str, field: str | None = None) -> list[Row]:
    """Where a speaker is named: naming and article, the article None where the naming means the speaker everywhere."""
    rows = connection.execute(statement("speaker_places"), {"id": storable(speaker_id)}).fetchall()
    if not rows:
        _absent(connection, speaker_id, field)
    return [row | {"everywhere": row["speaker_id"] == speaker_id} for row in rows]


def _absent(connection: Connection, speaker_id: str, field: str | None = None) -> Row:
    if now := speakers.redirected(connection, speaker_id):
        raise Conflict(f"{speaker_id} was merged with {now} meanwhile.")
    if field:
        raise InvalidCorrection(f"there is no speaker {speaker_id}", field)
    raise NotFound(f"There is no speaker {speaker_id}.")


def pairs_of(places: Iterable[Row]) -> list[tuple[str, str | None]]:
    """The namings of such places, each in one article or, with None, in all."""
    pairs = {(place["naming_id"], None if place["everywhere"] else place["article_id"]) for place in places}
    return sorted(pairs, key=str)


def blocks_of(places: Iterable[Row]) -> list[str]:
    """The blocks in which such places are decided."""
    return sorted({place["block"] for place in places})


def _require_part(places: list[Row], forms: set[str], articles: set[str]) -> None:
    field = "forms" if forms else "articles"
    known = {folded(place["name"]) for place in places} if forms else {place["article_id"] for place in places}
    if unknown := sorted((forms or articles) - known):
        raise InvalidCorrection(f"{unknown[0]} is none of this speaker's full names or articles", field)
    if known <= (forms or articles):
        raise InvalidCorrection("nothing would be left of this speaker", field)


def _ruled(
    connection: Connection, kind: str, ids: tuple[str, str], values: tuple[Row, Row], by: tuple[str | None, str],
    correction_id: str | None = None,
) -> Row:  # fmt: skip
    row = enter(connection, ("speaker", ids[0], kind), values, by, correction_id=correction_id)
    made = [Change("speaker", "split", ids[0], details={"after": {"speakers": list(ids)}})] if kind == "split" else []
    publish(connection, [*made, *_decide(connection, values[1]["blocks"], ids)])
    return row


def _chosen(speaker_id: str, fields: list[str]) -> list[Change]:
    return [Change("speaker", "corrected", speaker_id, details={"fields": fields})] if fields else []


def _decide(connection: Connection, blocks: list[str], ids: tuple[str, str]) -> list[Change]:
    return identities.decide(connection, Touched([], blocks, sorted(ids), {}), anew=True)
