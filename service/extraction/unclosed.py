"""Ends quotations whose closing mark is lost where the article's own words begin again: "..., said Lind, who ..."."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from service.extraction.marks import Quotation
from service.extraction.tagger import Tagged
from service.records import Span
from service.regex import regex

_SAYING = (
    r"(?:said|says|told|asked|added|replied|answered|explained|insisted|warned|recalled|admitted|argued|shouted|"
    r"wrote|writes|announced|declared|complained|remarked|joked|conceded|promised|claimed|stated|noted|testified)"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_ARTICLE = r"(?:the|an?|his|her|its|their|one)"
_NO_NOUN = r"(?!(?:was|were|is|are|had|has|have|and|but|or|that|who|when|they|we|he|she|it|if|to)\b)"
# ", said X" behind a comma, "? asked X" behind a question: a speaker who quotes somebody else puts marks around that.
_INVERTED = regex(rf"(?P<end>[,?!…])\s{_SAYING} (?:(?:he|she|they)\b|{_CAPITAL}|{_ARTICLE} \w)")
_PLAIN = regex(
    rf"(?P<end>[,?!])\s(?:he |she |they |(?:{_CAPITAL}[\w’'-]*\.? ){{1,4}}|{_ARTICLE} (?:{_NO_NOUN}[\w’'-]+ ){{1,5}}?)"
    rf"(?:{_SAYING}(?=[.,:]|\s(?:in|on|at|from|later|after|during|through|with)\b)|(?:told|tells)(?=\s(?!(?:us|me)\b)\w))"
)
_NEAR = 3  # characters between the words said, their cue and its source


def ended_by_words(text: str, marked: list[Quotation]) -> list[Quotation]:
    """The quotations, those never closed cut before the first words that report them. Linear in the text.

    A mark that opens the next paragraph too is no proof that the quotation goes on: that closer may be lost as well.
    """
    return [_ended(quotation, _reported_at(text, quotation)) for quotation in marked]


def ended_by_tags(marked: list[Quotation], spans: Sequence[Tagged]) -> list[Quotation]:
    """The quotations, those never closed cut where the network ends the words and goes on with cue and source."""
    contents = [span for span in spans if span.role == "content"]
    starts = [span.span[0] for span in contents]
    sources = {span.cue: span.span for span in spans if span.role == "source"}
    found = []
    for quotation in marked:
        at = bisect_left(starts, quotation.opened_at)
        first = contents[at] if _is_lost(quotation) and at < len(contents) else None
        told = first is not None and first.span[0] <= quotation.start and _is_reported(first, spans, sources)
        found.append(_ended(quotation, first.span[1] if first and told else None))
    return found


def _is_lost(quotation: Quotation) -> bool:
    return not quotation.closed and not quotation.continues


def _reported_at(text: str, quotation: Quotation) -> int | None:
    if quotation.closed:
        return None
    patterns = (_INVERTED,) if quotation.continues else (_INVERTED, _PLAIN)
    found = [pattern.search(text, quotation.start, quotation.end) for pattern in patterns]
    return min((match.end("end") for match in found if match), default=None)


def _is_reported(content: Tagged, spans: Sequence[Tagged], sources: dict[int | None, Span]) -> bool:
    """Whether cue and source follow the content directly, in either order."""
    if content.cue is None or content.cue not in sources:
        return False
    first, second = sorted((spans[content.cue].span, sources[content.cue]))
    return 0 <= first[0] - content.span[1] <= _NEAR and 0 <= second[0] - first[1] <= _NEAR


def _ended(quotation: Quotation, end: int | None) -> Quotation:
    inside = end is not None and quotation.start < end < quotation.end
    if end is None or not inside:
        return quotation
    return replace(quotation, end=end, closed_at=end, closed=True, continues=False)
