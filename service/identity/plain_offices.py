"""Offices as they are compared: without lands, and with the body or town beside them; of a team captain the captain."""

from collections.abc import Collection
from functools import cache, lru_cache

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.offices_in_full import for_short
from service.identity.places import is_state
from service.identity.regions import is_land, plain_label, words_of_land
from service.identity.roles import Office
from service.identity.tables import all_words, groups, pairs

_OF_ANY = frozenset({"team", "squad", "club", "side", "region", "regional", "province", "provincial", "head"})
_IN_BOTH_HOUSES = frozenset({"senator", "representative"})
_CENTRAL_BANK = frozenset({"bank", "central"})
# What every place with a name is, beside it: the border town of Hendaye.
_PLACES = frozenset(
    {"town", "city", "village", "island", "border", "state", "municipality", "port", "capital", "school"}
)
_OF_CITY_HALL = frozenset({"manager", "administrator", "attorney", "clerk"})  # who is told by "city"


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
    offices = frozenset(for_short(office, parties) for office in offices)
    plain = (_without(common, office) for office in offices)
    return frozenset(_without_kind_of_place(for_short(office, parties)) for office in plain)


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


def is_word_of_roles(word: str) -> bool:
    """Whether a word of an office is in a table of such words, so that it is hardly a name."""
    return word in _words_of_roles()


@cache
def _words_of_roles() -> frozenset[str]:
    known = all_words("domains") | all_words("roles") | press.words("person_nouns")
    return known | _PLACES | {word for group in groups("role_words") for word in group}
