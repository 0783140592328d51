"""Draws out a source that the network cut short: at its article, in the middle of a name, inside a number.

One that goes on behind a relative pronoun is cut: who | was one of the first to leave, said.
"""

import re

from service.extraction.names.cores import PERSON_NOUNS, key
from service.records import Span

_BARE = re.compile(r"(?:an?|the|one|two|three|some|any)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:an?|the|any)$", re.IGNORECASE)
_NEXT_WORDS = re.compile(r"(?: (?!(?:an?|the|his|her|their|its|who|that|which) )[\w’'-]+){1,5}")
_GOES_ON = re.compile(r"(?: [A-ZÀ-Þ][\w’'-]*| (?:party|group|campaign|leadership|administration))+")
_NAME_BEHIND = re.compile(r", [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,3},")
# For Mr. | Rubio; New | Jersey Governor Ann Lee: no name ends with these.
_HALF_NAME = re.compile(r"(?:^|\s)(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Prof|St|New|San|Los|Las|Saint|Sri|South|North)\.?$")
_NAME_ON = re.compile(r"\.?(?: [A-ZÀ-Þ][\w’'-]*(?:\.(?= [A-ZÀ-Þ]))?)+(?:[’']s)?(?: ([a-z]+))?")
_NUMBER = re.compile(r"\d[.,]$")
# Not: which | Lind calls, whom many critics blame; there somebody else is named behind it.
_RELATIVE = re.compile(
    r"((?i:who|which))\s+(?!(?:of|the|an?|his|her|their|its|many|some|most|several|few|even|critics|experts|people)\b)[a-z]"
)
_WHOSE = re.compile(r"whose\b", re.IGNORECASE)  # whose views upset many: it is no view that speaks
_MOST_WORDS = 3  # between an article and the cue: The fishing crews | warned


def whole_phrase(text: str, source: Span, cue: Span) -> Span | None:
    """The source drawn out to what it is a part of; None where nothing is left that could name anybody."""
    start, end = source
    relative = _RELATIVE.match(text, start, end)
    if relative or _WHOSE.match(text, start, end):
        return relative.span(1) if relative else None
    while start > 1 and text[start].isdigit() and _NUMBER.match(text, start - 2, start):
        start = _number_start(text, start - 2)
    limit = cue[0] if cue[0] >= end else len(text)
    if _HALF_NAME.search(text[start:end]):
        return start, _end_of_name(text, end, limit)
    if not _BARE.match(text, start, end) or text[end : end + 1] == ":":  # A: is the label of an answer
        return start, end
    drawn = _end_of_noun(text, end, limit)
    if drawn is None and _ARTICLE.match(text, start, end):
        drawn = _end_at_cue(text, end, cue)
        return (start, drawn) if drawn else None
    return start, drawn or end


def _number_start(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isdigit():
        at -= 1
    return at


def _end_of_name(text: str, at: int, limit: int) -> int:
    """Over the capitals that follow, and over a noun for persons: his New | Jersey critics."""
    match = _NAME_ON.match(text, at, limit)
    if match is None:
        return at
    of_persons = match[1] is None or key(match[1].removesuffix("s")) in PERSON_NOUNS
    return match.end() if of_persons else match.start(1) - 1


def _end_of_noun(text: str, at: int, limit: int) -> int | None:
    """The end of the first noun for a person, and of a name behind it: The | minister, Ana Sá,."""
    words = _NEXT_WORDS.match(text, at, limit)
    nouns = (word for word in re.finditer(r"[\w’'-]+", words[0]) if key(word[0]) in PERSON_NOUNS) if words else iter(())
    noun = next(nouns, None)
    if not words or not noun:
        return None
    end = words.start() + noun.end()
    named = _NAME_BEHIND.match(text, end) or _GOES_ON.match(text, end, limit)  # the Republican | Party
    return named.end() if named else end


def _end_at_cue(text: str, at: int, cue: Span) -> int | None:
    """The end of the few words that are all there is between an article and the cue: the | auguries foretell."""
    between = text[at : cue[0]].split() if at < cue[0] else []
    plain = all(word.isalpha() for word in between) and "\n" not in text[at : cue[0]]
    return len(text[: cue[0]].rstrip()) if plain and 0 < len(between) <= _MOST_WORDS else None
