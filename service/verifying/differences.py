"""What a text does to the words of a statement: word by word, and in a word for each kind of alteration."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from service.verifying.alignment import Run
from service.verifying.function_words import is_negation, is_number
from service.verifying.words import Word

Operation = Literal["same", "changed", "dropped", "added"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Words that are the same in both texts, or stand in the place of one another; None where one has nothing."""

    operation: Operation
    asked: str | None
    printed: str | None


@dataclass(frozen=True, slots=True)
class Worded:
    """A text with its words."""

    text: str
    words: Sequence[Word]

    def slice(self, numbers: range) -> str | None:
        """The text from the first to the last of these words; None if there are none."""
        return self.text[self.words[numbers[0]].start : self.words[numbers[-1]].end] if numbers else None

    def forms(self, numbers: range) -> list[str]:
        """These words as they compare."""
        return [self.words[number].form for number in numbers]


def blocks(runs: Sequence[Run], mine: int, window: range) -> Iterator[tuple[range, range, bool]]:
    """Words of the text and of the statement that stand against each other in order, and whether they are the same."""
    at, other = 0, window.start
    for run in runs:
        if run.first > at or run.other > other:
            yield range(at, run.first), range(other, run.other), False
        yield run.numbers, run.others, True
        at, other = run.numbers.stop, run.others.stop
    if at < mine or other < window.stop:
        yield range(at, mine), range(other, window.stop), False


def differences(asked: Worded, printed: Worded, runs: Sequence[Run], window: range) -> list[Difference]:
    """The text against these words of the statement."""
    return [
        Difference(_operation(mine, theirs, same), asked.slice(mine), printed.slice(theirs))
        for mine, theirs, same in blocks(runs, len(asked.words), window)
    ]


def reasons(asked: Worded, printed: Worded, runs: Sequence[Run], window: range) -> list[str]:
    """The kinds of alteration, the gravest first."""
    found: set[str] = set()
    for mine, theirs, same in blocks(runs, len(asked.words), window):
        if not same:
            found.add(f"words_{_operation(mine, theirs, same)}")
            found |= _grave(asked.forms(mine), printed.forms(theirs))
    order = ("negation_dropped", "negation_added", "number_changed", "words_changed", "words_dropped", "words_added")
    return [reason for reason in order if reason in found]


def _operation(mine: range, theirs: range, same: bool) -> Operation:
    if same:
        return "same"
    return "changed" if mine and theirs else "added" if mine else "dropped"


def _grave(mine: Sequence[str], theirs: Sequence[str]) -> set[str]:
    found: set[str] = set()
    said, printed = sum(map(is_negation, mine)), sum(map(is_negation, theirs))
    if said != printed:
        found.add("negation_added" if said > printed else "negation_dropped")
    if any(map(is_number, mine)) and any(map(is_number, theirs)):
        found.add("number_changed")
    return found
