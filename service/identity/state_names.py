"""Tells the words by which the names of states are compared: the Kingdom of Norway, the Turkish government, Moscow."""

from functools import cache, lru_cache

from service.folding import words_of
from service.identity.body_words import without_the
from service.identity.places import Place, Words, place_of
from service.identity.scripts import latin
from service.identity.states_abroad import state_abroad
from service.identity.tables import pairs

_FORMS_OF_STATE = frozenset({"republic", "kingdom", "federation", "principality", "sultanate"})
_KINDS_OF_STATE = frozenset(words_of("federal islamic democratic peoples socialist arab united hashemite co-operative"))
_BEFORE_PARTS = (("state", "of"), ("commonwealth", "of"))
_OF_TWO = frozenset({("washington",)})  # capitals that are states or much else too


@lru_cache(maxsize=65_536)
def state_name(printed: str) -> Words:
    """The words by which a state's name is compared: those of its label; a capital or a seat of government stands for
    its state.
    """
    words = _without_government(without_the(words_of(latin(printed.replace("&", " and ")))))
    if other := _other_states().get(words):
        return words_of(other)
    place = place_of(words) or _of_form(words)
    if place is None and (label := state_abroad(printed)):
        return words_of(label)
    named = place and (
        place.sort in ("state", "adjective", "seat") or (place.sort == "capital" and words not in _OF_TWO)
    )
    return words_of(place.label) if place and named else words


def _without_government(words: Words) -> Words:
    """The words of a state's name without those for who governs it: the Turkish government, the authorities in Mali."""
    if words[:2] in (("government", "of"), ("authorities", "in")):
        return without_the(words[2:]) or words
    if words[:2] in _BEFORE_PARTS and place_of(words[2:]) is None:
        return words[2:] or words  # the State of California; that of Georgia is not the country
    return words[:-1] if words[1:] and words[-1] in ("government", "authorities") else words


def _of_form(words: Words) -> Place | None:
    """The state that a name tells with its form: the Kingdom of Norway, the Italian Republic."""
    head = next((at for at, word in enumerate(words) if word in _FORMS_OF_STATE), None)
    if head is None or not _KINDS_OF_STATE.issuperset(words[:head] if words[head + 1 :] else words[1:head]):
        return None
    if words[head + 1 : head + 2] == ("of",):
        return place_of(without_the(words[head + 2 :]))
    adjective = place_of(words[:1])
    return adjective if head == len(words) - 1 and adjective and adjective.sort == "adjective" else None


@cache
def _other_states() -> dict[Words, str]:
    return {words_of(name): label for name, label in pairs("states")}
