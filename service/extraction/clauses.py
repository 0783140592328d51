"""Sets attributions right by the shape of the sentence around them: passives, relative clauses, datelines."""

import re

from service.extraction.contents import closed_up
from service.extraction.sharing import Attribution, Page
from service.records import Span

# ..., which Okoro says arms the rebels, denied it: the clause ends at its second comma.
_RELATIVE = re.compile(r", (?:which|who|whom|that) $")
# Okoro, accused of theft, left; Okoro was charged with theft: it is Okoro who is accused.
_ACCUSED = re.compile(r"(?:accused|charged|suspected|convicted)$", re.IGNORECASE)
_OF = re.compile(r" (?:of|with) ", re.IGNORECASE)
# An aide who asked not to be named said it rained: asking for that is no statement, what follows is.
_UNNAMED = re.compile(
    r"(?:ask|request|wish|want|insist|preferr|declin)(?:ed|ing) (?:not to be (?:named|identified|quoted)|"
    r"to (?:be (?:named|identified)|remain anonymous|give (?:his|her|their) name)|(?:for|on) anonymity)"
)
_SAID = re.compile(r"(?<!\w)(said|says|told [\w ]{1,24}?)(?: that)? (?=\S)")
# Villagers told Agence Pamir that it rained: the network takes a part of the name for what they said.
_TOLD = re.compile(r"(?:told|tells|telling|assured|informed|reminded|warned)$")
_BEGUN = re.compile(r"(?:(?:the|its|an?|our) )?(?:[A-ZÀ-Þ][\w’'&.-]*(?: of| and)? ?){1,5}")
_TO_WHOM = re.compile(r"\s*(?:[\w’'&.-]+ ){1,4}?that (?=\S)")
# OSTRAVA - ...; DHAKA, Sept. 9 (Delta Wire) — ...
_DATELINE = re.compile(
    r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{2,30}(?:, (?:[A-Z][\w.]+ ?){1,3}\d{0,2})?(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?: \([^()\n]{2,30}\))? ?(?:-{1,2}|–|—) ?(?=\S)"
)
_LONGEST_DATELINE = 90
_DASH = re.compile(r"\s-\s|--|–|—")  # GRIFFIN-DOYLE: Will the deputy give way?
_SUBJECT = re.compile(r"([^,.;:“”\"\n]{2,70}?)(?:,[^.;:“”\"\n]{2,80},)?\s+(?:(?:has|have|had|also|later|\w+ly)\s+)*")


def set_right(text: str, one: Attribution, page: Page) -> None:
    """Changes cue, sources and contents of an attribution where the sentence shows that they are not what they seem."""
    one.content = [_behind_dateline(text, span, page) for span in one.content]
    if not one.cue or not one.sources:
        return
    one.sources = [_beside_dateline(text, span, one.cue, page) for span in one.sources]
    if _UNNAMED.match(text, one.cue[0]):
        _goes_on_to_say(text, one)
    elif _is_accused(text, one.cue, one.sources[0]):
        one.sources = []
    elif _TOLD.search(text, *one.cue):
        one.content = [_behind_addressee(text, span, one.cue) for span in closed_up(text, one.content)]
    elif _RELATIVE.search(text, max(0, one.sources[0][0] - 8), one.sources[0][0]):
        one.content = [_to_comma(text, span, page) if span[0] > one.cue[0] else span for span in one.content]


def _goes_on_to_say(text: str, one: Attribution) -> None:
    start, end = one.content[0][0], one.content[-1][1]
    said = _SAID.search(text, start, end)
    one.content = [(said.end(), end)] if said else []
    one.cue = said.span(1) if said else one.cue


def _is_accused(text: str, cue: Span, source: Span) -> bool:
    passive = _ACCUSED.search(text, *cue) and _OF.match(text, cue[1])
    return bool(passive) and source[1] <= cue[0] and "\n" not in text[source[1] : cue[0]]


def _behind_addressee(text: str, span: Span, cue: Span) -> Span:
    """Without the rest of a name that begins between cue and content and ends before "that"."""
    begun, name_goes_on = text[cue[1] : span[0]].strip(), text[slice(*span)].lstrip()[:1].isupper()
    match = _TO_WHOM.match(text, *span) if name_goes_on and _BEGUN.fullmatch(begun) else None
    return (match.end(), span[1]) if match and match.end() < span[1] else span


def _to_comma(text: str, span: Span, page: Page) -> Span:
    start, end = span
    at = text.find(",", start, end)
    while at >= 0 and page.within(at):
        at = text.find(",", at + 1, end)
    return (start, at if at > start else end)


def _beside_dateline(text: str, source: Span, cue: Span, page: Page) -> Span:
    """DHAKA - Strikers at the port said: not the place of writing spoke, but who stands between it and the cue."""
    line = page.lines[page.line(source[0])][0]
    match = _DATELINE.match(text, line, line + _LONGEST_DATELINE) if source[0] - line < _LONGEST_DATELINE else None
    if match is None or source[0] >= match.end() or not _DASH.search(match[0]):
        return source
    if source[1] > match.end():
        return (match.end(), source[1])
    told = _SUBJECT.fullmatch(text, match.end(), max(match.end(), cue[0]))
    return told.span(1) if told else source


def _behind_dateline(text: str, span: Span, page: Page) -> Span:
    """Without the place and day of writing, of which the network takes a part for the sentence's own words."""
    line = page.lines[page.line(span[0])][0]
    if span[0] - line > _LONGEST_DATELINE:
        return span
    match = _DATELINE.match(text, line, min(span[1], line + _LONGEST_DATELINE))
    return (max(span[0], match.end()), span[1]) if match and match.end() < span[1] else span
