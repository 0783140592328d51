"""Brings words of names into one spelling: strictly, where letters of other alphabets are put into Latin ones in
several ways, and loosely, by the sounds that remain.
"""

import re
from functools import cache

from service.identity.tables import groups, lines, section

_SERVANT = re.compile(r"abd(?:[aeou]l|our|[aeou](?=r))(?=[a-z]{4})|abd(?=[^aeou][a-z]{3})")  # Abdulrahman
# Alqahtani is Al Qahtani; Alderman and Alfieri begin so by chance.
_ARTICLE = re.compile(
    r"al(?=(?:[hjkmnqrswyz]|dh|gh|sh|th|dos|o[bqtw])[a-z]{3,}(?:i|ie|y|an|een|ah|eh)$)(?![a-z]*man$)"
    r"|el(?=(?:sh|gh|kh|dh|[bdfghkmnrstwz])[a-z]{3,}(?:y|wi|ei|ayed|aied|gar|zar|mar|dour|ghandour)$)"
)
# "Bensalah" is Ben Salah, Bennett is not: what follows is a name of Arabic, or ends as those of the Maghreb do.
_SON = re.compile(r"ben(?=[a-z]{3})")
_MAGHREB = re.compile(r"ben[dhjkmrsyz][a-z]*(?:ddou|mou|oun|oud|ane|ouna|oui|aoui|allah)$")
_UMLAUTS = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])([aou])e(?=[bcdfghjklmnpqrstvwxz][a-z]|u[a-z])")
_SOUND = (
    (re.compile(r"^w"), "v"),  # Wichai, Vichai
    (re.compile(r"sch|sh|ch|cz|ts|c(?=[eiy])|(?<=[aeiou])c$|s|z|x|j"), "s"),
    (re.compile(r"kh|gh|q|ck|c|k|g"), "k"),
    (re.compile(r"dh|dd|d"), "d"),
    (re.compile(r"th|t"), "t"),
    (re.compile(r"ph|v|f|p|b"), "f"),
)
_VOWELS = (
    (re.compile(r"^(?:y|j)(?=[aeiou])|(?<=[aeiou])[yj](?=[aeiou])"), "i"),
    (re.compile(r"a?ou|au|oo|w(?=[aeiou])|(?<=[aeiou])w"), "u"),
    (re.compile(r"ee|iy|ij|ie|y"), "i"),
    (re.compile(r"[ae]i(?=[^aeiou]|$)"), "e"),
    (re.compile(r"i(?=[aou])"), ""),  # Pashinyan, Yulia
    (re.compile(r"(?<=[aeiou])h(?=[^aeiou]|$)|(?<=[^aeiouckgstpdz])h|(?<=[^aeiou])e$|'"), ""),
)
# The letters of consonants, finer than by sound: X is sh, H ch, C ts, Z z, J j.
_LETTERS = (
    (re.compile(r"^w"), "V"),
    (re.compile(r"shch|sch|sh"), "X"),
    (re.compile(r"cz|ch"), "H"),
    (re.compile(r"ts|c(?=[eiy])|(?<=[aeiou])c$"), "C"),
    (re.compile(r"z"), "Z"),
    (re.compile(r"j"), "J"),
    (re.compile(r"kh|gh|q|ck|c|k|g"), "k"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "F"),
    (re.compile(r"v"), "V"),
    (re.compile(r"f"), "F"),
)
# In foreign names English hears one for the other.
_MIXED = frozenset(
    map(frozenset, ("ei", "ea", "ou", "oa", "sX", "XH", "sZ", "ZC", "ZJ", "JH", "CH", "bV", "pF", "FV", "bp"))
)
_FIRST_VOWEL = re.compile(r"^[aeiouyw]+")
_NO_SOUND = re.compile(r"(?<!^)[aeiouywh']")
_DOUBLE = re.compile(r"(.)\1+")
_OF_ARABIC = re.compile(r"q|kh|gh|dh|dd|ou|aa")


@cache
def given_name(word: str) -> str:
    """The spelling by which a folded first name is compared: that of its line in given_names.txt, else by rule."""
    known = _given_names()
    servant = _SERVANT.match(word)
    if servant and word not in known:
        return "abd" + given_name(word[servant.end() :])
    return known.get(word) or known.get(respelt(word)) or respelt(word)


@cache
def respelt(word: str) -> str:
    """A folded word of a name in the one spelling that its common transliterations share."""
    word = _UMLAUTS.sub(r"\1", word) if len(word) > 4 else word
    rules, any_of_them = _rules()
    # Mostly none of them fits: then one look is enough.
    if any_of_them.search(word):
        for pattern, spelling in rules:
            word = pattern.sub(spelling, word)
    return word


@cache
def _rules() -> tuple[list[tuple[re.Pattern[str], str]], re.Pattern[str]]:
    """What is printed and the spelling to compare by, in order; and whether any of it is there."""
    found = [line.partition(" #")[0].partition(" ->") for line in lines("spelling_rules")]
    return [(re.compile(pattern), spelling.strip()) for pattern, _, spelling in found], re.compile(
        "|".join(pattern for pattern, _, _ in found)
    )


@cache
def family_name(word: str) -> str:
    """The spelling by which a folded surname is compared: Abdulrahman as Abdul Rahman, Alqahtani without
    its article, else by rule.
    """
    article = _ARTICLE.match(word)
    # Alhassan is a name of its own.
    word = word[2:] if article and not is_known(word[2:]) and not is_known(word) else word
    if known := _family_names().get(word) or _family_names().get(respelt(word)):
        return known
    if (first := _given_names().get(word)) and sound(first) == sound(word):
        return first
    son = _SON.match(word)
    if son and (is_known(word[son.end() :]) or _MAGHREB.match(word)):
        return family_name(word[son.end() :])
    return given_name(word) if _SERVANT.match(word) else respelt(word)


def is_known(word: str) -> bool:
    """Whether a folded word is a first name of given_names.txt, whose spellings are all known."""
    return word in _given_names() or respelt(word) in _given_names()


@cache
def sound(word: str) -> str:
    """The consonants of a folded word by classes that transliterations mix up; its first sound is kept, if a vowel."""
    word = _FIRST_VOWEL.sub("a", _SOUND[0][0].sub("v", respelt(word)))
    for pattern, letter in _SOUND:
        word = pattern.sub(letter, word)
    return _DOUBLE.sub(r"\1", _NO_SOUND.sub("", word))


def reads_alike(one: str, other: str) -> bool:
    """Whether two folded words may be one in two ways of transliteration, vowels and all: Gaddafi and Qadhafi, but
    neither Jamil and Jamal nor Hassan and Hosseini.
    """
    mine, theirs = _read(one), _read(other)
    return len(mine) == len(theirs) and all(
        a == b or frozenset((a, b)) in _MIXED for a, b in zip(mine, theirs, strict=True)
    )


def drops_a_vowel(one: str, other: str) -> bool:
    """Whether two folded words read alike but for one vowel between two consonants: Dagalo and Daglo."""
    shorter, longer = sorted((_read(one), _read(other)), key=len)
    return any(
        longer[:at] + longer[at + 1 :] == shorter
        for at in range(2, len(longer) - 2)
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
    return respelt(word)[-1:] in ("a", "e")


@cache
def _given_names() -> dict[str, str]:
    long = {longer: word for word in section("surname_first", "japanese_given") for longer in _with_long_vowels(word)}
    return long | _spellings("given_names")


@cache
def _family_names() -> dict[str, str]:
    long = {longer: word for word in section("surname_first", "japanese") for longer in _with_long_vowels(word)}
    return long | _spellings("family_names")


def _with_long_vowels(word: str) -> list[str]:
    """A word of Japanese with one vowel printed long, or with all: Itou, Itoh; Shouhei."""
    longer = [
        word[:at] + letters + word[at + 1 :]
        for at, vowel in enumerate(word)
        for letters in {"o": ("ou", "oh", "oo"), "u": ("uu",)}.get(vowel, ())
    ]
    return [*longer, word.replace("o", "ou"), word] if "o" in word else longer


def _spellings(table: str) -> dict[str, str]:
    """For each form in a table, and for what the rules make of it, the first of its line."""
    found: dict[str, str] = {}
    for group in groups(table):
        for form in group:
            found.setdefault(form, group[0])
            found.setdefault(respelt(form), group[0])
    return found


@cache
def nicknames_of(word: str) -> frozenset[str]:
    """The first names that a folded first name may stand for, in their compared spelling, itself among them."""
    own = given_name(word)
    return frozenset({own, *_nicknames().get(own, ()), *_nicknames().get(word, ())})


@cache
def is_of_several(word: str) -> bool:
    """Whether a folded first name is what the bearers of several others are called."""
    return len(_nicknames().get(word, set()) - {given_name(word)}) > 1


@cache
def _nicknames() -> dict[str, set[str]]:
    """For each nickname and name of nicknames.txt the names at the head of its lines."""
    found: dict[str, set[str]] = {}
    for group in groups("nicknames"):
        for word in (*map(given_name, group), *group):
            found.setdefault(word, set()).add(given_name(group[0]))
    return found
