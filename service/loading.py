"""Takes articles from files into the store, one transaction each, and says what became of every one."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import orjson

from service.errors import InvalidArticle, Unavailable
from service.intake import Read, Reader, Receipt, begin, store, take_in
from service.overlapping import ahead, overlapped
from service.progress import Progress, beside_the_bar
from service.shipped import shipped
from service.sources import BrokenSource, SourcedArticle, articles_in
from service.store.pool import Pool
from service.submission import load_sample

Outcome = tuple[Receipt, str] | BrokenSource
_ENDS = ("created", "revised", "updated", "unchanged", "failed")


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles came to which end; `str()` is the closing line of the command."""

    counts: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        return ", ".join(f"{self.counts[end]} {end}" for end in _ENDS)

    @property
    def status(self) -> int:
        """The exit status: 1 if any article failed."""
        return 1 if self.counts["failed"] else 0


@dataclass(frozen=True, slots=True)
class Loading:
    """Takes in one article after the other, tells what became of each, and counts."""

    pool: Pool
    reader: Reader
    limit: int
    progress: Progress
    summary: Summary = field(default_factory=Summary)

    def take(self, found: Iterable[SourcedArticle | BrokenSource]) -> None:
        """Articles one after the other, each told once it is stored; the next are read meanwhile. Unavailable: the
        database went away; of what was not told some may be stored.
        """
        with closing(overlapped(ahead(found, self._begun, _size))) as outcomes:
            for outcome in outcomes:
                self.summary.counts[_told(outcome, self.progress)] += 1

    def _begun(self, found: SourcedArticle | BrokenSource) -> Callable[[], Callable[[], Outcome]]:
        if isinstance(found, BrokenSource):
            return lambda: lambda: found
        try:
            read = begin(self.pool, self.reader, found.article, limit=self.limit)
        except InvalidArticle as error:
            broken = BrokenSource(found.place, str(error))
            return lambda: lambda: broken
        return lambda: partial(self._stored, read(), found.place)

    def _stored(self, known: Read, place: str) -> Outcome:
        return store(self.pool, self.reader, known), place


def _size(found: SourcedArticle | BrokenSource) -> int:
    return len(found.article.text) if isinstance(found, SourcedArticle) else 0


def load(pool: Pool, reader: Reader, paths: Sequence[Path], limit: int) -> Summary:
    """Takes in every article under `paths`; prints a line for each, and names the broken ones on standard error.

    `limit` is the longest text, in bytes of UTF-8. The summary is for the caller to print. Unavailable, naming how
    far it came, when the database goes away: loading the same again goes on from there.
    """
    with Progress() as progress:
        loading = Loading(pool, reader, limit, progress)
        try:
            loading.take(found for path in paths for found in articles_in(path, limit))
        except Unavailable as error:
            raise Unavailable(f"{error} (until then: {loading.summary})") from error
    return loading.summary


def load_samples(pool: Pool, reader: Reader) -> Summary:
    """Takes in the sample newsroom that travels with the code, flagged as samples; prints nothing."""
    newsroom = shipped("seeds/newsroom.jsonl").read_bytes()
    samples = [load_sample(orjson.loads(row), limit=len(newsroom)) for row in newsroom.splitlines()]
    return Summary(Counter(take_in(pool, reader, sample).outcome for sample in samples))


def _told(outcome: Outcome, progress: Progress) -> str:
    """Tells what became of one article; returns it as the name of a count."""
    if isinstance(outcome, BrokenSource):
        progress.refuse(outcome)
        return "failed"
    receipt, place = outcome
    found = f"{receipt.quotes} quotes" if receipt.reading == "read" else "not English, so not read"
    with beside_the_bar():
        print(f"{receipt.outcome} {receipt.article_id} ({found}): {place}", flush=True)
    progress.step()
    return receipt.outcome
