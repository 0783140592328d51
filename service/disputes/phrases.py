"""Finds who acts before a verb of a sentence, in the words of the sentence; no grammar, only where clauses break."""

import re

from service.disputes.tables import section
from service.records import Span
from service.regex import regex

# Between a subject and its verb: "has also repeatedly", “categorically”, "on Friday", what marks open: it “strongly.
_BETWEEN = regex(
    r"(?:\s+(?:has|have|had|was|were|is|are|been|always|often|too|also|again|later|earlier|then|once|since|yesterday|both|all|long|"
    r"already|now|still|meanwhile|in turn|today|who|which|\w+ly|[“\"‘']\w+ly[”\"’']?|(?:on|last|this) \w+))*"
    r"(?:\s+[“\"‘'])?\s*$"
)
_CLAUSE = regex(
    r"[,;:()\"“”—–]|\s-\s|\b(?:that|which|who|whom|after|when|as|while|because|but|although|though|since|before|if"
    r"|where|"
    r"whether|said|says|saying|told|yet)\b"
)
_INTRODUCTION = regex(
    r"\s*(?:[Mm]eanwhile|[Bb]ut|[Aa]nd|[Yy]et|[Ii]n (?:turn|response)|[Ll]ater|[Ee]arlier|[Ss]o|[Nn]ow|[Tt]hen|"
    r"[Tt]oday|[Yy]esterday|[Ff]inally|[Ss]till)\b,?\s+"
)
_NAME = regex(
    r"(?:(?:The|A|An|Its|His|Her|Their)\s+(?:[\w'’-]+\s+){0,2})?(?!The\b)[A-Z][\w'’.&-]*"
    r"(?:\s+(?:(?:of|for|de|del|di|du|des|van|von|der|al|el|bin|da)\s+(?:the\s+)?)?[A-Z][\w'’.&-]*)*|The\s+[a-z]+(?:\s+[a-z]+)?"
)
# "Filed by a fired clerk": of those words the clerk is somebody.
_DONE_BY = regex(
    r"(?:(?:[Aa]n?|[Tt]he) (?:\w+ )?(?:suit|lawsuit|petition|letter|brief|motion|study|survey|poll|affidavit|filing) )?"
    r"(?:[a-z]+ed|brought|made|written|put|led|sent|drawn|given|begun)(?: [a-z]+ly| up| out)? by\s+"
)
# A report on Monday which | says: whoever leads the sentence says it.
_PAPER = regex(
    r"\b(?:reports?|stud(?:y|ies)|surveys?|letters?|posts?|statements?|videos?|books?|memoirs?|articles?|complaints?|"
    r"suits?|lawsuits?|petitions?|pages?|notices?|papers?|dossiers?|documents?|affidavits?|leaflets?|columns?|filings?)"
    r"(?: (?:on|last|this|in|of|to|with) [^,;:“”\"]{2,40})?,? (?:which|that)(?: (?:has|have|had|also))*\s*$"
)
# Whoever is called something has no such word in it: "Syria proved to be", "the result is a sentence".
_CLAUSAL = regex(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|will|would|that|what|this|never|not|as|by|during|"
    r"through|"
    r"into|about|I|you|we|(?:to|in|on|with|from)(?! [A-Z])|[a-z]+ed (?:the|an?|to|it))\b|n['’]t\b|^(?:[Tt]o|"
    r"[Yy]ou|[Ww]e|I|[Ff]or|[Ii]n|"
    r"[Oo]n|[Aa]t|[Aa]s|[Bb]y|[Ww]ith|[Ss]top|[Ii]f)\b",
)
_MOST = 110  # characters of a subject
# "It was Lind, ninth on the list, who had | told"; "a page of the Auto Forum in Velmar, which | counts".
_WORDS = (
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:January|February|March|April|May|June|July|August|September|"
    r"October|November|December)\b)[A-ZÀ-Þ][\w'’.&-]*"
)
_ANTECEDENT = regex(
    rf"(?P<who>(?:\b(?:[Tt]he|[Aa]n?) (?:[a-z’'-]+ ){{0,3}})?{_WORDS}"
    rf"(?: (?:(?:of|for|de|van|von|al|bin|da) (?:the )?)?{_WORDS})*)"
    r"(?: (?:of|in|at|from|for) (?:the )?[\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]*)*)?(?:, [^,;:“”\"]{2,70})?,? "
    r"(?:who|which)(?: (?:has|have|had|also|later|first|then|itself|himself|herself))*\s*$"
)

_RELATIVE, _FAR = 80, 400  # characters before a verb in which its "who has also" stands; whom that means


def subject_before(text: str, start: int, verb: int) -> Span | None:
    """The noun phrase that acts in `text[start:verb]`, `start` being where the sentence begins; None if none shows.

    An apposition is stepped over ("Lind, the union's leader, accused"); in "X apologised and accused" X is taken.
    """
    end = start + len(_BETWEEN.sub("", text[start:verb]))
    if end > start and text[end - 1] == ",":
        return _before_apposition(text, start, end - 1)
    if re.search(r"\b(?:and|but|or)$", text[start:end]):
        return first_name(text, start, end)
    return _last_phrase(text, start, end)


def _before_apposition(text: str, start: int, end: int) -> Span | None:
    comma = text.rfind(",", start, end)
    if comma < 0:
        return _trimmed(text, start, end)
    return _last_phrase(text, start, comma)


def _last_phrase(text: str, start: int, end: int) -> Span | None:
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, end)]
    low = cuts[-1] if cuts else start
    claimed = [
        m.end() for m in re.finditer(r"[A-Za-z]+", text[low:end]) if _is_claim_noun(m[0]) and low + m.end() < end - 1
    ]
    return _trimmed(text, low + claimed[-1] if claimed else low, end)


def _is_claim_noun(word: str) -> bool:
    return word.lower() in section("claim")


def antecedent(text: str, start: int, verb: int) -> Span | None:
    """Whom a relative before a verb means: "the Auto Forum in Velmar, which | counts"; None without a relative."""
    # A sentence of nothing but names would be gone over from each of them.
    if text.find("wh", max(start, verb - _RELATIVE), verb) < 0:
        return None
    found = _ANTECEDENT.search(text, max(start, verb - _FAR), verb)
    return found.span("who") if found else None


def tells_of_paper(text: str, start: int, verb: int) -> bool:
    """Whether a relative before a verb means a paper: "published a report on Monday which | says"."""
    return _PAPER.search(text, start, verb) is not None


def calls_somebody(words: str) -> bool:
    """Whether some words may be what somebody is called, and are no piece of a clause."""
    return _CLAUSAL.search(words) is None


def first_name(text: str, start: int, end: int) -> Span | None:
    """The name or definite phrase that a sentence begins with."""
    introduction = _INTRODUCTION.match(text, start, end)
    found = _NAME.match(text, introduction.end() if introduction else start, end)
    return found.span() if found else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    introduction = _INTRODUCTION.match(text, start, end)
    start = introduction.end() if introduction else start
    done = _DONE_BY.match(text, start, end)
    start = done.end() if done else start
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t,'‘’\""))
    end -= len(words) - len(words.rstrip(" \t,"))
    return (start, end) if 0 < end - start <= _MOST and re.search(r"[^\W\d_]", text[start:end]) else None
