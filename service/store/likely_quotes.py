"""Finds the quotes that texts may come from, a bounded number of each: by what the words of both have in common."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from service.store.pool import Connection
from service.store.statements import statement
from service.verifying.asked import Asked
from service.verifying.keys import single_keys, telling_keys
from service.verifying.rewording import denials

_OF_PROBE, _OF_TEXT = 25, 14  # quotes that are looked at
_FEW, _TIMES = 3, 2  # quotes of a text that are looked at though the likeliest have more than so many times as much
_OF_SPEAKER = 500  # quotes that are asked whether the speaker said them
_WHOLE = 24  # keys of the probe for all of a text
_RUNS, _SINGLE = 8, 4  # probes for its parts: of three and of two keys that follow one another, and of one key
_DENIALS = 8  # probes for the same with a negation more or less
LONGEST = 2  # pieces of a text of which a quote may have all, as a whole, and the words inside marks; and so readings


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
        "keys": [array(keys) for *_, keys, _ in probes], "worths": [len(keys) for *_, keys, _ in probes],
        "speakers": [array(ids) for *_, ids in probes],
    }  # fmt: skip
    return probed(connection, "prints_probed", values | {"some": _OF_PROBE, "looked": _OF_SPEAKER})


def probed(connection: Connection, name: str, values: Mapping[str, Any]) -> dict[int, list[str]]:
    """The ids of quotes for each number of a text: those that a statement finds by its probes, the likeliest first."""
    found: dict[int, list[str]] = {}
    for row in connection.execute(statement(name), {**values, "few": _FEW, "times": _TIMES, "most": _OF_TEXT}):
        found.setdefault(row["number"], []).append(row["id"])
    return found


def _probes(text: Sought) -> Iterable[tuple[Sequence[int], Sequence[str]]]:
    """Keys that a quote must have all of, and the speakers of whom more are wanted, if any."""
    pieces = [piece.words for reading in text.asked.readings for piece in reading.pieces]
    rows = list(dict.fromkeys(tuple(telling_keys(words)) for words in pieces if words))
    for row in sorted(rows, key=len, reverse=True)[:LONGEST]:
        yield _spread(row, _WHOLE), text.speakers
    singles = [(key,) for key in chain(*rows, *map(single_keys, pieces))]
    threes = [row[at : at + 3] for row in rows for at in range(len(row) - 2)]
    twos = [pair for row in rows for pair in pairwise(row)]
    denied = [tuple(keys) for words in pieces for keys in denials(words)]
    for parts, most in ((threes, _RUNS), (twos, _RUNS), (singles, _SINGLE), (denied, _DENIALS)):
        yield from ((part, ()) for part in _spread(list(dict.fromkeys(parts)), most))


def _spread(items: Sequence[Any], most: int) -> Sequence[Any]:
    """Up to `most` of the items, spread evenly over all of them."""
    if len(items) <= most:
        return items
    return [items[number * len(items) // most] for number in range(most)]


def array(items: Iterable[object]) -> str:
    """The items as the text of an array of Postgres; they hold nothing that would have to be quoted there."""
    # An array of arrays would have to be a rectangle.
    return "{" + ",".join(map(str, items)) + "}"
