"""Words in marks that no cue of their own claims: whose speaker goes on in them, if that can be known."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from service.extraction.marks import Quotation
from service.extraction.sharing import Attribution, Page
from service.records import Span

_PRONOUN = re.compile(r"(?:he|she|they|it|we|i|who|which)$", re.IGNORECASE)


def keep_to_paragraph(page: Page, groups: Iterable[Attribution]) -> None:
    """Drops words outside marks that the network tied to a cue of another paragraph: a reporter does not go on so."""
    for group in groups:
        if group.cue:
            home = page.line(group.cue[0])
            group.content = [span for span in group.content if page.within(span[0]) or page.line(span[0]) == home]


def carry(text: str, page: Page, loose: list[Quotation], found: list[Attribution]) -> list[Attribution]:
    """Adds an attribution for each quotation in `loose`, and for those that a cue far off cannot be sure of."""
    unsure = [one for group in found for one in _detached(text, page, group, found)]
    settled = sorted((one for one in found if one.content), key=lambda one: one.content[0])
    alone = [_tied(text, page, quotation, settled) for quotation in loose]
    return [*settled, *unsure, *alone]


def _detached(text: str, page: Page, group: Attribution, found: list[Attribution]) -> list[Attribution]:
    """Takes quotations of other paragraphs away from a cue, unless the convention of the marks carries them."""
    if not group.cue or group.how == "layout":
        return []
    gone: list[Attribution] = []
    spans, group.content = sorted(group.content), []
    for span in spans:
        rivals = _rivals(text, page, group, span, found)
        if rivals:
            gone.append(Attribution([span], strength=group.strength / 2, how="loose", rivals=rivals))
        else:
            group.content.append(span)
    return gone


def _rivals(text: str, page: Page, group: Attribution, span: Span, found: list[Attribution]) -> list[Attribution]:
    """Who else may have said a quotation that the network gave to this cue; nobody when the tie is safe.

    `group.content` holds what was already found to be safe, in text order.
    """
    quotation, home, there = page.within(span[0]), page.line(group.cue[0]) if group.cue else 0, page.line(span[0])
    if not quotation or not group.cue:
        return []
    if there != home:
        return [] if _carried_over(text, page, group, quotation, there, home) else [group]
    if span[0] < group.cue[0] or not page.sentence_ends(text, group.cue[1], quotation.opened_at):
        return []
    if any(page.within(other[0]) for other in group.content):
        return []
    here = [one for one in found if one.content and page.lines[home][0] <= one.content[0][0] < span[0]]
    others = _speakers(text, here)
    return others if len(others) > 1 else []


def _carried_over(text: str, page: Page, group: Attribution, quotation: Quotation, there: int, home: int) -> bool:
    """A colon before, a quotation that was left open, or the same speaker's quotation at the end of the paragraph."""
    if there < home:
        return not quotation.closed
    if there - 1 == home and text[slice(*page.lines[home])].rstrip().endswith(":"):
        return True
    return any(page.line(span[0]) == there - 1 and page.within(span[0]) for span in group.content)


def _tied(text: str, page: Page, quotation: Quotation, settled: list[Attribution]) -> Attribution:
    """A quotation without a cue, tied to the attribution before it, or after it in its paragraph."""
    one = Attribution([(quotation.start, quotation.end)], strength=0.5, how="loose")
    line = page.line(quotation.start)
    start, end = page.lines[line]
    at = bisect_left(settled, quotation.start, key=lambda other: other.content[0][0])
    before, after = settled[at - 1] if at else None, settled[at] if at < len(settled) else None
    if before and before.content[0][0] >= start:
        one.how = "adjacent"
        rivals = _speakers(text, [other for other in settled[:at] if other.content[0][0] >= start])
        one.follows, one.rivals = (None, rivals) if len(rivals) > 1 and not _is_quoted(page, before) else (before, [])
    elif after and after.content[0][0] < end:
        one.follows, one.how = after, "adjacent"
    elif before and not text[start : quotation.opened_at].strip():
        sure = _goes_on(text, page, before, line)
        one.follows, one.rivals, one.how = (before, [], "continued") if sure else (None, [before], "loose")
    return one


def _goes_on(text: str, page: Page, before: Attribution, line: int) -> bool:
    """Whether a paragraph of nothing but a quotation goes on with the speaker of the paragraph before."""
    last = before.content[-1]
    if line and text[slice(*page.lines[line - 1])].rstrip().endswith(":"):
        return page.line(last[0]) == line - 1 or (before.cue is not None and page.line(before.cue[0]) == line - 1)
    return page.line(last[0]) == line - 1 and _is_quoted(page, before)


def _is_quoted(page: Page, one: Attribution) -> bool:
    return any(page.within(span[0]) or page.within(span[1] - 1) for span in one.content)


def _speakers(text: str, ones: list[Attribution]) -> list[Attribution]:
    """One attribution for each different source, pronouns left out."""
    different: dict[str, Attribution] = {}
    for one in ones:
        words = _source(text, one.sources)
        if words and not _PRONOUN.match(words):
            different.setdefault(words.split()[-1].lower(), one)
    return list(different.values())


def _source(text: str, sources: list[Span]) -> str:
    return text[slice(*sources[0])].strip() if sources else ""
