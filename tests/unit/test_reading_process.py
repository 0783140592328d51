"""A reader in another process reads as one in this does; what it raises, and that it was killed, is told here."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from service.errors import ModelError, OnRecordError
from service.reading_process import ReadingProcess
from service.records import Reading


class Teller:
    """A reader whose reading tells the text and the process that read it; some words break it."""

    version = "teller"

    def read(self, text: str) -> Reading:
        if text == "die":
            os._exit(1)
        if text == "raise":
            raise LookupError(text)
        return Reading("read", text, str(os.getpid()))


def load_teller(model: Path | None) -> Teller:
    return Teller()


def load_nothing(model: Path | None) -> Teller:
    raise ModelError(f"the model folder {model} lacks tagger.onnx")


def test_texts_are_read_elsewhere_one_after_the_other():
    with ReadingProcess(load_teller, None) as reader:
        found = [reader.read(text) for text in ("one", "“Zwei”", "")]
    assert reader.version == "teller"
    assert [each.language for each in found] == ["one", "“Zwei”", ""]
    assert len({each.reader for each in found} | {str(os.getpid())}) == 2


def test_a_model_that_is_none_is_told():
    with pytest.raises(ModelError, match=r"the model folder m lacks tagger\.onnx"):
        ReadingProcess(load_nothing, Path("m"))


def test_what_one_text_raises_does_not_end_it():
    with ReadingProcess(load_teller, None) as reader:
        with pytest.raises(LookupError, match="raise"):
            reader.read("raise")
        assert reader.read("more").language == "more"


def test_one_that_was_killed_is_told_and_followed_by_another():
    with ReadingProcess(load_teller, None) as reader:
        first = reader.read("one").reader
        with pytest.raises(OnRecordError, match="the reading process was killed"):
            reader.read("die")
        assert reader.read("two").reader != first


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "pass"], ids=["killed", "done, and never closed it"])
def test_it_ends_with_its_owner(end):
    # Left alone it would live for ever, or its owner wait for it.
    program = (
        "from service.reading_process import ReadingProcess; from test_reading_process import load_teller; import os\n"
        "if __name__ == '__main__':\n"
        "    reader = ReadingProcess(load_teller, None)\n"
        f"    print(reader.read('one').reader, flush=True)\n    {end}\n"
    )
    given = os.environ | {"PYTHONPATH": os.pathsep.join((str(Path(__file__).parent), *sys.path))}
    told = subprocess.run([sys.executable, "-c", program], env=given, capture_output=True, text=True, timeout=60)
    reading = int(told.stdout)
    deadline = time.monotonic() + 30
    while _runs(reading) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not _runs(reading)


def _runs(process: int) -> bool:
    """Whether it is there and no mere entry that nobody has asked for yet."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
