"""Puts namings together into speakers: the same namings in any order give the same speakers with the same ids."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from service.identity import other_names, short_names
from service.identity.clusters import Cluster, Weighed, cluster_of
from service.identity.institutions import institutions, most_named
from service.identity.links import Joined, joined
from service.identity.namings import Naming, block_of, speaker_id
from service.identity.people import Decided, is_short, people
from service.identity.surnames import candidates


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a naming means: the speaker of this id, or, where it is None, in each article somebody of its own, who may
    be one of `candidates`.
    """

    speaker: str | None
    candidates: tuple[str, ...] = ()


def partition(namings: Mapping[Naming, int]) -> dict[str, Meant]:
    """For every naming, by its id, whom it means. The numbers are those of the articles that hold it.

    Whole blocks must be given: what is left out of one may change what the others mean.
    """
    blocks: dict[str, list[Weighed]] = defaultdict(list)
    for naming, articles in namings.items():
        # By powers of two: not every further article shall have a block decided anew.
        blocks[naming.block].append((naming, weight(articles)))
    decided = {
        block: _decided([item for item in items if not item[0].article_id]) for block, items in sorted(blocks.items())
    }
    people_ = {block: each.clusters for block, each in decided.items() if _are_people(blocks[block])}
    others = {block: each.clusters for block, each in decided.items() if block not in people_}
    same = {**joined(people_, other_names.called), **joined(others, short_names.called)}
    ids = _ids([cluster for each in decided.values() for cluster in each.clusters], same)
    found = {item[0].id: Meant(None) for items in blocks.values() for item in items if item[0].article_id}
    for each in decided.values():
        found |= _meant(each, ids)
    return found


def blocks_meant(naming: Naming) -> list[str]:
    """The blocks of those whom one that means nobody alone may mean: Norvane, if nothing else is said, a firm."""
    alone = naming.group == "person" and naming.person.is_bare and not naming.person.titles
    return [naming.block, *([block_of(naming.name, "body")] if alone else [])]


def who_may_be_meant(naming: Naming, speakers: Mapping[str, Mapping[Naming, int]]) -> list[str]:
    """Of the speakers of these blocks, each with its namings, those whom one that means nobody alone may mean; the ids
    of those named most first, of its own kind before others.
    """
    clusters = {
        speaker: cluster_of([(one, weight(number)) for one, number in known.items()])
        for speaker, known in speakers.items()
    }
    ids = {cluster: speaker for speaker, cluster in clusters.items()}
    alike = [each for each in clusters.values() if each.members[0][0].group == naming.group]
    others = [each for each in clusters.values() if each not in alike]
    fitting = candidates if naming.group == "person" else most_named
    return [ids[each] for each in [*fitting(naming, alike), *most_named(naming, others)]]


def weight(articles: int) -> int:
    """How much a number of articles counts in decisions."""
    return articles.bit_length()


def apart(naming_id: str, article_id: str) -> str:
    """The id of the speaker whom a naming means in one article, where it means no one beyond."""
    return speaker_id(f"{article_id} {naming_id}")


def _meant(decided: Decided, ids: Mapping[Cluster, str]) -> dict[str, Meant]:
    found = {naming.id: Meant(ids[cluster]) for cluster in decided.clusters for naming, _ in cluster.members}
    several = {naming.id: dict.fromkeys(ids[each] for each in those) for naming, those in decided.open}
    return found | {naming_id: Meant(None, tuple(those)) for naming_id, those in several.items()}


def _decided(items: list[Weighed]) -> Decided:
    return people(items) if _are_people(items) else institutions(items)


def _are_people(items: Iterable[Weighed]) -> bool:
    return any(item[0].group == "person" for item in items)


def _ids(clusters: Iterable[Cluster], same: Joined) -> dict[Cluster, str]:
    """An id for each: of its name alone, and where several have one name, also of what tells them apart. Those that
    are the `same` as another have its id.
    """
    wholes = {each: cluster_of([*each.members, *other.members]) for other, each in same.items()}
    named: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster not in same:
            named[_name_of(wholes.get(cluster, cluster))].append(cluster)
    ids = {cluster: speaker_id(key) for name, alike in named.items() for key, cluster in _keys(name, alike)}
    return ids | {other: ids[each] for other, each in same.items()}


def _keys(name: str, clusters: list[Cluster]) -> Iterable[tuple[str, Cluster]]:
    if len(clusters) == 1:
        return [(name, clusters[0])]
    marked: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        marked[f"{name} | {_mark(cluster)}"].append(cluster)
    return [
        (key if len(same) == 1 else f"{key} | {min(naming.id for naming, _ in cluster.members)}", cluster)
        for key, same in marked.items()
        for cluster in same
    ]


def _name_of(cluster: Cluster) -> str:
    """What those share of whom each may have to know of the others before its id is found: the first whole name.

    Those of whom nothing but surnames is printed are not looked for by each other: two of other offices, decided one
    after the other, must not come by one id. Nor must J. Roe, who is Jan Roe, and J. K. Roe.
    """
    namings = [naming for naming, _ in cluster.members]
    whole = [each for each in namings if not (each.group == "person" and is_short(each))]
    name = min(map(_key, whole or namings))
    return name if whole else f"{name} | {min(each.id for each in namings)}"


def means_surname_alone(naming: Naming, speaker: str) -> bool:
    """Whether a speaker's id was made of a bare surname and nothing else, as it once was."""
    return naming.group == "person" and is_short(naming) and speaker == speaker_id(_key(naming))


def _key(naming: Naming) -> str:
    """What a speaker's id is made of. Names are compared by their shortest: "person:sergey lavrov"."""
    if naming.group != "person":
        return naming.block
    name = naming.person
    if name.is_bare:
        # After all that begin with a first name, so that a speaker keeps the id when surnames alone join.
        return f"person:~{' '.join([*name.second, name.surname, name.suffix]).strip()}"
    return f"person:{' '.join([name.given[0], name.surname, name.suffix]).strip()}"


def _mark(cluster: Cluster) -> str:
    first = cluster.members[0][0]
    middle = " ".join(first.person.given[1:]) if first.group == "person" else first.body.owner or ""
    known = first.evidence
    return f"{middle} {' '.join([*sorted(known.states)[:1], *sorted(known.walks)[:1]])}".strip()
