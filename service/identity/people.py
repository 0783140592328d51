"""Decides which namings of people with surnames alike are one person; a pure function of all that is printed of them.

First the full names: one first name, and nothing that speaks against it. Then what is less certain joins what is
certain, only where something besides the name speaks for it and only one can be meant.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from service.identity import in_other_letters
from service.identity.clusters import Cluster, Weighed, place
from service.identity.namings import Naming, is_regnal
from service.identity.other_spellings import joined
from service.identity.surnames import among_themselves, attached, candidates
from service.identity.whole_names import whole_names


@dataclass(frozen=True, slots=True)
class Decided:
    """The speakers, and for every naming that is none of theirs those who may be meant."""

    clusters: list[Cluster]
    open: list[tuple[Naming, list[Cluster]]]


def people(items: Iterable[Weighed]) -> Decided:
    """The people among the namings of a block."""
    ordered = sorted(items, key=place)
    short: list[Weighed] = []
    whole: list[Weighed] = []
    for item in ordered:
        (short if is_short(item[0]) else whole).append(item)
    clusters, unsure = whole_names(whole)
    clusters = in_other_letters.joined(joined(clusters))
    left = attached(short, clusters)
    clusters += among_themselves(left, clusters)
    placed = {naming.id for cluster in clusters for naming, _ in cluster.members}
    open_ = [naming for naming, _ in [*unsure, *left] if naming.id not in placed]
    return Decided(clusters, [(naming, candidates(naming, clusters)) for naming in open_])


# Those of a naming are asked for when it is looked up, stored and decided.
@lru_cache(maxsize=16_384)
def is_short(naming: Naming) -> bool:
    """Whether the name alone cannot tell who is meant: a bare surname, or one with a single initial."""
    name = naming.person
    if name.is_bare:
        return not is_regnal(naming)
    return name.has_initial and len(name.given) == 1
