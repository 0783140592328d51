"""Finds who is named behind a verb right behind a quotation: "You call that a bridge?" snorted Ifeanyi Okonjo."""

from service.records import Span
from service.regex import regex

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ](?:\.(?=\s)|[\w’'-]*)"
_NAME = rf"{_CAPITALS}(?:\s(?:(?:al|bin|da|de|del|den|der|di|dos|el|van|von)\s){{0,2}}{_CAPITALS}){{0,4}}"
_DETERMINER = r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)"
_ENDS = r"(?=[,.;:!?\n]|\s(?:under|with|that|which|who|in|on|at|from|after|before|as|when|while|and|by|outside)\b|$)"
# The mine's manager, Desh Ramlogan, and what follows up to the next mark or clause; or a name.
_TELLER = (
    rf"(?:{_DETERMINER}\s[^\s,.;:!?“”\"«»()][^,.;:!?\n“”\"«»()]{{1,60}}?(?:,\s{_NAME}(?=[,.;\n]))?"
    rf"|{_NAME}(?:\sof(?:\sthe)?\s{_NAME})?){_ENDS}"
)
_BEHIND_CUE = regex(rf"\s({_TELLER})")
# Any verb of the past: what it tells of the voice or the face, no list would hold.
_VERB = r"(?:[a-z]+ly\s)?(?:[a-z]+ed|spat|sang|swore|wept|shot back|cut in|put in|chimed in|went on)"
_BEHIND_MARKS = (
    regex(rf",?\s(?P<cue>{_VERB})\s(?P<source>{_TELLER})"),
    # The widow, Ilse Hartog, wheezed
    regex(
        rf",?\s(?P<source>{_DETERMINER}\s(?:[a-z-]+\s){{0,3}}[a-z-]+(?:,\s{_NAME},)?|{_NAME}(?:,[^,.;\n]{{2,40}},)?)"
        rf"\s(?P<cue>{_VERB})(?=[.,;:]|\s(?!by\b))"
    ),
)
# "Shame!" came a shout from the back: somebody else's, and nobody's who is named.
_SOME_VOICE = regex(
    r",? (?:came|comes|went up|rang out|rose) (?:an?|the|one|another) (?:[a-z]+ ){0,2}"
    r"(?:shout|cry|voice|call|reply|answer|response|retort|heckle|chant|murmur|whisper)\b"
)
_GOES_ON = (",", "?", "!", "—", "–", "…")  # behind the words: the sentence that tells them is not over
_LONGEST = 110


def source_behind(text: str, cue: int) -> Span | None:
    """Who is named behind a cue that ends at a place, up to the next mark or clause."""
    match = _BEHIND_CUE.match(text, cue, cue + _LONGEST)
    return match.span(1) if match else None


def is_of_some_voice(text: str, closed_at: int) -> bool:
    """Whether a quotation that closes at a place is told to come from a voice that is nobody's by name."""
    return _SOME_VOICE.match(text, closed_at) is not None


def teller_behind(text: str, end: int, closed_at: int) -> tuple[Span, Span] | None:
    """The verb and the source, in either order, behind a quotation with its last word and mark before two places."""
    if not text.endswith(_GOES_ON, 0, end) and not text.startswith(",", closed_at):
        return None
    found = (order.match(text, closed_at, closed_at + _LONGEST) for order in _BEHIND_MARKS)
    match = next((match for match in found if match), None)
    return (match.span("cue"), match.span("source")) if match else None
