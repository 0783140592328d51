"""Makes a text that breaks something as small as it can be and still break the same."""

from collections.abc import Callable


def smallest(text: str, breaks: Callable[[str], bool]) -> str:
    """A text that still breaks, of which no stretch that was tried can be left out."""
    width = len(text) // 2
    while width:
        shorter = _without(text, width, breaks)
        width = width // 2 if shorter == text else min(width, len(shorter) // 2)
        text = shorter
    return text


def _without(text: str, width: int, breaks: Callable[[str], bool]) -> str:
    at = 0
    while at < len(text):
        tried = text[:at] + text[at + width :]
        if breaks(tried):
            text = tried
        else:
            at += width
    return text
