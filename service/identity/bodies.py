"""Takes the name of a state or organisation apart: whose it is, and the words that tell it from others."""

from dataclasses import dataclass
from functools import lru_cache

from service.folding import words_of
from service.identity.bodies_in_tables import is_firm_of_the_world, is_in_table, told_in_table
from service.identity.body_words import core_of, joins_words, without_the
from service.identity.firm_forms import without_firm
from service.identity.institutions_abroad import in_english
from service.identity.places import Place, Words, names_owner, place_of, places_in
from service.identity.portfolios import first_portfolio
from service.identity.regions import within_regions
from service.identity.roles_abroad import words_of_role
from service.identity.scripts import latin
from service.identity.states_abroad import state_abroad
from service.identity.tables import section
from service.regex import regex

_LETTERS = regex(r"(?<=\w) \((\w[\w.-]{1,9})\)$")  # Northern Rail Authority (NRA), but no party (Marxist)
_CAPITALS = regex("[A-Z]{3,6}")
_HAN = regex("[\u3040-\u30ff\u3400-\u9fff]{4,20}")
_SHORT_HAN = regex("[\u3400-\u9fff]{2,4}")
_LONG = 4  # words of a name that the press shortens
# The Tarn Courier newspaper
_BEHIND = regex(
    r"(?<=\w) (?:(?:daily |weekly )?(?:newspaper|magazine|website)|daily"
    r"|news agency|news site)$"
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """The name of a body: `owner` is the state it names or is known to belong to, `core` its other words, in order of
    the alphabet. `generic`: without its owner the name is that of many bodies; `by_seat`: it says whose it is by no
    word of a state, so that others may have one of this name too.
    """

    core: Words
    owner: str | None
    generic: bool
    by_seat: bool = False


@lru_cache(maxsize=65_536)
def body_name(printed: str) -> BodyName:
    """The parts of a body's printed name."""
    told = _without_letters(_BEHIND.sub("", _with_state_apart(printed)))
    words = without_the(words_of(told.replace("&", " and ")))
    words = words if told_in_table(words) else _in_english(first_portfolio(told).replace("&", " and "))
    words, of = _aliased(words if told_in_table(words) else _in_full(words))
    if is_firm_of_the_world(words):
        return BodyName(tuple(sorted(words)), None, False)  # the Bank of America is no American bank
    whole = place_of(words) or place_of(without_firm(words))
    words = _without_kind(without_firm(words))
    if whole and whole.sort in ("state", "organisation"):
        return BodyName(without_the(words_of(whole.label)), None, False)
    regional = within_regions(words)
    found = [place for place in places_in(words) if place.start not in regional]
    owner = of or next((place for place in found if place.sort in ("state", "adjective", "seat", "capital")), None)
    core = core_of(words, None if of else owner)
    if owner and _is_branch(words, owner) and not section("roles", "generic").issuperset(core):
        core = (*core, *words_of(owner.label))
    generic = (owner is not None and owner.sort == "seat") or section("roles", "generic").issuperset(core)
    by_seat = owner is not None and owner.sort == "seat" and not names_owner(words, owner)
    return BodyName(core, owner.label if owner else None, generic, by_seat)


def _with_state_apart(printed: str) -> str:
    """A body's name in Han letters, of which no blank tells where its state ends, with the state before it in English:
    China 外交部. What is no known body behind a state stays as it is: 中国電力 is of a region of Japan.
    """
    if not _HAN.fullmatch(printed) or is_in_table(printed):
        return printed
    ends = (end for end in range(2, len(printed) - 1) if is_in_table(printed[end:]))
    told = ((label, printed[end:]) for end in ends if (label := state_abroad(printed[:end])))
    return next((f"{label} {rest}" for label, rest in told), printed)


def _is_branch(words: Words, owner: Place) -> bool:
    """Whether a state stands behind a name: Corvane Canada is no Corvane; but the Bank of Canada is its bank."""
    last = owner.sort == "state" and owner.end == len(words) and owner.start > 0
    return last and not joins_words(words[owner.start - 1])


def _without_letters(printed: str) -> str:
    told = _LETTERS.search(printed)
    if told is None:
        return printed
    name = printed[: told.start()]
    return name if is_within(told[1], name) or _are_letters_of(told[1], name) else printed


def _are_letters_of(letters: str, name: str) -> bool:
    """Whether capitals behind a name are its letters in another language: the Swedish one is MSB at home. But parties
    are told apart so, and bodies by their states.
    """
    long = len(name.split()) >= _LONG and "party" not in name.casefold()
    return long and bool(_CAPITALS.fullmatch(letters)) and place_of(words_of(letters)) is None


def is_within(letters: str, name: str) -> bool:
    """Whether letters stand in a name in this order."""
    rest = iter("".join(words_of(latin(name))))
    return all(letter in rest for letter in "".join(words_of(letters)))


def _in_english(printed: str) -> Words:
    """The words of a name; those of a ministry or the like in another language in English."""
    if told_in_table(words := without_the(words_of(latin(printed)))):
        return words  # Schweizerische Nationalbank
    told = words_of_role(printed)
    if "ministry" in told:
        return without_the(in_english(told, certain=told != words_of(latin(printed))))
    if _SHORT_HAN.fullmatch(printed) and words == told:
        return ("".join(words),)  # 华为 is Huawei
    return without_the(in_english(words_of(latin(printed))))


def _in_full(words: Words) -> Words:
    """The words of a name with that of a great organisation in full: the UN envoy is the United Nations envoy."""
    named = [place for place in places_in(words) if place.sort == "organisation" and place.end - place.start == 1]
    for place in reversed(named if len(words) > 1 else []):
        full = words_of(place.label)
        if not any(within.sort != "organisation" for within in places_in(full)):
            words = (*words[: place.start], *full, *words[place.end :])
    return words


def _aliased(words: Words) -> tuple[Words, Place | None]:
    """The words of a name, those to compare by of one that has two; and whose it is, where that stands before them:
    US Environmental Protection Agency.
    """
    firm = without_firm(words)
    for name in (words, firm, firm[:-1] if firm[-1:] == ("and",) else firm):
        if told := told_in_table(name):
            return told, None
    for end in range(1, len(words)):
        place = place_of(words[:end])
        if place and (told := told_in_table(words[end:])):
            return told, None if place.sort == "organisation" or place_of(told) else place
    return words, None


def _without_kind(words: Words) -> Words:
    """The words of a name without "group", and of one before "news agency": Xinhua. No Mongolian News Agency."""
    name = words[:1] if words[1:] == ("news", "agency") else words[:-1] if words[-1:] == ("group",) else ()
    return name if name and place_of(name) is None else words
