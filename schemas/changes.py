"""The feed of changes: which of them, and what each one tells."""

from collections.abc import Collection, Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.pages import PageQuery
from schemas.words import Instant, repeated

TOLD: Mapping[str, tuple[str, ...]] = {
    "article": ("added", "revised", "corrected", "erased"),
    "speaker": ("added", "merged", "split", "corrected", "withdrawn"),
    "quote": ("added", "reattributed", "corrected", "withdrawn", "erased"),
    "claim": ("opened", "answered", "changed", "merged", "closed"),
}  # of each kind what may become of it
KINDS = tuple(TOLD)
EVENTS = tuple(dict.fromkeys(event for events in TOLD.values() for event in events))


def require_any(kinds: Collection[str], events: Collection[str]) -> None:
    """ValidationError, at kind and event: none of these kinds ever has one of these events; none given means all."""
    asked = kinds or KINDS
    if events and not any(event in TOLD[kind] for kind in asked for event in events):
        told = "; ".join(f"{kind}: {', '.join(TOLD[kind])}" for kind in asked)
        message = f"Nothing can match {' or '.join(events)}: what is told of each kind is, of {told}."
        raise ValidationError({"kind": [message], "event": [message]})


class ChangeQuery(PageQuery):
    """Which changes, and behind which place. `after` is a place of the whole feed, whatever else is asked for."""

    kind = repeated(
        fields.String(validate=validate.OneOf(KINDS)), description="What changed.", example=["quote", "claim"]
    )
    event = repeated(
        fields.String(validate=validate.OneOf(EVENTS)),
        description="What became of it: at least one of these must be told of a `kind` that is asked for.",
        example=["added", "erased"],
    )

    @validates_schema
    def _some_can_match(self, data: dict[str, Any], **_: object) -> None:
        require_any(data.get("kind", ()), data.get("event", ()))


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
