"""Finds out what the strength of a tie is worth: the share of right speakers, rising with it."""

from collections.abc import Iterable

from service.extraction.calibration import Calibration, Points

_LEAST = 40  # cases behind a point: fewer say little

Case = tuple[float, bool]  # a tie's strength, and whether it led to the right speaker


def calibration(marked: Iterable[Case], plain: Iterable[Case]) -> Calibration:
    """From judged quotes of articles that the model was not fitted on, with words inside marks and without."""
    return Calibration(rising(marked), rising(plain))


def rising(cases: Iterable[Case], least: int = _LEAST) -> Points:
    """Isotonic regression (pool adjacent violators; Barlow and others, 1972) over groups of `least` cases: at the mean
    strength of each pool the share of right ones, a half case of either kind added so that nothing is ever certain.
    """
    ordered = sorted(cases)
    pools: list[tuple[float, float, int]] = []  # sum of strengths, right ones, cases
    for start in range(0, len(ordered) - len(ordered) % least, least):
        # What is left over at the end is no group of its own.
        end = start + least if len(ordered) - start >= 2 * least else len(ordered)
        group = ordered[start:end]
        pools.append((sum(tie for tie, _ in group), sum(right for _, right in group), len(group)))
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last, before = pools.pop(), pools.pop()
            pools.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
    return tuple((round(ties / of, 4), round((right + 0.5) / (of + 1), 4)) for ties, right, of in pools)
