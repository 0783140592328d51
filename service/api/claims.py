"""/claims: what one side claims, what the other answers."""

from typing import Any

from flask import Response, redirect, url_for

from schemas.claims import ClaimPage, ClaimQuery, ClaimReviewOut, ClaimWhole, MatchIn, MatchPage
from schemas.linked_data import LinkedData
from schemas.pages import asked_facets
from service.api import claim_documents, examples, exports, feeds, linked_data
from service.api.blueprint import Blueprint
from service.api.listing import Answer, conditions_of, explained, listing
from service.api.problems import Refused
from service.api.resources import resources
from service.errors import NotFound
from service.extraction.language import language
from service.store import claim_matching, claims
from service.store.claims import ClaimConditions

blueprint = Blueprint("claims", __name__, url_prefix="/claims", description="Claims, and who disputes them.")
_LONGEST_SENTENCE = 2_000  # bytes of UTF-8
_MOST_MATCHES = 10


@blueprint.route("")
@blueprint.query(ClaimQuery)
@exports.described(blueprint)
@feeds.described(blueprint)
@blueprint.answer(200, ClaimPage)
def find_claims(query: dict[str, Any]) -> Answer | Response:
    """Finds claims, those first made last first unless sorted otherwise; those without a date come last.

    For feed readers with `format`.
    """
    if form := exports.asked(query):
        return exports.answer("claims", form, query)
    asked = conditions_of(ClaimConditions, query)
    with resources().pool.reading() as connection:
        page = claims.find(connection, asked, query["limit"], query.get("after"))
        if form := feeds.asked(query):
            return feeds.answer(connection, form, "claims", page)
        counted = claims.count(connection, asked) if query["count"] else None
        names = asked_facets(query.get("facets", ()), claims.FACETS)
        facets = claims.facets(connection, asked, names) if names else None
    empty = not page.items and "after" not in query
    told = explained(claims.count, asked) if empty else None
    return listing(page, query.get("fields_"), count=counted, facets=facets, explain=told)


@blueprint.route("/<id:claim_id>")
@blueprint.answer(200, ClaimWhole)
@blueprint.elsewhere()
@blueprint.also(200, LinkedData, "OK", linked_data.MEDIA_TYPE)
@linked_data.also(claim_documents.whole)
def get_claim(claim_id: str) -> dict[str, Any] | Response:
    """One claim: both sides in order of time, in their exact words.

    An id that became part of another claim answers 308 with its place. With `Accept: application/ld+json` it is a
    schema.org Claim with Quotations.
    """
    return _found(claim_id, "claims.get_claim")


@blueprint.route("/<id:claim_id>/claimreview")
@blueprint.answer(200, ClaimReviewOut)
@blueprint.elsewhere()
def get_claim_review(claim_id: str) -> dict[str, Any] | Response:
    """A draft of a schema.org ClaimReview for fact-checkers: the claim is there, reviewer and rating are empty.

    Nothing is asserted: it is for whoever has reviewed the claim to fill in and publish.
    """
    found = _found(claim_id, "claims.get_claim_review")
    if isinstance(found, Response):
        return found
    return claim_documents.draft_review(found)


@blueprint.route("/match", methods=["POST"])
@blueprint.body(MatchIn, example=examples.SENTENCE)
@blueprint.answer(200, MatchPage)
def match_claims(document: dict[str, Any]) -> dict[str, Any]:
    """The stored claims nearest to a sentence, with scores and their disputes.

    For holding what is said today against what was said before; the nearest come first.
    """
    text = _sentence(document["text"])
    with resources().pool.reading() as connection:
        return {"items": claim_matching.match(connection, text, _MOST_MATCHES)}


def _found(claim_id: str, endpoint: str) -> dict[str, Any] | Response:
    with resources().pool.reading() as connection:
        now = claims.claim_id_of(connection, claim_id)
        found = claims.get(connection, now) if now == claim_id else None
    if now is None or (found is None and now == claim_id):
        raise NotFound(f"There is no claim {claim_id}.")
    if found is None:
        answer = redirect(url_for(endpoint, claim_id=now), 308)
        return Response(status=308, headers={"Location": answer.headers["Location"]})
    return found


def _sentence(text: str) -> str:
    size, limit = len(text.encode()), min(_LONGEST_SENTENCE, resources().settings.post_limit)
    if size > limit:
        raise _refused(413, f"The text has {size} bytes of UTF-8; the limit is {limit}.")
    spoken = language(text)
    if spoken != "en":
        raise _refused(422, f"The text seems to be in another language ({spoken}); claims are matched in English only.")
    return text


def _refused(status: int, detail: str) -> Refused:
    return Refused(status, detail, [{"pointer": "/text", "detail": detail}])
