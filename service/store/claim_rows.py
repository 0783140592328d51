"""Turns rows of the store into the claims, statements and disputes that answers show."""

from collections.abc import Mapping
from typing import Any

from service.disputes.across import lasting
from service.store.claim_values import GAP
from service.store.quote_rows import SELECTOR

Row = dict[str, Any]
Speakers = Mapping[tuple[str, str], Row]
_ARTICLE = ("title", "url", "publisher", "published_at", "sample", "first_reported")
_WORDING = {"direct": "speaker", "mixed": "mixed"}


def claim_row(row: Row, speakers: Speakers) -> Row:
    """A claim as its earliest statement tells it."""
    counted = {"statement_count": row["statements"], "dispute_count": row["disputes"]}
    return statement_row(row, speakers) | counted | {name: row[name] for name in ("status", "flags", "parties")}


def statement_row(row: Row, speakers: Speakers) -> Row:
    """One statement of a claim: its words, its place, who claims and who is accused."""
    facts = row["facts"]
    return _told(row) | {
        "claimants": _people(row, facts["claimants"], speakers), "claimant_parties": lasting(facts["parties"]),
        "accused": facts["accused"], "accused_parties": lasting(facts["accused_parties"]), "nature": facts["nature"],
        "replies": [_reply(row, each, speakers) for each in facts.get("replies", ())],
    }  # fmt: skip


def _reply(row: Row, reply: Row, speakers: Speakers) -> Row:
    text = GAP.join(span["text"] for span in reply["spans"])
    kept = {name: reply[name] for name in ("kind", "spans", "narrated")}
    return kept | {"text": text, "speakers": _people(row, reply["speakers"], speakers)}


def dispute_row(row: Row, speakers: Speakers) -> Row:
    """One dispute with the words of the other side."""
    facts = row["facts"]
    kept = ("claim_id", "statement_id", "relation", "strength", "signals", "verdict")
    return _told(row) | {name: row[name] for name in kept} | {
        "confidence": row["dispute_confidence"], "disputer_confidence": facts["confidence"],
        "disputers": _people(row, facts["disputers"], speakers), "disputer_parties": lasting(facts["parties"]),
    }  # fmt: skip


def _told(row: Row) -> Row:
    return {
        "id": row["id"], "text": row["text"], "spans": row["spans"], "quote_id": row["quote_id"],
        "narrated": row["facts"]["narrated"], "wording": _WORDING.get(row["kind"], "reporter"),
        "confidence": row["facts"]["confidence"],
        "article": {"id": row["told_in"]} | {name: row[name] for name in _ARTICLE},
        "article_sha256": row["article_sha256"],
        "selector": {
            "start": row["extent_start"], "end": row["extent_end"], "prefix": row["before"][-SELECTOR:],
            "suffix": row["after"][:SELECTOR],
        },
        "context": {"before": row["before"], "after": row["after"]},
    }  # fmt: skip


def _people(row: Row, mentions: list[Row], speakers: Speakers) -> list[Row]:
    """Those who are known as speakers with their ids; of others, narrated alone, what the article prints."""
    found = []
    for mention in mentions:
        known = speakers.get((row["told_in"], mention["name"][:300]))
        found.append(
            {"id": known["speaker_id"] if known else None} | {key: mention[key] for key in ("name", "kind", "role")}
        )
    return found
