"""What roles as printed say of a person: the office, by which two roles compare, and the walk of life."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.places import is_state, names_owner, places_in
from service.identity.portfolios import first_portfolio
from service.identity.role_phrases import words_of_office
from service.identity.roles_abroad import Words
from service.identity.tables import groups, lines, section
from service.regex import regex

_WALKS = (
    "public",
    "force",
    "command",
    "business",
    "sport",
    "arts",
    "science",
    "care",
    "faith",
    "press",
    "law",
    "labour",
    "crime",
    "cause",
    "private",
)
_LEADING = frozenset({"public", "business"})
_HOUSES, _ALONE = ("labour", "care", "science", "arts", "faith", "press"), ("sport", "arts")
_FORMER = frozenset({"former", "ex", "late", "then", "acting", "interim", "onetime", "retired", "outgoing", "incoming"})
_PAST = frozenset({"former", "ex", "late", "onetime", "retired"})
_EMPTY = frozenset(
    words_of(
        "the a an of for and to in at on with from his her their its new senior s mr mrs ms dr miss sir dame affairs"
    )
)
# Words that stand for several: abbreviations of whole roles.
_WHOLE = {
    "ceo": ("chief", "executive"), "cfo": ("chief", "finance"), "pm": ("prime", "minister"),
    "coo": ("chief", "operating"), "md": ("director", "managing"), "fm": ("foreign", "minister"),
    "dpm": ("deputy", "prime", "minister"),
    "vp": ("vice", "president"), "taoiseach": ("prime", "minister"), "tanaiste": ("deputy", "prime", "minister"),
}  # fmt: skip
_SILENT = frozenset({"officer"})  # a chief executive officer is a chief executive
_UNTOLD = _EMPTY | _FORMER | _SILENT
# Parties and homes, which say nothing of the office: "Republican senator from Ohio".
_COLOUR = regex(
    r"\b(?:republican(?! of )|democratic|democrat(?! of )|labou?r mp|conservative|tory|[rd]-\w+)\b|\bfrom\s.*"
    r"|(?<=\bmp) for\s.*|(?<=deputy) for\s.*|(?<=\btd) for\s.*|(?<=senator) for\s.*"
    r"|\b(?:labou?r|tory|republican|democrat|conservative|liberal democrat|lib dem|social democrat)s?['’]s?(?=\s)",
    re.I,
)

# What the chief officers of firms are for: a chief medical officer or a police chief is of another walk.
_OF_FIRMS = frozenset(words_of("operating financial technology marketing commercial information product revenue"))

_POSTED = regex(r"\bdiplomat (?:in|for|to|at|on)\b")  # the top US diplomat in Kabul
_CHIEF_OF_STAFF = ("chief", "of", "staff")
_SENT = frozenset({"ambassador", "envoy", "consul", "representative"})
_AIDES = frozenset({"public", "force"})
_SHOPKEEPERS = frozenset({"owner", "manager", "assistant", "proprietor"})
_SCHOLARS = frozenset({"professor", "lecturer", "scholar", "expert", "specialist"})
_SCIENCES = (("ology", "ologist"), ("onomy", "onomer"), ("onomics", "onomist"), ("ysics", "ysicist"))
_ENDINGS = (("ologist", "science"), ("maker", "labour"), ("smith", "labour"))

Office = tuple[str, ...]
Craft = tuple[str, str]  # a walk of life, and one of the callings within it


@lru_cache(maxsize=65_536)
def office_of(role: str) -> Office | None:
    """The office that a role names, as sorted words: "Russian Foreign Minister", "minister of foreign affairs" ->
    foreign, minister. None: it names none. States and organisations in it are the party's business.
    """
    found: set[str] = set()
    words = words_of_office(_COLOUR.sub(" ", first_portfolio(role)))
    named = {at for place in places_in(words) for at in names_owner(words, place)}
    for at, word in enumerate(words):
        if word == "vice" and "minister" in words:
            word = "deputy"  # as others call the vice minister
        if at not in named and word not in _UNTOLD:
            found.update(_WHOLE.get(word, (_same().get(word, word),)))
    if _SCHOLARS & found:
        found = {_scholar(word) for word in found}
    if {"top", "diplomat"} <= found and not _POSTED.search(role):
        found = found - {"top", "diplomat"} | {"foreign", "minister"}
    if "premier" in found:
        found = found - {"premier"} | {"prime", "minister"}
    if {"deputy", "president"} <= found:
        found = found - {"deputy"} | {"vice"}
    if {"board", "chair"} <= found and "school" not in found:
        found -= {"board"}  # of a firm
    if found == {"principal"}:
        found = {"headteacher"}
    if found == {"deputy"}:
        found = {"lawmaker"}  # of France or Russia
    # Officer Doe is nothing else.
    return tuple(sorted(found)) or (("officer",) if words == ("officer",) else None)


def _scholar(word: str) -> str:
    """Who knows a science, for its name: a professor of epidemiology is an epidemiologist."""
    ending = next((pair for pair in _SCIENCES if word.endswith(pair[0])), ("", ""))
    return word.removesuffix(ending[0]) + ending[1]


def is_former(role: str) -> bool:
    """Whether a role is told as one of the past: late senator."""
    return not _PAST.isdisjoint(words_of(role))


@lru_cache(maxsize=65_536)
def post_of(role: str) -> frozenset[str]:
    """What tells a post from others of its kind: the states and bodies in it, and their words: United States, treasury.

    Empty where that is not two things at least.
    """
    places = {place.label for place in places_in(words_of_office(role))}
    common = section("roles", "answering") | section("roles", "of_firms")
    marks = places.union(office_of(role) or ()) - common
    sent = _SENT.intersection(words_of_office(role)) if places and marks == places else frozenset()
    marks |= sent  # whoever is sent to a land holds no other post there
    return frozenset(marks) if len(marks) > 1 else frozenset()


def speaks_beside(post: frozenset[str]) -> frozenset[str]:
    """What of a post may speak in an article that prints no office: of an ambassador of a state to a body these two.

    Empty where that is not two things, of which one is no state: between two states many are sent.
    """
    bodies = post - _SENT
    return bodies if len(bodies) > 1 and not all(map(is_state, bodies)) else frozenset()


@lru_cache(maxsize=65_536)
def walks_of(role: str) -> frozenset[str]:
    """The walks of life that the words of a role belong to; none where no word tells."""
    words = words_of_office(role)
    if "executive" in words and ("prime" in words or "chief" in words):
        return frozenset({"business"})
    if {"chief", "officer"} <= set(words) and _OF_FIRMS.intersection(words):
        return frozenset({"business"})
    if _SHOPKEEPERS.intersection(words[-1:]) and section("domains", "small").intersection(words):
        return frozenset({"labour"})
    told = {walk for word in words if not _is_weak(word) for walk in _walks_of(word)}
    if words == _CHIEF_OF_STAFF:
        return _AIDES  # a president's, or an army's
    if told <= _LEADING:
        told |= _led(words)
    return frozenset(told or (walk for word in words for walk in _walks_of(word)))


def _led(words: Words) -> set[str]:
    """The further walks of who leads something: that of a house, and those of a word that stands alone."""
    alone = set(words) - _UNTOLD
    houses = {walk for walk in _HOUSES if section("domains", f"{walk} houses") & alone}
    return houses | {walk for walk in _ALONE if len(alone) == 1 and section("domains", f"{walk} alone") >= alone}


def _is_weak(word: str) -> bool:
    return word in section("domains", "weak")


def _walks_of(word: str) -> list[str]:
    # Nobody lists them all: herpetologists, volcanologists, cheesemakers.
    known = _walks().get(word) or _walks().get(_same().get(word, word))
    return known or [walk for ending, walk in _ENDINGS if _ends(word, ending)]


def _ends(word: str, ending: str) -> bool:
    return word.endswith(ending) and word not in section("domains", "no_walk")


@lru_cache(maxsize=65_536)
def crafts_of(role: str) -> frozenset[Craft]:
    """The callings within a walk of life that the words of a role tell: sport, tennis."""
    return frozenset(craft for word in words_of_office(role) for craft in _crafts().get(word, ()))


@cache
def _crafts() -> dict[str, list[Craft]]:
    """The callings to which each word belongs."""
    found: dict[str, list[Craft]] = defaultdict(list)
    for line in lines("crafts"):
        label, _, words = line.partition(":")
        walk, craft = label.split()
        for word in words.split():
            found[word].append((walk, craft))
    return dict(found)


@cache
def _walks() -> dict[str, list[str]]:
    """The walks of life to which each word belongs."""
    found: dict[str, list[str]] = defaultdict(list)
    for walk in _WALKS:
        for word in section("domains", walk):
            found[word].append(walk)
    return dict(found)


@cache
def _same() -> dict[str, str]:
    return {word: group[0] for group in groups("role_words") for word in group}
