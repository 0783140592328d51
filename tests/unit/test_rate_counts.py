"""What one address has asked for is counted exactly, forgotten in time, and by no thread of its own."""

import threading
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
    return RateCounts("counts://")


def test_a_window_begins_with_its_first_request_and_ends(counts, clock):
    assert [counts.incr("a", 60), counts.incr("a", 60, 2), counts.incr("b", 60)] == [1, 3, 1]
    assert (counts.get("a"), counts.get_expiry("a")) == (3, 1060.0)
    clock[0] = 1060.0
    assert (counts.get("a"), counts.get_expiry("a")) == (0, 1060.0)
    assert (counts.incr("a", 60), counts.get_expiry("a")) == (1, 1120.0)


def test_what_was_never_asked_for_is_nothing(counts, clock):
    assert (counts.get("a"), counts.get_expiry("a"), counts.check()) == (0, 1000.0, True)


def test_it_forgets_one_or_all(counts, clock):
    counts.incr("a", 60)
    counts.incr("b", 60)
    counts.clear("a")
    assert (counts.get("a"), counts.get("b"), counts.reset(), counts.get("b")) == (0, 1, 1, 0)


def test_addresses_whose_time_is_over_take_no_memory(counts, clock, monkeypatch):
    monkeypatch.setattr(counts, "_cleared_at", 10)
    monkeypatch.setattr(rate_counts, "_FEW", 10)
    for number in range(10):
        counts.incr(f"old {number}", 60)
    clock[0] = 1061.0
    counts.incr("new", 60)
    assert list(counts._counts) == ["new"]


def test_threads_lose_no_count_and_none_is_started(counts):
    before = threading.active_count()
    counts.incr("a", 60)
    assert threading.active_count() == before
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: counts.incr("a", 60), range(2000)))
    assert counts.get("a") == 2001
