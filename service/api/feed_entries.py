"""A quote or a claim as the entry of a feed: a title in its exact words, and what proves them beside it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from service.periods import period_of

Row = Mapping[str, Any]
_LONGEST_TITLE = 120
_WORDING = {
    "speaker": "The speaker's own words.",
    "mixed": "Partly the reporter's words.",
    "reporter": "The reporter's words.",
}
_DAY = len("2018-08-21")


@dataclass(frozen=True, slots=True)
class Entry:
    """What both kinds of feeds tell. `url` leads to the article, where it has an address; `record` to its JSON."""

    id: str
    title: str
    html: str
    url: str | None
    record: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    published: datetime | None


def entry_of_quote(row: Row) -> Entry:
    """The entry of a quote as lists show it."""
    names = tuple(each["name"] for each in row["speakers"])
    role = row["speaker"]["role"] if row["speaker"] else None
    said = ", ".join([" and ".join(names) or "Speaker unknown", *([role] if role and len(names) == 1 else [])])
    own = ", ".join(f"“{span['text']}”" for span in row["quoted"])
    whose = _WORDING[row["wording"]] + (f" The speaker's own: {own}." if row["wording"] == "mixed" else "")
    html = f"{_words(row)}<p>— {escape(said)}. {escape(whose)}</p>{_source(row['article'])}"
    return _entry("quotes", row, names, html, (row["kind"], row["stance"]))


def entry_of_claim(row: Row) -> Entry:
    """The entry of a claim as lists show it, with the answers that dispute it."""
    names = _names(row["claimants"])
    html = f"<p>{escape(_listed(names))} claims:</p>{_words(row)}{_whose(row)}{_source(row['article'])}"
    for each in row["disputes"]:
        relation = each["relation"].replace("_", " ")
        html += f"<p>{escape(_listed(_names(each['disputers'])))} {escape(relation)}:</p>{_words(each)}{_whose(each)}"
        html += _source(each["article"])
    return _entry("claims", row, names, html, (row["status"], row["nature"]))


def _entry(kind: str, row: Row, names: tuple[str, ...], html: str, tags: tuple[str, ...]) -> Entry:
    words = _short(row["text"])
    title = f"{_listed(names)}: {f'“{words}”' if row['wording'] == 'speaker' else words}"
    date = row["article"]["published_at"]
    # A month has no moment at which something was published.
    published = period_of(date).start if date and len(date) >= _DAY else None
    return Entry(row["id"], title, html, _web(row["article"]), f"/{kind}/{row['id']}", names, tags, published)


def _names(people: list[Row]) -> tuple[str, ...]:
    return tuple(each["name"] for each in people)


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names) or "Speaker unknown"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST_TITLE else words[:_LONGEST_TITLE].rpartition(" ")[0] + " …"


def _words(row: Row) -> str:
    return f"<blockquote><p>{escape(row['text'])}</p></blockquote>"


def _whose(row: Row) -> str:
    return f"<p>{escape(_WORDING[row['wording']])}</p>"


def _source(article: Row) -> str:
    named = escape(article["title"] or article["url"] or "An article")
    url = _web(article)
    told = [f'<a href="{escape(url)}">{named}</a>' if url else named]
    told += [escape(article[name]) for name in ("publisher", "published_at") if article[name]]
    return f"<p>{', '.join(told)}</p>"


def _web(article: Row) -> str | None:
    url = article["url"]
    return str(url) if url and url.lower().startswith(("http://", "https://")) else None
