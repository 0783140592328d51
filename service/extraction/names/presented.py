"""Finds the names that an article presents as those of bodies: Norvex, the maker of tools; the charity Open Hand."""

import re
from collections.abc import Iterable

from service.extraction.names.cores import FIRMS, FIRST, ORGANISATIONS, PERSON_NOUNS, is_lexical, key
from service.extraction.names.namings import Naming
from service.extraction.names.words import fold

_REACH = 120
_WORD_BEFORE = re.compile(r"(?<![\w-])([a-z]+(?:-[a-z]+)?),? $")
# Norvex, the largest maker of tools; Norvex, a charity that ...
_APPOSITION = re.compile(r"(?: [A-Z]{2,5}| \([^)]{1,30}\))?, (?:the|an?|its|one of the) (?P<noun>[^,.;:“”\"\n]{3,90})")
_HEAD_ENDS = re.compile(r" (?:of|for|at|in|from|with|to|and|that|which|who|on|by|behind|based|owned|run)\b")
# What only a body says of itself, or has.
_OWN = re.compile(
    r"(?: also)? (?:said|announced|confirmed|denied|added) in (?:an?|its) (?:[a-z]+ )?"
    r"(?:statement|filing|release|notice|report)[^.“”\"\n]{0,40}?\bits?\b"
    r"|[’']s? (?:headquarters|board|shareholders|subsidiary|share price|annual report|factories|parent company"
    r"|revenues?|chief executive|CEO|chief (?:financial|operating) officer)\b"
    r"|(?:[’']s? shares| shares| stock) (?:fell|rose|dropped|climbed|jumped|closed|tumbled|plunged|slid|surged)\b"
    r"| (?:shareholders|executives|subsidiary|headquarters)\b| itself\b|-owned\b"
    # Not any "which": they chose Roe, which nobody had expected.
    r"|, which (?:owns|operates|makes|employs|sells|produces|manufactures|is (?:based|headquartered|owned|listed))\b"
    r"| (?:is headquartered|was founded|manufactures)\b"
)
# Shares of Norvex. A Roe spokesman may be a person's.
_OWNED = re.compile(r"\b(?:[Ss]hares (?:of|in)|[Ss]tock (?:of|in)|[Ee]mployees of|[Cc]hief executive of|CEO of) $")
_FORMS = FIRMS | {"inc", "corp", "co", "ltd", "llc", "plc", "nv", "ag", "gmbh", "sa", "group", "holdings"}


def presented_bodies(text: str, namings: Iterable[Naming]) -> frozenset[tuple[str, ...]]:
    """The folded words of every name that is shown to be no person's where it is printed. Linear in the names."""
    found: set[tuple[str, ...]] = set()
    for naming in namings:
        words = tuple(map(fold, naming.words))
        if len(words) > 1 and key(naming.words[-1]) in _FORMS and key(words[0]) not in FIRST:
            found |= {words, words[:-1]}  # Norvex NV goes on as Norvex
        elif not _may_be_first(naming) and _is_shown(text, naming):
            found.add(words)
    return frozenset(found)


def _may_be_first(naming: Naming) -> bool:
    """Ann Roe, Senator Roe, and places: Leeds, the city where ..."""
    return naming.titled or key(naming.words[0]) in FIRST or all(map(is_lexical, naming.words))


def _is_shown(text: str, naming: Naming) -> bool:
    start, end = naming.span
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before and before.group(1) in ORGANISATIONS and not before.group().endswith(", "):
        return True
    if _OWNED.search(text, max(0, start - 30), start):
        return True
    behind = _APPOSITION.match(text, end, end + _REACH)
    return _heads_body(behind["noun"]) if behind else _OWN.match(text, end, end + _REACH) is not None


def _heads_body(noun: str) -> bool:
    words = _HEAD_ENDS.split(noun)[0].split()
    last = key(words[-1]) if words else ""
    return last in ORGANISATIONS and last not in PERSON_NOUNS
