"""Many threads share one reader: it reads a few texts at a time, and who would have to wait long is told so."""

import threading

import pytest

from service.errors import Busy
from service.records import Reading
from service.shared_reader import SharedReader


class SlowReader:
    """Reads until it is let go; a text "broken" it cannot read."""

    version = "slow-1"

    def __init__(self):
        self.begun, self.go = threading.Semaphore(0), threading.Event()

    def read(self, text):
        self.begun.release()
        if text == "broken":
            raise ValueError(text)
        self.go.wait()
        return Reading("read", "en", self.version)


def test_more_texts_than_places_are_busy_until_one_is_free():
    slow = SlowReader()
    shared = SharedReader(slow, at_once=1, wait=0.01)
    thread = threading.Thread(target=shared.read, args=["first"])
    thread.start()
    slow.begun.acquire()
    with pytest.raises(Busy):
        shared.read("second")
    slow.go.set()
    thread.join()
    assert shared.read("third").status == "read"


def test_a_failure_gives_its_place_back():
    slow = SlowReader()
    slow.go.set()
    shared = SharedReader(slow, at_once=1, wait=0.01)
    with pytest.raises(ValueError, match="broken"):
        shared.read("broken")
    assert shared.read("next").status == "read"


def test_its_version_is_that_of_the_reader_within():
    assert SharedReader(SlowReader(), at_once=1, wait=1).version == "slow-1"
