"""/speakers/{id}/merge, /split and PATCH, PATCH /quotes/{id}, /corrections: what curators set right, and take back."""

from typing import Any

from schemas.corrections import (
    CorrectionOut,
    CorrectionPage,
    CorrectionQuery,
    HistoryQuery,
    MergeIn,
    QuoteChange,
    SpeakerChange,
    SplitIn,
)
from schemas.quotes import QuoteOut
from schemas.speakers import SpeakerOut
from service.api import examples, preconditions
from service.api.blueprint import Blueprint
from service.api.keys import bearer
from service.api.listing import Answer, listing
from service.api.resources import resources
from service.store import correction_log, corrections, quote_corrections, speakers

blueprint = Blueprint("corrections", __name__, description="What curators set right; each can be undone.")


@blueprint.route("/speakers/<id:speaker_id>/merge", methods=["POST"])
@blueprint.key("curate")
@blueprint.body(MergeIn, example=examples.MERGE)
@blueprint.answer(200, CorrectionOut)
def merge_speaker(document: dict[str, Any], speaker_id: str) -> dict[str, Any]:
    """Makes this speaker part of another, whose id leads to both from now on; later articles follow.

    409 where somebody else has merged one of them meanwhile.
    """
    with resources().pool.writing() as connection:
        return corrections.merge(
            connection, speaker_id, document["into"], why=document.get("why"), key_id=bearer(connection)
        )


@blueprint.route("/speakers/<id:speaker_id>/split", methods=["POST"])
@blueprint.key("curate")
@blueprint.body(SplitIn, example=examples.SPLIT)
@blueprint.answer(200, CorrectionOut)
def split_speaker(document: dict[str, Any], speaker_id: str) -> dict[str, Any]:
    """Makes a speaker of one's own out of some full names, or of what stands in some articles; `to.id` is its id.

    For a key of scope `curate`. Kept by every later intake, and taken back by its correction.
    """
    with resources().pool.writing() as connection:
        return corrections.split(
            connection, speaker_id, forms=document.get("forms", ()), articles=document.get("articles", ()),
            why=document.get("why"), key_id=bearer(connection),
        )  # fmt: skip


@blueprint.route("/speakers/<id:speaker_id>", methods=["PATCH"])
@blueprint.key("curate")
@blueprint.body(SpeakerChange, example=examples.CHANGE)
@blueprint.answer(200, SpeakerOut)
def change_speaker(document: dict[str, Any], speaker_id: str) -> dict[str, Any]:
    """Sets the name to show, or who this is elsewhere.

    For a key of scope `curate`. Kept by every later intake, and taken back by its correction.
    """
    choices: dict[str, str | None] = {name: document[name] for name in ("name", "same_as") if name in document}
    with resources().pool.writing() as connection:
        corrections.choose(connection, speaker_id, choices, why=document.get("why"), key_id=bearer(connection))
        return speakers.get(connection, speaker_id) or {}


@blueprint.route("/quotes/<id:quote_id>", methods=["PATCH"])
@blueprint.key("curate")
@blueprint.body(QuoteChange, example=examples.QUOTE_CHANGE)
@blueprint.answer(200, QuoteOut)
@blueprint.precondition()
def correct_quote(document: dict[str, Any], quote_id: str) -> tuple[dict[str, Any], dict[str, str]]:
    """Sets right who said it, its kind, or that it is no statement at all; kept when the article is read again.

    Of two curators who have seen the same quote the second gets 412. Counts of speakers and claims follow; a rejected
    quote is neither listed nor claims anything.
    """
    wanted = preconditions.wanted()
    changes: dict[str, Any] = {name: document[name] for name in ("speaker", "kind", "rejected") if name in document}
    with resources().pool.writing() as connection:
        found = quote_corrections.correct(
            connection, quote_id, changes, unchanged=lambda quote: preconditions.met(wanted, QuoteOut, quote),
            why=document["why"], key_id=bearer(connection),
        )  # fmt: skip
    return found, {"ETag": f'"{preconditions.tag(QuoteOut, found)}"'}


@blueprint.route("/quotes/<id:quote_id>/history")
@blueprint.query(HistoryQuery)
@blueprint.answer(200, CorrectionPage)
def get_history(query: dict[str, Any], quote_id: str) -> Answer:
    """What curators changed in a quote: who, when, from, to and why; the newest first.

    Empty for a quote that nobody set right.
    """
    with resources().pool.reading() as connection:
        return listing(quote_corrections.history(connection, quote_id, query["limit"], query.get("after")))


@blueprint.route("/corrections")
@blueprint.key("curate")
@blueprint.query(CorrectionQuery)
@blueprint.answer(200, CorrectionPage)
def find_corrections(query: dict[str, Any]) -> Answer:
    """All corrections, the newest first, undone ones too.

    Of speakers and of quotes, page by page.
    """
    with resources().pool.reading() as connection:
        return listing(correction_log.find(connection, **query))


@blueprint.route("/corrections/<id:correction_id>", methods=["DELETE"])
@blueprint.key("curate")
@blueprint.answer(204)
def undo_correction(correction_id: str) -> None:
    """Takes a correction back; it stays in the list as undone. Of a quote's, a new correction tells of that.

    For a key of scope `curate`.
    """
    with resources().pool.writing() as connection:
        subject, _ = correction_log.subject_of(connection, correction_id)
        undo = quote_corrections.undo if subject == "quote" else corrections.undo
        undo(connection, correction_id, key_id=bearer(connection))
