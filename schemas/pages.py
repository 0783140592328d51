"""What every list has in common: how a page is asked for, and what it answers."""

from marshmallow import Schema, fields, validate

from schemas.answers import Answer
from schemas.words import Words


class PageQuery(Schema):
    """How much of a list, and from where on."""

    limit = fields.Integer(
        load_default=25, validate=validate.Range(1, 200), metadata={"description": "Items on a page."}
    )
    after = Words(most=2000, metadata={"description": "`next` of the page before, unchanged."})


class CountedQuery(PageQuery):
    """A list that can tell its total."""

    count = fields.Boolean(
        load_default=False,
        truthy={"true"},  # the words of JSON alone: "yes" or "on" in a query is more likely a slip
        falsy={"false"},
        metadata={"description": "Also count everything that matches; costs time."},
    )


class Explanation(Answer):
    """Why a filtered list is empty."""

    emptied_by = fields.List(
        fields.String(), metadata={"description": "Filters of which any one, left out, lets something through."}
    )
    detail = fields.String()


# Not inherited: marshmallow would put them before the items.
NEXT = fields.String(allow_none=True, metadata={"description": "Give it as `after` for the next page; null: none."})
EXPLAIN = fields.Nested(Explanation, metadata={"description": "Only when filters left nothing."})
