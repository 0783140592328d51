"""Keeps the prints of quotes, by which their words are found: written with the quotes, one for each, listed or not."""

from collections.abc import Iterable
from typing import Any

from service.folding import words_of as name_words
from service.store.arrays import array
from service.store.pool import Connection, json_of
from service.store.statements import statement
from service.verifying.keys import keys_of
from service.verifying.printed import Printed

Row = dict[str, Any]
_LONGEST_KEY = 100  # characters of a name
_LONGEST_TEXT = 50_000  # characters of a statement by which it is found
_STORED = ("article_id", "id", "name_key", "statement_id", "published_from", "published_until", "time_order")


def prints_of(connection: Connection, article_ids: Iterable[str]) -> list[Row]:
    """The prints that the stored quotes of these articles should have, each listed one as a statement of its own."""
    rows = connection.execute(statement("quotes_to_print"), {"articles": list(article_ids)}).fetchall()
    return [print_of(row) for row in rows]


def write(connection: Connection, prints: Iterable[Row]) -> None:
    """Stores prints, where none of the same quotes are stored."""
    rows = [{name: row[name] for name in _STORED} | {"keys": array(row["keys"])} for row in prints]
    if rows:
        connection.execute(statement("prints_insert"), {"rows": json_of(rows)})


def print_of(row: Row) -> Row:
    """The print of a quote of these words and this place in time, which is `listed` or not; `name`: its speaker's."""
    words, name = words_printed(row["id"], row["text"]), name_words(row["name"] or "")
    return row | {
        "keys": keys_of(words.words),
        "name_key": name[-1][:_LONGEST_KEY] if name else None,
        "statement_id": row["id"] if row["listed"] else None,
        "printed": words,
    }


def words_printed(id: str, text: str) -> Printed:
    """The words by which a quote of this text is found and compared."""
    return Printed(id, text[:_LONGEST_TEXT], ())
