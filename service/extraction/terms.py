"""Takes the speaker from words inside marks that may be no words of theirs: a term, a title, a slogan on a hat.

Where the tie to the speaker is weak besides, such words were said by whom they were given to in 32 of 81 cases on the
training articles: quotations of no verb beside a cue of attitude in 20 of 46, what is written like a title in 12 of 35.
Behind the name of a kind of work or of what bears a slogan, beside a cue that is none of saying, they were in 3 of 11,
however strong the tie; what was launched, renewed or waved in 1 of 6. A title behind what is known by one is as seldom
said, though annotators often count it to what is told.
"""

import re
from dataclasses import replace

from service.extraction.stance import is_speech
from service.records import Quote, Span
from service.regex import regex

WITHHELD = "a term or a title inside marks"  # why such words are given to nobody
_MOST_WORDS = 8
_UNSURE = 0.7  # confidence before it is calibrated: below this the tie to the speaker is among the weakest
_WORD = regex(r"\w[\w'’-]*")
_VERB = regex(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|can|could|should|do|does|did|I|[Ww]e|[Yy]ou)\b|n['’]t\b"
)
_LONG = 4  # letters: shorter words stand in lower case in a title
_BEFORE = 60  # code points looked at before the opening mark
_OPENING = "“”„«»\"'`‘ \xa0"
_WORKS = (
    r"(?:films?|movies?|plays?|musicals?|operas?|songs?|singles?|albums?|books?|novels?|memoirs?|autobiograph(?:y|ies)"
    r"|documentar(?:y|ies)|shows?|series|sitcoms?|podcasts?|magazines?|paintings?|poems?|hymns?|anthems?|ballads?"
    r"|(?:episodes?|cast|stars?|hosts?|author|co-author|creator|director) of|(?:clip|theme) from|act(?:ing|ed|s) in"
    r"|star(?:red|s|ring)? in|appear(?:ed|ing) (?:in|on)|(?:roles?|turn) in|sang|sings?|singing|perform(?:ed|ing|s)?)"
    r"(?: like| including| the)?"
)
_BEARERS = (
    r"(?:signs?|placards?|banners?|hats?|caps?|(?:T-)?shirts?|buttons?|stickers?|posters?|billboards?|plaques?)"
    r"(?: (?:that|which))?(?: (?:sa(?:ying|id|ys?)|read(?:ing|s)?|proclaiming|declaring|(?:emblazoned )?with|bearing))?"
    r"(?: the (?:words?|slogan|message|motto))?"
)
_NAMING = regex(rf"\b(?:{_WORKS}|{_BEARERS})[,:]?$")
# "called a referendum — “No to Foreign Harbours”": what is known by a name and written like one, whatever the cue.
_NAMED = regex(
    r"\b(?:referendum|initiative|campaign|movement|program(?:me)?|bill|act|law|tour|rally|conference|website|app|hashtag|"
    r"slogan|motto)(?: called| named| dubbed| titled)?[,:]?(?: ?[—–-]+)?$"
)
_HANDLING = regex(r"\b(?:launch|renew|spearhead|unveil|discard|wav)(?:e[sd]?|s|ing)\b(?! into\b)")
# “Long Walls of the Old Harbour,” by the Courier's Ama Boateng: with no cue, a headline.
_BYLINE = regex(r"[\W]{1,3}by (?:the )?[A-Z]")


def without_terms(text: str, quote: Quote) -> Quote:
    """The quote, of nobody where all its words inside marks may be a term; who it was tied to is a candidate.

    Its confidence is that of the tie itself, before it is calibrated.
    """
    if not quote.speakers or not quote.quoted or not _may_be_term(text, quote):
        return quote
    names = tuple(speaker.name for speaker in quote.speakers)
    return replace(
        quote, speakers=(), attribution="ambiguous", reason=WITHHELD, candidates=names,
        confidence=0.0,
    )  # fmt: skip


def _may_be_term(text: str, quote: Quote) -> bool:
    if quote.cue is None and _BYLINE.match(text, quote.quoted[-1][1]):
        return True
    terms = [text[slice(*span)] for span in quote.quoted]
    if any(_VERB.search(term) for term in terms):
        return False
    unsure, said = quote.confidence < _UNSURE, _is_saying(text, quote.cue)
    if all(map(_is_title, terms)) and (unsure or _stand_behind(text, quote, _NAMED)):
        return True
    if said or any(len(_WORD.findall(term)) > _MOST_WORDS for term in terms):
        return False
    return (unsure and said is False) or _is_handled(text, quote.cue) or _stand_behind(text, quote, _NAMING)


def _is_handled(text: str, cue: Span | None) -> bool:
    """Whether the cue tells what was done with the thing of that name: they waved “Clean rivers for all” signs."""
    return cue is not None and _HANDLING.search(text, *cue) is not None


def _stand_behind(text: str, quote: Quote, pattern: re.Pattern[str]) -> bool:
    return all(pattern.search(_before(text, span)) for span in quote.quoted)


def _before(text: str, span: Span) -> str:
    return text[max(0, span[0] - _BEFORE) : span[0]].rstrip(_OPENING)


def _is_title(term: str) -> bool:
    long = [word for word in _WORD.findall(term) if len(word) >= _LONG]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def _is_saying(text: str, cue: Span | None) -> bool | None:
    """Whether the cue is a verb of saying; None where the words do not tell, or there is none."""
    return is_speech(text, cue) if cue else None
