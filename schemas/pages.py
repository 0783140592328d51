"""What every list has in common: how a page is asked for, and what it answers."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.words import Amount, PartialDate, Words, in_order


class PageQuery(Schema):
    """How much of a list, and from where on."""

    limit = Amount(
        load_default=25, validate=validate.Range(1, 200), metadata={"description": "Items on a page.", "example": 2}
    )
    after = Words(most=2000, metadata={"description": "`next` of the page before, unchanged."})


class CountedQuery(PageQuery):
    """A list that can tell its total."""

    count = fields.Boolean(
        load_default=False,
        truthy={"true"},  # the words of JSON alone: "yes" or "on" in a query is more likely a slip
        falsy={"false"},
        metadata={
            "description": "Also count everything that matches; costs time.",
            "example": True,
        },
    )


class Period(Schema):
    """What a list needs that asks FROM when TO when something was published: those in this order."""

    @validates_schema
    def _from_before_to(self, data: dict[str, Any], **_: object) -> None:
        first, last = data.get("from_"), data.get("to")
        if first and last and not in_order(first, last):
            message = f"from={first} is after to={last}, so that nothing can lie between them."
            raise ValidationError({"from": [message], "to": [message]})


class MatchedSpeaker(Answer):
    """A speaker whom a name in a query stands for."""

    id = fields.String()
    name = fields.String()
    count = fields.Integer(metadata={"description": "Quotes."})


class Explanation(Answer):
    """Why a filtered list is empty."""

    emptied_by = fields.List(
        fields.String(), metadata={"description": "Filters of which any one, left out, lets something through."}
    )
    detail = fields.String()
    did_you_mean = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Where nobody has this name: names spelt nearly so."}
    )


# Not inherited: marshmallow would put them before the others.
FROM = PartialDate(data_key="from", metadata={"description": "Published then or later.", "example": "2018-08"})
TO = PartialDate(
    metadata={"description": "Published then or earlier, that day included; not before `from`.", "example": "2018"}
)
NEXT = fields.String(allow_none=True, metadata={"description": "Give it as `after` for the next page; null: none."})
EXPLAIN = fields.Nested(Explanation, metadata={"description": "Only when filters left nothing."})
