"""Searches in other forms than JSON, for those who take nothing but an address."""

from marshmallow import fields, validate

FORMATS = {"json": "application/json", "atom": "application/atom+xml", "jsonfeed": "application/feed+json"}
WHOLE = ("ndjson", "csv")

FORMAT = fields.String(
    validate=validate.OneOf((*FORMATS, *WHOLE)),
    metadata={
        "description": "`atom` or `jsonfeed`: the same page for a feed reader. `ndjson` or `csv`: all that is found, "
        "or as many as `limit` says where that is given. Without it, `Accept` decides.",
        "example": "jsonfeed",
    },
)
