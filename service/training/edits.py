"""Changes stretches of an annotated text and moves its annotation along."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from service.records import Span

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters [start, end) become `new`; where both are equal, it is put in."""

    start: int
    end: int
    new: str


def edited(article: dict[str, Any], edits: Iterable[Edit]) -> dict[str, Any]:
    """The article with all edits made, its spans where their words now stand. Of edits that overlap, the first wins."""
    chosen = _apart(edits)
    if not chosen:
        return article
    text, parts, last = article["text"], [], 0
    for edit in chosen:
        parts += [text[last : edit.start], edit.new]
        last = edit.end
    moved = _Moved(chosen)
    attributions = [
        attribution | {role: [moved.span(span) for span in attribution[role]] for role in ROLES}
        for attribution in article["attributions"]
    ]
    return article | {"text": "".join([*parts, text[last:]]), "attributions": attributions}


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    chosen: list[Edit] = []
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not chosen or edit.start > chosen[-1].end or edit.start == chosen[-1].end < edit.end:
            chosen.append(edit)
    return chosen


class _Moved:
    """Where places of the old text are in the new one."""

    def __init__(self, edits: list[Edit]) -> None:
        self._edits = edits
        self._starts, self._ends = [edit.start for edit in edits], [edit.end for edit in edits]
        self._shifts = [0]
        for edit in edits:
            self._shifts.append(self._shifts[-1] + len(edit.new) - (edit.end - edit.start))

    def span(self, span: Span | list[int]) -> list[int]:
        """A span begins behind what is put in at its first character, and ends before what is put in at its end."""
        start, end = span
        before = bisect_right(self._ends, start)
        at = self._edits[before] if before < len(self._edits) and self._starts[before] < start else None
        low = at.start if at else start
        until = bisect_left(self._starts, end)
        inside = until and self._ends[until - 1] > end
        high = self._ends[until - 1] if inside else end
        return [low + self._shifts[before], high + self._shifts[until]]
