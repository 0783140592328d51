"""Tells whether two names of China or Korea, each in some usual spelling by Latin letters, may be one: Chang Chih-ming
and Zhang Zhiming, Choi Myung-hee and Choe Myeonghui.
"""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import product

from service.identity.romanisation import is_older, older_readings
from service.identity.tables import lines, section
from service.regex import regex

Words = tuple[str, ...]  # a name as printed: the surname, and the first name in one word or in several
Reading = tuple[str, ...]  # the syllables of a name in one spelling for all

_KOREAN = regex(r"(kk|tt|pp|ss|jj|ch|sh|ph|th|kh|[kgndtrlmbpsjh]|)([aeiouyw]+h?)(ng|ck|[kgntlrmpb]|)$")
_MOST_SYLLABLES = 3  # of a name: a surname of one, a first name of two
_MOST_LETTERS = 14  # of two syllables
# By how they begin and end, whatever stands between: what all spellings of a syllable share.
_SAME = (
    (regex(r"^park$"), "pk"),
    (regex(r"hs|sh|zh|ch|ts|tz|ss|sz|[jqxzcsr]"), "c"),
    (regex(r"[kg]+(?=.)(?<!n.)"), "k"),
    (regex(r"ng|n"), "n"),
    (regex(r"[pb]"), "p"),
    (regex(r"[td]"), "t"),
    (regex(r"[gk]"), "k"),
    (regex(r"[aeiouywh'v]"), ""),
    (regex(r"(.)\1+"), r"\1"),
)


def may_be_one(one: Words, other: Words, *, in_han: bool = False) -> bool:
    """Whether both names are printed as one name may be, in the spellings of one country. Surnames come first.

    `in_han`: one is pinyin for sure, since it is printed in the letters of China.
    """
    if not one or not other:
        return False
    return not _korean(one).isdisjoint(_korean(other)) or _may_be_chinese(one, other, in_han)


def outlines_elsewhere(name: Words) -> set[str]:
    """What the spellings of a first name spelt as in Hong Kong share with those of what it is in pinyin."""
    return {outline("".join(reading[1:])) for reading in _cantonese(name)} if name else set()


def outline(word: str) -> str:
    """What all spellings of a word have in common: the classes of its consonants."""
    for pattern, letter in _SAME:
        word = pattern.sub(letter, word)
    return word


@cache
def outline_of_surname(word: str) -> str:
    """The same of a surname; of Korea that of the syllable which it is: Lee and Rhee are i."""
    heads = sorted(_surnames().get(word, ()))
    return outline(re.sub(r"^l(?=i)", "", heads[0] if heads else re.sub(r"^lee$", "li", word)))


def _may_be_chinese(one: Words, other: Words, in_han: bool) -> bool:
    """Whether one is the older spelling of the other's pinyin. Where either may be both, only hyphens tell."""
    if _is_cantonese_of(one, other) or _is_cantonese_of(other, one):
        return True
    return _is_older_of(one, other, in_han) or _is_older_of(other, one, in_han)


def _is_cantonese_of(there: Words, newer: Words) -> bool:
    """Whether one name is spelt as in Hong Kong, by what no pinyin is or by its hyphen, and the other its pinyin."""
    told = len(there) > len(newer) or not _pinyin(there)
    return told and not any(map(is_older, newer)) and not _cantonese(there).isdisjoint(_pinyin(newer))


def _is_older_of(older: Words, newer: Words, in_han: bool) -> bool:
    # What is of two words here and of one there is spelt after two customs: Kuo-liang, Guoliang.
    told = in_han or any(map(is_older, older)) or len(older) > len(newer) or not _pinyin(older)
    return told and not any(map(is_older, newer)) and not _chinese(older).isdisjoint(_pinyin(newer))


@lru_cache(maxsize=4096)
def _korean(name: Words) -> frozenset[Reading]:
    surname, *given = name
    heads = _surnames().get(surname, frozenset())
    return frozenset((head, *rest) for head in heads for rest in _read(tuple(given), _korean_syllable))


@lru_cache(maxsize=4096)
def _chinese(name: Words) -> frozenset[Reading]:
    return _read(name, lambda syllable: older_readings(syllable) & _syllables())


@lru_cache(maxsize=4096)
def _cantonese(name: Words) -> frozenset[Reading]:
    """All that a name may be in pinyin whose every syllable is spelt as in Hong Kong."""
    if len(name) > _MOST_SYLLABLES or not _hong_kong().keys() >= set(name):
        return frozenset()
    return frozenset(product(*(_hong_kong()[word] for word in name)))


@lru_cache(maxsize=4096)
def _pinyin(name: Words) -> frozenset[Reading]:
    return _read(name, lambda syllable: frozenset({syllable}) & _syllables())


def _read(words: Words, syllable: Callable[[str], frozenset[str]]) -> frozenset[Reading]:
    """All that words may be, each of them one syllable or two."""
    found: set[Reading] = {()}
    for word in words:
        found = {(*before, *each) for before in found for each in _parts(word, syllable)}
    return frozenset(found)


def _parts(word: str, syllable: Callable[[str], frozenset[str]]) -> set[Reading]:
    if len(word) > _MOST_LETTERS:
        return set()
    found: set[Reading] = {(each,) for each in syllable(word)}
    for at in range(1, len(word)):
        if (first := syllable(word[:at])) and (second := syllable(word[at:])):
            found.update(product(first, second))
    return found


@cache
def _korean_syllable(word: str) -> frozenset[str]:
    match = _KOREAN.match(word.replace("wha", "hwa"))
    if match is None:
        return frozenset()
    if (match[1] == "sh" and match[2][0] not in "iy") or (match[2] in ("e", "ei") and match[3] == "ng"):
        return frozenset()
    # Yun is no yeon, hyun may be hyeon.
    vowel = ("yu",) if match[1] == "" and match[2] == "yu" and match[3] == "n" else _letters("vowels").get(match[2], ())
    ends = _letters("ends").get(match[3], ()) if match[3] else ("",)
    begins = _letters("beginnings").get(match[1], ()) if match[1] else ("",)
    return frozenset("".join(each) for each in product(begins, vowel, ends))


@cache
def _hong_kong() -> dict[str, tuple[str, ...]]:
    parts = (line.partition(": ") for line in lines("cantonese"))
    return {spelt: tuple(meant.split()) for spelt, _, meant in parts}


@cache
def _letters(chosen: str) -> dict[str, tuple[str, ...]]:
    pairs = (each.split(":") for each in section("korean", chosen))
    return {printed: tuple(meant.split(",")) for printed, meant in pairs}


@cache
def _surnames() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for head, printed in _letters("surnames").items():
        for form in printed:
            found.setdefault(form, set()).add(head)
    return {form: frozenset(heads) for form, heads in found.items()}


@cache
def _syllables() -> frozenset[str]:
    parts = (line.partition(":") for line in lines("pinyin"))
    return frozenset(begin + end for begin, _, ends in parts for end in ends.split())
