"""Knows the lines at the edges of a page that name who wrote it, and when."""

import re

from service.regex import regex

# Every capital of the Latin alphabets, so that Šárka and Ørsted have names too.
CAPITAL = "[" + "".join(chr(code) for code in range(0x41, 0x250) if chr(code).isupper()) + "]"
_NAME = rf"{CAPITAL}[\w.'’-]*"
_PARTICLE = r"(?:and|of|for|in|at|the|with|de|da|dos|del|van|von|der|den|bin|al|el|ibn|y|e)"
_TRADE = (
    r"(?:[a-z]*writer|reporter|editor|correspondent|contributor|columnist|critic|photographer|journalist|"
    r"newsroom|bureau|desk|staff|team)s?"
)
_CREDITED = (
    r"(?:(?:words|written|story|text|report|reported|article|analysis|interview|review|opinion|"
    r"(?:words and )?(?:pictures|photos|photographs)|compiled|translated) )?by"
)
_BYLINE = regex(
    rf"(?i:{_CREDITED}):? {_NAME}(?:(?: ?[,|/·•–—-] ?| )(?:{_NAME}|{_PARTICLE}|(?i:{_TRADE})|"
    r"senior|political|national|\d[\d:,.]*)){1,14}"
)
# "By Ana Reed, regional correspondent in Pune": small words of which the last names the trade.
_BYLINE_ROLE = regex(
    rf"(?i:{_CREDITED}):? {_NAME}(?: (?:{_NAME}|{_PARTICLE})){{0,6}}, (?:[a-z-]+ ){{0,4}}{_TRADE}"
    rf"(?:,? (?:in|at|for|of) {_NAME}(?: {_NAME}){{0,4}})?\.?"
)
_DESK = regex(
    r"(?:by )?(?:(?:our|a|the) )?(?:[\w.]+ ){0,2}?(?:(?:staff|special|senior|own|political|crime|city|court|chief|web)"
    r" (?:reporter|writer|correspondent)|(?:web|news|online|digital|city) desk|(?:\w+ )?news service)s?",
    re.I,
)
_SIGNED = regex(
    rf"{_NAME}(?: (?:{_NAME}|{_PARTICLE})){{1,5}} ?[,|/–—-] ?(?:[\w-]+ ){{0,4}}(?i:{_TRADE})"
    rf"(?:,? (?:in|at|for|of) {_NAME}(?: {_NAME}){{0,4}})?"
)
_STAMP = regex(
    r"(?i:(?:first )?(?:published|updated|posted|last (?:updated|modified)|modified))(?: on| at)?\s*:?\s+(?=.{0,30}\d)"
    r"(?:(?:[A-Z][\w.]*|\d[\w:./-]*|on|at|ago|hours?|minutes?|[ap]\.?m\.?|[|·•–—-]),?(?:\s+|$)){1,16}"
)
_READING_TIME = regex(r"\d{1,2}[ -]min(?:ute)?s?\.? (?:read|to read)", re.I)
_DATE = regex(
    r"(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\W*"
)
_BARE_NAME = regex(rf"{CAPITAL}[^\W\d_A-Z]['’\w-]*(?: {_NAME}){{1,3}}")
_WEEKDAY = regex(r"(?i:by) (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April)\b")


def is_byline(line: str, before: str, following: str) -> bool:
    """Whether a line at the edge of a page names author or time, given its neighbours ("" for none).

    A bare name does above a date. A name with its trade does not below somebody's words, which it may sign.
    """
    if len(line) > 160 or _WEEKDAY.match(line):
        return False
    if any(form.fullmatch(line) for form in (_STAMP, _BYLINE, _BYLINE_ROLE, _DESK, _READING_TIME)):
        return True
    if _SIGNED.fullmatch(line):
        return not before.endswith(("”", '"', "»", "’", "'"))
    return bool(_BARE_NAME.fullmatch(line) and _DATE.fullmatch(following[:60]))
