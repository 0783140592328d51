"""Finds statements whose teller stands behind them or in their middle: "Rents rose, the association calculates"."""

import re
from collections.abc import Iterator, Sequence

from service.disputes.cues import cue
from service.disputes.finding import Quotes
from service.disputes.told import teller, told, untaken
from service.records import Quote, Span

_CUE = re.compile(
    r"(?:(?:has|have|had) )?(?:told|said|says?|conclude[sd]|calculate[sd]?|complain(?:s|ed)?|assure[sd]?|"
    r"answer(?:s|ed)|"
    r"claim(?:s|ed)?|submitted|report(?:s|ed)?|found|finds|estimate[sd]?|wrote|writes?|allege[sd]?|insist(?:s|ed)?|"
    r"maintain(?:s|ed)?|argue[sd]?|repli(?:es|ed)|respond(?:s|ed)?|testified|announce[sd]|recall(?:s|ed)?|state[sd]|"
    r"declare[sd]?|swore|swears?|protest(?:s|ed)|retort(?:s|ed)|suspects?|suspected)\b"
)
_ANY = cue(
    "told|sa(?:id|ys?)$|conclude|calculate|complain|assure|answer|claim|submitted|report|found$|finds$|estimate|wr[oi]te|allege|"
    "insist|maintain|argue|repli|respond|testified|announce|recall|state|declare|sw(?:ore|ear)|protest|retort|suspect|view$|"
    "words$|opinion|eyes$|account|version|telling"
)
_BY = (
    r"(?P<by>(?:[Tt]he |[Aa]n? |[Ii]ts |[Hh]is |[Hh]er )?(?:[\w’'-]+ ){0,5}?[\w-]+(?<!percent))"
    r"(?:, (?P<apposed>(?:who |which |of |the |an? )?[^,;:.“”\"]{2,70}),)?"
)
_BEHIND = re.compile(rf", {_BY} (?P<cue>{_CUE.pattern})(?=[^:“”\"]{{0,90}}[.;,]|\W*$)(?! that\b)")
# In the view of, in the words of.
_VIEW = re.compile(
    r", (?P<cue>in the (?:view|words|opinion|eyes|account|version|telling|estimation|judge?ment) of) "
    r"(?P<by>(?:the |an? )?(?:[\w’'-]+ ){0,5}?[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)"
)
# The guides' office, in whose view the resort has tapped the spring.
_WHOSE = re.compile(
    r"(?P<by>[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*)(?: of (?:the )?[\w’' -]{2,40})?, "
    r"(?P<cue>in whose (?:view|words|opinion|eyes|account|version)) (?P<what>[^;:“”\"]{8,})"
)
_TOLD = re.compile(
    r"\b(?:and|but|or|which|who|whom|that|as|when|while|where|if|because|since|it|they|he|she|we|I|this)\b"
)
_FEWEST = 12  # letters of a statement
_LONGEST = 260
# What begins so tells when, where or how it was said; what was said stands behind.
_ELSEWHERE = re.compile(
    r"\W*(?:But |And |Yet |[A-Z][a-z]+day )?(?:On|In|At|By|To|With|For|From|Of|Under|Over|Among|Amid|Across|"
    r"Around|Alongside|Outside|During|Despite|After|Before|Until|Once|As|When|Whereas|While|If|Though|Although|Because|"
    r"Since|Asked|[Ww]hen|Shortly|Later|Earlier|Last|Next|This (?:week|month|year)|Halfway|However|Unlike|According|"
    r"[A-Z][a-z]+(?:ing|ly|day))\b"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|might|must|should|never|[a-z]{2,}ed|"
    r"[a-z]{3,}s|went|came|took|gave|made|held|left|lost|rose|fell|ran|sold|bought|paid|kept|put|use|hit|shot|let|"
    r"cut)\b|"
    r"n['’]t\b"
)


def trailing(text: str, spans: Sequence[Span], marks: Sequence[int], quotes: Sequence[Quote]) -> list[Quote]:
    """Such statements, in sentences of which the reader took none that has a speaker."""
    taken = sorted(span for quote in quotes if quote.speakers for span in quote.content)
    known = Quotes(quotes)
    held = (span for span, here in zip(spans, marks, strict=True) if here & _ANY and "," in text[slice(*span)])
    found = (one for span in held for one in _of_sentence(text, span, known))
    return untaken(list(found), taken)


def _of_sentence(text: str, span: Span, known: Quotes) -> Iterator[Quote]:
    if ", in " in text[slice(*span)]:
        whose = _WHOSE.search(text, *span)
        if whose and (by := teller(text, whose.span("by"), known)):
            yield told(text, whose.span("what"), by, whose.span("cue"))
        view = _VIEW.search(text, *span)
        if view and (by := teller(text, view.span("by"), known)):
            yield told(text, (span[0], view.start()), by, view.span("cue"))
    behind = _BEHIND.search(text, *span)
    if behind is None or not _may_be_told(text, (span[0], behind.start())) or _TOLD.search(behind["by"]):
        return
    by = teller(text, behind.span("by"), known) or (
        teller(text, behind.span("apposed"), known) if behind["apposed"] else None
    )
    if by:
        yield told(text, (span[0], behind.start()), by, behind.span("cue"))


def _may_be_told(text: str, what: Span) -> bool:
    """Whether somebody may have said this: a clause with a verb, no adverbial before the verb of saying."""
    if not _FEWEST <= what[1] - what[0] <= _LONGEST or _ELSEWHERE.match(text, *what) or _CUE.search(text, *what):
        return False
    return _FINITE.search(text, *what) is not None and not any(mark in text[slice(*what)] for mark in '“”"‘')
