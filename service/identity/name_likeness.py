"""Tells whether two names may be those of one person: by their spelling, their sound, what they say of the sex."""

from functools import cache

from service.extraction.names.tables import words as press_words
from service.identity.name_order import is_syllables, surnames_first
from service.identity.person_names import PersonName
from service.identity.respelling import given_name, is_called, is_known, is_listed, nicknames_of
from service.identity.sounds import ends_open, reads_alike, sound
from service.identity.tables import groups, section
from service.regex import regex

_OF_PARENTS = regex(r"(?:son|sen|dottir)$")
_NO_SEX = regex(r"(?:aya|aja|aia|a|y|i)$")


def is_same_surname(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames are one in every common spelling."""
    return one.surname == other.surname


def particles_fit(one: PersonName, other: PersonName) -> bool:
    """Whether the small words before the surnames do not contradict each other: von der, or none at all."""
    return one.particles == other.particles or not one.particles or not other.particles


def sounds_alike(one: PersonName, other: PersonName) -> bool:
    """Whether two surnames may be one name in two ways of transliteration."""
    if is_known(one.surname) and is_known(other.surname):
        return given_name(one.surname) == given_name(other.surname)
    if is_listed(one.surname) and is_listed(other.surname):
        return one.surname == other.surname  # Saini and Soni
    alike = sound(one.surname)
    mine, theirs = (name.surname.replace("y", "i") for name in (one, other))
    return alike == sound(other.surname) and (len(alike) > 1 or mine == theirs)


def is_respelt(one: PersonName, other: PersonName) -> bool:
    """Whether the surnames are one in two spellings, vowels and all."""
    alike = sounds_alike(one, other) and reads_alike(one.surname, other.surname)
    return alike and not of_other_parents(one.surname, other.surname) and not (one.syllables or other.syllables)


def of_other_parents(one: str, other: str) -> bool:
    """Whether two surnames say whose child somebody is, or of which sex, so that likeness is none: Jónsdóttir and
    Jónasdóttir, Hansen and Hanson, Orlova and Orlov.
    """
    if _OF_PARENTS.search(one) and _OF_PARENTS.search(other):
        return one.replace("aa", "a") != other.replace("aa", "a")  # but Haakonsen may be Håkonsen
    return _of_woman(one) != _of_woman(other) and _NO_SEX.sub("", one) == _NO_SEX.sub("", other)


def _of_woman(surname: str) -> bool:
    return surname.endswith("a")


def first_names_sound_alike(one: str, other: str) -> bool:
    """Whether two first names that are not the same may be so in two ways of transliteration."""
    if one == other:
        return True
    # Jon and Joan, Hassan and Hussein are names of their own, however alike they sound.
    if _is_first_name(one) and _is_first_name(other):
        return False
    alike = len(sound(one)) > 1 and sound(one) == sound(other) and reads_alike(one, other)
    return alike and ends_open(one) == ends_open(other)


def sexes_differ(one: PersonName, other: PersonName) -> bool:
    """Whether the titles say that one is a woman and the other a man, or the title of one and the first name of the
    other: Mr. Pat Doe is no Patricia.
    """
    if None not in (one.woman, other.woman):
        return one.woman != other.woman
    return _title_denies(one, other) or _title_denies(other, one)


def _title_denies(titled: PersonName, other: PersonName) -> bool:
    if titled.woman is None or not other.given or titled.given[:1] == other.given[:1]:
        return False
    against = _mens() if titled.woman else _womens()
    return any(word in against for word in (other.given[0], *other.said[:1]) if word != other.surname)


def named_by_husband(name: PersonName) -> bool:
    """Whether it is that of the husband: Mrs. Robert Doe."""
    return "mrs" in name.titles and bool(name.given) and name.given[0] in _mens()


def may_be_nicknames(one: str, other: str) -> bool:
    """Whether two first names may be used of one person: Mike and Michael; but neither Julia and Julie, two names in
    full, nor Betty and Lisa, who may be called so for one.
    """
    if nicknames_of(one).isdisjoint(nicknames_of(other)):
        return False
    if one == other or sound(one) == sound(other):
        return one.endswith("a") == other.endswith("a")
    return is_called(one, other) or is_called(other, one)


def _is_first_name(word: str) -> bool:
    return is_known(word) or word in _first_names()


@cache
def _first_names() -> frozenset[str]:
    """All that the tables have as first names, as they are printed and as they are compared."""
    listed = (
        section(table, chosen)
        for table, chosen in (
            ("sexes", "men"), ("sexes", "women"), ("surname_first", "japanese_given"),
            ("surname_first", "hungarian_given"), ("spanish", "given"), ("portuguese", "given"),
            ("patronymics", "given"),
        )
    )  # fmt: skip
    called = (word for group in groups("nicknames") for word in group)
    words = press_words("first_names").union(called, *listed)
    return words.union(map(given_name, words))


@cache
def is_of_both_sexes(word: str) -> bool:
    """Whether a folded first name is what men and women are called: Chris is Christopher or Christine."""
    names = nicknames_of(word)
    return not (names.isdisjoint(_mens()) or names.isdisjoint(_womens()))


@cache
def _mens() -> frozenset[str]:
    """First names that hardly any woman bears."""
    return _borne("men", "male") - _borne("women", "female", "any")


@cache
def _womens() -> frozenset[str]:
    return _borne("women", "female") - _borne("men", "male", "any")


def _borne(sex: str, *sections: str) -> frozenset[str]:
    return section("sexes", sex) | press_words("first_names", *sections)


def is_syllabic(name: PersonName) -> bool:
    """Whether it is a name of a country that prints surnames first, its first names in syllables."""
    first = tuple(name.given)
    return name.surname in surnames_first() and bool(first) and is_syllables(first[-1])
