"""Marks where the words of a question stand in the text of quotes, with the same stems as the search."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from service.folding import fold, searchable
from service.questions import Term, question_of
from service.regex import regex
from service.store.pool import Connection
from service.store.statements import statement

# Abbreviations and numbers with points in them are one word to the search.
_WORD = regex(r"(?:[^\W\d_]\.){2,}|\d+(?:\.\d+)+|[^\W_]+")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, with its place and its stem; the stem of a word too common to be searched is empty."""

    start: int
    end: int
    folded: str
    stem: str


def mark(connection: Connection, q: str | None, items: Sequence[Row]) -> None:
    """Gives each quote its `highlights`: the places in its `text`, in order, none in another."""
    terms = [term for terms in (question_of(q) if q else ()) for term in terms if not term.excluded]
    said = {item["id"]: list(_words(item["text"])) for item in items}
    asked = [list(_words(term.words)) for term in terms]
    stems = _stems(connection, (word for words in (*said.values(), *asked) for _, _, word in words))
    phrases = [[stems[word] for _, _, word in words] for words in asked]
    for item in items:
        words = [Word(start, end, word, stems[word]) for start, end, word in said[item["id"]]]
        found = [place for term, phrase in zip(terms, phrases, strict=True) for place in _places(words, term, phrase)]
        item["highlights"] = [{"start": start, "end": end} for start, end in _apart(found)]


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), searchable(fold(found[0])).strip()


def _stems(connection: Connection, words: Iterable[str]) -> dict[str, str]:
    once = sorted(set(words))
    rows = connection.execute(statement("word_stems"), {"words": once}).fetchall() if once else []
    return {row["word"]: row["stem"] for row in rows}


def _places(words: Sequence[Word], term: Term, phrase: Sequence[str]) -> Iterator[tuple[int, int]]:
    if term.beginning:
        yield from ((word.start, word.end) for word in words if word.stem and _begins(word, term.beginning))
    # Words too common to be searched hold their place in a phrase, whatever stands there; at its ends they are nothing.
    searched = [at for at, stem in enumerate(phrase) if stem]
    if not searched:
        return
    wanted = phrase[searched[0] : searched[-1] + 1]
    for at in range(len(words) - len(wanted) + 1):
        row = words[at : at + len(wanted)]
        if all(stem in ("", word.stem) for stem, word in zip(wanted, row, strict=True)):
            yield row[0].start, row[-1].end


def _begins(word: Word, beginning: str) -> bool:
    return word.folded.startswith(beginning) or word.stem.startswith(beginning)


def _apart(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """In order; what overlaps is one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(places):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
