"""Puts the words of roles in other languages into English ones: ministre des Finances, Finanzminister, 財務大臣."""

import re
from collections import defaultdict
from functools import cache, lru_cache

from service.folding import words_of
from service.identity.scripts import latin
from service.identity.tables import all_words, groups
from service.regex import regex

Words = tuple[str, ...]
_NOTHING = "-"  # what words for of, the and the like say
# Scripts that put no blanks between words, or write in one what belongs together.
_JOINED = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_COMPOUND = regex(
    "(?:bundes|landes)?(.{3,}?)(?:(minister(?:in|n|en)?|ministeri|minisztere?|radherra)|ministeri(?:um|et|o)|miniszterium)$"
)
_MOST_WORDS = 3  # of a phrase
_BEGINNING = 3  # letters by which the beginnings of words are found


@lru_cache(maxsize=65_536)
def words_of_role(role: str) -> Words:
    """The folded words of a role, those of other languages in English. Those of an English role are as they stand."""
    if _JOINED.search(role):
        role = _any_joined().sub(lambda found: f" {_joined()[found[0]]} ", role)
    words = words_of(latin(role))
    told = list(_told(words))
    if all(english in (None, _NOTHING) for _, english in told):
        return words
    said = (english.split("_") if english else printed for printed, english in told if english != _NOTHING)
    return tuple(word for words in said for word in words)


def _told(words: Words) -> list[tuple[Words, str | None]]:
    """The words, one by one or as phrases, each with what it says in English; None: it is none of another language."""
    found: list[tuple[Words, str | None]] = []
    at = 0
    while at < len(words):
        ends = range(min(len(words), at + _MOST_WORDS), at, -1) if words[at] in _openings() else ()
        end = next((end for end in ends if words[at:end] in _phrases()), at + 1)
        found.append((words[at:end], (_phrases().get(words[at:end]) if ends else None) or _of_one(words[at])))
        at = end
    return found


# There are far fewer words than roles.
@lru_cache(maxsize=16_384)
def _of_one(word: str) -> str | None:
    if word in _english():
        return None
    if word[0] in "dl" and (told := _phrases().get((word[1:],))):
        return told  # l'Habitat
    compound = _COMPOUND.match(word)
    if compound and (told := _begun(compound[1])):
        return f"{told}_{'minister' if compound[2] else 'ministry'}"
    return _begun(word)


def _begun(word: str) -> str | None:
    """What a word says that begins so, by the longest beginning that is known."""
    fitting = [pair for pair in _beginnings().get(word[:_BEGINNING], ()) if word.startswith(pair[0])]
    return max(fitting, key=lambda pair: len(pair[0]))[1] if fitting else None


@cache
def _forms() -> list[tuple[str, str]]:
    """Every form of the table, with what it says."""
    return [
        (form.replace("_", " "), head.rstrip(":")) for head, *forms in groups("role_words_abroad") for form in forms
    ]


@cache
def _phrases() -> dict[Words, str]:
    whole = ((words_of(latin(form)), english) for form, english in _forms() if not form.endswith("-"))
    found: dict[Words, str] = {}
    for words, english in whole:
        # The first wins: what says nothing in most languages stands first.
        if words and not _english().issuperset(words):
            found.setdefault(words, english)
    return found


@cache
def _openings() -> frozenset[str]:
    """The words with which phrases begin."""
    return frozenset(words[0] for words in _phrases())


@cache
def _beginnings() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, english in _forms():
        words = words_of(latin(form.removesuffix("-")))
        if form.endswith("-") and len(words) == 1:
            found[words[0][:_BEGINNING]].append((words[0], english))
    return dict(found)


@cache
def _joined() -> dict[str, str]:
    return {form: english.replace(_NOTHING, "").replace("_", " ") for form, english in _forms() if _JOINED.match(form)}


@cache
def _any_joined() -> re.Pattern[str]:
    return regex("|".join(map(re.escape, sorted(_joined(), key=len, reverse=True))))


@cache
def _english() -> frozenset[str]:
    """Words of roles in English, which are not looked up."""
    return all_words("domains") | all_words("roles") | {group[0] for group in groups("role_words")}
