"""Joins what the tagger found with what the marks prove: who is reported, by which cue, to have said which words."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from service.extraction.carrying import carry, keep_to_paragraph
from service.extraction.layout import signatures, turns
from service.extraction.marks import Quotation
from service.extraction.sharing import Attribution, Page, share_sources
from service.extraction.tagger import Tagged
from service.records import Span

_WORD = re.compile(r"\w+(?:[’'\-]\w+)*")
_THAT = re.compile(r"that\s+(?=\S)", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?", ",", "…", "—", "–")
TITLE_WORDS = 8
_LITTLE = re.compile(r"(?:an?|and|as|at|by|for|from|in|into|is|of|on|or|over|the|to|with)$")
STATEMENT_WORDS = 4  # a shorter stretch in marks that nothing links is a term or a title


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
    loose = _settle(text, page, groups)
    share_sources(text, page, groups.values(), [span.span for span in spans if span.role == "source"])
    keep_to_paragraph(page, groups.values())
    found = [group for group in groups.values() if group.content]
    found = carry(text, page, loose, found)
    found = _preferring(laid_out, found)
    for one in found:
        one.content = _tidy(text, one.content, page)
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


def _settle(text: str, page: Page, groups: dict[int, Attribution]) -> list[Quotation]:
    """Gives each quotation whole to the one attribution that holds most of it; returns those that none holds.

    The network cuts a quotation in two, or stops short of its closing mark; the marks know better. An attribution
    told entirely inside a quotation goes with it to the one outside, whose words those are; but it stands when
    nobody is named beside the quotation (a stray pair of marks around a paragraph).
    """
    by_quotation: dict[int, dict[int, int]] = {}
    for key, group in groups.items():
        for span in group.content:
            for index in _touched(page.outer, span):
                overlap = min(span[1], page.outer[index].end) - max(span[0], page.outer[index].start)
                held = by_quotation.setdefault(index, {})
                held[key] = held.get(key, 0) + overlap
    loose = []
    for index, quotation in enumerate(page.outer):
        held = by_quotation.get(index, {})
        holders = {key: groups[key] for key in held}
        outside = {key: size for key, size in held.items() if not _inside(groups[key].cue, quotation)}
        if len(outside) < len(held) and not any(_shares_line(page, groups[key].cue, quotation) for key in outside):
            _give(quotation, None, {key: groups[key] for key in outside})
        elif outside and quotation.closed:
            owner = max(outside, key=lambda key: outside[key])
            _give(quotation, None if _only_names(text, quotation, groups[owner]) else owner, holders)
        elif not held and _is_statement(text, quotation):
            loose.append(quotation)
    return loose


def _touched(outer: list[Quotation], span: Span) -> range:
    low = bisect_right(outer, span[0], key=lambda quotation: quotation.end)
    return range(low, bisect_left(outer, span[1], key=lambda quotation: quotation.start))


def _inside(span: Span | None, quotation: Quotation) -> bool:
    return span is not None and quotation.start <= span[0] < quotation.end


def _shares_line(page: Page, cue: Span | None, quotation: Quotation) -> bool:
    return cue is not None and page.line(cue[0]) == page.line(quotation.opened_at)


def _give(quotation: Quotation, owner: int | None, holders: dict[int, Attribution]) -> None:
    """`holders` are those whom the network gave some of it; all but the owner, if there is one, lose that."""
    whole = (quotation.start, quotation.end)
    for key, group in holders.items():
        if key == owner:
            group.content = _joined([*group.content, whole])
            group.sources = [span for span in group.sources if not _inside(span, quotation)]
        else:
            group.content = [part for span in group.content for part in _cut(span, quotation)]


def _cut(span: Span, quotation: Quotation) -> list[Span]:
    """The parts of a span outside a quotation and its marks."""
    parts = [(span[0], min(span[1], quotation.opened_at)), (max(span[0], quotation.closed_at), span[1])]
    return [part for part in parts if part[0] < part[1]]


def _joined(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_statement(text: str, quotation: Quotation) -> bool:
    """Whether unlinked words in marks look said: a whole sentence, not a term, a title or a scare quote."""
    words = text[quotation.start : quotation.end].strip()
    said = _WORD.findall(words)
    whole = words.endswith(_SENTENCE_END) and (words[0].isupper() or not words[0].isalpha())
    return len(said) >= STATEMENT_WORDS and whole and not _is_title(said)


def _only_names(text: str, quotation: Quotation, group: Attribution) -> bool:
    """Whether the quotation is a title, not said: no cue stands right before it, nothing around it is content."""
    words = _WORD.findall(text, quotation.start, quotation.end)
    if len(words) < 2 or not _is_title(words) or group.cue is None:
        return False
    beside = 0 <= quotation.opened_at - group.cue[1] <= 2
    alone = all(
        quotation.opened_at <= span[0] and span[1] <= quotation.closed_at
        for span in group.content
        if span[0] < quotation.end and quotation.start < span[1]
    )
    return alone and not beside and not re.search(r"[.!?](?!$)|[!?]$", text[quotation.start : quotation.end].strip())


def _is_title(words: list[str]) -> bool:
    """A title of a work: short, and every word but the little ones with a capital."""
    return (
        len(words) <= TITLE_WORDS
        and all(word[0].isupper() or _LITTLE.match(word) for word in words[1:])
        and sum(word[0].isupper() for word in words) >= len(words) / 2
    )


def _tidy(text: str, spans: list[Span], page: Page) -> list[Span]:
    """Contents without outer marks, surrounding white space and commas, or a leading "that"."""
    tidy = [_trimmed(text, span, page) for span in _closed_up(text, sorted(spans))]
    said = [span for span in tidy if _WORD.search(text, *span)]
    return [span for span in said if len(said) == 1 or page.within(span[0]) or not _is_crumb(text, span)]


def _closed_up(text: str, spans: list[Span]) -> list[Span]:
    """Pieces with nothing but white space of one line between them are one."""
    joined: list[Span] = []
    for span in spans:
        between = text[joined[-1][1] : span[0]] if joined else ""
        if joined and not between.strip() and "\n" not in between:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span[1]))
        else:
            joined.append(span)
    return joined


def _is_crumb(text: str, span: Span) -> bool:
    """One small word beside a longer piece ("which", "a") is the network's slip, not said for itself."""
    words = _WORD.findall(text, *span)
    return len(words) == 1 and words[0].islower() and len(words[0]) <= 5


def _trimmed(text: str, span: Span, page: Page) -> Span:
    """Inside marks too: the comma in "No," she said belongs to the sentence around the quotation."""
    start, end = span
    that = _THAT.match(text, start, end)
    start = that.end() if that else start
    quotation = page.within(start)
    if quotation and end <= quotation.closed_at:
        start, end = max(start, quotation.start), min(end, quotation.end)
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:"):
        end -= 1
    return start, end


def _ordered(found: list[Attribution]) -> list[Attribution]:
    """In text order, without those whose words were all given to others."""
    return sorted((one for one in found if one.content), key=lambda one: one.content[0])
