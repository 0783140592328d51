"""Turns a quote of a reading into the values of its rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from service.folding import searchable
from service.identity.namings import Naming
from service.records import Mention, Quote, Span
from service.store.printing import print_of
from service.store.quote_changes import Standing
from service.store.quote_keys import LONGEST_SEARCHABLE, keys_of

CONTEXT = 300  # characters shown on either side
GAP = " … "  # between the words of a content in several spans
_LONGEST_NAME = 300  # characters: a longer one, a broken reading, does not fit into an index


@dataclass(frozen=True, slots=True)
class SpokenQuote:
    """A quote with its id, and each of its speakers as identity tells them apart, once."""

    id: str
    quote: Quote
    speakers: tuple[tuple[Naming, Mention], ...]


@dataclass(frozen=True, slots=True)
class QuoteRows:
    """The rows of quotes of an article, and of their speakers; `shared` are the article's columns."""

    shared: dict[str, Any]
    quotes: list[dict[str, Any]]
    speakers: list[dict[str, Any]]

    def speak(self, speakers: Mapping[str, str]) -> None:
        """Says whom the namings mean."""
        for row in self.speakers:
            row["speaker_id"] = speakers.get(row["naming_id"])

    def standing(self) -> Standing:
        """The quotes as `quote_changes.standing` gives them once they are stored, if all of them are listed."""
        said: dict[str, list[str]] = {row["id"]: [] for row in self.quotes}
        for row in self.speakers:
            said[row["quote_id"]].append(row["speaker_id"])
        order = sorted(self.quotes, key=lambda row: (row["extent_start"], row["id"]))
        return {row["id"]: {"id": row["id"], "speech": row["speech"], "speakers": said[row["id"]]} for row in order}

    def article(self) -> dict[str, Any]:
        """The article as `relating.dated` gives it once it is stored, if it is new; of that nothing is held."""
        return self.shared | {"id": self.shared["article_id"], "sha256": self.shared["article_sha256"]}

    def prints(self) -> list[dict[str, Any]]:
        """The prints of the quotes, if all of them are listed."""
        first = {row["quote_id"]: row["name"] for row in reversed(self.speakers)}
        return [print_of(self.shared | row | {"listed": True, "name": first.get(row["id"])}) for row in self.quotes]


def rows_of(text: str, quotes: Sequence[SpokenQuote], shared: dict[str, Any]) -> QuoteRows:
    """The rows of quotes of an article text, of whose speakers nothing is decided."""
    said = [values for spoken in quotes for values in speaker_values(spoken)]
    return QuoteRows(shared, [quote_values(text, spoken) for spoken in quotes], said)


def quote_values(text: str, spoken: SpokenQuote) -> dict[str, Any]:
    """The values of the row of a quote in this article text, the article's own left out."""
    quote = spoken.quote
    words = GAP.join([text[start:end] for start, end in quote.content])
    start, end = min(quote.content)[0], max([span[1] for span in quote.content])
    return {
        "id": spoken.id, "extent_start": start, "extent_end": end, "text": words,
        "spans": _cut(text, quote.content), "quoted": _cut(text, quote.quoted),
        "cue": _cut(text, [quote.cue])[0] if quote.cue else None,
        "kind": quote.kind, "speech": quote.speech, "stance": quote.stance, "attribution": quote.attribution,
        "reason": quote.reason, "candidates": list(quote.candidates), "confidence": quote.confidence,
        "via": quote.via, "before": text[max(0, start - CONTEXT) : start], "after": text[end : end + CONTEXT],
        # A quote beyond this length is found by its beginning.
        "searchable": searchable(words[:LONGEST_SEARCHABLE]),
    } | _keys(words, spoken)  # fmt: skip


def speaker_values(spoken: SpokenQuote) -> Iterator[dict[str, Any]]:
    """The values of the rows of a quote's speakers, the article's own left out."""
    for position, (naming, mention) in enumerate(spoken.speakers):
        start, end = mention.span or (None, None)
        yield {
            "quote_id": spoken.id, "position": position, "naming_id": naming.id, "name": _name(mention.name),
            "forms": forms_of(mention), "kind": mention.kind, "role": _name(mention.role) if mention.role else None,
            "span_start": start, "span_end": end,
        }  # fmt: skip


def _keys(words: str, spoken: SpokenQuote) -> dict[str, list[str]]:
    parties = {party for naming, _ in spoken.speakers for party in naming.evidence.parties}
    return keys_of(words, (mention.role for _, mention in spoken.speakers), parties)


def forms_of(mention: Mention) -> list[str]:
    """All printed forms of a speaker in an article, as they are stored."""
    return sorted({_name(form) for form in (mention.name, *mention.forms)})


def _name(name: str) -> str:
    return name[:_LONGEST_NAME]


def _cut(text: str, spans: Sequence[Span]) -> list[dict[str, Any]]:
    return [{"start": start, "end": end, "text": text[start:end]} for start, end in spans]
