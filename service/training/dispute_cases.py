"""Reads the cases with marked disputes: what the reader makes of them, and which pairs of theirs are disputes."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from service.disputes.article import paired
from service.disputes.pair import Pair
from service.extraction.reader import Reader, load_reader
from service.records import Quote, Span
from service.training.corpus import read

LIGHT_WORTH = 0.5  # of a case of two sentences alone, beside one of news
_BESIDE = 80  # characters between further words of an answer and those that are marked
_LEAST = 0.3  # of the shorter side, on which two spans must agree
_FILE = click.Path(exists=True, path_type=Path)

CASES = click.argument("cases", nargs=-1, required=True, type=_FILE)
LIGHT = click.option("--light", multiple=True, type=_FILE, help="CASES that count for half as much.")
CORPUS = click.option("--corpus", required=True, type=_FILE, help="PolNeAR's train.jsonl.")

Spans = Sequence[Sequence[int]]


@dataclass(frozen=True, slots=True)
class Case:
    """A text as it was read, with what is marked in it.

    `marked` is of the golden form: `disputes`, each with `claim_spans` and `dispute_spans`, `also` (other tellings of
    its claim), and `doubtful` ones, which count neither way.
    """

    origin: str  # the name of its set; of an article of the corpus its own id
    text: str
    marked: dict[str, Any]
    quotes: Sequence[Quote]
    skip: Sequence[Span]  # boilerplate, which says nothing
    worth: float = 1.0  # of how many cases it counts

    def pairs(self) -> Iterator[tuple[Pair, bool]]:
        """Its pairs and whether they are disputes; not the doubtful, nor, in whole articles, what goes on from one."""
        for pair in paired(self.text, self.quotes, self.skip):
            right = any(is_marked(one, pair.placed.claim.spans, pair.answer.spans) for one in self.marked["disputes"])
            if right or not (self._is_doubtful(pair) or (pair.of_whole and self._goes_on(pair))):
                yield pair, right

    def is_doubtful(self, claim: Spans, answer: Spans) -> bool:
        """Whether it is marked as one over which editors would argue."""
        return any(is_marked(one, claim, answer) for one in self.marked.get("doubtful", ()))

    def _is_doubtful(self, pair: Pair) -> bool:
        return self.is_doubtful(pair.placed.claim.spans, pair.answer.spans)

    def _goes_on(self, pair: Pair) -> bool:
        return any(_goes_on(one, pair) for one in self.marked["disputes"])


def read_cases(cases: Iterable[Path], light: Iterable[Path], corpus: Path) -> Iterator[Case]:
    """The cases of files of NDJSON; one without a text is the corpus's article of its id. KeyError if it has none."""
    texts = {article["id"]: article["text"] for article in read(corpus)}
    reader = load_reader()
    for paths, worth in ((cases, 1.0), (light, LIGHT_WORTH)):
        for path in paths:
            for row in path.read_text("utf-8").splitlines():
                marked = json.loads(row)
                origin = path.stem if "text" in marked else marked["id"]
                yield _case(reader, origin, marked.get("text") or texts[marked["id"]], marked, worth)


def is_marked(one: dict[str, Any], claim: Spans, answer: Spans) -> bool:
    """Whether a marked dispute is the one of these two; `also` are other tellings of its claim."""
    told = (one["claim_spans"], *one.get("also", ()))
    return _meet(one["dispute_spans"], answer) and any(_meet(spans, claim) for spans in told)


def _case(reader: Reader, origin: str, text: str, marked: dict[str, Any], worth: float) -> Case:
    reading, skip = reader.read_around(text)
    return Case(origin, text, marked, reading.quotes, skip, worth)


def _goes_on(one: dict[str, Any], pair: Pair) -> bool:
    """Whether a pair is of the claim of a marked dispute and of further words of the same side, beside the marked."""
    told = (one["claim_spans"], *one.get("also", ()))
    if not any(_meet(spans, pair.placed.claim.spans) for spans in told):
        return False
    first, last = one["dispute_spans"][0][0], one["dispute_spans"][-1][1]
    beside = pair.given.start - _BESIDE < last and first < pair.answer.spans[-1][1] + _BESIDE
    named = {mention.name for mention in pair.answer.disputers}
    return beside and any(own in name or name in own for own in named for name in one.get("disputers", ()))


def _meet(first: Spans, other: Spans) -> bool:
    one, two = _places(first), _places(other)
    return bool(one and two) and len(one & two) >= _LEAST * min(len(one), len(two))


def _places(spans: Spans) -> set[int]:
    return {at for start, end in spans for at in range(start, end)}
