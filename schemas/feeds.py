"""Searches as feeds, for readers that take nothing but an address."""

from marshmallow import fields, validate

FORMATS = {"json": "application/json", "atom": "application/atom+xml", "jsonfeed": "application/feed+json"}

FORMAT = fields.String(
    validate=validate.OneOf(tuple(FORMATS)),
    metadata={
        "description": "`atom` or `jsonfeed`: the same page for a feed reader. Without it, `Accept` decides.",
        "example": "jsonfeed",
    },
)
