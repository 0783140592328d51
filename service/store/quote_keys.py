"""The keys by which filters find a quote besides its words: the parties and roles of its speakers, names within it.

Whoever changes the speakers of a stored quote calls `write` for it.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from service.folding import fold, searchable, words_of
from service.identity.evidence import party_label
from service.identity.mentioned import name_keys
from service.store.conditions import LONGEST_KEY
from service.store.pool import Connection
from service.store.statements import statement

LONGEST_SEARCHABLE = 100_000  # characters; Postgres holds at most 1 MB of words of one text
LONGEST_ROLE = 4  # words of a role that are one key
_LONGEST_NAMED = 20_000  # characters in which names are looked for
_ARTICLES_AT_ONCE = 200


def keys_of(words: str, roles: Iterable[str | None], parties: Iterable[str]) -> dict[str, list[str]]:
    """The keys of a quote of these words whose speakers hold roles as printed and answer for these parties."""
    return {
        "about_keys": sorted(name_keys(words[:_LONGEST_NAMED])),
        "role_keys": sorted({key for role in roles if role for key in role_keys(role)}),
        "party_keys": sorted({folded_party(party) for party in parties}),
    }


def role_keys(role: str) -> Iterator[str]:
    """The words of a role, and rows of up to four of them."""
    words = words_of(role)
    for at in range(len(words)):
        for until in range(at + 1, min(len(words), at + LONGEST_ROLE) + 1):
            yield " ".join(words[at:until])


def asked_role_keys(role: str) -> list[str]:
    """The keys that a quote must have all of, if the words of `role` stand in a role in this order."""
    words = words_of(role)
    if len(words) <= LONGEST_ROLE:
        return [" ".join(words)]
    return [" ".join(words[at : at + LONGEST_ROLE]) for at in range(len(words) - LONGEST_ROLE + 1)]


def asked_party_keys(party: str) -> list[str]:
    """The keys of a party by any of its names: of the Kremlin or Moscow those of Russia."""
    label = party_label(party)
    return sorted({folded_party(name) for name in (party, label) if name})


def folded_party(party: str) -> str:
    """A party as compared."""
    return " ".join(fold(party).split())[:LONGEST_KEY]


def write(connection: Connection, article_ids: Sequence[str]) -> None:
    """Works out the keys of all stored quotes of these articles anew."""
    rows = connection.execute(statement("quotes_to_key"), {"articles": list(article_ids)}).fetchall()
    values = [_of_row(row) for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(statement("quote_keys_write"), values)


def write_all(connection: Connection) -> None:
    """The keys of a store that was made before there were any; within the transaction of their migration."""
    ids = [row["id"] for row in connection.execute(statement("articles_to_key")).fetchall()]
    bounds = [*range(0, len(ids), _ARTICLES_AT_ONCE), len(ids)]
    for first, last in pairwise(bounds):
        write(connection, ids[first:last])


def _of_row(row: dict[str, Any]) -> dict[str, Any]:
    words = row["text"]
    return keys_of(words, row["roles"], row["parties"]) | {
        "article_id": row["article_id"], "id": row["id"], "searchable": searchable(words[:LONGEST_SEARCHABLE]),
    }  # fmt: skip
