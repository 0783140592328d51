"""Reads an article whole: the reader's quotes, and with them the claims and who disputes them."""

from dataclasses import replace
from pathlib import Path

from service.disputes import disputed
from service.extraction.boilerplate import boilerplate
from service.extraction.reader import Reader, load_reader
from service.records import Reading, Span

RULES = "3"  # goes up when what is found of claims and disputes changes


class Analyst:
    """A reader that also finds claims and disputes; `version` names both."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = f"{reader.version}+disputes-{RULES}"

    def read(self, text: str) -> Reading:
        """Quotes, claims, answers and disputes of an English article; of others nothing."""
        # Stored with the reading: it is due again when the rules for disputes change.
        return replace(analysed(text, *self._reader.read_around(text)), reader=self.version)


def load_analyst(folder: Path | None = None) -> Analyst:
    """The analyst with the reader of a model folder, the shipped one if none is named. ModelError: a file lacks."""
    return Analyst(load_reader(folder))


def analysed(text: str, reading: Reading, skip: list[Span] | None = None) -> Reading:
    """A reading of the text with its claims, answers and disputes; `skip` is the text's boilerplate, where known."""
    if reading.status != "read":
        return reading
    found = disputed(text, reading.quotes, boilerplate(text) if skip is None else skip)
    return replace(reading, claims=found.claims, answers=found.answers, disputes=found.disputes)
