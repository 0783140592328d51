"""Finds acts of denial told in the article's own words: denounced the accusations, denied dumping."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from service.disputes.cues import cue, lowered
from service.disputes.frames import clause_end
from service.disputes.phrases import subject_before
from service.disputes.reference import POINT
from service.disputes.signals import judged_false, names_claim
from service.disputes.traps import bygone, conditional, of_a_person, of_a_proposal, silent, withheld
from service.disputes.wordings.denying import STEMS, VERBS
from service.records import Relation, Span
from service.regex import regex

Sort = Literal["deny", "reject", "innocence", "bare"]
_CALLED_CUE = cue("called|descri|brand|dismiss|labelled|labeled|dubbed|denounc|reject|condemn|characteri")
# "The finding was called baseless by the company."
_CALLED = regex(
    r"\b(?:was|were|is|are|been|being) (?:\w+ly |also )?(?P<verb>called|described|branded|dismissed|labelled"
    r"|labeled|dubbed|denounced|rejected|condemned|characterised|characterized)"
    r"(?: as)? (?P<as>[^.;]{3,60}?) by (?P<by>[^.,;]{2,90})",
    re.I,
)
# "That, said the imam, was untrue."
_INVERTED = regex(
    r"\b(?:[Tt]hat|[Tt]his|[Aa]ll (?:of )?(?:that|this)|[Tt]he \w+), (?:said|says|insist(?:s|ed)|repli(?:es|ed)) "
    r"(?P<by>[^.;:“”\"]{2,80}?), (?P<verb>is|was|were|are) (?P<as>[^.;:]{3,60})"
)
_FIGURES = regex(
    r"\b(?:figures?|numbers?|findings?|conclusions?|results|estimate|estimates|tally|toll|that|whether|how)\b", re.I
)
_MEASURES = regex(
    r"\b(?:figures?|numbers?|findings?|conclusions?|results|estimates?|tally|toll|whether|stud(?:y|ies)|surveys?|"
    r"reports?|polls?|audits?|research|analys[ie]s|methods?|methodology|data|samples?|measurements?|calculations?)\b",
    re.I,
)
# Of these verbs what is measured is the object, not what was done: "faulted the study for counting lemonade".
_MEASURED = ("challeng", "question", "fault", "pick", "pok", "found f", "finds f", "took a", "takes a", "tore")
ANAPHOR = regex(
    r"\W*(?:it|this|that|them|these|those|so|everything)\b(?=\W*(?:$|[,.;]|\s(?:as|on|in|to|for|from|and|but"
    r"|through|via|at|during|outright|point blank|off|away|aside|back|flatly|\w+ly|when|before|again|too)\b))",
    re.I,
)
INVOLVEMENT = regex(
    r"\W*(?:any |all |having (?:any |had any )?|(?:his|her|its|their) |having played any "
    r"|playing any )?(?:\w+ ){0,2}?(?:involvement|wrongdoing|responsibility|role|part|link|links|connection|"
    r"knowledge|guilt|complicity|misconduct|impropriety|being (?:involved|behind|responsible|to blame|at fault)|"
    r"ties)\b|\W*(?:it|he|she"
    r"|they) (?:was|were|had been) (?:behind|involved|responsible)",
    re.I,
)
_PASSIVE = regex(r"\b(?:was|were|been|being|is|are)\s+[“\"‘']?(?:\w+ly |also |quickly )*$", re.I)
_MEANT = regex(r"(?:^|[.;,:]|\b(?:and|but))\W*(?:that|this|it|all (?:of )?(?:that|this|it)|everything|both)\s*$", re.I)
# Denied by the mayor, dismissed as invention by the mayor.
_REDUCED = regex(
    r"^\W*(?:(?:outright|out of hand|at once|yesterday|\w+ly|on \w+day) )?"
    r"(?:as [^,.;]{2,60}? )?(?:by|(?<!\w )at|(?<!\w )in)\s+(?P<by>[^,.;]{2,70}?(?= as \w)|[^,.;]{2,70})",
    re.I,
)
_OLD_ADJECTIVE = regex(
    r"^\s+(?:territor\w+|islands?|border\w*|region\w*|election\w*|area\w*|waters?|province\w*|valley|strip|land"
    r"|zone|peninsula|enclave|frontier|result|results|title|fight|bout|ruling|call|penalty|goal|seat|race)\b",
    re.I,
)
# "Dismissed Police Chief Ana Lind over claims that": a person.
_NAMED = regex(r"\s+(?:(?:his|her|its|their|the) )?(?:[A-Z]\w+\s+){2,4}(?:on \w+ )?(?:over|for|after|amid|following)\b")
_MOVES = regex(
    r"\b(?:I|we|to) move\w* (?:that we|to|that)\b[^.;]*$|\bvot\w+ (?:\d+\W\d+ )?to\s+$|\bmotion to\s+$", re.I
)
_NEGATED = regex(
    r"\b(?:not|never|n['’]t|neither|nor|without|nobody|no one|cannot|rather than|instead of)\s+"
    r"(?:\w+ly |immediately |been |yet |himself "
    r"|herself |itself )*$",
    re.I,
)


_RESENTED = regex(r"[^,.;]{0,60}\b(?:remarks?|words|comments?|statements?)\s+as\s+(?P<as>[^,.;]+)", re.I)


# In dispute, the challenge: no verb.
_AS_NOUN = regex(r"\b(?:in|an?|the|this|any|beyond|under|no|its|his|her|their)\s+$", re.I)


# "Denied being tired, | waved, and got into her car": what is told behind it is not denied.
_THEN = regex(r"\w+ing\b[^,.;]{0,60}(?=, (?:and )?[a-z]+(?:ed|ot|ent|eft|ove)\b(?:,| and\b))")


# "It was sealed, | something the owner | denied".
_APPOSED = regex(rf"(?:^|[,;—–-]\s*)(?P<point>{POINT} [^,;:“”\"]{{1,60}})$")


_PREDICATE = regex(r"\s+(?:is|are|was|were)\b", re.I)  # "one of our challenges is"


@dataclass(frozen=True, slots=True)
class Act:
    """A denial told: its verb, who denies (None: only the words around know), and what."""

    sort: Sort
    verb: Span
    actor: Span | None
    object: Span
    relation: Relation
    anaphoric: bool = False  # "denied it"


def acts(text: str, sentence: Span, here: int) -> Iterator[Act]:
    """The denials told in one sentence with the cues `here`; what only looks like one is left out."""
    for match in VERBS.finditer(lowered(text), *sentence) if STEMS & here else ():
        act = _apposed(text, sentence, match) or _act(text, sentence, match)
        if act:
            yield act
    if _CALLED_CUE & here:
        yield from _called(text, sentence)
    yield from _inverted(text, sentence)


def _called(text: str, sentence: Span) -> Iterator[Act]:
    for match in _CALLED.finditer(text, *sentence):
        told = _passive_object(text, sentence, match.start())
        if told and judged_false(match["as"]) and not conditional(text, sentence, match.start()):
            yield Act("reject", match.span("verb"), match.span("by"), told, "denies")


def _inverted(text: str, sentence: Span) -> Iterator[Act]:
    match = _INVERTED.match(text, *sentence)
    if match and judged_false(match["as"]):
        yield Act("reject", match.span("verb"), match.span("by"), match.span("as"), "denies", anaphoric=True)


def _apposed(text: str, sentence: Span, match: re.Match[str]) -> Act | None:
    """A denial of what its sentence tells before: "was open at the time, something he denied".

    "A claim of theft that he denied" says itself of what.
    """
    point = _APPOSED.search(text, sentence[0], match.start())
    if point is None or names_claim(point["point"]):
        return None
    start, end = point.start("point"), sentence[1]
    if not _relative(text, (start, end), match.span(), text[match.end() : end]):
        return None
    act = _act(text, (start, end), match)
    return replace(act, object=(start, match.end()), relation="denies", anaphoric=True) if act else None


def _act(text: str, sentence: Span, match: re.Match[str]) -> Act | None:
    verb = match.span()
    sort: Sort = match.lastgroup  # type: ignore[assignment]
    end = max(verb[1], clause_end(text, verb[1], sentence[1])) if verb[1] + 1 < sentence[1] else sentence[1]
    before = text[sentence[0] : verb[0]]
    if (
        _MOVES.search(before)
        or _NEGATED.search(before)
        or _AS_NOUN.search(before)
        or _is_none(text, sentence, sort, verb, end)
    ):
        return None
    colon = text.find(": ", verb[1], end)
    end = colon if colon > 0 else end
    if sort == "bare":
        return Act("reject", verb, subject_before(text, sentence[0], verb[0]), verb, "denies", anaphoric=True)
    passive = None if text[verb[0] : verb[1]].lower().endswith("ing") else _PASSIVE.search(before)
    by = _REDUCED.match(text[verb[1] : end])
    if by and sort != "innocence":
        at = verb[1] + by.start("by")
        start = sentence[0] + passive.start() if passive else verb[0]
        done = _passive_object(text, sentence, start)
        denier = (at, at + len(by["by"]))
        if passive and _MEANT.search(before[: passive.start()]):
            return Act(sort, verb, denier, verb, "denies", anaphoric=True)
        return Act(sort, verb, denier, done, "denies") if done and names_claim(text[slice(*done)]) else None
    if passive:
        return None
    then = _THEN.match(text, verb[1] + 1, end) if sort == "deny" else None
    end = then.end() if then else end
    behind = text[verb[1] : end]
    if sort == "reject" and _PREDICATE.match(behind):
        return None
    object_ = (verb[1] + len(behind) - len(behind.lstrip(' ,:”"’')), end)
    actor = subject_before(text, sentence[0], verb[0])
    if object_[0] >= object_[1] or _relative(text, sentence, verb, behind):
        object_ = _passive_object(text, sentence, actor[0] if actor else verb[0]) or (verb[0], verb[1])
    relation: Relation = "denies_involvement" if sort == "innocence" or INVOLVEMENT.match(behind) else "denies"
    return Act(sort, verb, actor, object_, relation, ANAPHOR.match(behind) is not None)


def _is_none(text: str, sentence: Span, sort: Sort, verb: Span, end: int) -> bool:
    behind = text[verb[1] : end]
    if (
        conditional(text, sentence, verb[0])
        or bygone(text, sentence, verb)
        or silent(text, _clause(text, sentence, verb))
    ):
        return True
    if sort == "deny":
        # One disavows a person or a bill, too.
        disowned = text[verb[0] : verb[1]].lower().startswith(("disav", "discl")) and not names_claim(behind[:60])
        return disowned or withheld(text, verb, sentence[1])
    if sort in ("innocence", "bare"):
        return False
    if _OLD_ADJECTIVE.match(behind) or _only_resents(behind) or not _is_of_claim(text, sentence, verb, behind):
        return True
    return (
        _NAMED.match(behind) is not None
        or (of_a_proposal(text, verb, end) and not names_claim(behind[:60]))
        or (of_a_person(text, verb, end) and not names_claim(behind[:80]))
    )


def _only_resents(behind: str) -> bool:
    """Whether some words are called something else than untrue: "the remarks as hurtful"."""
    judged = _RESENTED.match(behind)
    return judged is not None and not judged_false(judged["as"])


def _clause(text: str, sentence: Span, verb: Span) -> Span:
    start = max(text.rfind(" but ", sentence[0], verb[0]), text.rfind(";", sentence[0], verb[0]), sentence[0])
    cut = text.find(" but ", verb[1], sentence[1])
    return (start, cut if cut >= 0 else sentence[1])


def _is_of_claim(text: str, sentence: Span, verb: Span, behind: str) -> bool:
    """Whether it is a claim that was rejected: named behind the verb, meant by "it", or named right before it."""
    head = re.split(r"[,;]", behind, maxsplit=1)[0][:110]
    said = text[verb[0] : verb[1]].lower()
    if (
        names_claim(head)
        or ANAPHOR.match(behind)
        or (said.startswith(("disput", "contest")) and _FIGURES.search(head))
        or (said.startswith(_MEASURED) and _MEASURES.search(head))
    ):
        return True
    if re.match(r"\W*(?:by|at|in)\b", behind) or _relative(text, sentence, verb, behind):
        return _tells_claim(text, sentence, verb)
    return False


def _relative(text: str, sentence: Span, verb: Span, behind: str) -> bool:
    """A charge that Corvane denies; allegations it has rejected as false; something it denied to reporters."""
    if behind.strip(' .”"') and not re.match(r"\W*(?:as|on|in|to|outright|and|but|,)\b|\W*[,.]", behind):
        return False
    return _tells_claim(text, sentence, verb)


def _tells_claim(text: str, sentence: Span, verb: Span) -> bool:
    """Whether what stands before a verb names a claim, or what was said as a point, something."""
    before = text[max(sentence[0], verb[0] - 80) : verb[0]]
    return names_claim(before) or _APPOSED.search(before) is not None


def _passive_object(text: str, sentence: Span, end: int) -> Span | None:
    """The claim noun before a passive or a relative, with what belongs to it."""
    start = max(sentence[0], end - 140)
    for match in reversed(list(re.finditer(r"[A-Za-z]+", text[start:end]))):
        if names_claim(match[0]):
            return (start + match.start(), start + len(text[start:end].rstrip(" ,")))
    return None
