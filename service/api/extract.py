"""/extract: reads a text and keeps nothing of it."""

from typing import Any

from schemas.extraction import ExtractIn, ExtractLine
from service.api import examples
from service.api.blueprint import Blueprint
from service.api.resources import resources
from service.errors import ArticleTooLarge
from service.extraction.lines import line

blueprint = Blueprint("extract", __name__, url_prefix="/extract", description="Reading without storing.")


@blueprint.route("", methods=["POST"])
@blueprint.body(ExtractIn, example=examples.EXTRACT)
@blueprint.answer(200, ExtractLine, example=examples.LINE)
def extract(document: dict[str, Any]) -> dict[str, Any]:
    """Reads a text: the quotes in it, the claims, and who disputes them in it, by offsets.

    The form is that of a line of `onrecord extract`; fields are only ever added to it. Nothing is stored.
    """
    limit, size = resources().settings.post_limit, len(document["text"].encode())
    if size > limit:
        raise ArticleTooLarge(f"the text has {size} bytes of UTF-8, the limit is {limit}", "text")
    return line(document["id"], resources().reading().read(document["text"]))
