"""/quotes: who said what."""

from typing import Any

from flask import Response

from schemas.linked_data import LinkedData
from schemas.pages import asked_facets
from schemas.quotes import QuoteOut, QuotePage, QuoteQuery
from service.api import exports, feeds, linked_data, quote_documents
from service.api.blueprint import Blueprint
from service.api.listing import Answer, conditions_of, explained, listing
from service.api.resources import resources
from service.api.unchanged import may_differ
from service.errors import Unavailable
from service.store import explaining, facets, highlighting, including, near_words, quotes, speakers
from service.store.pool import Connection
from service.store.quotes import QuoteConditions
from service.store.tombstones import missing

blueprint = Blueprint("quotes", __name__, url_prefix="/quotes", description="Reported statements in their exact words.")
_MOST_MATCHED = 50


@blueprint.route("")
@blueprint.query(QuoteQuery)
@feeds.described(blueprint)
@exports.described(blueprint)
@blueprint.answer(200, QuotePage)
@blueprint.also(200, LinkedData, "OK", linked_data.MEDIA_TYPE)
@linked_data.also(quote_documents.several)
def find_quotes(query: dict[str, Any]) -> Answer | Response:
    """Finds quotes.

    Newest first unless sorted otherwise; articles without a date come last. By relevance the 2,000 newest that match
    are ranked, the same on all pages. Facets count the 50,000 newest that match: `faceted` tells whether these are all.
    A list without quotes says why in `explain`. For feed readers with `format`, as a
    schema.org ItemList with `Accept: application/ld+json`.
    """
    conditions = conditions_of(QuoteConditions, query)

    def beside(connection: Connection, items: list[dict[str, Any]]) -> None:
        including.include(connection, query.get("include", ()), items)
        if query["highlight"]:
            highlighting.mark(connection, conditions.q, items)

    if form := exports.asked(query):
        return exports.answer("quotes", form, query, beside)
    with resources().pool.reading() as connection:
        matched = _matched(connection, conditions.speaker) if conditions.speaker else None
        meant = None if matched is None else [row["id"] for row in matched]
        page = quotes.find(connection, conditions, query["limit"], query.get("after"), meant=meant)
        if form := feeds.asked(query):
            return feeds.answer(connection, form, "quotes", page)
        more = _asked_for(connection, query, conditions)
        more["matched_speakers"] = None if matched is None else matched[:_MOST_MATCHED]
        beside(connection, page.items)
    empty = not page.items and "after" not in query
    return listing(page, query.get("fields_"), **more, explain=_explained(conditions) if empty else None)


@blueprint.route("/<id:quote_id>")
@blueprint.answer(200, QuoteOut)
@blueprint.also(200, LinkedData, "OK", linked_data.MEDIA_TYPE)
@linked_data.also(quote_documents.one)
def get_quote(quote_id: str) -> dict[str, Any]:
    """One quote, also one that is listed no more; with `Accept: application/ld+json` a schema.org Quotation.

    With its proof: where it stands in its article, and the article's sha256. Its `ETag` goes into `If-Match` of a
    correction.
    """
    with resources().pool.reading() as connection:
        found = quotes.get(connection, quote_id)
        if found is None:
            raise missing(connection, "quote", quote_id)
    return found


def _explained(conditions: QuoteConditions) -> dict[str, Any] | None:
    told = explained(quotes.count, conditions)
    if told is None:
        return None
    with resources().pool.reading() as connection:
        meant = {
            "did_you_mean": explaining.alike_speakers(connection, _names(conditions)),
            "did_you_mean_publisher": explaining.alike_publishers(connection, conditions.publisher),
        }
    told |= {name: near for name, near in meant.items() if near}
    return told | {f"did_you_mean_{name}": near for name, near in _near_words(conditions).items()}


def _near_words(conditions: QuoteConditions) -> dict[str, list[str]]:
    try:
        with resources().pool.reading() as connection:
            return near_words.meant(connection, conditions)
    except Unavailable:
        may_differ()
        return {}  # the answer is right without it


def _names(conditions: QuoteConditions) -> list[str]:
    """What may be a name in a question: people look for names among the words, too."""
    return [*conditions.speaker, *conditions.about, *filter(None, [conditions.q])]


def _asked_for(connection: Connection, query: dict[str, Any], conditions: QuoteConditions) -> dict[str, Any]:
    names = asked_facets(query.get("facets", ()), facets.FACETS)
    found, counted = facets.facets(connection, conditions, names) if names else (None, None)
    return {
        "count": quotes.count(connection, conditions) if query["count"] else None,
        "facets": found,
        "faceted": counted,
    }


def _matched(connection: Connection, names: tuple[str, ...]) -> list[dict[str, Any]]:
    found = {row["id"]: row for name in names for row in speakers.matching(connection, name)}
    return list(found.values())
