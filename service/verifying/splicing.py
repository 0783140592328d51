"""Sees when a text was joined from several statements, of which none says all of it."""

from collections.abc import Sequence

from service.verifying.alignment import weighed
from service.verifying.matches import Match

_WHOLE = 0.75  # of the weight of a text that its parts must make up
_MORE = 0.12  # that they must have beyond what the nearest statement alone has
_PART = 3  # words of one statement
_TELLING = 1.0  # weight of them


def spliced(forms: Sequence[str], matches: Sequence[Match]) -> list[Match]:
    """The statements from which a text of these words was joined, in its order; none if it was not."""
    whole = weighed(forms, range(len(forms)))
    chosen: list[tuple[int, Match]] = []
    left = frozenset(range(len(forms)))
    while len(chosen) < len(matches):
        best = max(matches, key=lambda each: weighed(forms, sorted(each.covered & left)))
        gained = _in_rows(best.covered & left)
        if len(gained) < _PART or weighed(forms, gained) < _TELLING:
            break
        chosen.append((gained[0], best))
        left -= best.covered
    covered = whole - weighed(forms, sorted(left))
    alone = max((weighed(forms, sorted(each.covered)) for each in matches), default=0.0)
    if len(chosen) < 2 or covered < _WHOLE * whole or covered - alone < _MORE * whole:
        return []
    return [each for _, each in sorted(chosen, key=lambda pair: pair[0])]


def _in_rows(numbers: frozenset[int]) -> list[int]:
    """Of these numbers those that stand beside another one."""
    return [number for number in sorted(numbers) if number - 1 in numbers or number + 1 in numbers]
