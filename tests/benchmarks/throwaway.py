"""A Postgres for a benchmark: of a data folder that stays, or one that is gone afterwards."""

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from service.local_postgres import LocalPostgres


@contextmanager
def postgres(data: Path | None = None, options: Mapping[str, str] | None = None) -> Iterator[str]:
    """Its URL."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as name:
        Path(name).chmod(0o755)  # a server started by root runs as another user, who must be able to enter
        with LocalPostgres(data or Path(name) / "data", options=options) as running:
            yield running.url
