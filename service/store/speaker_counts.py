"""Keeps what is counted of speakers true while articles come, change and go: forms, roles, quotes, dates."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from psycopg.types.json import Jsonb

from service.folding import fold, words_of
from service.identity.scripts import latin
from service.store.conditions import FIRST_DATED
from service.store.pool import Connection, json_of
from service.store.statements import composed, statement

LONGEST_WORD = 100  # characters of a name's word that the index holds


@dataclass(frozen=True, slots=True)
class Counted:
    """Of those who were counted, the ids of those who spoke before, and of those who speak now."""

    spoke: set[str]
    speak: set[str]


def add(connection: Connection, speaker_ids: list[str], article_ids: list[str], forms: Iterable[str]) -> None:
    """Counts the listed quotes of these speakers in these articles, which print them in these forms."""
    if speaker_ids:
        _add(connection, {"ids": speaker_ids, "articles": article_ids, "whole": False}, forms)


def recount(connection: Connection, speaker_ids: list[str]) -> None:
    """Counts all listed quotes of these speakers anew."""
    if speaker_ids:
        for name in ("speaker_names_clear", "speaker_roles_clear", "speaker_quotes_clear"):
            connection.execute(statement(name), {"ids": speaker_ids})
        forms = [row["form"] for row in connection.execute(statement("speaker_forms"), {"ids": speaker_ids})]
        _add(connection, {"ids": speaker_ids, "articles": [], "whole": True}, forms)


def enter(connection: Connection, article_id: str) -> list[dict[str, Any]]:
    """Counts the namings of an article whose quotes are written, and leaves open who their speakers are; the rows of
    these namings, each with its `forms` there.
    """
    return connection.execute(statement("namings_add"), {"article": article_id}).fetchall()


def enter_speakers(connection: Connection, speaker_ids: list[str], article_id: str, forms: Iterable[str]) -> Counted:
    """Counts the listed quotes of these speakers in an article that was not counted yet, and decides their names and
    dates.
    """
    values = {"ids": speaker_ids, "article": article_id, "forms": _known(forms), "first_dated": FIRST_DATED}
    rows = connection.execute(composed("speaker_counts_enter"), values).fetchall()
    return Counted({row["id"] for row in rows if row["spoke"]}, {row["id"] for row in rows if row["speaks"]})


def subtract(connection: Connection, article_ids: list[str]) -> None:
    """Takes the listed quotes of these articles out of all counts, before they are superseded or deleted."""
    for name in ("speaker_names_subtract", "speaker_roles_subtract", "speaker_quotes_subtract", "namings_subtract"):
        connection.execute(statement(name), {"articles": article_ids})


def decide(connection: Connection, speaker_ids: list[str], lost: list[str]) -> set[str]:
    """Drops what is counted no more of those who `lost` something, and decides names and dates of all who remain: the
    ids of those who speak.
    """
    if lost:
        for name in ("speaker_names_unused", "speaker_roles_unused", "speakers_unused", "speaker_redirects_unused"):
            connection.execute(statement(name), {"ids": lost})
    values = {"ids": speaker_ids, "first_dated": FIRST_DATED}
    rows = connection.execute(statement("speakers_decide"), values).fetchall() if speaker_ids else []
    return {row["id"] for row in rows if row["speaks"]}


def redirect(connection: Connection, moves: Iterable[tuple[str, str]]) -> None:
    """Lets ids that nobody bears any more lead to whom most of their articles went."""
    went: dict[str, Counter[str]] = defaultdict(Counter)
    for old, new in moves:
        went[old][new] += 1
    ids = {"ids": sorted(went)}
    gone = [row["id"] for row in connection.execute(statement("speakers_silent"), ids)] if went else []
    for old in gone:
        new = min(went[old], key=lambda each: (-went[old][each], each))
        values = {"id": old, "speaker": new}
        connection.execute(statement("speaker_choices_move"), values)
        connection.execute(statement("speaker_redirect_insert"), values)


def words(form: str) -> list[str]:
    """The folded words of a form in Latin letters, as the index holds them."""
    return _words_of_latin(latin(form))


def _words_of_latin(form: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in words_of(form)]


def _add(connection: Connection, values: dict[str, object], forms: Iterable[str]) -> None:
    connection.execute(composed("speaker_counts_add"), values | {"forms": _known(forms)})


def _known(forms: Iterable[str]) -> Jsonb:
    return json_of({form: _spelt(form) for form in forms})


# Those in the news are printed alike day by day.
@lru_cache(maxsize=16_384)
def _spelt(form: str) -> dict[str, Any]:
    plain = latin(form)
    return {"folded": fold(plain), "words": _words_of_latin(plain)}
