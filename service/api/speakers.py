"""/speakers: who is on record."""

from typing import Any

from schemas.speakers import SpeakerOut, SpeakerPage, SpeakerQuery
from service.api.blueprint import Blueprint
from service.api.listing import Answer, listing
from service.api.resources import resources
from service.errors import NotFound
from service.store import speakers

blueprint = Blueprint("speakers", __name__, url_prefix="/speakers", description="Who is on record, under which names.")


@blueprint.route("")
@blueprint.query(SpeakerQuery)
@blueprint.answer(200, SpeakerPage)
def find_speakers(query: dict[str, Any]) -> Answer:
    """Finds speakers, those with the most quotes first."""
    with resources().pool.reading() as connection:
        page = speakers.find(connection, query.get("q"), query["limit"], query.get("after"))
    return listing(page, explain=_explained(query) if not page.items else None)


@blueprint.route("/<id:speaker_id>")
@blueprint.answer(200, SpeakerOut)
def get_speaker(speaker_id: str) -> dict[str, Any]:
    """One speaker: printed forms of the name, roles as printed, counts."""
    with resources().pool.reading() as connection:
        found = speakers.get(connection, speaker_id)
    if found is None:
        raise NotFound(f"There is no speaker {speaker_id}.")
    return found


def _explained(query: dict[str, Any]) -> dict[str, Any] | None:
    if "q" in query and "after" not in query:
        return {"emptied_by": ["q"], "detail": "No printed name has these words."}
    return None
