"""Matches two readings of one text: which quote of the newer has, by half, the words of which quote of the older."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from service.records import Span

_Open = list[tuple[int, int]]  # ends of spans that go on, each with the number of its quote


@dataclass(frozen=True, slots=True)
class Placed:
    """A quote, as far as its place goes: its id, and the spans of its content, which do not overlap one another."""

    id: str
    content: tuple[Span, ...]

    @property
    def size(self) -> int:
        """How many characters the content has."""
        return sum(end - start for start, end in self.content)


def matched(old: Sequence[Placed], new: Sequence[Placed]) -> dict[str, str]:
    """The id of the old quote for the id of each new one that overlaps it by half: of the characters that either
    has, both have at least half. One to one, the best pairs first; the order of the quotes given has no influence.
    """
    found: dict[str, str] = {}
    given: set[str] = set()
    for *_, old_id, new_id in sorted(_pairs(old, new)):
        if new_id not in found and old_id not in given:
            found[new_id] = old_id
            given.add(old_id)
    return found


def _pairs(old: Sequence[Placed], new: Sequence[Placed]) -> Iterator[tuple[float, bool, object, object, str, str]]:
    """All pairs that overlap by half, to be sorted: the best come first; of equals the very same, then the first."""
    for (older, newer), shared in _shared(old, new).items():
        was, now = old[older], new[newer]
        either = was.size + now.size - shared
        if 2 * shared >= either:
            yield -shared / either, was.id != now.id, now.content, was.content, was.id, now.id


def _shared(old: Sequence[Placed], new: Sequence[Placed]) -> Counter[tuple[int, int]]:
    """How many characters an old and a new quote share, by their numbers; pairs that share none are left out.

    One walk over all spans by their starts: each is held against those of the other side that are open there.
    """
    shared: Counter[tuple[int, int]] = Counter()
    old_open: _Open = []
    new_open: _Open = []
    for start, end, is_new, number in sorted([*_spans(old, is_new=False), *_spans(new, is_new=True)]):
        old_open, new_open = _going_on(old_open, start), _going_on(new_open, start)
        for other_end, other in old_open if is_new else new_open:
            shared[(other, number) if is_new else (number, other)] += min(end, other_end) - start
        (new_open if is_new else old_open).append((end, number))
    return shared


def _spans(quotes: Sequence[Placed], *, is_new: bool) -> Iterator[tuple[int, int, bool, int]]:
    for number, quote in enumerate(quotes):
        for start, end in quote.content:
            yield start, end, is_new, number


def _going_on(spans: _Open, place: int) -> _Open:
    return [(end, number) for end, number in spans if end > place]
