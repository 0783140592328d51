"""What a cut takes away: whether it is honest, and what a reader should see of the words around it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.verifying.function_words import CONDITIONS, FRAMES, is_negation
from service.verifying.placing import Placed
from service.verifying.printed import Printed

_SHOWN = 12  # words on either side
_BEHIND = 4  # words behind a cut that still turn it: "is safe, not"
_BEFORE = 5  # words before it that make it another's: "nobody said that"
_WHOLE = 3  # words of a phrase with a negation of its own, as ", not a replacement,"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words of the statement right before and after the part that was asked for; empty where nothing was cut."""

    before: str
    after: str


def drops_negation(placed: Placed, printed: Printed) -> bool:
    """Whether a cut inside takes a negation away from words that stay."""
    return any(_negates(gap, printed) and not _is_by_itself(gap, printed) for gap in placed.left_out)


def cautions(placed: Placed, printed: Printed) -> list[str]:
    """What of the words that were cut away may turn the meaning of those that stay."""
    gaps = [number for gap in placed.left_out for number in gap]
    before, after = _sentence_around(placed, printed)
    negation = any(is_negation(printed.forms[number]) for number in [*before, *after[:_BEHIND], *gaps])
    found = [("negation_cut", negation)]
    found.append(("condition_cut", any(_conditional(numbers, printed) for numbers in (before, after[:1], gaps))))
    found.append(("frame_cut", any(printed.forms[number] in FRAMES for number in before[-_BEFORE:])))
    return [name for name, there in found if there]


def surroundings(numbers: Sequence[int], printed: Printed) -> Surroundings:
    """The words around a part, of which these are the numbers."""
    first, last = numbers[0], numbers[-1]
    words, start, end = printed.words, max(0, first - _SHOWN), min(len(printed.words), last + 1 + _SHOWN)
    before = printed.text[words[start].start : words[first].start] if first else ""
    after = printed.text[words[last].end : words[end - 1].end] if end > last + 1 else ""
    return Surroundings(before, after)


def _sentence_around(placed: Placed, printed: Printed) -> tuple[range, range]:
    first, last = placed.numbers[0], placed.numbers[-1]
    return range(printed.sentence_start(first), first), range(last + 1, printed.sentence_end(last))


def _conditional(numbers: Iterable[int], printed: Printed) -> bool:
    return any(printed.forms[number] in CONDITIONS for number in numbers)


def _negates(gap: range, printed: Printed) -> bool:
    return any(is_negation(printed.forms[number]) for number in gap)


def _is_by_itself(gap: range, printed: Printed) -> bool:
    """Whether commas or full stops part it from what stays: its negation is then about words that went too."""
    return len(gap) >= _WHOLE and bool(printed.pauses[gap.start]) and bool(printed.pauses[gap.stop])
