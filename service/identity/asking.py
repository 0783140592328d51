"""Decides which printed names a name in a question stands for: any spelling, script or order, never a typing error."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations

from service.folding import words_of
from service.identity.bodies import body_name
from service.identity.families import first_name_key
from service.identity.namings import Group, block_of
from service.identity.other_spellings import syllables_key
from service.identity.person_names import PersonName, folded, person_name
from service.identity.scripts import latin
from service.identity.sounds import is_of_arabic, sound
from service.identity.state_names import state_name
from service.identity.syllables import may_be_one
from service.identity.whole_names import middles_fit

_GROUPS: tuple[Group, ...] = ("person", "body", "state", "document", "anonymous")
_MOST_WORDS = 4  # of a name whose words are tried in every order


def read_tables() -> None:
    """Reads now what names are told by, a third of a second's work for whoever asks for the first one."""
    blocks_of("Ana Lind")


def orders(asked: str) -> list[str]:
    """The name as it stands, and its words in every other order, to be tried where it means nobody as it stands."""
    words = latin(asked).split()
    if not 1 < len(words) <= _MOST_WORDS:
        return [asked]
    others = (" ".join(order) for order in permutations(words))
    # Ann Roe Jr. is not sought as "Jr. Ann Roe", which is her mother.
    suffix = person_name(asked).suffix
    return list(dict.fromkeys([asked, *(order for order in others if person_name(order).suffix == suffix)]))


def blocks_of(asked: str) -> list[str]:
    """The blocks in which a name may be found."""
    return sorted({block_of(asked, group) for group in _GROUPS}) if words_of(latin(asked)) else []


def places_of(asked: str) -> dict[str, str | None]:
    """Where a name may be found: for each group its block, or None.

    Thousands may have one surname: who is asked for by a whole first name stands under that name, or its sound.
    """
    places: dict[str, str | None] = dict.fromkeys((*_GROUPS, "first_name", "sound"))
    if words_of(latin(asked)):
        places |= {group: block_of(asked, group) for group in _GROUPS}
    person = person_name(asked)
    if places["person"] and person.given and not person.has_initial:
        first = person.given[0]
        alike = syllables_key(person.syllables) if person.syllables else sound(first)
        keys = [first_name_key(places["person"], key) for key in (first, alike)]
        places |= {"person": None, "first_name": keys[0], "sound": keys[1]}
    return places


def asked_for(asked: str, named: Iterable[tuple[str, Group]]) -> list[bool]:
    """For each printed name and its group, whether the name in a question means it: a full name its bearers, a bare
    surname all who have it.
    """
    return [_means(asked, name, group) for name, group in named]


@lru_cache(maxsize=65_536)
def _means(asked: str, printed: str, group: Group) -> bool:
    if group == "person":
        return _means_person(person_name(asked), person_name(printed))
    if group == "state":
        return state_name(asked) == state_name(printed)
    if group in ("document", "anonymous"):
        return folded(asked) == folded(printed)
    mine, theirs = body_name(asked), body_name(printed)
    return mine.core == theirs.core and mine.owner in (None, theirs.owner)


def _means_person(asked: PersonName, printed: PersonName) -> bool:
    if asked.suffix == printed.suffix and may_be_one(
        asked.syllables, printed.syllables, in_han="han" in (*asked.own[:1], *printed.own[:1])
    ):
        return True
    if not _is_one_surname(asked, printed):
        return False
    if not asked.given:
        return asked.suffix in ("", printed.suffix) and _seconds_fit(asked, printed)
    if not printed.given or asked.suffix != printed.suffix or not middles_fit(asked, printed):
        return False
    return _is_one_first_name(asked, printed)


def _is_one_surname(asked: PersonName, printed: PersonName) -> bool:
    if asked.surname == printed.surname:
        return bool(asked.surname)
    # Letters without vowels, and those that are put into Latin ones in many ways, cannot be typed otherwise.
    foreign = asked.consonants or printed.consonants or is_of_arabic(asked.surname, printed.surname)
    return foreign and sound(asked.surname) == sound(printed.surname) and len(sound(asked.surname)) > 1


def _is_one_first_name(asked: PersonName, printed: PersonName) -> bool:
    first, theirs = asked.given[0], printed.given[0]
    if len(first) == 1:
        return theirs.startswith(first)
    return first in (theirs, printed.alias) or (
        (asked.consonants or printed.consonants) and sound(first) == sound(theirs)
    )


def _seconds_fit(asked: PersonName, printed: PersonName) -> bool:
    before = printed.second or printed.given[-len(asked.second) :]
    return not asked.second or asked.second == before
