"""One is stored while the next is read: in order, a few at a time, and nothing is lost or begun in vain."""

import threading

import pytest

from service.overlapping import ahead, overlapped

PATIENCE = 10  # seconds


def test_what_each_gives_comes_in_order():
    assert list(overlapped(lambda number=number: number for number in range(50))) == list(range(50))


def test_the_next_is_made_while_one_is_called():
    made = threading.Event()

    def each():
        yield lambda: made.wait(PATIENCE)
        made.set()
        yield lambda: "second"

    assert list(overlapped(each())) == [True, "second"]


def test_they_are_called_one_at_a_time_and_few_are_made_ahead():
    alone, ahead, called = threading.Lock(), [], []

    def call(number):
        assert alone.acquire(blocking=False)
        called.append(number)
        alone.release()

    def each():
        for number in range(50):
            ahead.append(number - len(called))
            yield lambda number=number: call(number)

    assert list(overlapped(each())) == [None] * 50
    assert called == list(range(50))
    assert max(ahead) <= 10


def test_none_among_them_waits_for_all_before():
    called = []

    def each():
        yield lambda: called.append(1)
        yield lambda: called.append(2)
        yield None
        assert called == [1, 2]
        yield lambda: called.append(3)

    list(overlapped(each()))
    assert called == [1, 2, 3]


def test_behind_one_that_fails_none_is_called():
    called, go_on = [], threading.Event()

    def fail():
        go_on.wait(PATIENCE)
        raise ZeroDivisionError

    def each():
        yield lambda: called.append(1)
        yield fail
        yield lambda: called.append(3)
        go_on.set()
        yield lambda: called.append(4)

    with pytest.raises(ZeroDivisionError):
        list(overlapped(each()))
    assert called[:1] == [1]
    assert 4 not in called


def test_what_was_made_is_called_where_the_next_cannot_be_made():
    called = []

    def each():
        yield lambda: called.append(1)
        yield lambda: called.append(2)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(overlapped(each()))
    assert called == [1, 2]


def begun_ahead(items, size=lambda item: 1):
    """What happens, in order: `began` an item, `waited` for it, or passed None on."""
    told = []

    def begin(item):
        if item is None:
            return None
        told.append(f"began {item}")
        return lambda: told.append(f"waited {item}") or item

    def passed_on(items):
        for item in items:
            if item is None:
                told.append("none")
            yield item

    for each in ahead(passed_on(items), begin, size):
        if each is None:
            told.append("passed on")
    return told


def test_a_few_items_are_begun_before_the_first_is_waited_for():
    assert begun_ahead("abcdef") == [
        "began a", "began b", "began c", "began d", "began e", "waited a", "began f",
        "waited b", "waited c", "waited d", "waited e", "waited f",
    ]  # fmt: skip


def test_no_item_is_begun_while_none_waits_for_those_before():
    assert begun_ahead(["a", "b", None, "c"]) == [
        "began a", "began b", "none", "waited a", "waited b", "passed on", "began c", "waited c",
    ]  # fmt: skip


def test_long_items_are_begun_alone():
    found = begun_ahead("aBc", lambda item: 10_000_000 if item == "B" else 1)
    assert found == ["began a", "waited a", "began B", "waited B", "began c", "waited c"]
