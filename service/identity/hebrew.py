"""Puts Hebrew into Latin letters as news does, as far as its letters tell: vav and yod are vowels or none."""

from service.regex import regex

_WHOLE = {"\u05d3\u05d5\u05d3": "david"}  # vav between two consonants is a vowel in most other words
_LETTERS = str.maketrans(
    dict(
        zip(
            "\u05d1\u05d2\u05d3\u05d6\u05d7\u05d8\u05db\u05da\u05dc\u05de\u05dd\u05e0\u05df\u05e1\u05e4\u05e3\u05e7\u05e8\u05ea",
            "bgdzhtkklmmnnspfkrt",
            strict=True,
        )
    )
    | {"\u05e6": "tz", "\u05e5": "tz", "\u05e9": "sh", "\u05f2": "ai", "\u05f1": "oi", "\u05f0": "v"}
)
_RULES = tuple(
    (regex(letters), sound)
    for letters, sound in (
        ("^\u05d0\u05d5", "o"),
        ("\u05d5\u05d5|^\u05d5|\u05d5(?=[\u05d9\u05d0\u05d4])", "v"),
        ("(?<=[\u05d5\u05d9])\u05db", "ch"),
        ("\u05d5", "o"),
        ("\u05d9\u05d9", "ai"),
        ("^\u05d9", "y"),
        ("\u05d9", "i"),
        ("^[\u05d0\u05e2](?![aeiou])", "a"),
        ("\u05d4$|\u05d0$", "a"),
        ("[\u05d0\u05e2]", ""),
        ("\u05d4", "h"),
    )
)


def is_hebrew(word: str) -> bool:
    """Whether a word begins in Hebrew."""
    return "\u05d0" <= word[:1] <= "\u05f2"


def spelt_out(word: str) -> str:
    """A word of Hebrew in small Latin letters; vowels that are not written are left out."""
    if word in _WHOLE:
        return _WHOLE[word]
    for letters, sound in _RULES:
        word = letters.sub(sound, word)
    return "".join(char for char in word.translate(_LETTERS) if (char.isascii() and char.isalnum()) or char == "-")
