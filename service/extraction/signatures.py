"""Speakers told beside quotations that stand alone: by a dash and a name behind them, or by a line of a name."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from service.extraction.marks import Quotation
from service.extraction.names.cores import FIRST, PERSON_NOUNS, key
from service.records import Span
from service.regex import regex

_NAME = r"(?:[^\W\d_][\w.'’\-]*)(?:,? [^\W\d_][\w.'’\-]*){0,8}"
_DASHED = regex(rf"\s{{0,4}}(?P<dash>―|—|–|~|--|-)[^\S\n]*(?P<who>{_NAME})[^\S\n]*\.?[^\S\n]*(?=\n|$)")
_SOMEBODY = regex(r"(?:an?|one|the) ", re.IGNORECASE)
_WORD = r"[A-ZÀ-Þ][\w'’.\-]*"
# Maria Lechner, seamstress; MARIT SOLHEIM (fish buyer); Kari van der Enge
_NAMED = regex(
    rf"\s*(?P<who>{_WORD}(?: (?:{_WORD}|d[aeiou]s?|del|van|von|der|den|bin|bint|al|el|ter)){{0,3}} {_WORD})"
    r"(?P<role>, [^.!?:;“”\"«»\n]{2,70}| \([^)\n]{2,60}\))?\s*$"
)
_SAYS = regex(r"\b(?:said|says|told|tells|wrote|writes)\b")
# —With reports from Ann Roe: who helped to write the article.
_CREDIT = regex(
    r"(?:with )?(?:(?:additional|further) )?(?:reports?|reporting|files|inputs?|contributions?) (?:from|by)\b",
    re.IGNORECASE,
)
_PAIRS = 2  # a single line of a name beside a quotation may be a byline


@dataclass(frozen=True, slots=True)
class Signed:
    """Quotations of one speaker: where the speaker is printed, and the dash before it where there is one."""

    source: Span
    dash: Span | None
    quotations: tuple[Quotation, ...]


def signatures(text: str, outer: Sequence[Quotation], lines: Sequence[Span]) -> list[Signed]:
    """The quotations of an article that are signed, or stand under a name; `outer` and `lines` in text order."""
    dashed = dict(_dashed(text, outer))
    alone = {line: quotation for quotation in outer if (line := _own_line(text, quotation, lines)) is not None}
    named = {at: match for at, line in enumerate(lines) if (match := _name_line(text, line))}
    for quotation, one in dashed.items():
        alone.setdefault(_line(lines, quotation.start), quotation)
        named.pop(_line(lines, one.source[0]), None)
    return sorted([*dashed.values(), *_named(text, lines, alone, named, dashed)], key=lambda one: one.source)


def _dashed(text: str, outer: Sequence[Quotation]) -> Iterator[tuple[Quotation, Signed]]:
    """Each quotation that a dash and a name follow, on its line or the next, with those that run on into it."""
    for at, quotation in enumerate(outer):
        match = _DASHED.match(text, quotation.closed_at) if quotation.closed else None
        if match and _is_somebody(match["who"]):
            first = at
            while first and outer[first - 1].continues:
                first -= 1
            yield quotation, Signed(match.span("who"), match.span("dash"), tuple(outer[first : at + 1]))


def _is_somebody(who: str) -> bool:
    """A name, or a description of a person: — a man from the harbour; but no clause: — she said so."""
    if _SAYS.search(who) or _CREDIT.match(who):
        return False
    return who[0].isupper() or (bool(_SOMEBODY.match(who)) and any(key(word) in PERSON_NOUNS for word in who.split()))


def _own_line(text: str, quotation: Quotation, lines: Sequence[Span]) -> int | None:
    """The paragraph that holds nothing but the quotation."""
    at = _line(lines, quotation.start)
    start, end = lines[at] if lines else (0, 0)
    if not start <= quotation.start <= end:
        return None  # its own paragraph is none that is read: a list of links is run on to it
    alone = not text[start : quotation.opened_at].strip() and not text[quotation.closed_at : end].strip()
    return at if alone else None


def _name_line(text: str, line: Span) -> re.Match[str] | None:
    """A name and what the person is, or a name with a known first name; "Cheap Flights" is a heading."""
    match = _NAMED.match(text, *line) if line[1] - line[0] <= 120 else None
    if not match or _SAYS.search(match.group()):
        return None
    told = match["role"] and match["role"][2:3].islower()
    return match if told or key(match["who"].split()[0]) in FIRST else None


def _named(
    text: str,
    lines: Sequence[Span],
    alone: dict[int, Quotation],
    named: dict[int, re.Match[str]],
    dashed: dict[Quotation, Signed],
) -> Iterator[Signed]:
    """The speakers of stretches in which lines of a name and quotations take turns.

    The first line says which way round: a name is the heading of what is below it, or signs what is above.
    """
    places = sorted({*alone, *named})
    for _, run in groupby(enumerate(places), key=lambda pair: pair[1] - pair[0]):
        stretch = [place for _, place in run]
        if stretch[0] in named:
            found = list(_paired(stretch, alone, named))
        else:
            found = list(_paired(stretch[::-1], alone, named, dashed))
        signs = sum(alone[place] in dashed for place in stretch if place in alone)
        if found and len(found) + signs >= _PAIRS:
            yield from found


def _paired(
    places: list[int],
    alone: dict[int, Quotation],
    named: dict[int, re.Match[str]],
    dashed: dict[Quotation, Signed] | None = None,
) -> Iterator[Signed]:
    """Each name with the quotations that follow it in the order given, up to the next name or signature."""
    who, said = None, list[Quotation]()
    for place in [*places, -1]:
        if place in alone and alone[place] not in (dashed or {}):
            said.append(alone[place])
            continue
        if who and said:
            yield Signed(who.span("who"), None, tuple(sorted(said, key=lambda each: each.start)))
        who, said = named.get(place), []


def _line(lines: Sequence[Span], position: int) -> int:
    """The index of the paragraph that holds a place."""
    return max(0, bisect_right(lines, position, key=lambda line: line[0]) - 1)
