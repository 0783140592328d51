"""What curators change about speakers, and what is kept of it."""

import re
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.pages import NEXT, PageQuery
from schemas.spans import KINDS
from schemas.words import Flag, Instant, Words

SPEAKER_KINDS = ("person", "organisation", "state", "office", "group", "document", "anonymous")
_SAME_AS = r"^(?:Q[1-9][0-9]{0,11}|https?://[^\s/?#\u0000][^\s\u0000]{0,1990})$"
# A letter of any script, and nothing that is no sign or turns the signs around it: no emoji alone, no U+202E.
_UNSEEN = r"\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NAME = rf"^[^{_UNSEEN}]*[A-Za-z\u00c0-\u1fff\u2c00-\ud7ff\uf900-\uffdc][^{_UNSEEN}]*$"
_WHY = {"description": "Kept with the correction.", "example": "one person under two names"}


class MergeIn(Schema):
    """Into whom."""

    into = Words(required=True, most=80, metadata={"description": "The id of the speaker who stays."})
    why = Words(most=1000, metadata=_WHY)


class SplitIn(Schema):
    """What goes to a speaker apart: full names as printed, or articles."""

    forms = fields.List(Words(most=300), validate=validate.Length(1, 100))
    articles = fields.List(Words(most=80), validate=validate.Length(1, 1000))
    why = Words(most=1000, metadata=_WHY)

    @validates_schema
    def _one_of_both(self, data: dict[str, Any], **_: object) -> None:
        if ("forms" in data) == ("articles" in data):
            raise ValidationError("Give either forms or articles.")


class SpeakerChange(Schema):
    """What a curator sets; null: as the articles have it."""

    name = Words(most=300, allow_none=True, metadata={"description": "The name to show.", "pattern": _NAME})
    same_as = Words(
        most=2000,
        allow_none=True,
        metadata={"description": "A Wikidata id or a web address.", "example": "Q58217", "pattern": _SAME_AS},
    )
    why = Words(most=1000, metadata=_WHY)

    @validates_schema
    def _something(self, data: dict[str, Any], **_: object) -> None:
        if not {"name", "same_as"} & data.keys():
            raise ValidationError("Give name or same_as.")
        if data.get("name") and not re.fullmatch(_NAME, data["name"]):
            raise ValidationError("No name: it has no letter, or a control character or mark of direction.", "name")
        if data.get("same_as") and not re.fullmatch(_SAME_AS, data["same_as"]):
            raise ValidationError("Neither a Wikidata id such as Q58217 nor a web address.", "same_as")


class CorrectionOut(Answer):
    """Who changed what, from, to, when and why."""

    id = fields.String()
    subject = fields.String(metadata={"enum": ["speaker", "quote"]})
    subject_id = fields.String()
    type = fields.String(
        metadata={"description": "Of a speaker: merge, split, name, same_as; of a quote: speaker, kind, rejected."}
    )
    from_ = fields.Dict(data_key="from", attribute="from")
    to = fields.Dict()
    why = fields.String(allow_none=True)
    key_id = fields.String(metadata={"description": "Of the key that made it."})
    key_label = fields.String(allow_none=True, metadata={"description": "Of the same key."})
    made_at = Instant()
    undone_at = Instant(allow_none=True)
    undone_by = fields.String(allow_none=True)
    undoes = fields.String(allow_none=True, metadata={"description": "The correction that this one took back."})
    carried_from = fields.String(
        allow_none=True, metadata={"description": "The correction of the same words in an older text of the article."}
    )
    lost = fields.Boolean(
        metadata={"description": "In force, while the newest reading of its article lacks the quote."}
    )


class CorrectionQuery(PageQuery):
    """Which corrections."""

    subject = fields.String(validate=validate.OneOf(("speaker", "quote")), metadata={"example": "speaker"})
    lost = fields.Boolean(
        load_default=False,
        truthy={"true"},
        falsy={"false"},
        metadata={"description": "Only those in force whose quote the newest reading of its article lacks."},
    )


class HistoryQuery(PageQuery):
    """How many, and from where on."""


class SpeakerChoice(Schema):
    """Whose words they are: a speaker who is known, or a new name."""

    id = Words(most=80, metadata={"description": "Of a speaker; one that was merged leads to the one who stayed."})
    name = Words(most=300, metadata={"description": "As a name in the article would be understood."})
    kind = fields.String(
        validate=validate.OneOf(SPEAKER_KINDS), metadata={"description": "Beside a name. Left out: person."}
    )

    @validates_schema
    def _one_of_both(self, data: dict[str, Any], **_: object) -> None:
        if ("id" in data) == ("name" in data):
            raise ValidationError("Give either id or name.")
        if "id" in data and "kind" in data:
            raise ValidationError("A kind stands beside a name only.", "kind")


class QuoteChange(Schema):
    """What a curator sets right in a quote, and why."""

    speaker = fields.Nested(SpeakerChoice, allow_none=True, metadata={"description": "null: nobody known."})
    kind = fields.String(validate=validate.OneOf(KINDS))
    rejected = Flag(
        metadata={"description": "True: it is no statement, and counts as none; false: it is one after all."}
    )
    why = Words(required=True, most=1000, metadata={"description": "Kept with the correction."})

    @validates_schema
    def _something(self, data: dict[str, Any], **_: object) -> None:
        if not {"speaker", "kind", "rejected"} & data.keys():
            raise ValidationError("Give speaker, kind or rejected.")


class CorrectionPage(Answer):
    """A page of corrections, the newest first."""

    items = fields.List(fields.Nested(CorrectionOut))
    next = NEXT
