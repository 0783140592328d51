"""Adds to the quotes that were read in an article what is claimed in it, and who disputes that."""

from dataclasses import replace

from service.disputes.article import disputed
from service.extraction.boilerplate import boilerplate
from service.records import Reading, Span


def analysed(text: str, reading: Reading, skip: list[Span] | None = None) -> Reading:
    """A reading of the text with its claims, answers and disputes; `skip` is the text's boilerplate, where known."""
    if reading.status != "read":
        return reading
    found = disputed(text, reading.quotes, boilerplate(text) if skip is None else skip)
    return replace(reading, claims=found.claims, answers=found.answers, disputes=found.disputes)
