"""Joins what the tagger found with what the marks prove: who is reported, by which cue, to have said which words."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from service.extraction.blocks import blocks
from service.extraction.carrying import carry, keep_to_paragraph
from service.extraction.clauses import set_right
from service.extraction.contents import tidy
from service.extraction.datelines import link_on
from service.extraction.free_relatives import part_free_relatives
from service.extraction.inverted import set_upright
from service.extraction.judged_claims import (
    before_judgement,
    is_of_judge,
    join_judged,
    keep_authors,
    without_apposition,
)
from service.extraction.layout import Turn, turns
from service.extraction.marks import Quotation
from service.extraction.nested import nested
from service.extraction.owned_words import owned_words
from service.extraction.parted_names import with_name
from service.extraction.passed_on import pass_on
from service.extraction.provisions import provisions
from service.extraction.settling import STATEMENT_WORDS, settle
from service.extraction.sharing import Attribution, Page, share_sources
from service.extraction.signatures import signatures
from service.extraction.stance import is_speech
from service.extraction.tagger import Tagged
from service.extraction.topics import without_topic
from service.extraction.untold import is_of_its_subject, is_untold
from service.records import Span
from service.regex import regex

_NOBODY = regex(r"(?:nobody|no one|no-one|none|neither|whoever|anyone|anybody)\b", re.IGNORECASE)
_WORD = regex(r"\w")
_PRONOUN = regex(r"(?:s?he|they|it|we|I|you)$", re.IGNORECASE)


def attribute(
    text: str, marked: list[Quotation], spans: list[Tagged], lines: list[Span], skip: Sequence[Span] = ()
) -> list[Attribution]:
    """The attributions of one article in text order.

    `lines` are its paragraphs, `marked` its quotations, `skip` the stretches that are none of the article's text.
    """
    outer = _outermost(marked)
    page = Page(lines, outer)
    read = [line for line in lines if not any(s < line[1] and line[0] < e for s, e in skip)]
    laid_out = [*_laid_out(text, outer, read, spans), *_provided(text, page, spans)]
    link_on(text, spans, lines)
    groups = _groups(text, spans)
    join_judged(text, groups)
    keep_authors(text, groups)
    part_free_relatives(text, list(groups.values()))
    sources = [span.span for span in spans if span.role == "source"]
    loose = settle(text, page, groups, sources)
    for group in groups.values():
        set_upright(text, group)
    keep_to_paragraph(text, page, groups.values())
    share_sources(text, page, groups.values(), sources)
    found = [group for group in groups.values() if group.content and not _is_no_statement(text, page, group)]
    found = carry(text, page, loose, found)
    found = _preferring(text, page, laid_out, found)
    found += _beside(found, nested(text, marked))
    for one in found:
        pass_on(text, one, page)
        set_right(text, one, page)
        one.content = without_apposition(text, one)
        one.content = before_judgement(text, one)
        one.content = tidy(text, without_topic(text, one, page), page)
    return _ordered(found)


def _outermost(marked: list[Quotation]) -> list[Quotation]:
    """Quotations that stand in no other; single marks count where no double ones surround them."""
    outer: list[Quotation] = []
    for quotation in sorted(marked, key=lambda q: (q.start, -q.end)):
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    return outer


def _laid_out(text: str, outer: list[Quotation], lines: list[Span], spans: list[Tagged]) -> list[Attribution]:
    told = [*turns(text, lines), *blocks(text, lines, spans)]
    said = [Attribution([content], cue, [source], how="layout") for source, cue, content in told]
    if said:
        return said
    return [
        Attribution([(words.start, words.end) for words in one.quotations], one.dash, [one.source], how="layout")
        for one in signatures(text, outer, lines)
    ]


def _beside(found: list[Attribution], told: Iterable[Turn]) -> list[Attribution]:
    """What is reported inside reported words, but for what is an attribution already."""
    known = {span for one in found for span in one.content}
    others = [turn for turn in told if turn[2] not in known]
    return [Attribution([content], cue, [source], strength=0.9) for source, cue, content in others]


def _provided(text: str, page: Page, spans: list[Tagged]) -> list[Attribution]:
    told = [*provisions(text, page, spans), *owned_words(text, page)]
    return [Attribution([content], cue, [source], strength=0.9) for source, cue, content in told]


def _preferring(text: str, page: Page, certain: list[Attribution], found: list[Attribution]) -> list[Attribution]:
    """Layout is certain: what the network made of the same words gives way."""
    if not certain:
        return found
    taken = sorted(span for one in certain for span in one.content)
    signing = sorted(one.sources[0] for one in certain if not one.cue or not _WORD.search(text, *one.cue))
    nested = [inner for one in found if (inner := _nested(text, taken, page, one))]
    for one in found:
        one.content = [span for span in one.content if not _meets(taken, span)]
        if one.sources and _meets(signing, one.sources[0]):  # whoever signs one quotation says nothing of the next
            one.cue, one.sources, one.how = None, [], "loose"
    return [*(one for one in found if one.content), *nested, *certain]


def _nested(text: str, taken: list[Span], page: Page, one: Attribution) -> Attribution | None:
    """A quotation that a speaker's own words report stands beside them: The planner said, "..." in an answer.

    Who is "she" in somebody's own words is told by them, not by the article.
    """
    inside = one.cue and one.sources and _meets(taken, one.cue) and _meets(taken, one.sources[0])
    told = [quotation for span in one.content if (quotation := page.within(span[0])) and _meets(taken, span)]
    if not inside or not told or _PRONOUN.match(text[slice(*one.sources[0])]):
        return None
    return replace(one, content=[(quotation.start, quotation.end) for quotation in dict.fromkeys(told)])


def _meets(taken: list[Span], span: Span) -> bool:
    index = bisect_left(taken, span[1], key=lambda other: other[0]) - 1
    return index >= 0 and taken[index][1] > span[0]


def _groups(text: str, spans: list[Tagged]) -> dict[int, Attribution]:
    """One attribution a cue: the contents that chose it, and of the sources the likeliest, with its name behind it."""
    groups = {
        index: Attribution([], span.span, speech=span.speech, strength=span.score)
        for index, span in enumerate(spans)
        if span.role == "cue"
    }
    best: dict[int, float] = {}
    for span in spans:
        if span.cue is None:
            continue
        group = groups[span.cue]
        if span.role == "content":
            group.content.append(span.span)
        elif group.sources and (whole := with_name(text, group.sources[0], span.span)):
            group.sources = [whole]
        elif span.link * span.score > best.get(span.cue, 0.0):
            best[span.cue] = span.link * span.score
            group.sources = [span.span]
    for index, group in groups.items():
        group.strength = best.get(index, group.strength)
    return groups


def _is_no_statement(text: str, page: Page, one: Attribution) -> bool:
    if _is_of_nobody(text, page, one):
        return True
    if is_of_its_subject(text, one):
        one.sources = []
    return is_of_judge(text, one) or _is_told_of_nobody(text, page, one) or is_untold(text, page, one)


def _is_of_nobody(text: str, page: Page, one: Attribution) -> bool:
    """Nobody is reported missing; whoever says so is wrong. Words in marks stay, without a speaker."""
    if not one.sources or not _NOBODY.match(text, *one.sources[0]):
        return False
    one.sources = []
    return not any(page.within(span[0]) for span in one.content)


def _is_told_of_nobody(text: str, page: Page, one: Attribution) -> bool:
    """A term in marks beside a verb that says nothing, nobody its source: The word "amateur" was painted out."""
    if one.cue is None or one.sources or is_speech(text, one.cue):
        return False
    told = [quotation for span in one.content if (quotation := page.within(span[0]) or page.within(span[1] - 1))]
    return bool(told) and all(
        len(text[quotation.start : quotation.end].split()) < STATEMENT_WORDS for quotation in told
    )


def _ordered(found: list[Attribution]) -> list[Attribution]:
    """In text order, without those whose words were all given to others."""
    return sorted((one for one in found if one.content), key=lambda one: one.content[0])
