"""Holds one reading of a text against one statement: what it would be if nothing else were on record."""

from collections.abc import Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Match:
    """A statement with what was found of the text in it; `part` is where, in the statement's text."""

    printed: Printed
    verdict: Verdict
    score: float
    part: Span | None
    around: Surroundings | None
    differences: tuple[Difference, ...] = ()
    reasons: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    covered: frozenset[int] = frozenset()  # the numbers of the words of the reading that stand there

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
    window = range(placed.numbers[0], placed.numbers[-1] + 1)
    return Match(
        printed, verdict, 1.0 if exact else _LESS, _part(printed, placed.numbers), surroundings(placed, printed),
        _differences(Worded(text, placed.words), printed, runs, window), flaws,
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
    part = _part(printed, found.window) if found.window else None
    around = surroundings(Placed(tuple(found.window)), printed) if found.window else None
    told = _differences(Worded(text, reading.words), printed, found.runs, found.window)
    verdict: Verdict = "altered" if score >= ALTERED and found.shared >= _SHARED else "not_found"
    flaws = tuple(_flaws(text, reading, found)) if verdict == "altered" else ()
    return Match(printed, verdict, score, part, around, told, flaws, (), found.covered)


def _flaws(text: str, reading: Reading, found: Likeness) -> list[str]:
    asked, printed = Worded(text, reading.words), Worded(found.printed.text, found.printed.words)
    told = reasons(asked, printed, found.runs, found.window)
    return ["words_moved", *told] if found.moved else told


def _differences(asked: Worded, printed: Printed, runs: Sequence[Run], window: range) -> tuple[Difference, ...]:
    return tuple(differences(asked, Worded(printed.text, printed.words), runs, window)) if runs else ()


def _part(printed: Printed, numbers: Sequence[int]) -> Span:
    return printed.words[numbers[0]].start, printed.words[numbers[-1]].end
