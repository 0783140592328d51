"""Joins a whole name in other letters, of whose bearer nothing is told, with the one speaker whose name it spells.

蔡英文 is Tsai Ing-wen, محمود عباس Mahmoud Abbas: in letters of which each word tells more than its consonants the name
alone says who is meant, as a full name does everywhere, if nobody else of the block may be.
"""

from collections.abc import Sequence

from service.identity.arabic import is_arabic, spells
from service.identity.clusters import Cluster, cluster_of, only
from service.identity.other_spellings import name_keys
from service.identity.person_names import PersonName
from service.identity.syllables import may_be_one

_TELLING = 3  # letters of a name of China or Korea; very many share one of two


def joined(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters, those that tell nothing but a name in other letters with the only one each may be."""
    silent = {each for each in clusters if _is_silent(each)}
    if not silent:
        return list(clusters)
    others = [each for each in clusters if each not in silent]
    found: dict[Cluster, list[Cluster]] = {each: [each] for each in others}
    for each in filter(silent.__contains__, clusters):
        meant = only([other for other in others if _spells(each, other)])
        found.setdefault(meant or each, []).append(each)
    return [_whole(parts) for parts in found.values()]


def _whole(parts: list[Cluster]) -> Cluster:
    return parts[0] if len(parts) == 1 else cluster_of([item for part in parts for item in part.members])


def _is_silent(cluster: Cluster) -> bool:
    return not cluster.evidence and all(name.foreign and name.given for name in cluster.names)


def _spells(silent: Cluster, other: Cluster) -> bool:
    return any(
        _is_one(naming.name, naming.person, another.person)
        for naming, _ in silent.members
        for another, _ in other.members
    )


def _is_one(printed: str, name: PersonName, other: PersonName) -> bool:
    # Only those that share a key are looked up together.
    if other.foreign or not other.given or name_keys(name).isdisjoint(name_keys(other)):
        return False
    if is_arabic(printed):
        return spells(" ".join(other.said), printed)
    told = len(printed.replace(" ", "")) >= _TELLING
    return told and may_be_one(name.syllables, other.syllables, in_han=name.own[:1] == ("han",))
