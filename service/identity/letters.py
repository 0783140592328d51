"""Brings words of names into one spelling by rule, where letters of other alphabets are put into Latin ones in several
ways.
"""

import re
from functools import cache

from service.identity.tables import lines

_UMLAUTS = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])([aou])e(?=[bcdfghjklmnpqrstvwxz][a-z]|u[a-z])")


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
