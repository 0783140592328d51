"""Sets attributions right by the shape of the sentence around them: passives, relative clauses, datelines."""

import re
from collections.abc import Sequence

from service.extraction.contents import closed_up
from service.extraction.cut_sources import whole_phrase
from service.extraction.datelines import behind_dateline, beside_dateline
from service.extraction.parted_names import take_name
from service.extraction.passives import set_passive_right
from service.extraction.sharing import Attribution, Page
from service.records import Span
from service.regex import regex

# ..., which Okoro says arms the rebels, denied it: the clause ends at its second comma.
_RELATIVE = regex(r", (?:which|who|whom|that) $")
# Okoro, accused of theft, left; Okoro was charged with theft: it is Okoro who is accused.
_ACCUSED = regex(r"(?:accused|charged|suspected|convicted)$", re.IGNORECASE)
_OF = regex(r" (?:of|with) ", re.IGNORECASE)
# An aide who asked not to be named said it rained: asking for that is no statement, what follows is.
_UNNAMED = regex(
    r"(?:ask|request|wish|want|insist|preferr|declin)(?:ed|ing) (?:not to be (?:named|identified|quoted)|"
    r"to (?:be (?:named|identified)|remain anonymous|give (?:his|her|their) name)|(?:for|on) anonymity)"
)
_SAID = regex(r"(?<!\w)(said|says|told [\w ]{1,24}?)(?: that)? (?=\S)")
# Villagers told Agence Pamir that it rained: the network takes a part of the name for what they said.
_TOLD = regex(r"(?:told|tells|telling|assured|informed|reminded|warned)$")
_BEGUN = regex(r"(?:(?:the|its|an?|our) )?(?:[A-ZÀ-Þ][\w’'&.-]*(?: of| and)? ?){1,5}")
_TO_WHOM = regex(r"\s*(?:[\w’'&.-]+ ){1,4}?that (?=\S)")
# ..., the minister announced on Friday, after photographs were sold: what follows is told, not announced.
_TOLD_BESIDE = regex(r"[^.,;:“”\"\n]{0,40}, (?:after|before|when|while|as|amid|following) $")
# Okoro, who last year called it "a joke", was not there: what follows the marks and the comma is told of Okoro.
_WHO_SAID = regex(r", (?:[^,;:.“”\"\n]{0,60} )?who (?:[^,;:.“”\"\n]{0,60} )?$")
# The claim was denied by the board, | which said that pay rose: what stands before the pronoun it does not say.
_WHO = regex(r"(?:who|which)$")
_MAIN_VERB = regex(
    r"(?P<words>,[”\"]|[”\"](?=,)),? (?=(?:was|is|were|did|does|has|had|will|would|could|declined|refused) )"
)
_BEFORE_CUE = 120
_OPEN = regex(r"\s(?:of|for|from|at|in)\s?$")


def set_right(text: str, one: Attribution, page: Page) -> None:
    """Changes cue, sources and contents of an attribution where the sentence shows that they are not what they seem."""
    one.content = [behind_dateline(text, span, page.lines[page.line(span[0])]) for span in one.content]
    set_passive_right(text, one, page)
    if not one.cue or not one.sources:
        return
    source = beside_dateline(text, one.sources[0], one.cue, page.lines[page.line(one.sources[0][0])])
    whole = whole_phrase(text, source, one.cue) if source else None
    one.sources = [whole, *one.sources[1:]] if whole else one.sources[1:]
    if not one.sources:
        return
    if _OPEN.search(text, *one.sources[0]):
        _close(one)
    take_name(text, one)
    one.content = _behind_pronoun(text, one, page)
    if _is_told_beside(text, one.cue, one.content, page):
        one.content = one.content[:-1]
    if _UNNAMED.match(text, one.cue[0]):
        _goes_on_to_say(text, one)
    elif _is_accused(text, one.cue, one.sources[0]):
        one.sources = []
    elif _TOLD.search(text, *one.cue):
        one.content = [_behind_addressee(text, span, one.cue) for span in closed_up(text, one.content)]
    elif _RELATIVE.search(text, max(0, one.sources[0][0] - 8), one.sources[0][0]):
        one.content = [_to_comma(text, span, page) if span[0] > one.cue[0] else span for span in one.content]
    elif _WHO_SAID.search(text, max(0, one.cue[0] - _BEFORE_CUE), one.cue[0]):
        one.content = [_to_main_verb(text, span) if span[0] >= one.cue[1] else span for span in one.content]


def _behind_pronoun(text: str, one: Attribution, page: Page) -> list[Span]:
    """The contents, of "who" and "which" only those behind it where there are any, and what stands in marks."""
    source = one.sources[0]
    if not _WHO.match(text, *source):
        return one.content
    behind = [span for span in one.content if span[0] >= source[1] or page.within(span[0])]
    return behind if any(span[0] >= source[1] for span in behind) else one.content


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


def _to_main_verb(text: str, span: Span) -> Span:
    """Up to the marks that the verb of the sentence follows behind a comma."""
    verb = _MAIN_VERB.search(text, *span)
    return (span[0], verb.end("words")) if verb else span


def _close(one: Attribution) -> None:
    """The sister of | a man accused of theft | said: what a source leaves open before the cue belongs to it."""
    (start, end), cue = one.sources[0], one.cue or (0, 0)
    rest = next((span for span in one.content if 0 <= span[0] - end <= 1 and span[1] <= cue[0]), None)
    if rest:
        one.sources[0] = (start, rest[1])
        one.content = [span for span in one.content if span != rest]


def _is_told_beside(text: str, cue: Span, content: Sequence[Span], page: Page) -> bool:
    """Whether the last content hangs on a sentence whose words stand before the cue already."""
    preposed = len(content) > 1 and content[0][1] <= cue[0] < cue[1] <= content[-1][0]
    return preposed and not page.within(content[-1][0]) and bool(_TOLD_BESIDE.fullmatch(text, cue[1], content[-1][0]))
