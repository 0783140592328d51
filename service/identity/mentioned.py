"""The keys of names within words, and of a name in a question, so that one finds the other in any spelling."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from service.extraction.names import tables as press
from service.extraction.names.words import is_capitalised, opens_sentence, runs, words_in
from service.folding import words_of
from service.identity.bodies import body_name
from service.identity.person_names import PersonName, person_name
from service.identity.scripts import latin
from service.records import Span
from service.regex import regex

MOST_WORDS = 6  # of a name that is found as a whole
_MOST_KEYS = 300  # of one quote: a text in capitals throughout is one name after another
_SECTIONS = ("definite", "owned", "indefinite", "leading", "preposition", "pronoun", "generic", "stop")
_NAMES_TOO = frozenset({"will", "may"})
_NO_NAMES = _NAMES_TOO.union(*(press.words("function_words", section) for section in _SECTIONS))
_OF = (" of ", " of the ")
_LONGEST_WORD = 60
_LONGEST_ROW = 40  # words; a longer one is a text in capitals
_MOST_OF_PERSONS = 3  # words of a name that may be spelt in several ways
_THE = regex("^the ", re.IGNORECASE)
_SPELLING = "="  # before what is put in one spelling
_ALONE = "~"


def name_keys(words: str) -> list[str]:
    """The keys of all names in some words: each row of capitalised words and each part of it, a bare surname too.

    A small word that has its capital from its place at the beginning of a sentence is none.
    """
    found: dict[str, None] = {}
    for start, end in _joined(words):
        texts = [word.text[:_LONGEST_WORD] for word in words_in(words, start, end)[:_LONGEST_ROW]]
        if texts and opens_sentence(words, start) and texts[0].lower() in _NO_NAMES:
            found.update(dict.fromkeys(_parts(texts[1:])))
            # Will Smith
            if texts[0].lower() in _NAMES_TOO and len(texts) > 1:
                found.update(dict.fromkeys(_keys(" ".join(texts[:2]))))
        else:
            found.update(dict.fromkeys(_parts(texts)))
        if len(found) > _MOST_KEYS:
            break
    return list(found)[:_MOST_KEYS]


def _joined(words: str) -> list[Span]:
    """Rows of capitalised words; those that "of" joins are one: the Bank of England."""
    rows: list[Span] = []
    for start, end in runs(words):
        if rows and words[rows[-1][1] : start] in _OF:
            rows[-1] = (rows[-1][0], end)
        else:
            rows.append((start, end))
    return rows


def _parts(texts: list[str]) -> Iterator[str]:
    if texts and (surname := _alone(person_name(" ".join(texts)))):
        yield surname
    for at in range(len(texts)):
        for until in range(at + 1, min(len(texts), at + MOST_WORDS) + 1):
            if is_capitalised(texts[at]) and is_capitalised(texts[until - 1]) and texts[at:until] != ["I"]:
                yield from _keys(" ".join(texts[at:until]))


def asked_keys(name: str) -> list[str]:
    """The keys under which a name in a question may stand, as it is written there."""
    return list(_keys(name))


def spoken_keys(name: str, kind: str, forms: Iterable[str]) -> tuple[list[str], list[str]]:
    """The keys of a speaker whose printed forms these are: those that mean nobody else, and those of a surname alone.

    Left out is what means others elsewhere: "the president", "the ministry".
    """
    if kind != "person":
        names = [name, *(form for form in forms if _THE.sub("", form)[:1].isupper() and not body_name(form).generic)]
        return list(dict.fromkeys(key for each in names for key in _keys(each))), []
    mine = person_name(name)
    printed = [parts for form in (name, *forms) if (parts := person_name(form)).surname == mine.surname]
    whole = {key for parts in printed if not parts.is_bare for key in (" ".join(parts.said), *_spellings(parts))}
    bare = {key for parts in printed if (key := _alone(parts))} or {f"{_ALONE}{mine.surname}"}
    return sorted(whole), sorted(bare)


def surname_of(key: str) -> str:
    """The surname that a key of a surname alone is of."""
    return key.removeprefix(_ALONE)


def _keys(name: str) -> Iterator[str]:
    words = _plain(name)
    if words:
        yield " ".join(words[:MOST_WORDS])
    if 0 < len(words) <= _MOST_OF_PERSONS:
        parts = person_name(_THE.sub("", name))
        yield from _spellings(parts)
        if parts.surname and parts.is_bare and (parts.surname,) != words:
            yield parts.surname


def _spellings(parts: PersonName) -> Iterator[str]:
    if parts.given:
        yield f"{_SPELLING}{parts.surname} {parts.given[0]}"


def _alone(parts: PersonName) -> str:
    """The key of a surname that stands alone, titles aside; of Kirill Lavrov it is none of Lavrov's."""
    return f"{_ALONE}{parts.surname}" if parts.surname and parts.is_bare else ""


@lru_cache(maxsize=65_536)
def _plain(name: str) -> tuple[str, ...]:
    words = words_of(latin(name))
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words
