"""Makes words comparable: without case, accents, curly marks or the dots of abbreviations."""

import unicodedata
from functools import lru_cache

from service.regex import regex

# Letters that have no decomposition in Unicode: without these Støre is not found as Store.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ŋ": "n", "ħ": "h"}
)
_MARKS = str.maketrans(dict.fromkeys("‘’‚‛ʼ´`′", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑−", "-"))
# What is left of a text without control characters: runs of ASCII, and other letters, each with what folds with it.
_RUN = regex(r"[\t\n\x20-\x7e]+|[^\x00-\x7f]{1,20}")
_ABBREVIATION = regex(r"\b(?:[^\W\d_]\.){2,}")
_HYPHENED = regex(r"\b\w+(?:-\w+)+")  # without \b each letter of a word without end would begin a search
_WORD = regex(r"[^\W_]+")
_APOSTROPHE = regex(r"(?<=[\w.])'(?:s\b)?")
_LONGEST_KEPT = 100  # characters of a name whose words are kept at hand


def fold(text: str) -> str:
    """The text in lower case, without accents and control characters, its marks and hyphens straight."""
    # Nine words of ten; letter by letter they would take a third of the time in which an article is read.
    if text.isascii() and text.isprintable():
        return text.lower().replace("`", "'")
    return "".join(map(_folded, _RUN.findall(text.translate(_MARKS))))


def _folded(run: str) -> str:
    return run.lower() if run.isascii() else _folded_letters(run)


@lru_cache(maxsize=16_384)
def _folded_letters(run: str) -> str:
    decomposed = unicodedata.normalize("NFKD", run).casefold()
    plain = unicodedata.normalize("NFKD", decomposed).translate(_LETTERS)
    return "".join(char for char in plain if not unicodedata.combining(char) and _printable(char))


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name: "J. K. O'Brien's" -> jk, obrien."""
    if name.isascii() and name.isalpha():
        return (name.lower(),)
    return _words_of(name) if len(name) <= _LONGEST_KEPT else _words_of.__wrapped__(name)


@lru_cache(maxsize=16_384)
def _words_of(name: str) -> tuple[str, ...]:
    if name.isascii() and name.replace(" ", "").isalpha() and 1 not in map(len, words := name.lower().split()):
        return tuple(words)  # as most names are: nothing in them is to be folded
    plain = _APOSTROPHE.sub("", fold(name)).replace(".", " ")
    return tuple(_joined_initials(_WORD.findall(plain)))


def searchable(text: str) -> str:
    """What the full-text index holds of a text: hyphened words apart, abbreviations without dots."""
    return _HYPHENED.sub(lambda match: match[0].replace("-", " "), _undotted(text))


def _undotted(text: str) -> str:
    # A slash or an inner dot makes one token of the Postgres parser, a path or a host, that no word finds.
    return _ABBREVIATION.sub(lambda match: match[0].replace(".", ""), fold(text)).replace("/", " ")


def _joined_initials(words: list[str]) -> list[str]:
    joined: list[str] = []
    in_initials = False
    for word in words:
        initial = len(word) == 1 and word.isalpha()
        if initial and in_initials:
            joined[-1] += word
        else:
            joined.append(word)
        in_initials = initial
    return joined


def _printable(char: str) -> bool:
    return char in "\n\t " or unicodedata.category(char)[0] != "C"
