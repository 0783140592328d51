"""Knows the lines of a news page that are no news: links, buttons, credits, bylines, appeals, copyright lines."""

import re

from service.records import Span

_LONGEST = 700  # code points: no furniture is longer, so that no pattern ever sees a long paragraph
_QUOTE_MARK = re.compile(r"[\"“”«»„]|``|''")
_SAYING = re.compile(r"\b(?:said|says|say|told|tells|asked|added|according|argued|wrote|warned|announced)\b", re.I)


def _any(*alternatives: str) -> str:
    return "(?:" + "|".join(alternatives) + ")"


# Links and buttons: the whole line is one of these.
_BUTTON = re.compile(
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
_LABELLED = re.compile(
    r"(?:related(?: (?:stories|articles?|news|coverage|links?|posts?|reading))?|read (?:more|also|next|this)|also read|"
    r"see also|more on this|watch|don['’]t miss|photos?|images?|pictures?|photo(?:graph)? by|"
    r"(?:photo|image|picture|video) (?:credit|source|courtesy)|featured image|tags?|filed under|posted in|categories|"
    r"share this)\s*:\s*\S.{0,200}",
    re.I,
)
# At most three capitalised words: "Source: I saw him take it" is an interview, "Sources: Mayor to resign" a headline.
_SOURCE = re.compile(r"(?i:sources?|via)\s*:\s*(?:[A-Z][\w.&'’-]*|https?://\S+)(?:[ ,]+[A-Z&][\w.&'’-]*){0,2}\.?")
_REST = re.compile(
    r"(?:you can )?(?:read|see|view|watch|hear|listen to) (?:the |his |her |its |their )?"
    r"(?:rest|full|whole|entire|original|complete|latest)\b.{0,70}"
    r"\b(?:here|below|above|at .{2,40}|on .{2,40}|from .{2,40})\s*[.:]?",
    re.I,
)
_FOLLOW = re.compile(
    r"(?:you can )?(?:(?i:follow) (?:us|me|him|her|them|our|the|[#@]?[A-Z][\w'’.-]*)\b|(?i:like|find|join) us\b)"
    r".{0,60} (?i:on (?:twitter|facebook|instagram|youtube|telegram|linkedin|google|x|threads|bluesky))\b.{0,140}"
)
_COPYRIGHT = re.compile(
    r"(?:Copyright|COPYRIGHT|\([cC]\))\s*(?:©|\([cC]\))?\s*(?:\d{4}|by\b).{0,250}|©.{1,80}|.{0,120}© ?\d{4}.{0,250}|"
    r".{0,200}\bAll [Rr]ights [Rr]eserved\b.{0,250}|"
    r"(?:This|The|Our) (?:\w+ )?(?:material|content|article|story|text)\b.{0,40}"
    r"\bmay not be (?:published|reproduced|copied)\b.{0,200}"
)
# Names only: "Reporting by the Herald showed ..." and "Edited by Ann Reed, the volume sold out" are news.
_SIGNERS = (
    r"[A-Z][\w.'’-]*(?:[,;&]? (?:[A-Z][\w.'’-]*|and|in|for|of|the|at|by|"
    r"(?i:additional|reporting|writing|editing))){0,50}"
)
_SIGNATURE = re.compile(
    rf"\(?(?i:(?:additional |with )?(?:reporting|writing)|compiled|edit(?:ing|ed)) by {_SIGNERS}[.)]*|"
    rf"{_SIGNERS} contributed (?:(?:additional )?reporting )?(?:to|for) (?:this|the) (?:report|article|story|post)\W*|"
    rf"{_SIGNERS} contributed (?:additional )?reporting\W*|Contributing: {_SIGNERS}\.?|"
    r"[—–-]{1,3} ?(?:with )?(?:The )?"
    r"(?:AP|AFP|Reuters|Associated Press|Agence France[- ]Presse|dpa|EFE|Xinhua|UPI)\.?"
)
_STOCK = (
    r"(?:Getty(?: Images)?|Wikimedia(?: Commons)?|Wikicommons|Shutterstock|i?Stock(?:photo)?|"
    r"Unsplash|Pixabay|Flickr|Alamy)"
)
_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA|Bloomberg|Xinhua|UPI|Anadolu|dpa|Zuma|Corbis)"
_CREDIT = re.compile(
    rf".*(?:\bvia|[/|(©:–—])\s*{_STOCK}(?:[)/|,].{{0,40}})?\W*|{_STOCK}(?: via .{{2,40}})?\W*|"
    rf".*\(?\bAP Photo\b.{{0,60}}|.*[A-Z][\w.'’-]* ?/ ?{_AGENCY}(?:[ /]\w+)?[)\].]*|"
    rf"\(?{_AGENCY} ?(?:/|[Pp]hoto|[Ii]mage).{{0,60}}|"
    r".*\((?:[Pp]hoto|[Ii]mage|[Pp]icture)(?:graph)?s?(?: by|:| credit| courtesy).{1,80}\)\.?"
)
_BARE_CREDIT = re.compile(rf"(?:(?:[A-Z][\w.'’-]*|and|of|the|in|at|on|with|de|van|von|al),? ){{1,12}}{_STOCK}")
_NAME = r"[A-Z][\w.'’-]*"
_BYLINE = re.compile(
    rf"(?:By|BY|by) {_NAME}(?:(?: ?[,|/·•–—-] ?| )(?:{_NAME}|and|of|for|in|at|the|with|de|van|von|al|bin|"
    r"[a-z]*(?:writer|reporter|editor|correspondent|contributor|columnist)|staff|senior|political|national|"
    r"\d[\d:,.]*)){1,14}"
)
_STAMP = re.compile(
    r"(?i:(?:first )?(?:published|updated|posted|last (?:updated|modified)|modified))(?: on| at)?\s*:?\s+(?=.{0,30}\d)"
    r"(?:(?:[A-Z][\w.]*|\d[\w:./-]*|on|at|ago|hours?|minutes?|[ap]\.?m\.?|[|·•–—-]),?(?:\s+|$)){1,16}"
)
_DATE = re.compile(
    r"(?:[A-Z][a-z]+day,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})\W*"
)
_BARE_NAME = re.compile(rf"[A-Z][a-z'’-]+(?: {_NAME}){{1,3}}")
# What asks something of the reader. Each needs an opening in the imperative (or "our") and a word of the trade.
_ASKS = re.compile(
    r"\(?(?:sign up|subscribe|get (?:the|our|your|all|more)|click here|download|like us|join (?:us|our|the)|enter your|"
    r"support (?:our|us|independent|quality)|donate|become a (?:member|subscriber|supporter|patron)|"
    r"by (?:signing up|subscribing|clicking|submitting|entering|continuing)|subscribers agree|you can unsubscribe|"
    r"thank you for (?:subscribing|signing|reading|your support)|you will receive|never miss|"
    r"want (?:more|to receive|to get)|stay (?:up to date|informed|on top)|our (?:\w+ )?(?=newsletter)|check out our|"
    r"for (?:more|the latest|all the latest)\b.{0,40}, (?:sign|subscribe|download|follow|check|visit)|"
    r"please (?:support|consider|donate)|if you (?:like|value|enjoy|appreciate) (?:our|this|what))\b",
    re.I,
)
_TRADE = re.compile(
    r"\b(?:newsletters?|inbox|mailbox|e-?mail (?:alerts?|updates?|address|list|from)|mailing list|podcast|our app|"
    r"the app|(?:daily|weekly|morning) (?:briefing|digest|e-?mail)|breaking news alerts?|unsubscribe|"
    r"subscri(?:be|ption|bers?)|independent journalism|our (?:journalism|work|reporting|mission)|privacy policy|"
    r"terms of (?:use|service)|latest news|contribution|donation|donate)\b",
    re.I,
)
_HEADING = re.compile(
    r"(?:related(?: \w+)?|more (?:stories|news|coverage|headlines|articles)|read (?:also|next|more)|also read|see also|"
    r"you (?:may|might) also like|recommended(?: for you)?|most (?:read|popular|viewed)|trending(?: now)?|"
    r"editors?['’]?s? picks?|also on [\w ]{2,30}(?=:)|more from .{2,30}|in other news|"
    r"other (?:news|stories|headlines))\s*:?",
    re.I,
)
_TAIL = re.compile(
    r"(?<=\s)\((?i:(?:additional )?reporting|writing|editing) by [^()]{3,380}\)?$|"
    r"(?<=[.!?”\"’…\]] )(?i:read more|read the (?:rest|full \w+)|continue reading|click here)\b[^.!?“”]{0,50}[.…»>→]*$|"
    r"(?<=[.!?”\"’] )(?:You can )?[Ff]ollow (?:him|her|them|us|me|[A-Z][\w.'’-]*)\b[^.!?]{0,40}"
    r" on (?:Twitter|Facebook|Instagram)\b.{0,60}$"
)


def is_furniture(line: str, *, first: bool) -> bool:
    """Whether a whole stripped line is no part of the news; `first` when it is the first line of the page."""
    if len(line) > _LONGEST:
        return False
    return _is_link(line, first) or _is_notice(line) or _is_appeal(line)


def is_byline(line: str, following: str) -> bool:
    """Whether a line at the edge of a page names author or time; a bare name does above a date (`following`)."""
    if len(line) > 160:
        return False
    if _STAMP.fullmatch(line) or _BYLINE.fullmatch(line):
        return True
    return bool(_BARE_NAME.fullmatch(line) and _DATE.fullmatch(following[:60]))


def is_list_heading(line: str) -> bool:
    """Whether a line announces a list of other articles' headlines."""
    return len(line) <= 60 and bool(_HEADING.fullmatch(line))


def is_headline(line: str) -> bool:
    """Whether a line may be one of such a list: short, no sentence end, nobody's words."""
    return 2 < len(line.split()) <= 18 and line[-1] not in '.!:;”"' and not _QUOTE_MARK.match(line)


def trailing(line: str) -> Span | None:
    """The agency's signature in brackets, or an invitation to read on, that ends a paragraph of news."""
    match = _TAIL.search(line)
    return match.span() if match and match.start() else None


def _is_link(line: str, first: bool) -> bool:
    if _QUOTE_MARK.match(line):
        return False
    if _BUTTON.fullmatch(line) or _REST.fullmatch(line) or _FOLLOW.fullmatch(line):
        return len(line.split()) <= 30
    return not first and bool(_LABELLED.fullmatch(line) or _SOURCE.fullmatch(line))


def _is_notice(line: str) -> bool:
    return bool(_COPYRIGHT.fullmatch(line) or _SIGNATURE.fullmatch(line)) or _is_credit(line)


def _is_credit(line: str) -> bool:
    """A caption or its credit; a poll "by Channel 9/Reuters" that somebody cites is none."""
    if len(line.split()) > 70 or not (_CREDIT.fullmatch(line) or _BARE_CREDIT.fullmatch(line)):
        return False
    return line.rstrip(".").endswith(")") or not _SAYING.search(line)


def _is_appeal(line: str) -> bool:
    """What somebody is reported as asking is news; so is "Donate blood", which names no paper's trade."""
    asks = _ASKS.match(line)
    if not asks or _QUOTE_MARK.search(line) or _SAYING.search(line):
        return False
    return _TRADE.search(line, asks.end()) is not None
