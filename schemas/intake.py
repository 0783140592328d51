"""What taking in an article answers."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.quotes import QuoteOut


class IntakeOut(Answer):
    """What became of an article, and its first 200 quotes."""

    article_id = fields.String()
    outcome = fields.String(metadata={"enum": ["created", "revised", "updated", "unchanged"]})
    revision = fields.Integer()
    reading = fields.String(metadata={"enum": ["read", "unsupported_language"]})
    count = fields.Integer(metadata={"description": "How many quotes were found."})
    quotes = fields.List(fields.Nested(QuoteOut))
    next = fields.String(
        allow_none=True,
        metadata={"description": "Where there are more: GET /quotes?article={article_id}&limit=200&after={next}."},
    )
