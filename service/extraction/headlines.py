"""Finds where a headline ends that is run on to news without a sign between them."""

import re
from itertools import takewhile

from service.extraction.voices import unquoted
from service.regex import regex

_LONGEST = 200  # code points of a headline that ends its paragraph
_SAYS = (
    r"(?:says?|insists?|warns?|vows?|claims?|tells?|admits?|den(?:y|ies)|urges?|calls?|demands?|asks?|argues?|"
    r"promises?|fears?|reveals?|writes?)"
)
_QUOTE = r"(?:“[^“”]{1,160}[”]|\"[^\"]{1,160}\"|«[^«»]{1,160}»|[‘'](?=\w)[^‘]{1,160}?(?<=[\w.,!?…])['’](?!\w))"
# 'Q', say hunters · “Q,” insists grain chief after stormy night: the subject, two words of it before "after" or "as".
_SUBJECT = r"(?: [\w’'-]+(?: [\w’'-]+(?= (?:as|after|over|in|before|amid|on|at)\b))?)?"
_QUOTE_FIRST = regex(rf"{_QUOTE}(?:,? {_SAYS}\b{_SUBJECT})?")
_QUOTE_LATER = regex(rf"(?:[\w’'-]+ ){{0,5}}(?:[\w’'-]+:|{_SAYS}:?) {_QUOTE}")
_SAYS_LAST = regex(rf"[^.!?\"“”«»]{{3,120}}?, {_SAYS}\b{_SUBJECT}")
_QUESTION = regex(r"[^.\"“”«»]{3,160}?[!?](?= [a-z])")
_SURE = regex(r"\S+(?: \S+)?")  # a headline has two words
_ENDS = regex(r"[.!?…][\"”’»')]* (?=[^a-z])")
_TOKEN = regex(r"\S+\s*")
_SMALL = regex(
    r"(?:an?|the|and|or|but|nor|of|in|on|at|to|for|from|by|with|as|after|over|under|into|up|out|off|amid|vs|via|is|are|"
    r"be|not|no|its?|than|about|against|before|between|during|through)"
)


def end_of_headline(ahead: str, *, between: bool) -> int:
    """How many code points of `ahead` are surely a headline; `between` when it stands between two sentences.

    Between sentences it may run to the end of its paragraph. In a sentence that it interrupts, the sentence goes on
    in small letters; where no seam is to be seen, the headline ends with the words that nobody else can have said.
    """
    if between and len(ahead) <= _LONGEST and not _ENDS.search(unquoted(ahead)):
        return len(ahead)
    return max(_sure(ahead), _capitals(ahead), _first_sentence(ahead) if between else 0)


def _sure(ahead: str) -> int:
    for form in (_QUOTE_FIRST, _QUOTE_LATER, _SAYS_LAST, _QUESTION, _SURE):
        match = form.match(ahead)
        if match:
            return match.end()
    return 0


def _capitals(ahead: str) -> int:
    """The end of a headline in Capitals, where at least three words have them; small words at its end are news."""
    ends = _ENDS.search(ahead)
    words = list(takewhile(_is_titled, _TOKEN.finditer(ahead, 0, ends.start() if ends else len(ahead))))
    if words and words[-1].end() == len(ahead) <= _LONGEST:
        return len(ahead)
    while words and _is_small(words[-1].group()):
        words.pop()
    if sum(not _is_small(word.group()) for word in words) < 3:
        return 0
    return words[-1].start() + len(words[-1].group().rstrip())


def _is_titled(token: re.Match[str]) -> bool:
    word = token.group().strip("\"“”‘’'«»(),.:;!?- \t")
    return not word or not word[0].islower() or _SMALL.fullmatch(word) is not None


def _is_small(word: str) -> bool:
    return _SMALL.fullmatch(word.strip().strip(",;:")) is not None


def _first_sentence(ahead: str) -> int:
    """A headline that asks or exclaims ends there; one with a full stop is rare, and then the news is not."""
    ends = re.match(r"[^.!?]{3,160}[!?](?= )", ahead)
    return ends.end() if ends else 0
