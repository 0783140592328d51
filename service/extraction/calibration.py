"""Turns how strongly a speaker is tied to words into the probability that is served, as measured with this model."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from service.records import Quote

Points = tuple[tuple[float, float], ...]  # a tie's strength and the share of right speakers there, both rising


@dataclass(frozen=True, slots=True)
class Calibration:
    """`marked` holds for quotes with words in marks, `plain` for all others. Without points a tie stays as it is."""

    marked: Points = ()
    plain: Points = ()

    @classmethod
    def of(cls, facts: Mapping[str, Sequence[Sequence[float]]]) -> "Calibration":
        """From the lists in a model folder's reader.json."""
        return cls(**{name: tuple((tie, share) for tie, share in points) for name, points in facts.items()})

    def as_facts(self) -> dict[str, Any]:
        """The lists for reader.json."""
        return {"marked": self.marked, "plain": self.plain}

    def calibrated(self, quote: Quote) -> Quote:
        """The quote with the probability that its speaker is right; one without a speaker stays at 0."""
        points = self.marked if quote.quoted else self.plain
        return replace(quote, confidence=round(between(points, quote.confidence), 3)) if quote.speakers else quote


def between(points: Points, tie: float) -> float:
    """On the straight lines between the points; before the first and behind the last as at these."""
    if not points:
        return tie
    place = bisect_left(points, (tie, 0.0))
    if place in (0, len(points)):
        return points[min(place, len(points) - 1)][1]
    (low, least), (high, most) = points[place - 1 : place + 1]
    return least + (most - least) * (tie - low) / (high - low)
