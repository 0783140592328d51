"""Brings first names and surnames into the spelling to compare by: that of their line in a table, else by rule; and
tells what their bearers are called.
"""

from functools import cache

from service.identity.letters import respelt
from service.identity.sounds import sound
from service.identity.tables import groups, section
from service.regex import regex

_SERVANT = regex(r"abd(?:[aeou]l|our|[aeou](?=r))(?=[a-z]{4})|abd(?=[^aeou][a-z]{3})")  # Abdulrahman
# Alqahtani is Al Qahtani; Alderman and Alfieri begin so by chance.
_ARTICLE = regex(
    r"al(?=(?:[hjkmnqrswyz]|dh|gh|sh|th|dos|o[bqtw])[a-z]{3,}(?:i|ie|y|an|een|ah|eh)$)(?![a-z]*man$)"
    r"|al(?=(?:kh|gh)[a-z]{3})"
    r"|al(?=(?:assa|abd|amri|ansar|ahm|anaz|azz)[a-z]*$)"
    r"|el(?=(?:sh|gh|kh|dh|[bdfghkmnrstwz])[a-z]{3,}(?:y|wi|ei|ayed|aied|gar|zar|mar|dour|ghandour|touri)$)"
)
# "Bensalah" is Ben Salah, Bennett is not: what follows is a name of Arabic, or ends as those of the Maghreb do.
_SON = regex(r"ben(?=[a-z]{3})")
_MAGHREB = regex(
    r"ben[bcdfghjkmrstyz][a-z]*"
    r"(?:ddou|mou|ouf|oun|our|oud|ouk|ane|ouna|oune|lluf|khluf|kouf|oui|aoui|illah|allah|aissa|icha|ouda|iya)$"
)


@cache
def given_name(word: str) -> str:
    """The spelling by which a folded first name is compared: that of its line in given_names.txt, else by rule."""
    known = _given_names()
    if word.startswith("abd") and (servant := _SERVANT.match(word)) and word not in known:
        return "abd" + given_name(word[servant.end() :])
    return known.get(word) or known.get(respelt(word)) or respelt(word)


@cache
def family_name(word: str) -> str:
    """The spelling by which a folded surname is compared: Abdulrahman as Abdul Rahman, Alqahtani without
    its article, else by rule.
    """
    article = _ARTICLE.match(word) if word.startswith(("al", "el")) else None
    # Alhassan is a name of its own.
    word = word[2:] if article and not is_known(word[2:]) and not is_known(word) else word
    if known := _family_names().get(word) or _family_names().get(respelt(word)):
        return known
    if (first := _given_names().get(word)) and sound(first) == sound(word):
        return first
    son = _SON.match(word) if word.startswith("ben") else None
    if son and (is_known(word[son.end() :]) or word.startswith("abd", son.end()) or _MAGHREB.match(word)):
        return family_name(word[son.end() :])
    return given_name(word) if word.startswith("abd") and _SERVANT.match(word) else respelt(word)


def is_known(word: str) -> bool:
    """Whether a folded word is a first name of given_names.txt, whose spellings are all known."""
    return word in _given_names() or respelt(word) in _given_names()


def is_listed(word: str) -> bool:
    """Whether a surname, as it is compared, is one of family_names.txt, whose spellings are all known."""
    return word in _listed()


@cache
def _listed() -> frozenset[str]:
    return frozenset(map(family_name, _spellings("family_names").values()))


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
def is_called(name: str, word: str) -> bool:
    """Whether a folded word is what the bearers of a first name are called, and no such name in full itself."""
    heads = _in_full()
    return given_name(name) in nicknames_of(word) and not (given_name(word) in heads and given_name(name) in heads)


@cache
def _in_full() -> frozenset[str]:
    """The first names at the heads of the lines of nicknames.txt that nobody is called for another."""
    called = frozenset(given_name(word) for group in groups("nicknames") for word in group[1:])
    return frozenset(given_name(group[0]) for group in groups("nicknames")) - called


@cache
def _nicknames() -> dict[str, set[str]]:
    """For each nickname and name of nicknames.txt the names at the head of its lines."""
    found: dict[str, set[str]] = {}
    for group in groups("nicknames"):
        for word in (*map(given_name, group), *group):
            found.setdefault(word, set()).add(given_name(group[0]))
    return found
