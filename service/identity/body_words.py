"""Tells the words of a body's name by which it is compared, whatever their spelling, order and language."""

from collections.abc import Collection
from functools import cache

from service.folding import words_of
from service.identity.institutions_abroad import words_abroad
from service.identity.places import Place, Words, names_owner
from service.identity.tables import groups, pairs

_FOOTBALL_CLUB = frozenset({"football", "club"})
_SAINTS = frozenset({"st", "saint", "ste", "sainte"})
_JOINING = frozenset({"the", "of", "for", "and", "on", "to", "in", "affairs"})
# Ministère de la Santé
_JOINING_ABROAD = frozenset(
    words_of("de la le les du des del della dell dello do da das dos der die fur y et e affaires")
)
# A Federal Ministry of the Interior is the ministry, a police department the police, a special envoy the envoy.
_UNSAID = (
    ("ministry", {"federal"}),
    ("police", {"department", "force", "service"}),
    ("envoy", {"special"}),
    ("prosecutor", {"public", "office"}),
    ("sheriff", {"office", "department"}),
    ("fire", {"department", "service", "brigade", "rescue"}),
)


def core_of(words: Words, owner: Place | None) -> Words:
    """The words without the owner's name; where only the seat itself is named, the seat."""
    named = names_owner(words, owner) if owner else set()
    rest = [word for at, word in enumerate(words) if at not in named and word not in _JOINING]
    if any(_abroad().get(word) == "ministry" for word in rest):
        rest = [_abroad().get(word, word) for word in rest if word not in _JOINING_ABROAD]
    rest = [word for word in rest if word != "republic"] if owner and {"central", "bank"}.issubset(rest) else rest
    core = tuple(sorted({_spelling().get(word, word) for word in _without_s(rest)})) or words
    for head, unsaid in _UNSAID:
        core = tuple(word for word in core if word not in unsaid) if head in core and len(core) > 2 else core
    if set(core) > _FOOTBALL_CLUB:
        core = tuple(sorted({*core, "fc"} - _FOOTBALL_CLUB))
    return _alike().get(core, core)


def _without_s(words: list[str]) -> list[str]:
    """Words of a name, those of saints without the s that others print behind an apostrophe: St Brannocs."""
    told = zip(["", *words], words, strict=False)
    return [word.removesuffix("s") if before in _SAINTS and len(word) > 3 else word for before, word in told]


def joins_words(word: str) -> bool:
    """Whether a word only joins others, in English or abroad: of, in, de."""
    return word in _JOINING or word in _JOINING_ABROAD


def without_the(words: Words) -> Words:
    """The words of a name without the article before it."""
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


def have_others(words: Collection[str]) -> bool:
    """Whether a word of a name has another spelling, is of another language, or belongs to names that say the same."""
    return not _of_several().isdisjoint(words)


@cache
def _of_several() -> frozenset[str]:
    alike = (word for label, core in _alike().items() for word in (*label, *core))
    return frozenset(alike) | _spelling().keys() | _abroad().keys() | words_abroad()


@cache
def _abroad() -> dict[str, str]:
    """Words of ministries in other languages, in English."""
    return {word: english for english, *others in groups("ministries_abroad") for word in others}


@cache
def _alike() -> dict[Words, Words]:
    """For the words of a name without its owner's those to compare by."""
    return {_compared(name): _compared(label) for name, label in pairs("bodies_alike")}


def _compared(name: str) -> Words:
    return tuple(sorted({_spelling().get(word, word) for word in words_of(name) if word not in _JOINING}))


@cache
def _spelling() -> dict[str, str]:
    return {word: group[0] for group in groups("body_words") for word in group}
