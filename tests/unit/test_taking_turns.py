"""Turns of Python's threads are short while somebody hurries, and as long as before afterwards."""

import sys
from contextlib import ExitStack

import pytest

from service.taking_turns import turns_soon


@pytest.fixture(autouse=True)
def _usual():
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    yield
    sys.setswitchinterval(before)


def test_turns_are_short_while_it_lasts():
    with turns_soon():
        assert sys.getswitchinterval() < 0.001
    assert sys.getswitchinterval() == pytest.approx(0.005)


def test_the_last_who_hurries_ends_it():
    one, other = ExitStack(), ExitStack()
    one.enter_context(turns_soon())
    other.enter_context(turns_soon())
    one.close()
    assert sys.getswitchinterval() < 0.001
    other.close()
    assert sys.getswitchinterval() == pytest.approx(0.005)


def test_it_ends_with_an_exception_too():
    with pytest.raises(KeyError), turns_soon():
        raise KeyError
    assert sys.getswitchinterval() == pytest.approx(0.005)


def test_turns_that_are_shorter_anyway_stay_so():
    sys.setswitchinterval(0.0001)
    with turns_soon():
        assert sys.getswitchinterval() == pytest.approx(0.0001)
