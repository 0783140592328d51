"""Offices as they are compared: of a team captain the captain, of the Chancellor of the Exchequer the chancellor."""

from collections import defaultdict
from collections.abc import Collection
from functools import cache, lru_cache

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.places import is_state
from service.identity.regions import is_land, plain_label, words_of_land
from service.identity.roles import Office, office_of
from service.identity.tables import all_words, groups, lines, pairs, section

# Offices by their words, with the words for short; and those that may be longer.
ForShort = tuple[dict[frozenset[str], frozenset[str]], list[tuple[frozenset[str], frozenset[str]]]]
_OF_ANY = frozenset({"team", "squad", "club", "side", "region", "regional", "province", "provincial", "head"})
# Offices that many hold at once in one place, by a word of theirs: to share one is no sign of being one.
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
_SELECTED = frozenset({"women", "men", "national", "olympic", "youth", "junior"})  # of a land's coaches one
_IN_BOTH_HOUSES = frozenset({"senator", "representative"})
_ANY_LAND = "any land"
_CENTRAL_BANK = frozenset({"bank", "central"})
# What every place with a name is, beside it: the border town of Hendaye.
_PLACES = frozenset(
    {"town", "city", "village", "island", "border", "state", "municipality", "port", "capital", "school"}
)
_OF_CITY_HALL = frozenset({"manager", "administrator", "attorney", "clerk"})  # who is told by "city"
_TRADES = ("labour", "private", "care", "science", "sport", "press", "law", "crime", "cause")
_OF_LANDS = frozenset(
    {"attorney", "solicitor", "surgeon", "prosecutor", "auditor", "inspector", "comptroller", "advocate", "procurator"}
)  # with "general" behind: of many, one
_FOREMOST = frozenset(
    {"chief", "head", "national", "first", "supreme", "constitutional", "commissioner", "minister"}
)  # of many, one
_HEADS_OF_SCHOOLS = frozenset({"headteacher", "principal"})  # one of each, where its name is told
DEPUTIES = frozenset({"deputy", "vice", "assistant", "associate", "under", "junior", "second", "sub", "co"})
_UNDER = DEPUTIES | {"parliamentary", "permanent", "private"}


@lru_cache(maxsize=16_384)
def plain_offices(offices: frozenset[Office], parties: frozenset[str]) -> frozenset[Office]:
    """Offices by which two compare: without what every land and club has, and with the body or town beside them."""
    plain = _without_lands(offices, parties)
    # The mayor, of Tarn, is the mayor of Tarn.
    named = [words for party in parties if not is_land(party) for words in _words_of_body(party)]
    banks = [words_of(party) for party in parties if party in _central_banks()]
    plain |= {_of_central_bank(office, words) for office in plain for words in banks}
    return plain | {tuple(sorted({*office, *words})) for office in plain for words in named}


def _of_central_bank(office: Office, words: Collection[str]) -> Office:
    """An office in which the central bank's own name stands as others tell it: of the Norges Bank governor."""
    return tuple(sorted({*office}.difference(words) | _CENTRAL_BANK)) if set(words) <= set(office) else office


def _words_of_body(party: str) -> list[Collection[str]]:
    """The words by which roles tell a body: its name, and that it is a central bank."""
    words = words_of(party)
    central = party in _central_banks() or _CENTRAL_BANK.issubset(words)
    return [words, _CENTRAL_BANK] if central else [words]


@cache
def _central_banks() -> frozenset[str]:
    return frozenset(plain_label(bank) for _, bank in pairs("central_banks"))


def _without_lands(offices: frozenset[Office], parties: frozenset[str]) -> frozenset[Office]:
    # The president of the Liguria region is its regional president; but the mayor of Tarn is no other mayor.
    common = _OF_ANY.union(*(words_of_land(party) for party in parties if is_land(party)))
    if any(is_land(party) and not is_state(party) for party in parties):
        common |= {"state"}  # the state premier of Saxony
    offices = frozenset(_for_short(office, parties) for office in offices)
    plain = (_without(common, office) for office in offices)
    return frozenset(_without_kind_of_place(_for_short(office, parties)) for office in plain)


def _without(common: frozenset[str], office: Office) -> Office:
    # A state senator sits at home, a senator of that state in the capital of all.
    kept = {"state"} if not _IN_BOTH_HOUSES.isdisjoint(office) else set()
    # A head coach is the coach; but the head of the police is nobody without it.
    kept |= {"head"} if not _tells_somebody(office) else set()
    return tuple(word for word in office if word not in common or word in kept) or office


@lru_cache(maxsize=65_536)
def _tells_somebody(office: Office) -> bool:
    """Whether a word other than "head" tells a person: coach, teacher."""
    # The head of the teachers is none of them.
    nouns = press.words("person_nouns")
    return any(word != "head" and word in nouns and not word.endswith("s") for word in office)


@lru_cache(maxsize=65_536)
def _without_kind_of_place(office: Office) -> Office:
    """An office without what the place is whose name stands there: the mayor of the border town of Hendaye."""
    if _PLACES.isdisjoint(office) or all(map(is_word_of_roles, office)) or not _OF_CITY_HALL.isdisjoint(office):
        return office
    return tuple(word for word in office if word not in _PLACES)


def _for_short(office: Office, parties: frozenset[str]) -> Office:
    """The office as the press of its state tells it for short."""
    whole, begun = _told_for_short(parties)
    if not (whole or begun) or not _UNDER.isdisjoint(office):
        return office
    words = frozenset(office)
    if short := whole.get(words):
        return tuple(sorted(short))
    return next((tuple(sorted(words - full | short)) for full, short in begun if full < words), office)


@lru_cache(maxsize=16_384)
def _told_for_short(parties: frozenset[str]) -> ForShort:
    """For the lands among some parties the offices that are told otherwise, and those of which more may follow."""
    whole: dict[frozenset[str], frozenset[str]] = {}
    begun: list[tuple[frozenset[str], frozenset[str]]] = []
    for land in (*parties, *([_ANY_LAND] if parties and all(map(is_land, parties)) else [])):
        for full, more_follows, short in _told_in_full().get(land, ()):
            if more_follows:
                begun.append((full, short))
            else:
                whole.setdefault(full, short)
    return whole, begun


@cache
def _told_in_full() -> dict[str, list[tuple[frozenset[str], bool, frozenset[str]]]]:
    """For each state the words of offices in full, whether more follow, and the words for short."""
    found: dict[str, list[tuple[frozenset[str], bool, frozenset[str]]]] = defaultdict(list)
    for line in lines("offices_in_full"):
        states, _, rule = line.partition(": ")
        full, _, short = rule.partition(" -> ")
        told = frozenset(office_of(full) or ()), full.endswith(" for"), frozenset(office_of(short) or ())
        for state in states.split(", "):
            found[state].append(told)
    return dict(found)


@lru_cache(maxsize=16_384)
def is_of_many(office: Office) -> bool:
    """Whether many hold an office, as far as its words tell: bus driver, army officer."""
    words = set(office)
    if words == {"coach"}:
        return False
    if ("general" in words and words & _OF_LANDS) or ("coach" in words and words & _SELECTED):
        return False
    if ("captain" in words and words & _sports()) or ("spokesperson" in words and words & _SPOKEN_FOR):
        return False
    if words & _SOLE_HEADS and words & _SOLE_BODIES and DEPUTIES.isdisjoint(words):
        return False
    if not _HEADS_OF_SCHOOLS.isdisjoint(words) and not all(map(is_word_of_roles, words)):
        return False
    return bool(words & (_OF_MANY | _trades())) and not words & _FOREMOST


def is_word_of_roles(word: str) -> bool:
    """Whether a word of an office is in a table of such words, so that it is hardly a name."""
    return word in _words_of_roles()


@cache
def _words_of_roles() -> frozenset[str]:
    known = all_words("domains") | all_words("roles") | press.words("person_nouns")
    return known | _PLACES | {word for group in groups("role_words") for word in group}


@cache
def _sports() -> frozenset[str]:
    """The words of all sports, of which a land has one team: the handball captain."""
    return frozenset(
        word for line in lines("crafts") if line.startswith("sport ") for word in line.partition(":")[2].split()
    )


@cache
def _trades() -> frozenset[str]:
    return frozenset().union(*(section("domains", walk) for walk in _TRADES), ("judge",))
