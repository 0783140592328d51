"""/speakers: who is on record."""

from typing import Any

from flask import Response, redirect, url_for

from schemas.speaker_pages import SpeakerWhole
from schemas.speakers import SpeakerPage, SpeakerQuery
from service.api import exports
from service.api.blueprint import Blueprint
from service.api.listing import Answer, explained, listing
from service.api.resources import resources
from service.errors import NotFound
from service.store import quotes, speakers

blueprint = Blueprint("speakers", __name__, url_prefix="/speakers", description="Who is on record, under which names.")


@blueprint.route("")
@blueprint.query(SpeakerQuery)
@exports.described(blueprint)
@blueprint.answer(200, SpeakerPage)
def find_speakers(query: dict[str, Any]) -> Answer | Response:
    """Finds speakers, those with the most quotes first, then those whose names are most alike.

    `q` is the beginning of a name, as one types it.
    """
    if form := exports.asked(query):
        return exports.answer("speakers", form, query)
    with resources().pool.reading() as connection:
        page = speakers.find(connection, query.get("q"), query["limit"], query.get("after"))
        near = speakers.alike(connection, query["q"]) if "q" in query and not page.items else []
    return listing(page, query.get("fields_"), explain=_explained(query, near) if not page.items else None)


@blueprint.route("/<id:speaker_id>")
@blueprint.answer(200, SpeakerWhole)
@blueprint.elsewhere()
def get_speaker(speaker_id: str) -> dict[str, Any] | Response:
    """One speaker: forms of the name, dated roles, parties, outlets, counts, first and last quote, disputes.

    An id that was merged into another answers 308 with its place.
    """
    with resources().pool.reading() as connection:
        found = speakers.described(connection, speaker_id)
        if found is None:
            return _moved(speaker_id, speakers.redirected(connection, speaker_id))
        for end in ("first_quote", "last_quote"):
            found[end] = quotes.get(connection, found[end]) if found[end] else None
    return found


def _moved(speaker_id: str, now: str | None) -> Response:
    if now is None:
        raise NotFound(f"There is no speaker {speaker_id}.")
    answer = redirect(url_for("speakers.get_speaker", speaker_id=now), 308)
    return Response(status=308, headers={"Location": answer.headers["Location"]})


def _explained(query: dict[str, Any], near: list[dict[str, Any]]) -> dict[str, Any] | None:
    if "q" not in query or "after" in query:
        return None
    told = explained(speakers.count, speakers.SpeakerConditions(query["q"])) or {"emptied_by": ["q"]}
    told |= {"detail": "No printed name has these words."}
    return told | ({"did_you_mean": near} if near else {})
