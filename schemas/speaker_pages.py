"""A speaker with all that is known: who, in which roles, for whom, where, from when to when."""

from typing import Any

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


class NamedSpeaker(Answer):
    """A speaker by id and name."""

    id = fields.String()
    name = fields.String()


class Opponent(Answer):
    """Somebody on the other side of disputed claims."""

    speaker = fields.Nested(NamedSpeaker)
    count = fields.Integer(metadata={"description": "Claims with status `disputed` between the two."})
    claims = fields.List(
        fields.String(),
        metadata={"description": "Ids of the newest of them, five at most; all: `/claims?claimant=…&disputer=…`."},
    )


def _opponents(description: str) -> fields.List[dict[str, Any]]:
    return fields.List(fields.Nested(Opponent), metadata={"description": description})


class SpeakerWhole(SpeakerOut):
    """A speaker across all articles, with everything that is known."""

    roles = fields.List(fields.Nested(DatedRole))
    parties = fields.List(fields.Nested(Party))
    outlets = fields.List(fields.Nested(Outlet))
    first_quote = fields.Nested(QuoteOut, allow_none=True)
    last_quote = fields.Nested(QuoteOut, allow_none=True)
    disputed_by = _opponents("Who disputes the speaker's claims: those who dispute most of them, 20 at most.")
    disputed_by_count = fields.Integer(metadata={"description": "How many speakers do."})
    disputes = _opponents("Whose claims the speaker disputes: those of most claims, 20 at most.")
    disputes_count = fields.Integer(metadata={"description": "How many speakers these are."})
    candidates = fields.List(
        fields.Nested(MatchedSpeaker), metadata={"description": "Of a name that does not tell: who may be meant."}
    )
    same_wording = fields.List(
        fields.Nested(SameWording), metadata={"description": "Of an unnamed source: others in the same words."}
    )
