"""Tells which offices many hold at once, so that to share one is no sign of being one: bus driver, army officer."""

from functools import cache, lru_cache

from service.identity.offices_in_full import DEPUTIES
from service.identity.plain_offices import is_word_of_roles
from service.identity.roles import Office
from service.identity.tables import lines, section

# By a word of theirs.
_OF_MANY = frozenset(
    {"spokesperson", "official", "analyst", "lawmaker", "candidate", "officer", "owner", "coach"}
    | {"councillor", "councilor", "councilman", "councilwoman", "alderman", "army", "police", "soldier", "sailor"}
)
# Whoever heads one of these is the only one of a land.
_SOLE_HEADS = frozenset({"president", "chair", "secretary", "governor", "chief", "commissioner", "director"})
_SOLE_BODIES = frozenset(
    {"federation", "confederation", "association", "league", "court", "exchange", "authority", "commission", "agency"}
    | {"committee", "bureau", "institute", "union", "observatory", "museum"}
)
_SPOKEN_FOR = frozenset(
    {"ministry", "department", "security", "government", "presidency", "cabinet", "army", "military"}
)  # by few
_OF_TOWNS = frozenset({"fire", "sheriff", "police", "health", "parks"})  # departments as every town has
_SELECTED = frozenset({"women", "men", "national", "olympic", "youth", "junior"})  # of a land's coaches one
_TRADES = ("labour", "private", "care", "science", "sport", "press", "law", "crime", "cause")
_OF_LANDS = frozenset(
    {"attorney", "solicitor", "surgeon", "prosecutor", "auditor", "inspector", "comptroller", "advocate", "procurator"}
)  # with "general" behind: of many, one
_FOREMOST = frozenset(
    {"chief", "head", "national", "first", "supreme", "constitutional", "commissioner", "minister"}
)  # of many, one
_HEADS_OF_SCHOOLS = frozenset({"headteacher", "principal"})  # one of each, where its name is told


@lru_cache(maxsize=16_384)
def is_of_many(office: Office) -> bool:
    """Whether many hold an office, as far as its words tell: bus driver, army officer."""
    words = set(office)
    if words == {"coach"}:
        return False
    if ("general" in words and words & _OF_LANDS) or ("coach" in words and words & _SELECTED):
        return False
    if "captain" in words and words & _sports():
        return False
    if "spokesperson" in words and words & _SPOKEN_FOR and not words & _OF_TOWNS:
        return False
    if words & _SOLE_HEADS and words & _SOLE_BODIES and DEPUTIES.isdisjoint(words):
        return False
    if not _HEADS_OF_SCHOOLS.isdisjoint(words) and not all(map(is_word_of_roles, words)):
        return False
    return bool(words & (_OF_MANY | _trades())) and not words & _FOREMOST


@cache
def _sports() -> frozenset[str]:
    """The words of all sports, of which a land has one team: the handball captain."""
    return frozenset(
        word for line in lines("crafts") if line.startswith("sport ") for word in line.partition(":")[2].split()
    )


@cache
def _trades() -> frozenset[str]:
    return frozenset().union(*(section("domains", walk) for walk in _TRADES), ("judge",))
