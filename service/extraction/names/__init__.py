"""Tells who speaks in each source that the tagger found: names, pronouns, offices, organisations, documents."""

from service.extraction.names.resolver import resolve
from service.extraction.names.sources import Resolution, Source

__all__ = ["Resolution", "Source", "resolve"]
