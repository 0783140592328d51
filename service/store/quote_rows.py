"""Turns a row of the store into the quote that answers show."""

from typing import Any

SELECTOR = 32  # characters of prefix and suffix
CERTAIN, LIKELY = 0.95, 0.80
_WORDING = {"direct": "speaker", "mixed": "mixed", "indirect": "reporter"}


def quote_row(row: dict[str, Any]) -> dict[str, Any]:
    """A row of the statement quote_rows as a quote with its article, selector, context and speakers."""
    speakers = row["speakers"] = row["speakers"] or []
    row["article"] = {
        "id": row["article_id"], "title": row.pop("title"), "url": row.pop("url"), "publisher": row.pop("publisher"),
        "published_at": row.pop("published_at"), "sample": row.pop("sample"),
        "first_reported": row.pop("first_reported"),
    }  # fmt: skip
    row["speaker"] = speakers[0] if speakers else None
    row["wording"] = _WORDING[row["kind"]]
    row["certainty"] = certainty(row["confidence"]) if row["attribution"] == "attributed" else None
    before, after = row.pop("before"), row.pop("after")
    row["context"] = {"before": before, "after": after}
    row["selector"] = {
        "start": row.pop("extent_start"), "end": row.pop("extent_end"),
        "prefix": before[-SELECTOR:], "suffix": after[:SELECTOR],
    }  # fmt: skip
    return row


def certainty(confidence: float) -> str:
    """The word for a probability that the speaker is right."""
    if confidence >= CERTAIN:
        return "certain"
    return "likely" if confidence >= LIKELY else "possible"
