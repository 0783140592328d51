"""Who speaks in the made-up newsroom: persons, bodies and states, each with one name, one role, and one identity."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from service.identity.mentions import namings_of
from service.identity.namings import Naming
from service.identity.partition import partition
from service.records import Mention, SpeakerKind
from service.store.quote_keys import folded_party, role_keys

_GIVEN = (
    *("Ada", "Boris", "Chen", "Dana", "Emil", "Fatima", "Goran", "Hana", "Igor", "Jana", "Kofi", "Lena", "Marta"),
    *("Nils", "Olga", "Pedro", "Quentin", "Rosa", "Stefan", "Tomas", "Ursula", "Viktor", "Wanda", "Xenia", "Yusuf"),
    *("Zora", "Amir", "Bianca", "Carlos", "Dmitri", "Elena", "Farid", "Greta", "Hugo", "Ingrid", "Javier"),
)
_STATES = ("Norway", "Canada", "Brazil", "Kenya", "Japan", "Poland", "Chile", "India")
_OFFICES = (
    *("Foreign Minister of {}", "Prime Minister of {}", "ambassador of {}", "Finance Minister of {}"),
    *("senator", "mayor", "economist", "head of the union", "spokesman of the ministry", "chief of police"),
    *("professor of law", "general", "bishop", "chief executive", "analyst", "campaigner"),
)
_FIRST, _SECOND = (
    ("Ba", "Do", "Fe", "Gu", "Ki", "La", "Mo", "Ne", "Pi", "Ro", "Sa", "Tu", "Ve", "Wi", "Za"),
    "bdgklmnrstvz",
)
_THIRD = ("an", "er", "ik", "ol", "und", "ens", "ard", "ov", "ich", "et", "ammer", "ell", "ino", "aki", "or")
_WITH_ROLE = 0.6
FAME = 5.0  # flatness of the first ranks: see words.shares


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who speaks: `surname` is how a person is called the second time; `id` is the one that identity gives."""

    name: str
    surname: str | None
    kind: SpeakerKind
    role: str | None
    naming: Naming
    role_keys: tuple[str, ...]
    party_keys: tuple[str, ...]
    id: str = ""


def speakers(seed: int, number: int, articles: Sequence[int]) -> list[Speaker]:
    """So many, the most famous first; `articles` says of each in about how many articles they speak."""
    chance = Random(f"{seed} speakers")
    found = [_speaker(chance, place, number) for place in range(number)]
    meant = partition({each.naming: known for each, known in zip(found, articles, strict=True)})
    return [replace(each, id=meant[each.naming.id].speaker or "") for each in found]


def _speaker(chance: Random, place: int, number: int) -> Speaker:
    if place % 97 == 41 and place // 97 < len(_STATES):
        return _made(_STATES[place // 97], None, "state", None)
    # A surname has some bearers; no two of them have one first name.
    surname = _surname(place // 3 if number > 300 else place)
    if place % 14 == 9:
        return _made(f"{surname} Energy", None, "organisation", None)
    given = _GIVEN[(place * 7 + place // len(_GIVEN)) % len(_GIVEN)]
    role = chance.choice(_OFFICES).format(chance.choice(_STATES)) if chance.random() < _WITH_ROLE else None
    return _made(f"{given} {surname}", surname, "person", role)


def _surname(number: int) -> str:
    number, last = divmod(number, len(_THIRD))
    number, middle = divmod(number, len(_SECOND))
    number, first = divmod(number, len(_FIRST))
    more = ""
    while number:
        number, at = divmod(number - 1, len(_SECOND))
        more += f"{_SECOND[at]}a"
    return f"{_FIRST[first]}{more}{_SECOND[middle]}{_THIRD[last]}"


def _made(name: str, surname: str | None, kind: SpeakerKind, role: str | None) -> Speaker:
    naming = namings_of("", [Mention(name, None, kind, role)])[name, kind]
    keys = tuple(sorted(set(role_keys(role)))) if role else ()
    parties = tuple(sorted({folded_party(party) for party in naming.evidence.parties}))
    return Speaker(name, surname, kind, role, naming, keys, parties)
