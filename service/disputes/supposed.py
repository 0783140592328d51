"""Supposes who speaks where the reader names nobody: whoever is told of right before, "The builder laughed. “...”"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.disputes.antecedents import is_of_other_gender
from service.disputes.finding import Quotes
from service.disputes.leading import is_body, leader, mention_at
from service.disputes.phrases import antecedent, subject_before, tells_of_paper
from service.disputes.sentences import place
from service.extraction.terms import WITHHELD
from service.records import Mention, Quote, Span
from service.regex import regex

_SURE = 0.85  # that it is the one told of before
_PRONOUN = regex(r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)")
_BEFORE = regex(rf"\b({_PRONOUN.pattern})\s+(?:has |had |have |also |then |later )?$")
_MERE = regex(rf"\W*(?:{_PRONOUN.pattern})?\s*(?:has|had|have|also|then|later)?\s*")
_BEHIND = regex(rf"\s+({_PRONOUN.pattern})\b")
_NAME = regex(r"[A-ZÀ-Þ]|the\b")
_PROPER = regex(r"[A-ZÀ-Þ][\w-]{2,}")
_WEAK = "pronoun: previous named source"  # it may as well be who leads the sentence between
_SUBJECT = "pronoun: subject of the sentence"
# "The manager's version is another: “I was upstairs.”"
_ACCOUNT = regex(
    r"\b(?:version|account|story|answer|reply|response|retort|rejoinder|explanation|verdict|message|statement|denial|"
    r"defen[cs]e)s?\b[^.\n“”]{0,40}$"
)
_BESIDE = 80  # characters before a colon
_TO = regex(r"(?:told|ask|accus|remind|assur|inform|call|nam|blam)", re.I)  # who stands behind is spoken to
_INVERTED = regex(
    r"\s+(?P<who>(?:(?:the|an?) )?(?:[a-z’'-]+ ){0,5}[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)+)"
    r"(?=[,.;]| (?:at|in|on|of|from|to|as)\b)"
)


def supposed(text: str, spans: list[Span], quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes, with a speaker where none was found and one sentence before tells whose words follow.

    So too where a pronoun was taken for the last who spoke and another leads the sentence before it. Whom the reader
    left out on purpose stays out: in 'She wore a hat, "Lift It", he laughed' the words of the hat are nobody's.
    """
    known = Quotes(quotes)
    return [_with_speaker(text, spans, quote, known) if _is_open(text, quote) else quote for quote in quotes]


def _is_open(text: str, quote: Quote) -> bool:
    """Whether it is open who speaks."""
    lacks = (not quote.speakers and quote.reason != WITHHELD) or _speaks_of_itself(text, quote)
    return bool(quote.content) and quote.speech and (lacks or quote.reason == _WEAK)


def _speaks_of_itself(text: str, quote: Quote) -> bool:
    """Whether the speaker was found in what is said: "The plan is for 40 to leave, it says" is none of the plan's."""
    begins = any(text.startswith(one.name, start) for one in quote.speakers for start, _ in quote.content)
    return begins and quote.reason == _SUBJECT


def _with_speaker(text: str, spans: list[Span], quote: Quote, known: Quotes) -> Quote:
    start = min(quote.content[0][0], quote.cue[0] if quote.cue else quote.content[0][0])
    at = place(spans, start)
    if at < 0:
        return quote
    if not quote.speakers and quote.cue and (by := _by_relative(text, spans[at][0], quote.cue[0], known)):
        return _by(quote, by, "")
    if _goes_on(text, quote):
        found = _by(quote, _leads(text, spans, quote, at, start, known), _pronoun(text, quote))
        return found if found.speakers else _by(quote, _spoke_before(text, spans, at, known), _pronoun(text, quote))
    return quote if quote.speakers else _by(quote, _beside_cue(text, spans, quote, known), "")


def _by_relative(text: str, start: int, cue: int, known: Quotes) -> Mention | None:
    """Whom "who" or "which" at the cue means; of a paper, whoever leads the sentence: "issued a report which says"."""
    if tells_of_paper(text, start, cue):
        return leader(text, start, cue, known)
    meant = antecedent(text, start, cue)
    return (known.speaking_at(meant) or mention_at(text, meant)) if meant else None


def _by(quote: Quote, mention: Mention | None, pronoun: str) -> Quote:
    """The quote as somebody's, if they are another than its speakers and the pronoun may stand for them."""
    if mention is None or _is_not_called(mention, pronoun):
        return quote
    return replace(quote, speakers=(mention,), confidence=_SURE)


def _is_not_called(mention: Mention, pronoun: str) -> bool:
    """Whether a pronoun does not stand for somebody: he for Ana, she for the agency."""
    return is_of_other_gender(pronoun, mention) or (pronoun.lower() in ("he", "she") and is_body(mention.name))


def _leads(text: str, spans: list[Span], quote: Quote, at: int, start: int, known: Quotes) -> Mention | None:
    """Who leads the sentence of some words, or the one before where theirs has nothing but a pronoun."""
    begins = next(
        (number for number in (at, at - 1) if number >= 0 and not _MERE.fullmatch(text, spans[number][0], start)), None
    )
    if begins is None or "\n" in (before := text[spans[begins][0] : start]) or _names_one(before, quote.speakers):
        return None
    found = leader(text, spans[begins][0], start, known)
    return None if found and _is_spoken_of(found, quote.speakers, known) else found


def _is_spoken_of(mention: Mention, speakers: Sequence[Mention], known: Quotes) -> bool:
    """Whether those who are taken to speak tell of somebody: "The suspect was freed. He was not told why, he said"."""
    inside = known.around(mention.span) if mention.span and speakers else None
    return inside is not None and not {one.name for one in speakers}.isdisjoint(one.name for one in inside.speakers)


def _names_one(words: str, speakers: Sequence[Mention]) -> bool:
    """Whether some words name one of those who are taken to speak."""
    return any(name in words for one in speakers for name in _PROPER.findall(one.name))


def _spoke_before(text: str, spans: list[Span], at: int, known: Quotes) -> Mention | None:
    """Who speaks in the sentence before, if the paragraph goes on: "Lind fell, Ana Voss said. She went on to say"."""
    if at < 1 or "\n" in text[spans[at - 1][1] - 1 : spans[at][0]]:
        return None
    return known.speaking_at(spans[at - 1])


def _beside_cue(text: str, spans: list[Span], quote: Quote, known: Quotes) -> Mention | None:
    """The noun phrase at the cue: "Corvane, the body responsible, responded", cried father of four Ana Lind."""
    at = place(spans, quote.cue[0]) if quote.cue else -1
    if quote.cue is None or at < 0:
        return None
    if quote.content[0][0] < quote.cue[0]:
        behind = None if _TO.search(text, *quote.cue) else _INVERTED.match(text, quote.cue[1], spans[at][1])
        return mention_at(text, behind.span("who")) if behind else None
    span = subject_before(text, spans[at][0], quote.cue[0])
    if span is None or not _NAME.match(text, span[0]):
        return None
    return known.speaking_at(span) or mention_at(text, span)


def _goes_on(text: str, quote: Quote) -> bool:
    """Whether nothing but a pronoun, or nothing at all, says whose words they are; or a colon behind an account."""
    if quote.cue and text[slice(*quote.cue)] == ":":
        return (
            quote.kind == "direct" and _ACCOUNT.search(text[max(0, quote.cue[0] - _BESIDE) : quote.cue[0]]) is not None
        )
    return quote.kind == "direct" if quote.cue is None else bool(_pronoun(text, quote))


def _pronoun(text: str, quote: Quote) -> str:
    """The pronoun at the cue, empty where there is none."""
    if quote.cue is None:
        return ""
    found = _BEFORE.search(text[max(0, quote.cue[0] - 16) : quote.cue[0]]) or _BEHIND.match(text, quote.cue[1])
    return found[1] if found else ""
