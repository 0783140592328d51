"""Quotes: the questions one can ask, and a quote with its proof."""

from marshmallow import fields, validate

from schemas.answers import Answer
from schemas.articles import ArticleBrief
from schemas.feeds import FORMAT
from schemas.pages import EXPLAIN, FROM, NEXT, TO, CountedQuery, MatchedSpeaker, Period
from schemas.speakers import SpeakerBrief
from schemas.words import Words, repeated

KINDS = ("direct", "mixed", "indirect")


class QuoteQuery(CountedQuery, Period):
    """Which quotes: different filters are joined by and, a repeated one by or."""

    speaker = repeated(
        Words(most=300), description="A name, any printed form of it, a surname, or an id.", example=["Lavrov"]
    )
    q = Words(
        most=500, metadata={"description": 'Words of the quote: `"exact phrase"`, or, -not.', "example": "Brexit"}
    )
    article = repeated(Words(most=80), description="Id of an article.", example=["aqjvvif3nms766rzo"])
    publisher = repeated(Words(most=300), example=["On Record Sample Gazette"])
    kind = repeated(fields.String(validate=validate.OneOf(KINDS)), example=["direct", "mixed"])
    speech = fields.String(
        load_default="true",
        validate=validate.OneOf(("true", "false", "any")),
        metadata={"description": "Statements (true), attitudes and intentions that were reported (false), or any."},
    )
    from_ = FROM
    to = TO
    sort = fields.String(
        load_default="-date",
        validate=validate.OneOf(("-date", "date", "relevance")),
        metadata={"description": "Newest first, oldest first, or best match of `q` first."},
    )
    format = FORMAT


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


class QuoteOut(Answer):
    """A reported statement in its exact words."""

    id = fields.String()
    article_id = fields.String()
    revision = fields.Integer(metadata={"description": "Of the article's text."})
    listed = fields.Boolean(
        metadata={"description": "False once the article has a newer text, or a better reader finds the quote no more."}
    )
    text = fields.String(metadata={"description": "The spans, joined by ` … `."})
    spans = fields.List(fields.Nested(TextSpan), metadata={"description": "Where the words stand in the article."})
    quoted = fields.List(
        fields.Nested(TextSpan),
        metadata={"description": "The parts in quotation marks: these alone are the speaker's own words."},
    )
    cue = fields.Nested(TextSpan, allow_none=True, metadata={"description": "The words that report it."})
    kind = fields.String(metadata={"enum": list(KINDS)})
    speech = fields.Boolean(metadata={"description": "False for attitudes and intentions."})
    stance = fields.String(metadata={"description": "Of the cue: assert, accuse, deny, ..."})
    wording = fields.String(metadata={"description": "Whose words they are: speaker, mixed or reporter."})
    attribution = fields.String(metadata={"enum": ["attributed", "ambiguous", "unattributed"]})
    reason = fields.String(allow_none=True, metadata={"description": "Why this speaker, or why none."})
    candidates = fields.List(fields.String(), metadata={"description": "Whom an ambiguous quote may belong to."})
    confidence = fields.Float(allow_none=True, metadata={"description": "Probability that the speaker is right."})
    certainty = fields.String(allow_none=True, metadata={"description": "certain, likely or possible"})
    speaker = fields.Nested(SpeakerBrief, allow_none=True)
    speakers = fields.List(fields.Nested(SpeakerBrief))
    via = fields.String(allow_none=True, metadata={"description": "Who passed it on."})
    article = fields.Nested(ArticleBrief)
    article_sha256 = fields.String()
    selector = fields.Nested(Selector)
    context = fields.Nested(Context)


class QuotePage(Answer):
    """A page of quotes."""

    items = fields.List(fields.Nested(QuoteOut))
    next = NEXT
    count = fields.Integer(metadata={"description": "Only with count=true: all that match."})
    matched_speakers = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Only with speaker: whom the names stand for."}
    )
    explain = EXPLAIN
