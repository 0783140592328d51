"""A reading as one JSON line, the form of `onrecord extract` and POST /extract: fields are only ever added to it."""

from typing import Any

from service.records import Mention, Quote, Reading


def line(id: str | None, reading: Reading) -> dict[str, Any]:
    """The line of one text. Spans are [start, end] in code points of that text, end exclusive."""
    return {
        "id": id,
        "language": reading.language,
        "reading": reading.status,
        "quotes": [_quote(quote) for quote in reading.quotes],
        "claims": [],
        "disputes": [],
    }


def _quote(quote: Quote) -> dict[str, Any]:
    first = quote.speaker
    return {
        "content": quote.content,
        "quoted": quote.quoted,
        "cue": quote.cue,
        "speakers": [_speaker(mention) for mention in quote.speakers],
        "speaker_span": first.span if first else None,
        "speaker_name": first.name if first else None,
        "via": quote.via,
        "kind": quote.kind,
        "stance": quote.stance,
        "speech": quote.speech,
        "attribution": quote.attribution,
        "reason": quote.reason,
        "candidates": quote.candidates,
        "confidence": quote.confidence,
    }


def _speaker(mention: Mention) -> dict[str, Any]:
    return {"span": mention.span, "name": mention.name}
