"""Joins speakers of different blocks, by whatever else they are called, where nobody else may be meant."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from service.identity.clusters import Cluster

Blocks = Mapping[str, Sequence[Cluster]]
Called = Callable[[Cluster, Blocks], Iterable[Cluster]]  # who bears a name by which a cluster may be called
Joined = Mapping[Cluster, Cluster]  # of each, by whom it stands: of those that are one the first


def joined(blocks: Blocks, called: Called) -> Joined:
    """Of the clusters of some blocks, those that are one across them: linked with each other and with nobody else."""
    links: dict[Cluster, set[Cluster]] = defaultdict(set)
    for clusters in blocks.values():
        for cluster in clusters:
            for other in called(cluster, blocks):
                links[cluster].add(other)
                links[other].add(cluster)
    return {
        other: cluster
        for clusters in blocks.values()
        for cluster in clusters
        for other in links.get(cluster, ())
        if len(links[cluster]) == len(links[other]) == 1 and _comes_first(cluster, other)
    }


def _comes_first(one: Cluster, other: Cluster) -> bool:
    return min(naming.id for naming, _ in one.members) < min(naming.id for naming, _ in other.members)
