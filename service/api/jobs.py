"""/jobs: articles that were handed in by the thousand, and what became of them."""

from typing import Any

from flask import Response, current_app, request

from schemas.jobs import JobOut
from service import bulk
from service.api.blueprint import Blueprint
from service.api.parsing import NDJSON, spooled
from service.api.resources import resources
from service.errors import NotFound
from service.store import jobs

blueprint = Blueprint("jobs", __name__, url_prefix="/jobs", description="What was handed in to be taken in later.")


@blueprint.route("/<id:job_id>")
@blueprint.key("ingest")
@blueprint.answer(200, JobOut)
def get_job(job_id: str) -> dict[str, Any]:
    """How far a job has come, and what is wrong with which line.

    It can be asked for until 30 days after it has finished.
    """
    with resources().pool.reading() as connection:
        found = jobs.get(connection, job_id)
    if found is None:
        raise NotFound(f"There is no job {job_id}.")
    return found


def handed_in() -> Response | None:
    """Stores the NDJSON of this request to be worked off later, and answers 202; None where it is of another type."""
    if request.mimetype not in NDJSON:
        return None
    here = resources()
    limits = bulk.Limits(here.settings.bulk_limit, here.settings.bulk_lines, here.settings.post_limit)
    file, zipped = spooled(request, limits.size)
    job_id = bulk.receive(here.pool, file, limits, zipped=zipped)
    with here.pool.reading() as connection:
        body = JobOut().dump(jobs.get(connection, job_id))
    return Response(current_app.json.dumps(body), 202, {"Location": f"/jobs/{job_id}"}, mimetype="application/json")
