"""Keeps what is counted of speakers true while articles come, change and go: forms, roles, quotes, dates."""

from collections.abc import Iterable
from dataclasses import dataclass

from psycopg.types.json import Jsonb

from service.folding import words_of
from service.spelling import comparison_key
from service.store.conditions import FIRST_DATED
from service.store.pool import Connection
from service.store.speakers import LONGEST_WORD
from service.store.statements import statement


@dataclass(frozen=True, slots=True)
class KnownSpeaker:
    """A speaker as identity tells them apart: the id is that of the key."""

    id: str
    key: str
    kind: str
    surname: str | None


def named_in(connection: Connection, article_ids: list[str]) -> list[KnownSpeaker]:
    """The speakers of all quotes of these articles, superseded ones too."""
    rows = connection.execute(statement("speakers_of_articles"), {"articles": article_ids}).fetchall()
    return [KnownSpeaker(**row) for row in rows]


def lock(connection: Connection, speakers: Iterable[KnownSpeaker]) -> list[str]:
    """Stores those that are new and locks all until the transaction ends; their ids. Once per transaction only:
    in one sweep all writers lock in the same order, in two they could wait for each other for ever.
    """
    once = list({speaker.id: speaker for speaker in speakers}.values())
    values = {
        "ids": [speaker.id for speaker in once],
        "keys": [speaker.key for speaker in once],
        "kinds": [speaker.kind for speaker in once],
        "surnames": [speaker.surname for speaker in once],
    }
    connection.execute(statement("speakers_lock"), values)
    return values["ids"]  # type: ignore[return-value]


def add(connection: Connection, article_id: str, forms: Iterable[str]) -> None:
    """Counts the listed quotes of an article; `forms` are all forms of names that they hold."""
    keys = {form: {"key": comparison_key(form), "words": _words(form)} for form in forms}
    values = {"article": article_id, "forms": Jsonb(keys)}
    for name in ("speaker_names_add", "speaker_roles_add", "speaker_quotes_add"):
        connection.execute(statement(name), values)


def subtract(connection: Connection, article_ids: list[str]) -> None:
    """Takes the listed quotes of these articles out of all counts, before they are superseded or deleted."""
    for name in ("speaker_names_subtract", "speaker_roles_subtract", "speaker_quotes_subtract"):
        connection.execute(statement(name), {"articles": article_ids})


def decide(connection: Connection, speaker_ids: list[str]) -> None:
    """Drops what is counted no more, and decides names and dates of the speakers who remain."""
    values = {"ids": speaker_ids, "first_dated": FIRST_DATED}
    for name in ("speaker_names_unused", "speaker_roles_unused", "speakers_unused", "speakers_decide"):
        connection.execute(statement(name), values)


def _words(form: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in words_of(form)]
