"""Keeps the prints of quotes, by which their words are found: written with the quotes, one for each, listed or not."""

from collections.abc import Iterable
from typing import Any

from service.folding import words_of as name_words
from service.store.pool import Connection
from service.store.statements import statement
from service.verifying.keys import keys_of
from service.verifying.words import words_of

Row = dict[str, Any]
_LONGEST_KEY = 100  # characters of a name
LONGEST_TEXT = 50_000  # characters of a statement by which it is found


def prints_of(connection: Connection, article_ids: Iterable[str]) -> list[Row]:
    """The prints that the stored quotes of these articles should have, each listed one as a statement of its own."""
    rows = connection.execute(statement("quotes_to_print"), {"articles": list(article_ids)}).fetchall()
    return [_print(row) for row in rows]


def write(connection: Connection, prints: Iterable[Row]) -> None:
    """Stores prints, where none of the same quotes are stored."""
    with connection.cursor() as cursor:
        cursor.executemany(statement("print_insert"), list(prints))


def _print(row: Row) -> Row:
    name = name_words(row.pop("name") or "")
    return row | {
        "keys": keys_of(words_of(row["text"][:LONGEST_TEXT])),
        "name_key": name[-1][:_LONGEST_KEY] if name else None,
        "statement_id": row["id"] if row["listed"] else None,
    }
