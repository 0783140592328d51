"""Reads an article: text in, attributed quotes out. Knows neither the network's insides nor where quotes go."""

from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from service.extraction.attribution import attribute
from service.extraction.boilerplate import boilerplate
from service.extraction.calibration import Calibration
from service.extraction.language import language
from service.extraction.marks import paragraphs, quotations
from service.extraction.model_folder import FACTS, SHIPPED, facts_of
from service.extraction.naming import quotes
from service.extraction.others_words import without_others_words
from service.extraction.stray import without_stray
from service.extraction.tagger import Tagger
from service.extraction.terms import without_terms
from service.extraction.unclosed import ended_by_tags, ended_by_words
from service.records import Reading, Span

__all__ = ["FACTS", "RULES", "SHIPPED", "Reader", "load_reader"]
RULES = "16"  # goes up when the rules around the network change what is read


class Reader:
    """One model folder with the rules around it; `version` names both and the runtime."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """`threads`: so many parts of an article are heard at once, where there are as many cores to spare."""
        facts = facts_of(folder)
        self.version = f"{facts['version']}+rules-{RULES}+onnxruntime-{version('onnxruntime')}"
        self._calibration = Calibration.of(facts.get("calibration", {}))
        self._folder, self._threads = folder, threads

    @cached_property
    def _tagger(self) -> Tagger:
        return Tagger(self._folder, self._threads)

    def read(self, text: str) -> Reading:
        """Every attributed statement of an English article; articles in other languages are not read."""
        return self.read_around(text)[0]

    def read_around(self, text: str) -> tuple[Reading, list[Span]]:
        """What `read` returns, and the spans of the text that were left out of it as no part of the article."""
        spoken = language(text)
        if spoken != "en":
            return Reading("unsupported_language", spoken, self.version), []
        skip, lines = boilerplate(text), paragraphs(text)
        told = [q for q in quotations(text) if not _overlaps(skip, (q.opened_at, q.closed_at))]
        marked = without_stray(text, ended_by_words(text, told), lines)
        spans = self._tagger.tag(text, marked, skip)
        marked = ended_by_tags(marked, spans)
        found = attribute(text, marked, spans, lines, skip)
        # Before it is calibrated, so that the calibration itself is measured on the very quotes that are served.
        said = (without_others_words(text, without_terms(text, quote)) for quote in quotes(text, found, marked))
        return Reading("read", spoken, self.version, tuple(map(self._calibration.calibrated, said))), skip


def load_reader(folder: Path | None = None, threads: int = 1) -> Reader:
    """The reader of a model folder, the shipped one if none is named. ModelError when a file is missing."""
    return Reader(folder or SHIPPED, threads)


def _overlaps(spans: list[Span], span: Span) -> bool:
    return any(start < span[1] and span[0] < end for start, end in spans)
