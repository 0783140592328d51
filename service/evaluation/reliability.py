"""Whether the confidence of a quote can be believed: how often its speaker is right, by kind and confidence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.evaluation.annotations import Found, Statement
from service.evaluation.comparison import Comparison, named
from service.evaluation.words import Words

CERTAIN = 0.95
BINS = (CERTAIN, 0.90, 0.80, 0.65, 0.0)  # the least confidence of each
KINDS = ("direct", "mixed", "indirect")
_ALIKE, _INSIDE = 0.3, 0.5  # the share that counts as found: of both contents' words, else of the found one's


@dataclass(frozen=True, slots=True)
class Cell:
    """Of `of` quotes with at least the confidence `least`, and less than that of the bin above, so many are right."""

    kind: str
    least: float
    right: int
    of: int


def reliability(comparisons: Iterable[Comparison]) -> list[Cell]:
    """A cell for each kind and bin. Counted are quotes that name a speaker and whose words an annotated speaker said;
    of the indirect ones, statements alone."""
    every = [each for comparison in comparisons for each in judged(comparison)]
    cells = []
    for kind in KINDS:
        for least in BINS:
            inside = [right for found, right in every if found.kind == kind and _bin(found.confidence) == least]
            cells.append(Cell(kind, least, sum(inside), len(inside)))
    return cells


def _bin(confidence: float) -> float:
    return next(least for least in BINS if confidence >= least)


def judged(comparison: Comparison) -> Iterator[tuple[Found, bool]]:
    """The quotes that are counted, and whether their speaker is right."""
    for found, words in comparison.found:
        if found.speaker_name and (found.speech or found.kind != "indirect"):
            wanted = _said_in(comparison, words)
            if wanted is not None and _can_be_judged(wanted):
                yield found, _right(comparison, wanted, found)


def _can_be_judged(wanted: Statement) -> bool:
    """Whether it is known who speaks. That "he" is printed where "he" was annotated says nothing of whom it means."""
    return bool(wanted.names) or (bool(wanted.source) and wanted.source_type != "pronoun")


def _right(comparison: Comparison, wanted: Statement, found: Found) -> bool:
    speaker = comparison.speaker(wanted, found)
    return speaker.name or named(wanted, found) if speaker.known else speaker.mention


def _said_in(comparison: Comparison, words: Words) -> Statement | None:
    """The statement that these words belong to: the most alike, else the one that holds at least half of them."""
    for shares, least in ((_alike, _ALIKE), (_inside, _INSIDE)):
        measured = [shares(words, each) for _, each in comparison.wanted]
        best = max(measured, default=0.0)
        if best >= least:
            return comparison.wanted[measured.index(best)][0]
    return None


def _alike(words: Words, others: Words) -> float:
    return len(words & others) / len(words | others)


def _inside(words: Words, others: Words) -> float:
    return len(words & others) / len(words)
