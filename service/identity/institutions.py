"""Decides which namings of states and bodies with one name are one: whose it is tells foreign ministries apart."""

from collections import defaultdict
from collections.abc import Iterable

from service.folding import words_of
from service.identity.bodies_apart import are_two
from service.identity.cities import states_around
from service.identity.clusters import Cluster, Weighed, cluster_of, place
from service.identity.namings import Naming
from service.identity.people import Decided
from service.identity.state_names import state_name

_MOST_CANDIDATES = 10
_FOR_THE_WHOLE = {"england": "United Kingdom"}  # parts of states whose bodies the press calls those of the state
_OF_PARTS = {"Georgia": "United States"}  # states that have the name of a part of another
_CITIES = frozenset({"city", "town", "capital", "metropolitan", "metropolis"})
_PARTS = frozenset({"state", "province", "region", "county", "district", "canton", "territory"}) | _CITIES


def institutions(items: Iterable[Weighed]) -> Decided:
    """The institutions among the namings of a block. One of a name that many have, without an owner, stays open."""
    owned: dict[str, list[Weighed]] = defaultdict(list)
    ownerless: list[Weighed] = []
    for item in sorted(items, key=place):
        owner = _owner(item[0])
        (ownerless if owner is None else owned[owner]).append(item)
    clusters: list[Cluster] = []
    unsure: list[Weighed] = []
    for _, same in sorted(owned.items()):
        several: list[Cluster] = []
        unsure += _placed(same, several)
        clusters += several
    proper = [item for item in ownerless if not item[0].body.generic]
    if proper and len(owned) < 2:
        # A name that is no one else's needs no owner to be known.
        ownerless = _placed(proper, clusters) + [item for item in ownerless if item[0].body.generic]
    return Decided(clusters, [(item[0], most_named(item[0], clusters)) for item in [*unsure, *ownerless]])


def _placed(items: Iterable[Weighed], clusters: list[Cluster]) -> list[Weighed]:
    """Puts each into the one cluster that it may be of, or a new one, where its article tells enough; what tells
    nothing where there is one alone. Gives back those that may be any of several.
    """
    silent = []
    for item in items:
        fitting = [each for each in clusters if not are_two(item[0], each)]
        if not fitting:
            clusters.append(cluster_of([item]))
        elif len(fitting) == 1 and _tells_itself(item[0]):
            fitting[0].add(item)
        else:
            silent.append(item)
    if len(clusters) > 1:
        return silent
    for item in silent:
        clusters[0].add(item)
    return []


def _tells_itself(naming: Naming) -> bool:
    """Whether an article tells what a body is, or where."""
    return bool(naming.evidence.parties)


def _owner(naming: Naming) -> str | None:
    """What tells institutions of one name apart: the state that the name names or the article says. None: unknown."""
    states = sorted(naming.evidence.states)
    if naming.group == "state":
        # A state answers for itself, whether its article says so or not.
        states = [state for state in states if words_of(state) != state_name(naming.name)]
        # Washington the capital and Washington the state, both of the United States.
        told = {word for office in naming.evidence.offices for word in office}
        parts = sorted({"city" if word in _CITIES else word for word in told & _PARTS})
        return " ".join([*states[:1], *parts])
    around = sorted(states_around(naming.evidence.parties))
    # The Foreign Office is Britain's, where nothing is said of Germany.
    if naming.body.owner and not (naming.body.by_seat and around):
        in_part = around == [_OF_PARTS.get(naming.body.owner)]
        return f"{naming.body.owner} in {around[0]}" if in_part else naming.body.owner
    if naming.body.generic:
        parties = (_FOR_THE_WHOLE.get(party, party) for party in sorted(naming.evidence.parties))
        return next(iter([*states, *parties]), None)
    return next(iter([*states, *around]), None)


def most_named(_: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """Those that a name without an owner may mean: each of the name, those named most first."""
    return sorted(clusters, key=lambda each: (-each.weight, each.members[0][0].id))[:_MOST_CANDIDATES]
