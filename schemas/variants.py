"""Variants: one statement as several outlets print it."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.pages import NEXT
from schemas.verifying import SPEAKERS, QuoteProof

KINDS = ("same", "cut", "added", "changed")


class VariantDifference(Answer):
    """Words of a printing against words of the earliest one, in order."""

    operation = fields.String(metadata={"enum": ["same", "changed", "dropped", "added"]})
    printed = fields.String(allow_none=True, attribute="asked", metadata={"description": "Null: dropped here."})
    earliest = fields.String(allow_none=True, attribute="printed", metadata={"description": "Null: only here."})


class VariantBrief(Answer):
    """A printing, and what it did to the words of the earliest one."""

    quote = fields.Nested(QuoteProof)
    kind = fields.String(
        metadata={
            "enum": list(KINDS),
            "description": "The same words; some cut; some added, perhaps cut by the earliest; or changed.",
        }
    )
    speaker = fields.String(
        metadata={"enum": list(SPEAKERS), "description": "Against that of the earliest; unknown: one has none."}
    )


class VariantOut(VariantBrief):
    """A printing with all differences; one that is `same` has no others."""

    differences = fields.List(fields.Nested(VariantDifference))


class VariantPage(Answer):
    """The printings of a statement, the earliest first, those without a date last; the quote itself is one of them."""

    items = fields.List(fields.Nested(VariantOut))
    next = NEXT
    count = fields.Integer(metadata={"description": "Printings; 0 for a quote that is listed no more."})
    publishers = fields.Integer(metadata={"description": "Outlets that print it."})
    earliest = fields.Nested(QuoteProof, metadata={"description": "Only where there is one."})


class VariantsOut(Answer):
    """The printings of a statement beside a quote of it, the first few."""

    items = fields.List(fields.Nested(VariantBrief), metadata={"description": "The first five, and the quote itself."})
    count = fields.Integer(metadata={"description": "Printings, the quote itself among them."})
    earliest = fields.String(metadata={"description": "Id of the quote that was printed first."})
