"""Unknown keys are counted for each address, by the minute."""

import pytest

from service.api import rate_counts
from service.api.guesses import Guesses


@pytest.fixture
def clock(monkeypatch):
    """The seconds, which a test sets."""
    now = [1000.0]
    monkeypatch.setattr(rate_counts.time, "time", lambda: now[0])
    return now


def tried(guesses, address, times):
    for _ in range(times):
        guesses.note(address)
    return guesses.wait(address)


def test_beyond_the_most_one_waits_for_the_end_of_the_minute(clock):
    guesses = Guesses(3)
    assert tried(guesses, "192.0.2.1", 2) == 0
    clock[0] += 20
    assert tried(guesses, "192.0.2.1", 1) == 40
    clock[0] += 40
    assert guesses.wait("192.0.2.1") == 0
    assert tried(guesses, "192.0.2.1", 2) == 0, "the count begins anew"


@pytest.mark.parametrize(
    ("other", "waits"),
    [
        pytest.param("2001:db8:0:1::1", False, id="another network"),
        pytest.param("2001:db8:0:2:ffff::1", True, id="another address of the same host"),
        pytest.param("192.0.2.1", False, id="IPv4"),
        pytest.param(None, False, id="no address"),
        pytest.param("unix:", False, id="no internet address"),
    ],
)
def test_an_address_stands_for_its_host(other, waits, clock):
    guesses = Guesses(1)
    tried(guesses, "2001:db8:0:2::1", 1)
    assert bool(guesses.wait(other)) == waits


def test_none_waits_where_any_number_may_be_tried():
    assert tried(Guesses(0), "192.0.2.1", 100) == 0
