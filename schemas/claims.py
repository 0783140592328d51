"""Claims: the questions one can ask, and a claim with both sides in their exact words."""

from marshmallow import Schema, fields, validate

from schemas.answers import Answer
from schemas.articles import ArticleBrief
from schemas.feeds import FORMAT
from schemas.pages import EXPLAIN, FROM, NEXT, TO, CountedQuery, FacetValue, Period, facets_of, sparse
from schemas.spans import Context, Selector, TextSpan
from schemas.words import Instant, WebAddress, Words, one_of, repeated

STATUSES = ("disputed", "conceded", "agreed", "no_answer_found", "open")
FLAGS = ("retracted", "contradicts_earlier")
RELATIONS = (
    "denies", "denies_evidence", "denies_involvement", "denies_existence",
    "rejects_basis", "contests_motive", "counter_evaluates",
)  # fmt: skip
STRENGTHS = ("strong", "weak")
CLAIM_FACETS = ("status", "relation", "party", "publisher")
REPLIES = ("retracts", "concedes", "agrees")
NATURES = ("fact", "opinion")
VERDICTS = ("confirmed", "refuted")


class MatchIn(Schema):
    """A sentence."""

    text = Words(required=True, metadata={"description": "English, 2,000 bytes of UTF-8 at most."})


class ReviewIn(Schema):
    """What a third party judged of a claim."""

    url = WebAddress(required=True, metadata={"description": "Where it can be read; one review for each."})
    publisher = Words(required=True, most=300)
    rating = Words(required=True, most=300, metadata={"description": "In the publisher's words."})


class ReviewQuery(Schema):
    """Which review."""

    url = WebAddress(required=True, metadata={"description": "Of the review."})


class VerdictIn(Schema):
    """A curator's word on a dispute."""

    verdict = fields.String(required=True, validate=validate.OneOf(VERDICTS))
    reason = Words(allow_none=True, load_default=None, most=1000)


class PersonBrief(Answer):
    """Who stands behind some words."""

    id = fields.String(allow_none=True, metadata={"description": "Of the speaker; null for who is never quoted there."})
    name = fields.String()
    kind = fields.String()
    role = fields.String(allow_none=True)


class WordsOut(Answer):
    """Words in their article."""

    id = fields.String()
    text = fields.String(metadata={"description": "The spans, joined by ` … `."})
    spans = fields.List(fields.Nested(TextSpan))
    quote_id = fields.String(allow_none=True, metadata={"description": "The quote that they are of."})
    narrated = fields.Boolean(metadata={"description": "Told in the article's own words."})
    wording = fields.String(metadata={"description": "Whose words they are: speaker, mixed or reporter."})
    article = fields.Nested(ArticleBrief)
    article_sha256 = fields.String()
    selector = fields.Nested(Selector)
    context = fields.Nested(Context)


class ReplyOut(Answer):
    """What the same article says to a statement, and denies nothing."""

    kind = fields.String(
        metadata={
            "description": "The speaker takes it back, the accused concede it, or somebody else agrees.",
            "enum": list(REPLIES),
        }
    )
    text = fields.String(metadata={"description": "The spans, joined by ` … `."})
    spans = fields.List(fields.Nested(TextSpan))
    narrated = fields.Boolean(metadata={"description": "Told in the article's own words."})
    speakers = fields.List(fields.Nested(PersonBrief))


class StatementOut(WordsOut):
    """One statement of a claim."""

    claimants = fields.List(fields.Nested(PersonBrief))
    claimant_parties = fields.List(fields.String())
    accused = fields.List(fields.String(), metadata={"description": "As printed."})
    accused_parties = fields.List(fields.String())
    nature = fields.String(metadata={"enum": list(NATURES)})
    replies = fields.List(fields.Nested(ReplyOut))
    confidence = fields.Float(metadata={"description": "Probability that the claimant is right."})


class SignalOut(TextSpan):
    """Words of the answer for which it was found, and what they do."""

    purpose = fields.String()


class DisputeOut(WordsOut):
    """The other side's words, and how they stand against the claim."""

    claim_id = fields.String()
    statement_id = fields.String(metadata={"description": "The statement of the claim that they answer."})
    disputers = fields.List(fields.Nested(PersonBrief))
    disputer_parties = fields.List(fields.String())
    relation = fields.String(metadata={"enum": list(RELATIONS)})
    strength = fields.String(metadata={"enum": list(STRENGTHS)})
    confidence = fields.Float(metadata={"description": "Probability that it disputes this claim."})
    disputer_confidence = fields.Float(metadata={"description": "Probability that the disputer is right."})
    signals = fields.List(fields.Nested(SignalOut))
    verdict = fields.String(allow_none=True, metadata={"description": "Of a curator: confirmed or refuted."})


class ReviewOut(Answer):
    """A third party's verdict; it never enters the status."""

    url = fields.String()
    publisher = fields.String()
    rating = fields.String()
    made_at = Instant()


class ClaimOut(StatementOut):
    """A claim, in the words of its earliest statement, with its surest disputes in order of time."""

    status = fields.String(metadata={"enum": list(STATUSES)})
    flags = fields.List(
        fields.String(metadata={"enum": list(FLAGS)}),
        metadata={"description": "retracted: whoever claims it took it back; the words stand among the replies."},
    )
    parties = fields.List(fields.String(), metadata={"description": "That claim, are accused or dispute."})
    statement_count = fields.Integer()
    dispute_count = fields.Integer(metadata={"description": "Refuted ones are not counted."})
    disputes = fields.List(fields.Nested(DisputeOut), metadata={"description": "At most 20; refuted ones left out."})
    reviews = fields.List(fields.Nested(ReviewOut))


class ClaimWhole(ClaimOut):
    """A claim with everything that tells and disputes it, each in order of time."""

    statements = fields.List(fields.Nested(StatementOut))
    disputes = fields.List(fields.Nested(DisputeOut), metadata={"description": "All, refuted ones too."})


class ClaimQuery(CountedQuery, Period):
    """Which claims: different filters are joined by and, a repeated one by or.

    Those on disputes must hold for one and the same dispute.
    """

    status = repeated(one_of(STATUSES), example=["disputed"])
    flag = repeated(one_of(FLAGS), description="What it bears beside its status.")
    relation = repeated(one_of(RELATIONS), description="How it is disputed.", example=["denies_evidence", "denies"])
    strength = repeated(one_of(STRENGTHS), description="How surely its dispute denies it.", example=["strong", "weak"])
    nature = repeated(one_of(NATURES), example=["fact"])
    party = repeated(
        Words(most=300), description="A state or organisation that claims, is accused or disputes.", example=["Russia"]
    )
    claimant = repeated(
        Words(most=300), description="Who claims: a name, a surname, a party, or an id.", example=["Microsoft"]
    )
    disputer = repeated(
        Words(most=300), description="Who disputes: a name, a surname, a party, or an id.", example=["Peskov"]
    )
    q = Words(
        most=500,
        metadata={"description": 'Words of the claim: `"exact phrase"`, or, -not, beginning*.', "example": "Brexit"},
    )
    article = repeated(
        Words(most=80), description="Id of an article that tells or disputes it.", example=["ahlf3yqkgnmxmr4xj"]
    )
    publisher = repeated(Words(most=300), example=["On Record Sample Gazette"])
    min_confidence = fields.Float(
        validate=validate.Range(0, 1),
        allow_nan=False,
        metadata={"description": "Least probability that it is disputed.", "example": 0.3},
    )
    reviewed = fields.String(
        validate=validate.OneOf(("true", "false")),
        metadata={
            "description": "Disputes that a curator confirmed, or such as nobody has judged.",
            "example": "false",
        },
    )
    from_ = FROM
    to = TO
    sort = one_of(("-date", "date"), "Newest first, or oldest first.", load_default="-date")
    format = FORMAT
    facets = facets_of(CLAIM_FACETS)
    fields_ = sparse(ClaimOut)


class ClaimFacets(Answer):
    """The 20 most common values of each."""

    status = fields.List(fields.Nested(FacetValue))
    relation = fields.List(fields.Nested(FacetValue))
    party = fields.List(fields.Nested(FacetValue))
    publisher = fields.List(fields.Nested(FacetValue))


class ClaimPage(Answer):
    """A page of claims."""

    items = fields.List(fields.Nested(ClaimOut))
    next = NEXT
    count = fields.Integer(metadata={"description": "Only with count=true: all that match."})
    facets = fields.Nested(ClaimFacets, metadata={"description": "Only with facets."})
    explain = EXPLAIN


class MatchOut(ClaimOut):
    """A claim that is near to a sentence."""

    score = fields.Float(metadata={"description": "0 to 1; 1: the same words of content."})


class MatchPage(Answer):
    """The nearest claims, the nearest first."""

    items = fields.List(fields.Nested(MatchOut))


class ReviewPage(Answer):
    """All reviews of a claim."""

    items = fields.List(fields.Nested(ReviewOut))


class ClaimReviewOut(Answer):
    """A draft of a schema.org ClaimReview."""

    of_context = fields.String(data_key="@context", attribute="@context")
    of_type = fields.String(data_key="@type", attribute="@type")
    claim_reviewed = fields.String(data_key="claimReviewed", attribute="claimReviewed")
    url = fields.String(metadata={"description": "To fill in: where the review can be read."})
    date_published = fields.String(
        data_key="datePublished", attribute="datePublished", metadata={"description": "To fill in."}
    )
    author = fields.Dict(metadata={"description": "To fill in: who reviews."})
    review_rating = fields.Dict(
        data_key="reviewRating", attribute="reviewRating", metadata={"description": "To fill in: the rating."}
    )
    item_reviewed = fields.Dict(
        data_key="itemReviewed", attribute="itemReviewed", metadata={"description": "The claim, and where it was made."}
    )
