"""Words one letter away from a word: what whoever mistyped it may have meant."""

import re
from collections.abc import Iterator, Sequence

from service.folding import words_of
from service.regex import regex

SHORTEST, LONGEST = 4, 24  # letters: of a shorter word nearly every one is a neighbour
_LETTERS = ("abcdefghijklmnopqrstuvwxyz", "абвгдежзиклмнопрстуфхцчшщъыьэюяієћђљњџ", "αβγδεζηθικλμνξοπρστυφχψω")
_WORD = regex(r"[^\W_]+")


def near(word: str) -> list[str]:
    """The words that a folded word becomes by one letter more, less or other, or by two that change places.

    Letters are those of its alphabet, Latin, Cyrillic or Greek; of other scripts its own. None of a word with digits.
    """
    if not SHORTEST <= len(word) <= LONGEST or not word.isalpha():
        return []
    return [each for each in dict.fromkeys(_changed(word)) if each != word]


def _changed(word: str) -> Iterator[str]:
    letters = next((each for each in _LETTERS if word[0] in each), "".join(sorted(set(word))))
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    for before, after in parts:
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
    for before, after in parts:
        if after:
            yield before + after[1:]
    for before, after in parts:
        for letter in letters:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def near_rows(words: Sequence[str]) -> list[tuple[str, str, str]]:
    """Rows of words with one of them changed: which it was, what it becomes, and the row."""
    return [
        (word, other, " ".join([*words[:at], other, *words[at + 1 :]]))
        for at, word in enumerate(words)
        for other in near(word)
    ]


def put_right(text: str, word: str, by: str) -> str:
    """The text as it was typed with another word in the place of one, in capitals where that was."""

    def other(found: re.Match[str]) -> str:
        typed = found[0]
        if "".join(words_of(typed)) != word:
            return typed
        if typed.isupper():
            return by.upper()
        return by[0].upper() + by[1:] if typed[0].isupper() else by

    return _WORD.sub(other, text)
