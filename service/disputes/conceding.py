"""Finds where the accused concede a claim of their article, and where others agree with it; else says nothing."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from service.disputes.finding import Quotes
from service.disputes.opposing import is_negative
from service.disputes.placed import Placed
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides
from service.disputes.traps import granted
from service.disputes.words import terms
from service.records import Quote, Reply, ReplyKind, Span
from service.regex import regex

_NEAR = 2  # sentences between a claim and what is said to it
_MOST = 12  # claims looked at before a statement
_ALIKE = 0.6  # of the claim's stems, and two of them: who admits to use the law admits nothing else that is said of it
_FEWEST = 2
_LONGEST = 2_000  # characters of a statement looked at
_CONCEDES = regex(
    r"\b(?:admit\w*|acknowledg\w+|conced\w+|confess\w*|own(?:s|ed) up|accept(?:s|ed)|confirm(?:s|ed)?)\b", re.I
)
_AGREES = regex(r"\b(?:agree[sd]?|concur(?:s|red)?|confirm(?:s|ed)|corroborat\w+|back(?:s|ed) up|endorse[sd]?)\b", re.I)
_ASIDE = regex(
    r"\b(?:not|never|nor|neither|no|refus\w+|declin\w+|without|if|unless|whether|would|will|may|might|could|should|must|"
    r"to|ask\w*|urg\w+|call\w* (?:on|for)|forced|pressed)\b|n['’]t\b",
    re.I,
)
# Nothing but that it is so: "That is true, we did", "The auditor is right".
_SO = regex(
    r"\W*(?:yes|well|that|this|it|he|she|they|all of (?:it|that)|the (?:report|[a-z]+)|we|I)?[,.]?\s*"
    r"(?:(?:that|this|it|he|she|they|what (?:he|she|they) (?:say|says|said)|"
    r"the (?:claims?|accusations?|allegations?|criticism|report))\s+)?(?:is|are|was|were|['’]s|['’]re) "
    r"(?:quite |absolutely |perfectly |entirely |completely )?"
    r"(?:true|right|correct|justified|accurate|our (?:fault|mistake)|my (?:fault|mistake))\b"
    r"(?! (?:to|in|about|but|of|for))",
    re.I,
)
_BUT = regex(
    r"\b(?:but|however|although|though|except|only|not|never|no|nothing|none|without|if|unless|whether)\b|n['’]t\b|\?",
    re.I,
)
_OF_THAT = regex(r"\W*(?:(?:for once|yes),? )?(?:they|he|she|you|it|that|this|those|we|I)\b", re.I)
_OF_WHOM = regex(r"\W*the (?P<who>[a-z]+) ", re.I)  # "The auditor is right", but not "the line was correct"
_HOWEVER = regex(r"\b(?:but|however|although|though|except|only|if|unless|whether|never)\b|\?", re.I)


def concessions(
    text: str, spans: list[Span], quotes: Quotes, sides: Sides, claims: Sequence[Placed]
) -> Iterator[tuple[Placed, Reply]]:
    """Each claim (in the order of the text) with the words of another party that grant it right behind it."""
    for quote in quotes.all:
        if not quote.speakers or quote.attribution != "attributed" or not _grants(text, quote):
            continue
        side, at = sides.of_mentions(quote.speakers), place(spans, quote.content[0][0])
        behind = bisect_left(claims, quote.content[0][0], key=lambda placed: placed.start)
        before = claims[max(0, behind - _MOST) : behind]
        near = [placed for placed in before if 0 <= at - placed.sentence <= _NEAR and _is_told_before(placed, quote)]
        for placed in _meant(text, quote, side, near):
            accused = set(placed.claim.accused_parties or placed.claim.about) - set(placed.claim.parties)
            kind: ReplyKind = "concedes" if accused & set(side.parties) else "agrees"
            yield placed, Reply(quote.content, quote.speakers, kind)


def _grants(text: str, quote: Quote) -> bool:
    cue = text[slice(*quote.cue)] if quote.cue else ""
    said = _words(text, quote)
    by_cue = (
        (_CONCEDES.search(cue) or _AGREES.search(cue)) and not _ASIDE.search(cue) and not _is_led_aside(text, quote)
    )
    return _is_so(said) or (bool(by_cue) and not _BUT.search(said))


def _is_so(said: str) -> bool:
    """Whether some words only grant what was said: "that is true", "they are not wrong"."""
    plainly = _SO.match(said) is not None and not _BUT.search(said)
    return plainly or (_OF_THAT.match(said) is not None and granted(said) and not _HOWEVER.search(said))


def _is_led_aside(text: str, quote: Quote) -> bool:
    """Whether a few words before the cue undo it: "refused to admit"."""
    return quote.cue is not None and _ASIDE.search(text[max(0, quote.cue[0] - 24) : quote.cue[0]]) is not None


def _meant(text: str, quote: Quote, side: Side, near: Sequence[Placed]) -> list[Placed]:
    """The claims of others that are granted: by the same words, or the only claim that stands right before."""
    said = _words(text, quote)
    found = [placed for placed in near if not set(placed.claim.parties) & set(side.parties)]
    if _is_so(said):
        return found if len(found) == len(near) == 1 and _is_of_claimant(said, found[0]) else []
    stems = terms(said)
    return [placed for placed in found if _is_alike(stems, placed.terms) and is_negative(said) == placed.claim.negative]


def _is_of_claimant(said: str, placed: Placed) -> bool:
    whom = _OF_WHOM.match(said)
    names = " ".join(mention.name for mention in placed.claim.claimants).lower()
    return whom is None or whom["who"].lower() in (*names.split(), "claim", "accusation", "allegation", "report")


def _is_alike(said: frozenset[str], told: frozenset[str]) -> bool:
    common = len(said & told)
    return common >= _FEWEST and common >= _ALIKE * len(told)


def _is_told_before(placed: Placed, quote: Quote) -> bool:
    return placed.claim.spans[-1][1] <= min(quote.content[0][0], quote.cue[0] if quote.cue else quote.content[0][0])


def _words(text: str, quote: Quote) -> str:
    return " ".join(text[start : min(end, start + _LONGEST)] for start, end in quote.content)
