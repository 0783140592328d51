"""Takes a claim out of the words that tell its denial: of "rejected Lind's claim that it leaks" rejects "rejected"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from service.disputes.given import Given
from service.disputes.placed import Placed
from service.records import Answer, Span
from service.regex import regex

_OPENS = regex(r"(?:\W|\b(?:an?|the|these|those|this|that|his|her|its|their|any|all|both|on|over|of|by)\b)+$", re.I)
_FEWEST = 3  # letters behind a claim that tell something of it


def without_claim(given: Given, placed: Placed) -> Answer:
    """The denial with the words before and behind the claim that it tells, in code points of the article.

    Unchanged where nothing but the claim would be left.
    """
    spans = tuple(_around(given, placed))
    return replace(given.answer, spans=spans) if spans else given.answer


def from_verb(given: Given) -> Answer:
    """A denial that is told without what stands before its verb, unless that says of what: "a claim of theft"."""
    (start, end), *more = given.answer.spans
    verb = next((one.span[0] for one in given.answer.signals if start <= one.span[0] < end), start)
    told = " of " in given.ground.text[start:verb]
    return given.answer if told else replace(given.answer, spans=((verb, end), *more))


def _around(given: Given, placed: Placed) -> Iterator[Span]:
    text, spans = given.ground.text, given.answer.spans
    until = next((end for start, end in spans if start <= placed.start < end), None)
    named = (mention.span[0] for mention in placed.claim.claimants if mention.span)
    told = min((at for at in (placed.told[0], *named) if at > spans[0][0]), default=spans[0][0])
    before = list(_before(text, spans, told))
    if until is None or not before or not (given.answer.narrated or placed.told[1] >= until):
        return
    yield from before
    yield from _behind(text, spans, placed.told[1])


def _before(text: str, spans: Sequence[Span], told: int) -> Iterator[Span]:
    """What stands before a place, without the words that lead to the claim there: rejected | the claim by."""
    for start, end in spans:
        said = text[start:end] if end <= told else _OPENS.sub("", text[start:told])
        if said:
            yield (start, start + len(said))


def _behind(text: str, spans: Sequence[Span], told: int) -> Iterator[Span]:
    for start, end in spans:
        said = text[max(start, told) : end]
        if start >= told:
            yield (start, end)
        elif sum(map(str.isalpha, said)) >= _FEWEST:
            yield (end - len(said.lstrip(" ,;")), end)
