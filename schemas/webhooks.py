"""Webhooks: who is told of which changes, and what became of each delivery."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.changes import EVENTS, KINDS, require_any
from schemas.pages import NEXT, PageQuery
from schemas.words import Instant, WebAddress, Words, repeated

STATUSES = ("due", "delivered", "dead")
TYPES = ("changes", "test")


class WebhookIn(Schema):
    """An address that wants to be told."""

    url = WebAddress(required=True, metadata={"description": "Public, of port 80, 443 or above 1023."})
    kind = fields.List(
        fields.String(validate=validate.OneOf(KINDS)), load_default=list, metadata={"description": "None: all."}
    )
    event = fields.List(
        fields.String(validate=validate.OneOf(EVENTS)), load_default=list, metadata={"description": "None: all."}
    )
    after = Words(most=100, metadata={"description": "A place of /changes to begin behind; left out: now."})

    @validates_schema
    def _some_can_match(self, data: dict[str, Any], **_: object) -> None:
        require_any(data["kind"], data["event"])


class WebhookOut(Answer):
    """A webhook, without its secret."""

    id = fields.String()
    url = fields.String()
    kind = fields.List(fields.String())
    event = fields.List(fields.String())
    place = fields.String(metadata={"description": "Of /changes: up to there deliveries were made."})
    due = fields.Integer(metadata={"description": "Deliveries under way."})
    dead = fields.Integer(metadata={"description": "Deliveries that were given up."})
    made_at = Instant()


class WebhookMade(WebhookOut):
    """A new webhook."""

    secret = fields.String(metadata={"description": "To verify the signatures with; shown this once."})


class WebhookPage(Answer):
    """All webhooks, the oldest first."""

    items = fields.List(fields.Nested(WebhookOut))


class DeliveryQuery(PageQuery):
    """Which deliveries of a webhook."""

    status = repeated(fields.String(validate=validate.OneOf(STATUSES)), example=["due", "dead"])


class DeliveryIn(Schema):
    """A delivery that is wanted: a test, or one from before once more."""

    type = fields.String(required=True, validate=validate.OneOf(("test", "replay")))
    delivery = Words(most=80, metadata={"description": "Only of a replay: which."})

    @validates_schema
    def _which(self, data: dict[str, Any], **_: object) -> None:
        if (data["type"] == "replay") != ("delivery" in data):
            raise ValidationError("Give delivery with a replay, and only there.")


class DeliveryOut(Answer):
    """What became of a delivery."""

    id = fields.String(metadata={"description": "Stands in `webhook-id`; the same for every attempt."})
    webhook_id = fields.String()
    type = fields.String(metadata={"enum": list(TYPES)})
    status = fields.String(metadata={"enum": list(STATUSES)})
    changes = fields.Integer(metadata={"description": "How many it holds."})
    attempts = fields.Integer()
    made_at = Instant()
    due_at = Instant(allow_none=True, metadata={"description": "When it is tried next."})
    ended_at = Instant(allow_none=True)
    answer = fields.Integer(allow_none=True, metadata={"description": "HTTP status of the last answer."})
    reason = fields.String(allow_none=True, metadata={"description": "Why the last attempt failed."})


class DeliveryPage(Answer):
    """Deliveries, the newest first."""

    items = fields.List(fields.Nested(DeliveryOut))
    next = NEXT
