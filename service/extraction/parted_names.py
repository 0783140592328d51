"""Joins a description with the name behind it, where the network took the name for another source or for content."""

from service.extraction.names.chunks import PREPOSITIONS
from service.extraction.names.cores import PERSON_NOUNS
from service.extraction.sharing import Attribution
from service.records import Span
from service.regex import regex

# Its representative, | Dr Ann Roe; a diplomat | who took part in the talks, | Ann Roe.
_DESCRIBED = regex(
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-ZÀ-Þ][\w’'-]*[’']s)\s[^\n“”\"]*[a-z-]{3,},?"
)
# The Movement for Change, | the main opposition party,: who is named, and in other words.
_CALLED = regex(r"(?:[Tt]he )?[A-ZÀ-Þ][\w’'-]*(?: (?:for |of |the |and )?[A-ZÀ-Þ][\w’'-]*){0,5}, ")
_RETOLD = regex(r"(?:the|an?) [^,.;:“”\"\n]{3,80},")
_TO_NAME = regex(r" |,\s|,?\s(?:who|whose)\s[^.;:“”\"\n]{3,90},\s")
_NAMED = regex(r"(?:[A-ZÀ-Þ][\w’'-]*\.?\s){1,4}[A-ZÀ-Þ][\w’'-]*(?<![’']s)[.,]?")
# According to its deputy head, | Ann Roe, | the dam broke: the name is none of what is told.
_ACCORDING = regex(r"[Aa]ccording to")
_NAME_FIRST = regex(r"(?:[A-ZÀ-Þ][\w’'-]*\.? ){1,4}[A-ZÀ-Þ][\w’'-]*(?P<end>, (?=\S))")
_CALLS_PERSON = PERSON_NOUNS | {"figure"}  # an opposition figure, Ann Roe; elsewhere a number
_HEAD = regex(r"[^,]*?([a-z-]{3,})(?:,? ?$| (?:of|for|in|at|from) [^,]*,? ?$)")


def with_name(text: str, source: Span, other: Span) -> Span | None:
    """A description with the name behind it, or a name with its description, that the network took for two sources.

    None if they are two.
    """
    if _CALLED.fullmatch(text, source[0], other[0]) and _RETOLD.fullmatch(text, *other):
        return source[0], other[1]
    between = text[source[1] : other[0]] if source[1] < other[0] else ""
    if not between or not _TO_NAME.fullmatch(between) or not _NAMED.fullmatch(text, *other):
        return None
    last = text[slice(*source)].split()[-1]
    beside = between == " " and last.islower() and last not in PREPOSITIONS  # News site | The Harbour Post
    return (source[0], other[1]) if beside or _DESCRIBED.fullmatch(text, *source) else None


def take_name(text: str, one: Attribution) -> None:
    """Gives the office its name right behind it, which the network took for what is said: of a content before the cue
    all, behind "according to" what it opens with.
    """
    if one.cue is None or not one.content:
        return
    source, content = one.sources[0], one.content[0]
    head = _HEAD.match(text, *source)
    if not 0 <= content[0] - source[1] <= 2 or not head or head[1] not in _CALLS_PERSON:
        return
    if content[1] <= one.cue[0] and text[source[1] : content[0]] == " " and _NAMED.fullmatch(text, *content):
        one.sources[0], one.content = (source[0], content[1]), one.content[1:]
    elif _ACCORDING.fullmatch(text, *one.cue):
        _take_first(text, one)


def _take_first(text: str, one: Attribution) -> None:
    source, content = one.sources[0], one.content[0]
    named = _NAME_FIRST.match(text, *content)
    if named and "," in text[source[1] - 1 : content[0]]:
        one.sources[0] = (source[0], named.start("end"))
        one.content[0] = (named.end(), content[1])
