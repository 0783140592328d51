"""Puts the scripts of India into Latin letters as news in English does, by the names Unicode gives their letters."""

import unicodedata

from service.regex import regex

_SCRIPTS = "DEVANAGARI|BENGALI|GUJARATI|GURMUKHI|ORIYA|TAMIL|TELUGU|KANNADA|MALAYALAM"
_LETTER = regex(rf"(?:{_SCRIPTS}) (LETTER|VOWEL SIGN|SIGN) (?:CANDRA |SHORT )?(.+)")
_CONSONANTS = {"c": "ch", "ch": "chh", "tt": "t", "tth": "th", "dd": "d", "ddh": "dh", "nn": "n", "ss": "sh", "ng": "n",
               "ny": "n", "rr": "r", "ll": "l", "lll": "l", "nnn": "n", "ddd": "r", "rh": "rh"}  # fmt: skip
_VOWELS = {"aa": "a", "ii": "i", "uu": "u", "ee": "e", "oo": "o", "vocalic r": "ri"}
_SIGNS = {"ANUSVARA": "n", "CANDRABINDU": "n", "BINDI": "n", "TIPPI": "n"}
_UNSAID = "A"  # the vowel that a letter brings along where no sign says another
_FINAL = regex("(?<=[aeiou][^aeiouA])A$|(?<=A[^aeiouA])A$|(?<=[aeiouA][bcdgkpstj]h)A$")
_TAMIL = tuple(
    (regex(letters), sound)
    for letters, sound in (("(?<=n)t(?!t)", "d"), ("mp", "mb"), ("nk", "ng"), ("nch", "nj"), ("(?<!ch)ch(?!ch)", "s"))
)
_WITHIN = regex("(?<=[aeiouA][^aeiouA])A(?=[^aeiouA]h?[aeiou])")


def is_indic(word: str) -> bool:
    """Whether a word begins in one of these scripts."""
    return bool(_LETTER.match(unicodedata.name(word[:1], "")))


def spelt_out(word: str) -> str:
    """A word of these scripts in Latin letters; the vowel that is written nowhere is left out where nobody says it."""
    found = ""
    for char in word:
        letter = _LETTER.match(unicodedata.name(char, "").replace("GURMUKHI TIPPI", "GURMUKHI SIGN TIPPI"))
        if letter is None:
            found += char if char.isascii() else ""
        elif letter[2].startswith("CHILLU "):
            found += _said(letter[2].removeprefix("CHILLU ").lower()).removesuffix(_UNSAID)
        elif letter[1] == "LETTER":
            found += _said(letter[2].lower())
        else:
            found = found.removesuffix(_UNSAID) if letter[1] == "VOWEL SIGN" or letter[2] == "VIRAMA" else found
            found += _said(letter[2].lower()) if letter[1] == "VOWEL SIGN" else _SIGNS.get(letter[2], "")
    plain = _WITHIN.sub("", _FINAL.sub("", found)).lower()
    return _voiced(plain) if "TAMIL" in unicodedata.name(word[:1], "") else plain


def _voiced(word: str) -> str:
    """Tamil has one letter for k and g, for t and d, for ch and s: what is said hangs on those beside it."""
    for pattern, sound in _TAMIL:
        word = pattern.sub(sound, word)
    return word


def _said(name: str) -> str:
    if name[0] in "aeiou" or name in _VOWELS:
        return _VOWELS.get(name, name)
    consonant = name.removesuffix("a")
    return _CONSONANTS.get(consonant, consonant) + _UNSAID
