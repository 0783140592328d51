"""Brings words of names into one spelling: strictly, where letters of other alphabets are put into Latin ones in
several ways, and loosely, by the sounds that remain.
"""

import re
from functools import cache

from service.identity.tables import groups

# Each rule: what is printed, and the spelling to compare by. Order counts.
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"dj(?=[a-z]*ic$)", "d"),  # Djordjevic
        (r"^(?:dzh|dj)", "j"),  # Djamal
        (r"g(?=[a-z]*(?:enko|chuk|[iy]uk|[iy]ak|[iy]sh[iy]n)$)", "h"),  # one letter of Ukrainian
        (r"(?<=[a-z])[iy]sh[iy]n$", "ishin"),  # Romanyshyn
        (
            r"^zh(?=[a-z]{3,}(?:[oe]va?|bek|ba[iy]|uly|kyzy)$)",
            "j",
        ),  # Zhaparov, as the new letters of the Kazakhs have it
        (r"^hs(?=[iu])", "x"),  # Hsiao and Xiao
        (r"^ch(?:ow|ou|au|aw)dh?ur[iy]$", "chaudhuri"),
        (r"^ch(?:ow|ou|au|aw)dh?a?r[iy]$", "chaudhry"),
        (r"(?<=[a-z]{2})wy$", "wi"),  # Ashmawy
        (r"(?<=[ln])[iy]ak$", "iak"),
        (r"tsch|tch", "ch"),  # Tchernov
        (r"(?<=[^k])kh", "h"),  # Mikhail and Mihail; not Khan and Han
        (r"^x(?=[a-z]{2,}[oe]va?$)", "kh"),  # Xolmatov, as the new letters of the Uzbeks have it
        (r"x(?=[aeiou])", "ks"),  # Oxana
        (r"(?<=[a-z])ch(?=o[su]$)", "h"),  # Vlachos
        (r"(?<=[a-z]{2})[aeou]dd(?:i|ee)ne?$", "eddin"),  # Salahuddin and Salaheddine
        (r"tz", "ts"),
        (r"^ch(?=ats[iy]|[a-z]*(?:poulo[su]|poulou|akis?|[ia]dis|idou|oglou)$)", "h"),  # one letter of Greek
        (r"^y(?=e)", ""),  # Yeremin and Eremin
        (r"(?<=[a-z])(?:iye|aye|aie|ae|oye|eye|yo|ye|ie)v$", "ev"),  # Aliyev and Aliev, Solovyov and Soloviev
        (r"(?<=[bcdfghjklmnpqrstvwxz])(?:yo|io)(?=[nv])", "e"),  # Aksyonov
        (r"(?<=[bcdfghjklmnpqrstvwxz])y(?=e)", ""),  # Medvedyev
        (r"(?<=[aeo])y(?=[bcdfghjklmnpqrstvwxz])", "i"),  # Boyko
        (r"^ou|(?<=[a-z])ou(?=[a-z])", "u"),  # Papandreou
        (r"(?:iou|iu|yu|ju)", "iu"),
        (r"(?:iya|ija|ya|ja)$", "ia"),
        (r"(?<=..)(?:o|e)(?:ff|w)$", "ov"),  # Smirnoff; both endings are one, as nobody is told apart by them alone
        (r"(?<=...)ev$", "ov"),
        (r"(?<=[a-z])s[kc](?:iy|ii|yy|yi|ij|i|y)$", "sky"),  # Zelensky
        (r"(?<=..)(?:iy|ii|yy|yi|ij)$", "y"),
        (r"(?<=[aeo])[yj]$", "i"),  # Nikolay
        (r"(?<=...)ah$", "a"),  # Fatimah
    )
)
# Mostly none of them fits: then one look is enough.
_ANY_RULE = re.compile("|".join(pattern.pattern for pattern, _ in _RULES))
_SERVANT = re.compile(r"abd(?:[aeou]l|our|[aeou](?=r))(?=[a-z]{4})|abd(?=[^aeou][a-z]{3})")  # Abdulrahman
# Alqahtani is Al Qahtani; Alderman and Alfieri begin so by chance.
_ARTICLE = re.compile(r"al(?=(?:[hjkmnqrswyz]|dh|gh|sh|th|dos|o[bqtw])[a-z]{3,}(?:i|ie|y|an|een|ah|eh)$)(?![a-z]*man$)")
_UMLAUTS = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])([aou])e(?=[bcdfghjklmnpqrstvwxz][a-z])")
_SOUND = (
    (re.compile(r"sch|sh|ch|cz|s|z|x"), "s"),
    (re.compile(r"kh|gh|q|ck|c|k|g|j"), "k"),
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
# In foreign names English hears one for the other.
_MIXED = frozenset(map(frozenset, ("ei", "ea", "ou", "oa")))
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
    if _ANY_RULE.search(word):
        for pattern, spelling in _RULES:
            word = pattern.sub(spelling, word)
    return word


@cache
def family_name(word: str) -> str:
    """The spelling by which a folded surname is compared: Abdulrahman as Abdul Rahman, Alqahtani without
    its article, else by rule.
    """
    article = _ARTICLE.match(word)
    # Alhassan is a name of its own.
    word = word[2:] if article and not is_known(word[2:]) else word
    return given_name(word) if _SERVANT.match(word) else respelt(word)


def is_known(word: str) -> bool:
    """Whether a folded word is a first name of given_names.txt, whose spellings are all known."""
    return word in _given_names() or respelt(word) in _given_names()


@cache
def sound(word: str) -> str:
    """The consonants of a folded word by classes that transliterations mix up; its first sound is kept, if a vowel."""
    word = _FIRST_VOWEL.sub("a", respelt(word))
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


@cache
def _read(word: str) -> str:
    """The sounds of a folded word: consonants by classes, vowels one by one."""
    word = respelt(word)
    for pattern, letter in (*_VOWELS, *_SOUND):
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
    found: dict[str, str] = {}
    for group in groups("given_names"):
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
