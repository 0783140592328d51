"""/quotes: who said what."""

from typing import Any

from flask import Response

from schemas.quotes import QuoteOut, QuotePage, QuoteQuery
from service.api import exports
from service.api.blueprint import Blueprint
from service.api.listing import Answer, conditions_of, explained, listing
from service.api.resources import resources
from service.errors import NotFound
from service.store import quotes, speakers
from service.store.pool import Connection
from service.store.quotes import QuoteConditions

blueprint = Blueprint("quotes", __name__, url_prefix="/quotes", description="Reported statements in their exact words.")
_MOST_MATCHED = 50


@blueprint.route("")
@blueprint.query(QuoteQuery)
@exports.described(blueprint)
@blueprint.answer(200, QuotePage)
def find_quotes(query: dict[str, Any]) -> Answer | Response:
    """Finds quotes.

    Newest first unless sorted otherwise; articles without a date come last.
    """
    if form := exports.asked():
        return exports.answer("quotes", form, query)
    conditions = conditions_of(QuoteConditions, query)
    with resources().pool.reading() as connection:
        page = quotes.find(connection, conditions, query["limit"], query.get("after"))
        more = _asked_for(connection, query, conditions)
    empty = not page.items and "after" not in query
    return listing(page, **more, explain=_explained(conditions, more["matched_speakers"]) if empty else None)


@blueprint.route("/<id:quote_id>")
@blueprint.answer(200, QuoteOut)
def get_quote(quote_id: str) -> dict[str, Any]:
    """One quote, also one that is listed no more."""
    with resources().pool.reading() as connection:
        found = quotes.get(connection, quote_id)
    if found is None:
        raise NotFound(f"There is no quote {quote_id}.")
    return found


def _explained(conditions: QuoteConditions, matched: list[dict[str, Any]] | None) -> dict[str, Any] | None:
    told = explained(quotes.find, conditions)
    if told is None or matched != []:
        return told
    with resources().pool.reading() as connection:
        near = {row["id"]: row for name in conditions.speaker for row in speakers.alike(connection, name)}
    return told | ({"did_you_mean": list(near.values())} if near else {})


def _asked_for(connection: Connection, query: dict[str, Any], conditions: QuoteConditions) -> dict[str, Any]:
    return {
        "count": quotes.count(connection, conditions) if query["count"] else None,
        "matched_speakers": _matched(connection, conditions.speaker) if conditions.speaker else None,
    }


def _matched(connection: Connection, names: tuple[str, ...]) -> list[dict[str, Any]]:
    found = {row["id"]: row for name in names for row in speakers.matching(connection, name)}
    return list(found.values())[:_MOST_MATCHED]
