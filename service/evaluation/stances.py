"""How well the stances were told apart, each against the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from service.evaluation.comparison import Comparison


@dataclass(frozen=True, slots=True)
class StanceFigure:
    """One stance among the statements whose content was found: annotated so, found so, and both."""

    stance: str
    wanted: int
    found: int
    right: int

    @property
    def f1(self) -> float:
        """Between 0 and 1."""
        return 2 * self.right / (self.wanted + self.found)


def stances(comparisons: Iterable[Comparison]) -> list[StanceFigure]:
    """Each annotated stance, the commonest first; empty where no stance was annotated."""
    pairs = Counter(
        (wanted.stance, found.stance)
        for comparison in comparisons
        for wanted, found in comparison.matched()
        if wanted.stance is not None
    )
    wanted, found = Counter[str](), Counter[str | None]()
    for (stance, read), count in pairs.items():
        wanted[str(stance)] += count
        found[read] += count
    return [StanceFigure(each, count, found[each], pairs[each, each]) for each, count in wanted.most_common()]


def macro_f1(figures: list[StanceFigure]) -> float | None:
    """The mean F1 over the annotated stances: the rare ones count like the common ones."""
    return sum(figure.f1 for figure in figures) / len(figures) if figures else None
