"""Finds for which body somebody speaks where an article first gives the whole name: "Corvane's lawyer, Dr Ana Lind".

Behind that only a surname is printed: "Ms Lind said it had".
"""

import re

from service.disputes.callings import beside
from service.regex import regex

_REACH = 120  # characters before a name
_BEYOND = 110  # characters behind it
_ROLE = (
    r"\b(?:spokes\w+|lawyer|attorney|solicitor|counsel|barrister|director|manager|manageress|president|chair\w*|"
    r"secretary|minister|head|chief|chief executive|officer|commissioner|superintendent|commander|treasurer|editor|"
    r"principal|rector|dean|owner|founder|agent|coach|captain|leader|coordinator|representative|delegate|envoy|"
    r"ambassador|governor|mayor|engineer|boss|organi[sz]er|convenor|vice[- ]president|headteacher|official|adviser|"
    r"consultant|surgeon)\b"
)
_OFFICE = regex(_ROLE)
# Between what somebody is and the name: its director, Dr Ana Lind.
_HONORIFIC = regex(
    r"(?:\b(?:Dr|Prof(?:essor)?|M(?:r|s|rs)|Sir|Dame|Lord|Lady|Father|(?:Arch)?[Bb]ishop|Monsignor|Sister|Brother|"
    r"Rev(?:erend)?|Captain|Major|Colonel|Brigadier|General|Admiral|Commander|Lieutenant|Judge|Justice|Prince(?:ss)?|"
    r"Chief|Inspector|Superintendent|Sergeant|Commissioner|Sheriff|Senator|Councillor)\.? )+$"
)
_STOP = regex(r".*(?:[.!?]['’”\"]?\s|[\n“”\";:])", re.S)
_NAME = r"(?:[Tt]he )?[A-ZÀ-Þ][\w&.’'-]*?(?: (?:(?:of|for|and) (?:the )?)?[A-ZÀ-Þ][\w&.’'-]*?)*"
_BODY = rf"(?:{_NAME}|\b[Tt]he (?:[a-z-]+ ){{0,2}}[a-z-]+?)"
_BEFORE = regex(
    rf"(?:{_BODY}['’]s? (?:[\w-]+ ){{0,3}}?{_ROLE}(?: (?:of|for|in) (?:[a-z-]+ ?){{1,3}})?|"
    rf"{_ROLE} (?:of|for|at|with) [^,]{{2,60}}|{_NAME} (?:[a-z-]+ ){{0,2}}{_ROLE}),? $"
)
_IS = regex(
    rf"(?:(?:,|(?:,? who)? (?:is|was|has been|had been)) (?:the |an? )?(?P<what>(?:[\w-]+ ){{0,4}}?{_ROLE} "
    rf"(?:of|at|for) [^,.;]{{2,60}})|(?:,? who)? (?:heads|leads|runs|owns|chairs|manages|directs|represents|"
    rf"spe(?:aks|oke) for) (?P<whom>{_BODY}))(?=[,.;]|$| (?:for|since|in|and|said|says)\b)"
)


def introduction(text: str, name: str) -> str:
    """The words around the first place of a name that tell for which body its bearer speaks; empty where none do."""
    at = text.find(name) if " " in name else -1
    return " ".join(filter(None, (_before(text, at), _behind(text, at + len(name))))) if at >= 0 else ""


def _before(text: str, at: int) -> str:
    """Corvane's lawyer, | the chairman of the Port Council, | Corvane vice president."""
    window = text[max(0, at - _REACH) : at]
    if not _OFFICE.search(window):
        return ""
    found = _BEFORE.search(_HONORIFIC.sub("", _STOP.sub("", window)))
    return found[0].rstrip(" ,") if found else ""


def _behind(text: str, end: int) -> str:
    """An apposition, or what a sentence about somebody tells: "Lind heads the Port Council"."""
    if told := beside(text, end):
        return told
    found = _IS.match(text, end, end + _BEYOND)
    return (found["what"] or found["whom"]) if found else ""
