"""Draws out a source that the network cut short: at its article or adjective, inside a name, a number or a compound.

One that goes on behind its subject is cut: who | was one of the first to leave, said; several | included, told.
"""

import re

from service.extraction.circumstances import behind_circumstance
from service.extraction.names import tables
from service.extraction.names.cores import CALENDAR, ORGANISATIONS, PERSON_NOUNS, is_lexical, key
from service.extraction.names.kinds import DOCUMENTS
from service.records import Span
from service.regex import regex

_BARE = regex(r"(?:an?|the|one|two|three|some|any)$", re.IGNORECASE)
_ARTICLE = regex(r"(?:an?|the|any)$", re.IGNORECASE)
_NEXT_WORDS = regex(r"(?: (?!(?:an?|the|his|her|their|its|who|that|which) )[\w’'-]+){1,5}")
_GOES_ON = regex(r"(?: [A-ZÀ-Þ][\w’'-]*| (?:party|group|campaign|leadership|administration))+")
_NAME_BEHIND = regex(r", [A-ZÀ-Þ][\w’'.-]+(?: [A-ZÀ-Þ][\w’'.-]*){1,3},")
# For Mr. | Rubio; New | Jersey Governor Ann Lee: no name ends with these.
_HALF_NAME = regex(r"(?:^|\s)(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Prof|St|New|San|Los|Las|Saint|Sri|South|North)\.?$")
_NAME_ON = regex(r"\.?(?: [A-ZÀ-Þ][\w’'-]*(?:\.(?= [A-ZÀ-Þ]))?)+(?:[’']s)?(?: ([a-z]+))?")
_NUMBER = regex(r"\d[.,]$")
# Not: which | Lind calls, whom many critics blame; there somebody else is named behind it.
_RELATIVE = regex(
    r"((?i:who|which))\s+(?!(?:of|the|an?|his|her|their|its|many|some|most|several|few|even|critics|experts|people)\b)[a-z]"
)
# who a fortnight ago | said; but not: whom the critics blame
_WHO_ONCE = regex(
    r"(who)\s+(?:(?:an?|two|three|many|some|several|a few) )?(?:day|week|fortnight|month|year|decade|hour|moment)s?"
    r" (?:ago|earlier|before)$"
)
# Ann Roe, and we are off.
_OWN_CLAUSE = regex(r",? and (?:we|they|it|he|she|there|so|you|I)(?!\w)")
_WHOSE = regex(r"whose\b", re.IGNORECASE)  # whose views upset many: it is no view that speaks
_COMPOUND = regex(r"-\w[\w’'-]*")  # self | -described socialist
# So let | us see; there is nothing | that shows: no phrase for anybody.
_CLAUSE = regex(
    r"(?:(?:so|and|but|although|because|if|while)\s+)?"
    r"(?:let|there(?:[’']s|\s+(?:is|are|was|were))?|it\s+(?:means|is|was))(?!\w)",
    re.IGNORECASE,
)
_ASKED = regex(r"(?:Had|Were|Should|Did|Does|Would|Could)\s+(?=[A-Z])")
_VERB_AT_END = regex(
    r"(?<=\w)\s+(?:was|were|is|are|had|has|have|drew|gave|took|won|got|sent|kept|held|included|filed as|was [a-z]+ed)$"
)
# 25 others | sued the port; members of the crew | used ropes.
_VERB_WITHIN = regex(
    r"(?:[\w’'-]+\s+){0,8}?[\w’'-]+"
    r"(?=\s+(?:(?<=s )[a-z]{2,}ed\s+(?:the|an?|its|his|her|their)\s|used\s+(?!to|by|in|for|as|on|cars?)[a-z]))"
)
_GERUND = regex(r"[a-z]+ing(?=$|\s+(?:the|an?|at|his|her|its|their)\b)")
_OF_THOSE = regex(r"\b(?:[Tt]hose|[Pp]eople|[Aa]nyone|[Ee]veryone) $")
_ADJECTIVE = regex(r"(?:(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)|[\w’'.-]+[’']s) ([A-Za-z-]+)|([A-ZÀ-Þ][a-z]+)")
_NOUN_ON = regex(r"(?:,? \d+-year-old)?(?: (?:and )?[a-z-]+){0,2}? ([a-z-]+)(?![\w’'-])")
_NOBODY = tables.words("exceptions", "nobody")
_PLURAL = tables.words("collective_nouns", "group", "anonymous")
_SHOUTED = 5  # letters of a heading in capitals; fewer may be initials
_LONGEST_NUMBER = 30  # characters of 1,250,000.75, of which a source may be the end
_MOST_WORDS = 3  # between an article and the cue: The fishing crews | warned


def whole_phrase(text: str, source: Span, cue: Span) -> Span | None:
    """The source drawn out to what it is a part of; None where nothing is left that could name anybody."""
    start, end = source
    clause = _OWN_CLAUSE.search(text, start, end)
    end = clause.start() if clause else end
    relative = _WHO_ONCE.match(text, start, end) or _RELATIVE.match(text, start, end)
    if relative or _WHOSE.match(text, start, end):
        return relative.span(1) if relative else None
    if _CLAUSE.match(text, start, end) or _is_heading(text, source, cue):
        return None
    low = max(1, start - _LONGEST_NUMBER)
    while start > low and text[start].isdigit() and _NUMBER.match(text, start - 2, start):
        start = _number_start(text, start - 2, low)
    limit = cue[0] if cue[0] >= end else len(text)
    start = behind_circumstance(text, start, end)
    start, end = _subject(text, start, end)
    gerund = _GERUND.match(text, start, end) if text[start].islower() else None
    if gerund:
        return _of_gerund(text, gerund.end(), (start, end), cue)
    if text.startswith("%", end):
        return start, end + 1
    compound = _COMPOUND.match(text, end, limit) if text.startswith("-", end) else None
    if compound:
        whole = _end_of_persons(text, compound.end(), limit) or _end_at_cue(text, compound.end(), cue)
        return (start, whole) if whole else None
    if _HALF_NAME.search(text[start:end]):
        return start, _end_of_name(text, end, limit)
    noun = _noun_of_adjective(text, start, end, limit, cue)
    if noun:
        return start, noun
    if not _BARE.match(text, start, end) or text[end : end + 1] == ":":  # A: is the label of an answer
        return start, end
    drawn = _end_of_noun(text, end, limit)
    if drawn is None and _ARTICLE.match(text, start, end):
        drawn = _end_at_cue(text, end, cue)
        return (start, drawn) if drawn else None
    return start, drawn or end


def _is_heading(text: str, source: Span, cue: Span) -> bool:
    """HARBOUR DREDGED, on a line above the cue, or before the bracket that names an agency."""
    words, between = text[slice(*source)], text[source[1] : cue[0]]
    return words.isupper() and len(words) >= _SHOUTED and ("\n" in between or (text[cue[0]] == "[" and bool(between)))


def _subject(text: str, start: int, end: int) -> Span:
    """Where the subject of a source that holds its verb begins and ends."""
    if " " not in text[start:end]:
        return start, end
    asked = _ASKED.match(text, start, end)
    start = asked.end() if asked else start
    verb = _VERB_AT_END.search(text, start, end)
    if verb and verb.start() > start:
        return start, verb.start()
    within = _VERB_WITHIN.match(text, start, end) if "ed " in text[start:end] else None
    return start, within.end() if within else end


def _of_gerund(text: str, behind: int, source: Span, cue: Span) -> Span | None:
    """Those | mourning the king said; dredging | the mayor said; but nobody in "warned of dredging the port"."""
    start, end = source
    those = _OF_THOSE.search(text, max(0, start - 10), start)
    if those:
        return those.start(), end
    owner = behind < end and 0 <= cue[0] - end <= 2 and _end_of_noun(text, text.find(" ", behind + 1), end) == end
    return (behind + 1, end) if owner else None


def _noun_of_adjective(text: str, start: int, end: int, limit: int, cue: Span) -> int | None:
    """The end of the noun for persons behind an adjective: the former | harbour master, Kenyan | voters. Of any noun
    that is all there is up to the cue, behind an adjective that is no name: Exit | polling | showed.
    """
    adjective = _ADJECTIVE.fullmatch(text, start, end)
    if not adjective or not _may_be_adjective(adjective[1] or adjective[2], bool(adjective[2])):
        return None
    alone = bool(adjective[2]) and key(adjective[2]) in _NOBODY
    return _end_of_persons(text, end, limit) or (_end_at_cue(text, end, cue) if alone else None)


def _end_of_persons(text: str, at: int, limit: int) -> int | None:
    """The end of a noun for persons, or of a name, that follows at once or behind few words."""
    noun = _NOUN_ON.match(text, at, limit)
    return noun.end() if noun and _is_of_persons(noun[1]) else None


def _may_be_adjective(word: str, alone: bool) -> bool:
    lower = key(word)
    if alone:
        return (is_lexical(word) or lower in _NOBODY) and lower not in CALENDAR and not _BARE.match(word)
    return not (_is_of_persons(lower) or lower in ORGANISATIONS or lower in DOCUMENTS or lower.endswith("s"))


def _is_of_persons(word: str) -> bool:
    return word in PERSON_NOUNS or word in _PLURAL or (word.endswith("s") and word[:-1] in PERSON_NOUNS)


def _number_start(text: str, at: int, low: int) -> int:
    while at > low and text[at - 1].isdigit():
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
