"""Reads an article whole: the reader's quotes, and with them the claims and who disputes them."""

from dataclasses import replace
from pathlib import Path

from service.disputes.analysed import analysed
from service.extraction.reader import Reader, load_reader
from service.records import Reading

__all__ = ["RULES", "Analyst", "analysed", "load_analyst"]
RULES = "15"  # goes up when what is found of claims and disputes changes


class Analyst:
    """A reader that also finds claims and disputes; `version` names both."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self.version = f"{reader.version}+disputes-{RULES}"

    def read(self, text: str) -> Reading:
        """Quotes, claims, answers and disputes of an English article; of others nothing."""
        # Stored with the reading: it is due again when the rules for disputes change.
        return replace(analysed(text, *self._reader.read_around(text)), reader=self.version)


def load_analyst(folder: Path | None = None, threads: int = 1) -> Analyst:
    """The analyst with the reader of a model folder, the shipped one if none is named. ModelError: a file lacks."""
    return Analyst(load_reader(folder, threads))
