"""Finds who made a claim that is told before without its author: "Claims that it leaks are false. They came from Lind".

Agencies open with the denial and name afterwards whom it answers: "dismissed as a lie allegations that she took money.
The allegations were made by a former aide, Ana Lind".
"""

import re
from collections.abc import Iterator

from service.disputes.cues import cue
from service.disputes.finding import Quotes
from service.disputes.frames import Frame, clause_end, noun_end
from service.disputes.placed import is_taken
from service.records import Span
from service.regex import regex

_DENYING = frozenset(("deny", "reject"))  # stances
_AHEAD = 3  # sentences behind the claim in which its author is named
_LONGEST = 300  # characters of a claim
_CHARGES = r"claim|allegation|accusation|charge|assertion|suggestion|insinuation|complaint|rumou?r|suspicion"
_REPORTS = r"report|stor(?:y|ie)|account|article|claim|rumou?r"
_NOUN = rf"(?:{_CHARGES}|{_REPORTS})s?"
_TOLD = regex(
    rf"(?:(?<!['’]s )(?<!['’] )(?<!her )(?<!his )(?<!its )(?<!their )(?P<noun>\b(?i:{_NOUN}))|"
    rf"\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed)|contest(?:s|ed)|reject(?:s|ed))(?: on \w+day)?) (?P<that>that) "
    rf"(?P<what>[^;“”\"]{{8,{_LONGEST}}})"
)
_MADE = (
    r"(?:made|raised|published|printed|carried|posted|put (?:forward|about|out)|brought|levelled|leveled|lodged|filed|"
    r"aired|broadcast|voiced|spread|circulated|repeated|reported|given|advanced)"
)
# Not "by post", nor "Velmark never made the claim"; a pronoun may mean anybody.
_SOMEBODY = (
    r"(?=[A-Z]|(?:the|an?|his|her|its|their) |\w+s\b)(?![^,;.]*\b(?:never|not|nobody)\b|(?i:he|she|it|they|we|who)\b)"
)
_BY = (
    rf"(?P<by>{_SOMEBODY}[\w&’'. -]{{2,70}}?)(?:, (?P<apposed>(?:the )?[A-Z][^,;:“”\"]{{2,60}}?))?"
    r"(?= since| on | in | at | during | last | this | to |,|[.;]|$)"
)
_OWN_WORD = rf"(?:[Tt]he|[Tt]hat|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch an?) (?:\w+ )?(?P<again>{_NOUN})\b"
_MADE_BY = regex(
    rf"\b{_OWN_WORD} (?:was|were|is|are|had been|has been|have been) (?:first |originally |also )?{_MADE} by {_BY}"
)
_CAME_FROM = regex(
    rf"\b{_OWN_WORD} (?:first |originally )?(?:(?:came|comes?|stem(?:s|med)|originated?) (?:from|with)|"
    rf"(?:appeared|ran|surfaced)(?: (?:on|last|this) [^,.;:“”\"]{{2,20}}?)? (?:in|on)(?! \w+day\b)) {_BY}"
)
# "Lind, who lost her seat, made the claim": the name that the sentence begins with.
_WHO = regex(
    rf"[“\"]?(?P<by>{_SOMEBODY}[\w&’'. -]{{2,70}}?)(?:, [^;:“”\"]{{2,80}},)?(?: had| has)?(?: first)? "
    rf"{_MADE} {_OWN_WORD}"
)
_TELLS = cue(
    "claim|allegation|accusation|charge|assertion|suggestion|insinuation|complaint|rumor|rumour|suspicion|report|"
    "story|stories|account|article|deny|denie|disput|contest|reject"
)


def authored(text: str, spans: list[Span], marks: list[int]) -> Iterator[tuple[int, Frame]]:
    """The claims of sentences with the cues `marks` whose author the next sentences name, with their sentence."""
    for at, (start, end) in enumerate(spans):
        for told in _TOLD.finditer(text, start, end) if marks[at] & _TELLS else ():
            if author := _author(text, spans[at + 1 : at + 1 + _AHEAD], told["noun"]):
                # Not the verb: it tells the answer.
                yield at, Frame("noun", told.span("noun" if told["noun"] else "that"), author, None, _what(text, told))


def is_of_nobody_yet(what: Span, known: list[Span], quotes: Quotes) -> bool:
    """Whether no frame tells a claim, nor anybody says it: "in a report that it leaks" may be the teller's own."""
    quote = quotes.around((what[0], what[0] + 1))
    said = quote is not None and quote.stance not in _DENYING and any(start == what[0] for start, _ in quote.content)
    return not said and not is_taken(known, *what)


def _what(text: str, told: re.Match[str]) -> Span:
    """What is claimed, without what the sentence says of it: "reports that | it leaks | are false, said Lind"."""
    start, end = told.span("what")
    return start, noun_end(text, start, clause_end(text, start, end))


def _author(text: str, spans: list[Span], noun: str | None) -> Span | None:
    """Who is told, in the first sentence that tells it, to have made what is called so."""
    for start, end in spans:
        for found in (
            _MADE_BY.search(text, start, end),
            _CAME_FROM.search(text, start, end),
            _WHO.match(text, start, end),
        ):
            if found and _is_same(noun, found["again"]):
                return found.span("apposed" if found.groupdict().get("apposed") else "by")
    return None


def _is_same(noun: str | None, again: str) -> bool:
    """Whether both words may stand for one claim: a charge is no report."""
    if noun is None:
        return True
    kinds = [{kind for kind in (_IS_CHARGE, _IS_REPORT) if kind.match(word)} for word in (noun, again)]
    return bool(kinds[0] & kinds[1])


_IS_CHARGE, _IS_REPORT = regex(rf"(?i:{_CHARGES})"), regex(rf"(?i:{_REPORTS})")
