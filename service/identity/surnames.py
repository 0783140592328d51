"""Decides whom a bare surname, or one with an initial, means: only somebody for whom more than the name speaks."""

from collections.abc import Sequence

from service.identity.clusters import Cluster, Weighed, only
from service.identity.evidence_against import contradicts
from service.identity.evidence_for import is_held_by_many, shares_art, stands_in, supports_surname
from service.identity.name_likeness import is_respelt, is_same_surname, particles_fit, sexes_differ
from service.identity.namings import Naming
from service.identity.person_names import PersonName
from service.identity.regions import writes_otherwise
from service.identity.whole_names import is_common

_MOST_CANDIDATES = 10


def attached(items: Sequence[Weighed], clusters: Sequence[Cluster]) -> list[Weighed]:
    """Puts each into the one cluster that its office or organisation speaks for; gives back those without one."""
    chosen = [(item, only([each for each in clusters if _is_backed(item[0], each)])) for item in items]
    for item, cluster in chosen:
        if cluster:
            cluster.add(item)
    return [item for item, cluster in chosen if cluster is None]


def among_themselves(items: Sequence[Weighed], clusters: Sequence[Cluster]) -> list[Cluster]:
    """Clusters of bare surnames of one office and party, where no article prints the whole name.

    A naming that fits several of `clusters` stays out: it is ambiguous.
    """
    found: list[Cluster] = []
    for item in items:
        naming = item[0]
        if _tells_who(naming) and not any(_is_backed(naming, each) for each in clusters):
            backed = [each for each in found if _is_backed(naming, each) or _is_backed_by_art(naming, each)]
            if not backed:
                found.append(Cluster())
            (backed or found[-1:])[0].add(item)
    return found


def _tells_who(naming: Naming) -> bool:
    """Whether a surname with this evidence may stand for one person where no article prints the whole name."""
    return supports_surname(naming.evidence, naming.evidence) or shares_art(naming.evidence, naming.evidence)


def _is_backed_by_art(naming: Naming, cluster: Cluster) -> bool:
    """Whether both are known by one word and for one art; it may as well be the whole name."""
    return shares_art(naming.evidence, cluster.evidence) and _may_be_short_for(naming.person, cluster)


def candidates(naming: Naming, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Whom it may mean, those named most first."""
    fitting = [
        each
        for each in clusters
        if _may_be_short_for(naming.person, each) and not contradicts(naming.evidence, each.evidence, common=False)
    ]
    return sorted(fitting, key=lambda each: (-each.weight, each.members[0][0].id))[:_MOST_CANDIDATES]


def _is_backed(naming: Naming, cluster: Cluster) -> bool:
    mine, theirs = naming.evidence, cluster.evidence
    common = is_common(naming.person)
    told = supports_surname(mine, theirs) and not (common and naming.person.is_bare and is_held_by_many(mine, theirs))
    return (
        (told or (stands_in(mine, theirs) and not common))
        and not contradicts(mine, theirs, common=False)
        and _may_be_short_for(naming.person, cluster, spelt_alike=_writes_otherwise(naming, cluster))
    )


def _writes_otherwise(naming: Naming, cluster: Cluster) -> bool:
    """Whether both are of one land whose names others spell in several ways: R. Ilanchezhian, R. Elanchezhiyan."""
    return any(map(writes_otherwise, naming.evidence.parties & cluster.evidence.parties))


def _may_be_short_for(name: PersonName, cluster: Cluster, *, spelt_alike: bool = False) -> bool:
    return any(
        _surname_fits(name, other, spelt_alike)
        and name.suffix in ("", other.suffix)
        and not sexes_differ(name, other)
        and _initial_fits(name, other)
        for other in cluster.names
    )


def _surname_fits(name: PersonName, other: PersonName, spelt_alike: bool) -> bool:
    # "López Obrador" is López of the one and not of the other López.
    alike = is_same_surname(name, other) or (spelt_alike and is_respelt(name, other))
    if not alike or not particles_fit(name, other):
        return False
    before = other.second or other.given[-len(name.second) :]
    return not name.second or not before or name.second == before


def _initial_fits(name: PersonName, other: PersonName) -> bool:
    return not name.given or not other.given or not name.letters.isdisjoint(other.letters)
