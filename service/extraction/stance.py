"""Says what a reported statement does (asserts, denies, demands, ...) and whether its cue is a verb of saying."""

import re

from service.extraction.content_stance import belittled, by_beginning
from service.extraction.cue_words import Hit, known_words, words_of
from service.records import Span, Stance
from service.regex import regex

_AROUND = 60  # code points looked at on either side of a cue
_BEGINNING = 240  # code points of the content looked at
_NEGATIVE = frozenset(("not", "never", "without", "neither", "nor", "hardly"))
_AUXILIARIES = """
has have had do does did will would could can may might should is are was were be been being to also yet even ever once
so still
"""
# What may stand between a negation and its verb: "has not yet formally denied".
_BETWEEN = frozenset(_AUXILIARIES.split())
_ANSWERING = """
say comment respond reply answer elaborate specify disclose explain identify reveal discuss address clarify comment_on
talk_about speak_about talk speak
"""
# Not to do one of these is to give no answer; not to warn or not to demand is no such thing.
_ANSWERS = frozenset(_ANSWERING.split())
# Neither Roe nor Lund would say who signed: the negation stands before the names.
_NOBODY = regex(
    r"\b(?:[Nn]either\b[^.;:?!\n]{1,80}?\bnor|[Nn]one of|[Nn]obody|[Nn]o one)\b[^.,;:?!\n]{0,60}?\b"
    r"(?:would|could|will|can|wanted to|agreed to)\s[^.,;]*$"
)
_SUBJECT = 140
_BELITTLING = """
call dub label brand describe describe_as characterize characterise denounce condemn decry criticize criticise slam
blast deride mock ridicule attack
"""
_BELITTLES = frozenset(_BELITTLING.split())
_WHETHER = regex(r"[^.;]{0,60}\b(?:whether|if|why|how|what|who|when|where|which)\b|[^.]{0,240}\?", re.I)
_TO_DO = regex(r"[^.;?]{0,60}\bto(?: not)? [a-z]+", re.I)
_PASSIVE = regex(r"\b(?:was|were|been|being|be|is|are|got) denied$", re.I)
# "denied a visa", "denied him the chance": something was withheld, nothing was called untrue.
_WITHHELD = regex(
    r"\W*(?:(?:him|her|them|us|me|people|citizens|workers|prisoners)\b(?! (?:claims?|allegations?|accounts?))|"
    r"(?:(?:a|an|the|any|his|their|its|my|our)|\w+['’]s?)? ?(?:\w+ ){0,2}?(?:visas?|entry|access|bail|permission|"
    r"requests?|applications?|petitions?|appeals?|motions?|asylum|parole|coverage|benefits|loans?|licen[cs]es?|permits?|"
    r"credentials?|funding|treatment|admission|citizenship|tenure|promotion)\b)",
    re.I,
)
_TO_COME = regex(
    r"\b(?:set|expected|due|poised|about|likely|scheduled|preparing|planning|plans|intends|aims) to(?: \w+ly)?\s"
)
_BEFORE_CUE = 30


def stance(text: str, cue: Span | None, content: tuple[Span, ...]) -> Stance:
    """What the statement does, by its cue, and by the content's beginning where the cue alone cannot tell."""
    beginning = _beginning(text, content)
    head = _head(_hits(text, cue)) if cue else None
    if cue is None or head is None:
        return by_beginning(beginning)
    if _is_negated(text, cue, head):
        return _negated(head)
    return _by_head(text, cue, head, beginning)


def is_speech(text: str, cue: Span) -> bool | None:
    """Whether a cue is a verb of saying; False for attitude, intention or perception, None if the words do not tell."""
    if text[slice(*cue)].strip() == ":":
        return True
    hits = _hits(text, cue)
    if hits and hits[0].base == "deny" and _is_withholding(text, cue):
        return False
    return next((hit.sense.speech for hit in hits if hit.sense.speech is not None), None)


def is_to_come(text: str, cue: Span) -> bool:
    """Whether a cue tells what somebody is about to say or do, and has not yet: "is set to urge"."""
    start = max(0, cue[0] - _BEFORE_CUE)
    match = next((found for found in _TO_COME.finditer(text, start, cue[1]) if found.end() >= cue[0]), None)
    return match is not None and not re.search(r"[.;:?!\n]", text[match.end() : cue[1]])


def _beginning(text: str, content: tuple[Span, ...]) -> str:
    pieces = (text[start : min(end, start + _BEGINNING)] for start, end in content[:3])
    return " ".join(pieces)[:_BEGINNING]


def _hits(text: str, cue: Span) -> list[Hit]:
    """The known words of a cue, read on for a particle behind it: the cue of "called for" may be "called" alone."""
    words = words_of(text[slice(*cue)])
    following = words_of(text[cue[1] : cue[1] + 25])[:2] if text[cue[1] : cue[1] + 1] == " " else []
    return [hit for hit in known_words(words + following) if hit.start < len(words)]


def _head(hits: list[Hit]) -> Hit | None:
    """The word that decides: the first, unless it is vague and another follows ("expressed agreement")."""
    if len(hits) > 1 and _is_vague(hits[0]):
        return _head(hits[1:])
    return hits[0] if hits else None


def _is_vague(hit: Hit) -> bool:
    return hit.sense.stance == "assert" and hit.sense.speech is None


def _is_negated(text: str, cue: Span, head: Hit) -> bool:
    inside = words_of(text[slice(*cue)])[: head.start]
    if _NOBODY.search(text[max(0, cue[0] - _SUBJECT) : cue[1]]):
        return True
    before = words_of(re.split(r"[.;:?!\n]", text[max(0, cue[0] - _AROUND) : cue[0]])[-1])
    for word in reversed(before + inside):
        if word in _NEGATIVE:
            return True
        if word not in _BETWEEN and not word.endswith("ly"):
            return False
    return False


def _negated(head: Hit) -> Stance:
    if head.base in _ANSWERS or head.sense.stance in ("confirm", "decline"):
        return "decline"
    return "reject" if head.sense.stance == "agree" else "assert"


def _by_head(text: str, cue: Span, head: Hit, beginning: str) -> Stance:
    said = head.sense.stance
    if head.base == "deny" and _is_withholding(text, cue):
        return "assert"
    if said == "ask":
        return _question_or_demand(text, cue, beginning)
    if head.base in _BELITTLES:
        return belittled(said, beginning)
    if said == "assert" and head.sense.speech is not False:
        return by_beginning(beginning)
    return said


def _is_withholding(text: str, cue: Span) -> bool:
    """Also the passive: a report is denied by somebody, but a man who "was denied" did not get something."""
    if _PASSIVE.search(text[max(0, cue[0] - 12) : cue[1]]):
        return not re.match(r"\W*by\b", text[cue[1] : cue[1] + 8], re.I)
    return _WITHHELD.match(text, cue[1], cue[1] + _AROUND) is not None


def _question_or_demand(text: str, cue: Span, beginning: str) -> Stance:
    """Asking whether is asking; asking somebody to do something is demanding."""
    behind = text[cue[1] : cue[1] + _AROUND]
    if _WHETHER.match(behind) or _WHETHER.match(beginning):
        return "ask"
    return "demand" if _TO_DO.match(behind) or _TO_DO.match(beginning) else "ask"
