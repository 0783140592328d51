"""Tells by the words before a name whether it is a place's, or of somebody who is only met: In Lima, | Ann Roe said."""

import re
from typing import Literal

from service.extraction.names.cores import FIRST, key
from service.extraction.names.phrases import Phrase
from service.regex import regex

_IN = regex(  # Of Okoro, | Lind said; in Peru's Acre Valley, | Lind said; in Stoke-on-Trent, | Lind said
    r"\b(?:[Ii]n|[Ff]rom|[Aa]t|[Nn]ear|Of|On|About|For|Like|Unlike) "
    r"(?:(?:[A-ZÀ-Þ][\w.-]* ){0,2}[A-ZÀ-Þ][\w.-]*(?:[’']s|(?<=s)[’']) |[A-ZÀ-Þ]\w*-(?:[a-z]+-)?)?$"
)
_AT = r"\b(?:in|on|at|from|near|to|outside|inside|across|around|throughout) (?:[\w’'-]+ ){0,4}?"
_PLACE_OF = regex(  # On the island of Lesbos, | a nurse, Ann Roe; in the capital Kigali, | Roe
    rf"{_AT}(?:(?:capital|city|town|village|hamlet|suburb|port|island|county|district|province|region|state|"
    r"outskirts|settlement|township|parish|valley|municipality|department|governorate|prefecture) of|"
    r"capital(?: city)?|city|town|village|island) $",
    re.IGNORECASE,
)
_CAPITAL = regex(rf"{_AT}capital(?: city)?, $", re.IGNORECASE)  # In the capital, Kigali, | a nurse, Ann Roe
_CITY = regex(r"\b[Ii]n (?:[A-Z][\w’'.-]* ){0,2}[A-Z][\w’'.-]*, $")  # In Amman, Jordan, | a nurse, Ann Roe
# After talks in Lima with Bo Diaz, | Ann Roe, the mayor; flanked by Colonel Diaz, | the mayor, Ann Roe
_OPENING = regex(
    r"(?:^|\n|[.!?”\"] )(?:(?:After|Alongside|Amid|Among|Before|During|Following|Despite|Under|With|In|At|On|From|To|"
    r"Near|Beside|Behind|Inside|Outside|Opposite|Above|Below|Beyond|Across|Along|Around|Just|High|Deep|Far|Halfway|"
    r"Flanked|Accompanied|Joined|Surrounded|Watched) (?:[\w’'-]+ ){0,7}?"
    r"(?:of|in|at|on|by|to|from|with|near|outside|above|below|beyond|behind|beside|around|across)|"
    r"After|Alongside|Amid|Beside|Behind|Inside|Outside|Opposite|Above|Below|Beyond|Across|Around) "
    r"(?:[A-ZÀ-Þ][\w’'.-]* ){0,2}$"
)
_BEFORE = 90  # characters before a name that tell a place


def stands_as(head: Phrase, text: str) -> Literal["place", "perhaps", "retold", ""]:
    """What the words before a name make of it: a "place" for certain, by a preposition "perhaps" one; "retold" where
    only the name of somebody else behind it tells. Empty where nothing does.
    """
    before = max(0, head.span[0] - _BEFORE), head.span[0]
    if _PLACE_OF.search(text, *before):
        return "place"
    capital = _CAPITAL.search(text, *before) and FIRST.isdisjoint(map(key, head.words))
    if head.sort != "organisation" and (capital or (head.sort == "state" and _CITY.search(text, *before))):
        return "retold"
    if head.sort != "organisation" and _IN.search(text, *before):
        return "perhaps"
    return "retold" if _OPENING.search(text, *before) else ""
