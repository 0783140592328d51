"""Namings taken for one speaker, and which of several such speakers a further one may be."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from service.identity.evidence import Evidence
from service.identity.namings import Naming
from service.identity.person_names import PersonName, person_name

Weighed = tuple[Naming, int]  # a naming, and in how many articles it stands, by powers of two
_DOMINANT = 5  # powers of two: who is named 32 times as often is meant where nothing else tells


@dataclass(eq=False, slots=True)
class Cluster:
    """Namings taken for one speaker, the most frequent first, with all that they tell."""

    members: list[Weighed] = field(default_factory=list)
    evidence: Evidence = field(default_factory=Evidence)
    weight: int = 0

    def add(self, item: Weighed) -> None:
        """Takes a naming in."""
        self.evidence = self.evidence | item[0].evidence if self.members else item[0].evidence
        self.members.append(item)
        self.weight = max(self.weight, item[1])

    @property
    def names(self) -> list[PersonName]:
        """The names of all members, each once."""
        return [person_name(name) for name in {naming.name for naming, _ in self.members}]


def cluster_of(items: Sequence[Weighed]) -> Cluster:
    """All of these as one speaker."""
    if len(items) == 1:  # as most are
        return Cluster([items[0]], items[0][0].evidence, items[0][1])
    whole = Cluster()
    for item in sorted(items, key=place):
        whole.add(item)
    return whole


def place(item: Weighed) -> tuple[int, str]:
    """Where a naming stands in the order in which all are decided, whatever the order of their arrival."""
    return -item[1], item[0].id


def only(clusters: Sequence[Cluster]) -> Cluster | None:
    """The one that is there; None where there is none, or more than one."""
    return clusters[0] if len(clusters) == 1 else None


def dominant(clusters: Sequence[Cluster]) -> Cluster | None:
    """The one that is named far more often than any other."""
    ranked = sorted(clusters, key=lambda each: -each.weight)
    if len(ranked) > 1 and ranked[0].weight >= ranked[1].weight + _DOMINANT:
        return ranked[0]
    return None
