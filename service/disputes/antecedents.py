"""Finds whom a pronoun means: who speaks in the sentence before, or leads it. "Lind never left. Voss accused her"."""

import re

from service.disputes.finding import Quotes
from service.disputes.leading import leader
from service.records import Mention, Span
from service.regex import regex

_OF_PERSON = regex(r"(?:he|him|she|her)$", re.I)
_OF_BODY = regex(r"(?:it|they|them)$", re.I)


def meant(text: str, pronoun: str, before: Span, quotes: Quotes) -> Mention | None:
    """The person or body that a pronoun means, of those of the sentence `before`; None where nobody fits."""
    known = quotes.speaking_at(before) or leader(text, *before, quotes)
    return known if known and may_mean(pronoun, known) else None


def may_mean(pronoun: str, mention: Mention) -> bool:
    """Whether a pronoun may stand for somebody: "he" for a person, "it" for a body, "they" for several."""
    if mention.kind == "person":
        return _OF_PERSON.match(pronoun) is not None
    return (_OF_BODY if mention.kind != "anonymous" else _OF_PERSON).match(pronoun) is not None
