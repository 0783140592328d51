"""Tells what speaks against it that two of one name are one: other lands, other walks of life, other ranks."""

from itertools import product

from service.folding import words_of
from service.identity.cities import are_elsewhere
from service.identity.evidence import Evidence
from service.identity.evidence_for import (
    in_one_place,
    shares_named_body,
    shares_office,
    shares_word_of_office,
    supports,
)
from service.identity.regions import are_parts, is_land, lie_apart
from service.identity.shared_parties import are_land_and_colour, shared_parties
from service.identity.tables import section

# People of these walks change over to one another: a banker becomes a minister, a general a president.
_NEAR = (
    frozenset({"public", "law", "business"}),
    frozenset({"science", "care"}),
    frozenset({"science", "law"}),
    frozenset({"science", "public"}),
    frozenset({"command", "public"}),
    frozenset({"force", "law"}),
    frozenset({"arts", "press"}),
    frozenset({"faith", "public"}),
    frozenset({"private", "labour"}),
    frozenset({"private", "care"}),
    # Causes are taken up from anywhere, hardly from a board or a team.
    *(
        frozenset({"cause", walk})
        for walk in ("public", "law", "science", "care", "arts", "faith", "press", "labour", "crime", "private")
    ),
)
_LOW = frozenset({"private", "pvt", "pte", "corporal", "constable", "sergeant", "trooper", "patrolman"})
_HIGH = frozenset({"general", "admiral", "marshal", "brigadier", "colonel", "commissioner", "superintendent"})
_OF_TOWNS = frozenset(
    {("mayor",), ("sheriff",), ("county", "sheriff"), ("attorney", "district"), ("chief", "police"), ("chief", "fire")}
    | {("coroner",), ("administrator", "city"), ("city", "manager")}
)
_KINDS_OF_TOWN = frozenset({"county", "city", "town", "district", "borough", "municipality"})


_BESIDE_THRONES = frozenset({"mother", "dowager", "consort", "regent"})
_LEADING = frozenset(
    {"head", "leader", "president", "chief", "founder", "cofounder", "owner", "chair", "director", "executive"}
)
_DEAD = frozenset({"killed", "slain", "murdered", "assassinated", "died", "dead", "deceased", "executed"})


def live_apart(one: Evidence, other: Evidence) -> bool:
    """Whether nothing that two do is of one walk of life, one office or one organisation."""
    told = bool(one.walks and other.walks) and one.walks.isdisjoint(other.walks)
    return told and not (shares_office(one, other) or _shares_organisation(one, other))


def contradicts(one: Evidence, other: Evidence, *, common: bool) -> bool:
    """Whether two bearers of one full name must be two: other lands, or other walks of life.

    `common`: very many bear this name, so that other organisations and unknown walks are enough.
    """
    if lie_apart(one.parties, other.parties) or _of_two_towns(one, other):
        return True
    if _one_is_dead(one, other):
        return True
    if _walk_apart(one, other):
        at_one = shares_office(one, other) or _shares_organisation(one, other)
        return not (at_one or (not common and shares_named_body(one, other)))
    if _ranks_differ(one, other) or _clash(one, other) or _speak_for_two(one, other):
        return True
    if not common:
        return False
    if one.parties and other.parties and not (shared_parties(one.parties, other.parties) or in_one_place(one, other)):
        return True  # two mayors, two spokesmen
    if supports(one, other):
        return False
    apart = bool(one.parties and other.parties) or bool(one.offices and other.offices)
    return apart and not (shares_office(one, other) or one.crafts & other.crafts)


def _clash(one: Evidence, other: Evidence) -> bool:
    """Whether both office and party are told, and nothing of the one is of the other."""
    told = one.offices and other.offices and one.parties and other.parties
    if not told or one.walks & other.walks or not (one.walks and other.walks):
        return False
    if shared_parties(one.parties, other.parties) or shares_word_of_office(one, other):
        return False
    return not (answer_alike(one, other) or _may_be_within(one, other) or one.past or other.past)


def _speak_for_two(one: Evidence, other: Evidence) -> bool:
    """Whether both speak for bodies, and for two: nobody is the spokesman of two firms."""
    if not (_speaks(one) and _speaks(other) and one.parties and other.parties) or one.past or other.past:
        return False
    apart = not (shared_parties(one.parties, other.parties) or _may_be_within(one, other))
    return apart and not any(map(is_land, one.parties | other.parties))


def _speaks(known: Evidence) -> bool:
    return any("spokesperson" in office for office in known.offices)


def _may_be_within(one: Evidence, other: Evidence) -> bool:
    """Whether the words of a party are among those of the other's: the Moravian Church, and that in one town."""
    pairs = product(map(words_of, one.parties), map(words_of, other.parties))
    return any(set(mine) <= set(theirs) or set(theirs) <= set(mine) for mine, theirs in pairs)


def _one_is_dead(one: Evidence, other: Evidence) -> bool:
    """Whether one alone is told to be dead, and is told by nothing that the other does: a father and his son."""
    mine, theirs = ({word for office in each.offices for word in office} for each in (one, other))
    dead = _DEAD.isdisjoint(mine) != _DEAD.isdisjoint(theirs)
    return dead and bool(mine and theirs) and mine.isdisjoint(theirs)


def are_other_royals(one: Evidence, other: Evidence) -> bool:
    """Whether of two of one royal name one is told to be beside the throne, the other not: the queen and her mother."""
    mine, theirs = ({word for office in each.offices for word in office} for each in (one, other))
    return bool(mine and theirs) and mine & _BESIDE_THRONES != theirs & _BESIDE_THRONES


def answer_alike(one: Evidence, other: Evidence) -> bool:
    """Whether those for whom two answer do not contradict each other: a land and a part of it, a land and a political
    party.
    """
    return are_parts(one.parties, other.parties) or are_land_and_colour(one.parties, other.parties)


def _of_two_towns(one: Evidence, other: Evidence) -> bool:
    """Whether both are mayors, sheriffs or the like, and no word of the one's town is of the other's."""
    if not (one.parties and other.parties) or _OF_TOWNS.isdisjoint(one.offices & other.offices):
        return False
    if are_elsewhere(one.parties, other.parties):
        return True  # of one name, in two lands
    mine, theirs = (
        {word for party in each.parties for word in party.casefold().split()} - _KINDS_OF_TOWN for each in (one, other)
    )
    return mine.isdisjoint(theirs) and not any(map(is_land, one.parties | other.parties))


def _ranks_differ(one: Evidence, other: Evidence) -> bool:
    """Whether one is of the lowest ranks, the other of the highest: a constable and a chief constable."""
    mine, theirs = _ranks(one), _ranks(other)
    return bool(mine and theirs) and mine.isdisjoint(theirs)


def _ranks(known: Evidence) -> set[str]:
    words = {word for office in known.offices for word in office if "force" in known.walks}
    if words & _HIGH or "chief" in words:
        return {"high"}
    return {"low"} if words & _LOW else set()


def _shares_organisation(one: Evidence, other: Evidence) -> bool:
    """Whether both answer for one body, which is no land, and no town that bishops and bus drivers live in alike."""
    shared = shared_parties(one.parties, other.parties)
    if all(map(is_land, shared)):
        return False
    return _is_firm_of(shared, one, other) or not (_is_of_town(one) or _is_of_town(other))


def _is_firm_of(parties: frozenset[str], *known: Evidence) -> bool:
    """Whether one of these is said to lead, or to have founded, what has the name of a party: it is no town."""
    offices = [set(office) for each in known for office in each.offices if not _LEADING.isdisjoint(office)]
    return any(office.issuperset(words_of(party)) for party in parties for office in offices)


def _is_of_town(known: Evidence) -> bool:
    """Whether the office is one that towns have, not firms, or the calling of a craftsman."""
    offices = {word for office in known.offices for word in office}
    by_trade = bool(known.walks) and known.walks <= {"private", "labour"} and _LEADING.isdisjoint(offices)
    return by_trade or not offices.isdisjoint(section("roles", "of_towns"))


def _walk_apart(one: Evidence, other: Evidence) -> bool:
    """Whether they are of walks of life, or of callings within one, that a person hardly has both of."""
    shared = one.walks & other.walks
    if shared:
        return all(_differ(_within(one, walk), _within(other, walk)) for walk in shared)
    return bool(one.walks and other.walks) and not _are_near(one.walks, other.walks)


def _within(known: Evidence, walk: str) -> set[str]:
    return {craft for of, craft in known.crafts if of == walk}


def _differ(one: set[str], other: set[str]) -> bool:
    return bool(one and other) and one.isdisjoint(other)


def _are_near(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(near & one and near & other for near in _NEAR)
