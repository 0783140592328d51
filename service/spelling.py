"""Puts a name into one spelling: without titles, with one form of first names and countries that are spelt in many."""

import re

from service.folding import words_of

LONGEST_KEY = 300  # characters: a longer key does not fit into an index

# Not king, queen, prince or pope: these are part of the only name that their bearers have.
HONORIFICS = frozenset(
    words_of(
        "mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count sen senator rep representative"
        " congressman congresswoman gov governor pres president vicepresident premier chancellor minister secretary"
        " ambassador amb mayor judge justice gen general col colonel maj major capt captain lt lieutenant sgt sergeant"
        " cpl admiral adm cmdr commander rev reverend hon pm mp sheriff detective inspector officer chairman chairwoman"
        " director former"
    )
)
# "Prime Minister May", "Vice President Pence": the first word is a title only before the second.
_FIRST_OF_TITLES = {"prime": "minister", "vice": "president", "attorney": "general", "foreign": "minister"}

# Russian and Ukrainian first names, by the stem that all their English spellings share. A rule over all endings
# would make Ali and Aly, or Toni and Tony, one.
_SPELLINGS = (
    (re.compile(r"(serg|andr|matv|timof)(?:ei|ey|ej|iy|ii)"), r"\1ey"),
    (re.compile(r"serguei"), "sergey"),
    (re.compile(r"ale(?:x|ks)e[iyj]"), "alexey"),
    (re.compile(r"(nikol|mikol)a[iyj]"), r"\1ay"),
    (re.compile(r"(dmitr|vasil|georg|anatol|valer|gennad|grigor|vital|arkad)(?:i|y|ii|iy|ij|yi|yy)"), r"\1y"),
    (re.compile(r"(?:yu|iu|ju|iou)r(?:i|y|ii|iy|ij|yi)"), "yury"),
    (re.compile(r"(?:ye|e)vgen(?:i|y|ii|iy|ij|yi)"), "yevgeny"),
    (re.compile(r"volod[iy]m[iy]r"), "volodymyr"),
)
_SURNAME_ENDING = re.compile(r"(?<=[a-z])s[kc](?:iy|ii|yy|yi|ij)$")

# The few states that news calls by initials, by a short and by a long name.
_COUNTRIES = (
    (("united", "states", "of", "america"), ("us",)),
    (("united", "states"), ("us",)),
    (("usa",), ("us",)),
    (("america",), ("us",)),
    (("russian", "federation"), ("russia",)),
    (("united", "kingdom"), ("uk",)),
    (("great", "britain"), ("uk",)),
    (("britain",), ("uk",)),
)


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, without titles: "Mr. Sergei Lavrov's" -> sergey, lavrov."""
    words = _without_titles(words_of(name))
    return tuple(_given_name(word) for word in words[:-1]) + tuple(_surname(word) for word in words[-1:])


def body_words(name: str) -> tuple[str, ...]:
    """The words of the name of a state or organisation: "the U.S. State Department" -> us, state, department."""
    words = words_of(name)
    return _with_short_countries(words[1:] if words[:1] == ("the",) else words)


def comparison_key(name: str) -> str:
    """What two forms of a name must share to be found by one another, whoever is meant."""
    return " ".join(_with_short_countries(person_words(" ".join(body_words(name)))))[:LONGEST_KEY]


def _without_titles(words: tuple[str, ...]) -> tuple[str, ...]:
    # The last word stays whatever it is: "the General", "Justice" and "King" are all there is of that name.
    while len(words) > 1 and (words[0] in HONORIFICS or words[0] == "the"):
        words = words[1:]
    if len(words) > 2 and _FIRST_OF_TITLES.get(words[0]) == words[1]:
        return _without_titles(words[2:])
    return words


def _given_name(word: str) -> str:
    for pattern, spelling in _SPELLINGS:
        if match := pattern.fullmatch(word):
            return match.expand(spelling)
    return word


def _surname(word: str) -> str:
    return _SURNAME_ENDING.sub("sky", word)


def _with_short_countries(words: tuple[str, ...]) -> tuple[str, ...]:
    for long, short in _COUNTRIES:
        for start in range(len(words) - len(long) + 1):
            if words[start : start + len(long)] == long:
                return _with_short_countries(words[:start] + short + words[start + len(long) :])
    return words
