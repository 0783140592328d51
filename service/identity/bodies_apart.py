"""Tells what speaks against it that two bodies of one name are one: other places, sports, seats of power, letters."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from service.identity.cities import are_elsewhere, are_unlike_places, states_around
from service.identity.clusters import Cluster
from service.identity.evidence import Evidence
from service.identity.evidence_for import shares_word_of_office
from service.identity.namings import Naming
from service.identity.tables import lines, section
from service.regex import regex

_LETTERS = regex(r"(?:[A-Z]\.?){2,6}")


def are_two(naming: Naming, cluster: Cluster) -> bool:
    """Whether bodies of one name are in two places, of two sports, or letters stand for two."""
    mine, theirs = naming.evidence, cluster.evidence
    if are_elsewhere(mine.parties, theirs.parties) and (_are_of_two_states(mine, theirs) or _is_local(naming, cluster)):
        return True
    if _is_local(naming, cluster) and are_elsewhere(_towns([naming]), _towns([each for each, _ in cluster.members])):
        return True
    if naming.group == "state":
        return naming.body.by_seat and any(_are_two_seats(naming, each) for each, _ in cluster.members)
    if _is_of_town(naming, cluster) and are_unlike_places(mine.parties, theirs.parties, naming.body.core):
        return True
    if _plays(mine) != _plays(theirs) and ((mine.walks and theirs.walks) or _are_told_apart(mine, theirs)):
        return True  # a football club, and a firm
    kinds = _kinds(mine), _kinds(theirs)
    if all(kinds) and kinds[0].isdisjoint(kinds[1]):
        return True
    crafts = _sports(mine), _sports(theirs)
    return (all(crafts) and crafts[0].isdisjoint(crafts[1])) or _are_two_by_letters(naming, cluster)


def _towns(namings: Iterable[Naming]) -> frozenset[str]:
    """The parties of some, capitals instead of the states for which they stand."""
    return frozenset().union(*(_in_town(each.evidence) for each in namings))


def _in_town(known: Evidence) -> frozenset[str]:
    return known.context | (known.parties - (known.states if known.context else frozenset()))


def _are_of_two_states(one: Evidence, other: Evidence) -> bool:
    return states_around(one.parties).isdisjoint(states_around(other.parties))


def _is_local(naming: Naming, cluster: Cluster) -> bool:
    """Whether a state may have several of this name, as it has no firm: Springfield Police, of Ohio and of Oregon."""
    several = not section("roles", "of_every_part").isdisjoint(_words_told(naming, cluster))
    return naming.group == "state" or several or _is_of_town(naming, cluster)


def _is_of_town(naming: Naming, cluster: Cluster) -> bool:
    """Whether these are hospitals, courts or the like, as every town has."""
    return not section("roles", "of_every_town").isdisjoint(_words_told(naming, cluster))


def _words_told(naming: Naming, cluster: Cluster) -> set[str]:
    """The words of a name, and for what its bearers are said to be."""
    told = {word for known in (naming.evidence, cluster.evidence) for office in known.offices for word in office}
    return told.union(naming.body.core)


def _plays(known: Evidence) -> bool:
    return "sport" in known.walks


def _kinds(known: Evidence) -> set[str]:
    """What a body is said to be: a firm, a charity."""
    return {kind for office in known.offices for word in office for kind in _kinds_by_word().get(word, ())}


@cache
def _kinds_by_word() -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for kind, _, words in (line.partition(":") for line in lines("kinds_apart")):
        for word in words.split():
            found[word].add(kind)
    return dict(found)


def _are_two_seats(one: Naming, other: Naming) -> bool:
    """Whether a state is named by two seats of power: neither parliament is the other."""
    return one.body.by_seat and other.body.by_seat and one.body.core != other.body.core


def _sports(known: Evidence) -> set[str]:
    return {craft for walk, craft in known.crafts if walk == "sport"}


def _are_two_by_letters(naming: Naming, cluster: Cluster) -> bool:
    """Whether letters stand for one body here and for another there: the ECB of the euro zone, and that of cricket."""
    mine, theirs = naming.evidence, cluster.evidence
    by_letters = _LETTERS.fullmatch(naming.name) and any(_LETTERS.fullmatch(each.name) for each, _ in cluster.members)
    return bool(by_letters) and _are_told_apart(mine, theirs)


def _are_told_apart(mine: Evidence, theirs: Evidence) -> bool:
    """Whether of both is told what they are and of whom, and nothing of the one is of the other."""
    told = mine.offices and mine.parties and theirs.offices and theirs.parties
    return bool(told) and not (shares_word_of_office(mine, theirs) or mine.parties & theirs.parties)
