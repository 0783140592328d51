"""Knows the paragraphs in which a paper asks something of its readers: to give, to subscribe, to sign up."""

import re
from functools import lru_cache

from service.extraction.voices import BLANK, MARK, is_reported, unquoted
from service.regex import regex

_LONGEST = 700  # code points of an appeal
_TAIL = 500  # code points at the end of a paragraph in which an appeal may begin
# Openings in the imperative (or "our") that need only a word of the trade after them, and no marks.
_OPENING = regex(
    r"\(?(?:sign up|subscribe|get (?:the|our|your|all|more)|click here|download|like us|join (?:us|our|the)|enter your|"
    r"support (?:our|us|independent|quality)|donate|become a (?:member|subscriber|supporter|patron)|"
    r"by (?:signing up|subscribing|clicking|submitting|entering|continuing)|subscribers agree|you can unsubscribe|"
    r"thank you for (?:subscribing|signing|reading|your support)|you will receive|never miss|"
    r"want (?:more|to receive|to get)|stay (?:up to date|informed|on top)|our (?:\w+ )?(?=newsletter)|check out our|"
    r"for (?:more|the latest|all the latest)\b.{0,40}, (?:sign|subscribe|download|follow|check|visit)|"
    r"please (?:support|consider|donate)|if you (?:like|value|enjoy|appreciate) (?:our|this|what))\b",
    re.I,
)
_TRADE = regex(
    r"\b(?:newsletters?|inbox|mailbox|e-?mail (?:alerts?|updates?|address|list|from)|mailing list|podcast|our app|"
    r"the app|(?:daily|weekly|morning) (?:briefing|digest|e-?mail)|breaking news alerts?|unsubscribe|"
    r"subscri(?:be|ption|bers?)|independent journalism|our (?:journalism|work|reporting|mission)|privacy policy|"
    r"terms of (?:use|service)|latest news|contribution|donation|donate)\b",
    re.I,
)
_GIFT = r"an? (?:[\w-]+ ){0,3}(?:gift|donation|contribution|subscription|membership|pledge)\b"
_ACT = (
    r"(?:sign up|subscribe|unsubscribe|donate|chip in|contribute|opt in|register|buy us|be one of (?:us|them)|"
    r"(?:e-?mail|write to|call|contact) our|(?:log|sign) in|"
    r"follow [^.!?]{2,40} on (?:whatsapp|telegram|facebook|x|twitter|instagram|google news|youtube)|"
    r"enter your|unlock|upgrade|renew your|start your|try (?:it|us|our|one|\w+ (?:months?|weeks?))|"
    rf"give (?:what you can|{_GIFT}|once|monthly|today|now|as |from |to (?:this|our|us)|us\b|[$€£₹])|"
    rf"consider (?:{_GIFT}|becom|support|giv|donat|subscrib|join|help|buy|leav|making)|"
    r"become (?:one\b|an? (?:\w+ )?(?:member|supporter|subscriber|friend|patron|reader|sponsor))|"
    r"join (?:us|our|them|thousands|more than|over|[\d,]+|the (?:\w+ )?(?:readers|community|club|conversation))|"
    r"support (?:us|our (?:\w+ )?(?:journalis|work|report|news|paper|mission)|this|independent|local|quality|public)|"
    r"help (?:us|keep (?:us|our|this|local|independent)|fund|sustain)|keep (?:us|independent|local) |"
    r"get\b[^.!?]{0,80}\b(?:inbox|e-?mail|newsletter|alerts?|app|access|delivered|phone)|receive our|"
    r"(?:click|tap) (?:here|below|the (?:link|button))|download (?:the|our|now|it)|follow us|"
    r"create (?:an?|your) (?:\w+ )?account|"
    rf"make {_GIFT}|back (?:us|our)|stand with us|pay what|"
    r"share your e-?mail|treat yourself)"
)
_ASK = regex(
    rf"(?:(?:^|[.!?…:][\"”’)]?\s)\(?(?:please |today,? |now )?|\b(?:please|kindly) |"
    rf"\b(?:if|when|before) [^.!?]{{3,120}}, (?:please |do |why not |you can )?|"
    rf"\b(?:you (?:can|may|could)|(?:will|would|could|can|won['’]t) you|why not) (?:\w+ )?){_ACT}",
    re.I,
)
# Words by which a paper speaks of itself and its trade; "the clinic's newsletter" is another's.
_HOUSE = regex(
    r"\b(?:this (?:article|story|newspaper|paper|(?:web)?site|page|newsletter|podcast|"
    r"kind of (?:journalism|reporting))|"
    r"our (?:\w+ ){0,2}(?:journalis[mt]s?|report(?:ing|ers)|newsroom|readers|newsletters?|members|subscribers|"
    r"supporters|app|paper|newspaper|coverage|website|briefings?|stories)|(?<!['’]s )newsletters?|"
    r"your (?:inbox|mailbox)|(?:free|premium) (?:articles?|stories)|unsubscribe|"
    r"(?:independent|quality|local|public[- ]interest|honest|fearless|investigative)"
    r" (?:news|journalism|reporting|media|press)|reader[- ](?:funded|supported|owned)|paywall|readers like you|"
    r"breaking news alerts|ad-free|unlimited (?:digital )?access|every (?:reader|contribution)|e-paper|"
    r"people like you|what you (?:read|see)|stories like this|(?:latest|breaking) news|"
    r"our (?:\w+ )?(?:letter|bulletin|digest|briefing)|"
    r"support us (?:for|from|with) \W?\d|(?:just|only|as little as) \S{1,8} (?:a|per|every) (?:week|month|year)|"
    r"(?:digital|annual|monthly) subscription)\b",
    re.I,
)
_READER = regex(r"\b(?:you|your|we|us|our|please|now|today|here)\b")
_METER = regex(
    r"(?:you(?: have|['’]ve| are)|\d+|this is your) .{0,40}\b(?:free|complimentary) (?:articles?|stor(?:y|ies)).{0,60}|"
    r"this (?:article|story|content) is (?:for|available (?:only )?to|exclusive(?:ly)? (?:for|to)) .{0,20}"
    r"(?:subscribers|members)(?: only)?.{0,20}|"
    r"(?:already|not yet|not) a (?:subscriber|member)\?.{0,60}|"
    r"to (?:continue|keep|read on|finish) ?(?:reading)?.{0,40}, (?:please )?"
    r"(?:subscribe|register|log in|sign in).{0,60}",
    re.I,
)
_CONTACT = regex(
    r"(?:got|have|do you (?:have|know)|what do you think|were you)\b[^?]{0,60}\? (?:please )?"
    r"(?:call|e-?mail|write|contact|send|tell us|get in touch|let us know|share)\b"
    r"(?=.*(?:@|\bour (?:newsroom|reporters|desk|team|editors)|in confidence|comments? (?:below|section)))"
    r".{0,160}",
    re.I,
)
# Sign up for our newsletter. "Best thing in my inbox," says reader Ana.
_PRAISE = regex(
    r"(?<=[.!] )[“\"][^“”\"]{3,160}[”\"] (?:says?|writes?|said) (?:our |one |happy |long-time )?"
    r"(?:readers?|subscribers?|members?|listeners?|supporters?|fans?)\b[^.!?]{0,40}[.!]?$",
    re.I,
)
# A transcript's label: "ANA REED: Sign up for our newsletter."
_SPOKEN = regex(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}: ")
_SENTENCE = regex(r"[^.!?]+[.!?]*[”\"’)]*\s*")


def is_appeal(line: str) -> bool:
    """Whether a whole line asks something of the reader on the paper's behalf.

    What somebody is reported as asking is news; so is "Donate blood", which names no paper's trade.
    """
    if len(line) > _LONGEST:
        return False
    if _METER.fullmatch(line) or _CONTACT.fullmatch(line):
        return not is_reported(line)
    return _opens_as_appeal(line) or (_has_ask(line) and not _SPOKEN.match(line) and _asks(unquoted(line)))


def appeal_at_end(line: str) -> int | None:
    """Where the appeal begins that is run on to the news of a paragraph, in code points; None if there is none."""
    cut = max(0, len(line) - _TAIL)
    if not _has_ask(line[cut:]):
        return None
    tail = unquoted(line[max(0, cut - _TAIL) :])[-_TAIL:]
    starts = [found.start() for found in _SENTENCE.finditer(tail)]
    first = len(tail)
    for start in reversed(starts[1:]):
        if not _speaks_to_readers(tail[start:first]):
            break
        first = start
    return cut + first if _asks(tail[first:]) else None


def _opens_as_appeal(line: str) -> bool:
    asks = _OPENING.match(line)
    praise = _PRAISE.search(line)
    asked = line[: praise.start()] if praise else line
    if not asks or MARK.search(asked) or is_reported(asked):
        return False
    return _TRADE.search(asked, asks.end()) is not None


@lru_cache(maxsize=256)  # of a page's lines: most are asked about whole, and again at their end
def _has_ask(line: str) -> bool:
    # Who is addressed is the quicker question, and four lines of five address nobody.
    return _READER.search(line.lower()) is not None and _ASK.search(line) is not None


def _asks(words: str) -> bool:
    """Whether words outside all quotation marks ask, name the paper's trade and address the reader."""
    return _has_ask(words) and _HOUSE.search(words) is not None and not is_reported(words)


def _speaks_to_readers(sentence: str) -> bool:
    if BLANK in sentence or is_reported(sentence):
        return False
    return bool(_ASK.search(sentence) or _HOUSE.search(sentence))
