"""Brings Chinese first names in the older spelling of Wade and Giles into pinyin: Tse-tung and Zedong are one."""

import re
from functools import cache

from service.regex import regex

# How a syllable of theirs begins and ends, each with its pinyin; the first that fits. News leaves out the apostrophes
# that tell p from b: without them it is b, or as in _BREATH.
_BEGINNINGS = (
    ("hs", "x"), ("ts", "z"), ("tz", "z"), ("ss", "s"), ("sz", "s"), ("sh", "sh"), ("ch(?=i(?!h))", "j"), ("ch", "zh"),
    ("j", "r"), ("k", "g"), ("p", "b"), ("t", "d"), ("f", "f"), ("h", "h"), ("l", "l"), ("m", "m"), ("n", "n"),
    ("s", "s"), ("w", "w"), ("y", "y"), ("", ""),
)  # fmt: skip
_ENDINGS = {
    "ung": "ong", "iung": "iong", "ien": "ian", "ieh": "ie", "eh": "e", "en": "en", "ih": "i", "erh": "er", "u": "u",
    "ueh": "ue", "uei": "ui", "uen": "un", "e": "e", "o": "uo", "a": "a", "ai": "ai", "ao": "ao", "an": "an",
    "ang": "ang", "ei": "ei", "eng": "eng", "i": "i", "ia": "ia", "iao": "iao", "iang": "iang", "in": "in",
    "ing": "ing", "iu": "iu", "ou": "ou", "ua": "ua", "uai": "uai", "uan": "uan", "uang": "uang", "ui": "ui",
    "un": "un", "uo": "uo",
}  # fmt: skip
_BREATH = {"zh": "ch", "z": "c", "j": "q", "g": "k", "b": "p", "d": "t"}
# What no syllable of pinyin has: the name is printed in the older spelling.
_OLDER = regex(r"^hs|^tz|^ts|^ss|^sz|(?<![aeio])ung$|ien$|ieh$|ih$|erh$|[iu]eh$|uei$|^ch(?=i[aeu])")
# Chü and chüan without their marks.
_ROUNDED = regex(r"zhu(?:|an|n|e)$")
_ELSE = {
    "yu": ("yu",),
    "ing": ("ying",),
    "je": ("zhe",),
    "jen": ("zhen",),
    "jou": ("zhou",),
    "teh": ("de", "te"),
    "jeou": ("jiu",),
}
_WHOLE = {
    "tse": "ze", "tzu": "zi", "tze": "zi", "ssu": "si", "szu": "si", "yen": "yan", "yeh": "ye", "yu": "you",
    "ho": "he", "ko": "ge", "o": "e", "i": "yi", "wei": "wei", "erh": "er", "ing": "ying", "ih": "yi", "soong": "song",
}  # fmt: skip


def pinyin(syllables: tuple[str, ...], surname: str = "") -> tuple[str, str] | None:
    """A first name of two syllables in pinyin, and what it is if the apostrophes that news leaves out belong there.
    The spelling of the `surname` may tell that it is Wade-Giles: Hsieh.

    None where it is no Wade-Giles, or may as well be pinyin.
    """
    older = surname.startswith("hs") or any(_OLDER.search(each) for each in syllables)
    if len(syllables) != 2 or not older:
        return None
    found = [_syllable(each) for each in syllables]
    plain = "".join(each for each in found if each)
    return (plain, "".join(_breathed(each) for each in found if each)) if all(found) else None


def is_older(syllable: str) -> bool:
    """Whether no syllable of pinyin is spelt so."""
    return bool(_OLDER.search(syllable))


@cache
def older_readings(syllable: str) -> frozenset[str]:
    """What a syllable of Wade and Giles may be in pinyin, without the marks that news leaves out: chu is zhu, chu, ju
    and qu. Taiwan prints jen and jer for zhen and zhe too.
    """
    plain = _syllable(syllable)
    if plain is None:
        return frozenset(_ELSE.get(syllable, ()))
    found = {plain, _breathed(plain), *_ELSE.get(syllable, ())}
    found |= {"j" + each[2:] for each in found if _ROUNDED.match(each)} | {
        "q" + each[2:] for each in found if _ROUNDED.match(each)
    }
    return frozenset(re.sub(r"(?<=[bpmf])uo$", "o", each) for each in found)


def _breathed(syllable: str) -> str:
    return next((_BREATH[each] + syllable[len(each) :] for each in _BREATH if syllable.startswith(each)), syllable)


@cache
def _syllable(syllable: str) -> str | None:
    if syllable in _WHOLE:
        return _WHOLE[syllable]
    for beginning, sound in _BEGINNINGS:
        match = re.match(beginning, syllable)
        if match and (rest := _ENDINGS.get(syllable[match.end() :])):
            return sound + rest
    return None
