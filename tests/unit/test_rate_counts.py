"""What one address has asked for is counted exactly, and forgotten in time."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.api import rate_counts
from service.api.rate_counts import RateCounts


@pytest.fixture
def clock(monkeypatch):
    """The seconds, which a test sets."""
    now = [1000.0]
    monkeypatch.setattr(rate_counts.time, "time", lambda: now[0])
    return now


@pytest.fixture
def counts():
    return RateCounts(60)


def test_a_window_begins_with_its_first_request_and_ends(counts, clock):
    assert [counts.add("a"), counts.add("a"), counts.add("b")] == [(1, 1060.0), (2, 1060.0), (1, 1060.0)]
    clock[0] = 1059.0
    assert counts.add("a") == (3, 1060.0)
    assert (counts.of("a"), counts.of("never")) == ((3, 1060.0), (0, 0.0))
    clock[0] = 1060.0
    assert counts.of("a") == (0, 0.0)
    assert counts.add("a") == (1, 1120.0)


def test_addresses_whose_time_is_over_take_no_memory(counts, clock, monkeypatch):
    monkeypatch.setattr(counts, "_cleared_at", 10)
    monkeypatch.setattr(rate_counts, "_FEW", 10)
    for number in range(10):
        counts.add(f"old {number}")
    clock[0] = 1061.0
    counts.add("new")
    assert list(counts._counts) == ["new"]


def test_threads_lose_no_count(counts):
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: counts.add("a"), range(2000)))
    assert counts.add("a")[0] == 2001
