"""Decides which namings of states and bodies with one name are one: whose it is tells foreign ministries apart."""

import re
from collections import defaultdict
from collections.abc import Iterable

from service.identity.clusters import Cluster, Weighed, cluster_of, place
from service.identity.evidence_for import shares_word_of_office
from service.identity.namings import Naming
from service.identity.people import Decided

_MOST_CANDIDATES = 10
_LETTERS = re.compile(r"(?:[A-Z]\.?){2,6}")
# Walks of life whose bodies are of no other: those of sport, broadcasters, churches, orchestras, unions.
_OF_THEIR_OWN = frozenset({"sport", "press", "faith", "arts", "labour"})
_PARTS = frozenset({"state", "province", "region", "county", "district", "city", "town", "canton", "territory"})


def institutions(items: Iterable[Weighed]) -> Decided:
    """The institutions among the namings of a block. One of a name that many have, without an owner, stays open."""
    owned: dict[str, list[Weighed]] = defaultdict(list)
    ownerless: list[Weighed] = []
    for item in sorted(items, key=place):
        owner = _owner(item[0])
        (ownerless if owner is None else owned[owner]).append(item)
    clusters = [cluster_of(same) for _, same in sorted(owned.items())]
    proper = [item for item in ownerless if not item[0].body.generic]
    if proper and len(owned) < 2:
        # A name that is no one else's needs no owner to be known.
        several = _placed(proper, clusters)
        ownerless = several + [item for item in ownerless if item[0].body.generic]
    return Decided(clusters, [(item[0], most_named(item[0], clusters)) for item in ownerless])


def _placed(items: Iterable[Weighed], clusters: list[Cluster]) -> list[Weighed]:
    """Puts those without an owner into the one cluster of their name, or, where the name is letters that stand for
    several bodies, into that of theirs; gives back those that may be any of these.
    """
    silent = []
    for item in items:
        fitting = [each for each in clusters if not _are_two(item[0], each)]
        if _says_what(item[0]) or not clusters:
            if not fitting:
                clusters.append(Cluster())
            (fitting or clusters[-1:])[0].add(item)
        else:
            silent.append(item)
    if len(clusters) > 1:
        return silent
    for item in silent:
        clusters[0].add(item)
    return []


def _says_what(naming: Naming) -> bool:
    """Whether an article tells what a body is, and where."""
    return bool(naming.evidence.offices and naming.evidence.parties)


def _are_two(naming: Naming, cluster: Cluster) -> bool:
    """Whether letters stand for one body here and for another there: the ECB of the euro zone, and that of cricket."""
    mine, theirs = naming.evidence, cluster.evidence
    by_letters = _LETTERS.fullmatch(naming.name) and any(_LETTERS.fullmatch(each.name) for each, _ in cluster.members)
    told = _says_what(naming) and theirs.offices and theirs.parties
    apart = not _OF_THEIR_OWN.isdisjoint(mine.walks ^ theirs.walks)
    return bool(by_letters and told and apart) and not (
        shares_word_of_office(mine, theirs) or mine.parties & theirs.parties
    )


def _owner(naming: Naming) -> str | None:
    """What tells institutions of one name apart: the state that the name names or the article says. None: unknown."""
    states = sorted(naming.evidence.states)
    if naming.group == "state":
        # Washington the capital and Washington the state, both of the United States.
        parts = sorted({word for office in naming.evidence.offices for word in office} & _PARTS)
        return " ".join([*states[:1], *parts])
    # The Foreign Office is Britain's, where nothing is said of Germany.
    if naming.body.owner and not (naming.body.by_seat and states):
        return naming.body.owner
    if naming.body.generic:
        return next(iter([*states, *sorted(naming.evidence.parties)]), None)
    return states[0] if states else None


def most_named(_: Naming, clusters: list[Cluster]) -> list[Cluster]:
    """Those that a name without an owner may mean: each of the name, those named most first."""
    return sorted(clusters, key=lambda each: (-each.weight, each.members[0][0].id))[:_MOST_CANDIDATES]
