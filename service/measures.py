"""What the web processes count of themselves, for Prometheus; with several of them, the sums over all."""

import os

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

# prometheus_client reads this name while it is imported: it must be set before this process starts.
FOLDER = "PROMETHEUS_MULTIPROC_DIR"
# Seconds. From an answer out of memory to what the statement timeout and a long text to be read allow.
_LATENCIES = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
_own = CollectorRegistry()

REQUESTS = Counter(
    "onrecord_requests",
    "Requests answered, by the template of their path.",
    ["method", "route", "status"],
    registry=_own,
)
LATENCY = Histogram(
    "onrecord_request_seconds", "Seconds from a request to its answer.", ["method", "route"],
    buckets=_LATENCIES, registry=_own,
)  # fmt: skip


def _gauge(name: str, explained: str) -> Gauge:
    # Of processes that live: what a dead one had taken is free again.
    return Gauge(name, explained, multiprocess_mode="livesum", registry=_own)


POOL_SIZE = _gauge("onrecord_pool_size", "Connections that the pools may open.")
POOL_TAKEN = _gauge("onrecord_pool_taken", "Connections at work.")
POOL_WAITING = _gauge("onrecord_pool_waiting", "Requests that wait for a connection.")
READ_ARTICLES = Counter("onrecord_reader_articles", "Texts read.", ["status"], registry=_own)
READ_WORDS = Counter("onrecord_reader_words", "Words of the texts read.", registry=_own)
READ_SECONDS = Counter("onrecord_reader_seconds", "Seconds spent reading.", registry=_own)


def exposition() -> bytes:
    """All of it in the text format of Prometheus: of all web processes if they share a folder, else of this one."""
    if FOLDER not in os.environ:
        return generate_latest(_own)
    shared = CollectorRegistry()
    MultiProcessCollector(shared)  # type: ignore[no-untyped-call]
    return generate_latest(shared)


def forget(process: int) -> None:
    """Drops the gauges of a process that has ended, from the folder; what it counted stays."""
    mark_process_dead(process)  # type: ignore[no-untyped-call]
