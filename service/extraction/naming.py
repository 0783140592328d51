"""Turns attributions into quotes: gives each its speaker, its wording and its stance."""

from bisect import bisect_left
from dataclasses import replace

from service.extraction.marks import Quotation
from service.extraction.names import Resolution, Source, resolve
from service.extraction.sharing import Attribution
from service.extraction.stance import is_speech, stance
from service.records import Kind, Quote, Span

NOBODY = Resolution((), None, "unattributed", "no source in the text", (), 0.0)


def quotes(text: str, found: list[Attribution], marked: list[Quotation]) -> tuple[Quote, ...]:
    """The quotes of one article, in the order of `found`; `marked` are its quotations."""
    quoted = [_quoted(one.content, marked) for one in found]
    sources = [
        Source(one.sources[0], one.cue, tuple(one.content), bool(inside))
        for one, inside in zip(found, quoted, strict=True)
        if one.sources
    ]
    resolved = iter(resolve(text, sources))
    own = {id(one): next(resolved) for one in found if one.sources}
    return tuple(_quote(text, one, inside, _who(one, own)) for one, inside in zip(found, quoted, strict=True))


def _quote(text: str, one: Attribution, quoted: tuple[Span, ...], who: Resolution) -> Quote:
    content = tuple(one.content)
    return Quote(
        content=content,
        quoted=quoted,
        cue=one.cue,
        speakers=who.speakers,
        via=who.via,
        kind=_kind(text, content, quoted),
        stance=stance(text, one.cue, content),
        speech=bool(quoted) or _is_said(text, one),
        attribution=who.attribution,
        reason=who.reason,
        candidates=who.candidates,
        confidence=round(who.confidence * one.strength, 3) if who.speakers else 0.0,
    )


def _is_said(text: str, one: Attribution) -> bool:
    """The network's opinion of the cue; the list of verbs decides where the network is in doubt."""
    listed = is_speech(text, one.cue) if one.cue else True
    return one.speech >= 0.5 if listed is None or abs(one.speech - 0.5) > 0.3 else listed


def _who(one: Attribution, own: dict[int, Resolution]) -> Resolution:
    """The attribution's own source, else the speaker who goes on in it; unknown when that may be one of two."""
    if id(one) in own:
        return own[id(one)]
    if one.rivals:
        names = dict.fromkeys(speaker.name for rival in one.rivals for speaker in _who(rival, own).speakers)
        return replace(NOBODY, attribution="ambiguous", reason="no cue of its own", candidates=tuple(names))
    if one.follows is None:
        return NOBODY
    who = _who(one.follows, own)
    if who.attribution != "attributed":
        return replace(NOBODY, attribution=who.attribution, reason=who.reason, candidates=who.candidates)
    speakers = tuple(replace(speaker, span=None) for speaker in who.speakers)
    return replace(who, speakers=speakers, reason="the speaker before goes on")


def _quoted(content: list[Span], marked: list[Quotation]) -> tuple[Span, ...]:
    """The parts of the content inside quotation marks, nested ones not counted twice."""
    parts: list[Span] = []
    for start, end in content:
        low = bisect_left(marked, start, key=lambda quotation: quotation.end)
        for quotation in marked[low:]:
            if quotation.start >= end:
                break
            part = (max(start, quotation.start), min(end, quotation.end))
            if part[0] < part[1] and not (parts and part[1] <= parts[-1][1]):
                parts.append(part)
    return tuple(parts)


def _kind(text: str, content: tuple[Span, ...], quoted: tuple[Span, ...]) -> Kind:
    if not quoted:
        return "indirect"
    outside = "".join(text[start:end] for start, end in content)
    inside = "".join(text[start:end] for start, end in quoted)
    return "direct" if _letters(outside) == _letters(inside) else "mixed"


def _letters(words: str) -> int:
    return sum(map(str.isalnum, words))
