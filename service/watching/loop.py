"""Takes in what appears in watched folders, until it is ended; a database that is away is waited for."""

import logging
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

from tqdm import tqdm

from service.errors import Unavailable
from service.identity import article_id
from service.intake import Reader
from service.loading import Loading, Summary
from service.progress import Progress
from service.signals import ending
from service.sources import BrokenSource, SourcedArticle, articles_in
from service.store import articles
from service.store.pool import Pool
from service.watching.folder import WatchedFolder
from service.watching.journal import Taken


def watch(pool: Pool, reader: Reader, folders: Sequence[WatchedFolder], limit: int, interval: float) -> Summary:
    """Looks through the folders every `interval` seconds until SIGINT or SIGTERM; returns what was taken in.

    The articles at hand are finished then. A file that was interrupted, so or by a database that went away, is taken in
    at the next start or look.
    """
    # The pool would print every attempt to connect, for as long as the database is away: `look` says it once.
    logging.getLogger("psycopg.pool").addHandler(logging.NullHandler())
    with Progress() as progress:
        loading = Loading(pool, reader, limit, progress)
        with suppress(KeyboardInterrupt), ending() as event:
            _look_until(event, Watching(loading, folders, event.is_set), interval)
    return loading.summary


def _look_until(event: Event, watching: "Watching", interval: float) -> None:
    watching.look()
    while not event.wait(interval):
        watching.look()


class Watching:
    """One look after the other through the same folders."""

    def __init__(
        self, loading: Loading, folders: Sequence[WatchedFolder], ended: Callable[[], bool] = lambda: False
    ) -> None:
        """`ended` tells between two articles whether to leave off."""
        self._loading, self._folders, self._ended = loading, folders, ended
        self._away = False
        self._begun: dict[Path, set[str]] = {}  # files that are not ended yet, and what was named as broken in each

    def look(self) -> None:
        """Takes in every file that is due; while the database is away, none, and says so once."""
        try:
            for folder in self._folders:
                self._look_through(folder)
            self._away = False
        except Unavailable as error:
            if not self._away:
                tqdm.write(f"{error}; nothing is lost, it is tried again", file=sys.stderr)
            self._away = True

    def _look_through(self, folder: WatchedFolder) -> None:
        for path, taken in self._begun_last(folder.due()):
            if not self._take(path, self._begun.setdefault(path, set())):
                return
            folder.done(path, taken)
            del self._begun[path]
        self._loading.take(folder.unreadable())

    def _begun_last(self, due: Iterable[tuple[Path, Taken]]) -> Iterator[tuple[Path, Taken]]:
        # An article that the database takes too long for must not hold up all that comes after it.
        begun = []
        for path, taken in due:
            if path in self._begun:
                begun.append((path, taken))
            else:
                yield path, taken
        yield from begun

    def _take(self, path: Path, named: set[str]) -> bool:
        """Whether the whole file could be taken in before the end; what was `named` before is not named again."""
        left = articles_in(path, self._loading.limit)
        self._loading.take(self._until_ended(left, named))
        return next(left, None) is None

    def _until_ended(
        self, left: Iterator[SourcedArticle | BrokenSource], named: set[str]
    ) -> Iterator[SourcedArticle | BrokenSource]:
        while not self._ended() and (found := next(left, None)):
            checked = found if isinstance(found, BrokenSource) else self._unless_erased(found)
            if isinstance(checked, BrokenSource):
                if str(checked) in named:
                    continue
                named.add(str(checked))
            yield checked

    def _unless_erased(self, found: SourcedArticle) -> SourcedArticle | BrokenSource:
        """A feed is written anew with every item: what was erased must not come back by itself."""
        with self._loading.pool.reading() as connection:
            erased = articles.erased_at(connection, article_id(found.article.url, found.article.text))
        if erased is None:
            return found
        how = "`onrecord load` takes it in again"
        return BrokenSource(found.place, f"was erased on {erased:%Y-%m-%d} and is left out; {how}")
