"""Answers as JSON-LD for whoever prefers that, and what quotes, speakers and articles are called in schema.org."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Response, after_this_request, current_app, request, url_for

Row = dict[str, Any]
View = TypeVar("View", bound=Callable[..., Any])
CONTEXT = "https://schema.org"
MEDIA_TYPE = "application/ld+json"
_WORDING = {
    "speaker": "The words are the speaker's own.",
    "mixed": "The words are the speaker's own where they stand in quotation marks, the reporter's elsewhere.",
    "reporter": "The words are the reporter's.",
}


def preferred() -> bool:
    """Whether this request asks for JSON-LD more than for JSON; its profile does not matter."""
    if MEDIA_TYPE not in request.environ.get("HTTP_ACCEPT", "").lower():
        return False
    wished: dict[str, float] = {}
    for media, quality in request.accept_mimetypes:
        name = media.partition(";")[0].strip().lower()
        wished[name] = max(quality, wished.get(name, 0.0))
    plain = wished.get("application/json", wished.get("application/*", wished.get("*/*", 0.0)))
    return wished.get(MEDIA_TYPE, 0.0) > plain


def also(document: Callable[[Row], Row]) -> Callable[[View], View]:
    """Lets an endpoint answer JSON-LD too: what `document` makes of its body, with the headers that it gives."""

    def declared(view: View) -> View:
        @wraps(view)
        def negotiated(*args: object, **given: object) -> object:
            answered = view(*args, **given)
            after_this_request(_vary)
            body, headers = answered if isinstance(answered, tuple) else (answered, {})
            if isinstance(body, Response) or not preferred():
                return answered
            return Response(current_app.json.dumps(document(body)), headers=headers, mimetype=MEDIA_TYPE)

        return cast(View, negotiated)

    return declared


def quotation(words: Row, people: list[Row], **more: object) -> Row:
    """A Quotation of these people; `words` have id, text, wording and article."""
    creator = {"creator": [person(each) for each in people]} if people else {}
    return {
        "@type": "Quotation", "identifier": words["id"], "text": words["text"],
        "description": _WORDING[words["wording"]], "isPartOf": article(words["article"]),
    } | creator | more  # fmt: skip


def person(one: Row) -> Row:
    """A Person or an Organization; whoever is never quoted there has no address."""
    known = {"@id": url_for("speakers.get_speaker", speaker_id=one["id"], _external=True)} if one["id"] else {}
    return {"@type": "Person" if one["kind"] == "person" else "Organization", "name": one["name"]} | known


def article(row: Row) -> Row:
    """A NewsArticle, as far as it is known."""
    said = {"headline": row["title"], "url": row["url"], "datePublished": row["published_at"]}
    publisher = {"publisher": {"@type": "Organization", "name": row["publisher"]}} if row["publisher"] else {}
    known = {name: value for name, value in said.items() if value}
    return {"@type": "NewsArticle", "identifier": row["id"]} | known | publisher


def _vary(response: Response) -> Response:
    response.vary.add("Accept")
    return response
