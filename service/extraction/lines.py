"""A reading as one JSON line, the form of `onrecord extract` and POST /extract: fields are only ever added to it."""

from typing import Any

from service.records import Claim, Dispute, Mention, Quote, Reading, Reply


def line(id: str | None, reading: Reading) -> dict[str, Any]:
    """The line of one text. Spans are [start, end] in code points of that text, end exclusive."""
    return {
        "id": id,
        "language": reading.language,
        "reading": reading.status,
        "quotes": [_quote(quote) for quote in reading.quotes],
        "claims": [_claim(claim) for claim in reading.claims],
        "disputes": [_dispute(dispute) for dispute in reading.disputes],
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


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "spans": claim.spans,
        "claimants": _names(claim.claimants),
        "accused": claim.accused,
        "nature": claim.nature,
        "replies": [_reply(reply) for reply in claim.replies],
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {"kind": reply.kind, "speakers": _names(reply.speakers), "spans": reply.spans}


def _dispute(dispute: Dispute) -> dict[str, Any]:
    claim, answer = dispute.claim, dispute.answer
    return {
        "claimants": _names(claim.claimants),
        "disputers": _names(answer.disputers),
        "claim_spans": claim.spans,
        "dispute_spans": answer.spans,
        "nature": claim.nature,
        "relation": dispute.relation,
        "strength": dispute.strength,
        "confidence": dispute.confidence,
        "signals": [{"span": signal.span, "purpose": signal.purpose} for signal in dispute.signals],
    }


def _names(mentions: tuple[Mention, ...]) -> list[str]:
    return [mention.name for mention in mentions]
