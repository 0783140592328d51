"""Tells whether two offices are one post told in other words: the governor of a central bank, the central bank's chief.

An office is who leads, and what is led. Who leads may be told by a word for any head, and of words that no table has
the beginnings are compared: Magadan, magadanskoy.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from service.extraction.names import tables as press
from service.identity.offices_in_full import DEPUTIES
from service.identity.plain_offices import is_word_of_roles
from service.identity.roles import Office
from service.identity.tables import section

Words = tuple[str, ...]
_STEM = 5  # letters by which words that no table has are compared
_OTHERS = frozenset({"spokesperson", "adviser", "aide", "assistant", "secretary", "minister"})
_OF_TEAMS = frozenset({"coach", "captain", "manager", "player"})
_TELLING_NOTHING = frozenset({"national", "state", "public", "s", "federation", "association", "body", "governing"})
_OF_MANY = frozenset({"police", "army", "navy", "force", "official", "officer"})  # "police officer" leads nobody
_OF_COMMITTEES = frozenset({"committee", "commission", "panel", "inquiry"})  # whose chief is the chair
_FEWEST = 2  # words for what a head leads whose own word is left out: the fishermen's guild
_NO_HEAD: Words = ()


@lru_cache(maxsize=65_536)
def same_posts(some: frozenset[Office], others: frozenset[Office]) -> frozenset[Office]:
    """Of some offices those that are one of the others, word for word or told otherwise."""
    mine, theirs = _by_led(some), _by_led(others)
    return some & others | {
        office
        for led in mine.keys() & theirs.keys()
        for head, office in mine[led]
        if any(_is_one_head(head, other, led) for other, _ in theirs[led])
    }


@lru_cache(maxsize=65_536)
def marks_of_posts(offices: frozenset[Office]) -> frozenset[str]:
    """What two sets of offices have in common that have one post told otherwise in common."""
    return frozenset(f"post {' '.join(led)}" for led in _by_led(offices))


@lru_cache(maxsize=65_536)
def _by_led(offices: frozenset[Office]) -> Mapping[Words, list[tuple[Words, Office]]]:
    """By the words for what is led, those for who leads, and the office; only of offices that may be told otherwise."""
    found: dict[Words, list[tuple[Words, Office]]] = defaultdict(list)
    for office in offices:
        # Whoever leads what has no words is meant only where that is a state.
        if (parts := _parts(office)) and (parts[1] or parts[0] in _ruling()):
            found[parts[1]].append((parts[0], office))
    return found


@lru_cache(maxsize=65_536)
def _parts(office: Office) -> tuple[Words, Words] | None:
    """The words for who leads, and those for what is led. None: hardly anybody tells it otherwise."""
    words = frozenset(office)
    if not DEPUTIES.isdisjoint(words):
        return None
    fitting = (head for word in office for head in _heads().get(word, ()) if words.issuperset(head))
    head = min(fitting, key=lambda each: (-len(each), each), default=_NO_HEAD)  # of several words before one
    rest = words.difference(head)
    if not _OTHERS.isdisjoint(rest):
        head, rest = _NO_HEAD, words
    named = not press.words("person_nouns").isdisjoint(rest) or not rest.isdisjoint(_OF_MANY)
    if (head == _NO_HEAD and (named or len(rest) < _FEWEST)) or (head == ("commander",) and "navy" in rest):
        return None
    return head, tuple(sorted(map(_stem, rest - (_TELLING_NOTHING if _OF_TEAMS.isdisjoint(words) else set()))))


def _is_one_head(one: Words, other: Words, led: Words) -> bool:
    if not led:
        return _rules(one, other) or _rules(other, one)
    return _are_alike(one, other, led)


def _are_alike(one: Words, other: Words, led: Words) -> bool:
    """Whether two words for heads may be told of one: a chief is any head but the chair, of a committee that too."""
    chairs = {one, other} <= _listed("chairs") and not _OF_COMMITTEES.isdisjoint(led)
    return chairs or one == other or _may_stand_for(one, other) or _may_stand_for(other, one)


@lru_cache(maxsize=65_536)
def is_one_in_body(one: Office, other: Office) -> bool:
    """Whether two who hold these in one body, whose name is left out, both lead it: its chief, its chief executive."""
    mine, theirs = _parts(one), _parts(other)
    if one == other or mine is None or theirs is None:
        return one == other
    if _NO_HEAD in (mine[0], theirs[0]):
        return bool(mine[1]) and mine[1] == theirs[1]
    return _are_alike(mine[0], theirs[0], mine[1]) and _of_body(mine[1]) == _of_body(theirs[1])


def is_any_head(office: Office) -> bool:
    """Whether an office is told by a word for any head alone: chief."""
    return office in _listed("chiefs") | _listed("leaders")


def _of_body(led: Words) -> Words:
    """The words for what is led in a body; none where they tell what the body is: the ferry operator's chief."""
    return () if not (section("roles", "kinds") | section("roles", "kinds_of_firms")).isdisjoint(led) else led


def _rules(one: Words, other: Words) -> bool:
    return one in _listed("any_rulers") and other in _listed("rulers")


def _may_stand_for(one: Words, other: Words) -> bool:
    """Whether one is a word for any head, and the other a head, or another word for any."""
    if {one, other} <= _listed("of_teams"):
        return True
    if one in _listed("chiefs"):
        return other not in _listed("not_chiefs")
    return one == _NO_HEAD or one in _listed("leaders")


@cache
def _ruling() -> frozenset[Words]:
    return _listed("rulers") | _listed("any_rulers")


@cache
def _heads() -> dict[str, list[Words]]:
    """All words for heads, by the first of them."""
    found: dict[str, list[Words]] = defaultdict(list)
    for head in {head for name in ("special", "chiefs", "leaders", "rulers") for head in _listed(name)}:
        found[head[0]].append(head)
    return dict(found)


@cache
def _listed(name: str) -> frozenset[Words]:
    return frozenset(tuple(head.split("_")) for head in section("heads", name))


def _stem(word: str) -> str:
    return word if is_word_of_roles(word) else word[:_STEM]
