"""Finds who speaks in a clause that has no subject of its own: Noting that it rained, Okoro added ..."""

from bisect import bisect_left

from service.extraction.names.cores import PERSON_NOUNS, key
from service.records import Span
from service.regex import regex

# While commenting on the toll, after months of refusing to pay, in describing the storm, one week after announcing it.
_LEAD = regex(
    r"(?:^|\W)(?i:after|while|when|before|by|in|on|since|upon|without|besides|despite|instead of|in addition to)"
    r"(?: (?:weeks|months|years) of)? $"
)
_OPENS = regex(r"(?:^|\n|[.!?][”\"’']?\s+)[“\"]?$")
_DOING = regex(r"(?:(?:repeatedly|publicly|again|also|first|once) )?[A-Za-z]+ing\b")
_MINDED = regex(r"(?:Worried|Horrified|Convinced|Alarmed|Disappointed|Outraged|Concerned|Encouraged)\b")
_COMMA = regex(r"[.”\"’']?,[”\"’']?\s(?:(?:though|however|too), )?")
# He said, the actor explained, Ana Sá added, Governor Ana Sá (R-OK) said.
_SUBJECT = regex(
    r"(?:he|she|they|the ([a-z-]+)|[A-ZÀ-Þ][\w’.-]*(?: (?:[A-ZÀ-Þ][\w’.-]*|d[aei]|van|von|al|bin))*)(?=[ ,])"
)
_VERB = regex(r"(?:,[^,\n]{2,60},| \([^()]{1,20}\))? (?:[a-z]+ly |also |then |still )?(?!and |or |of |who )[a-z]+")
_BEFORE = 60


def subject_behind(text: str, cue: Span, content: list[Span], sources: list[Span]) -> Span | None:
    """The subject of the sentence whose opening clause, a participle with its content, has none; None if there is none.

    `sources` are what the network took for sources, in order; none stands in the clause.
    """
    end = content[-1][1]
    if content[0][0] < cue[1] or not _is_subjectless(text, cue):
        return None
    comma = _COMMA.match(text, end)
    if comma is None:
        return None
    at = bisect_left(sources, comma.end(), key=lambda span: span[0])
    if at < len(sources) and sources[at][0] == comma.end():
        return sources[at]
    subject = _SUBJECT.match(text, comma.end())
    if subject is None or (subject[1] and key(subject[1]) not in PERSON_NOUNS):
        return None
    return subject.span() if _VERB.match(text, subject.end()) else None


def _is_subjectless(text: str, cue: Span) -> bool:
    before = text[max(0, cue[0] - _BEFORE) : cue[0]]
    if _OPENS.search(before) or cue[0] == 0:
        return bool(_DOING.match(text, *cue) or _MINDED.match(text, *cue))
    return bool(_LEAD.search(before) and _DOING.match(text, *cue))
