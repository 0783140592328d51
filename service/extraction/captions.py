"""Knows captions and the credits of pictures, on a line of their own or at the end of one."""

from service.extraction.bylines import CAPITAL
from service.extraction.voices import MARK, is_reported, unquoted
from service.regex import regex

_CREDIT_SPAN = 140  # code points: the longest credit at the end of a line
_CAPTION_WORDS = 40
_STOCK = (
    r"(?:Getty(?: Images)?|Wikimedia(?: Commons)?|Wikicommons|Shutterstock|i?Stock(?:photo)?|"
    r"Unsplash|Pixabay|Flickr|Alamy)"
)
_AGENCY = r"(?:AP|AFP|Reuters|REUTERS|EPA|Bloomberg|Xinhua|UPI|Anadolu|dpa|Zuma|Corbis)"
_CREDIT = regex(
    rf"{_STOCK}(?: via .{{2,40}})?\W*|\(?{_AGENCY} ?(?:/|[Pp]hoto|[Ii]mage).{{0,60}}|"
    rf".*(?=[A-Zv/|(©:–—])(?:(?:\bvia|[/|(©:–—])\s*{_STOCK}(?:[)/|,].{{0,40}})?\W*|"
    rf"\bAP Photo\b.{{0,60}}|[A-Z][\w.'’-]* ?/ ?{_AGENCY}(?:[ /]\w+)?[)\].]*|"
    r"\((?:[Pp]hoto|[Ii]mage|[Pp]icture)(?:graph)?s?(?: by|:| credit| courtesy).{1,80}\)\.?)"
)
_BARE_CREDIT = regex(rf"(?:(?:[A-Z][\w.'’-]*|and|of|the|in|at|on|with|de|van|von|al),? ){{1,12}}{_STOCK}")
_PICTURE = r"(?:photo(?:graph)?|image|picture|pic|illustration|graphic|still|screenshot)s?"
_OWNER = rf"(?:{CAPITAL}[\w.'’&-]*|supplied|courtesy|handout|file|archives?|contributed|submitted|provided)"
# "(File photo)", "Picture: Nile Lens", "Photo supplied by the family", "[Photographs: Ana Reed / Fjord Press]".
_CREDIT_AT_END = regex(
    rf"(?:^|(?<=[.!?”\"’'\])…|] ))[(\[]?(?:"
    rf"(?i:file|library|archive|stock|handout|supplied|courtesy|representational|representative|for representation)"
    rf"(?: purposes?(?: only)?)? ?(?i:{_PICTURE})?(?<=[a-z])(?=[)\].]|$)|"
    rf"(?i:{_PICTURE}|credit)(?: (?i:credit|source))?"
    rf"(?:(?i: by| courtesy(?: of)?)|: ?| ?[/|] ?| (?=supplied|courtesy|provided))"
    rf"\s*{_OWNER}(?:(?:[ ,]+| ?[/|] ?)(?:{_OWNER}|of|and|the|for|by|via|de|van|von|family)){{0,8}}"
    r")[)\]]?\.?$"
)
_CAPTION_LABEL = regex(
    r"(?i:pictured|caption|photos?|images?|pictures?|image (?:source|caption|copyright)|"
    r"(?:main|cover|top|file|featured) (?:image|picture|photo)|illustration|graphic)\s*[:,]\s*\S.{0,300}"
)
_SENTENCE_END = regex(r"[.!?]['\"”’)]?\s")


def is_caption(line: str) -> bool:
    """Whether a whole line is a caption or its credit; a poll "by Channel 9/Reuters" that somebody cites is none."""
    if is_credited(line):
        return True
    if _CAPTION_LABEL.fullmatch(line):
        return not is_reported(unquoted(line))
    start = credit_at_end(line)
    return start is not None and _describes_a_picture(line[:start])


def is_credited(line: str) -> bool:
    """Whether a line ends in, or is, the credit of an agency or a stock of pictures."""
    if len(line.split()) > 70 or not (_CREDIT.fullmatch(line) or _BARE_CREDIT.fullmatch(line)):
        return False
    return line.rstrip(".").endswith(")") or not is_reported(line)


def credit_at_end(line: str) -> int | None:
    """Where the credit begins that ends a line, in code points; 0 when it is the whole line."""
    shortest = max(0, len(line) - _CREDIT_SPAN)
    match = _CREDIT_AT_END.search(line, shortest)
    return match.start() if match else None


def _describes_a_picture(words: str) -> bool:
    """Short, and nobody's words: the news before a credit that is run on to it says who said it."""
    if len(words.split()) > _CAPTION_WORDS or MARK.match(words) or is_reported(unquoted(words)):
        return False
    return len(_SENTENCE_END.findall(words)) <= 2
