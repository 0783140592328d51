"""A speaker with all that is known: who, in which roles, for whom, where, from when to when."""

from marshmallow import fields

from schemas.answers import Answer
from schemas.pages import MatchedSpeaker
from schemas.quotes import QuoteOut
from schemas.speakers import Role, SpeakerOut


class DatedRole(Role):
    """A role as printed, with its proof."""

    first_published = fields.String(allow_none=True, metadata={"description": "Of the first dated article."})
    last_published = fields.String(allow_none=True)
    articles = fields.List(fields.String(), metadata={"description": "Articles that print it, the newest first."})


class Party(Answer):
    """The state or organisation answered for."""

    party = fields.String()
    articles = fields.Integer(metadata={"description": "In how many articles."})
    first_published = fields.String(allow_none=True)
    last_published = fields.String(allow_none=True)


class Outlet(Answer):
    """A publisher that quotes the speaker."""

    publisher = fields.String()
    count = fields.Integer(metadata={"description": "Quotes."})


class SameWording(Answer):
    """A source of another article under the same words; who it is, nobody knows."""

    id = fields.String()
    name = fields.String()
    article_id = fields.String()


class SpeakerWhole(SpeakerOut):
    """A speaker across all articles, with everything that is known."""

    roles = fields.List(fields.Nested(DatedRole))
    parties = fields.List(fields.Nested(Party))
    outlets = fields.List(fields.Nested(Outlet))
    first_quote = fields.Nested(QuoteOut, allow_none=True)
    last_quote = fields.Nested(QuoteOut, allow_none=True)
    candidates = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Of a name that does not tell: who may be meant."}
    )
    same_wording = fields.List(
        fields.Nested(SameWording), metadata={"description": "Of an unnamed source: others in the same words."}
    )
