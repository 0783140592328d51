"""Reduces a printed name to the one word that two annotations of a speaker are compared by."""

from service.regex import regex

_POSSESSIVE = regex(r"['’]s\b")
_WORD = regex(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_AFTER_NAMES = frozenset(("jr", "sr", "ii", "iii", "iv", "phd", "md", "esq"))


def last_name(name: str) -> str | None:
    """The last word of a name in lower case, "Jr." and the like left out; None where there is no word."""
    words = name_words(name)
    while len(words) > 1 and words[-1].rstrip(".") in _AFTER_NAMES:
        words.pop()
    return words[-1] if words else None


def name_words(name: str) -> list[str]:
    """The words of a name in lower case, without possessive endings."""
    return [word.lower().replace("’", "'") for word in _WORD.findall(_POSSESSIVE.sub("", name))]
