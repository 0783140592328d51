"""Knows what looks reported and is not: the measure by which things are sorted, and the title behind a kind of work."""

import re

from service.extraction.names import tables
from service.extraction.sharing import Attribution, Page
from service.regex import regex

_ACCORDING = regex(r"according to$", re.IGNORECASE)
# Overweight according to his body mass index, seated according to rank: none of these can say anything.
_MEASURE = regex(
    r"(?:(?:the|an?|his|her|its|their|each) )?(?:[\w-]+ ){0,2}?"
    r"(?:size|height|weight|age|length|width|mass index|income|rank|seniority|ability|abilities|needs?|tastes?|"
    r"severity|shape|colou?r)$"
)
# Her commentary, "Tell us who you are," is thoughtful.
_WORK = regex(
    r"(?:commentary|column|op-ed|editorial|essay|article|book|memoir|novel|poem|song|single|album|film|movie|"
    r"documentary|painting|exhibition|podcast|sermon|lecture|blog)$"
)
# Sanctions that were announced earlier the same day said nothing: what stands before a passive was told, not teller.
_PASSIVE = regex(
    r"(?:is|are|was|were|been|being)(?: \w+ly| also| first| both)? (?:announced|disclosed|unveiled|revealed|published|"
    r"released|issued|made public)$",
    re.IGNORECASE,
)
_AIMED = regex(r"(?:is|are|was|were|been|being) \w+(?: \w+)? against$", re.IGNORECASE)
_ALL_TOLD = regex(r"all told,", re.IGNORECASE)
_ADVERBIAL = regex(
    r"(?:earlier|later|last|this|the same|yesterday|today|on|in|at|after|before|during|just|shortly|soon|hours|days|"
    r"weeks|months|only|two|three|\w+day)\b",
    re.IGNORECASE,
)
_RELATIVE = regex(r"which|that", re.IGNORECASE)
_HEARSAY = regex(r"(?:said|alleged|reported|rumou?red|believed|thought|understood)$", re.IGNORECASE)
_INFINITIVE = regex(r"to (?:have|be)\b")
# Analysis: Why the tax will stay. What stands before the colon is the kind of piece.
_PIECES = tables.words("exceptions", "piece")
# Forty were reported dead; residents told to leave.
_IS_REPORTED = regex(r"(?:is|are|was|were|been|being) (?:also |\w+ly )?reported")
_TOLD_TO = regex(r"(?:told|ordered|urged|warned|instructed|advised) to\b")
_TITLE_WORDS = 10
_GOES_ON = regex(r"[”\"'’»]*,?\s*(?:is|was|are|were|has|had|which|that|in|on|of|for|by|about|from|and|appear\w*)\b")
_SENTENCES = regex(r"[.!?]\s+\w")


def is_untold(text: str, page: Page, one: Attribution) -> bool:
    """Whether an attribution of the network is no statement of anybody."""
    if one.cue is None:
        return False
    if one.sources and text.startswith(":", one.cue[0]) and _is_label(text[slice(*one.sources[0])]):
        one.sources = []
        return not any(page.within(span[0]) for span in one.content)
    aimed = _is_aimed(text, page, one) or _is_counted(text, one)
    return aimed or _is_measured(text, one) or _is_titled(text, page, one) or _is_dated(text, one)


def _is_label(words: str) -> bool:
    """Explainer, Book review, Q&A."""
    return _PIECES.issuperset(words.lower().split())


def is_of_its_subject(text: str, one: Attribution) -> bool:
    """Whether what stands as the source is what was said to have happened: oil said to have reached the port."""
    cue = one.cue or (0, 0)
    before = bool(one.sources) and one.sources[0][0] < cue[0]
    if before and (_IS_REPORTED.fullmatch(text, *cue) or _is_told_to(text, one)):
        return True
    infinitive = bool(one.content) and _INFINITIVE.match(text, one.content[0][0]) is not None
    return before and infinitive and one.content[0][0] - cue[1] <= 1 and _HEARSAY.search(text, *cue) is not None


def _is_told_to(text: str, one: Attribution) -> bool:
    """Residents told to leave: who stands right before it is told, as nobody "told to" do anything."""
    cue = one.cue or (0, 0)
    return cue[0] - one.sources[0][1] == 1 and _TOLD_TO.match(text, cue[0]) is not None


def _is_dated(text: str, one: Attribution) -> bool:
    """The cue is a passive, and behind it stands only when, or by whom: the sanctions, which were announced today."""
    cue = one.cue or (0, 0)
    before = not one.sources or one.sources[0][0] < cue[0]
    told = [span for span in one.content if not _RELATIVE.fullmatch(text, *span)]
    return before and bool(_PASSIVE.match(text, *cue)) and all(_ADVERBIAL.match(text, *span) for span in told)


def _is_aimed(text: str, page: Page, one: Attribution) -> bool:
    """New duties were announced against one firm: who stands behind it was hit, and nobody is told to have spoken."""
    cue = one.cue or (0, 0)
    behind = bool(one.sources) and one.sources[0][0] - cue[1] == 1
    return behind and bool(_AIMED.match(text, *cue)) and not any(page.within(span[0]) for span in one.content)


def _is_counted(text: str, one: Attribution) -> bool:
    """All told, forty are left."""
    return bool(one.sources and one.cue and _ALL_TOLD.fullmatch(text, one.sources[0][0], one.cue[1] + 1))


def _is_measured(text: str, one: Attribution) -> bool:
    cue, sources = one.cue or (0, 0), one.sources
    return bool(sources and _ACCORDING.search(text, *cue) and _MEASURE.match(text, *sources[0]))


def _is_titled(text: str, page: Page, one: Attribution) -> bool:
    """The cue is the noun right before the marks, and the sentence goes on behind them as behind a name."""
    cue = one.cue or (0, 0)
    quotation = page.within(one.content[0][0])
    if quotation is None or len(one.content) > 1 or not 0 < quotation.opened_at - cue[1] <= 2:
        return False
    words = text[quotation.start : quotation.end]
    short = len(words.split()) <= _TITLE_WORDS and not _SENTENCES.search(words)
    behind = _GOES_ON.match(text, quotation.closed_at)
    return short and ":" not in text[cue[1] : quotation.opened_at] and bool(behind and _WORK.search(text, *cue))
