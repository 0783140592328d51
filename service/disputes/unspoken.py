"""Finds statements told without a verb of saying: after a colon, as a figure, as a view ("For Lind it is a folly")."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from service.disputes.cues import cue
from service.disputes.finding import Quotes
from service.disputes.phrases import first_name, subject_before
from service.disputes.told import teller, told, untaken
from service.records import Mention, Quote, Span

_COLON = re.compile(r": +(?=[a-z])")
# Before a colon: "The ministry was firm: every name ...", "Lind put it differently: he was driving at 40".
_STEMS = (
    r"answer|respon|repl|rejoin|retort|counter|firm|adamant|clear|categorical|emphatic|blunt|version|account|view|"
    r"story|statement|sentence|clause|contradict|differ|otherwise|disagree|object|remember|recall|figure|said|says|"
    r"told|wrote|insist|maintain|explain"
)
_TELLING = re.compile(rf"\b(?:{_STEMS})\w*\b", re.I)
_FIGURE = re.compile(
    r"\b(?P<cue>puts?|sets?|estimates?|estimated|speaks? of|spoke of|counts?|counted)\s+(?P<what>"
    r"(?:(?:the|its|their|his|her)\s+[^.;:“”\"]{3,60}?\s+at\s+)?"
    r"(?:no more than |at least |about |some |fewer than |more than )?"
    r"(?:\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|\w+ (?:hundred|thousand))"
    r"\b[^.;:“”\"]*)",
    re.I,
)
_VIEW = re.compile(
    r"(?:For|To)\s+(?P<by>(?:the\s+)?(?:[a-z]+\s+){0,2}[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)+)"
    r"(?:,\s+[^,;:“”\"]{3,80},)?,?\s+(?P<what>(?:it (?:is|was)|the|its|his|her|that|this|these|those)\s[^;“”\"]{8,200})"
)
# Of which the reader may take nothing: "has found that eleven are gone", "wondered aloud whether".
_PROPOSED = re.compile(
    r"\b(?P<cue>(?:reports?|reported|(?:has|have|had) (?:found|established|shown|calculated|documented|discovered|"
    r"learned|"
    r"learnt|revealed|reported)|testif(?:y|ies|ied)|sw(?:ears?|ore|orn))(?= that)|wonder(?:s|ed)(?: aloud| publicly)?"
    r"[^,;.]{0,40}?(?= (?:whether|if|why)))(?: that)? (?P<what>[^;:“”\"]{12,240})"
)
_DATED = re.compile(
    r"\b(?P<cue>dates?|dated|traces?|traced|attributes?|attributed|credits|"
    r"credited) (?P<what>[^.;:“”\"]{3,60}? (?:back )?to "
    r"[^.;:“”\"]{3,120})"
)
_ANYBODY = re.compile(r"(?:some|any|no|every)(?: ?one|body)$", re.I)
_MOST_BEFORE = 160  # characters before a colon
_FORMS = (
    (_FIGURE, cue("puts?$|sets?$|estimate|speak|spoke|count")),
    (_PROPOSED, cue("report|ha[sd]$|have$|testif|sw(?:ear|or)|wonder")),
    (_DATED, cue("dat|trac|attribut|credit")),
)
_TELLING_CUE = cue(_STEMS)


def unspoken(text: str, spans: Sequence[Span], marks: Sequence[int], quotes: Sequence[Quote]) -> list[Quote]:
    """Statements in sentences of which the reader took nothing, and behind the colon of one that it took in part."""
    taken, known = sorted(span for quote in quotes if not _is_nobodys(quote) for span in quote.content), Quotes(quotes)
    found = chain.from_iterable(_of_sentence(text, span, here, known) for span, here in zip(spans, marks, strict=True))
    return untaken(list(found), taken)


def _is_nobodys(quote: Quote) -> bool:
    """Whether it is said to be somebody's, whoever that is: "a fridge that someone forgot to take indoors"."""
    return bool(quote.speakers) and all(_ANYBODY.match(mention.name) for mention in quote.speakers)


def _of_sentence(text: str, span: Span, here: int, known: Quotes) -> Iterator[Quote]:
    view = _VIEW.match(text, *span)
    if view and (by := teller(text, view.span("by"), known)):
        yield told(text, view.span("what"), by, (span[0], span[0] + 3))
    for form, needs in _FORMS:
        match = form.search(text, *span) if needs & here else None
        if match and (by := _speaker(text, span[0], match.start(), known)):
            yield told(text, match.span("what"), by, match.span("cue"))
    colon = _COLON.search(text, *span) if _TELLING_CUE & here else None
    if colon and colon.start() - span[0] < _MOST_BEFORE and (cue := _TELLING.search(text, span[0], colon.start())):
        by = known.speaking_at((span[0], colon.start())) or _speaker(text, span[0], cue.start(), known)
        if by:
            yield told(text, (colon.end(), span[1]), by, cue.span())


def _speaker(text: str, start: int, end: int, known: Quotes) -> Mention | None:
    """Who is named before: the speaker that the reader knows there, or who acts there, or is named first."""
    if here := known.speaking_at((start, end)):
        return here
    spans = (first_name(text, start, end), subject_before(text, start, end))
    return next((by for span in spans if span and (by := teller(text, span, known))), None)
