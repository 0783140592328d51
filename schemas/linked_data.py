"""JSON-LD of schema.org, as far as it is described: which type it is, its properties are schema.org's."""

from marshmallow import fields

from schemas.answers import Answer


class LinkedData(Answer):
    """A Quotation, an ItemList of such, or a graph of a Claim and Quotations."""

    of_context = fields.String(data_key="@context", attribute="@context")
    of_type = fields.String(data_key="@type", attribute="@type", metadata={"enum": ["Quotation", "ItemList"]})
