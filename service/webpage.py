"""Finds the article in a page of HTML: its text, and what the page itself says of title, address, date and site."""

import calendar
import hashlib
import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from service.errors import InvalidArticle
from service.regex import regex

# It holds a tag, and none that only a whole page has.
_FRAGMENT = regex(r"(?!.*<(!doctype|html|head|body|article|title|meta)\b)(?=.*<[a-z])", re.IGNORECASE | re.DOTALL)
# A page with a sign-in form, "Page not found" or a consent banner leaves some words too: all such were one article.
_FEWEST_WORDS = 15


@dataclass(frozen=True, slots=True)
class Extracted:
    """The article of one page. `html_sha256` is of the page as UTF-8; the rest is None where the page is silent."""

    text: str
    html_sha256: str
    extractor: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published_at: str | None = None


def article_text(html: str) -> Extracted:
    """The article of this page, as the extractor puts it. InvalidArticle(field="html") where there is none."""
    # Here, not above: its import takes as long as all that a command without HTML does until its first answer.
    import trafilatura
    from trafilatura.settings import Document

    found = trafilatura.bare_extraction(
        _whole_page(html),
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    fewest = 1 if _FRAGMENT.match(html) else _FEWEST_WORDS
    if not isinstance(found, Document) or not found.text or len(found.text.split()) < fewest:
        raise InvalidArticle("no article was found in this HTML", "html")
    return Extracted(
        text=found.text,
        html_sha256=hashlib.sha256(html.encode("utf-8", "surrogatepass")).hexdigest(),
        extractor=f"trafilatura {trafilatura.__version__}",
        title=found.title or None,
        url=_article_url(found.url),
        publisher=found.sitename or None,
        published_at=_printed_date(found.date, html),
    )


def _whole_page(html: str) -> str:
    """A fragment, as feeds carry it, is all article: left alone, it would lose its subheads and lists."""
    return f"<html><body><article>{html}</article></body></html>" if _FRAGMENT.match(html) else html


def _article_url(url: str | None) -> str | None:
    """A canonical link that names only the site would make one article of all its pages: it is left out."""
    parts = urlsplit(url or "")
    names_a_page = parts.path.strip("/") or parts.query
    return url if parts.scheme in ("http", "https") and parts.netloc and names_a_page else None


def _printed_date(found: str | None, html: str) -> str | None:
    """The day, if the page really prints it: of a bare "2018-08" the extractor makes a day by taking today's."""
    if not found:
        return None
    day = date.fromisoformat(found)
    return found if any(form in html for form in _forms(day)) else None


def _forms(day: date) -> list[str]:
    """The ways in which pages commonly print a day."""
    forms = [day.strftime(form) for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d.%m.%Y")]
    for month in (calendar.month_name[day.month], calendar.month_abbr[day.month]):
        forms += [f"{day.day} {month} {day.year}", f"{month} {day.day}, {day.year}", f"{month} {day.day} {day.year}"]
    return forms
