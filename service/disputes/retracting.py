"""Finds where a speaker takes back what he said before, and which claim of his that is. Silent where either is unsure.

A wrong "retracted" costs a name: only words that can mean nothing else fire, and only where one claim can be meant.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from service.disputes.finding import Quotes
from service.disputes.placed import Placed
from service.disputes.sentences import place
from service.disputes.sides import Side, Sides
from service.disputes.words import terms
from service.records import Quote, Reply, Span
from service.regex import regex

# What one says; a charge, a complaint, a motion, an offer may be dropped by somebody who still holds it to be true.
_SAID = (
    r"(?:accusations?|allegations?|claims?|statements?|testimon(?:y|ies)|confessions?|remarks?|assertions?|findings?|"
    r"insinuations?|account|version|story|words?)"
)
_ADVERBS = r"(?:(?:hereby|now|therefore|also|later|since|then|\w+ly) )*"
_OWN = r"(?:(?:the|that|this|those|these|his|her|its|their|my|our|all|of|every|earlier|false|whole|original) ){1,3}"
_TOOK_BACK = (
    r"(?:withdr(?:ew|aws)|retract(?:s|ed)|recant(?:s|ed)|disown(?:s|ed)|renounc(?:es|ed)|disavow(?:s|ed)|"
    r"t(?:ook|akes) back|"
    r"(?:has|have) (?:now |since )?(?:withdrawn|retracted|recanted|disowned|renounced|disavowed|taken back))"
)
# "He took back his confession", "she has withdrawn the accusation".
_TOLD = regex(rf"\b{_TOOK_BACK} {_OWN}(?:\w+ )?{_SAID}\b", re.I)
_CUE = regex(rf"\s*{_ADVERBS}{_TOOK_BACK}(?: {_OWN}(?:\w+ )?{_SAID})?(?: that)?\s*", re.I)
_NOUN = regex(rf"\W*{_OWN}(?:\w+ )?{_SAID}\b", re.I)
_THAT = regex(r"\bthat\s*$", re.I)
# "I withdraw what I said", "we take back every word"; "I lied when I said so".
_OWN_WORDS = regex(
    rf"\b(?:I|[Ww]e) {_ADVERBS}(?:withdraw|retract|recant|disown|take back|eat)(?: all| everything)?"
    rf"(?: what (?:I|we) (?:have |had )?(?:said|wrote|written|told|claimed|alleged|stated)| {_OWN}(?:\w+ )?{_SAID})\b|"
    rf"\b(?:I|[Ww]e) {_ADVERBS}take (?:it all|all of it|all of that|every word(?: of it)?|{_OWN}(?:\w+ )?{_SAID})"
    r" back\b|"
    r"\b(?:I|[Ww]e) lied when (?:I|we) (?:said|told|swore|claimed|testified|accused)\b|"
    r"\b[Ww]hat (?:I|we) (?:said|wrote|told|claimed)\b[^.;!?]{0,50} was "
    r"(?:not true|untrue|false|a lie|wrong|invented)\b"
)
_ASIDE = regex(
    r"\b(?:if|unless|until|whether|would|will|shall|could|can|may|might|should|must|had to|has to|have to|never|not|"
    r"nor|neither|refus\w+|declin\w+|asked|demand\w*|urg\w+|call\w* (?:on|for)|threat\w*|forced|pressed|pressure|"
    r"told to|wants?|wanted|promis\w+|offer\w*|when|once|only|almost|as though|as if|imagin\w+|quot\w+)\b|n['’]t\b|\?",
    re.I,
)
_BYGONE = regex(
    r"\b(?:in|since|of) (?:\w+ )?(?:1[89]|20)\d\d\b|\byears? (?:ago|earlier|before)\b|\bonce\b|"
    r"\blast (?:year|decade)\b",
    re.I,
)
_PRONOUN = regex(r"(?:^|\b(?:and|but|then|day|week|month|\d), ?|\bOn \w+,? |\bLater,? )(?:he|she|they|it) $", re.I)
_MOST = 40  # claims of one side among which the one that is meant is looked for
_FEWEST = 2  # stems of content that a claim taken back has to have


def retractions(
    text: str, spans: list[Span], quotes: Quotes, sides: Sides, claims: Sequence[Placed]
) -> Iterator[tuple[Placed, Reply]]:
    """Each claim that its own speaker takes back in the same article, with the words that take it back."""
    own = _by_party(claims)
    for quote in quotes.all:
        if not quote.speakers or quote.attribution != "attributed":
            continue
        side = sides.of_mentions(quote.speakers)
        for words, meant in _of_quote(text, spans, quote, side, own):
            yield meant, Reply((words,), quote.speakers, "retracts", _is_told(quote, words))
    yield from _by_pronoun(text, spans, quotes, sides, claims)


def _of_quote(
    text: str, spans: list[Span], quote: Quote, side: Side, own: Mapping[str, list[Placed]]
) -> Iterator[tuple[Span, Placed]]:
    if quote.stance == "retract" and quote.cue and _CUE.fullmatch(text, *quote.cue) and _is_so(text, spans, quote.cue):
        start, end = quote.content[0]
        object_ = _NOUN.match(text, start, end)
        if object_ is None and (_SAID_IN.search(text, *quote.cue) or _THAT.search(text, *quote.cue)):
            yield from ((quote.cue, placed) for placed in _of_side(own, side) if _is_of(placed, quote))
        elif object_ is not None:
            yield from (((quote.cue[0], object_.end()), placed) for placed in _meant(own, side, (start, end), text))
    for start, end in quote.quoted:
        for match in _OWN_WORDS.finditer(text, start, end):
            if _is_so(text, spans, match.span(), low=start):
                yield from ((match.span(), placed) for placed in _meant(own, side, match.span(), text))


_SAID_IN = regex(rf"\b{_SAID}\b", re.I)


def _is_of(placed: Placed, quote: Quote) -> bool:
    return placed.claim.spans == quote.content and len(placed.terms) >= _FEWEST


def _by_pronoun(
    text: str, spans: list[Span], quotes: Quotes, sides: Sides, claims: Sequence[Placed]
) -> Iterator[tuple[Placed, Reply]]:
    """ "On Friday she withdrew the accusation", where nobody else speaks whom "she" could mean."""
    speakers = {mention.name: mention for quote in quotes.all for mention in quote.speakers}
    if len(speakers) != 1 or any(len(placed.claim.claimants) != 1 for placed in claims):
        return
    (mention,) = speakers.values()
    side, own = sides.of_mentions((mention,)), _by_party(claims)
    for match in _TOLD.finditer(text):
        low = spans[max(0, place(spans, match.start()))][0]
        if _PRONOUN.search(text[low : match.start()]) and _is_so(text, spans, match.span()):
            for placed in _meant(own, side, match.span(), text):
                yield placed, Reply((match.span(),), (mention,), "retracts", True)


def _is_so(text: str, spans: list[Span], words: Span, *, low: int | None = None) -> bool:
    """Whether it is told as done, of now: not asked for, refused, supposed, or long ago."""
    sentence = spans[max(0, place(spans, words[0]))]
    before = text[max(sentence[0], low or 0) : words[0]]
    behind = text[words[1] : sentence[1]].partition("”")[0]
    return not (_ASIDE.search(before) or _BYGONE.search(before) or _is_conditional(behind) or _BYGONE.search(behind))


def _is_conditional(behind: str) -> bool:
    return re.search(r"\b(?:if|unless|until|once|when)\b|\?", behind, re.I) is not None


def _by_party(claims: Sequence[Placed]) -> Mapping[str, list[Placed]]:
    found: dict[str, list[Placed]] = {}
    for placed in claims:
        for party in placed.claim.parties:
            found.setdefault(party, []).append(placed)
    return found


def _of_side(own: Mapping[str, list[Placed]], side: Side) -> list[Placed]:
    """The claims of a side; none of one that claims too much to say which is meant."""
    found = {id(placed): placed for party in side.parties for placed in own.get(party, ())[: _MOST + 1]}
    return list(found.values()) if len(found) <= _MOST else []


def _meant(own: Mapping[str, list[Placed]], side: Side, words: Span, text: str) -> Iterable[Placed]:
    """The claim of the same side, told before, that is taken back: the only one, or the only one of those words."""
    before = [placed for placed in _of_side(own, side) if _is_before(placed, words[0])]
    said = terms(text[words[0] : words[1] + _BEHIND].partition(".")[0])
    alike = [placed for placed in before if len(placed.terms & said) >= _FEWEST]
    found = alike or before
    return found if len(found) == 1 and len(found[0].terms) >= _FEWEST else ()


_BEHIND = 120  # characters in which it is said what is taken back


def _is_before(placed: Placed, at: int) -> bool:
    return placed.recalled or placed.claim.spans[0][1] <= at


def _is_told(quote: Quote, words: Span) -> bool:
    return not any(start <= words[0] < end for start, end in quote.quoted)
