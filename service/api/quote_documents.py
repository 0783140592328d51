"""Quotes as schema.org has them: a Quotation, and a list of Quotations."""

from typing import Any

from flask import request, url_for

from service.api import linked_data
from service.api.problems import Refused

Row = dict[str, Any]


def one(quote: Row) -> Row:
    """A quote as JSON-LD; its speakers are the creators, and one without a speaker has none."""
    return {"@context": linked_data.CONTEXT} | _quotation(quote)


def several(page: Row) -> Row:
    """A page of quotes as JSON-LD; the Link header leads to the next one. Refuses to leave fields out."""
    if "fields" in request.args:
        told = "fields is told as JSON only"
        raise Refused(400, "A parameter is not for this form.", [{"parameter": "fields", "detail": told}])
    total = {"numberOfItems": page["count"]} if "count" in page else {}
    listed = {"itemListElement": [_quotation(quote) for quote in page["items"]]}
    return {"@context": linked_data.CONTEXT, "@type": "ItemList"} | total | listed


def _quotation(quote: Row) -> Row:
    address = url_for("quotes.get_quote", quote_id=quote["id"], _external=True)
    return {"@id": address} | linked_data.quotation(quote, quote["speakers"])
