"""Decides which people are one although their names are spelt differently, or one is a nickname of the other.

Likeness of names is never enough: an office or a party must speak for it too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from service.identity.arabic import is_arabic, spells
from service.identity.clusters import Cluster, cluster_of
from service.identity.evidence import Evidence
from service.identity.evidence_against import answer_alike, contradicts
from service.identity.evidence_for import supports
from service.identity.names_fit import names_fit
from service.identity.person_names import PersonName
from service.identity.respelling import nicknames_of
from service.identity.roles import Office
from service.identity.same_posts import marks_of_posts
from service.identity.shared_parties import marks_of_parties
from service.identity.sounds import sound
from service.identity.syllables import outline, outlines_elsewhere
from service.identity.whole_names import is_common

Links = dict[int, set[int]]


def joined(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, those joined that may all be one another: Alex is neither Alexander nor Alexandra if both are."""
    if len(clusters) < 2:
        return list(clusters)
    links = _links(clusters)
    found: list[Cluster] = []
    for group in _components(range(len(clusters)), links):
        members = [clusters[at] for at in group]
        if all(other in links[one] for one, other in combinations(group, 2)):
            members = [cluster_of([item for each in members for item in each.members])]
        found += members
    return found


def _links(clusters: Sequence[Cluster]) -> Links:
    links: Links = defaultdict(set)
    for one, other in _pairs(clusters):
        if _may_be_one(clusters[one], clusters[other]):
            links[one].add(other)
            links[other].add(one)
    return links


def _pairs(clusters: Sequence[Cluster]) -> set[tuple[int, int]]:
    """Those worth a comparison: of thousands of Smiths only some have first names that are alike, and of these only
    some an office or a party that speaks for both.
    """
    backed: dict[str, list[int]] = defaultdict(list)
    for index, cluster in enumerate(clusters):
        for mark in {mark for naming, _ in cluster.members for mark in marks(naming.evidence)}:
            backed[mark].append(index)
    # What speaks for one alone, as most does, is not looked at any further.
    return {pair for same in backed.values() if len(same) > 1 for pair in _alike(same, clusters)}


@lru_cache(maxsize=16_384)
def marks(known: Evidence) -> frozenset[str]:
    """Of which two namings must share one to be one by names that are spelt otherwise: offices, posts, parties."""
    offices = known.plain_offices
    return marks_of_offices(offices) | marks_of_posts(offices) | marks_of_parties(known.parties)


def marks_of_offices(offices: Iterable[Office]) -> frozenset[str]:
    """The same of offices, word for word."""
    return frozenset(f"office {' '.join(office)}" for office in offices)


def _alike(indexes: Sequence[int], clusters: Sequence[Cluster]) -> Iterator[tuple[int, int]]:
    """Of some clusters the pairs whose first names are alike, or of which one has no more than an initial."""
    keyed: dict[str, list[int]] = defaultdict(list)
    for index in indexes:
        for key in {key for name in clusters[index].names for key in name_keys(name)}:
            keyed[key].append(index)
    for same in keyed.values():
        yield from combinations(same, 2)
    for one in indexes:
        if any(name.has_initial for name in clusters[one].names):
            yield from ((min(one, other), max(one, other)) for other in indexes if one != other)


def name_keys(name: PersonName) -> frozenset[str]:
    """What two full names must share to be one: a first name that may be meant, its sound, a nickname."""
    if not name.given:
        return frozenset({f"~{name.surname}"})
    return _first_name_keys(name.given, name.syllables, name.alias)


# There are far fewer first names than surnames.
@lru_cache(maxsize=16_384)
def _first_name_keys(given: tuple[str, ...], syllables: tuple[str, ...], alias: str | None) -> frozenset[str]:
    joined_up = [sound("".join(given))] if len(given) > 1 else []  # Gholam-Reza, Gholamreza
    elsewhere = (f"~{each}" for each in outlines_elsewhere(syllables))
    spelt = [syllables_key(syllables), *elsewhere] if syllables else []
    return frozenset({*nicknames_of(given[0]), *map(sound, given), *joined_up, *spelt, *([alias] if alias else [])})


def syllables_key(syllables: tuple[str, ...]) -> str:
    """What all spellings of a first name of China or Korea share."""
    return f"~{outline(''.join(syllables[1:]))}"


def _components(indexes: Iterable[int], links: Links) -> list[list[int]]:
    seen: set[int] = set()
    found = []
    for start in indexes:
        if start not in seen:
            group = _reached(start, links)
            seen |= group
            found.append(sorted(group))
    return found


def _reached(start: int, links: Links) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        new = links[waiting.pop()] - found
        found |= new
        waiting += new
    return found


def _may_be_one(one: Cluster, other: Cluster) -> bool:
    mine, theirs = one.evidence, other.evidence
    common = not answer_alike(mine, theirs) or any(map(is_common, [*one.names, *other.names]))
    if not supports(mine, theirs) or contradicts(mine, theirs, common=common):
        return False
    pairs = ((name, another) for name in _kinds_of_name(one) for another in _kinds_of_name(other))
    return all(names_fit(name, another, mine, theirs) for name, another in pairs) or _spell_arabic(one, other)


def _spell_arabic(one: Cluster, other: Cluster) -> bool:
    """Whether all names of one are in Arabic letters, and those of the other spell them."""
    written, latin = ([naming.name for naming, _ in each.members] for each in (one, other))
    if not all(map(is_arabic, written)):
        written, latin = latin, written
    return all(map(is_arabic, written)) and all(spells(name, other) for name in latin for other in written)


def _kinds_of_name(cluster: Cluster) -> Iterable[PersonName]:
    return {(name.given, name.surname, name.second, name.particles, name.own): name for name in cluster.names}.values()
