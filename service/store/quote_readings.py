"""Turns stored quotes back into what was read, so that it can be stored anew without another reading."""

import json
from collections.abc import Sequence
from typing import Any, cast

from service.identity.namings import Naming, facts_of, restored
from service.records import Mention, Quote, Span
from service.store.quote_values import SpokenQuote, speaker_values

Row = dict[str, Any]
_PLAIN = ("kind", "speech", "stance", "attribution", "reason", "confidence", "via")


def as_read(spoken: SpokenQuote) -> Row:
    """A quote as the reader has it, in plain values for the store."""
    quote = spoken.quote
    return {name: getattr(quote, name) for name in _PLAIN} | {
        "candidates": list(quote.candidates), "cue": _places([quote.cue])[0] if quote.cue else None,
        "spans": _places(quote.content), "quoted": _places(quote.quoted),
        "speakers": [
            values | {"naming": _naming_values(naming)}
            for values, (naming, _) in zip(speaker_values(spoken), spoken.speakers, strict=True)
        ],
    }  # fmt: skip


def spoken_quote(row: Row) -> SpokenQuote:
    """The quote of a row of the statement quotes_found as the reader had it."""
    known = row | (row["as_read"] or {})
    speakers = tuple((_naming(each["naming"]), _mention(each)) for each in known["speakers"] or ())
    cue = _span(known["cue"]) if known["cue"] else None
    quote = Quote(
        content=_spans(known["spans"]), quoted=_spans(known["quoted"]), cue=cue,
        speakers=tuple(mention for _, mention in speakers), via=known["via"], kind=known["kind"],
        stance=known["stance"], speech=known["speech"], attribution=known["attribution"], reason=known["reason"],
        candidates=tuple(known["candidates"]), confidence=known["confidence"],
    )  # fmt: skip
    return SpokenQuote(known["id"], quote, speakers)


def _naming_values(naming: Naming) -> Row:
    return {
        "id": naming.id, "sort": naming.group, "block": naming.block, "name": naming.name, "kind": naming.kind,
        "facts": facts_of(naming.evidence), "article_id": naming.article_id,
    }  # fmt: skip


def _naming(row: Row) -> Naming:
    return restored(
        row["id"], row["sort"], row["block"], row["name"], row["kind"], json.dumps(row["facts"]), row["article_id"]
    )


def _mention(row: Row) -> Mention:
    span = None if row["span_start"] is None else (row["span_start"], row["span_end"])
    return Mention(row["name"], span, row["kind"], row["role"], tuple(row["forms"]))


def _places(spans: Sequence[Span]) -> list[Row]:
    return [{"start": start, "end": end} for start, end in spans]


def _spans(spans: list[Row]) -> tuple[Span, ...]:
    return tuple(map(_span, spans))


def _span(span: Row) -> Span:
    return cast(int, span["start"]), cast(int, span["end"])
