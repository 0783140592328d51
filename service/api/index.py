"""/: where things are."""

from typing import Any

from schemas.problems import Index
from service.api.blueprint import Blueprint

blueprint = Blueprint("index", __name__, description="Where things are.", always_open=True)
_LINKS = {
    "quotes": "/quotes{?speaker,q,about,party,role,article,publisher,kind,stance,attribution,has,speech,from,to,as_of,"
    "sort,format,highlight,fields,include,facets,limit,after,count}",
    "verify": "/quotes/verify",
    "speakers": "/speakers{?q,fields,limit,after}",
    "claims": "/claims{?status,flag,relation,strength,nature,party,claimant,disputer,q,article,publisher,"
    "min_confidence,reviewed,from,to,sort,format,facets,fields,limit,after,count}",
    "articles": "/articles{?publisher,from,to,sort,fields,limit,after}",
    "changes": "/changes{?kind,event,limit,after}",
    "extract": "/extract",
    "health": "/health/ready",
    "openapi": "/openapi.yaml",
    "docs": "/docs/",
    "clients": "/docs/clients/",
}


@blueprint.route("/")
@blueprint.answer(200, Index)
def index() -> dict[str, Any]:
    """Links to everything, as URI templates (RFC 6570).

    The first answer for clients that find their way by links.
    """
    return {"name": "On Record", "links": _LINKS}
