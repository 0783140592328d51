"""What every list has in common: how a page is asked for, and what it answers."""

from collections.abc import Sequence
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.words import Amount, Listed, PartialDate, Words, in_order


class PageQuery(Schema):
    """How much of a list, and from where on."""

    limit = Amount(
        load_default=25, validate=validate.Range(1, 200), metadata={"description": "Items on a page.", "example": 2}
    )
    after = Words(most=2000, metadata={"description": "`next` of the page before, unchanged."})


def flag(description: str) -> fields.Boolean:
    """A parameter that is false unless it is given as true."""
    return fields.Boolean(
        load_default=False,
        truthy={"true"},  # the words of JSON alone: "yes" or "on" in a query is more likely a slip
        falsy={"false"},
        metadata={"description": description, "example": True},
    )


class CountedQuery(PageQuery):
    """A list that can tell its total."""

    count = flag("Also count everything that matches; costs time.")


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


class Without(Answer):
    """What would be found without one filter."""

    filter = fields.String()
    count = fields.Integer()
    or_more = fields.Boolean(metadata={"description": "True: there are more, not counted."})


def _near(name: str) -> fields.List[str]:
    words = f"Where no quote is found by this {name}: words one letter away that are there, the most common first."
    return fields.List(fields.String(), metadata={"description": words})


class Explanation(Answer):
    """Why a filtered list is empty."""

    emptied_by = fields.List(
        fields.String(),
        metadata={
            "description": "Filters of which any one, left out, lets something through; "
            "where there is none, those that find nothing even by themselves."
        },
    )
    without = fields.List(
        fields.Nested(Without), metadata={"description": "For each filter, what is there without it."}
    )
    detail = fields.String()
    did_you_mean = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Where nobody has this name: names spelt nearly so."}
    )
    did_you_mean_publisher = fields.List(
        fields.String(),
        metadata={"description": "Where no publisher has this name: names that hold it, or are spelt nearly so."},
    )
    did_you_mean_q = fields.List(
        fields.String(),
        metadata={"description": "Where no quote has a word of q: q with one that is there."},
    )
    did_you_mean_about = _near("about")
    did_you_mean_party = _near("party")
    did_you_mean_role = _near("role")


class FacetValue(Answer):
    """A value, and how many of what was found have it."""

    value = fields.String()
    count = fields.Integer()
    id = fields.String(metadata={"description": "Of a speaker."})


def facets_of(names: Sequence[str]) -> Listed:
    """The parameter that asks for counts by some of these names, or with `true` by all."""
    words = "Also count what matches by these, or by all of them (true); costs time."
    return Listed((*names, "true", "false"), words, example="true")


def asked_facets(asked: Sequence[str], names: Sequence[str]) -> list[str]:
    """Those of the names that were asked for, in their order."""
    return [name for name in names if name in asked or "true" in asked]


def sparse(answer: type[Answer]) -> Listed:
    """The parameter that names the only fields of each item that are wanted; the id comes with them."""
    known = [field.data_key or name for name, field in answer().dump_fields.items()]
    return Listed(known, "Only these fields of each item, and its id.", example="id", data_key="fields")


# Not inherited: marshmallow would put them before the others.
FROM = PartialDate(data_key="from", metadata={"description": "Published then or later.", "example": "2018-08"})
TO = PartialDate(
    metadata={"description": "Published then or earlier, that day included; not before `from`.", "example": "2018"}
)
NEXT = fields.String(allow_none=True, metadata={"description": "Give it as `after` for the next page; null: none."})
EXPLAIN = fields.Nested(Explanation, metadata={"description": "Only when filters left nothing."})
