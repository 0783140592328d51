"""Makes claims of what the speakers of an article hold to be so, in their words."""

import re

from service.disputes.opposing import is_negative
from service.disputes.placed import Placed, content_of, is_taken, nature_of, was_told
from service.disputes.reference import POINT
from service.disputes.sentences import place
from service.disputes.sides import Sides
from service.disputes.words import terms
from service.records import Claim, Quote, Span
from service.regex import regex

_HOLDS = regex(
    r"\b(?:hold|held|think|thought|believ|consider|reckon|feel|felt|suspect|regard|found|finds?\b|calculat|conclud|"
    r"named|"
    r"identif|establish|estimat|determin|put\b|puts\b|swear|swore|sworn|fear|recall|remember|sure\b|certain\b|"
    r"convinced|"
    r"adamant|positive\b|protest(?:s|ed)?\b|complain|object(?:s|ed)\b)",
    re.I,
)
# A film shows a mayor taking money: it says that she did.
_FILM = regex(
    r"\b(?:movie|film|book|novel|memoir|documentary|series|play|drama|miniseries|advert\w*|ad|commercial|cartoon)\b",
    re.I,
)
_PORTRAYS = regex(r"(?:show|depict|portray|paint|present|describ)\w*", re.I)
_DENY = regex(r"\bden(?:y|ies|ied|ying)\b")
# "Word had gone round since May, when the cook told": before what stands around it.
_EARLIER = regex(
    r"\b(?:(?:an?|the|one|two|three|\w+ty) (?:hour|day|night|evening|week|month)s? (?:earlier|before)|"
    r"(?:minutes|hours|days|weeks|months) (?:earlier|before)|(?:ever )?since [^,;:“”\"]{3,30}, when|"
    r"had (?:first )?(?:gone (?:a)?round|made the rounds|spread|surfaced|emerged|arisen|begun|"
    r"started)\b[^;:“”\"]{0,60}"
    r"\b(?:when|after|with|because))\b",
)
_PAST = ("arlier", "efore", "ince ", "ad ")  # of which what is told as said earlier holds one
# "The mails were open at the time | - a point that officials dispute".
_DENIED_BEHIND = regex(
    rf"\s*[,;—–-]+\s*{POINT} [^,;:“”\"]{{1,60}}\b(?:den(?:y|ie[sd])|disput\w+|reject\w+|dismiss\w+|refut\w+|rebut\w*|"
    r"contest\w*|challeng\w+)"
)
_STOP = regex(r"[.!?]\s+(?=[A-Z“\"])")
_LEADS_UP = 140  # characters before a cue that tell when it was said
_NO_CLAIM = frozenset(("decline", "ask", "promise", "agree", "deny"))
_OATH = regex(r"\bsw(?:ears?|ore|orn)\b", re.I)
# "Asked why the drones send pictures to Shenzhen" says that they do; a reporter's question says nothing.
_SUPPOSING = regex(r"(?:asks?|asked)\b(?=.*\bwhy )|wonder(?:s|ed)?\b(?=.*\b(?:whether|if|why|how) )", re.I | re.S)
_ASKING = regex(r"\b(?:reporter|journalist|interviewer|moderator|host|anchor|presenter|questioner|lawyer)s?\b", re.I)
_FEWEST = 2  # words of content that say something checkable
_SENTENCE = 5  # words of which one carries content: "We have not been paid since March"


def asserts(text: str, quote: Quote, taken: list[Span]) -> bool:
    """Whether a quote holds something to be so that may be true or not, and that no frame (`taken`) tells already."""
    cue = text[slice(*quote.cue)] if quote.cue else ""
    supposes = _supposes(text, quote, cue)
    said = quote.speech or supposes or _HOLDS.search(cue) or _portrays(quote, cue)
    if not (said and quote.speakers and (quote.stance not in _NO_CLAIM or supposes or _OATH.search(cue))):
        return False
    if quote.cue and _DENY.search(text, *quote.cue):  # "was denied visas", "does not deny that"
        return False
    first, last = quote.content[0][0], quote.content[-1][1]
    if is_taken(taken, first, last):
        return False
    words = _words(text, quote.content)
    enough = len(terms(words)) >= _FEWEST or (len(terms(words)) == 1 and len(words.split()) >= _SENTENCE)
    return enough and not words.rstrip().endswith("?")


def of_quote(text: str, spans: list[Span], quote: Quote, sides: Sides) -> Placed:
    """The claim of a quote: its words, but those in which another denies them."""
    content = _before_denial(text, quote)
    words = _words(text, content)
    side = sides.of_mentions(quote.speakers)
    about = tuple(dict.fromkeys(party for span in content for party in sides.named_in(*span)))
    claim = Claim(
        content, side.mentions, side.parties, (), (), about, nature_of(words), tuple(sorted(content_of(words))),
        is_negative(words), False, quote.confidence,
    )  # fmt: skip
    start = content[0][0]
    return Placed(
        claim,
        place(spans, start),
        start,
        (start, content[-1][1]),
        False,
        side.heads,
        words,
        recalled(text, quote),
    )


def recalled(text: str, quote: Quote) -> bool:
    """Whether a quote is told as said before what stands around it."""
    if quote.cue is None:
        return False
    told = max((end for _, end in quote.content if end <= quote.cue[0]), default=0)
    before = text[max(told, quote.cue[0] - _LEADS_UP) : quote.cue[0]]
    if any(word in before for word in _PAST) and _EARLIER.search(_STOP.split(before)[-1].lower()):
        return True
    return was_told(text, quote.cue, told)


def _before_denial(text: str, quote: Quote) -> tuple[Span, ...]:
    """The content without the words behind it by which somebody else denies it: something the owner denied."""
    start, end = quote.content[-1]
    denied = None if quote.kind == "direct" else _DENIED_BEHIND.search(text, start + 1, end)
    return (*quote.content[:-1], (start, denied.start())) if denied else quote.content


def _portrays(quote: Quote, cue: str) -> bool:
    """Whether a film or a book shows something."""
    return _PORTRAYS.search(cue) is not None and any(_FILM.search(mention.name) for mention in quote.speakers)


def _supposes(text: str, quote: Quote, cue: str) -> bool:
    """Whether somebody wonders whether something is so, or asks why it is."""
    asked = quote.kind == "indirect" and _SUPPOSING.match(f"{cue} {text[slice(*quote.content[0])]}") is not None
    return asked and not any(_ASKING.search(f"{one.name} {one.role or ''}") for one in quote.speakers)


def _words(text: str, content: tuple[Span, ...]) -> str:
    return " ".join(text[start:end] for start, end in content)
