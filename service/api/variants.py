"""/quotes/{id}/variants: who else prints the statement, and what each did to its words."""

from typing import Any

from schemas.pages import PageQuery
from schemas.variants import VariantPage
from service.api.blueprint import Blueprint
from service.api.listing import Answer, listing
from service.api.resources import resources
from service.store import variants
from service.store.tombstones import missing

blueprint = Blueprint("variants", __name__, url_prefix="/quotes", description="One statement across outlets.")


@blueprint.route("/<id:quote_id>/variants")
@blueprint.query(PageQuery)
@blueprint.answer(200, VariantPage)
def find_variants(query: dict[str, Any], quote_id: str) -> Answer:
    """The printings of the statement of a quote, each word by word against the earliest: who cut or changed what.

    They are grouped when articles are taken in; the earliest comes first.
    """
    with resources().pool.reading() as connection:
        found = variants.find(connection, quote_id, query["limit"], query.get("after"))
        if found is None:
            raise missing(connection, "quote", quote_id)
    page, told = found
    return listing(page, **told)
