"""Goes over every row of a store and finds what breaks an invariant: of one state of it, whatever is written meanwhile.

Rows are streamed, and of what is found a few ids are kept: a large store takes longer, and no more memory.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import chain
from typing import Any

from psycopg import ServerCursor
from psycopg.rows import dict_row
from psycopg.sql import SQL, Composed, Identifier

from service.disputes.status import SURE
from service.errors import SchemaMismatch
from service.store.exact_words import wrong_text, wrong_words
from service.store.migrations import applied, connected, pending, text_of
from service.store.pool import Connection, translated_errors
from service.store.statements import statement
from service.store.tables import Table, tables

Row = dict[str, Any]

# What each is called, and what holds where nothing breaks it.
INVARIANTS: Mapping[str, str] = {
    "texts": "every text is what its sha256 and length say, and whatever is of it names that sha256",
    "words": "the spans of every quote, statement and answer are its article's words to the letter",
    "parts": "quoted words, cues, signals and speakers stand in the text where they are said to stand",
    "quoted": "quoted words stand inside the content",
    "surroundings": "what is shown around the words is what stands around them",
    "ids": "ids hold the id of their article",
    "revisions_numbered": "revisions are numbered from 1 to the newest",
    "articles_current": "articles say of their newest text what that says itself",
    "quotes_listed": "listed quotes are those of the newest text",
    "quotes_dated": "copies of dates, publishers and of being listed agree",
    "attributed": "every attributed quote has a speaker",
    "unknown": "no quote of an unknown speaker names one",
    "ambiguous": "every ambiguous quote has candidates",
    "speakers_known": "everybody who speaks is a speaker, by a name that is kept",
    "counts_of_articles": "articles count their quotes",
    "counts_of_speakers": "speakers count their quotes",
    "counts_of_names": "forms of names are counted as printed",
    "counts_of_roles": "roles are counted as printed",
    "counts_of_namings": "names count the articles that hold them",
    "names": "speakers are called as a quote of theirs prints them, or as a curator chose",
    "speakers_without_quotes": "there are no speakers and names without quotes",
    "statements": "claims and answers rest on the newest text and on listed quotes, and say whose they are",
    "claims": "every statement tells a claim, and every claim is told",
    "counts_of_claims": "claims count statements and disputes, and are disputed if one is sure enough",
    "disputes": "disputes rest on two attributed statements of different parties, both with their words",
    "disputes_foremost": "of the disputes of a claim by one answer, one stands for all",
    "sides": "those on either side of a disputed claim speak in its articles",
    "disputed_quotes": "quotes of either side of a dispute are known as such",
    "prints": "every quote can be found by its words, and printings of one statement go by one id",
    "judgements": "corrections, reviews and verdicts are about articles that are there",
    "corrected": "quotes that are marked as corrected are",
    "speaker_redirects": "ids of merged speakers lead to somebody who is there",
    "claim_redirects": "ids of merged claims lead to where a claim is, or may come back",
    "erased": "of erased articles no words are left in any table",
    "changes_numbered": "changes are numbered in one order that goes on behind the last",
    "changes_told": "the feed of changes, read from its beginning, ends at what is there",
    "deliveries": "webhooks are told what has been, in order",
    "jobs": "each line that was handed in is due or counted, once",
    "references": "no row refers to a row that is not there",
}
_OF_TEXTS = frozenset(("texts", "words", "parts", "quoted", "surroundings"))
_STREAMS = ("quotes", "statements", "answers", "disputes")
_SHOWN = 10  # ids of what breaks one invariant
_AT_ONCE = 100  # rows that are on their way from the server; of texts, which may be long, fewer
_TEXTS_AT_ONCE = 4


@dataclass(frozen=True, slots=True)
class Broken:
    """An invariant that does not hold: how many break it, and the ids of the first of these."""

    name: str
    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """What was gone over, rows by table, and what was found."""

    rows: Mapping[str, int]
    broken: tuple[Broken, ...]


class _Found:
    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._ids: defaultdict[str, list[str]] = defaultdict(list)

    def add(self, name: str, id: str) -> None:
        self._counts[name] += 1
        if len(self._ids[name]) < _SHOWN and id not in self._ids[name]:
            self._ids[name].append(id)

    def broken(self) -> tuple[Broken, ...]:
        return tuple(
            Broken(name, self._counts[name], tuple(self._ids[name])) for name in INVARIANTS if self._counts[name]
        )


def check(url: str) -> Checked:
    """Goes over the store of this URL, which may be written to meanwhile.

    Unavailable: the database is away. SchemaMismatch: the store has not the schema of this program.
    """
    with translated_errors(), connected(url) as connection:
        if missing := pending(connection):
            raise SchemaMismatch(f"the store lacks {missing[0]}; run `onrecord migrate` first")
        connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        return go_over(connection)


def go_over(connection: Connection) -> Checked:
    """Goes over the store as it is within the transaction of this connection."""
    known = tables(connection, map(text_of, applied(connection)))
    found = _Found()
    for name, id in chain(_words(connection), _rows(connection), _composed(connection, known)):
        found.add(name, id)
    return Checked({table.name: _count(connection, table) for table in known}, found.broken())


def _words(connection: Connection) -> Iterator[tuple[str, str]]:
    """Texts, and beside each in the same order what is stored of its words."""
    streams = (_stream(connection, f"check_words_of_{name}", _AT_ONCE) for name in _STREAMS)
    rows = merge(*streams, key=_place)
    row = next(rows, None)
    for text in _stream(connection, "check_texts", _TEXTS_AT_ONCE):
        yield from ((name, text["article_id"]) for name in wrong_text(text))
        while row is not None and _place(row) <= _place(text):
            of_this = _place(row) == _place(text)
            wrong = wrong_words(text["text"], text["sha256"], row) if of_this else ("texts",)
            yield from ((name, row["id"]) for name in wrong)
            row = next(rows, None)
    while row is not None:
        yield "texts", row["id"]
        row = next(rows, None)


def _rows(connection: Connection) -> Iterator[tuple[str, str]]:
    for name in INVARIANTS.keys() - _OF_TEXTS - {"references"}:
        yield from ((name, row["id"]) for row in _stream(connection, f"check_{name}", _AT_ONCE, {"sure": SURE}))


def _composed(connection: Connection, known: Iterable[Table]) -> Iterator[tuple[str, str]]:
    """What holds for every table alike, also of a later migration: asked of the catalogue."""
    values = {"tables": [table.name for table in known]}
    for key in connection.execute(statement("check_foreign_keys"), values).fetchall():
        yield from (("references", f"{key['child']} {row['id']}") for row in _run(connection, _orphans(key)))
    for place in connection.execute(statement("check_columns_of_articles"), values).fetchall():
        named = {name: Identifier(place[name]) for name in ("table", "column")}
        query = statement("check_erased_column").format(**named)
        yield from (("erased", f"{row['id']} in {place['table']}") for row in _run(connection, query))


def _orphans(key: Row) -> Composed:
    given = SQL(" AND ").join(SQL("c.{} IS NOT NULL").format(Identifier(name)) for name in key["columns"])
    pairs = zip(key["columns"], key["keys"], strict=True)
    same = SQL(" AND ").join(SQL("p.{} = c.{}").format(Identifier(there), Identifier(here)) for here, there in pairs)
    shown = SQL("concat_ws('.', {})").format(SQL(", ").join(map(Identifier, key["columns"])))
    tables = {"child": Identifier(key["child"]), "parent": Identifier(key["parent"])}
    return statement("check_references").format(shown=shown, given=given, same=same, **tables)


def _stream(connection: Connection, name: str, at_once: int, values: Mapping[str, Any] | None = None) -> Iterator[Row]:
    return _run(connection, statement(name), name, at_once, values)


def _run(
    connection: Connection, query: SQL | Composed, name: str = "check", at_once: int = _AT_ONCE,
    values: Mapping[str, Any] | None = None,
) -> Iterator[Row]:  # fmt: skip
    with ServerCursor(connection, name, row_factory=dict_row) as cursor:
        cursor.itersize = at_once
        cursor.execute(query, values)
        yield from cursor


def _place(row: Mapping[str, Any]) -> tuple[str, int]:
    return row["article_id"], row["revision"]


def _count(connection: Connection, table: Table) -> int:
    row = connection.execute(SQL("SELECT count(*) AS rows FROM {}").format(table.named)).fetchone()
    return int(row["rows"]) if row else 0
