"""Finds the quotes that a text may be a rewording of: by words that stand anywhere, in any ending and spelling.

What is looked through is bounded, however many quotes there are: of words that half of them have none is looked up.
"""

from collections.abc import Iterable, Mapping, Sequence

from service.store.likely_quotes import LONGEST, Sought, array, probed
from service.store.pool import Connection
from service.store.said_words import SaidWords, said_words
from service.store.statements import statement
from service.verifying.asked import Asked
from service.verifying.probing import MOST_FOUND, Held, probes
from service.verifying.rewording import content_of, spellings

_AT_ONCE = 10  # texts whose words are looked up by one statement
_ASKED = 60  # quotes of a text of which it is looked up who said them


def reworded(connection: Connection, texts: Mapping[int, Sought]) -> dict[int, list[str]]:
    """The ids of quotes with words of each text, those with most of them first; words of the speakers count twice."""
    said = said_words(connection)
    rows = {number: _contents(each.asked) for number, each in texts.items()}
    held = _held(connection, {form for each in rows.values() for row in each for form in row}, said)
    found: dict[int, list[str]] = {}
    queries = {number: _queries(each, held, said) for number, each in rows.items()}
    asked = [(number, texts[number], each) for number, each in queries.items() if each]
    for at in range(0, len(asked), _AT_ONCE):
        found |= _with_words(connection, asked[at : at + _AT_ONCE])
    return found


def _contents(asked: Asked) -> list[list[str]]:
    return [content_of(reading.words) for reading in asked.readings[:LONGEST]]


def _held(connection: Connection, forms: Iterable[str], said: SaidWords) -> dict[str, Held]:
    """What the index may hold of each word, without those of which it holds nothing."""
    spelt = {form: spellings(form) for form in forms}
    rows = connection.execute(statement("stems"), {"words": sorted({word for each in spelt.values() for word in each})})
    stems = {row["word"]: row["stem"] for row in rows}
    known = {form: list(dict.fromkeys(stems[word] for word in words if word in stems)) for form, words in spelt.items()}
    return {form: Held(" | ".join(map(_quoted, each)), max(map(said.of, each))) for form, each in known.items() if each}


def _queries(rows: Iterable[Sequence[str]], held: Mapping[str, Held], said: SaidWords) -> dict[str, int]:
    queries: dict[str, int] = {}
    for row in rows:
        queries |= probes([held[form] for form in row if form in held], said.quotes)
    return queries


def _with_words(
    connection: Connection, asked: Sequence[tuple[int, Sought, Mapping[str, int]]]
) -> dict[int, list[str]]:  # fmt: skip
    rows = [(number, text, query, least) for number, text, queries in asked for query, least in queries.items()]
    values = {
        "numbers": [number for number, *_ in rows], "before": [text.before for _, text, *_ in rows],
        "queries": [query for *_, query, _ in rows], "least": [least for *_, least in rows],
        "speakers": [array(text.speakers) for _, text, *_ in rows], "some": MOST_FOUND, "looked": _ASKED,
    }  # fmt: skip
    return probed(connection, "quotes_with_words", values)


def _quoted(stem: str) -> str:
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"
