"""Puts people whom the press calls by letters or another name under their own, RFK Jr., Lula; and leaves states out."""

from functools import cache

from service.folding import words_of
from service.identity.places import place_of
from service.identity.tables import lines, section

_MOST = 5  # words of such a name
_OF = " of "


def in_full(printed: str) -> str:
    """The name by which the bearer of a printed one is compared, titles kept; mostly the printed one itself."""
    words = printed.split()
    if words[-1:] and words[-1].casefold() not in _last_words():
        return printed
    for start in range(max(0, len(words) - _MOST), len(words)):
        full = _names().get(" ".join(words[start:]).casefold())
        if full and section("titles", "titles").issuperset(words_of(" ".join(words[:start]))):
            return " ".join([*words[:start], full])
    return printed


def without_state(printed: str) -> str:
    """A monarch's name without the state: Margrethe II of Denmark, Willem-Alexander of the Netherlands."""
    return printed.rpartition(_OF)[0] if state_in_name(printed) else printed


def state_in_name(printed: str) -> str | None:
    """The state that a monarch's name tells."""
    name, _, state = printed.rpartition(_OF)
    place = place_of(words_of(state.removeprefix("the "))) if name else None
    return place.label if place and place.sort == "state" else None


@cache
def _names() -> dict[str, str]:
    found = (line.partition(": ") for line in lines("names_in_full"))
    return {other.strip().casefold(): full for full, _, others in found for other in others.split(",")}


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1] for name in _names())
