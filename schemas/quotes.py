"""Quotes: the questions one can ask, and a quote with its proof."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.articles import ArticleBrief, ArticleOut
from schemas.feeds import FORMAT
from schemas.pages import (
    EXPLAIN,
    FROM,
    NEXT,
    TO,
    CountedQuery,
    FacetValue,
    MatchedSpeaker,
    Period,
    facets_of,
    flag,
    sparse,
)  # fmt: skip
from schemas.spans import KINDS, Context, Selector, TextSpan
from schemas.speakers import SpeakerBrief, SpeakerOut
from schemas.variants import VariantsOut
from schemas.words import Listed, PastInstant, Words, one_of, repeated

STANCES = (
    "assert", "allege", "accuse", "deny", "reject", "concede", "confirm",
    "agree", "promise", "demand", "warn", "ask", "retract", "decline",
)  # fmt: skip
CERTAINTIES = ("certain", "likely", "any")
INCLUDES = ("article", "speaker", "variants", "disputes")
QUOTE_FACETS = ("speaker", "party", "publisher", "kind", "stance", "month")


class QuoteOut(Answer):
    """A reported statement in its exact words."""

    id = fields.String()
    article_id = fields.String()
    revision = fields.Integer(metadata={"description": "Of the article's text."})
    listed = fields.Boolean(
        metadata={
            "description": "False once the article has a newer text, a better reader finds it no more, or a curator "
            "rejected it."
        }
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
    corrected = fields.List(
        fields.String(), metadata={"description": "What a curator set: speaker, kind or rejected (as no statement)."}
    )
    article = fields.Nested(ArticleBrief)
    article_sha256 = fields.String()
    selector = fields.Nested(Selector)
    context = fields.Nested(Context)


class Extent(Answer):
    """Where something stands in `text`: code points, end exclusive."""

    start = fields.Integer()
    end = fields.Integer()


class OtherSide(Answer):
    """The other side of a dispute: whose words, and where."""

    quote_id = fields.String(allow_none=True, metadata={"description": "Null: told in the article's own words."})
    text = fields.String()
    names = fields.List(fields.String(), metadata={"description": "As printed."})
    article = fields.Nested(ArticleBrief)


class DisputeBeside(Answer):
    """A dispute on whose one side a quote stands."""

    side = fields.String(metadata={"description": "Which the quote is: claim or dispute."})
    claim_id = fields.String()
    dispute_id = fields.String()
    relation = fields.String(metadata={"description": "How it is disputed."})
    strength = fields.String()
    confidence = fields.Float(metadata={"description": "Probability that the one disputes the other."})
    verdict = fields.String(allow_none=True, metadata={"description": "A curator's word."})
    other = fields.Nested(OtherSide)


class SpeakerFound(SpeakerBrief):
    """A speaker beside a quote that was found."""

    profile = fields.Nested(SpeakerOut, metadata={"description": "Only with include=speaker."})


class QuoteFound(QuoteOut):
    """A quote in a list, with what was asked for beside it."""

    speaker = fields.Nested(SpeakerFound, allow_none=True)
    speakers = fields.List(fields.Nested(SpeakerFound))
    article = fields.Nested(ArticleOut, metadata={"description": "All that is known of it only with include=article."})
    highlights = fields.List(
        fields.Nested(Extent), metadata={"description": "Only with highlight=true: where `text` has words of `q`."}
    )
    variants = fields.Nested(VariantsOut, metadata={"description": "Only with include=variants."})
    disputes = fields.List(
        fields.Nested(DisputeBeside), metadata={"description": "Only with include=disputes: the surer ones."}
    )


class QuoteQuery(CountedQuery, Period):
    """Which quotes: different filters are joined by and, a repeated one by or."""

    speaker = repeated(
        Words(most=300), description="A name, any printed form of it, a surname, or an id.", example=["Lavrov"]
    )
    q = Words(
        most=500,
        metadata={
            "description": 'Words of the quote: `"exact phrase"`, or, -not, beginning* (of two letters at least).',
            "example": "Brexit",
        },
    )
    about = repeated(Words(most=300), description="A name within the words, as for `speaker`.", example=["London"])
    party = repeated(
        Words(most=300), description="A state or organisation that the speaker answers for.", example=["Russia"]
    )
    role = repeated(
        Words(most=200), description="Words of the speaker's role as printed, in a row.", example=["minister"]
    )
    article = repeated(Words(most=80), description="Id of an article.", example=["aqjvvif3nms766rzo"])
    publisher = repeated(Words(most=300), example=["On Record Sample Gazette"])
    kind = repeated(one_of(KINDS), example=["direct", "mixed"])
    stance = repeated(one_of(STANCES), description="Of the words that report it.", example=["accuse", "deny"])
    attribution = repeated(
        one_of(CERTAINTIES), description="How sure the speaker must be at least: .95, .80, or any.", example=["likely"]
    )
    has = repeated(one_of(("disputes",)), description="Quotes on either side of a sure dispute.", example=["disputes"])
    speech = one_of(
        ("true", "false", "any"),
        "Statements (true), attitudes and intentions that were reported (false), or any.",
        load_default="true",
    )
    from_ = FROM
    to = TO
    as_of = PastInstant(
        metadata={
            "description": "What was listed at this instant, in the texts of that time. Who is who and what is "
            "disputed is told as it is known now; erased articles stay away."
        }
    )
    sort = one_of(
        ("-date", "date", "relevance", "confidence"),
        "Newest first, oldest first, best match of `q` first (of the 2,000 newest that match), surest speaker first.",
        load_default="-date",
    )
    format = FORMAT
    highlight = flag("Also tell where the words of `q` stand in `text`.")
    fields_ = sparse(QuoteFound)
    include = Listed(INCLUDES, "Also tell all that is known of these.", example="article")
    facets = facets_of(QUOTE_FACETS)


class QuoteFacets(Answer):
    """How many of what was found have each value, the most common first; months newest first."""

    speaker = fields.List(fields.Nested(FacetValue))
    party = fields.List(fields.Nested(FacetValue))
    publisher = fields.List(fields.Nested(FacetValue))
    kind = fields.List(fields.Nested(FacetValue))
    stance = fields.List(fields.Nested(FacetValue))
    month = fields.List(fields.Nested(FacetValue))


class Faceted(Answer):
    """What the facets count."""

    quotes = fields.Integer(metadata={"description": "So many, the newest that match."})
    all = fields.Boolean(metadata={"description": "Whether these are all that match."})


class QuotePage(Answer):
    """A page of quotes."""

    items = fields.List(fields.Nested(QuoteFound))
    next = NEXT
    count = fields.Integer(metadata={"description": "Only with count=true: all that match."})
    facets = fields.Nested(QuoteFacets, metadata={"description": "Only with facets."})
    faceted = fields.Nested(Faceted, metadata={"description": "Only with facets."})
    matched_speakers = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Only with speaker: whom the names stand for."}
    )
    explain = EXPLAIN
