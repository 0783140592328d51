"""Cuts off a source what tells when or where before it: Speaking from Lima, | Ann Roe; in Lima | the board."""

from service.extraction.names.chunks import PREPOSITIONS
from service.regex import regex

# Speaking from Lima, | Ann Roe said; in Lima, | its mayor said.
_BEFORE = regex(
    r"(?:(?:Speaking|Writing|Talking|Appearing|Campaigning|Testifying|Replying|Responding) [a-z]"
    r"|(?:In|At|From|Near|Outside) (?:the )?[A-ZÀ-Þ])[^,.;:\n“”\"]{1,80}, (?=\S)"
)
# In Lima | the ministry said; in a note to papers | the embassy said; after four | the same man wrote.
_GLUED = regex(
    rf"[^\s,]+(?: (?!(?:and|or|who|that|{'|'.join(sorted(PREPOSITIONS))}) )[^\s,]+){{0,2}}?"
    rf" (?<! and )(?<! or )(?=the [a-zA-Z])"
)
_PREPOSITION = regex(r"\b(?:[Ii]n|[Aa]t|[Ff]rom|[Tt]o|[Ff]or|[Ww]ith|[Aa]fter|[Bb]efore|[Ss]ince|[Oo]n|[Bb]y) $")


def behind_circumstance(text: str, start: int, end: int) -> int:
    """Where a source begins behind the place or the time of which the network took a part for it."""
    before = _BEFORE.match(text, start, end) if text[start].isupper() else None
    if before:
        return before.end()
    glued = _GLUED.match(text, start, end) if " the " in text[start:end] else None
    return glued.end() if glued and _PREPOSITION.search(text, max(0, start - 8), start) else start
