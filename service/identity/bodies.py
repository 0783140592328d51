"""Takes the name of a state or organisation apart: whose it is, and the words that tell it from others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.institutions_abroad import in_english, words_abroad
from service.identity.places import Place, Words, names_owner, place_of, places_in
from service.identity.portfolios import first_portfolio
from service.identity.regions import within_regions
from service.identity.roles_abroad import words_of_role
from service.identity.scripts import latin
from service.identity.states_abroad import state_abroad
from service.identity.tables import groups, pairs, section
from service.regex import regex

_FIRM = frozenset(
    words_of(
        "inc incorporated corp corporation co company ltd limited plc llc llp gmbh ag sa nv spa holdings holding ab asa"
        " aps oy oyj bv kk kg kgaa se as a/s asa sab cv rl scs sca srl sarl sas pty pte pvt bhd berhad tbk"
        " jsc pjsc ojsc ooo kft"
    )
)
_FIRM_BEFORE = frozenset({"pt", "ooo", "oao", "zao", "pao", "pjsc", "jsc", "aktiebolaget", "uab", "sia", "too", "tov"})
_FOOTBALL_CLUB = frozenset({"football", "club"})
_SAINTS = frozenset({"st", "saint", "ste", "sainte"})
_FORMS_OF_STATE = frozenset({"republic", "kingdom", "federation", "principality", "sultanate"})
_KINDS_OF_STATE = frozenset(words_of("federal islamic democratic peoples socialist arab united hashemite co-operative"))
_JOINING = frozenset({"the", "of", "for", "and", "on", "to", "in", "affairs"})
# Ministère de la Santé
_JOINING_ABROAD = frozenset(
    words_of("de la le les du des del della dell dello do da das dos der die fur y et e affaires")
)
# A Federal Ministry of the Interior is the ministry, a police department the police, a special envoy the envoy.
_UNSAID = (
    ("ministry", {"federal"}),
    ("police", {"department", "force", "service"}),
    ("envoy", {"special"}),
    ("prosecutor", {"public", "office"}),
    ("sheriff", {"office", "department"}),
    ("fire", {"department", "service", "brigade", "rescue"}),
)
_BEFORE_PARTS = (("state", "of"), ("commonwealth", "of"))
_OF_TWO = frozenset({("washington",)})  # capitals that are states or much else too
_LETTERS = regex(r"(?<=\w) \((\w[\w.-]{1,9})\)$")  # Northern Rail Authority (NRA), but no party (Marxist)
_CAPITALS = regex("[A-Z]{3,6}")
_HAN = regex("[\u3040-\u30ff\u3400-\u9fff]{4,20}")
_SHORT_HAN = regex("[㐀-鿿]{2,4}")
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
    words = _plain(words_of(told.replace("&", " and ")))
    words = words if words in _aliases() else _in_english(first_portfolio(told).replace("&", " and "))
    words, of = _aliased(words if words in _aliases() else _in_full(words))
    if words in _firms():
        return BodyName(tuple(sorted(words)), None, False)  # the Bank of America is no American bank
    whole = place_of(words) or place_of(without_firm(words))
    words = _without_kind(without_firm(words))
    if whole and whole.sort in ("state", "organisation"):
        return BodyName(_plain(words_of(whole.label)), None, False)
    regional = within_regions(words)
    found = [place for place in places_in(words) if place.start not in regional]
    owner = of or next((place for place in found if place.sort in ("state", "adjective", "seat", "capital")), None)
    core = _core(words, None if of else owner)
    if owner and _is_branch(words, owner) and not section("roles", "generic").issuperset(core):
        core = (*core, *words_of(owner.label))
    generic = (owner is not None and owner.sort == "seat") or section("roles", "generic").issuperset(core)
    by_seat = owner is not None and owner.sort == "seat" and not names_owner(words, owner)
    return BodyName(core, owner.label if owner else None, generic, by_seat)


def _with_state_apart(printed: str) -> str:
    """A body's name in Han letters, of which no blank tells where its state ends, with the state before it in English:
    China 外交部. What is no known body behind a state stays as it is: 中国電力 is of a region of Japan.
    """
    if not _HAN.fullmatch(printed) or words_of(latin(printed)) in _aliases():
        return printed
    ends = (end for end in range(2, len(printed) - 1) if words_of(latin(printed[end:])) in _aliases())
    told = ((label, printed[end:]) for end in ends if (label := state_abroad(printed[:end])))
    return next((f"{label} {rest}" for label, rest in told), printed)


def _is_branch(words: Words, owner: Place) -> bool:
    """Whether a state stands behind a name: Corvane Canada is no Corvane; but the Bank of Canada is its bank."""
    last = owner.sort == "state" and owner.end == len(words) and owner.start > 0
    return last and words[owner.start - 1] not in _JOINING | _JOINING_ABROAD | {"in"}


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
    if (words := _plain(words_of(latin(printed)))) in _aliases():
        return words  # Schweizerische Nationalbank
    told = words_of_role(printed)
    if "ministry" in told:
        return _plain(in_english(told, certain=told != words_of(latin(printed))))
    if _SHORT_HAN.fullmatch(printed) and words == told:
        return ("".join(words),)  # 华为 is Huawei
    return _plain(in_english(words_of(latin(printed))))


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
        if name in _aliases():
            return _aliases()[name], None
    for end in range(1, len(words)):
        place = place_of(words[:end])
        if place and words[end:] in _aliases():
            alias = _aliases()[words[end:]]
            return alias, None if place.sort == "organisation" or place_of(alias) else place
    return words, None


@lru_cache(maxsize=65_536)
def state_name(printed: str) -> Words:
    """The words by which a state's name is compared: those of its label; a capital or a seat of government stands for
    its state.
    """
    words = _without_government(_plain(words_of(latin(printed.replace("&", " and ")))))
    if other := _other_states().get(words):
        return words_of(other)
    place = place_of(words) or _of_form(words)
    if place is None and (label := state_abroad(printed)):
        return words_of(label)
    named = place and (
        place.sort in ("state", "adjective", "seat") or (place.sort == "capital" and words not in _OF_TWO)
    )
    return words_of(place.label) if place and named else words


def _without_government(words: Words) -> Words:
    """The words of a state's name without those for who governs it: the Turkish government, the authorities in Mali."""
    if words[:2] in (("government", "of"), ("authorities", "in")):
        return _plain(words[2:]) or words
    if words[:2] in _BEFORE_PARTS and place_of(words[2:]) is None:
        return words[2:] or words  # the State of California; that of Georgia is not the country
    return words[:-1] if words[1:] and words[-1] in ("government", "authorities") else words


def _of_form(words: Words) -> Place | None:
    """The state that a name tells with its form: the Kingdom of Norway, the Italian Republic."""
    head = next((at for at, word in enumerate(words) if word in _FORMS_OF_STATE), None)
    if head is None or not _KINDS_OF_STATE.issuperset(words[:head] if words[head + 1 :] else words[1:head]):
        return None
    if words[head + 1 : head + 2] == ("of",):
        return place_of(_plain(words[head + 2 :]))
    adjective = place_of(words[:1])
    return adjective if head == len(words) - 1 and adjective and adjective.sort == "adjective" else None


def told_in_table(words: Words) -> Words:
    """The words by which a table has the body of this name compared, none where no table has it: of Trapeza tis Ellados
    those of the Bank of Greece.
    """
    return _aliases().get(words, ())


def may_be_told_otherwise(words: Words) -> bool:
    """Whether a word of a name has another spelling, is of another language, or belongs to names that say the same."""
    return words in _aliases() or not _of_several().isdisjoint(words)


@cache
def _of_several() -> frozenset[str]:
    alike = (word for label, core in _alike().items() for word in (*label, *core))
    return frozenset(alike) | _spelling().keys() | _abroad().keys() | words_abroad()


def describes_people(printed: str) -> bool:
    """Whether a name only describes people, so that it means others in every article: "two US officials"."""
    words = words_of(printed)
    return bool(section("roles", "people").intersection(words[-1:])) and not told_in_table(_plain(words))


@lru_cache(maxsize=65_536)
def describes_somebody(printed: str) -> bool:
    """Whether what is printed for a person's name only describes somebody: senior Western diplomat, a US official. King
    and bell hooks are names.
    """
    *before, last = printed.split() or [""]
    if not before or not last.islower() or words_of(before[0])[:1] == words_of(last):
        return False
    nouns = press.words("person_nouns") | section("roles", "people")
    first = words_of(before[0])[:1]
    return last in nouns and not press.words("first_names").issuperset(first)


def _core(words: Words, owner: Place | None) -> Words:
    """The words without the owner's name; where only the seat itself is named, the seat."""
    named = names_owner(words, owner) if owner else set()
    rest = [word for at, word in enumerate(words) if at not in named and word not in _JOINING]
    if any(_abroad().get(word) == "ministry" for word in rest):
        rest = [_abroad().get(word, word) for word in rest if word not in _JOINING_ABROAD]
    core = tuple(sorted({_spelling().get(word, word) for word in _without_s(rest)})) or words
    for head, unsaid in _UNSAID:
        core = tuple(word for word in core if word not in unsaid) if head in core and len(core) > 2 else core
    if set(core) > _FOOTBALL_CLUB:
        core = tuple(sorted({*core, "fc"} - _FOOTBALL_CLUB))
    return _alike().get(core, core)


def _without_s(words: list[str]) -> list[str]:
    """Words of a name, those of saints without the s that others print behind an apostrophe: St Brannocs."""
    told = zip(["", *words], words, strict=False)
    return [word.removesuffix("s") if before in _SAINTS and len(word) > 3 else word for before, word in told]


def _plain(words: Words) -> Words:
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def _without_kind(words: Words) -> Words:
    """The words of a name without "group", and of one before "news agency": Xinhua. No Mongolian News Agency."""
    name = words[:1] if words[1:] == ("news", "agency") else words[:-1] if words[-1:] == ("group",) else ()
    return name if name and place_of(name) is None else words


def without_firm(words: Words) -> Words:
    """The words of a firm's name without its legal form."""
    words = words[1:] if len(words) > 1 and words[0] in _FIRM_BEFORE else words
    while len(words) > 1 and words[-1] in _FIRM:
        # S.A. de C.V., S. de R.L.; GmbH & Co. KG, but Vance & Co.
        words = words[: -2 if words[-2] == "de" and len(words) > 2 else -1]
        words = words[:-1] if words[-1] == "and" and words[-2:-1] and words[-2] in _FIRM else words
    return words


@cache
def _aliases() -> dict[Words, Words]:
    return {words_of(latin(name)): words_of(label) for name, label in [*press.labelled("same_bodies"), *_by_tables()]}


@cache
def _firms() -> frozenset[Words]:
    return frozenset(words_of(latin(label)) for _, label in pairs("firms"))


def _by_tables() -> Iterator[tuple[str, str]]:
    for table in ("bodies_abroad", "bodies_by_letters", "bodies_by_seat", "bodies_for_short", "firms"):
        yield from pairs(table)
    banks = dict(pairs("central_banks"))
    for name, state in [*press.states().items(), *press.adjectives().items(), *((state, state) for state in banks)]:
        if state in banks:
            yield f"{name} central bank", banks[state]
            yield f"central bank of {name}", banks[state]


@cache
def _abroad() -> dict[str, str]:
    """Words of ministries in other languages, in English."""
    return {word: english for english, *others in groups("ministries_abroad") for word in others}


@cache
def _alike() -> dict[Words, Words]:
    """For the words of a name without its owner's those to compare by."""
    return {_compared(name): _compared(label) for name, label in pairs("bodies_alike")}


def _compared(name: str) -> Words:
    return tuple(sorted({_spelling().get(word, word) for word in words_of(name) if word not in _JOINING}))


@cache
def _other_states() -> dict[Words, str]:
    return {words_of(name): label for name, label in pairs("states")}


@cache
def _spelling() -> dict[str, str]:
    return {word: group[0] for group in groups("body_words") for word in group}
