"""The feed of changes: which of them, and what each one tells."""

from marshmallow import fields, validate

from schemas.answers import Answer
from schemas.pages import PageQuery
from schemas.words import Instant, repeated

KINDS = ("article", "speaker", "quote", "claim")
EVENTS = (
    "added", "revised", "reattributed", "corrected", "merged", "split", "withdrawn", "erased", "opened", "answered",
    "changed", "closed",
)  # fmt: skip


class ChangeQuery(PageQuery):
    """Which changes, and behind which place. `after` is a place of the whole feed, whatever else is asked for."""

    kind = repeated(
        fields.String(validate=validate.OneOf(KINDS)), description="What changed.", example=["quote", "claim"]
    )
    event = repeated(
        fields.String(validate=validate.OneOf(EVENTS)), description="What became of it.", example=["added", "erased"]
    )


class ChangeOut(Answer):
    """One change: ids, numbers and states, never words."""

    id = fields.String(metadata={"description": "Its place in the feed; as `after` it goes on behind it."})
    at = Instant(metadata={"description": "When it was entered. The order is that of the feed, not of the clock."})
    kind = fields.String(metadata={"enum": list(KINDS)})
    event = fields.String(metadata={"enum": list(EVENTS)})
    article = fields.String(metadata={"description": "Where the words stand; of `answered`, those of the answer."})
    speaker = fields.String()
    quote = fields.String()
    claim = fields.String()
    dispute = fields.String(metadata={"description": "Only of `answered`."})
    fields_ = fields.List(
        fields.String(), data_key="fields", attribute="fields", metadata={"description": "What of it is different."}
    )
    before = fields.Dict(metadata={"description": "Ids, numbers or states until then."})
    after = fields.Dict(metadata={"description": "Ids, numbers or states from then on."})


class ChangePage(Answer):
    """Some changes, in the order in which they became visible."""

    items = fields.List(fields.Nested(ChangeOut))
    next = fields.String(
        metadata={"description": "Always there: keep it, and give it as `after` when you come again, now or in years."}
    )
