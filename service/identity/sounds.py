"""Compares words of names loosely, by the sounds that their letters stand for in one or the other transliteration."""

from functools import cache

from service.identity.letters import respelt
from service.regex import regex

_SOUND = (
    (regex(r"^w"), "v"),  # Wichai, Vichai
    (regex(r"sch|sh|ch|cz|ts|c(?=[eiy])|(?<=[aeiou])c$|s|z|x|j"), "s"),
    (regex(r"kh|gh|q|ck|c|k|g"), "k"),
    (regex(r"dh|dd|d"), "d"),
    (regex(r"th|t"), "t"),
    (regex(r"ph|v|f|p|b"), "f"),
)
# Words without what several letters, or a place in the word, make another sound of, as most are: the same in one step.
_LETTER_BY_LETTER = regex(r"(?:[abefgiklmnopruv]|t(?!s)|d(?!d)|s)*")
_SOUND_OF_LETTERS = str.maketrans("gvpb", "kfff", "aeiou")
_VOWELS = (
    (regex(r"^(?:y|j)(?=[aeiou])|(?<=[aeiou])[yj](?=[aeiou])"), "i"),
    (regex(r"a?ou|au|oo|w(?=[aeiou])|(?<=[aeiou])w"), "u"),
    (regex(r"ee|iy|ij|ie|y"), "i"),
    (regex(r"(?:[ae]i|ae)(?=[^aeiou]|$)"), "e"),
    (regex(r"i(?=[aou])"), ""),  # Pashinyan, Yulia
    (regex(r"(?<=[aeiou])h(?=[^aeiou]|$)|(?<=[^aeiouckgstpdz])h|(?<=[^aeiou])e$|'"), ""),
)
# The letters of consonants, finer than by sound: X is sh, H ch, C ts, Z z, J j.
_LETTERS = (
    (regex(r"^w"), "V"),
    (regex(r"shch|sch|sh"), "X"),
    (regex(r"cz|ch"), "H"),
    (regex(r"ts|c(?=[eiy])|(?<=[aeiou])c$"), "C"),
    (regex(r"z"), "Z"),
    (regex(r"j"), "J"),
    (regex(r"kh|gh|q|ck|c|k|g"), "k"),
    (regex(r"dh"), "d"),
    (regex(r"th"), "t"),
    (regex(r"ph"), "F"),
    (regex(r"v"), "V"),
    (regex(r"f"), "F"),
)
# In foreign names English hears one for the other.
_MIXED = frozenset(
    map(frozenset, ("ei", "ea", "ou", "oa", "sX", "XH", "sZ", "ZC", "ZJ", "JH", "CH", "sC", "bV", "pF", "FV", "bp"))
)
_VOWEL_LETTERS = frozenset("aeiou")
_VOWEL = regex("[aeiou]+")
_FIRST_VOWEL = regex(r"^[aeiouyw]+")
_NO_SOUND = regex(r"(?<!^)[aeiouywh']")
_DOUBLE = regex(r"(.)\1+")
_OF_ARABIC = regex(r"q|kh|gh|dh|dd|ou|aa")


@cache
def sound(word: str) -> str:
    """The consonants of a folded word by classes that transliterations mix up; its first sound is kept, if a vowel."""
    word = respelt(word)
    if _LETTER_BY_LETTER.fullmatch(word):
        consonants = word.lstrip("aeiou")
        opening = "a" if consonants != word else ""
        return _DOUBLE.sub(r"\1", opening + consonants.translate(_SOUND_OF_LETTERS))
    word = _FIRST_VOWEL.sub("a", _SOUND[0][0].sub("v", word))
    for pattern, letter in _SOUND:
        word = pattern.sub(letter, word)
    return _DOUBLE.sub(r"\1", _NO_SOUND.sub("", word))


def reads_alike(one: str, other: str) -> bool:
    """Whether two folded words may be one in two ways of transliteration, vowels and all: Gaddafi and Qadhafi, but
    neither Jamil and Jamal nor Hassan and Hosseini.
    """
    if {one[-1:], other[-1:]} == {"e", "i"} and "ee" not in (one[-2:], other[-2:]):  # Dorje, Dorji
        one, other = (word[:-1] + "i" for word in (one, other))
    mine, theirs = _read(one), _read(other)
    unlike = [frozenset(pair) for pair in zip(mine, theirs, strict=False) if pair[0] != pair[1]]
    if len(mine) != len(theirs) or not _MIXED.issuperset(unlike):
        return False
    # In one syllable a vowel is all that tells: Thein is no Than.
    return not (len(_VOWEL.findall(mine)) == 1 and any(map(_VOWEL_LETTERS.issuperset, unlike)))


def reads_by_other_vowels(one: str, other: str) -> bool:
    """Whether two folded words are read alike only as one vowel may be heard for another: Manet and Manith."""
    pairs = zip(_read(one), _read(other), strict=False)
    return any(mine != theirs and mine in _VOWEL_LETTERS and theirs in _VOWEL_LETTERS for mine, theirs in pairs)


def drops_a_vowel(one: str, other: str) -> bool:
    """Whether two folded words are spelt, or read, alike but for one vowel between two consonants: Dagalo and Daglo,
    Zawahiri and Zawahri, of which the h is heard in one only.
    """
    return _lacks_a_vowel(one, other) or _lacks_a_vowel(_read(one), _read(other))


def _lacks_a_vowel(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and any(
        longer[:at] + longer[at + 1 :] == shorter
        for at in range(2, len(longer) - 1)
        if longer[at] in "aeiou" and longer[at + 1] not in "aeiou"
    )


@cache
def _read(word: str) -> str:
    """The sounds of a folded word: consonants by classes, vowels one by one."""
    word = respelt(word)
    word = _LETTERS[0][0].sub("V", word)
    for pattern, letter in (*_VOWELS, *_LETTERS):
        word = pattern.sub(letter, word)
    return _DOUBLE.sub(r"\1", word)


def is_of_arabic(*words: str) -> bool:
    """Whether letters in these words are used for sounds that English lacks, each in several ways: Qadhafi, Gaddafi."""
    return any(_OF_ARABIC.search(word) for word in words)


def ends_open(word: str) -> bool:
    """Whether a first name ends in the vowel that tells women's names from men's: Samira, Denise."""
    return respelt(word)[-1:] in ("a", "e") and not word.endswith("ie")  # Effie is Efi
