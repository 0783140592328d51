"""Finds who denies in an act of denial that the article tells: the speaker of its cue, or who acts before the verb."""

import re

from service.disputes.finding import Quotes
from service.disputes.leading import is_noun
from service.disputes.narrated import Act
from service.disputes.phrases import calls_somebody
from service.disputes.sides import Side, Sides
from service.records import Mention, Quote, Span
from service.regex import regex

_PRONOUN = regex(r"(?:it|this|that|they|he|she|who|which|these|those|some|many|others|all|both)$", re.I)
_OWN = regex(r"(?:I|[Ww]e)$")
_NAMED = regex(r",\s+(?:the |an? )?(?P<name>[A-ZÀ-Þ][^,;:“”\"]{1,60}),\s+(?:who |which )?")
# "Lind's support pushes back on the story": what somebody did denies nothing.
_DEED = regex(
    r"(?:['’]s?|\b(?:his|her|its|their|my|our)) (?:[\w-]+ ){0,3}?(?:support|endorsement|backing|decision|victory|win|"
    r"success(?:es)?|defeat|loss|rise|fall|record|vote|performance|showing|presence|absence|career|move|choice|arrest|"
    r"resignation|departure|death|appearance|popularity|behaviou?r|actions?|conduct|experience|history|past|results?|"
    r"numbers|existence)(?: (?:of|in|at|for|from|over) .*)?$",
    re.I,
)
_NOUN_PHRASE = regex(r"[A-Z]|\b(?:the|its|his|her|their|an?)\b")


def actor(text: str, act: Act, quotes: Quotes, sides: Sides) -> Side | None:
    """The side that denies in an act; None where only a pronoun tells, or where what somebody did is said to deny."""
    if act.actor and _DEED.search(text[slice(*act.actor)]):
        return None
    quote = quotes.of_cue(act.verb)
    if quote and quote.speakers and quote.cue and act.actor is not None and not _by_another(act, quote):
        return sides.of_mentions(quote.speakers)
    inside = quotes.around(act.verb)
    words = text[slice(*act.actor)].strip() if act.actor else ""
    pronoun = bool(_PRONOUN.match(words) or _OWN.search(words)) or not words
    # "He said he denied it" is of the speaker.
    if inside and inside is not quote and pronoun:
        return sides.of_mentions(inside.speakers) if inside.speakers else None
    if act.actor is None or pronoun or not (_NOUN_PHRASE.search(words) or is_noun(words.split()[-1])):
        return None
    known = quotes.speaking_at(act.actor) or _apposed(text, act.actor, act.verb, quotes)
    if known is None and not calls_somebody(words):
        return None  # "want to talk and ask" is nobody
    return sides.of_mentions((known,)) if known else sides.of_phrase(act.actor)


def _apposed(text: str, who: Span, verb: Span, quotes: Quotes) -> Mention | None:
    """The speaker who is named between: one of them, Corvane, denied; the mayor, Ana Lind, who denied."""
    name = _NAMED.match(text, who[1], verb[0])
    return quotes.speaking_at(name.span("name")) if name else None


def _by_another(act: Act, quote: Quote) -> bool:
    """In the passive the one after "by" denies, in "a charge that Corvane rejects" Corvane, whatever was read."""
    if act.actor is None:
        return False
    if any(start <= act.actor[0] < end for start, end in quote.content):
        return True
    if act.actor[0] <= act.verb[1]:
        return False
    spans = (mention.span for mention in quote.speakers if mention.span)
    return not any(start < act.actor[1] and act.actor[0] < end for start, end in spans)
