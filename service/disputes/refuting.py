"""Observes what in a sentence speaks against a claim, by kinds of words, their places and what both have in common."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from service.disputes.opposing import negates
from service.disputes.tables import groups
from service.disputes.words import opposed, shared, stem, terms
from service.regex import regex

_TOKEN = regex(r"n't|[a-z0-9]+(?=n't)|[a-z0-9]+")
_UNTRUE = ("false", "exposed", "joke", "doctored")
_NEGATIONS = ("no", "never", "not")
_EITHER = regex(r"\bor (?:not|hoax|fake|fiction|no)\b|\b(?:real|hoax|fact) or\b")
_SPOKEN_NO = regex(r"(?:^|[.?!:] )['\"‘“]?no,")
_ORDERING = regex(r"['\"‘“]?(?:do not|don't|dont)\b")
_UNSAID = regex(r"(?:not|n't|(?:declin|refus)\w+ to) (?:say|comment|confirm|sure|know|yet)\b|confirm n?or deny")
_NO_UNTRUTH = regex(r"\bfalse (?=(?:alarms?|econom\w+|starts?|teeth|positives?|dawn|modesty)\b)")
_UNDOES = 3  # words from a negation to what it undoes: "not a cruel hoax"
_DENIES = 5  # words from a verb to what it denies: "denies that it was a hoax"
_LONGEST = 4  # words of a phrase
_REACH = 3  # words behind a negation in which it meets the claim's
_EARLY = 7  # words of a claim in which a negation is of the whole of it
_HALF, _LITTLE = 0.4, 0.3  # of the shorter side's stems


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a text and where those of each group stand."""

    words: tuple[str, ...]
    terms: frozenset[str]
    places: Mapping[str, Sequence[int]]

    def has(self, *names: str) -> bool:
        return any(self.places[name] for name in names)


@lru_cache(maxsize=256)
def refuting(claim: str, sentence: str) -> dict[str, float]:
    """All that is observed of a sentence beside a claim, by name; a word that the claim has too is no answer to it."""
    theirs, own = _read(claim), _read(sentence)
    new = {name: _new(theirs, own, name) for name in own.places}
    said = {f"new {name}": bool(new[name]) for name in new if name not in _NEGATIONS}
    found = said | _by_place(theirs, own, new) | _by_form(sentence.lower())
    against = any(found[name] for name in ("untrue", "untrue undone", "new deny", "negation"))
    found |= {
        "in a question, against": found["asks"] and against,
        "of the dead, against": theirs.has("dead") and against,
        "claim noun, against": bool(new["claim"]) and (found["untrue"] or found["new deny"]),
        "claim noun, turned down": bool(new["claim"] and new["turn"]),
        "hedged only": bool(new["hedge"]) and not against,
    }
    return {name: float(value) for name, value in (found | _in_common(claim, sentence, against)).items()} | {
        "bias": 1.0,
        "doubted": float(bool(new["doubt"]) and _alike(claim, sentence) >= _HALF),
        "negates": float(negates(sentence) and not theirs.has(*_NEGATIONS)),
    }


def negates_words(claim: str, sentence: str) -> bool:
    """Whether a sentence negates words of a claim that does not: "expressed interest", "never expressed interest"."""
    theirs, own = _read(claim), _read(sentence)
    return not theirs.has(*_NEGATIONS) and _meets_negated(theirs, own)


def _meets_negated(theirs: _Read, own: _Read) -> bool:
    """Whether words of a claim stand right behind a negation."""
    negated = (at for name in _NEGATIONS for at in own.places[name])
    return any(stem(word) in theirs.terms for at in negated for word in own.words[at + 1 : at + 1 + _REACH])


def _by_place(theirs: _Read, own: _Read, new: Mapping[str, Sequence[int]]) -> dict[str, bool]:
    """What is called untrue, denied or negated, and what of it is undone by another: "denies it was a hoax"."""
    untrue = [at for name in _UNTRUE for at in new[name]]
    negated = [at for name in _NEGATIONS for at in own.places[name]]
    undone = [
        at for at in untrue
        if _behind(at, negated, _UNDOES) or _behind(at, new["deny"], _DENIES)
    ]  # fmt: skip
    both = theirs.has(*_NEGATIONS)
    early = any(at < _EARLY for name in _NEGATIONS for at in theirs.places[name])
    met = _meets_negated(theirs, own)
    return {
        "untrue": len(undone) < len(untrue),
        "untrue undone": bool(undone),
        "untrue at first": len(undone) < len(untrue) and min(untrue) < 2,
        "negation": bool(negated),
        "negation in both": bool(negated) and both,
        "negation lost": early and not negated,
        "negation of the claim's words": met and not both,
        "negation of other words": bool(negated) and not met and not both,
        "denied and negated": bool(new["deny"]) and bool(negated),
    } | {name: bool(own.places[name]) and not both for name in _NEGATIONS}


def _by_form(sentence: str) -> dict[str, bool]:
    return {
        "asks": sentence.rstrip(" '\"”’").endswith("?"),
        "asks somewhere": "?" in sentence,
        "either or": _EITHER.search(sentence) is not None,
        "says no": _SPOKEN_NO.search(sentence) is not None,
        "orders": _ORDERING.match(sentence) is not None,
        "contrasts": ", not " in sentence,
        "leaves unsaid": _UNSAID.search(sentence) is not None,
    }


def _in_common(claim: str, sentence: str, against: bool) -> dict[str, float]:
    alike = _alike(claim, sentence)
    return {
        "alike": alike,
        "alike, against": alike * against,
        "hardly alike": alike < _LITTLE,
        "opposed": opposed(terms(claim), terms(sentence)),
        "length": len(terms(sentence)) / 10,
    }


def _alike(claim: str, sentence: str) -> float:
    return shared(terms(claim), terms(sentence))


def _behind(at: int, before: Sequence[int], reach: int) -> bool:
    return any(0 < at - one <= reach for one in before)


def _new(theirs: _Read, own: _Read, name: str) -> Sequence[int]:
    if theirs.places[name]:
        return ()
    return tuple(at for at in own.places[name] if stem(own.words[at]) not in theirs.terms)


@lru_cache(maxsize=1_000)
def _read(text: str) -> _Read:
    plain = _NO_UNTRUTH.sub("", text.lower().replace("’", "'").replace("cannot", "can not"))
    words = tuple(_TOKEN.findall(plain))
    places: dict[str, list[int]] = {line[0]: [] for line in groups("against")}
    for at in range(len(words)):
        for name in {name for end in range(1, _LONGEST + 1) for name in _names().get(words[at : at + end], ())}:
            places[name].append(at)
    return _Read(words, terms(text), places)


@cache
def _names() -> dict[tuple[str, ...], list[str]]:
    """The groups of each word or phrase."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, *listed in groups("against"):
        for words in listed:
            found.setdefault(tuple(words.split("_")), []).append(name)
    return found
