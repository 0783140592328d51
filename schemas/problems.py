"""How the service says no (RFC 9457), and how it says that it is well."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.words import Instant


class ProblemError(Answer):
    """One thing that is wrong, and where: a place in the body, or a parameter."""

    pointer = fields.String(metadata={"description": "JSON pointer into the body."})
    parameter = fields.String(metadata={"description": "Name of the parameter."})
    detail = fields.String()


class Tombstone(Answer):
    """What is left of an article that was erased."""

    article_id = fields.String()
    revision = fields.Integer(metadata={"description": "The last one."})
    quotes = fields.Integer(metadata={"description": "How many it had."})
    erased_at = Instant()


class ProblemOut(Answer):
    """The answer to everything that fails."""

    type = fields.String(metadata={"format": "uri-reference"})
    title = fields.String()
    status = fields.Integer()
    detail = fields.String()
    instance = fields.String(metadata={"format": "uri-reference"})
    request_id = fields.String(metadata={"description": "Also in X-Request-ID, and in the log of a failure."})
    errors = fields.List(fields.Nested(ProblemError))
    tombstone = fields.Nested(Tombstone, metadata={"description": "Only with 410: of the article that was erased."})


class Liveness(Answer):
    """The process answers."""

    status = fields.String(metadata={"enum": ["live"]})


class Readiness(Answer):
    """What the service needs is there."""

    status = fields.String(metadata={"enum": ["ready"]})
    checks = fields.Dict(keys=fields.String(), values=fields.Boolean())


class Index(Answer):
    """Where things are."""

    name = fields.String()
    links = fields.Dict(keys=fields.String(), values=fields.String())
