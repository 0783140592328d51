"""Takes a claim out of the words that tell its denial: of "rejected Lind's claim that it leaks" rejects "rejected"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from service.disputes.claims import Placed
from service.disputes.given import Given
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
    text, ((start, end), *more) = given.ground.text, given.answer.spans
    if not start <= placed.start < end:
        return
    named = (mention.span[0] for mention in placed.claim.claimants if mention.span)
    told = min((at for at in (placed.told[0], *named) if at > start), default=start)
    before, behind = _OPENS.sub("", text[start:told]), text[placed.told[1] : end]
    if not before or not (given.answer.narrated or placed.told[1] >= end):
        return
    yield (start, start + len(before))
    if sum(map(str.isalpha, behind)) >= _FEWEST:
        yield (end - len(behind.lstrip(" ,;")), end)
    yield from more
