"""Finds the whole names of the bodies that an article calls by letters as well: RDU, the Rapid Defence Units."""

from collections.abc import Mapping

from service.regex import regex

_LETTERS = regex(r"\b[A-Z]{3,6}\b")
_WORD = r"[A-ZÀ-Þ][\w'’-]*"
_NAME = regex(rf"(?<![\w'’-]){_WORD}(?: (?:(?:of|for|and|the|of the|for the) )?{_WORD}){{2,6}}")
_SMALL = ("of", "for", "and", "the")


def by_letters(text: str) -> Mapping[str, str]:
    """The whole name by its letters, of those that the text prints; not where two names would have the same."""
    printed = frozenset(_LETTERS.findall(text))
    found: dict[str, str] = {}
    for match in _NAME.finditer(text) if printed else ():
        for name in _endings(match[0]):
            if (letters := _initials(name)) in printed and found.setdefault(letters, name) != name:
                printed -= {letters}
    return {letters: name for letters, name in found.items() if letters in printed}


def _endings(name: str) -> list[str]:
    """The name, and without its first words, which may be the sentence's own: On Monday Rapid Defence Units."""
    words = name.split(" ")
    return [" ".join(words[at:]) for at in range(min(3, len(words) - 2))]


def _initials(name: str) -> str:
    return "".join(word[0].upper() for word in name.split(" ") if word not in _SMALL)
