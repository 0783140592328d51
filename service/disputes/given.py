"""Puts together what is known of a statement that may answer a claim."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from service.disputes.claims import recalled
from service.disputes.finding import Quotes
from service.disputes.opposing import contrasts, denied, is_negative, negates, speaks_of_itself, yields
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides, geographic
from service.disputes.signals import Hit, names_claim
from service.disputes.words import terms
from service.records import Answer, Relation, Span

_ORDER: tuple[Relation, ...] = (
    "denies_existence", "denies_involvement", "denies_evidence", "rejects_basis", "denies", "contests_motive",
    "counter_evaluates",
)  # fmt: skip
_LEAST = ("polarity", "another account")  # what says least of how a claim is denied
_REFERENCE = re.compile(
    r"(?P<by>(?:[A-Z][\w'’.-]*\s+(?:of\s+)?){0,4}[A-Z][\w.-]*)(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?P<noun>[a-z]+)\b|"
    r"\b(?P<head>[a-z]+)\s+(?:made\s+|levelled\s+|leveled\s+|put forward\s+)?(?:by|from)\s+"
    r"(?P<from>(?:the\s+|an?\s+)?[^,.;]{2,60})"
)
# Cues by which somebody holds to a story against another.
_GAINSAYING = re.compile(
    r"\b(?:insist|maintain|counter|retort|object|protest|stress|point(?:s|ed)? out|correct|contradict|rebut|"
    r"hit(?:s)? back|snap|shot back|underlin|emphasi)\w*",
    re.I,
)
_ASKED = re.compile(r"\b[Aa]sked (?:\w+ )?(?:about|on|over|whether|if) ([^,.;“”\"]{3,90})")
_MEANT = re.compile(r"(?:it|this|that|they|these|those|all|both)$", re.I)
Spans = tuple[Span, ...]
LONGEST = 4_000  # characters of a statement looked at


@dataclass(frozen=True, slots=True)
class Ground:
    """An article as answers are looked for in it; `names` are stems that say nothing of what an answer is about."""

    text: str
    sentences: list[Span]
    quotes: Quotes
    sides: Sides
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Given:
    """An answer, where it begins, who gives it and how its words stand to what was said before."""

    answer: Answer
    sentence: int
    start: int
    side: Side
    words: frozenset[str]  # stems of all its words
    organised: bool  # an organisation speaks
    telling: bool  # it tells the matter otherwise
    yielding: bool  # it regrets, consents, promises or asks
    own: bool  # it speaks of those who give it
    recalled: bool  # told as said before what stands around it
    denied: frozenset[str]  # stems of what it says was not there
    topic: frozenset[str]  # stems of what they were asked about, if something is named


def given(
    ground: Ground,
    spans: tuple[Span, ...],
    side: Side,
    hits: Sequence[Hit],
    confidence: float,
    *,
    narrated: bool = False,
) -> Given:
    """The statement at `spans` with its signals."""
    words = " ".join(ground.text[start : min(end, start + LONGEST)] for start, end in spans)
    start = spans[0][0]
    quote = ground.quotes.around((start, start + 1))
    cue = ground.text[slice(*quote.cue)] if quote and quote.cue else ""
    return Given(
        _answer(ground, spans, side, hits, confidence, words, narrated),
        place(ground.sentences, start),
        start,
        side,
        terms(words),
        any(mention.kind == "organisation" for mention in side.mentions),
        contrasts(words) or _GAINSAYING.search(cue) is not None,
        yields(words),
        speaks_of_itself(words),
        quote is not None and recalled(ground.text, quote),
        denied(words),
        _topic(ground, start),
    )


def _answer(
    ground: Ground,
    spans: tuple[Span, ...],
    side: Side,
    hits: Sequence[Hit],
    confidence: float,
    words: str,
    narrated: bool,
) -> Answer:
    plain = [hit for hit in hits if hit.plain]
    context = terms(words, without=ground.names)
    about = frozenset().union(*(hit.about for hit in plain)) if plain else context
    signals = tuple(dict.fromkeys(hit.signal for hit in plain or hits))
    return Answer(
        spans, side.mentions, side.parties, signals, _relation(plain or hits), tuple(sorted(about)),
        tuple(sorted(context - geographic(words))), not plain, negates(words), _referred(ground.sides, words),
        is_negative(words), narrated, confidence,
    )  # fmt: skip


def _relation(hits: Sequence[Hit]) -> Relation:
    """What the hits say together; "did not" alone says least: "we did not do it for revenge" is about the motive."""
    telling = [hit for hit in hits if hit.signal.purpose not in _LEAST] or hits
    return next(name for name in _ORDER if any(hit.relation == name for hit in telling))


def _topic(ground: Ground, at: int) -> frozenset[str]:
    """What they were asked about before they said it: another matter, if the claim does not speak of it."""
    low = ground.sentences[max(0, place(ground.sentences, at))][0] if ground.sentences else at
    asked = _ASKED.search(ground.text, low, at)
    if asked is None or names_claim(asked[1]) or _MEANT.match(asked[1]):
        return frozenset()
    return terms(asked[1], without=ground.names)


def _referred(sides: Sides, words: str) -> tuple[str, ...]:
    """Whose claim the words name: "Microsoft's accusations", "allegations from the corporation"."""
    found: list[str] = []
    for match in _REFERENCE.finditer(words):
        name, noun = match["by"] or match["from"], match["noun"] or match["head"]
        # "Allegations from the US corporation" are not those of the state.
        if noun and names_claim(noun) and (match["by"] or name.split()[-1][0].isupper()):
            found += sides.named(name)
    return tuple(dict.fromkeys(found))
