"""Decides which namings of states and bodies with one name are one: whose it is tells foreign ministries apart."""

from collections import defaultdict
from collections.abc import Iterable

from service.identity.clusters import Cluster, Weighed, cluster_of, place
from service.identity.namings import Naming
from service.identity.people import Decided

_MOST_CANDIDATES = 10
_PARTS = frozenset({"state", "province", "region", "county", "district", "city", "town", "canton", "territory"})


def institutions(items: Iterable[Weighed]) -> Decided:
    """The institutions among the namings of a block. One of a name that many have, without an owner, stays open."""
    owned: dict[str, list[Weighed]] = defaultdict(list)
    ownerless: list[Weighed] = []
    for item in sorted(items, key=place):
        owner = _owner(item[0])
        (ownerless if owner is None else owned[owner]).append(item)
    proper = [item for item in ownerless if not item[0].body.generic]
    if proper and len(owned) < 2:
        # A name that is no one else's needs no owner to be known.
        owned[next(iter(owned), "")] += proper
        ownerless = [item for item in ownerless if item[0].body.generic]
    clusters = [cluster_of(same) for _, same in sorted(owned.items())]
    return Decided(clusters, [(item[0], most_named(item[0], clusters)) for item in ownerless])


def _owner(naming: Naming) -> str | None:
    """What tells institutions of one name apart: the state that the name names or the article says. None: unknown."""
    states = sorted(naming.evidence.states)
    if naming.group == "state":
        # Washington the capital and Washington the state, both of the United States.
        parts = sorted({word for office in naming.evidence.offices for word in office} & _PARTS)
        return " ".join([*states[:1], *parts])
    if naming.body.owner:
        return naming.body.owner
    if naming.body.generic:
        return next(iter([*states, *sorted(naming.evidence.parties)]), None)
    return states[0] if states else None


def most_named(_: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """Those that a name without an owner may mean: each of the name, those named most first."""
    return sorted(clusters, key=lambda each: (-each.weight, each.members[0][0].id))[:_MOST_CANDIDATES]
