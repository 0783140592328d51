"""/claims/{id}/reviews and /claims/{id}/disputes/{id}: what third parties and curators say."""

from typing import Any

from schemas.claims import DisputeOut, ReviewIn, ReviewPage, ReviewQuery, VerdictIn
from service.api import examples
from service.api.blueprint import Blueprint
from service.api.keys import bearer
from service.api.resources import resources
from service.errors import NotFound
from service.store import claim_judgements, claims

blueprint = Blueprint("judgements", __name__, url_prefix="/claims", description="Reviews and verdicts.")


@blueprint.route("/<id:claim_id>/reviews")
@blueprint.answer(200, ReviewPage)
def get_reviews(claim_id: str) -> dict[str, Any]:
    """The verdicts of third parties on a claim.

    They stand beside the status of the claim and never change it.
    """
    with resources().pool.reading() as connection:
        return {"items": claim_judgements.reviews(connection, claim_id)}


@blueprint.route("/<id:claim_id>/reviews", methods=["PUT"])
@blueprint.key("review")
@blueprint.body(ReviewIn, example=examples.REVIEW)
@blueprint.answer(200, ReviewPage)
def put_review(document: dict[str, Any], claim_id: str) -> dict[str, Any]:
    """Stores a third party's verdict, or changes the one of this url. It stands beside the status, never in it.

    For a key of scope `review`; a claim has one review of each url.
    """
    with resources().pool.writing() as connection:
        return {"items": claim_judgements.review(connection, claim_id, document, key_id=bearer(connection))}


@blueprint.route("/<id:claim_id>/reviews", methods=["DELETE"])
@blueprint.key("review")
@blueprint.query(ReviewQuery)
@blueprint.answer(204)
def delete_review(query: dict[str, Any], claim_id: str) -> None:
    """Takes the review of this url back.

    For a key of scope `review`.
    """
    with resources().pool.writing() as connection:
        claim_judgements.withdraw_review(connection, claim_id, query["url"])


@blueprint.route("/<id:claim_id>/disputes/<id:dispute_id>")
@blueprint.answer(200, DisputeOut)
def get_dispute(claim_id: str, dispute_id: str) -> dict[str, Any]:
    """One dispute of a claim, a refuted one too.

    Both sides with their words and proof, and the words that told, each with what for.
    """
    with resources().pool.reading() as connection:
        now = claim_judgements.existing(connection, claim_id)
        found = claims.dispute(connection, now, dispute_id)
    if found is None:
        raise NotFound(f"There is no dispute {dispute_id} of {claim_id}.")
    return found


@blueprint.route("/<id:claim_id>/disputes/<id:dispute_id>", methods=["PATCH"])
@blueprint.key("curate")
@blueprint.body(VerdictIn, example=examples.VERDICT)
@blueprint.answer(200, DisputeOut)
def judge_dispute(document: dict[str, Any], claim_id: str, dispute_id: str) -> dict[str, Any]:
    """Confirms or refutes a dispute. Remembered when the articles are read again; a refuted one counts no more.

    For a key of scope `curate`.
    """
    with resources().pool.writing() as connection:
        return claim_judgements.judge(
            connection, claim_id, dispute_id, document["verdict"], reason=document["reason"], key_id=bearer(connection)
        )
