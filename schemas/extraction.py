"""Reading a text without storing it: the line that `onrecord extract` prints too."""

from marshmallow import Schema, fields

from schemas.answers import Answer
from schemas.words import MOST_TEXT, Words

_RELATIONS = [
    "denies", "denies_evidence", "denies_involvement", "denies_existence",
    "rejects_basis", "contests_motive", "counter_evaluates",
]  # fmt: skip
_SPAN = {"items": {"type": "integer"}, "minItems": 2, "maxItems": 2}


def _span(description: str, **given: object) -> fields.List[int]:
    """[start, end] in code points, end exclusive."""
    return fields.List(fields.Integer(), metadata={"description": description, **_SPAN}, **given)  # type: ignore[arg-type]


class ExtractIn(Schema):
    """A text to read."""

    id = Words(load_default=None, allow_none=True, most=200, metadata={"description": "Comes back unchanged."})
    text = Words(required=True, metadata={"description": f"The article. {MOST_TEXT}"})


class SpeakerAt(Answer):
    """A speaker at a place of the text; the span is null where the name is not printed beside the words."""

    span = _span("[start, end]", allow_none=True)
    name = fields.String()


class ExtractedQuote(Answer):
    """An attribution, by offsets."""

    content = fields.List(_span("[start, end]"))
    quoted = fields.List(_span("[start, end]"))
    cue = _span("[start, end]", allow_none=True)
    speakers = fields.List(fields.Nested(SpeakerAt))
    speaker_span = _span("[start, end]", allow_none=True)
    speaker_name = fields.String(allow_none=True)
    via = fields.String(allow_none=True)
    kind = fields.String()
    stance = fields.String()
    speech = fields.Boolean()
    attribution = fields.String()
    reason = fields.String()
    candidates = fields.List(fields.String())
    confidence = fields.Float()


class ExtractedReply(Answer):
    """Words that take a claim back, concede it or agree with it, by offsets."""

    kind = fields.String(metadata={"enum": ["retracts", "concedes", "agrees"]})
    speakers = fields.List(fields.String())
    spans = fields.List(_span("[start, end]"))


class ExtractedClaim(Answer):
    """What one party holds to be so, by offsets."""

    spans = fields.List(_span("[start, end]"))
    claimants = fields.List(fields.String())
    accused = fields.List(fields.String(), metadata={"description": "As printed; empty where nobody is accused."})
    nature = fields.String(metadata={"enum": ["fact", "opinion"]})
    replies = fields.List(
        fields.Nested(ExtractedReply), metadata={"description": "What is said to it that denies nothing."}
    )


class ExtractedSignal(Answer):
    """Words for which a dispute was found, and what they do."""

    span = _span("[start, end]")
    purpose = fields.String()


class ExtractedDispute(Answer):
    """A claim, and the words of another party that deny or reject it, by offsets."""

    claimants = fields.List(fields.String())
    disputers = fields.List(fields.String())
    claim_spans = fields.List(_span("[start, end]"))
    dispute_spans = fields.List(_span("[start, end]"))
    nature = fields.String(metadata={"enum": ["fact", "opinion"]})
    relation = fields.String(metadata={"enum": _RELATIONS})
    strength = fields.String(metadata={"enum": ["strong", "weak"]})
    confidence = fields.Float()
    signals = fields.List(fields.Nested(ExtractedSignal))


class ExtractLine(Answer):
    """All that was found in one text."""

    id = fields.String(allow_none=True)
    language = fields.String()
    reading = fields.String(metadata={"enum": ["read", "unsupported_language"]})
    quotes = fields.List(fields.Nested(ExtractedQuote))
    claims = fields.List(fields.Nested(ExtractedClaim))
    disputes = fields.List(fields.Nested(ExtractedDispute))
