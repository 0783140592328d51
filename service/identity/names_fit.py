"""Tells whether two full names, with what is known of their bearers, may be spellings or short forms of one."""

from service.identity.evidence import Evidence
from service.identity.evidence_against import are_other_royals
from service.identity.evidence_for import (
    only_of_many,
    shares_art,
    shares_office,
    shares_one_post,
    shares_seat,
    shares_with_another,
    shares_word_of_office,
    supports_surname,
)
from service.identity.land_spellings import are_first_names_alike, are_middle_names_alike, is_spelt_alike
from service.identity.name_likeness import (
    first_names_sound_alike,
    is_of_both_sexes,
    is_same_surname,
    is_syllabic,
    may_be_nicknames,
    named_by_husband,
    of_other_parents,
    particles_fit,
    sexes_differ,
    sounds_alike,
)
from service.identity.own_letters import differ
from service.identity.person_names import PersonName
from service.identity.regions import is_land, writes_otherwise
from service.identity.respelling import is_known, nicknames_of
from service.identity.shared_parties import shared_parties
from service.identity.sounds import drops_a_vowel, is_of_arabic, reads_alike, reads_by_other_vowels, sound
from service.identity.syllables import may_be_one
from service.identity.tables import section
from service.identity.whole_names import are_namesakes, middles_fit, seconds_fit

_SHORT = 4  # letters of a word in which each tells


def names_fit(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    """Whether nothing in the names speaks against it, and enough of what is known for it."""
    if not one.given and not other.given:
        # King Charles is Charles III of the same state; whose number is another is another.
        numbered = "" in (one.suffix, other.suffix) and is_same_surname(one, other)
        held = shares_word_of_office(mine, theirs) and bool(mine.states & theirs.states)
        return numbered and held and not (sexes_differ(one, other) or are_other_royals(mine, theirs))
    return (
        bool(one.given and other.given)
        and _suffixes_fit(one, other, mine, theirs)
        and not sexes_differ(one, other)
        and not differ(one.own, other.own)
        and (named_by_husband(one) == named_by_husband(other) or shares_office(mine, theirs))
        and (
            middles_fit(one, other)
            or _first_left_out(one, other)
            or _middles_alike(one, other)
            or _initials_fit(one, other)
            or are_middle_names_alike(one, other, shared_parties(mine.parties, theirs.parties))
            or "".join(one.said) == "".join(other.said)
        )
        and particles_fit(one, other)
        and (one.tribal or other.tribal or seconds_fit(one, other) or _seconds_alike(one, other))
        and _tribes_fit(one, other, mine, theirs)
        and _words_fit(one, other, mine, theirs)
    )


def _suffixes_fit(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    """Whether both are Jr., or one is known by a nickname that the other prints with it, or leaves it out in an office
    that father and son do not hold at once.
    """
    if one.suffix == other.suffix:
        return True
    nicknamed = {one.alias, other.alias} & {one.given[0], other.given[0]}
    held = one.given[0] == other.given[0] and (shares_one_post(mine, theirs) or _play_together(mine, theirs))
    return "" in (one.suffix, other.suffix) and (bool(nicknamed) or held)


def _play_together(one: Evidence, other: Evidence) -> bool:
    """Whether both are of one team, as a father and his son hardly are at once."""
    teams = shared_parties(one.parties, other.parties)
    return "sport" in one.walks & other.walks and bool(teams) and not any(map(is_land, teams))


def _words_fit(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    if may_be_one(one.syllables, other.syllables, in_han="han" in (*one.own[:1], *other.own[:1])):
        offices_fit = one.foreign != other.foreign or shares_word_of_office(mine, theirs)
        return (bool(shared_parties(mine.parties, theirs.parties)) and offices_fit) or supports_surname(mine, theirs)
    # Of two names in syllables no other likeness tells: Chiang is no Chang.
    in_syllables = bool(one.syllables and other.syllables)
    if in_syllables and are_namesakes(one, mine, theirs):
        return False
    same = is_same_surname(one, other) or (not in_syllables and _surname_respelt(one, other, mine, theirs))
    return same and _firstnames_fit(one, other, mine, theirs)


def _first_left_out(one: PersonName, other: PersonName) -> bool:
    """Whether one leaves out the first of the other's first names, or several."""
    shorter, fuller = sorted((one.given, other.given), key=len)
    if not len(shorter) < len(fuller):
        return False
    first, *rest = fuller[-len(shorter) :]
    # Lola Ruiz is María Dolores.
    alike = first == shorter[0] or may_be_nicknames(first, shorter[0])
    return tuple(rest) == shorter[1:] and (alike or first_names_sound_alike(first, shorter[0]))


def _initials_fit(one: PersonName, other: PersonName) -> bool:
    """Whether two initials and more are those of the other's first names: J. R. R. and John Ronald R.; as printed, for
    Jürgen is compared as Iurgen.
    """
    words = zip(one.given, other.given, one.said, other.said, strict=False)
    return len(one.given) == len(other.given) > 1 and all(
        mine == theirs or (1 in (len(mine), len(theirs)) and (mine[0] == theirs[0] or said[0] == told[0]))
        for mine, theirs, said, told in words
    )


def _middles_alike(one: PersonName, other: PersonName) -> bool:
    """Whether the middle names of one are among the other's, spelt otherwise or shortened: Paulo Roberto Bastos."""
    fuller, shorter = sorted((one.given[1:], other.given[1:]), key=len, reverse=True)
    left, unsaid = iter(fuller), _is_unsaid(one, other)
    return all(any(_is_one_middle(word, full, unsaid) for full in left) for word in shorter)


def _is_one_middle(one: str, other: str, unsaid: bool) -> bool:
    # W. is no H. W., and Min no Myin.
    if one != other and max(len(one), len(other)) <= _SHORT and not is_known(one):
        return False
    if unsaid:
        return sound(one) == sound(other)
    alike = first_names_sound_alike(one, other) or may_be_nicknames(one, other)
    return alike and 1 not in (len(one), len(other))


def _seconds_alike(one: PersonName, other: PersonName) -> bool:
    pairs = list(zip(one.second, other.second, strict=False))
    return bool(pairs) and all(sound(mine) == sound(theirs) and reads_alike(mine, theirs) for mine, theirs in pairs)


def _tribes_fit(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    if one.tribal and other.tribal:
        return sound(one.second[-1]) == sound(other.second[-1])
    return one.tribal == other.tribal or supports_surname(mine, theirs)


def _surname_respelt(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    without_vowels = _is_unsaid(one, other)
    shared, in_two_scripts = shared_parties(mine.parties, theirs.parties), one.foreign != other.foreign
    elsewhere = any(map(writes_otherwise, shared)) or bool(shared and in_two_scripts)
    if not in_two_scripts and is_spelt_alike(one, other, shared):
        return shares_word_of_office(mine, theirs)
    told_apart = of_other_parents(one.surname, other.surname) and not (without_vowels or in_two_scripts)
    if not sounds_alike(one, other) or told_apart:
        return False
    if not (without_vowels or reads_alike(one.surname, other.surname)):
        # Of one office and one first name: Dagalo and Daglo.
        certain = elsewhere and one.given[0] == other.given[0] and supports_surname(mine, theirs)
        # Russian letters tell how an English name is said, not how it is spelt: Уайтхед.
        return certain and (in_two_scripts or drops_a_vowel(one.surname, other.surname))
    # Qadhafi and Gaddafi are no two surnames; Hansen and Hanson are.
    in_arabic = is_of_arabic(one.surname, other.surname)
    # But of Sweden Lindh is no Lind, and of France Coulon no Colon, whose first names are of no such land.
    if without_vowels or (in_arabic and (is_known(one.given[0]) or not _are_spelt_one_way(shared))):
        return True
    if not in_two_scripts and _are_doubtful(one.surname, other.surname, mine, theirs):
        return False
    if elsewhere:
        return True
    if _are_spelt_one_way(shared):
        return False
    if not shared:
        # An office of state alone is not enough: many lands have a prime minister.
        backed = supports_surname(mine, theirs) or shares_art(mine, theirs)
        return backed and "public" not in mine.walks & theirs.walks
    # Of a firm or a town nothing tells how names are spelt there, but first names that come from other letters.
    return one.given[0] == other.given[0] and is_known(one.given[0])


def _are_spelt_one_way(lands: frozenset[str]) -> bool:
    """Whether these are lands, and none whose names others spell in several ways: Marin is no Morin in France."""
    return bool(lands) and all(map(is_land, lands)) and not any(map(writes_otherwise, lands))


def _is_unsaid(one: PersonName, other: PersonName) -> bool:
    """Whether vowels tell nothing: one is printed in a script without them, or both in two that have others."""
    return one.consonants or other.consonants or one.loose != other.loose


def _run_together(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one prints in one word what the other prints in two: Gholamreza, Gholam Reza."""
    mine, theirs = "".join(one), "".join(other)
    return mine == theirs or (len(one) != len(other) and sound(mine) == sound(theirs) and reads_alike(mine, theirs))


def _firstnames_fit(one: PersonName, other: PersonName, mine: Evidence, theirs: Evidence) -> bool:
    first, second = one.given[0], other.given[0]
    if second == one.alias or first == other.alias or one.said == other.said:
        return True
    if _first_left_out(one, other):
        # Boris Johnson is Alexander Boris; but a brother may bear a brother's second name.
        honoured = {first, second} & section("titles", "honoured") and shares_seat(mine, theirs)
        return bool(honoured) or supports_surname(mine, theirs)
    if _run_together(one.given, other.given):
        return True
    if 1 in (len(first), len(second)):
        if _initials_fit(one, other):
            return True
        backed = supports_surname(mine, theirs) or (shares_seat(mine, theirs) and "sport" in mine.walks & theirs.walks)
        return not one.letters.isdisjoint(other.letters) and backed
    if may_be_nicknames(first, second):
        if _are_two_nicknames(first, second) and not shares_office(mine, theirs):
            return False  # Bob Doe the senator, and his son Rob
        # Chris is Christopher or Christine: to live in one town does not tell which.
        if is_of_both_sexes(first) or is_of_both_sexes(second):
            by_chance = not {"private", "sport"}.isdisjoint(mine.walks & theirs.walks)
            backed = supports_surname(mine, theirs) or (shares_seat(mine, theirs) and not by_chance)
            return backed and not shares_with_another(mine, theirs)
        return bool(shared_parties(mine.parties, theirs.parties)) or not only_of_many(mine, theirs)
    if (_is_unsaid(one, other)) and not (is_known(first) and is_known(second)):
        return sound(first) == sound(second)
    if one.foreign == other.foreign and are_first_names_alike(one, other, shared_parties(mine.parties, theirs.parties)):
        return first == second or shares_word_of_office(mine, theirs)
    # Each syllable of Lan and Lanh, Min and Ming is a name of its own.
    if is_syllabic(one) or is_syllabic(other):
        return first == second
    if first_names_sound_alike(first, second):
        if one.foreign != other.foreign or first == second:
            return True
        told = _are_spelt_one_way(shared_parties(mine.parties, theirs.parties))
        return not (told or _are_doubtful(first, second, mine, theirs))
    return _drops_a_vowel(first, second, mine, theirs)


def _are_two_nicknames(one: str, other: str) -> bool:
    """Whether neither is what the other is short for."""
    return one not in nicknames_of(other) and other not in nicknames_of(one)


def _are_doubtful(one: str, other: str, mine: Evidence, theirs: Evidence) -> bool:
    """Whether names of two who hold offices that have nothing in common are told apart by a vowel."""
    return reads_by_other_vowels(one, other) and not shares_word_of_office(mine, theirs)


def _drops_a_vowel(one: str, other: str, mine: Evidence, theirs: Evidence) -> bool:
    """Whether one spelling leaves out a vowel that nobody hears, and the rest is one: Amrinder, Amarinder."""
    elsewhere = any(map(writes_otherwise, shared_parties(mine.parties, theirs.parties)))
    certain = elsewhere and supports_surname(mine, theirs)
    return certain and not (is_known(one) and is_known(other)) and drops_a_vowel(one, other)
