"""What feeds and agencies hand over as HTML: told apart from plain text, and looked through for its bare words."""

import html

from service.regex import regex

_TAG = regex(r"<[a-zA-Z/!][^<>]*>")  # not past the next "<", or a megabyte of them takes hours


def body_of(markup: str) -> dict[str, str]:
    """The field of a document for a body that may be HTML: `html` as it came, or `text` where no tag is in it."""
    return {"html": markup} if _TAG.search(markup) else {"text": html.unescape(markup)}


def bare_words(markup: str) -> str:
    """The words without tags, white space made one blank: for titles and for measuring, never for an article."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())
