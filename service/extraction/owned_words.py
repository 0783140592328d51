"""What belongs to somebody and is words: Okoro's "lazy harbour" remark, though Lind defends it, is Okoro's."""

from collections.abc import Iterator

from service.extraction.layout import Turn
from service.extraction.sharing import Page
from service.regex import regex

_OWNER = regex(
    r"(?<![\w’'])((?:[A-ZÀ-Þ][\w.-]*(?:[’'][A-ZÀ-Þ][\w-]*)? ){0,3}[A-ZÀ-Þ][\w-]+)(?:[’']s|(?<=s)[’']) (?:[a-z-]+ )?$"
)
_WORDS = regex(
    r"[”\"'’»]{1,2} (?:[a-z-]+ )?((?:re)?marks?|comments?|lines?|statements?|claims?|pledges?|promises?|quips?|jabs?|"
    r"assertions?|accusations?|slurs?|insults?|tweets?|catchphrase|mantra|warnings?|answers?|repl(?:y|ies))\b"
)
_REACH = 90  # characters of an owner's name


def owned_words(text: str, page: Page) -> Iterator[Turn]:
    """Owner, noun and words, for each quotation of an article between an owner's name and a noun for what was said."""
    for quotation in page.outer:
        noun = _WORDS.match(text, quotation.end)
        owner = _OWNER.search(text, max(0, quotation.opened_at - _REACH), quotation.opened_at) if noun else None
        if noun and owner:
            yield owner.span(1), noun.span(1), (quotation.start, quotation.end)
