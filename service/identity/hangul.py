"""Puts Hangul into Latin letters by the Revised Romanisation of 2000, syllable by syllable, as names are."""

_FIRST, _LAST = 0xAC00, 0xD7A3
_BEGINNINGS = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
)  # fmt: skip
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
# What is said of two consonants at an end, and of each alone.
_ENDS = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
_SURNAMES = {"I": "Lee", "U": "Woo", "O": "Oh"}  # as nobody spells their own


def spelt_out(word: str) -> str:
    """A word of Hangul in Latin letters, a surname and the syllables of a first name apart; other letters stay."""
    syllables = [_syllable(ord(char)) if is_hangul(char) else char for char in word]
    return " ".join([_SURNAMES.get(syllables[0], syllables[0]), *syllables[1:]])


def is_hangul(char: str) -> bool:
    """Whether a letter is a syllable of Hangul."""
    return bool(char) and _FIRST <= ord(char[0]) <= _LAST


def _syllable(code: int) -> str:
    begin, rest = divmod(code - _FIRST, 588)
    vowel, end = divmod(rest, 28)
    return f"{_BEGINNINGS[begin]}{_VOWELS[vowel]}{_ENDS[end]}".capitalize()
