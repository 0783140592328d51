"""Articles: how they are handed in, asked for and described. The whole text has an answer of its own."""

from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.answers import Answer
from schemas.pages import EXPLAIN, FROM, NEXT, TO, PageQuery, Period, sparse
from schemas.words import MOST_TEXT, Amount, Instant, PartialDate, WebAddress, Words, one_of, repeated

MOST_CHARACTERS = 10_000_000  # no longer text is ever taken in


class ArticleIn(Schema):
    """An article to take in: POST /articles and `onrecord load` both go through here."""

    text = Words(metadata={"description": f"The article, kept exactly as it is. Either this or `html`. {MOST_TEXT}"})
    html = Words(
        metadata={"description": f"The page it stands in; its text is extracted. Either this or `text`. {MOST_TEXT}"}
    )
    title = Words(allow_none=True, most=1000)
    url = WebAddress(allow_none=True, metadata={"description": "New text under a known URL is a new revision."})
    publisher = Words(allow_none=True, most=300)
    published_at = PartialDate(allow_none=True, metadata={"description": "As precise as known.", "example": "2018-08"})

    @validates_schema
    def _text_or_html(self, data: dict[str, Any], **_: object) -> None:
        if ("text" in data) == ("html" in data):
            field = "html" if "text" in data else "text"
            raise ValidationError("Exactly one of text and html is needed.", field)


class SampleIn(ArticleIn):
    """An article of the sample newsroom, which also says where its statements were first reported."""

    first_reported = fields.Raw(required=True)


class ArticleBrief(Answer):
    """The article beside a quote."""

    id = fields.String()
    title = fields.String(allow_none=True)
    url = fields.String(allow_none=True)
    publisher = fields.String(allow_none=True)
    published_at = fields.String(allow_none=True, metadata={"description": "As precise as known."})
    sample = fields.Boolean(metadata={"description": "Part of the sample newsroom."})
    first_reported = fields.Raw(allow_none=True, metadata={"description": "Only of samples."})


class ArticleOut(ArticleBrief):
    """An article, without its text."""

    revision = fields.Integer()
    language = fields.String(allow_none=True)
    reading = fields.String(metadata={"enum": ["read", "unsupported_language"]})
    reader = fields.String(metadata={"description": "Version of the reader that read it."})
    sha256 = fields.String(metadata={"description": "Of the text as UTF-8."})
    characters = fields.Integer()
    quotes = fields.Integer(metadata={"description": "How many quotes."})
    taken_in_at = Instant()


class ArticleQuery(PageQuery, Period):
    """Which articles."""

    publisher = repeated(Words(most=300), example=["On Record Sample Gazette"])
    from_ = FROM
    to = TO
    sort = one_of(("-date", "date"), "Newest first, or oldest first.", load_default="-date")
    fields_ = sparse(ArticleOut)


class SliceQuery(Schema):
    """Which part of a text; without any, the whole."""

    start = Amount(
        load_default=0,
        validate=validate.Range(0, MOST_CHARACTERS),
        metadata={"description": "Of the first character, counted from 0 in code points.", "example": 163},
    )
    end = Amount(
        validate=validate.Range(1, MOST_CHARACTERS),
        metadata={"description": "Behind the last character. Left out: up to the end.", "example": 216},
    )
    revision = Amount(
        validate=validate.Range(1, 2**31 - 1), metadata={"description": "Left out: the newest.", "example": 1}
    )

    @validates_schema
    def _start_before_end(self, data: dict[str, Any], **_: object) -> None:
        if "end" in data and data["start"] >= data["end"]:
            message = f"start={data['start']} is not before end={data['end']}, so that nothing can lie between them."
            raise ValidationError({"start": [message], "end": [message]})


class ArticleText(Answer):
    """A text, or a slice of it: every offset points into the whole."""

    id = fields.String()
    revision = fields.Integer()
    characters = fields.Integer(metadata={"description": "Of the whole text."})
    sha256 = fields.String(metadata={"description": "Of the whole text as UTF-8: what quotes call `article_sha256`."})
    start = fields.Integer()
    end = fields.Integer()
    text = fields.String(metadata={"description": "From `start` to `end`."})
    slice_sha256 = fields.String(metadata={"description": "Of `text` as UTF-8."})


class ArticlePage(Answer):
    """A page of articles."""

    items = fields.List(fields.Nested(ArticleOut))
    next = NEXT
    explain = EXPLAIN
