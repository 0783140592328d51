"""Finds the names that an article presents as those of bodies: Norvex, the maker of tools; the charity Open Hand."""

import re
from collections.abc import Sequence

from service.extraction.names.cores import (
    FIRMS,
    FIRST,
    ORGANISATIONS,
    PERSON_NOUNS,
    is_lexical,
    is_organisation,
    is_title,
    key,
)
from service.extraction.names.known_bodies import length_of_body
from service.extraction.names.namings import Naming
from service.extraction.names.words import fold, is_acronym, lower_words
from service.regex import regex

_REACH = 120
_NEAR = 20
_WORD_BEFORE = regex(r"(?<![\w-])([a-z]+(?:-[a-z]+)?),? $")
# The company, | Norvex, denied it; not: the head of the company, | Roe, denied it.
_LEADING = regex(r"(?:^|[.!?][\"”’)]? )(?:The|Its|Their) (?:[a-z-]+ )?(?P<noun>[a-z-]+), $", re.MULTILINE)
# Norvex, the largest maker of tools; Norvex, a charity that ...
_APPOSITION = regex(r"(?: [A-Z]{2,5}| \([^)]{1,30}\))?, (?:the|an?|its|one of the) (?P<noun>[^,.;:“”\"\n]{3,90})")
_HEAD_ENDS = regex(r" (?:of|for|at|in|from|with|to|and|that|which|who|on|by|behind|based|owned|run)\b")
# What only a body says of itself, or has.
_OWN = regex(
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
# As Norvex reported on Monday; Norvex first reported that it rained.
_REPORTED = regex(r"(?: first| also| recently)? reported (?:that|on|in|last|this|earlier|[A-Z][a-z]+day)\b")
# Shares of Norvex. A Roe spokesman may be a person's.
_OWNED = regex(r"\b(?:[Ss]hares (?:of|in)|[Ss]tock (?:of|in)|[Ee]mployees of|[Cc]hief executive of|CEO of) $")
# Hours after the company's report: of what was named before. Not the company that Roe founded, nor that of her father.
_TAKEN_UP = regex(
    r"\b[Tt]he (?:company|firm|corporation|carmaker|automaker|chipmaker|drugmaker|airline|retailer|manufacturer|startup"
    r"|(?:tech|software|internet|oil|energy|drug|retail|mining) giant)\b"
    r"(?! (?:of|that|which|where|behind|owned|run|in)\b)"
)
# Of a firm the Brask mill says nothing: it stands at Brask.
_SITE = regex(
    r" (?:mill|mine|plant|factory|yard|works|dam|bridge|port|airport|station|site|quarry|field|refinery|pit|river|lake"
    r"|valley|island|county|district|province|reactor|pipeline|tunnel)\b"
)
_FORMS = FIRMS | {"inc", "corp", "co", "ltd", "llc", "plc", "nv", "ag", "gmbh", "sa", "group", "holdings"}


def presented_bodies(text: str, namings: Sequence[Naming]) -> frozenset[tuple[str, ...]]:
    """The folded words of every name that is shown to be no person's where it is printed. Linear in the names."""
    found: set[tuple[str, ...]] = set()
    for naming in namings:
        words = tuple(map(fold, naming.words))
        if len(words) > 1 and key(naming.words[-1]) in _FORMS and key(words[0]) not in FIRST:
            found |= {words, words[:-1]}  # Norvex NV goes on as Norvex
        elif not _may_be_first(naming) and _is_shown(text, naming):
            found.add(words)
    return frozenset(found or _taken_up(text, namings))


def _taken_up(text: str, namings: Sequence[Naming]) -> set[tuple[str, ...]]:
    """The one name of a single word that "the company" can mean: it is no part of a longer name, has no title, and no
    other body is named before.
    """
    firm = _TAKEN_UP.search(text)
    if firm is None:
        return set()
    before = [naming for naming in namings if naming.span[1] < firm.start()]
    if any(len(naming.words) > 1 and is_organisation(naming.words) for naming in before):
        return set()
    longer = {fold(word) for naming in namings if len(naming.words) > 1 or naming.titled for word in naming.words}
    common = lower_words(text)
    single = (naming for naming in before if len(naming.words) == 1 and not _SITE.match(text, naming.span[1]))
    alone = {fold(naming.words[0]) for naming in single if _may_be_firm(naming, common)}
    return {(word,) for word in alone - longer} if len(alone - longer) == 1 else set()


def _may_be_firm(naming: Naming, common: frozenset[str]) -> bool:
    word = naming.words[0]
    if naming.opens or word.lower() in common or is_title(word) or is_acronym(word) or length_of_body([word]):
        return False
    return not _may_be_first(naming)


def _may_be_first(naming: Naming) -> bool:
    """Ann Roe, Senator Roe, and places: Leeds, the city where ..."""
    return naming.titled or key(naming.words[0]) in FIRST or all(map(is_lexical, naming.words))


def _is_shown(text: str, naming: Naming) -> bool:
    start, end = naming.span
    before = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if before and before.group(1) in ORGANISATIONS and not before.group().endswith(", "):
        return True
    leading = _LEADING.search(text, max(0, start - 60), start) if text.startswith(",", end) else None
    if leading and leading["noun"] in ORGANISATIONS - PERSON_NOUNS:  # not: Its star, | Roe,
        return True
    if _OWNED.search(text, max(0, start - 30), start):
        return True
    if len(naming.words) == 1 and " reported " in text[end : end + _NEAR] and _REPORTED.match(text, end, end + _REACH):
        return True
    behind = _APPOSITION.match(text, end, end + _REACH)
    return _heads_body(behind["noun"]) if behind else _OWN.match(text, end, end + _REACH) is not None


def _heads_body(noun: str) -> bool:
    words = _HEAD_ENDS.split(noun)[0].split()
    last = key(words[-1]) if words else ""
    return last in ORGANISATIONS and last not in PERSON_NOUNS
