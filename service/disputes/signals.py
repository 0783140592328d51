"""Finds the words of a statement that deny something, and what they say they deny."""

import re
from dataclasses import dataclass
from functools import cache

from service.disputes.cues import cues, lowered
from service.disputes.tables import section
from service.disputes.traps import bygone, conditional, silent
from service.disputes.wordings import FALSE, WORDINGS
from service.disputes.words import stem, terms
from service.records import Relation, Signal, Span
from service.regex import regex

_SUBJECT = regex(r"[^.;:“”\"]{1,140}$")
_CLAUSES = regex(r";|,? but |,? while |,? although |,? though ")
_SAYING = regex(r"\W*(?:he|she|it|they|[A-Z]\w+)\b[^.;]* that [^.;]*$")
# "The report on Friday as untrue" is about the report.
_BESIDE = regex(r"\s+on (?:\w+day|the same day)\b|\s+as (?P<judged>[^,;]+).*", re.S)
# "Denied using the word", "denied doing any such thing" are about what was told before.
_DOING_SO = regex(
    r"\b(?:having (?:ever )?)?(?:us(?:ed|ing)|sa(?:id|ying)|utter(?:ed|ing)|mad(?:e|ing)|making|done|doing|"
    r"writ(?:ten|ing)|sen(?:t|ding)|shout(?:ed|ing))\s+(?:the|any|that|this|those|these|such|so)(?: such| of the)?"
    r"(?:\s+(?:words?|terms?|expressions?|phrases?|language|remarks?|comments?|gestures?|things?|sort|kind|acts?))?"
    r"(?=\W*(?:$|[,.;]|\b(?:in|on|at|to|or|and|as|but)\b))|"
    r"\b(?:us(?:ed|ing)|utter(?:ed|ing)) (?:racist|abusive|foul|offensive|insulting|bad|sexist|such|threatening) "
    r"language",
    re.I,
)
_WORD = regex(r"[\w'’-]+")
_COMPLEMENT = regex(
    r"\s+(?:that|of|about|over|concerning|regarding|on|to(?! (?:the|an?|his|her|its|their|reporters|[A-Z])\b))\s+"
    r"(?P<rest>.+)",
    re.S,
)
_ADVERBS = regex(r"(?: (?:\w+ly|just|still|all|also|plain))+$")  # "that simply | isn't true"
_POINTS = regex(r"\b(?:this|that|it|these|those)\s*$", re.I)
_LETTERS = regex(r"[A-Za-z]+")
_KIND = regex(r"[a-z-]{4,}")


@dataclass(frozen=True, slots=True)
class Hit:
    """A signal, what it denies by itself (stems; empty: whatever is spoken of), and whether it needs no such thing."""

    signal: Signal
    relation: Relation
    about: frozenset[str]
    plain: bool


def signals(text: str, span: Span, names: frozenset[str], taken: list[Span]) -> list[Hit]:
    """The denials in one stretch of a sentence, in the order of the table.

    `names` are stems that say nothing; whatever begins within `taken` belongs to a claim and denies nothing.
    """
    found = [hit for clause in _clauses(text, span) for hit in _told(text, clause, names)]
    return [hit for hit in found if not any(start <= hit.signal.span[0] < end for start, end in taken)]


def about(words: str, names: frozenset[str]) -> frozenset[str]:
    """The stems of what some words are about, empty where they only refer to a claim: the mayor's allegations."""
    words = _DOING_SO.sub("", words)
    words = _BESIDE.sub(_kept, words.rpartition(" that ")[2] if _SAYING.match(words) else words)
    return terms(_denied(words), without=names | _vague())


def _kept(match: re.Match[str]) -> str:
    return match[0] if match["judged"] and not judged_false(match["judged"]) else ""


@cache
def _vague() -> frozenset[str]:
    return frozenset(map(stem, section("vague")))


def _denied(words: str) -> str:
    """Of "the spying allegations" and "claims of spying" what they are about; all of what names no claim."""
    before = ""
    for match in _WORD.finditer(words):
        if names_claim(match[0]):
            rest = _COMPLEMENT.match(words, match.end())
            kind = before if _KIND.fullmatch(before) and before not in section("weightless") else ""
            return f"{kind} {rest['rest'] if rest else ''}"
        before = match[0]
    return words


def _clauses(text: str, span: Span) -> list[Span]:
    cuts = [match.end() for match in _CLAUSES.finditer(text, *span)]
    edges = [span[0], *cuts, span[1]]
    return [(edges[at], edges[at + 1]) for at in range(len(edges) - 1)]


def _told(text: str, clause: Span, names: frozenset[str]) -> list[Hit]:
    found = _of(text, clause, names)
    return [] if found and silent(text, clause) else found


def _of(text: str, clause: Span, names: frozenset[str]) -> list[Hit]:
    found: list[Hit] = []
    said, here = text[slice(*clause)], cues(text, clause)
    plain = lowered(text)[slice(*clause)]
    for wording in WORDINGS:
        match = wording.pattern.search(plain) if wording.needs & here else None
        if match is None or _is_undone(said, match):
            continue
        subject = _SUBJECT.search(said, 0, match.start()) if wording.before else None
        told = (said[slice(*match.span(name))] for name in match.groupdict() if match[name])
        parts = (_meant(subject[0]) if subject else "", *told)
        words = " ".join(filter(None, parts)) if wording.plain else said
        start, end = _fired(match)
        signal = Signal((clause[0] + start, clause[0] + end), wording.purpose)
        found.append(
            Hit(signal, wording.relation, about(words, names) if wording.plain else terms(said), wording.plain)
        )
    return found


def _meant(subject: str) -> str:
    """What a subject names: nothing where it ends in "this", who was told left out: "told the inquest this was"."""
    plain = _ADVERBS.sub("", subject.rstrip())
    return "" if _POINTS.search(plain) else plain


def _is_undone(said: str, match: re.Match[str]) -> bool:
    whole = (0, len(said))
    return conditional(said, whole, match.end()) or bygone(said, whole, match.span())


def _fired(match: re.Match[str]) -> Span:
    """The words that fired, without what they are about."""
    start, end = match.span()
    if match.groupdict().get("about"):
        inner = match.span("about")
        start, end = (inner[1], end) if inner[0] <= start + 1 else (start, inner[0] if inner[1] >= end else end)
    words = match.string[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))


def judged_false(words: str) -> bool:
    """Whether a predicate calls something untrue: "baseless", "a pack of lies"."""
    return FALSE.search(lowered(words)) is not None


def names_claim(words: str) -> bool:
    """Whether some words hold a noun for what somebody claims."""
    return not section("claim").isdisjoint(map(str.lower, _LETTERS.findall(words)))
