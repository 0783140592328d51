"""Finds whom a pronoun means: who speaks in the sentence before, or leads it. "Lind never left. Voss accused her"."""

import re

from service.disputes.finding import Quotes
from service.disputes.leading import leader
from service.extraction.names.cores import FEMALE, MALE, key
from service.extraction.names.namings import gender_told
from service.records import Mention, Span
from service.regex import regex

_OF_PERSON = regex(r"(?:he|him|she|her)$", re.I)
_OF_BODY = regex(r"(?:it|they|them)$", re.I)
_GENDERS = {"he": "m", "him": "m", "she": "f", "her": "f"}
_OTHERS = {"m": FEMALE - MALE, "f": MALE - FEMALE}  # first names of whom the pronoun does not stand for
_OWNERS = regex(r".*(?:['’]s?|\b(?:[Hh]is|[Hh]er|[Tt]heir)) ")  # Mr Kohl's lawyer may be a woman


def meant(text: str, pronoun: str, before: Span, quotes: Quotes) -> Mention | None:
    """The person or body that a pronoun means, of those of the sentence `before`; None where nobody fits."""
    known = quotes.speaking_at(before) or leader(text, *before, quotes)
    return known if known and may_mean(pronoun, known) else None


def may_mean(pronoun: str, mention: Mention) -> bool:
    """Whether a pronoun may stand for somebody: "he" for a person, "it" for a body, "they" for several."""
    if is_of_other_gender(pronoun, mention):
        return False
    if mention.kind == "person":
        return _OF_PERSON.match(pronoun) is not None
    return (_OF_BODY if mention.kind != "anonymous" else _OF_PERSON).match(pronoun) is not None


def is_of_other_gender(pronoun: str, mention: Mention) -> bool:
    """Whether what somebody is called tells that a pronoun means another: he is not Ana, nor the senator's wife."""
    own = _GENDERS.get(pronoun.lower())
    if own is None:
        return False
    words = _OWNERS.sub("", mention.name).split()
    told = gender_told(words)
    return told != own if told else not _OTHERS[own].isdisjoint(map(key, words))
