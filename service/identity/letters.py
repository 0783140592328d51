"""Brings words of names into one spelling by rule, where letters of other alphabets are put into Latin ones in several
ways.
"""

import re
from functools import cache

from service.identity.tables import lines
from service.regex import regex

Rules = list[tuple[re.Pattern[str], str]]
_AT_ONCE = 8
# What one of them at least has that any rule changes; a look for each of them would take longer than all else.
_ANY_RULE = regex(
    r"[hjwxyzq]|porn|cab|cuk|gui|ou|i[aeiou]|[eo](?:v|ff)|ae|cv|s[kc]|mac|n[bp]|^mp|^nt|d(?:i|ee)n|u[ik]|ak$|sam|van|enko|^sv|ardane"
)
_UMLAUTS = regex(r"(?:(?<=[bcdfghjklmnpqrstvwxz])|^)([aou])e(?=[bcdfghjklmnpqrstvwxz][a-z]|u[a-z]|(?<=oe)[nr]$)")


@cache
def respelt(word: str) -> str:
    """A folded word of a name in the one spelling that its common transliterations share."""
    word = with_umlauts(word)
    # Mostly no rule fits: then one look is enough.
    return spelt_by_rules(word) if _ANY_RULE.search(word) else word


def with_umlauts(word: str) -> str:
    """The word without the e by which umlauts are written out: Koestlbacher."""
    return _UMLAUTS.sub(r"\1", word) if "e" in word[1:] and len(word) > 4 else word


def spelt_by_rules(word: str) -> str:
    """The word as the rules of the table leave it, one after the other."""
    for any_rule, rules in _rules():
        if any_rule.search(word):
            for pattern, spelling in rules:
                word = pattern.sub(spelling, word)
    return word


@cache
def _rules() -> list[tuple[re.Pattern[str], Rules]]:
    """What is printed and the spelling to compare by, in order; some rules at a time, with what finds whether any of
    them fits: one look in the place of eight.
    """
    found = [line.partition(" #")[0].partition(" ->") for line in lines("spelling_rules")]
    some = [found[start : start + _AT_ONCE] for start in range(0, len(found), _AT_ONCE)]
    return [
        (
            regex("|".join(f"(?:{pattern})" for pattern, _, _ in each)),
            [(regex(pattern), spelling.strip()) for pattern, _, spelling in each],
        )
        for each in some
    ]
