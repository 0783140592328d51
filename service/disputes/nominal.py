"""Finds denials told by a noun: its denial of any part, the ministry's rejection of that finding, a rebuttal from X."""

import re
from collections.abc import Iterator

from service.disputes.cues import cue
from service.disputes.frames import clause_end
from service.disputes.narrated import ANAPHOR, INVOLVEMENT, Act
from service.disputes.phrases import first_name
from service.disputes.traps import conditional, of_a_proposal
from service.records import Relation, Span
from service.regex import regex

_NOUN = r"(?:denials?|rejections?|rebuttals?|repudiations?|refutations?|dismissals?|disavowals?|contradictions?)"
_CUE = cue("denial|rejection|rebuttal|repudiation|refutation|dismissal|disavowal|contradiction")
_NOMINAL = regex(
    rf"(?P<own>\b(?:its|his|her|their)|(?P<of>\b(?:[Tt]he )?[\w'’. -]{{2,60}}?)(?:['’]s|s['’]))\s(?:\w+ ){{0,2}}?"
    rf"(?P<noun>{_NOUN}) (?:of|to|that) (?P<what>[^.;]{{3,160}})|"
    rf"\b(?P<given>{_NOUN}) "
    rf"(?:(?:came|followed|arrived|was issued|were issued|was heard) (?:\w+ )?)?"
    rf"(?:of (?P<it>[^.;,]{{3,80}}?) )?(?:from|by|"
    rf"on the part of) (?P<by>(?:the )?[\w'’. -]{{2,60}}?)"
    r"(?=[,.;:]| (?:came|followed|was|is|has|had|who|which|that|on|in|within|soon|hours?)\b)"
)


def nominal_acts(text: str, sentence: Span, here: int) -> Iterator[Act]:
    """The denials that one sentence with the cues `here` tells by a noun, with whose they are and of what."""
    for match in _NOMINAL.finditer(text, *sentence) if _CUE & here else ():
        noun, actor, told = _parts(text, sentence, match)
        withheld = conditional(text, sentence, match.start()) or of_a_proposal(text, noun, told[1])
        if actor and not withheld:
            words = text[slice(*told)]
            relation: Relation = "denies_involvement" if INVOLVEMENT.match(words) else "denies"
            yield Act("deny", noun, actor, told, relation, ANAPHOR.match(words) is not None)


def _parts(text: str, sentence: Span, match: re.Match[str]) -> tuple[Span, Span | None, Span]:
    """The noun, who denies, and what."""
    if match["given"]:
        noun = match.span("given")
        return noun, match.span("by"), match.span("it") if match["it"] else noun
    told = (match.start("what"), clause_end(text, *match.span("what")))
    actor = match.span("of") if match["of"] else first_name(text, sentence[0], match.start())
    return match.span("noun"), actor, told
