"""Speakers told by the layout: the turns of a transcript ("NAME: ...")."""

import re
from collections import Counter
from itertools import pairwise

from service.records import Span
from service.regex import regex

_LABEL = regex(r"[“\"'‘]?((?:[A-Z][A-Z.'’\-]*[A-Z.](?: [A-Z][A-Z.'’\-]*){0,3}|[QA])(?: \([^)\n]{1,40}\))?)(:)\s+(?=\S)")
_SMALL_LABEL = regex(r"((?:[A-ZÀ-Þ][\w'’\-]+\.? ){0,3}[A-ZÀ-Þ][a-zß-ÿ][\w'’\-]*)(:)\s+(?=\S)")
_SURNAME = regex(r"[A-ZÀ-Þ](?<!\w.)[\w'’\-]+\.? (?=([A-ZÀ-Þ][\w'’\-]+))")
_ASIDE = regex(r"[“\"]?[(\[][^)\]\n]*[)\]][.”\"]?\s*$")
TURNS = 3  # fewer labelled lines may be headings ("UPDATE: ...")

Turn = tuple[Span, Span, Span]  # source, cue, content


def turns(text: str, lines: list[Span]) -> list[Turn]:
    """The turns of a transcript: who, the colon, and the words up to the end of the paragraph.

    Paragraphs without a label go on with the speaker before when they open with a mark, as the labelled ones did.
    """
    surnames = frozenset(_SURNAME.findall(text))
    labels = [_LABEL.match(text, *line) or _named(text, line, surnames) for line in lines]
    names = Counter(_short(match) for match in labels if match)
    if sum(names.values()) < TURNS or not any(names[a] > 1 for a in names) or not _alternate(labels):
        return []
    found: list[Turn] = []
    for (start, end), match in zip(lines, labels, strict=True):
        if match:
            found.append((match.span(1), match.span(2), (match.end(), end)))
        elif found and _goes_on(text, found[-1], start, end):
            found.append((*found[-1][:2], (start, end)))
    return found


def _named(text: str, line: Span, surnames: frozenset[str]) -> re.Match[str] | None:
    """A label in small letters, if the text prints its last word behind a first name too: "Price: ..." is none."""
    match = _SMALL_LABEL.match(text, *line)
    return match if match and _short(match) in surnames else None


def _short(label: re.Match[str]) -> str:
    """Jonas Weil: and Weil: are one speaker's labels."""
    return label.group(1).split()[-1]


def _goes_on(text: str, last: Turn, start: int, end: int) -> bool:
    marked = text[start] in '“"' and last[0][0] > 0 and text[last[0][0] - 1] in '“"'
    return marked and not _ASIDE.match(text, start, end)


def _alternate(labels: list[re.Match[str] | None]) -> bool:
    """Whether at least two labels take turns: a list of headings has each only once."""
    said = [_short(match) for match in labels if match]
    return any(a != b for a, b in pairwise(said))
