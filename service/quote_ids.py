"""Gives every quote of a reading its id: the one it had where its words were read before, else one of its own."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from service.matching import Placed, matched
from service.records import Quote

_LAST_PLACE = 0xFFFFFFF  # no text is longer
_DIGEST = 8  # hexadecimal digits


@dataclass(frozen=True, slots=True)
class StoredQuotes:
    """What is stored of an article: the quotes of the text at hand, and all ids, those of its other texts too.

    `withdrawn` are those that are listed no more: a later reading did not find them, or another text came between.
    """

    listed: Sequence[Placed]
    withdrawn: Sequence[Placed]
    taken: Collection[str]


def quote_id(of_article: str, sha256: str, quote: Quote) -> str:
    """The opaque id of a quote that was never read before, made of its text, content and speaker.

    Lists break ties by falling id, and it begins with the place of the first word, counted backwards: within an
    article the first words come first. A quote that kept its id when it was read again stands where its content
    began at first, so beside a few other quotes it may come a little early or late. Pages neither lose nor double it,
    for an id never changes.
    """
    span = quote.speaker.span if quote.speaker else None
    digest = hashlib.sha256(repr((sha256, quote.content, span)).encode()).hexdigest()
    return f"{of_article}.{_LAST_PLACE - quote.content[0][0]:07x}{digest[:_DIGEST]}"


def settled(new: Sequence[Placed], stored: StoredQuotes) -> list[str]:
    """The ids of quotes that have one of their own each, in the same order.

    A quote that overlaps a stored one by half takes its id over, from the listed ones before the withdrawn. No other
    gets an id that is or ever was in use: what was said of an id must not come to be about other words.
    """
    kept = matched(stored.listed, new)
    kept |= matched(stored.withdrawn, [quote for quote in new if quote.id not in kept])
    taken = set(stored.taken)
    ids = []
    for quote in new:
        ids.append(kept.get(quote.id) or _free(quote.id, taken))
        taken.add(ids[-1])
    return ids


def _free(own: str, taken: Collection[str]) -> str:
    """The id itself, else another one of the same place."""
    found = own
    while found in taken:
        found = own[:-_DIGEST] + hashlib.sha256(found.encode()).hexdigest()[:_DIGEST]
    return found
