"""Verifying: texts that somebody is said to have said, and what of them is on record."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.articles import ArticleBrief
from schemas.pages import MatchedSpeaker
from schemas.spans import KINDS, Selector, TextSpan
from schemas.speakers import SpeakerBrief
from schemas.words import PartialDate, Words

VERDICTS = ("verbatim", "reported", "other_speaker", "altered", "not_found")
SPEAKERS = ("same", "other", "unknown")
MOST_ITEMS = 100
_VERDICT = (
    "verbatim: printed so as the speaker's own words, inside marks; reported: printed so, but in the reporter's words; "
    "other_speaker: printed so, but not as words of the speaker asked for; altered: of a statement with words changed, "
    "or joined from several; not_found: nothing comes near enough, though `nearest` may show what shares words with it."
)
_TEXT = "10,000 bytes of UTF-8 at most, 100,000 in a request; marks may stand round it."
_LISTED = "False: replaced by its outlet, or found no more by a better reader."
_SPAN = "The words that were compared: of a text with marks, a label or a signature perhaps those inside alone."


def _words(required: bool) -> Words:
    return Words(required=required, metadata={"description": _TEXT})


def _speaker() -> Words:
    return Words(allow_none=True, most=300, metadata={"description": "A name in any form, a surname, or an id."})


def _before() -> PartialDate:
    return PartialDate(allow_none=True, metadata={"description": "Only what was surely published before this began."})


class QuestionIn(Schema):
    """A text: did anyone say this?"""

    text = _words(required=True)
    speaker = _speaker()
    before = _before()


class VerifyIn(Schema):
    """One text, or up to 100 as `items`."""

    text = _words(required=False)
    speaker = _speaker()
    before = _before()
    items = fields.List(fields.Nested(QuestionIn), validate=validate.Length(1, MOST_ITEMS))

    @validates_schema
    def _text_or_items(self, data: dict[str, Any], **_: object) -> None:
        if ("text" in data) == ("items" in data):
            raise ValidationError("Exactly one of text and items is needed.", "items" if "text" in data else "text")
        if "items" in data and (beside := sorted(data.keys() & {"speaker", "before"})):
            raise ValidationError("Belongs to each of the items.", beside[0])


class Difference(Answer):
    """Words of the text against words of the statement, in order."""

    operation = fields.String(metadata={"enum": ["same", "changed", "dropped", "added"]})
    asked = fields.String(allow_none=True, metadata={"description": "Null where they were dropped."})
    printed = fields.String(allow_none=True, metadata={"description": "Null where they were added."})


class QuoteProof(Answer):
    """A quote as far as it proves something; all of it is at /quotes/{id}."""

    id = fields.String()
    article_id = fields.String()
    revision = fields.Integer(metadata={"description": "Of the article's text."})
    listed = fields.Boolean(metadata={"description": _LISTED})
    text = fields.String(metadata={"description": "The spans, joined by ` … `."})
    spans = fields.List(fields.Nested(TextSpan))
    quoted = fields.List(fields.Nested(TextSpan), metadata={"description": "The speaker's own words."})
    kind = fields.String(metadata={"enum": list(KINDS)})
    wording = fields.String(metadata={"description": "Whose words they are: speaker, mixed or reporter."})
    attribution = fields.String(metadata={"enum": ["attributed", "ambiguous", "unattributed"]})
    certainty = fields.String(allow_none=True, metadata={"description": "certain, likely or possible"})
    speaker = fields.Nested(SpeakerBrief, allow_none=True)
    speakers = fields.List(fields.Nested(SpeakerBrief))
    article = fields.Nested(ArticleBrief)
    article_sha256 = fields.String()
    selector = fields.Nested(Selector)


class NearOut(Answer):
    """A statement that a text may come from."""

    quote = fields.Nested(QuoteProof)
    verdict = fields.String(metadata={"enum": list(VERDICTS), "description": "If nothing else were stored."})
    score = fields.Float(metadata={"description": "0 to 1; 1: the same words, in case and marks perhaps others."})
    speaker = fields.String(
        allow_none=True,
        metadata={"enum": [*SPEAKERS, None], "description": "Against the one asked for; null: nobody was."},
    )
    part = fields.List(
        fields.Nested(TextSpan), metadata={"description": "The words meant, at their places in the article."}
    )
    before = fields.String(metadata={"description": "Words of the statement right before the part; empty: none."})
    after = fields.String(metadata={"description": "Words of the statement right after it."})
    reasons = fields.List(fields.String(), metadata={"description": "What was altered."})
    cautions = fields.List(
        fields.String(),
        metadata={
            "description": "What the cut takes away that may turn the meaning: negation_cut, condition_cut, frame_cut "
            "(as in `nobody said that`)."
        },
    )
    differences = fields.List(fields.Nested(Difference), metadata={"description": "Empty where there are none."})


class VerifiedOut(Answer):
    """What of a text is on record."""

    verdict = fields.String(metadata={"enum": list(VERDICTS), "description": _VERDICT})
    score = fields.Float(metadata={"description": "Of the nearest statement."})
    reasons = fields.List(
        fields.String(),
        metadata={
            "description": "Why it is altered: spliced, dishonest_cut, negation_dropped, negation_added, "
            "number_changed, words_changed, words_dropped, words_added, words_moved; or too_short to tell."
        },
    )
    superseded = fields.Boolean(metadata={"description": "The words stand only in quotes that are not `listed`."})
    compared = fields.List(fields.Nested(TextSpan), metadata={"description": _SPAN})
    nearest = fields.List(
        fields.Nested(NearOut), metadata={"description": "The nearest first, of equals the earliest; parts in order."}
    )
    matched_speakers = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Only with speaker: whom the name stands for."}
    )
    did_you_mean = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Where nobody has this name: names spelt nearly so."}
    )


class VerifiedPage(Answer):
    """An answer for each text, in their order."""

    items = fields.List(fields.Nested(VerifiedOut))
