"""The URL of a data folder's server: of the one that runs, or of one owned for as long as it is needed."""

import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.local_postgres import folder
from service.local_postgres.server import DEFAULT_USER, LocalPostgres, url_of

_PATIENCE = 60.0  # seconds; the owner may be starting or stopping just now


@contextmanager
def owned(data: Path, *, postgres_user: str = DEFAULT_USER) -> Iterator[str]:
    """Own the server of a data folder; yields its URL. LocalPostgresError says why it cannot be started."""
    with LocalPostgres(data, postgres_user=postgres_user) as server:
        yield server.url


@contextmanager
def found_or_owned(data: Path, *, postgres_user: str = DEFAULT_USER) -> Iterator[str]:
    """Yields the URL of the running server of a data folder, or owns one for as long as the context lasts."""
    with ExitStack() as held:
        yield _found_or_started(data, postgres_user, held)


def _found_or_started(data: Path, postgres_user: str, held: ExitStack) -> str:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            return held.enter_context(LocalPostgres(data, postgres_user=postgres_user)).url
        except folder.FolderInUse:
            found = folder.listening(data.expanduser().resolve())
            if found:
                return url_of(found)
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
