"""Finds the source that stands behind a cue at the end of its sentence, which the network takes for words said."""

from service.extraction.sharing import Attribution
from service.extraction.stance import is_speech
from service.records import Span
from service.regex import regex

_BESIDE = 2  # characters between a cue and what stands beside it
_LONGEST = 90  # characters in which such a source ends
# "..., say the anglers of Kalundborg, who": up to a mark or a relative; a verb in it would be of a sentence.
_SOURCE = regex(
    r"\s(?P<source>(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ne|[Tt]wo|[Ss]everal|[Ss]ome)\s)?"
    r"(?:(?!(?:that|which|who|it|he|she|they|we|I|is|was|are|were|has|had|have|will|would)\b)[\w’'&.-]+\s){0,6}?"
    r"(?!(?:that|which|who|it|he|she|they|we|I|is|was|are|were|has|had|have|will|would)\b)[\w’'&-]+)"
    r"(?=[,;:]|\.(?:\s|$)|\s(?:in (?:a|an|its|his|her|their|the)|on \w+day|who|which)\b|\s?$|\n)"
)
_NAME = r"[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){0,3}"
_INSERTED = regex(
    rf"\s(?P<source>(?:(?:the|an?|its|his|her|their|one)\s[^,.;:“”\"\n]{{2,50}}(?:,\s{_NAME})?|{_NAME})),\s"
    r"(?=(?:is|are|was|were|will|would|had|has|have|can|could|did|do|does|may|might|must|should)\b)"
)
_ENDED = regex(r"[,?!][”\"’']?\s+$")
_FOUND = regex(r"f(?:ou|i)nds?|conclude[sd]|complain(?:s|ed)?")
# The deal was announced; the officer was charged with theft: who says so is not told.
_PASSIVE = regex(r"\b(?:was|were|is|are|be|been|being)\b(?: \w+){0,3}$")
_PASSIVE_REACH = 20
_STOP = regex(r"\s*(?:[.,;]|$|\n)")
_NOTICE = regex(r"(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) [\w’' -]+")
# "Edna Moyo, 70, and the doctor sees only those who pay".
_TOLD = regex(r",(?: \d{1,3},)? (?=(?:and|but) (?:that )?\w)")


def set_upright(text: str, one: Attribution) -> None:
    """Takes the source of an attribution that has none out of its contents: "It rained, say the anglers"."""
    if one.cue and one.sources and one.content and text.endswith(", ", 0, one.cue[0]):
        _set_inserted_right(text, one, one.cue)
    if one.sources or one.cue is None or len(one.content) < 2 or not _says(text, one.cue):
        return
    if _PASSIVE.search(text, max(0, one.cue[0] - _PASSIVE_REACH), one.cue[1]):
        return
    found = _behind(text, one, one.cue) or _before(text, one, one.cue)
    if found:
        source, taken = found
        one.sources = [source]
        one.content = [part for span in one.content for part in _without(text, span, taken, source[1])]


def _set_inserted_right(text: str, one: Attribution, cue: Span) -> None:
    """The bridge, said the mayor, will be late: it is not the bridge that speaks, though it stands before the cue."""
    subject = one.sources[0]
    match = _INSERTED.match(text, cue[1], cue[1] + _LONGEST)
    if match is None or not 0 <= cue[0] - subject[1] <= _BESIDE or not _says(text, cue):
        return
    one.sources = [match.span("source")]
    one.content = [subject, *((max(a, match.end()), b) for a, b in one.content if b > match.end())]


def _says(text: str, cue: Span) -> bool:
    return bool(is_speech(text, cue)) or _FOUND.fullmatch(text, *cue) is not None


def _behind(text: str, one: Attribution, cue: Span) -> tuple[Span, Span] | None:
    """What stands right behind the cue, and the content it is part of; there has to be one before the cue."""
    taken = next((span for span in one.content if 0 < span[0] - cue[1] <= _BESIDE), None)
    match = _SOURCE.match(text, cue[1], cue[1] + _LONGEST)
    told = any(span[1] <= cue[0] for span in one.content)
    ends = _ENDED.search(text, max(0, cue[0] - 4), cue[0])
    return (match.span("source"), taken) if taken and match and told and ends else None


def _before(text: str, one: Attribution, cue: Span) -> tuple[Span, Span] | None:
    """What stands between the last comma and a cue that ends its sentence: a notice read out in all parishes said."""
    taken = next((span for span in one.content if 0 < cue[0] - span[1] <= _BESIDE), None)
    if taken is None or not _STOP.match(text, cue[1]) or taken[1] - taken[0] > _LONGEST:
        return None
    whole = _NOTICE.fullmatch(text, *taken) and _ENDED.search(text, max(0, taken[0] - 4), taken[0])
    return (taken, taken) if whole else None


def _without(text: str, span: Span, taken: Span, end: int) -> list[Span]:
    """A content without the source: what goes on behind a comma, "and the doctor sees only ...", stays."""
    if span != taken:
        return [span]
    told = _TOLD.match(text, min(end, span[1]), span[1])
    return [(told.end(), span[1])] if told else []
