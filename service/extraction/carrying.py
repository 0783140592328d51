"""Words in marks that no cue of their own claims: whose speaker goes on in them, if that can be known."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from service.extraction.marks import Quotation
from service.extraction.sharing import STOP, Attribution, Page
from service.records import Span

_CAPITALS = r"[A-ZÀ-Þ][\w’'\-]*\.?"
# A name or a pronoun, then a verb or an apposition; "The" and "On" begin sentences too, but no name follows them.
_SUBJECT = re.compile(rf"((?:He|She)|{_CAPITALS}(?: {_CAPITALS}){{0,4}})(?:,| (?=[a-z]))")
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
            gone.append(_alone(text, page, span, rivals, found))
        else:
            group.content.append(span)
    return gone


def _alone(text: str, page: Page, span: Span, rivals: list[Attribution], found: list[Attribution]) -> Attribution:
    """Words taken away from a cue: of the one shown beside them, else of one of the rivals, unknown of whom."""
    shown = _shown_before(text, page, span[0], [one for one in found if one.content])
    if shown:
        return Attribution([span], sources=[shown], strength=0.5, how="shown")
    return Attribution([span], strength=0.5, how="loose", rivals=rivals)


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
    if text[page.lines[there][0] : quotation.opened_at].strip():
        return False
    if there - 1 == home and text[slice(*page.lines[home])].rstrip().endswith(":"):
        return True
    return any(page.line(span[0]) == there - 1 and page.within(span[0]) for span in group.content)


def _tied(text: str, page: Page, quotation: Quotation, settled: list[Attribution]) -> Attribution:
    """A quotation without a cue, tied to the attribution before it, or after it in its paragraph."""
    one = Attribution([(quotation.start, quotation.end)], strength=0.5, how="loose")
    line = page.line(quotation.start)
    start, end = page.lines[line]
    shown = _shown_before(text, page, quotation.start, settled)
    if shown:
        one.sources, one.how = [shown], "shown"
        return one
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


def _shown_before(text: str, page: Page, at: int, settled: list[Attribution]) -> Span | None:
    """Who is shown doing something in the sentence right before a quotation: Lind shook her head. "Not this year."

    The sentence has to begin with a name or a pronoun, and to report nothing itself.
    """
    quotation = page.within(at)
    start, opened = page.lines[page.line(at)][0], quotation.opened_at if quotation else at
    before = text[start:opened]
    if not re.search(r"[.!?]\s+$", before):
        return None
    stops = [start + match.end() for match in STOP.finditer(before.rstrip() + "  X")][:-1]
    sentence = stops[-1] if stops else start
    subject = _SUBJECT.match(text, sentence, opened)
    reported = any(
        sentence <= place < opened
        for other in settled
        for place in (other.content[0][0], other.content[-1][1] - 1, other.cue[0] if other.cue else -1)
    )
    return subject.span(1) if subject and not reported else None


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
