"""Cuts off a source what tells when or where before it: Speaking from Lima, | Ann Roe; in Lima | the board."""

from service.extraction.names.chunks import PREPOSITIONS
from service.regex import regex

# Speaking from Lima, | Ann Roe said; in Lima, | its mayor said; ten miles south of Lima, | a nurse said.
_BEFORE = regex(
    r"(?:(?:Speaking|Writing|Talking|Appearing|Campaigning|Testifying|Replying|Responding|Standing|Sitting|Arriving"
    r"|Returning|Travell?ing|Joining|Meeting|Reporting) [a-z]"
    r"|(?:Visiting|Touring|Inspecting|Leaving|Addressing|Attending|Welcoming|Briefing) [a-zA-ZÀ-Þ]"
    r"|(?:In|At|From|Near|Outside|Inside|Opposite|Beside|Behind|Beyond|Across|Along|Amid|Around) (?:the )?[A-ZÀ-Þ]"
    r"|(?:Near|Outside|Inside|Opposite|Beside|Behind|Beyond|Across|Along|Amid|Around) the [a-z]"
    r"|[\w-]+ (?:[a-z]+ )?(?:kilomet(?:re|er)s?|km|miles?|hours?|minutes?) [a-z][^,.;:\n“”\"]{1,40} [A-ZÀ-Þ]"
    r")[^,.;:\n“”\"]{1,80}, (?=\S)"
    # One word: East of Scotland Ferries is no place.
    r"|(?:(?:North|South)(?:-?(?:east|west))?|East|West) of (?:the )?(?:(?:Port|San|Santa|St|New|Los|El|Al) )?[A-ZÀ-Þ]"
    r"[\w’'-]+, (?=\S)"
)
# In Lima | the ministry said; in a note to papers | the embassy said; after four | the same man wrote.
_GLUED = regex(
    rf"[^\s,]+(?: (?!(?:and|or|who|that|{'|'.join(sorted(PREPOSITIONS))}) )[^\s,]+){{0,2}}?"
    rf" (?<! and )(?<! or )(?=the [a-zA-Z])"
)
# In the southern department of Chocó, | a fisherman, Ann Roe; not by | the mayor of the town of Brask, Ann Roe.
_PLACE = regex(
    r"the (?:(?!(?:of|for|in|at|from) )[\w’'-]+ ){0,3}?(?:department|province|state|region|district|county|prefecture"
    r"|municipality|capital|city|town|village|island|port|valley) of [A-ZÀ-Þ][^,.;:\n“”\"]{1,60}, (?=\S)"
)
_PREPOSITION = regex(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Ff]or|[Ww]ith|[Aa]fter|[Bb]efore|[Ss]ince|[Oo]n|[Bb]y) $")


def behind_circumstance(text: str, start: int, end: int) -> int:
    """Where a source begins behind the place or the time of which the network took a part for it."""
    before = _BEFORE.match(text, start, end) if text[start].isupper() else None
    if before:
        return before.end()
    placed = _PREPOSITION.search(text, max(0, start - 8), start)
    place = _PLACE.match(text, start, end) if placed else None
    if place:
        return place.end()
    glued = _GLUED.match(text, start, end) if " the " in text[start:end] else None
    return glued.end() if glued and placed else start
