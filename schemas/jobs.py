"""What became of articles that were handed in by the thousand."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.words import Instant


class LineError(Answer):
    """One line that gave no article."""

    line = fields.Integer(metadata={"description": "Counted from 1, blank lines too."})
    status = fields.Integer(metadata={"description": "What POST of this line alone answers."})
    pointer = fields.String(allow_none=True, metadata={"description": "JSON pointer to the field that is wrong."})
    detail = fields.String()


class JobOut(Answer):
    """How far a job has come. `done` is the sum of `created`, `revised`, `updated`, `unchanged` and `failed`."""

    id = fields.String()
    state = fields.String(metadata={"enum": ["queued", "working", "finished"]})
    received = fields.Integer(metadata={"description": "Lines, without blank ones."})
    done = fields.Integer()
    created = fields.Integer()
    revised = fields.Integer()
    updated = fields.Integer()
    unchanged = fields.Integer()
    failed = fields.Integer()
    errors = fields.List(
        fields.Nested(LineError), metadata={"description": "Of 200 lines that failed; the others are only counted."}
    )
    created_at = Instant()
    finished_at = Instant(allow_none=True)
