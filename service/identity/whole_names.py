"""Decides who of the bearers of one first name and surname are one person, and who are namesakes."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from service.identity.clusters import Cluster, Weighed, cluster_of, dominant, only
from service.identity.evidence import Evidence
from service.identity.evidence_against import are_other_royals, contradicts, live_apart
from service.identity.evidence_for import shares_word_of_office, supports
from service.identity.name_likeness import named_by_husband, particles_fit, sexes_differ
from service.identity.namings import Naming
from service.identity.own_letters import SCRIPTS, differ
from service.identity.person_names import PersonName
from service.identity.tables import groups, section

_BRIEF = 2  # syllables of a name, of which there are few in China
Found = tuple[list[Cluster], list[Weighed]]  # those who can be told, and the namings that fit several of them


def whole_names(items: Sequence[Weighed]) -> Found:
    """The bearers of the whole names among namings of one block, which come the most frequent first."""
    if len(items) < 2:
        return [cluster_of([item]) for item in items], []
    named: dict[tuple[str, ...], list[Weighed]] = defaultdict(list)
    for item in items:
        name = item[0].person
        # Who prints the tribe too is joined with who does not only where more speaks for it; so Mrs. Robert Doe
        # with Robert.
        apart = name.second if name.tribal else ("mrs",) if named_by_husband(name) else ()
        named[(*name.given[:1], name.surname, name.suffix, *apart)].append(item)
    clusters: list[Cluster] = []
    unsure: list[Weighed] = []
    for same in named.values():
        found, left = _of_one_name(same)
        clusters += found
        unsure += left
    return clusters, unsure


def middles_fit(one: PersonName, other: PersonName) -> bool:
    """Whether middle names do not contradict each other: W. and Walker, or none at all."""
    mine, theirs = one.given[1:], other.given[1:]
    return mine == theirs or _extends(mine, theirs) or _extends(theirs, mine)


def seconds_fit(one: PersonName, other: PersonName) -> bool:
    """Whether second surnames do not contradict each other."""
    return one.second == other.second or _extends(one.second, other.second) or _extends(other.second, one.second)


def is_common(name: PersonName) -> bool:
    """Whether very many people bear this surname."""
    return name.surname in _common_surnames()


def are_namesakes(name: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    """Whether two of one name are two of the thousands of Li Weis, who share no walk of life."""
    return is_common(name) and len(name.syllables) == _BRIEF and live_apart(mine, theirs)


def _of_one_name(items: Sequence[Weighed]) -> Found:
    if len(items) == 1:
        return [cluster_of(items)], []
    parts, late = _by_middle_names(items)
    parts, unsaid = _by_titles(parts)
    late += unsaid
    clusters: list[Cluster] = []
    for part in parts:
        found, left = _by_evidence(part)
        clusters += found
        late += left
    return clusters, _joined(late, clusters)


def _by_middle_names(items: Sequence[Weighed]) -> tuple[list[list[Weighed]], list[Weighed]]:
    """Sets of names whose middle names, second surnames and particles fit, and those that fit several of the sets."""
    told = {_rest(item[0].person) for item in items}
    if len(told) == 1:
        return [list(items)], []
    common = _has_namesakes(items[0][0].person)
    fullest = [rest for rest in told if not any(_tells_more(other, rest, common) for other in told)]
    fitting: dict[tuple[tuple[str, ...], ...], list[Weighed]] = {rest: [] for rest in sorted(fullest)}
    late: list[Weighed] = []
    for item in items:
        rest = _rest(item[0].person)
        fits = [full for full in fitting if full == rest or _tells_more(full, rest, common)]
        (fitting[fits[0]] if len(fits) == 1 else late).append(item)
    return [part for part in fitting.values() if part], late


def _has_namesakes(name: PersonName) -> bool:
    """Whether so many bear a first name and this surname that further surnames are there to tell them apart."""
    return is_common(name) or name.surname in section("spanish", "surnames")


def _by_titles(parts: Sequence[list[Weighed]]) -> tuple[list[list[Weighed]], list[Weighed]]:
    """The parts, Mr. Kim Doe and Ms. Kim Doe in two; and those without a title where there are both."""
    found: list[list[Weighed]] = []
    unsaid: list[Weighed] = []
    for part in parts:
        said: dict[bool | None, list[Weighed]] = {True: [], False: [], None: []}
        for item in part:
            said[item[0].person.woman].append(item)
        both = bool(said[True] and said[False])
        found += [said[True], said[False]] if both else [part]
        unsaid += said[None] if both else []
    return found, unsaid


def _rest(name: PersonName) -> tuple[tuple[str, ...], ...]:
    particles = (" ".join(name.particles),) if name.particles else ()
    own = (name.own[1:] if script in name.own[:1] else () for script in SCRIPTS)
    return name.given[1:], name.second, particles, *own


def _tells_more(full: tuple[tuple[str, ...], ...], rest: tuple[tuple[str, ...], ...], common: bool) -> bool:
    if full == rest:
        return False
    if full[1] != rest[1] and common:
        # Of the Ana Lópezes each has a further surname, and they are not one.
        return False
    return all(mine == theirs or _extends(mine, theirs) for mine, theirs in zip(full, rest, strict=True))


def _extends(full: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Whether words tell all that others tell, and more: Walker of W., both of none."""
    if full == rest or len(rest) > len(full):
        return False
    return all(
        longer == shorter or (len(shorter) == 1 and longer.startswith(shorter))
        for longer, shorter in zip(full, rest, strict=False)
    )


def _by_evidence(items: Sequence[Weighed]) -> Found:
    """Namesakes apart: bearers of one name in other walks of life, or for other states."""
    clusters: list[Cluster] = []
    unsure = [item for item in items if item[0].evidence and not _placed(item, clusters)]
    silent = [item for item in items if not item[0].evidence]
    if not clusters:
        return [cluster_of(silent)], []
    return clusters, unsure + silent


def _placed(item: Weighed, clusters: list[Cluster]) -> bool:
    """Puts a naming that tells something where that speaks for it, or into a cluster of its own; else False."""
    naming = item[0]
    fitting = [each for each in clusters if not _are_two(naming, each)]
    backed = [each for each in fitting if supports(naming.evidence, each.evidence)]
    if len(fitting) > 1 and not backed:
        return False
    if not fitting:
        clusters.append(Cluster())
    (backed or fitting or clusters[-1:])[0].add(item)
    return True


def _are_two(naming: Naming, cluster: Cluster) -> bool:
    mine, theirs = naming.evidence, cluster.evidence
    if naming.person.is_bare and (not shares_word_of_office(mine, theirs) or are_other_royals(mine, theirs)):
        return True  # King Omar and Prince Omar
    if are_namesakes(naming.person, naming.evidence, cluster.evidence):
        return True
    return contradicts(naming.evidence, cluster.evidence, common=is_common(naming.person))


def _joined(items: Sequence[Weighed], clusters: Sequence[Cluster]) -> list[Weighed]:
    """Puts those that fit several where more speaks for it, or into the one named far more often; gives others back."""
    chosen = [(item, _chosen(item[0], clusters)) for item in items]
    for item, cluster in chosen:
        if cluster:
            cluster.add(item)
    return [item for item, cluster in chosen if cluster is None]


def _chosen(naming: Naming, clusters: Sequence[Cluster]) -> Cluster | None:
    fitting = [each for each in clusters if _may_be(naming, each)]
    backed = [each for each in fitting if supports(naming.evidence, each.evidence)]
    return only(backed) or only(fitting) or dominant(backed or fitting)


def _fits(one: PersonName, other: PersonName) -> bool:
    return (
        middles_fit(one, other)
        and seconds_fit(one, other)
        and particles_fit(one, other)
        and not sexes_differ(one, other)
        and not differ(one.own, other.own)
    )


def _may_be(naming: Naming, cluster: Cluster) -> bool:
    name = naming.person
    fits = all(_fits(name, other) for other in cluster.names)
    return fits and not _are_two(naming, cluster)


@cache
def _common_surnames() -> frozenset[str]:
    return frozenset(word for group in groups("common_surnames") for word in group)
