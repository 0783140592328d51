"""Finds who speaks in a free relative: dismissed for what | the trust | said | was misconduct.

The network takes "what the trust" for words of the content, and the statement has no speaker.
"""

from service.extraction.sharing import Attribution
from service.regex import regex

_WHAT = regex(
    r"what (?P<who>(?:(?:the|an?|its|his|her|their) (?:[a-z’'-]+ ){0,2}[a-z’'-]+|"
    r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}|"
    r"he|she|it|they|police|prosecutors|officials|critics|activists|witnesses))$"
)
_SAID = regex(r"(?:said|says|claimed|claims|alleged|alleges|believes?|believed)$")


def part_free_relatives(text: str, attributions: list[Attribution]) -> None:
    """Gives a cue without a source the one that stands behind "what" in the content before it."""
    for one in attributions:
        if one.sources or not one.cue or len(one.content) < 2 or not _SAID.match(text, *one.cue):
            continue
        found = _WHAT.match(text, *one.content[0])
        if found and one.content[0][1] + 1 == one.cue[0] and one.content[1][0] == one.cue[1] + 1:
            one.sources, one.content = [found.span("who")], one.content[1:]
