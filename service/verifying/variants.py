"""How one printing of a statement stands to the earliest: the same, cut, with more words, or changed; word by word."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Literal

from service.verifying.alignment import common, runs_of
from service.verifying.differences import Difference, Worded, differences
from service.verifying.printed import Printed

Kind = Literal["same", "cut", "added", "changed"]


@dataclass(frozen=True, slots=True)
class Variant:
    """What a printing did to the words of another, all of them; of the differences `asked` are the printing's."""

    kind: Kind
    differences: tuple[Difference, ...]


def variant(printing: Printed, earliest: Printed) -> Variant:
    """Holds a printing against the earliest one."""
    mine, theirs = (Worded(each.text, each.words) for each in (printing, earliest))
    runs = runs_of(common(printing.forms, earliest.forms))
    found = tuple(differences(mine, theirs, runs, range(len(earliest.words))))
    return Variant(_kind({each.operation for each in found} - {"same"}), found)


def _kind(operations: Set[str]) -> Kind:
    if not operations:
        return "same"
    if operations == {"dropped"}:
        return "cut"
    return "added" if operations == {"added"} else "changed"
