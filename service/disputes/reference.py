"""Says whether words that plainly deny refer to what was said before them, and to whose claim."""

import re

from service.disputes.sides import Sides
from service.disputes.signals import names_claim
from service.records import Span
from service.regex import regex

_BEFORE = 40  # characters before a judgement in which its subject stands: "the claims in Lind's suit | are false"
# "That is a lie", "They are wrong", "She made it up"; "Nonsense".
_SUBJECT = regex(
    r"(?:(?:^|[.!?,;:—–]|\b(?:and|but|so|because|well|no|that))[\s\"“'‘]*"
    r"(?P<who>that|this|it|they|those|these|he|she|your \w+|you)"
    r"(?:['’]\w+)?\s*(?:\w+ly |just |all |also )*|(?:^|[.!?:])[\s\"“'‘]*)$",
    re.I,
)
_MEANS = regex(
    r"\W*(?:\w+ly )?(?:(?:it|this|them|those|these|everything|both|"
    r"(?:all|such|so)(?= (?:of )?(?:the|those|these)\b|\W*$|[,.;]))\b"
    r"(?! (?:he|she|it|they|we|I|the|an?|his|her|its|their|no|there|any)\b)|"
    r"that(?=\W*$|[,.;]| (?:that )?(?:was|is) (?:so|the case|true)\b|"
    r" (?:\w+ )?(?:view|notion|idea|assessment|characteri[sz]ation|portrayal|assertion|argument|contention|"
    r"interpretation)\b))",
    re.I,
)
# Behind what somebody said: something | he denied, a point that | officials dispute.
POINT = (
    r"(?:something|an? (?:[\w-]+ )?(?:point|notion|idea|description|assessment|characteri[sz]ation|portrayal|account|"
    r"view|figure|version|charge|claim|allegation|accusation|suggestion|assertion|contention))\b(?: that| which)?"
)
_POINT = regex(rf"{POINT} ")
# "No such order was given", "denied that there had been any such report".
_SUCH = regex(r"\b(?:no|any|never|never any) such\b(?! thing as\b)", re.I)
_REFERENCE = regex(
    r"(?P<by>(?:[A-Z][\w'’.-]*\s+(?:of\s+)?){0,4}[A-Z][\w.-]*)(?:['’]s?)?\s+(?:\w+\s+){0,2}?(?P<noun>[a-z]+)\b|"
    r"\b(?P<head>[a-z]+)\s+(?:made\s+|levelled\s+|leveled\s+|put forward\s+)?(?:by|from)\s+"
    r"(?P<from>(?:the\s+|an?\s+)?[^,.;]{2,60})"
)
# The agency's findings, claims by the union: of the only one.
_OF_BODY = regex(
    r"\b(?:the|that|this) (?P<by>[a-z]+)['’]s? (?:[a-z-]+ ){0,2}?(?P<noun>[a-z]+)\b|"
    r"\b(?P<head>[a-z]+) (?:made |levelled |leveled |put forward )?(?:by|from) the (?P<from>[a-z]+)"
    r"(?=\W*$|[,.;]| that\b)"
)
_ON = regex(r"\s+(?:that|of|about|over|in|on|who|which)\b")


def takes_up(text: str, judgement: Span, start: int) -> bool:
    """Whether a judgement in a statement that begins at `start` is passed on what was told before: those claims."""
    before = text[max(start, judgement[0] - _BEFORE) : judgement[0]]
    whole = start >= judgement[0] - _BEFORE
    subject = _SUBJECT.search(before) if whole else _SUBJECT.search(before, 1)
    if subject is not None or names_claim(before) or _SUCH.match(text, judgement[0]):
        return True
    return _MEANS.match(text[slice(*judgement)]) is not None


def means_told(behind: str) -> bool:
    """Whether a verb that denies stands beside what means something told before: it, those charges, a point that."""
    plain = _MEANS.match(behind) or _POINT.match(behind) or _SUCH.search(behind)
    return plain is not None or names_claim(behind)


def names_person(text: str, judgement: Span, start: int) -> bool:
    """Whether the judgement is passed on what one person did: "She made it up"."""
    subject = _SUBJECT.search(text[max(start, judgement[0] - _BEFORE) : judgement[0]])
    return subject is not None and (subject["who"] or "").lower() in ("he", "she")


def referred(sides: Sides, words: str) -> tuple[str, ...]:
    """The parties whose claim some words name: "Microsoft's accusations", "allegations from the corporation".

    "The agency's findings" are those of the only agency that the article names.
    """
    found: list[str] = []
    if not names_claim(words):
        return ()
    for match in _REFERENCE.finditer(words):
        name, noun = match["by"] or match["from"], match["noun"] or match["head"]
        name = _ON.split(name, maxsplit=1)[0]
        # "Allegations from the US corporation" are not those of the state.
        if noun and names_claim(noun) and name and (match["by"] or name.split()[-1][0].isupper()):
            found += sides.named(name)
    for match in _OF_BODY.finditer(words):
        if names_claim(match["noun"] or match["head"]):
            found += sides.of_noun(match["by"] or match["from"])
    return tuple(dict.fromkeys(found))
