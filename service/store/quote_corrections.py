"""What curators set right in quotes: the speaker, the kind, or that it is no statement; each can be taken back.

The article is stored anew out of what was read in it, with all corrections in force laid over that: whatever follows
from a quote, the counts of speakers and the claims above all, follows from the corrected one.
"""

from collections.abc import Callable, Mapping
from typing import Any

from service.disputes.analysed import analysed
from service.errors import Conflict, InvalidCorrection, NotFound, Stale
from service.records import Reading
from service.store import correction_log, quotes, rereading, speakers
from service.store.conditions import storable
from service.store.corrected_quotes import in_force, own_block, own_naming
from service.store.corrections import blocks_of, pairs_of, places_of
from service.store.cursors import Page
from service.store.pool import Connection
from service.store.quote_readings import spoken_quote
from service.store.revisions import Revision
from service.store.statements import statement
from service.store.tombstones import missing

Row = dict[str, Any]
Values = tuple[Row, Row]  # from and to


def correct(
    connection: Connection, quote_id: str, wanted: Mapping[str, Any], *, unchanged: Callable[[Row], bool], why: str,
    key_id: str,
) -> Row:  # fmt: skip
    """Sets the `speaker` ({"id"} or {"name", "kind"}, None: nobody known), the `kind` or whether it is `rejected`; the
    quote as it is then. A correction is kept for each that changes.

    NotFound: no such quote, Erased if there was one. Stale: it is not `unchanged`. Conflict: the newest reading of its
    article lacks it. InvalidCorrection: no such speaker, or not of that kind.
    """
    article, quote = _locked(connection, quote_id)
    if not unchanged(quote):
        raise Stale("The quote has changed since it was read.")
    _require_found(connection, quote_id)
    made = [_entered(connection, quote, change, (why, key_id)) for change in wanted.items()]
    if any(made):
        _store_anew(connection, article)
    return _existing(connection, quote_id)


def undo(connection: Connection, correction_id: str, *, key_id: str) -> None:
    """Takes a correction back by a new one that says so. NotFound: none of this id, Erased if there was its article.
    Conflict: it was undone, is such a new one, or a later one of the same field must be first.
    """
    _, quote_id = correction_log.subject_of(connection, correction_id)
    article, quote = _locked(connection, quote_id)
    values = {"id": storable(correction_id), "subject": "quote"}
    row = connection.execute(statement("correction_lock"), values).fetchone()
    if row is None:
        raise NotFound(f"There is no correction {correction_id}.")
    if row["undone_at"] or row["undoes"]:
        raise Conflict(f"The correction {correction_id} was undone already, or undoes another.")
    later = connection.execute(statement("corrections_later"), {"id": row["id"]}).fetchone()
    if later:
        raise Conflict(f"The later correction {later['id']} must be undone first.")
    connection.execute(statement("correction_undo"), {"id": row["id"], "key": key_id})
    changed = (_told(quote, row["type"]), row["from_value"])
    subject = ("quote", quote_id, row["type"])
    correction_log.enter(connection, subject, changed, ("taken back", key_id), undoes=row["id"])
    _store_anew(connection, article)


def history(connection: Connection, quote_id: str, limit: int, after: str | None = None) -> Page:
    """Up to `limit` corrections of a quote, the newest first. NotFound: no such quote, Erased if there was one."""
    _existing(connection, quote_id)
    return correction_log.find(connection, limit, after, subject="quote", subject_id=quote_id)


def _locked(connection: Connection, quote_id: str) -> tuple[Row, Row]:
    """The article of a quote, locked, and the quote as it is then.

    Identities are locked only when all is worked out: for a long article that takes seconds, in which others write.
    """
    article = rereading.lock(connection, storable(quote_id).partition(".")[0])
    return article or {}, _existing(connection, quote_id)


def _existing(connection: Connection, quote_id: str) -> Row:
    found = quotes.get(connection, quote_id)
    if found is None:
        raise missing(connection, "quote", quote_id)
    return found


def _entered(connection: Connection, quote: Row, change: tuple[str, Any], by: tuple[str, str]) -> bool:
    """Whether there was anything to correct."""
    correction_id = correction_log.new_id()
    values = _VALUES[change[0]](connection, quote, change[1], correction_id)
    if values:
        subject = ("quote", quote["id"], change[0])
        correction_log.enter(connection, subject, values, by, correction_id=correction_id)
    return values is not None


def _require_found(connection: Connection, quote_id: str) -> None:
    values = {"id": quote_id.partition(".")[0]}
    if quote_id not in {row["id"] for row in connection.execute(statement("quotes_found"), values)}:
        raise Conflict("The newest reading of its article has this quote no more; what is not listed is not corrected.")


def _store_anew(connection: Connection, article: Row) -> None:
    current = rereading.current(connection, article["id"])
    text = str(current["text"]) if current else ""
    found = [spoken_quote(row) for row in connection.execute(statement("quotes_found"), {"id": article["id"]})]
    reading = Reading(
        article["reading"], article["language"], article["reader"], tuple(spoken.quote for spoken in found)
    )  # fmt: skip
    if not in_force(connection, [spoken.id for spoken in found]):
        reading = analysed(text, reading)
    rereading.store(connection, article, text, Revision(article["sha256"], reading, found))


def _speaker_values(connection: Connection, quote: Row, value: Row | None, correction_id: str) -> Values | None:
    said = _told(quote, "speaker")
    if value is None:
        return (said, {"speakers": []}) if said["speakers"] else None
    if "name" in value:
        return _named(said, " ".join(value["name"].split()), value.get("kind", "person"))
    speaker_id = speakers.redirected(connection, value["id"]) or value["id"]
    if [each["id"] for each in said["speakers"]] == [speaker_id]:
        return None
    named = _places(connection, speaker_id)
    mention = _mention(connection, quote["article_id"], speaker_id)
    rule = {
        "id": speaker_id, "mention": mention, "places": pairs_of(named),
        "blocks": [own_block(correction_id), *blocks_of(named)],
    }  # fmt: skip
    own = {"places": [(own_naming(correction_id), quote["article_id"])]}
    return said | own, {"speakers": [{"id": speaker_id, "name": mention["name"]}]} | rule


def _places(connection: Connection, speaker_id: str) -> list[Row]:
    try:
        return places_of(connection, speaker_id, "speaker/id")
    except Conflict:
        # Merged between the look for a redirect and this one.
        return places_of(connection, speakers.redirected(connection, speaker_id) or speaker_id, "speaker/id")


def _named(said: Row, name: str, kind: str) -> Values | None:
    if [each["name"] for each in said["speakers"]] == [name]:
        return None
    mention = {"name": name, "kind": kind, "role": None, "forms": [name]}
    return said, {"speakers": [{"id": None, "name": name}], "mention": mention}


def _mention(connection: Connection, article_id: str, speaker_id: str) -> Row:
    """How the article prints the speaker, else as others do: a role that it does not print is not made up."""
    values = {"article": article_id, "speaker": speaker_id}
    if row := connection.execute(statement("speaker_in_article"), values).fetchone():
        return row
    known = speakers.get(connection, speaker_id) or {"name": "", "kind": "person"}
    return {"name": known["name"], "kind": known["kind"], "role": None, "forms": [known["name"]]}


def _kind_values(connection: Connection, quote: Row, value: str, correction_id: str) -> Values | None:
    if value == "mixed" and not quote["quoted"]:
        raise InvalidCorrection("no part of it stands in quotation marks", "kind")
    return (_told(quote, "kind"), {"kind": value}) if value != quote["kind"] else None


def _rejected_values(connection: Connection, quote: Row, value: bool, correction_id: str) -> Values | None:
    said = _told(quote, "rejected")
    return (said, {"rejected": value}) if value != said["rejected"] else None


def _told(quote: Row, field: str) -> Row:
    """What a quote says now of a field, for the book."""
    return {
        "speaker": {"speakers": [{"id": each["id"], "name": each["name"]} for each in quote["speakers"]]},
        "kind": {"kind": quote["kind"]},
        "rejected": {"rejected": "rejected" in quote["corrected"]},
    }[field]


_VALUES: Mapping[str, Callable[[Connection, Row, Any, str], Values | None]] = {
    "speaker": _speaker_values,
    "kind": _kind_values,
    "rejected": _rejected_values,
}
