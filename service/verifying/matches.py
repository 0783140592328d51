"""Holds one reading of a text against one statement: what it would be if nothing else were on record."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from service.records import Span
from service.verifying.alignment import Run, runs_of
from service.verifying.asked import Reading
from service.verifying.cutting import Surroundings, cautions, drops_negation, surroundings
from service.verifying.differences import Difference, Worded, differences, reasons
from service.verifying.placing import Placed, is_enough, place
from service.verifying.printed import Printed
from service.verifying.resemblance import Likeness, likeness

Verdict = Literal["verbatim", "reported", "other_speaker", "altered", "not_found"]
ALTERED = 0.55  # of the score, below which two texts have only phrases in common
_SHARED = 1.6  # the weight that they must have in common: a word of content, and two small ones beside it
_LESS = 0.99  # the most that is scored by what is not the same


@dataclass(frozen=True)
class Match:
    """A statement with what was found in it of these words of a text.

    Where that is and what differs is worked out only of those that are shown.
    """

    asked: Worded
    printed: Printed
    verdict: Verdict
    score: float
    stands: Sequence[int]  # the numbers of the words of the statement
    runs: Sequence[Run]  # what both have in common; none where they are the same
    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    covered: frozenset[int] = frozenset()  # the numbers of the words of the reading that stand there

    @cached_property
    def part(self) -> Span | None:
        """Where it stands in the statement's text."""
        words = self.printed.words
        return (words[self.stands[0]].start, words[self.stands[-1]].end) if self.stands else None

    @cached_property
    def around(self) -> Surroundings | None:
        """What the statement has before and behind it."""
        return surroundings(self.stands, self.printed) if self.stands else None

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """The text against the statement, from the first to the last word of what was found."""
        if not self.runs:
            return ()
        window = range(self.stands[0], self.stands[-1] + 1)
        return tuple(differences(self.asked, Worded(self.printed.text, self.printed.words), self.runs, window))

    @property
    def is_exact(self) -> bool:
        """Whether the very words stand there, whoever said them."""
        return self.verdict in ("verbatim", "reported", "other_speaker")


def match(text: str, reading: Reading, printed: Printed) -> Match:
    """Holds a reading of a text against a statement."""
    placed = place(reading, printed)
    return _alike(text, reading, printed) if placed is None else _exact(text, reading, printed, placed)


def _exact(text: str, reading: Reading, printed: Printed, placed: Placed) -> Match:
    verdict, flaws = _judged(reading, printed, placed)
    exact = verdict not in ("altered", "not_found")
    runs = runs_of(list(enumerate(placed.numbers))) if placed.left_out else []
    return Match(
        Worded(text, placed.words), printed, verdict, 1.0 if exact else _LESS, placed.numbers, runs, flaws,
        tuple(cautions(placed, printed)) if exact else (), frozenset(range(len(reading.words))),
    )  # fmt: skip


def _judged(reading: Reading, printed: Printed, placed: Placed) -> tuple[Verdict, tuple[str, ...]]:
    if not is_enough(reading, placed, printed):
        return "not_found", ("too_short",)
    if drops_negation(placed, printed):
        return "altered", ("negation_dropped", "dishonest_cut")
    if reading.denies_in_brackets:
        return "altered", ("negation_added",)
    if printed.speaker in ("other", "unknown"):
        return "other_speaker", ()
    return ("verbatim" if placed.is_own(printed) else "reported"), ()


def _alike(text: str, reading: Reading, printed: Printed) -> Match:
    found = likeness([word.form for word in reading.words], printed)
    score = min(found.score, _LESS)
    verdict: Verdict = "altered" if score >= ALTERED and found.shared >= _SHARED else "not_found"
    flaws = tuple(_flaws(text, reading, found)) if verdict == "altered" else ()
    asked = Worded(text, reading.words)
    return Match(asked, printed, verdict, score, found.window, found.runs, flaws, (), found.covered)


def _flaws(text: str, reading: Reading, found: Likeness) -> list[str]:
    asked, printed = Worded(text, reading.words), Worded(found.printed.text, found.printed.words)
    told = reasons(asked, printed, found.runs, found.window)
    return ["words_moved", *told] if found.moved else told
