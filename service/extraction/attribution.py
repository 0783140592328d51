"""Joins what the tagger found with what the marks prove: who is reported, by which cue, to have said which words."""

from bisect import bisect_left
from collections.abc import Sequence

from service.extraction.carrying import carry, keep_to_paragraph
from service.extraction.contents import tidy
from service.extraction.layout import signatures, turns
from service.extraction.marks import Quotation
from service.extraction.settling import settle
from service.extraction.sharing import Attribution, Page, share_sources
from service.extraction.tagger import Tagged
from service.records import Span


def attribute(
    text: str, marked: list[Quotation], spans: list[Tagged], lines: list[Span], skip: Sequence[Span] = ()
) -> list[Attribution]:
    """The attributions of one article in text order.

    `lines` are its paragraphs, `marked` its quotations, `skip` the stretches that are none of the article's text.
    """
    outer = _outermost(marked)
    page = Page(lines, outer)
    laid_out = _laid_out(text, outer, [line for line in lines if not any(s < line[1] and line[0] < e for s, e in skip)])
    groups = _groups(spans)
    sources = [span.span for span in spans if span.role == "source"]
    loose = settle(text, page, groups, sources)
    share_sources(text, page, groups.values(), sources)
    keep_to_paragraph(page, groups.values())
    found = [group for group in groups.values() if group.content]
    found = carry(text, page, loose, found)
    found = _preferring(laid_out, found)
    for one in found:
        one.content = tidy(text, one.content, page)
    return _ordered(found)


def _outermost(marked: list[Quotation]) -> list[Quotation]:
    """Quotations that stand in no other; single marks count where no double ones surround them."""
    outer: list[Quotation] = []
    for quotation in sorted(marked, key=lambda q: (q.start, -q.end)):
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    return outer


def _laid_out(text: str, outer: list[Quotation], lines: list[Span]) -> list[Attribution]:
    said = [Attribution([content], cue, [source], how="layout") for source, cue, content in turns(text, lines)]
    signed = [
        Attribution([(quotation.start, quotation.end)], dash, [source], how="layout")
        for source, dash, quotation in signatures(text, outer)
    ]
    return said or signed


def _preferring(certain: list[Attribution], found: list[Attribution]) -> list[Attribution]:
    """Layout is certain: what the network made of the same words gives way."""
    if not certain:
        return found
    taken = sorted(one.content[0] for one in certain)
    return [one for one in found if not any(_meets(taken, span) for span in one.content)] + certain


def _meets(taken: list[Span], span: Span) -> bool:
    index = bisect_left(taken, span[1], key=lambda other: other[0]) - 1
    return index >= 0 and taken[index][1] > span[0]


def _groups(spans: list[Tagged]) -> dict[int, Attribution]:
    """One attribution a cue: the contents that chose it, and of the sources the likeliest."""
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
        elif span.link * span.score > best.get(span.cue, 0.0):
            best[span.cue] = span.link * span.score
            group.sources = [span.span]
    for index, group in groups.items():
        group.strength = best.get(index, group.strength)
    return groups


def _ordered(found: list[Attribution]) -> list[Attribution]:
    """In text order, without those whose words were all given to others."""
    return sorted((one for one in found if one.content), key=lambda one: one.content[0])
