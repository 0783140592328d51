"""Reads many texts on a Dask cluster, in their order, holding only some of them at a time; needs the extra `dask`."""

import functools
import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from service.errors import OnRecordError
from service.records import Reading

if TYPE_CHECKING:
    from distributed import Client, Future

_BATCH = 8  # texts that go out together: one alone would cost more to send than many to read
_AHEAD = 4  # batches handed out for each thread of the cluster
_WAIT = 60  # seconds for the cluster to be there with a worker


class Reads(Protocol):
    """A reader, as far as reading texts goes; the same version reads the same."""

    @property
    def version(self) -> str:
        """Model, rules and runtime."""

    def read(self, text: str) -> Reading:
        """What one article says."""


Load = Callable[[Path | None], Reads]
Named = tuple[str, str]  # a text after its id
_Batch = list[Named]
_Found = tuple[str, list[Reading]]  # the version of a worker's reader before what that found


def clustered_readings(
    texts: Iterable[Named], load: Load, model: Path | None, workers: int, scheduler: str | None = None
) -> Generator[tuple[str, Reading]]:
    """Each text's name with its reading, in the order of the texts, which are taken only as far ahead as needed.

    On the cluster at the address `scheduler`, whose workers have this package and the model folder `model`; or on one
    of so many `workers` of this machine. What a worker had in work when it was killed, others read. OnRecordError:
    there is no cluster, or a worker has another reader than this process, whose answers may be others.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise OnRecordError("this needs Dask: pip install 'onrecord[dask]'") from error
    logging.getLogger("distributed").setLevel(logging.ERROR)  # that a worker came or went is no trouble here
    if scheduler is not None:
        with _client(Client, scheduler) as client:
            yield from _read(client, texts, load, model)
        return
    with (
        LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster,  # type: ignore[no-untyped-call]
        _client(Client, cluster) as client,
    ):
        yield from _read(client, texts, load, model)


def _client(make: "type[Client]", cluster: object) -> "Client":
    try:
        client = make(cluster, timeout=_WAIT, set_as_default=False)
        client.wait_for_workers(1, timeout=_WAIT)
    except (OSError, TimeoutError, ValueError) as error:
        raise OnRecordError(f"the Dask cluster cannot be used: {error}") from error
    return client


def _read(
    client: "Client", texts: Iterable[Named], load: Load, model: Path | None
) -> Generator[tuple[str, Reading]]:  # fmt: skip
    version = load(model).version
    waiting: deque[tuple[_Batch, Future[_Found]]] = deque()
    for batch in _batches(texts):
        read = client.submit(read_batch, load, model, [text for _, text in batch], pure=False)
        waiting.append((batch, read))
        if len(waiting) >= _AHEAD * max(1, sum(client.nthreads().values())):  # type: ignore[no-untyped-call]
            yield from _first(waiting, version)
    while waiting:
        yield from _first(waiting, version)


def _batches(texts: Iterable[Named]) -> Iterator[_Batch]:
    given = iter(texts)
    while batch := list(islice(given, _BATCH)):
        yield batch


def _first(waiting: "deque[tuple[_Batch, Future[_Found]]]", version: str) -> Iterator[tuple[str, Reading]]:
    from distributed.client import FutureCancelledError
    from distributed.scheduler import KilledWorker

    batch, future = waiting.popleft()
    try:
        theirs, found = future.result()
    except (KilledWorker, FutureCancelledError) as error:
        raise OnRecordError(f"the cluster gave up: {error}; is there too little memory?") from error
    if theirs != version:
        raise OnRecordError(f"a worker of the cluster has the reader {theirs}, this process {version}")
    yield from zip((name for name, _ in batch), found, strict=True)


def read_batch(load: Load, model: Path | None, texts: list[str]) -> _Found:
    """What a worker does: the version of its reader, and what that finds in each of the texts."""
    reader = _reader(load, model)
    return reader.version, [reader.read(text) for text in texts]


@functools.cache
def _reader(load: Load, model: Path | None) -> Reads:
    return load(model)
