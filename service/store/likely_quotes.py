"""Finds the quotes that texts may come from, a bounded number of each: by what the words of both have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from service.store.pool import Connection
from service.store.statements import statement
from service.verifying.asked import Asked
from service.verifying.keys import single_keys, telling_keys
from service.verifying.rewording import content_of, denials, spellings, together

_OF_PROBE, _OF_TEXT = 25, 14  # quotes that are looked at
_WHOLE = 24  # keys of the probe for all of a text
_RUNS, _SINGLE = 8, 4  # probes for its parts: of three and of two keys that follow one another, and of one key
_DENIALS = 8  # probes for the same with a negation more or less
_FEW = 2  # words of content that are looked up one by one too
_CHANGED = 3  # words that may have been changed before fewer pairs are left
_AT_ONCE = 10  # texts whose words are looked up by one statement
_LONGEST = 2  # pieces of a text of which a quote may have all, as a whole, and the words inside marks; and so readings


@dataclass(frozen=True, slots=True)
class Sought:
    """A text with the ids of the speakers of whom it is asked for, and the instant before which it was published."""

    asked: Asked
    speakers: Sequence[str]
    before: str


def likely(connection: Connection, texts: Mapping[int, Sought]) -> dict[int, list[str]]:
    """The ids of quotes with words of each text that stand together, those that have most first."""
    probes = [(number, each, *probe) for number, each in texts.items() for probe in _probes(each)]
    values = {
        "numbers": [number for number, *_ in probes], "before": [each.before for _, each, *_ in probes],
        "keys": [_array(keys) for *_, keys, _ in probes], "worths": [len(keys) for *_, keys, _ in probes],
        "speakers": [_array(ids) for *_, ids in probes],
    }  # fmt: skip
    return _found(connection, "prints_probed", values)


def reworded(connection: Connection, texts: Mapping[int, Sought]) -> dict[int, list[str]]:
    """The ids of quotes with words of each text anywhere, in any ending and spelling, those that have most first."""
    words = {number: _contents(each.asked) for number, each in texts.items()}
    held = _held(connection, {form for rows in words.values() for row in rows for form in row})
    queries = {number: _queries([held[form] for form in row] for row in rows) for number, rows in words.items()}
    asked = [(number, each, queries[number]) for number, each in texts.items() if queries[number]]
    found: dict[int, list[str]] = {}
    for at in range(0, len(asked), _AT_ONCE):
        found |= _with_words(connection, asked[at : at + _AT_ONCE])
    return found


def _with_words(
    connection: Connection, asked: Sequence[tuple[int, Sought, Mapping[str, int]]]
) -> dict[int, list[str]]:  # fmt: skip
    probes = [
        (number, text.before, query, least, ids)
        for number, text, queries in asked
        for query, least in queries.items()
        for ids in dict.fromkeys(((), tuple(text.speakers)))
    ]
    values = {
        "numbers": [number for number, *_ in probes], "before": [before for _, before, *_ in probes],
        "queries": [query for *_, query, _, _ in probes], "least": [least for *_, least, _ in probes],
        "speakers": [_array(ids) for *_, ids in probes],
    }  # fmt: skip
    return _found(connection, "quotes_with_words", values)


def _found(connection: Connection, name: str, values: Mapping[str, Any]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    with connection.transaction():
        connection.execute(statement("whole_tables_read"), {"allowed": "off"})
        for row in connection.execute(statement(name), {**values, "some": _OF_PROBE, "most": _OF_TEXT}):
            found.setdefault(row["number"], []).append(row["id"])
    return found


def _probes(text: Sought) -> Iterable[tuple[Sequence[int], Sequence[str]]]:
    """Keys that a quote must have all of, and the speakers that it must be of, if any."""
    pieces = [piece.words for reading in text.asked.readings for piece in reading.pieces]
    rows = list(dict.fromkeys(tuple(telling_keys(words)) for words in pieces if words))
    for row in sorted(rows, key=len, reverse=True)[:_LONGEST]:
        yield _spread(row, _WHOLE), ()
        if text.speakers:
            yield _spread(row, _WHOLE), text.speakers
    singles = [(key,) for key in chain(*rows, *map(single_keys, pieces))]
    threes = [row[at : at + 3] for row in rows for at in range(len(row) - 2)]
    twos = [pair for row in rows for pair in pairwise(row)]
    denied = [tuple(keys) for words in pieces for keys in denials(words)]
    for parts, most in ((threes, _RUNS), (twos, _RUNS), (singles, _SINGLE), (denied, _DENIALS)):
        yield from ((part, ()) for part in _spread(list(dict.fromkeys(parts)), most))


def _contents(asked: Asked) -> list[list[str]]:
    return [content_of(reading.words) for reading in asked.readings[:_LONGEST]]


def _held(connection: Connection, forms: Iterable[str]) -> dict[str, str]:
    """The query for what the index may hold of each word; empty where it holds nothing."""
    spelt = {form: spellings(form) for form in forms}
    rows = connection.execute(statement("stems"), {"words": sorted({word for each in spelt.values() for word in each})})
    stems = {row["word"]: _quoted(row["stem"]) for row in rows}
    known = {form: dict.fromkeys(stems[word] for word in words if word in stems) for form, words in spelt.items()}
    return {form: " | ".join(each) for form, each in known.items()}


def _queries(rows: Iterable[Sequence[str]]) -> dict[str, int]:
    """What holds two words of a text, or the only ones that it has, and how many of all these must find a quote."""
    queries: dict[str, int] = {}
    for row in rows:
        held = [f"({each})" for each in row if each]
        asked = [f"{one} & {other}" for one, other in together(held)] + (held if len(held) <= _FEW else [])
        queries |= dict.fromkeys(asked, max(1, (len(held) - _CHANGED) // 2))
    return queries


def _quoted(stem: str) -> str:
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"


def _spread(items: Sequence[Any], most: int) -> Sequence[Any]:
    """Up to `most` of the items, spread evenly over all of them."""
    if len(items) <= most:
        return items
    return [items[number * len(items) // most] for number in range(most)]


def _array(items: Iterable[object]) -> str:
    # An array of arrays would have to be a rectangle.
    return "{" + ",".join(map(str, items)) + "}"
