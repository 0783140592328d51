"""How much of a text stands in a statement: in the same order, or moved; stray small words count for nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from service.verifying.alignment import Run, common, runs_of, weighed
from service.verifying.function_words import is_content
from service.verifying.printed import Printed

_STRONG = 3  # words of function that stand together
_NEAR, _PARTED = 3, 12  # words between a stray run and its neighbour; where a longer phrase was left out there


@dataclass(frozen=True)
class Likeness:
    """What a text and a statement have in common: runs in the same order, and runs that were moved."""

    asked: tuple[str, ...]
    printed: Printed
    runs: tuple[Run, ...]
    moved: tuple[Run, ...]

    @cached_property
    def window(self) -> range:
        """The words of the statement from the first to the last in common; those around were only cut.

        The rest of a sentence for which the text has as many other words was changed.
        """
        if not self.runs:
            return range(0)
        start, stop = self.runs[0].other, self.runs[-1].others.stop
        first, last = self.printed.sentence_start(start), self.printed.sentence_end(stop - 1)
        before, behind = self.runs[0].first, len(self.asked) - self.runs[-1].numbers.stop
        return range(first if start - first <= before else start, last if last - stop <= behind else stop)

    @cached_property
    def covered(self) -> frozenset[int]:
        """The numbers of the words of the text that stand in the statement."""
        return frozenset(number for run in (*self.runs, *self.moved) for number in run.numbers)

    @cached_property
    def shared(self) -> float:
        """The weight of these words."""
        return weighed(self.asked, sorted(self.covered))

    @cached_property
    def score(self) -> float:
        """From 0 to 1: twice the weight in common over the weight of both, as far as the statement is meant."""
        forms = self.printed.forms
        meant = {*self.window, *(number for run in self.moved for number in run.others)}
        both = weighed(self.asked, range(len(self.asked))) + weighed(forms, sorted(meant))
        return 2 * self.shared / both if both else 0.0


def likeness(asked: Sequence[str], printed: Printed) -> Likeness:
    """Holds the words of a text against a statement."""
    runs = _without_strays(asked, runs_of(common(asked, printed.forms)))
    moved = _moved(asked, printed.forms, runs)
    return Likeness(tuple(asked), printed, tuple(runs), tuple(moved))


def _moved(asked: Sequence[str], forms: Sequence[str], runs: Sequence[Run]) -> list[Run]:
    """Runs in common among what is left on both sides."""
    mine = _rest(len(asked), [run.numbers for run in runs])
    theirs = _rest(len(forms), [run.others for run in runs])
    pairs = common([asked[number] for number in mine], [forms[number] for number in theirs])
    found = runs_of([(mine[one], theirs[other]) for one, other in pairs])
    return [run for run in found if run.length > 1 and _is_strong(asked, run)]


def _rest(length: int, taken: Sequence[range]) -> list[int]:
    gone = {number for numbers in taken for number in numbers}
    return [number for number in range(length) if number not in gone]


def _without_strays(asked: Sequence[str], runs: Sequence[Run]) -> list[Run]:
    if not any(map(is_content, asked)):
        return list(runs)  # nothing else can be common to "I did it" and "I didn't do it"
    strong = [number for number, run in enumerate(runs) if _is_strong(asked, run)]
    kept = set(strong)
    for number in strong:
        for step in (-1, 1):
            at = number + step
            while 0 <= at < len(runs) and at not in kept and _are_near(runs[at - step], runs[at]):
                kept.add(at)
                at += step
    return [runs[number] for number in sorted(kept)]


def _is_strong(asked: Sequence[str], run: Run) -> bool:
    return run.length >= _STRONG or weighed(asked, run.numbers) >= 1


def _are_near(one: Run, two: Run) -> bool:
    before, after = sorted((one, two), key=lambda run: run.first)
    mine, theirs = after.first - before.numbers.stop, after.other - before.others.stop
    return max(mine, theirs) <= _NEAR or (mine == 0 and theirs <= _PARTED and min(one.length, two.length) > 1)
