"""Unknown keys are counted for each address, by the minute, and never for more addresses than fit."""

import pytest

from service.api.guesses import WINDOW, Guesses


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def tried(guesses, address, times):
    for _ in range(times):
        guesses.note(address)
    return guesses.wait(address)


def test_beyond_the_most_one_waits_for_the_end_of_the_minute():
    clock = Clock()
    guesses = Guesses(3, clock)
    assert tried(guesses, "192.0.2.1", 2) == 0
    clock.now += 20
    assert tried(guesses, "192.0.2.1", 1) == WINDOW - 20
    clock.now += WINDOW - 20
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
def test_an_address_stands_for_its_host(other, waits):
    guesses = Guesses(1, Clock())
    tried(guesses, "2001:db8:0:2::1", 1)
    assert bool(guesses.wait(other)) == waits


def test_none_waits_where_any_number_may_be_tried():
    assert tried(Guesses(0, Clock()), "192.0.2.1", 100) == 0


def test_so_many_addresses_are_remembered_and_no_more():
    guesses = Guesses(1, Clock())
    for number in range(10_100):
        guesses.note(f"10.0.{number // 256}.{number % 256}")
    assert (guesses.wait("10.0.0.0"), guesses.wait("10.0.39.0") > 0) == (0, True)
