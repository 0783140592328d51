"""Puts beside each claim of an article what is said to it that denies nothing: taken back, conceded, agreed with."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from service.disputes.conceding import concessions
from service.disputes.finding import Quotes
from service.disputes.placed import Placed
from service.disputes.retracting import retractions
from service.disputes.sides import Sides
from service.disputes.status import is_shown
from service.records import Reply, Span


def replied(
    text: str, spans: list[Span], quotes: Quotes, sides: Sides, claims: Sequence[Placed]
) -> list[Placed]:  # fmt: skip
    """The claims of an article with the replies to each, in the order of the text, each words once."""
    found: dict[int, dict[tuple[Span, ...], Reply]] = defaultdict(dict)
    both = chain(retractions(text, spans, quotes, sides, claims), concessions(text, spans, quotes, sides, claims))
    for placed, reply in both:
        if not is_shown(reply.kind):
            continue
        found[id(placed)].setdefault(reply.spans, reply)
    return [_with(placed, list(found[id(placed)].values())) if id(placed) in found else placed for placed in claims]


def _with(placed: Placed, replies: list[Reply]) -> Placed:
    ordered = tuple(sorted(replies, key=lambda reply: reply.spans))
    return replace(placed, claim=replace(placed.claim, replies=ordered))
