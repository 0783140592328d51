"""Tells what is the same: names as printed -> one speaker across articles, addresses -> one article."""

from service.identity.articles import article_id, canonical_url
from service.identity.mentions import namings_of
from service.identity.namings import Naming, naming
from service.identity.parties import party_of
from service.identity.partition import Meant, partition

__all__ = ["Meant", "Naming", "article_id", "canonical_url", "naming", "namings_of", "partition", "party_of"]
