"""Supposes who speaks where the reader names nobody: whoever is told of right before, "The builder laughed. “...”"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from service.disputes.callings import looks_personal
from service.disputes.finding import Quotes
from service.disputes.phrases import calls_somebody, first_name, subject_before
from service.disputes.sentences import place
from service.extraction.names.cores import FIRST, ORGANISATIONS, PERSON_NOUNS, is_organisation, is_title, key
from service.records import Mention, Quote, Span

_SURE = 0.85  # that it is the one told of before
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey)")
_BEFORE = re.compile(rf"\b({_PRONOUN.pattern})\s+(?:has |had |have |also |then |later )?$")
_MERE = re.compile(rf"\W*(?:{_PRONOUN.pattern})?\s*(?:has|had|have|also|then|later)?\s*")
_BEHIND = re.compile(rf"\s+({_PRONOUN.pattern})\b")
_NAMED = re.compile(r",\s+(?:an? |the )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)+),")
_NAME = re.compile(r"[A-ZÀ-Þ]|the\b")
_BODIES = frozenset(("management", "defence", "prosecution"))
_APPOSED = re.compile(r",\s+(?:who|which|the|an?|his|her|its|their|for|chief|head|director|speaking)\b")
_ADVERBIAL = re.compile(
    r"(?:[A-Z][a-z]+ly|Over|After|In|On|At|With|Amid|Despite|For|From|When|Since)\b[^,;:“”\"]{0,120}, "
    r"(?:(?:his|her|its|their) [a-z’' -]+, )?"
    r"(?P<who>(?:[Tt]he |[Aa]n? )?(?:[\w’'-]+ ){0,3}[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)"
)
_NOBODY = re.compile(r"(?:I|It|He|She|They|This|That|These|Those|There|What|When|If|But|And|One|Some|Both|Others)\b")


def supposed(text: str, spans: list[Span], quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes, with a speaker where none was found and one sentence before tells whose words follow."""
    known = Quotes(quotes)
    return [_with_speaker(text, spans, quote, known) if _lacks(quote) else quote for quote in quotes]


def _lacks(quote: Quote) -> bool:
    return bool(quote.content) and not quote.speakers and quote.speech


def _with_speaker(text: str, spans: list[Span], quote: Quote, known: Quotes) -> Quote:
    start = min(quote.content[0][0], quote.cue[0] if quote.cue else quote.content[0][0])
    at = place(spans, start)
    if at < 0:
        return quote
    if not _goes_on(text, quote):
        return _with_subject(text, spans, quote, known)
    begins = next(
        (number for number in (at, at - 1) if number >= 0 and not _MERE.fullmatch(text, spans[number][0], start)), None
    )
    if begins is None or "\n" in text[spans[begins][0] : start]:
        return quote
    mention = _told_of(text, spans[begins][0], start, known)
    return replace(quote, speakers=(mention,), confidence=_SURE) if mention else quote


def _with_subject(text: str, spans: list[Span], quote: Quote, known: Quotes) -> Quote:
    """The quote with the noun phrase before its cue as its speaker: "Corvane, the body responsible, responded"."""
    at = place(spans, quote.cue[0]) if quote.cue else -1
    if quote.cue is None or at < 0 or quote.content[0][0] < quote.cue[0]:
        return quote
    span = subject_before(text, spans[at][0], quote.cue[0])
    if span is None or not _NAME.match(text, span[0]):
        return quote
    mention = known.speaking_at(span) or mention_at(text, span)
    return replace(quote, speakers=(mention,), confidence=_SURE) if mention else quote


def _goes_on(text: str, quote: Quote) -> bool:
    """Whether nothing but a pronoun, or nothing at all, says whose words they are."""
    if quote.cue is None:
        return quote.kind == "direct"
    return bool(_BEFORE.search(text[max(0, quote.cue[0] - 16) : quote.cue[0]]) or _BEHIND.match(text, quote.cue[1]))


def _told_of(text: str, start: int, end: int, known: Quotes) -> Mention | None:
    span = _behind_adverbial(text, start, end) or first_name(text, start, end)
    if span is None or _NOBODY.match(text, span[0]):
        return None
    apposed = _NAMED.match(text, span[1], end)
    return known.speaking_at(span) or mention_at(text, apposed.span("name") if apposed else span)


def _behind_adverbial(text: str, start: int, end: int) -> Span | None:
    """Over claims of theft, | the refiner Al Noor | lost two banks."""
    found = _ADVERBIAL.match(text, start, end)
    return found.span("who") if found else None


def mention_at(text: str, span: Span) -> Mention | None:
    """The speaker that a noun phrase names; None where a capital may come from the place: However, On Monday, Any."""
    name = text[slice(*span)]
    if _NOBODY.match(name) or not calls_somebody(name) or not _names_somebody(text, span):
        return None
    return Mention(name, span, "person" if looks_personal(name) else "organisation")


def _names_somebody(text: str, span: Span) -> bool:
    words = text[slice(*span)].split()
    last = next((at for at in range(len(words), 0, -1) if not words[at - 1][:1].isupper()), 0)
    first = words[0] in ("The", "the") or not text[: span[0]].rstrip("“\"' ") or text[span[0] - 2] in '.!?\n”"'
    if first and (_is_noun(words[-1]) or _is_noun(words[0])):
        return True  # the ministry; "Management" at the beginning of a sentence
    if last == len(words) or words[last:] == ["The"]:
        return False
    named = [word for word in words[last:] if word != "The"]
    inside = re.search(rf"[a-z,;’'] {re.escape(' '.join(named))}(?:['’]s)?(?![\w’'])", text) is not None
    known = key(named[0]) in FIRST or is_title(named[0]) or is_organisation(named)
    return inside or (len(named) > 1 and known) or _APPOSED.match(text, span[1]) is not None


def _is_noun(word: str) -> bool:
    return key(word) in _BODIES or any(
        key(form) in nouns for form in (word, word.removesuffix("s")) for nouns in (PERSON_NOUNS, ORGANISATIONS)
    )
