"""Knows whose voice a line of a page has: words in quotation marks, reporting verbs, and the paper's own "we"."""

import re

from service.regex import regex

BLANK = "\ue000"  # stands for a character of somebody's words; no letter, digit or space
MARK = regex(r"[\"“”«»„]|``|''")
REPORTING = regex(
    r"\b(?:said|says?|told|tell(?! us\b| you\b)|tells(?! you\b)|asked|asks|added|adds|according|argue[sd]?|"
    r"wrote|writes|"
    r"warn(?:s|ed)|"
    r"announce[sd]|claim(?:s|ed)|insist(?:s|ed)|den(?:y|ies|ied)|accuse[sd]?|blame[sd]?|vow(?:s|ed)|urge[sd]|admit(?:s|ted)|"
    r"promise[sd]|explain(?:s|ed)|reported(?= that)|stated|replie[sd]|respond(?:s|ed)|declare[sd]|demand(?:s|ed))\b",
    re.I,
)
# An unclosed double mark runs to the end of the line. A single one counts only if it closes: "the '90s".
_MARKED = regex(
    r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^«»]*(?:»|$)|„[^“”„]*(?:[“”]|$)|``.*?(?:''|$)|"
    r"(?<!\w)[‘'](?=[^\W\d])[^‘]{1,300}?(?<=[\w.,!?…])['’](?!\w)"
)
_READERS = r"(?:readers?|friends?|subscribers?|members?|supporters?)"
_HOUSE_SPEAKER = regex(
    rf"\b(?:say|says|said|tells? us|told us|writes?|wrote) "
    rf"(?:every|our|many|some|an?|one|fellow) (?:\w+ )?{_READERS}\b|"
    rf"\b(?:our|every|many|some|one|a|as) (?:\w+ ){{0,2}}{_READERS}(?: of (?:this|our) \w+)?"
    r" (?:like to |often |always |once )?(?:say|says|said|tells? us|told us|writes?|wrote)\b",
    re.I,
)


def unquoted(line: str) -> str:
    """The line with everything between marks blanked out, as long as before. Call it on short lines only."""
    return _MARKED.sub(lambda found: BLANK * len(found.group()), line)


def is_reported(line: str) -> bool:
    """Whether somebody is said to speak, other than "our readers" at large, whom only an appeal cites."""
    return REPORTING.search(_HOUSE_SPEAKER.sub("", line)) is not None
