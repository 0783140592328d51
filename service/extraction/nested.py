"""Quotations inside longer ones that have a cue of their own: "My uncle used to say, 'Never lend a boat,' and ..."."""

import re
from collections.abc import Iterator, Sequence

from service.extraction.layout import Turn
from service.extraction.marks import Quotation
from service.extraction.names.cores import PERSON_NOUNS
from service.extraction.settling import STATEMENT_WORDS
from service.regex import regex

_REACH = 90  # characters before the inner mark
# The clause before the mark, from a determiner on: the speaker's noun phrase, what else they did, the verb of saying.
_CLAUSE = regex(
    r"(?:^|[.!?,;“\"]\s?|\b(?:and|but|then|when|because|so)\s)"
    r"(?P<clause>(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Tt]he|[Aa]n?|[Oo]ne|[Tt]his|[Tt]hat)\s[^.!?;:“”\"\n]*?)"
    r"\s(?P<cue>(?:always |often |once |then |just |only )?(?:used to say|would say|said|says|told|asked|shouted|wrote|"
    r"answered|replied|whispered|warned))(?: (?:to )?(?:me|us|him|her|them))?,?:?\s$"
)
_NOUN_WORDS = 5  # of a noun phrase: determiner, owner, adjectives, noun


def nested(text: str, marked: Sequence[Quotation]) -> Iterator[Turn]:
    """Source, cue and words of each inner quotation whose speaker is described right before it."""
    outer: Quotation | None = None
    for quotation in sorted(marked, key=lambda each: (each.start, -each.end)):
        if outer is None or quotation.start >= outer.end:
            outer = quotation
            continue
        turn = _told(text, outer, quotation)
        if turn and len(text[quotation.start : quotation.end].split()) >= STATEMENT_WORDS - 1:
            yield turn


def _told(text: str, outer: Quotation, inner: Quotation) -> Turn | None:
    start = max(outer.start, inner.opened_at - _REACH)
    match = _CLAUSE.search(text[start : inner.opened_at])
    words = list(re.finditer(r"[\w’'-]+", match["clause"]))[:_NOUN_WORDS] if match else []
    head = next((word for word in words if word.group().lower() in PERSON_NOUNS), None)
    if not match or not head:
        return None
    at = start + match.start("clause")
    return (at, at + head.end()), (start + match.start("cue"), start + match.end("cue")), (inner.start, inner.end)
