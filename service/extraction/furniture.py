"""Knows the lines of a news page that are no news: links, buttons, agency signatures, copyright lines."""

import re

from service.extraction.voices import MARK, is_reported
from service.regex import regex

_LONGEST = 700  # code points: no furniture is longer, so that no pattern ever sees a long paragraph
_TAIL_SPAN = 400  # code points: the longest invitation at the end of a paragraph


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


# Links and buttons: the whole line is one of these.
_BUTTON = regex(
    _any(
        r"(?:read|see|show|load|learn|view|find out|watch) more(?: (?:here|below|stories|articles|comments|news))?",
        r"(?:all|latest|more|top|breaking|related|recent|popular|trending|other|must[- ]read)"
        r" (?:news|stories|headlines|articles|posts|coverage|topics|content|links|videos?|reading)",
        r"(?:read|see) (?:also|next)|also read|you (?:may|might) also like|recommended(?: for you)?|in other news",
        r"related|latest|trending(?: now)?|editors?['’]?s? picks?|most (?:read|popular|viewed|shared|commented|recent)",
        r"(?:discuss|share|print|e-?mail|save|rate|comment on|bookmark|like|tweet|recommend)"
        r" (?:this|the) (?:article|story|post|page|link|news)(?: (?:on|via|with) .{1,40})?",
        r"share(?: this)?|print|comments?(?: \(\d+\))?|\d+ comments?|(?:view|show) comments|no comments yet",
        r"leave a (?:comment|reply)|post a comment|join the (?:conversation|discussion)|have your say",
        r"advertisements?|advertising|sponsored(?: content| links)?|promoted(?: content)?|paid (?:post|content)",
        r"(?:story|article|post) continues (?:below|after)(?: .{1,40})?|continue reading(?: .{1,60})?",
        r"(?:sign|log) (?:up|in|out)(?: (?:now|here|today|for free))?|register(?: now)?",
        r"subscribe(?: (?:now|today|here))?|newsletters?|donate(?: (?:now|today|here))?|contribute now",
        r"remind me later|maybe later|no,? thanks|not now|accept(?: all)?(?: cookies)?|reject(?: all)?",
        r"(?:manage|cookie) (?:cookies|preferences|consent|choices|settings|policy)|privacy policy",
        r"terms (?:of (?:use|service)|and conditions)|skip (?:ad|to (?:main )?content)|back to top",
        r"(?:next|previous) (?:article|story|post)|(?:click|tap) here(?: .{1,60})?|download (?:the|our) app",
        r"(?:file|handout|stock) (?:photo|image|picture)|photo gallery|like (?:us|the page|our page)(?: on facebook)?",
        r"(?:more|other) (?:reports|stories|articles|news|posts|headlines) (?:by|from|in|on) .{2,50}|more from .{2,40}",
        r"do you (?:support|like|back) .{2,40}\? like the page|support .{2,60}!|enter your e-?mail(?: address)?",
    )
    + r"\s*[.:!?…»›>→]*",
    re.I,
)
# "Related: ..." and the like: a label, then a headline or a credit. Never the first line: "Watch: ..." may be a title.
_LABELLED = regex(
    r"(?:related(?: (?:stories|articles?|news|coverage|links?|posts?|reading))?|read (?:more|also|next|this)|also read|"
    r"see also|more on this|watch|listen|in pictures|explained|explainer|must[- ]read|don['’]t miss|photo(?:graph)? by|"
    r"(?:photo|image|picture|video) (?:credit|source|courtesy)|featured image|tags?|filed under|posted in|categories|"
    r"share this)\s*:\s*\S.{0,200}",
    re.I,
)
# At most three capitalised words: "Source: I saw him take it" is an interview, "Sources: Mayor to resign" a headline.
_SOURCE = regex(r"(?i:sources?|via)\s*:\s*(?:[A-Z][\w.&'’-]*|https?://\S+)(?:[ ,]+[A-Z&][\w.&'’-]*){0,2}\.?")
_REST = regex(
    r"(?:you can )?(?:read|see|view|watch|hear|listen to) (?:the |his |her |its |their )?"
    r"(?:rest|full|whole|entire|original|complete|latest)\b.{0,70}"
    r"\b(?:here|below|above|at .{2,40}|on .{2,40}|from .{2,40})\s*[.:]?",
    re.I,
)
_FOLLOW = regex(
    r"(?:you can )?(?:(?i:follow) (?:us|me|him|her|them|our|the|[#@]?[A-Z][\w'’.-]*)\b|(?i:like|find|join) us\b)"
    r".{0,60} (?i:on (?:twitter|facebook|instagram|youtube|telegram|linkedin|google|x|threads|bluesky))\b.{0,140}"
)
# With a handle it is nobody's words, marks or not: scrapers leave a mark of the quotation above before it.
_HANDLE = regex(
    r"[“\"]?(?:[Yy]ou can )?[Ff]ollow [A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3}"
    r" on (?:Twitter|X|Instagram|Facebook):? @\w+\W*"
)
_COPYRIGHT = regex(
    r"(?:Copyright|COPYRIGHT|\([cC]\))\s*(?:©|\([cC]\))?\s*(?:\d{4}|by\b).{0,250}|©.{1,80}|.{0,120}© ?\d{4}.{0,250}|"
    r".{0,200}\bAll [Rr]ights [Rr]eserved\b.{0,250}|"
    r"(?:This|The|Our) (?:\w+ )?(?:material|content|article|story|text)\b.{0,40}"
    r"\bmay not be (?:published|reproduced|copied)\b.{0,200}"
)
_NOTE = regex(
    r"\(?(?:except for the headline, )?this (?:story|article|report|content|copy|piece|item) "
    r"(?:has not been|was not|has been|was|is|first|originally) (?:\w+ )?"
    r"(?:edited|auto-generated|published|republished|produced|created|translated|updated|corrected|amended|appeared)"
    r"\b.{0,200}|"
    r"\(?with (?:additional )?inputs? from .{2,60}|"
    r"(?:the )?(?:views|opinions) expressed (?:here|in this \w+|by .{3,40}?) (?:are|is|do|remain)\b.{0,200}",
    re.I,
)
# Names only: "Reporting by the Herald showed ..." and "Edited by Ann Reed, the volume sold out" are news.
_SIGNERS = (
    r"[A-Z][\w.'’-]*(?:[,;&]? (?:[A-Z][\w.'’-]*|and|in|for|of|the|at|by|"
    r"(?i:additional|reporting|writing|editing))){0,50}"
)
_SIGNATURE = regex(
    rf"\(?(?i:(?:additional |with )?(?:reporting|writing)|compiled|edit(?:ing|ed)) by {_SIGNERS}[.)]*|"
    rf"{_SIGNERS} contributed (?:(?:additional )?reporting )?(?:to|for) (?:this|the) (?:report|article|story|post)\W*|"
    rf"{_SIGNERS} contributed (?:additional )?reporting\W*|Contributing: {_SIGNERS}\.?|"
    r"[—–-]{1,3} ?(?:with )?(?:The )?"
    r"(?:AP|AFP|Reuters|Associated Press|Agence France[- ]Presse|dpa|EFE|Xinhua|UPI)\.?"
)
_HEADING = regex(
    r"(?:related(?: \w+)?|more (?:stories|news|coverage|headlines|articles)|read (?:also|next|more)|also read|see also|"
    r"you (?:may|might) also like|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|"
    r"editors?['’]?s? picks?|also on [\w ]{2,30}(?=:)|more from .{2,30}|in other news|"
    r"other (?:news|stories|headlines))\s*:?",
    re.I,
)
_TAIL = regex(
    r"\s(?:\((?i:(?:additional )?reporting|writing|editing) by [^()]{3,380}\)?$|"
    r"(?<=[.!?”\"’…\]] )(?i:read more|read the (?:rest|full \w+)|continue reading|click here)\b[^.!?“”]{0,50}[.…»>→]*$|"
    r"(?<=[.!?”\"’] )(?:You can )?[Ff]ollow (?:him|her|them|us|me|[A-Z][\w.'’-]*)\b[^.!?]{0,40}"
    r" on (?:Twitter|Facebook|Instagram)\b.{0,60}$)"
)


def is_furniture(line: str, *, first: bool) -> bool:
    """Whether a whole stripped line is no part of the news; `first` when it is the first line of the page."""
    if len(line) > _LONGEST:
        return False
    return _is_link(line, first) or _is_notice(line)


def is_list_heading(line: str) -> bool:
    """Whether a line announces a list of other articles' headlines."""
    return len(line) <= 60 and bool(_HEADING.fullmatch(line))


def is_headline(line: str) -> bool:
    """Whether a line may be one of such a list: short, no sentence end, nobody's words."""
    return 2 < len(line.split()) <= 18 and line[-1] not in '.!:;”"' and not MARK.match(line)


def trailing(line: str) -> int | None:
    """Where the agency's signature in brackets begins, or an invitation to read on, that ends a paragraph of news."""
    match = _TAIL.search(line, max(0, len(line) - _TAIL_SPAN))
    return match.start() + 1 if match else None


def _is_link(line: str, first: bool) -> bool:
    if MARK.match(line):
        return _HANDLE.fullmatch(line) is not None
    if _BUTTON.fullmatch(line) or _REST.fullmatch(line) or _FOLLOW.fullmatch(line):
        return len(line.split()) <= 30
    return not first and bool(_LABELLED.fullmatch(line) or _SOURCE.fullmatch(line))


def _is_notice(line: str) -> bool:
    """A note about the page itself. "This article was published, the judge said" is news about another's."""
    if _NOTE.fullmatch(line):
        return not is_reported(line)
    return bool(_COPYRIGHT.fullmatch(line) or _SIGNATURE.fullmatch(line))
