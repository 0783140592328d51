"""Words at their places in an article, and how much of them is the speaker's own."""

from marshmallow import fields

from schemas.answers import Answer

KINDS = ("direct", "mixed", "indirect")


class TextSpan(Answer):
    """Words at a place: `text[start:end]` in code points, end exclusive."""

    start = fields.Integer()
    end = fields.Integer()
    text = fields.String()


class Selector(Answer):
    """Finds the words again: offsets, and what stands right before and after."""

    start = fields.Integer()
    end = fields.Integer()
    prefix = fields.String()
    suffix = fields.String()


class Context(Answer):
    """At most 300 characters of the article on either side."""

    before = fields.String()
    after = fields.String()
