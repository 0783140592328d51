"""Tells what is the same: names as printed -> one speaker across articles, addresses -> one article."""

from service.identity.articles import article_id, canonical_url
from service.identity.speakers import speaker_id, speaker_key, surname

__all__ = ["article_id", "canonical_url", "speaker_id", "speaker_key", "surname"]
