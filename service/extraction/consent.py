"""Finds consent banners in a paragraph: "we use cookies", "accept all", "by staying you agree"."""

import re
from collections.abc import Iterator

from service.extraction.voices import MARK, is_reported, unquoted
from service.records import Span
from service.regex import regex

_LONGEST = 1200  # code points of a banner that is a paragraph of its own
_SENTENCE = regex(r"[^.!?]+(?:[.!?]+(?=\s|$)|[.!?]+|$)\s*")
_HINTS = ("cookie", "consent", "privacy", "terms of", "accept all", "accept and", "you agree")
_OPENING = regex(
    r"(?:we(?: and our (?:\w+ )?partners)?|(?:this|our) (?:web)?site|by (?:continuing|clicking|using|browsing))\b"
    r"(?=.{0,160}\b(?:cookies|your consent|privacy policy|terms of (?:use|service))\b)",
    re.I,
)
_WORD = regex(
    r"\b(?:cookies?|consent|(?:privacy|cookie) policy|personal(?:i[sz]ed)? (?:data|ads?|content)|"
    r"your (?:device|browser|experience|preferences|choices)|our partners|(?:accept|reject) all|opt[- ]out|"
    r"terms of (?:use|service)|(?:manage|cookie) (?:settings|options|preferences|choices))\b"
    r"(?:[ |]+(?:accept|reject|agree|decline|manage|settings|options|all|close|ok|got it)\b)*",
    re.I,
)
_REPORTED = regex(r"[\"“”«»]|''|\b(?:said|says|told|according to|wrote|added)\b")
_AGREED = (
    r"\bby (?:staying|continuing|using|browsing|clicking|remaining|scrolling|closing|visiting|proceeding|going on)\b"
    r"[^.!?]{0,80}\byou\b[^.!?]{0,20}\b(?:agree|accept|consent|allow|acknowledge)"
)
_SIGNS = [
    regex(sign, re.I)
    for sign in (
        r"\bcookies?\b",
        r"\b(?:accept|reject|allow|decline|agree)(?: and| to)? (?:all|continue|close)\b|\bi (?:accept|agree)\b",
        r"\b(?:manage|change|review|customi[sz]e|update|set)(?: (?:your|my|cookie|privacy))*"
        r" (?:choices?|preferences?|settings|options|consent|mind)\b",
        _AGREED,
        r"\bour (?:\w+ ){0,2}(?:partners|vendors)\b|\bthird[- ]part(?:y|ies)\b",
        r"\bthe best experience\b|\b(?:on )?your (?:device|browser|computer|phone|privacy|consent|experience)\b|"
        r"\bremember you\b|"
        r"\bpersonali[sz]ed (?:ads?|content|advertising)\b|\bmeasure (?:what you|audiences?|ads?)\b",
        r"\b(?:privacy|cookie) (?:policy|notice|statement)\b|\bterms of (?:use|service)\b",
        r"\bwithdraw (?:your )?consent\b|\bat any time\b|\bwhenever you (?:like|want)\b",
    )
]
_VOICE = regex(
    rf"\bwe (?:and our|use|would like|may|store|ask|value|care|process|collect|share)\b|"
    rf"\bour (?:\w+ )?(?:web)?(?:site|partners|vendors|cookies?|privacy)\b|"
    rf"\bthis (?:web)?(?:site|page|app) (?:uses|asks|stores|wants|would)\b|{_AGREED}",
    re.I,
)
_ADDRESS = regex(r"\b(?:you|your|we|our|welcome)\b", re.I)
_CITED = regex(r"\b(?:reads?|reading|states?|stating|asks?)\s*:?\s*[\"“”«»„‘']", re.I)


def consent(text: str, start: int, end: int) -> Iterator[Span]:
    """The banners of one paragraph [start, end), in code points."""
    words = text[start:end].casefold()
    if not any(hint in words for hint in _HINTS):
        return
    banner = _banner(text, start, end) if end - start <= _LONGEST else None
    if banner:
        yield banner
        start = banner[1]
    yield from _in_news(text, start, end)


def _banner(text: str, start: int, end: int) -> Span | None:
    """The banner a paragraph opens with. Its quotation mark may never close; closed marks are somebody's words."""
    line = text[start:end]
    if _closes(line):
        line = unquoted(line)
    elif MARK.match(line) and start > 0:
        return None  # the next paragraph of somebody's long quotation
    stop = _end_of_address(line)
    words = line[:stop].rstrip()
    signs = sum(sign.search(words) is not None for sign in _SIGNS)
    enough = 2 if _OPENING.match(words) else 3
    if signs < enough or not _VOICE.search(words) or is_reported(words) or _CITED.search(words):
        return None
    return start, start + len(words)


def _closes(line: str) -> bool:
    return len(MARK.findall(line)) % 2 == 0


def _end_of_address(line: str) -> int:
    """Where the sentences end that speak to the reader from the first one on."""
    stop = 0
    for sentence in _SENTENCE.finditer(line):
        if not _ADDRESS.search(sentence.group()) and not any(sign.search(sentence.group()) for sign in _SIGNS):
            break
        stop = sentence.end()
    return stop


def _in_news(text: str, start: int, end: int) -> Iterator[Span]:
    """A cookie banner run on to news, and the sentences about consent that follow it."""
    inside = False
    for sentence in _SENTENCE.finditer(text, start, end):
        if inside or _OPENING.match(text, sentence.start(), min(sentence.end(), sentence.start() + 300)):
            stop = _end_in_sentence(text, *sentence.span())
            inside = stop is not None
            if stop is not None:
                yield sentence.start(), stop


def _end_in_sentence(text: str, start: int, end: int) -> int | None:
    """Where the banner's part of a sentence ends: behind its last word of consent if news is run on to it.

    None where there is none: "We use cookies to track people, the firm said" is news.
    """
    words = list(_WORD.finditer(text, start, end))
    if not words or _REPORTED.search(text, start, words[-1].end()):
        return None
    return words[-1].end() if _REPORTED.search(text, start, end) else start + len(text[start:end].rstrip())
