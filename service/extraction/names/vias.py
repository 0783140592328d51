"""Finds through what a speaker was heard when the words behind the cue say so: "in a statement", "told Reuters"."""

from service.extraction.names.sources import Source
from service.regex import regex

_VOICE = regex(
    r"\s+(?:[\w’']+\s+){0,4}?(?:in|on|through|via)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(statement|release|tweet|post|letter|email|e-mail|memo|note|communique|op-ed|message)(?!\w)"
)


def via_behind(text: str, source: Source) -> str | None:
    """The thing that carried the words, None when the words behind source and cue name none."""
    end = max(source.span[1], source.cue[1] if source.cue else 0)
    match = _VOICE.match(text, end, end + 80)
    return match.group(1) if match else None
