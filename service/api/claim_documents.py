"""Claims as schema.org has them: a Claim with Quotations, and the draft of a ClaimReview for somebody to fill in."""

from typing import Any

from flask import url_for

from service.api.linked_data import CONTEXT, person, quotation

Row = dict[str, Any]


def whole(claim: Row) -> Row:
    """A claim and what disputes it as JSON-LD; it reviews nothing, so it is no ClaimReview."""
    about = {"@id": url_for("claims.get_claim", claim_id=claim["id"], _external=True)}
    standing = [each for each in claim["disputes"] if each["verdict"] != "refuted"]
    answers = [quotation(each, each["disputers"], about=about) for each in standing]
    return {"@context": CONTEXT, "@graph": [_claim(claim) | about, *answers]}


def draft_review(claim: Row) -> Row:
    """A ClaimReview of the claim without a verdict: reviewer, rating, url and date are empty."""
    empty = dict.fromkeys(("ratingValue", "bestRating", "worstRating", "alternateName"), "")
    return {
        "@context": CONTEXT, "@type": "ClaimReview", "claimReviewed": claim["text"], "url": "", "datePublished": "",
        "author": {"@type": "Organization", "name": "", "url": ""},
        "reviewRating": {"@type": "Rating"} | empty,
        "itemReviewed": _claim(claim),
    }  # fmt: skip


def _claim(claim: Row) -> Row:
    told = [quotation(each, each["claimants"]) for each in claim["statements"]]
    first = {"datePublished": claim["article"]["published_at"]} if claim["article"]["published_at"] else {}
    authors = [person(each) for each in claim["claimants"]]
    return {"@type": "Claim", "text": claim["text"], "author": authors, "appearance": told} | first
