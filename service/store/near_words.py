"""What was perhaps meant by words, names and roles that nothing stored has: some one letter away that something has.

Nothing is kept for this: every neighbour is looked up in the index that the search itself uses.
"""

import re
from collections.abc import Callable, Iterable, Sequence

from psycopg.sql import SQL, Composable, Identifier

from service.folding import words_of
from service.identity.mentioned import asked_keys
from service.identity.scripts import latin
from service.misspelt import near, near_rows, put_right
from service.questions import Question, question_of
from service.regex import regex
from service.store.conditions import QuoteConditions, storable
from service.store.pool import Connection
from service.store.quote_keys import asked_party_keys, asked_role_keys
from service.store.statements import statement

_THE = regex("^the ", re.IGNORECASE)
_MOST_WORDS = 8  # of a question, and of a name
_MOST_WRONG = 3
_MOST_MEANT = 3
_MOST_LOOKED_UP = 2_000  # neighbours of one value
_WITH_WORD = SQL("q.words @@ phraseto_tsquery('english', c.word)")
_WITH_KEY = SQL("q.{} @> ARRAY[c.word]")
_STORED = SQL(
    "SELECT found.* FROM (SELECT c.word, (SELECT count(*) FROM quotes q WHERE {condition} AND q.listed) AS count"
    " FROM unnest(%(words)s::text[]) AS c (word)) AS found WHERE found.count > 0"
)
# "nobodi" finds what "nobody" finds, but nobody wrote it.
_WRITTEN = SQL(
    "SELECT c.word FROM unnest(%(words)s::text[]) AS c (word) WHERE EXISTS ("
    "SELECT FROM quotes q WHERE q.words @@ ('=' || c.word)::tsquery)"
)
_KEYS: dict[str, Callable[[str], Sequence[str]]] = {
    "about": asked_keys, "party": asked_party_keys, "role": asked_role_keys,
}  # fmt: skip


def meant(connection: Connection, conditions: QuoteConditions) -> dict[str, list[str]]:
    """For each of q, about, party and role what nothing has, put right: up to three, the most common first; of q one.

    Each lookup may take half a second. Unavailable: that was not enough for one.
    """
    with connection.transaction():
        connection.execute(statement("near_words_bounded"))
        found = {name: _values(connection, name, getattr(conditions, name)) for name in _KEYS}
        found["q"] = _question(connection, conditions.q) if conditions.q else []
    return {name: values for name, values in found.items() if values}


def _question(connection: Connection, asked: str) -> list[str]:
    words = list(dict.fromkeys(_words(question_of(asked))))[:_MOST_WORDS]
    known = _stored(connection, _WITH_WORD, words)
    wrong = [word for word in words if word not in known and near(word)][:_MOST_WRONG]
    neighbours = _stored(connection, _WITH_WORD, [other for word in wrong for other in near(word)])
    rows = connection.execute(_WRITTEN, {"words": list(neighbours)}, prepare=False)
    written = {row["word"] for row in rows}
    right = asked
    for word in wrong:
        there = [other for other in near(word) if other in neighbours]
        if there:
            best = max(there, key=lambda other: (neighbours[other], other in written))
            right = put_right(right, word, best)
    return [right] if right != asked else []


def _words(question: Question) -> Iterable[str]:
    return (word for terms in question for term in terms if not term.excluded for word in words_of(term.words))


def _values(connection: Connection, name: str, values: Sequence[str]) -> list[str]:
    column = _WITH_KEY.format(Identifier(f"{name}_keys"))
    return list(
        dict.fromkeys(each for value in values[:_MOST_WRONG] for each in _value(connection, name, column, value))
    )


def _value(connection: Connection, name: str, condition: Composable, value: str) -> list[str]:
    keys = list(_KEYS[name](storable(value)))
    words = words_of(_THE.sub("", latin(value)))[:_MOST_WORDS]
    if not words or _stored(connection, condition, keys):
        return []
    rows = near_rows(words)[:_MOST_LOOKED_UP]
    # Moscow is kept as Russia.
    keys_of = {row: asked_party_keys(row) if name == "party" else [row] for _, _, row in rows}
    known = _stored(connection, condition, [key for keys in keys_of.values() for key in keys])
    count = {row: max(known.get(key, 0) for key in keys) for row, keys in keys_of.items()}
    best = sorted((row for row in rows if count[row[2]]), key=lambda row: -count[row[2]])[:_MOST_MEANT]
    return [right if (right := put_right(value, word, other)) != value else row for word, other, row in best]


def _stored(connection: Connection, condition: Composable, words: Sequence[str]) -> dict[str, int]:
    """Of these words those that listed quotes have, with how many."""
    if not words:
        return {}
    rows = connection.execute(_STORED.format(condition=condition), {"words": list(words)}, prepare=False).fetchall()
    return {row["word"]: row["count"] for row in rows}
