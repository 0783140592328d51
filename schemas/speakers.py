"""Speakers: who is on record, under which printed names, in which roles, how often."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.pages import EXPLAIN, NEXT, PageQuery, sparse
from schemas.words import Words


class SpeakerBrief(Answer):
    """A speaker beside a quote."""

    id = fields.String()
    name = fields.String(metadata={"description": "The fullest form the article prints."})
    kind = fields.String(metadata={"description": "person, organisation, state, office, group, document or anonymous"})
    role = fields.String(allow_none=True, metadata={"description": "As printed in the article."})


class NameForm(Answer):
    """A printed form of a name."""

    name = fields.String()
    count = fields.Integer(metadata={"description": "Times it was printed."})


class Role(Answer):
    """A role as printed."""

    role = fields.String()
    count = fields.Integer(metadata={"description": "Times it was printed."})


class KindCounts(Answer):
    """Quotes by kind."""

    direct = fields.Integer()
    mixed = fields.Integer()
    indirect = fields.Integer()


class SpeakerOut(Answer):
    """A speaker across all articles."""

    id = fields.String()
    name = fields.String()
    kind = fields.String(metadata={"description": "person, organisation, state, office, group, document or anonymous"})
    same_as = fields.String(allow_none=True, metadata={"description": "A Wikidata id or an address, set by a curator."})
    names = fields.List(fields.Nested(NameForm))
    roles = fields.List(fields.Nested(Role))
    quotes = fields.Integer(metadata={"description": "How many quotes."})
    by_kind = fields.Nested(KindCounts)
    first_published = fields.String(allow_none=True)
    last_published = fields.String(allow_none=True)


class SpeakerQuery(PageQuery):
    """Which speakers."""

    q = Words(most=200, metadata={"description": "Words of any printed name.", "example": "Lav"})
    fields_ = sparse(SpeakerOut)


class SpeakerPage(Answer):
    """A page of speakers."""

    items = fields.List(fields.Nested(SpeakerOut))
    next = NEXT
    explain = EXPLAIN
