"""Quotes as the W3C Web Annotation Data Model has them: who said it, of which words at which place."""

from typing import Any
from urllib.parse import urlencode

from flask import url_for

Row = dict[str, Any]
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
MEDIA_TYPE = f'application/ld+json; profile="{CONTEXT}"'


def collection(article: Row, annotations: list[Row], after: str | None, limit: int) -> Row:
    """All of an article, with the first page inside."""
    address = _address(article["id"])
    first = _page(address, f"{address}#first", annotations, _next(article["id"], after, limit))
    return {
        "@context": CONTEXT, "id": address, "type": "AnnotationCollection",
        "label": f"Who said what in: {article['title'] or article['url'] or article['id']}",
        "total": article["quotes"], "first": first,
    }  # fmt: skip


def page(article_id: str, annotations: list[Row], after: str | None, asked: Row) -> Row:
    """A page behind the first, which was `asked` for by `after` and `limit`."""
    own = f"{_address(article_id)}?{urlencode({'limit': asked['limit'], 'after': asked['after']})}"
    return {"@context": CONTEXT} | _page(
        _address(article_id), own, annotations, _next(article_id, after, asked["limit"])
    )


def annotation(quote: Row, selectors: list[Row]) -> Row:
    """A quote: its speakers, kind, stance and attribution are told of each of its spans."""
    address = url_for("quotes.get_quote", quote_id=quote["id"], _external=True)
    told = [_tag(quote[name]) for name in ("kind", "stance", "attribution")]
    return {
        "id": f"{address}#annotation", "type": "Annotation",
        "motivation": "identifying" if quote["speakers"] else "highlighting",
        "body": [*map(_speaker, quote["speakers"]), *told],
        "target": [_target(quote, selector) for selector in selectors],
    }  # fmt: skip


def _page(address: str, own: str, annotations: list[Row], following: str | None) -> Row:
    more = {"next": following} if following else {}
    return {"id": own, "type": "AnnotationPage", "partOf": address, **more, "items": annotations}


def _next(article_id: str, after: str | None, limit: int) -> str | None:
    return f"{_address(article_id)}?{urlencode({'limit': limit, 'after': after})}" if after else None


def _address(article_id: str) -> str:
    return url_for("annotations.get_annotations", article_id=article_id, _external=True)


def _speaker(one: Row) -> Row:
    address = url_for("speakers.get_speaker", speaker_id=one["id"], _external=True)
    who = {"id": address, "type": "Person" if one["kind"] == "person" else "Organization", "name": one["name"]}
    return {"type": "SpecificResource", "purpose": "identifying", "source": who}


def _tag(value: str) -> Row:
    return {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": value}


def _target(quote: Row, selector: Row) -> Row:
    """One span. The source is the text in which its offsets count; the page of the publisher is the scope."""
    text = url_for("articles.get_text", article_id=quote["article_id"], revision=quote["revision"], _external=True)
    scope = {"scope": quote["article"]["url"]} if quote["article"]["url"] else {}
    words = {"exact": selector["text"], "prefix": selector["prefix"], "suffix": selector["suffix"]}
    return {"type": "SpecificResource", "source": text, **scope} | {
        "selector": [
            {"type": "TextQuoteSelector"} | words,
            {"type": "TextPositionSelector", "start": selector["start"], "end": selector["end"]},
        ]
    }
