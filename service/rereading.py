"""Reads stored articles again with the reader of now, one transaction each, and says what became of their quotes."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass, field
from pathlib import Path

from service.errors import NotFound, Unavailable
from service.intake import Reader, revision_of
from service.progress import Progress, beside_the_bar
from service.readings import readings
from service.records import Reading
from service.store import rereading as stored
from service.store.pool import Pool
from service.store.rereading import Change

_PAGE = 500  # articles asked for at a time
_LEFT = "revised, erased or read meanwhile"
_QUOTES = ("kept", "changed", "new", "gone")


@dataclass(frozen=True, slots=True)
class Summary:
    """How many articles were read again or left, and what became of their quotes; `str()` is the closing line."""

    articles: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        read, left = self.articles["read again"], self.articles["left"]
        return f"articles: {read} read again, {left} left; quotes: {_counted(self.quotes)}"


@dataclass(frozen=True, slots=True)
class Asked:
    """Which articles to read: those that another reader than `version` has read, or `every` one; of `articles`, if any.

    An article is taken up as long as it is due: two who read the same ones again share the work.
    """

    version: str
    every: bool = False
    articles: Sequence[str] = ()

    def due(self, reader: str) -> bool:
        """Whether an article that this reader has read is to be read again."""
        return self.every or reader != self.version


@dataclass(frozen=True, slots=True)
class Due:
    """An article with the text that is read again; it may have another one by the time that is done."""

    id: str
    sha256: str
    text: str


def reread(
    pool: Pool, *, load: Callable[[Path | None], Reader], model: Path | None, every: bool = False,
    articles: Sequence[str] = (), processes: int = 1,
) -> Summary:  # fmt: skip
    """Reads again the current text of every article, or of `articles`, that another reader has read; or of `every` one.

    `load` makes the reader of the model folder `model`. Prints a line for each article; the summary is for the caller
    to print. Broken off at any instant, the same again goes on from there (`every` one: begins anew). NotFound: there
    is no such article, and none was read. Unavailable, naming how far it came: the database went away.
    """
    asked, summary = Asked(load(model).version, every, articles), Summary()
    _check_stored(pool, articles)
    texts = ((due, due.text) for due in _due(pool, asked))
    with Progress() as progress, closing(readings(texts, load, model, processes)) as found:
        try:
            for due, reading in found:
                _tell(due, _store(pool, asked, due, reading), summary)
                progress.step()
        except Unavailable as error:
            raise Unavailable(f"{error} (until then: {summary})") from error
    return summary


def _check_stored(pool: Pool, articles: Sequence[str]) -> None:
    with pool.reading() as connection:
        found = {row["id"] for row in stored.page(connection, "", len(articles), articles)}
    if missing := [each for each in articles if each not in found]:
        raise NotFound(f"no article {missing[0]} is stored")


def _due(pool: Pool, asked: Asked) -> Iterator[Due]:
    """The articles that are due, by their ids, each with the text of the moment at which it is taken up."""
    for article_id in _ids(pool, asked):
        with pool.reading() as connection:
            row = stored.current(connection, article_id)
        if row and asked.due(row["reader"]):
            yield Due(article_id, row["sha256"], row["text"])


def _ids(pool: Pool, asked: Asked) -> Iterator[str]:
    after = ""
    while True:
        with pool.reading() as connection:
            rows = stored.page(connection, after, _PAGE, asked.articles)
        if not rows:
            return
        yield from (row["id"] for row in rows if asked.due(row["reader"]))
        after = rows[-1]["id"]


def _store(pool: Pool, asked: Asked, due: Due, reading: Reading) -> Change | None:
    """None: the article was revised, erased or read again by another while its text was read; nothing is changed."""
    with pool.writing() as connection:
        article = stored.lock(connection, due.id)
        if article is None or article["sha256"] != due.sha256 or not asked.due(article["reader"]):
            return None
        return stored.store(connection, article, due.text, revision_of(due.text, reading, due.id, due.sha256))


def _tell(due: Due, change: Change | None, summary: Summary) -> None:
    end, quotes = ("read again", Counter(asdict(change))) if change else ("left", Counter())
    summary.articles[end] += 1
    summary.quotes.update(quotes)
    with beside_the_bar():
        print(f"{end} {due.id} ({_counted(quotes) if change else _LEFT})", flush=True)


def _counted(quotes: Counter[str]) -> str:
    return ", ".join(f"{quotes[end]} {end}" for end in _QUOTES)
