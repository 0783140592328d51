"""Takes the speaker from words inside marks that are another's: Lind slams Roe for saying the port is "a sad joke".

On the training articles there were four such quotations, and each was given to the wrong one.
"""

from dataclasses import replace

from service.records import Quote
from service.regex import regex

WITHHELD = "words of another, whom the cue tells of"
# Lind calls it late, wording that Roe called "empty"; the move was what Roe called "theft".
_ANOTHER_CALLS = regex(
    r"\b(?:that|which|what) (?:(?:an?|the|its|his|her) )?(?P<who>(?:[a-z-]+ ){0,2}(?:[A-ZÀ-Þ][\w’'.-]* ?){1,4})"
    r"(?<= )(?:(?:has|had|have|once|later|also) )*(?:call(?:ed|s)|term(?:ed|s)|dubbed|labell?ed|described as) [“\"‘']$"
)
_REACH = 160  # code points between the cue and the marks
_BEFORE = 40  # code points before the words in which "wording that" may stand
_HEARING = regex(r"\b(?:over)?hear(?:s|d|ing)?$")
_JUDGING = regex(
    r"\b(?:slam|criticis|criticiz|blast|mock|denounc|condemn|attack|prais|ridicul|scold|rebuk|assail|derid|decri|decry|"
    r"lambast|chid)\w*"
)
_FOR_SAYING = regex(
    r"\b(?:for|after|over) (?:\w+ly )?(?:say|suggest|call|tell|claim|describ|argu|brand|label|tweet|writ|declar|"
    r"insist|imply|warn|compar)\w*ing\b"
)


def without_others_words(text: str, quote: Quote) -> Quote:
    """The quote, of nobody where its words inside marks are those of one whom its cue tells of."""
    if not quote.speakers or not quote.quoted or not _is_anothers(text, quote):
        return quote
    return replace(quote, speakers=(), attribution="unattributed", reason=WITHHELD, confidence=0.0)


def _is_anothers(text: str, quote: Quote) -> bool:
    """Whether the cue hears its words, or judges somebody for having said the first of them."""
    if quote.cue is None:
        return False
    if _HEARING.search(text, *quote.cue):
        return True
    if _is_called_by_another(text, quote):
        return True
    start, end = quote.cue[1], min(quote.quoted[0][0], quote.cue[1] + _REACH)
    return _JUDGING.search(text, *quote.cue) is not None and _FOR_SAYING.search(text, start, end) is not None


def _is_called_by_another(text: str, quote: Quote) -> bool:
    """Whether somebody else is told, right before the marks, to have called it so."""
    opened = quote.quoted[0][0]
    calls = _ANOTHER_CALLS.search(text, max(0, quote.content[0][0] - _BEFORE, opened - _REACH), opened)
    return calls is not None and not any(calls["who"].split()[-1] in speaker.name for speaker in quote.speakers)
