"""Decides which namings of states and bodies with one name are one: whose it is tells foreign ministries apart."""

import re
from collections import defaultdict
from collections.abc import Iterable

from service.folding import words_of
from service.identity.bodies import state_name
from service.identity.cities import are_elsewhere, are_unlike_places, states_around
from service.identity.clusters import Cluster, Weighed, cluster_of, place
from service.identity.evidence import Evidence
from service.identity.evidence_for import shares_word_of_office
from service.identity.namings import Naming
from service.identity.people import Decided
from service.identity.tables import section

_MOST_CANDIDATES = 10
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}")
# Walks of life whose bodies are of no other: those of sport, broadcasters, churches, orchestras, unions.
_OF_THEIR_OWN = frozenset({"sport", "press", "faith", "arts", "labour"})
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
        fitting = [each for each in clusters if not _are_two(item[0], each)]
        if not fitting and (_tells_itself(item[0]) or not clusters):
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


def _are_two(naming: Naming, cluster: Cluster) -> bool:
    """Whether bodies of one name are in two places, of two sports, or letters stand for two."""
    mine, theirs = naming.evidence, cluster.evidence
    if are_elsewhere(mine.parties, theirs.parties):
        return True
    if naming.group == "state":
        return any(_are_two_seats(naming, each) for each, _ in cluster.members)
    if _are_of_two_towns(naming, cluster):
        return True
    if _plays(mine) != _plays(theirs) and mine.walks and theirs.walks:
        return True  # a football club, and a firm
    crafts = _sports(mine), _sports(theirs)
    return (all(crafts) and crafts[0].isdisjoint(crafts[1])) or _are_two_by_letters(naming, cluster)


def _are_of_two_towns(naming: Naming, cluster: Cluster) -> bool:
    """Whether these are hospitals, courts or the like, of a town and of something that is not this town."""
    core = naming.body.core
    told = {word for known in (naming.evidence, cluster.evidence) for office in known.offices for word in office}
    local = not section("roles", "of_every_town").isdisjoint({*core, *told})
    return local and are_unlike_places(naming.evidence.parties, cluster.evidence.parties, core)


def _plays(known: Evidence) -> bool:
    return "sport" in known.walks


def _are_two_seats(one: Naming, other: Naming) -> bool:
    """Whether a state is named by two seats of power: neither parliament is the other."""
    return one.body.by_seat and other.body.by_seat and one.body.core != other.body.core


def _sports(known: Evidence) -> set[str]:
    return {craft for walk, craft in known.crafts if walk == "sport"}


def _are_two_by_letters(naming: Naming, cluster: Cluster) -> bool:
    """Whether letters stand for one body here and for another there: the ECB of the euro zone, and that of cricket."""
    mine, theirs = naming.evidence, cluster.evidence
    by_letters = _LETTERS.fullmatch(naming.name) and any(_LETTERS.fullmatch(each.name) for each, _ in cluster.members)
    told = mine.offices and mine.parties and theirs.offices and theirs.parties
    apart = not _OF_THEIR_OWN.isdisjoint(mine.walks ^ theirs.walks)
    return bool(by_letters and told and apart) and not (
        shares_word_of_office(mine, theirs) or mine.parties & theirs.parties
    )


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
        return next(iter([*states, *sorted(naming.evidence.parties)]), None)
    return next(iter([*states, *around]), None)


def most_named(_: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """Those that a name without an owner may mean: each of the name, those named most first."""
    return sorted(clusters, key=lambda each: (-each.weight, each.members[0][0].id))[:_MOST_CANDIDATES]
