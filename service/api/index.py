"""/: where things are."""

from typing import Any

from schemas.problems import Index
from service.api.blueprint import Blueprint

blueprint = Blueprint("index", __name__, description="Where things are.")
_LINKS = {
    "quotes": "/quotes{?speaker,q,article,publisher,kind,speech,from,to,sort,limit,after,count}",
    "verify": "/quotes/verify",
    "speakers": "/speakers{?q,limit,after}",
    "claims": "/claims{?status,relation,strength,nature,party,claimant,disputer,q,article,publisher,min_confidence,"
    "reviewed,from,to,sort,facets,limit,after,count}",
    "articles": "/articles{?publisher,from,to,sort,limit,after}",
    "extract": "/extract",
    "health": "/health/ready",
    "openapi": "/openapi.yaml",
    "docs": "/docs/",
}


@blueprint.route("/")
@blueprint.answer(200, Index)
def index() -> dict[str, Any]:
    """Links to everything, as URI templates (RFC 6570)."""
    return {"name": "On Record", "links": _LINKS}
