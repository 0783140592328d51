"""Claims as schema.org has them: a Claim with Quotations, and the draft of a ClaimReview for somebody to fill in."""

from typing import Any

Row = dict[str, Any]
_CONTEXT = "https://schema.org"


def linked_data(claim: Row, address: str) -> Row:
    """A claim and what disputes it as JSON-LD. `address` is its own; it reviews nothing, so it is no ClaimReview."""
    about = {"@id": address}
    answers = [
        _quotation(each, each["disputers"], about=about) for each in claim["disputes"] if each["verdict"] != "refuted"
    ]
    return {"@context": _CONTEXT, "@graph": [_claim(claim) | about, *answers]}


def draft_review(claim: Row) -> Row:
    """A ClaimReview of the claim without a verdict: reviewer, rating, url and date are empty."""
    empty = dict.fromkeys(("ratingValue", "bestRating", "worstRating", "alternateName"), "")
    return {
        "@context": _CONTEXT, "@type": "ClaimReview", "claimReviewed": claim["text"], "url": "", "datePublished": "",
        "author": {"@type": "Organization", "name": "", "url": ""},
        "reviewRating": {"@type": "Rating"} | empty,
        "itemReviewed": _claim(claim),
    }  # fmt: skip


def _claim(claim: Row) -> Row:
    told = [_quotation(each, each["claimants"]) for each in claim["statements"]]
    first = {"datePublished": claim["article"]["published_at"]} if claim["article"]["published_at"] else {}
    return {"@type": "Claim", "text": claim["text"], "author": _people(claim["claimants"]), "appearance": told} | first


def _quotation(words: Row, people: list[Row], **more: object) -> Row:
    return {
        "@type": "Quotation", "identifier": words["id"], "text": words["text"], "creator": _people(people),
        "isPartOf": _article(words["article"]),
    } | more  # fmt: skip


def _people(people: list[Row]) -> list[Row]:
    return [
        {"@type": "Person" if each["kind"] == "person" else "Organization", "name": each["name"]} for each in people
    ]


def _article(article: Row) -> Row:
    said = {"headline": article["title"], "url": article["url"], "datePublished": article["published_at"]}
    publisher = {"publisher": {"@type": "Organization", "name": article["publisher"]}} if article["publisher"] else {}
    known = {name: value for name, value in said.items() if value}
    return {"@type": "NewsArticle", "identifier": article["id"]} | known | publisher
