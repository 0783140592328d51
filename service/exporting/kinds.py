"""What can be exported: how each kind of search is asked, what one item of it is, and its columns as CSV."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from schemas.answers import Answer
from schemas.articles import ArticleOut, ArticleQuery
from schemas.claims import ClaimOut, ClaimQuery
from schemas.quotes import QuoteFound, QuoteQuery
from schemas.speakers import SpeakerOut, SpeakerQuery
from service.exporting import columns
from service.store import articles, claims, quotes, speakers
from service.store.articles import ArticleConditions
from service.store.claims import ClaimConditions
from service.store.cursors import Page
from service.store.pool import Connection
from service.store.quotes import QuoteConditions
from service.store.speakers import SpeakerConditions

Find = Callable[[Connection, Any, int, str | None], Page]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of search: its parameters, its conditions in the store, and what each item looks like."""

    query: type[Schema]
    conditions: type[Any]
    find: Find
    item: Answer
    columns: Mapping[str, str]

    def columns_of(self, fields: Collection[str] | None) -> dict[str, str]:
        """The columns of these fields and the id; all where none are named."""
        wanted = {"id", *(fields or self.item.dump_fields)}
        return {name: place for name, place in self.columns.items() if place.partition(".")[0] in wanted}


def _find_speakers(connection: Connection, asked: SpeakerConditions, limit: int, after: str | None) -> Page:
    return speakers.find(connection, asked.q, limit, after)


KINDS: Mapping[str, Kind] = {
    "quotes": Kind(QuoteQuery, QuoteConditions, quotes.find, QuoteFound(), columns.QUOTES),
    "speakers": Kind(SpeakerQuery, SpeakerConditions, _find_speakers, SpeakerOut(), columns.SPEAKERS),
    "claims": Kind(ClaimQuery, ClaimConditions, claims.find, ClaimOut(), columns.CLAIMS),
    "articles": Kind(ArticleQuery, ArticleConditions, articles.find, ArticleOut(), columns.ARTICLES),
}
