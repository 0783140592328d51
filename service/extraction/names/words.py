"""Finds words and runs of capitalised words in a text, with their places."""

import re
import unicodedata
from typing import NamedTuple

from service.extraction.names import tables
from service.records import Span
from service.regex import regex

_UPPER = "".join(chr(code) for code in (*range(0x41, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper())
# A full stop belongs to these words; behind any other it ends a sentence.
_SHORT = (
    "Mr|Mrs|Ms|Mme|Dr|Messrs|Prof|Rev|Fr|Hon|Sens?|Reps?|Govs?|Gens?|Lt|Col|Maj|Capt|Sgts?|Cpl|Pvt|Adm|Cmdr|Cmdt|Brig"
    "|Amb|Atty|Asst|Dep|Det|Supt|Pres|Sec|St|Ste|Jr|Sr|Dept|Inc|Corp|Co|Ltd|N|S|E|W"
)
_INITIALS = rf"(?:[{_UPPER}]\.-?)+[{_UPPER}]?(?![\w])"
_INNER = r"(?:[’'](?![sS]\b)\w+|-\w+|[.&](?=\w)\w+)*"
_ARABIC = rf"(?:[aeu]l|a[dnshtz]|ash|bin|[dD])[-’'][{_UPPER}]\w*"
_CAPITALISED = rf"(?:{_INITIALS}|(?:{_SHORT})\.|{_ARABIC}{_INNER}|[{_UPPER}]\w*{_INNER})"
# Small words inside names: Anna von der Heide, Rui da Costa, Hamad bin Rashid.
PARTICLES = tables.words("function_words", "particle")
_PARTICLE = "(?:" + "|".join(sorted(PARTICLES, key=len, reverse=True)) + ")"
# The letters that a run may begin with are looked at first: at most places nothing else need be tried.
_RUN = regex(rf"\b(?=[{_UPPER}aeubd]){_CAPITALISED}(?:[ \u00a0]+(?:{_PARTICLE}[ \u00a0]+){{0,3}}{_CAPITALISED})*")
_WORD = regex(rf"(?<!\w[’'])(?:{_INITIALS}|(?:{_SHORT})\.|\w+{_INNER})")
_LOWER = regex(r"(?<![\w’'\-])[a-zß-öø-ÿ]{3,}")
# Koch-backed, US-based, 45-year-old: adjectives, however they begin.
_ADJECTIVE = regex(r"-(?:based|backed|led|born|run|owned|funded|style|era|wide|winning|old|trained|appointed|leaning)$")
_FIRST = regex(r"([^\s-]+-[^\s-]+)(?:[ \u00a0]+|$)")
_SENTENCE_END = regex(r"[.!?]['\"”’)]*\s+(?=[\"“'‘(]?[A-Z])|\n")
_LINES = regex(r"\n+")
_REACH = 4000  # a text may be one long line, or hold a pronoun at every word
_SHORT_BEFORE = regex(rf"(?<!\w)(?:{_SHORT}|[{_UPPER}])$")
_SUFFIXES = frozenset(
    {"jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "esq", "kc", "qc", "sc", "mp", "mep", "msp", "obe", "cbe", "mbe"}
)


class Word(NamedTuple):
    """A word as printed, and where: code points, end exclusive. A possessive 's is no part of it."""

    text: str
    start: int
    end: int

    @property
    def key(self) -> str:
        """The word in lower case without full stops, for looking up in the lists."""
        return self.text.lower().replace(".", "") if "." in self.text else self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether the word may be part of a name."""
        return is_capitalised(self.text)


def is_capitalised(word: str) -> bool:
    """Whether a word may be part of a name: "Lee", "al-Masri", but not "US-based"."""
    upper = word[:1].isupper() or (("-" in word or "’" in word or "'" in word) and re.match(_ARABIC, word) is not None)
    return bool(upper) and not _ADJECTIVE.search(word)


def words_in(text: str, start: int, end: int) -> list[Word]:
    """The words of text[start:end]."""
    return [Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text, start, end)]


def runs(text: str) -> list[Span]:
    """Stretches of capitalised words on one line, small words of names between them included. Linear."""
    found = ((_behind_adjective(text, *match.span()), match.end()) for match in _RUN.finditer(text))
    return [(start, end) for start, end in found if start < end]


def _behind_adjective(text: str, start: int, end: int) -> int:
    """London-based | Ann Roe."""
    first = _FIRST.match(text, start, end)
    return first.end() if first and _ADJECTIVE.search(first[1]) else start


def lower_words(text: str) -> frozenset[str]:
    """The words that the text prints in lower case: they are common words, however they are printed elsewhere."""
    return frozenset(_LOWER.findall(text))


def opens_sentence(text: str, at: int) -> bool:
    """Whether a word at `at` has its capital from its place: after a full stop, a line break or an opening mark."""
    before = text[max(0, at - 6) : at].rstrip(" \u00a0\"“”'‘’(—–-*•")
    return not before or before[-1] in ".!?:\n\r\t"


def fold(word: str) -> str:
    """A word without case, accents, full stops and curly apostrophes, for comparing names."""
    word = word.lower().replace("’", "'").replace(".", "")
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def is_suffix(word: str) -> bool:
    """Jr., II and the like, which follow a surname."""
    return word.lower().strip(".,") in _SUFFIXES


def is_initials(word: str) -> bool:
    """J. or J.K. or a bare J: an initial of a given name."""
    if len(word) == 1:
        return word.isupper() and word not in "AI"
    return len(word) <= 6 and "." in word and word.replace(".", "").isupper()


def is_acronym(word: str) -> bool:
    """NATO, F.B.I., AFL-CIO: two capitals or more and no small letter, but no Roman numeral behind a name."""
    letters = word.replace(".", "").replace("-", "").replace("&", "")
    return 2 <= len(letters) <= 8 and letters.isupper() and not is_suffix(word)


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around a place begins, 400 characters before it at most."""
    window = max(0, at - 400)
    ends = (match for match in _SENTENCE_END.finditer(text, window, at + 2) if not _is_of_short_word(text, match))
    return max((match.end() for match in ends if match.end() <= at), default=window)


def sentence_end(text: str, at: int, end: int) -> int:
    """Where the sentence that a place stands in ends, `end` at most."""
    ends = (match for match in _SENTENCE_END.finditer(text, at, end) if not _is_of_short_word(text, match))
    return next((match.end() for match in ends), end)


def paragraphs_between(text: str, start: int, end: int) -> int:
    """How many line breaks part two places, those of the last 4,000 characters before the second."""
    return len(_LINES.findall(text, max(start, end - _REACH), end))


def _is_of_short_word(text: str, end: re.Match[str]) -> bool:
    """Mr. Lind, the late J. Roe: the full stop is the word's."""
    before = text[max(0, end.start() - 8) : end.start()]
    return text[end.start()] == "." and _SHORT_BEFORE.search(before) is not None
