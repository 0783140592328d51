"""Readings come back in the order of their texts, on one process and on several, and few texts are held at a time."""

import os
from pathlib import Path

import pytest

from service.errors import ModelError, OnRecordError
from service.readings import readings
from service.records import Reading


class Echo:
    """A reader whose reading of a text shows the text, the model folder and, on demand, how a process dies."""

    def __init__(self, model: Path | None) -> None:
        self.model = model

    def read(self, text: str) -> Reading:
        if text == "die":
            os._exit(1)
        return Reading("read", text, f"{self.model}")


def load_echo(model: Path | None) -> Echo:
    return Echo(model)


def load_nothing(model: Path | None) -> Echo:
    raise ModelError(f"the model folder {model} lacks tagger.onnx")


def numbered(count: int) -> list[tuple[str, str]]:
    return [(f"id{number}", f"text{number}") for number in range(count)]


@pytest.mark.parametrize("processes", [1, 2])
def test_order_and_ids_are_kept(processes):
    found = list(readings(numbered(30), load_echo, Path("m"), processes))
    assert [(name, reading.language, reading.reader) for name, reading in found] == [
        (name, text, "m") for name, text in numbered(30)
    ]


@pytest.mark.parametrize(("processes", "held"), [(1, 1), (2, 8)])
def test_texts_are_taken_only_as_far_ahead_as_needed(processes, held):
    taken = []

    def texts():
        for name, text in numbered(100):
            taken.append(name)
            yield name, text

    found = readings(texts(), load_echo, None, processes)
    next(found)
    assert len(taken) == held
    found.close()
    assert len(taken) == held


@pytest.mark.parametrize("processes", [1, 2])
def test_a_model_that_is_none_is_told(processes):
    with pytest.raises(ModelError, match=r"the model folder m lacks tagger\.onnx"):
        list(readings(numbered(1), load_nothing, Path("m"), processes))


def test_a_killed_process_is_told():
    with pytest.raises(OnRecordError, match="a reading process was killed"):
        list(readings([("a", "die")], load_echo, None, processes=2))
