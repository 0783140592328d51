"""Says how good what is said of disputes is, each case asked with weights fitted without its set.

`python -m service.training.reliability CASES [--light CASES] --corpus FILE` prints, set by set, how many disputes that
are said are right, of how many marked; then how often pairs are disputes, by how probably they were held to be. An
article of the corpus is a set of its own. Those that count for half teach, and are not asked.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import click

from service.disputes.article import disputed
from service.disputes.weighing import Weighing
from service.records import Dispute
from service.training.dispute_cases import CASES, CORPUS, LIGHT, Case, is_marked, read_cases
from service.training.disputes import examples_of, fit

_FOLDS = 6
_EDGES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Held = tuple[float, bool, bool]  # how probably a pair is a dispute, whether it is, whether it is of a whole article


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, the disputes that are said of it, and how its pairs were held."""

    case: Case
    said: Sequence[Dispute]
    held: Sequence[Held]


def asked(cases: Sequence[Case]) -> Iterator[Asked]:
    """Each case by weights fitted on those of other folds, but those that count for half."""
    examples = [(_fold(case), example) for case in cases for example in examples_of(case)]
    for number in range(_FOLDS):
        weighing = fit([example for fold, example in examples if fold != number]).weighing()
        yield from (_asked(case, weighing) for case in cases if _fold(case) == number and case.worth == 1)


def counted(one: Asked) -> Counter[str]:
    """How many of the disputes that are said of a case are `right`, how many are `said`, how many `marked`.

    Each marked one is found by one of its own; what is doubtful is not said.
    """
    left, marked = list(one.said), one.case.marked["disputes"]
    for dispute in marked:
        hit = next((each for each in left if is_marked(dispute, each.claim.spans, each.answer.spans)), None)
        left = [each for each in left if each is not hit]
    right = len(one.said) - len(left)
    wrong = sum(not one.case.is_doubtful(each.claim.spans, each.answer.spans) for each in left)
    return Counter(right=right, said=right + wrong, marked=len(marked))


def table(held: Sequence[Held]) -> Iterator[str]:
    """A line for each tenth of probability that has pairs: how many there are, how many of them are disputes."""
    for low, high in pairwise(_EDGES):
        truth = [disputes for chance, disputes, _ in held if low <= chance < high]
        if truth:
            yield f"{low:.1f} to {high:.1f}: {sum(truth)} of {len(truth)}"


def _asked(case: Case, weighing: Weighing) -> Asked:
    said = disputed(case.text, case.quotes, case.skip, weighing).disputes
    return Asked(case, said, [(weighing.chance(pair), right, pair.of_whole) for pair, right in case.pairs()])


def _fold(case: Case) -> int:
    return sha256(case.origin.encode()).digest()[0] % _FOLDS


def _by_set(found: Sequence[Asked]) -> Iterator[str]:
    sets: dict[str, Counter[str]] = {}
    for one in found:
        name = "articles of the corpus" if one.case.origin == one.case.marked["id"] else one.case.origin
        sets.setdefault(name, Counter()).update(counted(one))
    return (f"{name}: {one['right']} of {one['said']} said, of {one['marked']}" for name, one in sorted(sets.items()))


@click.command()
@CASES
@LIGHT
@CORPUS
def main(cases: tuple[Path, ...], light: tuple[Path, ...], corpus: Path) -> None:
    """Prints how many disputes said of CASES are right, and how often pairs are that were held to be probable."""
    found = list(asked(list(read_cases(cases, light, corpus))))
    click.echo("\n".join(_by_set(found)))
    for name, whole in (("short", False), ("whole", True)):
        click.echo("\n".join((f"{name}:", *table([held for one in found for held in one.held if held[2] is whole]))))


if __name__ == "__main__":
    main()
