"""Tells how a surname in Han letters is read in Japan, Hong Kong and Singapore: 田中 is Tanaka, 梁 Leung."""

from collections import defaultdict
from functools import cache

from service.identity.own_letters import simplified
from service.identity.tables import lines

_LIKE = {"Macao": "Hong Kong", "Malaysia": "Singapore"}
_MOST = 3  # letters of a surname


def readings(name: str, land: str) -> tuple[str, ...]:
    """How the surname of a name in Han letters may be printed in a land; none where that is as in China."""
    known = _readings().get(_LIKE.get(land, land), {})
    return next((known[name[:length]] for length in range(_MOST, 0, -1) if name[:length] in known), ())


@cache
def _readings() -> dict[str, dict[str, tuple[str, ...]]]:
    found: dict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    land = ""
    for line in lines("han_surnames"):
        land = line.strip("[]") if line.startswith("[") else land
        for letters, _, read in (each.partition(":") for each in line.split() if ":" in each):
            found[land][simplified(letters)] = tuple(read.split(","))
    return dict(found)
