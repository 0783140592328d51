"""Reduces words to stems, so that what a claim says and what an answer denies can be compared."""

from functools import lru_cache

from service.disputes.tables import groups, section
from service.folding import fold
from service.regex import regex

WORD = regex(r"[^\W_]+(?:['’][^\W_]+)?")
_POSSESSIVE = regex(r"['’].*")
_SUFFIXES = (
    "isations", "izations", "isation", "ization", "ations", "ition", "ation", "ements", "ement", "ments", "ment",
    "ingly", "ions", "ings", "ness", "ion", "ing", "ers", "ies", "ied", "als", "ed", "er", "or", "es", "ly", "al",
    "s", "y", "e",
)  # fmt: skip
_SHORTEST = 3  # letters that a suffix leaves


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its ending, near synonyms made one: altering, alteration -> alter; hacking -> cyber."""
    plain = _POSSESSIVE.sub("", fold(word))
    known = _kin().get(plain)
    return known or _cut(plain)


def terms(text: str, *, without: frozenset[str] = frozenset()) -> frozenset[str]:
    """The stems of the words that carry content; `without` leaves out further stems, such as those of names."""
    return _terms(text) - without


@lru_cache(maxsize=1_000)
def _terms(text: str) -> frozenset[str]:
    return frozenset(filter(None, map(_term, WORD.findall(text))))


@lru_cache(maxsize=20_000)
def _term(word: str) -> str | None:
    term = stem(word)
    return None if len(term) < 2 or fold(word) in section("weightless") else term


def shared(first: frozenset[str], other: frozenset[str]) -> float:
    """How much of the smaller set the two have in common, 0 to 1; 0 where either is empty."""
    smaller = min(len(first), len(other))
    return len(first & other) / smaller if smaller else 0.0


def opposed(first: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one set says what the other excludes: asleep, awake."""
    return any(_opposites().get(term, frozenset()) & other for term in first - other)


@lru_cache(maxsize=1)
def _opposites() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for one, other in groups("opposites"):
        for left, right in ((stem(one), stem(other)), (stem(other), stem(one))):
            found.setdefault(left, set()).add(right)
    return {term: frozenset(terms) for term, terms in found.items()}


def _cut(word: str) -> str:
    """Ending by ending, so that "sanctioned" and "sanctions" meet."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST:
            return _cut(_undoubled(word[: -len(suffix)]))
    return word


def _undoubled(word: str) -> str:
    double = len(word) > _SHORTEST and word[-1] == word[-2] and word[-1] not in "ls"
    return word[:-1] if double else word


@lru_cache(maxsize=1)
def _kin() -> dict[str, str]:
    """Each word of a group of near synonyms with the stem of the group's first."""
    return {word: _cut(group[0]) for group in groups("kin") for word in group}
