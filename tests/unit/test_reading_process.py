"""A reader in another process reads as one in this does; what it raises, and that it was killed, is told here."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, Timer

import pytest

from service.errors import ModelError, ReadingLost
from service.reading_process import ReadingProcess
from service.records import Reading

_TOGETHER = Barrier(2)


class Untellable(Exception):
    """One that cannot be handed to another process, or cannot be made again there."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why

    def __reduce__(self):
        return (_not_made, ()) if self.why == "unmade" else (lambda: None, ())


def _not_made():
    raise ValueError("not here")


class Teller:
    """A reader whose reading tells the text and the process that read it; some words break it."""

    version = "teller"

    def read(self, text: str) -> Reading:
        if text == "die":
            os._exit(1)
        if text in ("untellable", "unmade"):
            raise Untellable(text)
        if text == "raise":
            raise LookupError(text)
        if text == "together":
            _TOGETHER.wait(60)
        if text == "sleep":
            time.sleep(3600)
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
        with pytest.raises(ReadingLost, match="the reading process was killed"):
            reader.read("die")
        assert reader.read("two").reader != first


def test_texts_are_handed_over_ahead_and_each_waits_for_its_own_reading():
    with ReadingProcess(load_teller, None) as reader:
        waiting = [reader.begin(str(number)) for number in range(20)]
        assert [each().language for each in waiting[::-1]] == [str(number) for number in reversed(range(20))]


def test_neither_waits_for_the_other_with_long_texts_and_readings():
    # Either way a pipe holds some hundred thousand bytes, and whoever has more to send waits for the other end.
    texts = [letter * 3_000_000 for letter in "abcd"]
    with ReadingProcess(load_teller, None) as reader:
        waiting = [reader.begin(text) for text in texts]
        assert [each().language for each in waiting] == texts


def test_two_texts_are_read_beside_each_other_where_that_is_asked_for():
    # Each waits for the other: read one after the other they would not end.
    with ReadingProcess(load_teller, None, at_once=2) as reader:
        waiting = [reader.begin("together") for _ in range(2)]
        assert [each().language for each in waiting] == ["together"] * 2


def test_with_a_version_that_is_known_it_is_started_with_the_first_text():
    with ReadingProcess(load_nothing, Path("m"), version="told") as reader:
        assert reader.version == "told"
        with pytest.raises(ModelError, match=r"lacks tagger\.onnx"):
            reader.read("one")


def test_who_waits_for_a_short_text_need_not_wait_for_who_waits_for_a_long_one():
    with ReadingProcess(load_teller, None, at_once=2) as reader, ThreadPoolExecutor(1) as threads:
        first = reader.read("one").reader
        long = threads.submit(reader.read, "sleep")
        assert reader.read("two").reader == first
        reader.__exit__(None, None, None)
        with pytest.raises(ReadingLost):
            long.result(60)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("text", ["untellable", "unmade"])
def test_nobody_waits_for_ever_where_what_a_text_raised_cannot_be_told(text):
    with ReadingProcess(load_teller, None, at_once=2) as reader:
        with pytest.raises(ReadingLost):
            reader.read(text)
        assert reader.read("two").language == "two"


def test_many_threads_share_it():
    texts = [str(number) for number in range(200)]
    with ReadingProcess(load_teller, None) as reader, ThreadPoolExecutor(8) as threads:
        assert [each.language for each in threads.map(reader.read, texts)] == texts


def test_one_for_which_nobody_waits_any_more_is_not_taken_for_the_next():
    with ReadingProcess(load_teller, None) as reader:
        failed, behind = reader.begin("raise"), reader.begin("left behind")
        with pytest.raises(LookupError, match="raise"):
            failed()
        del behind
        assert reader.read("more").language == "more"


def test_with_one_that_was_killed_those_behind_it_fail_too_and_others_are_read():
    with ReadingProcess(load_teller, None) as reader:
        first, *lost = [reader.begin(text) for text in ("one", "die", "two")]
        assert first().language == "one"
        for each in lost:
            with pytest.raises(ReadingLost, match="the reading process was killed"):
                each()
        assert reader.read("two").language == "two"


def test_it_is_killed_from_outside_while_it_is_handed_a_text_that_fills_the_pipe():
    with ReadingProcess(load_teller, None) as reader:
        process = int(reader.read("one").reader)
        os.kill(process, signal.SIGSTOP)
        Timer(0.2, os.kill, (process, signal.SIGKILL)).start()
        with pytest.raises(ReadingLost, match="the reading process was killed"):
            reader.read("x" * 3_000_000)
        assert reader.read("two").language == "two"


def test_it_ends_at_once_also_amid_a_text():
    with ReadingProcess(load_teller, None) as reader:
        process = int(reader.read("one").reader)
        reader.begin("sleep")
    assert not _runs(process)


def test_signals_to_all_processes_of_a_terminal_are_for_the_one_that_asks():
    with ReadingProcess(load_teller, None) as reader:
        process = reader.read("one").reader
        for each in (signal.SIGINT, signal.SIGTERM):
            os.kill(int(process), each)
        assert reader.read("two").reader == process


@pytest.mark.parametrize("last", ["", "reader.begin('sleep')"], ids=["idle", "reading"])
@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "pass"], ids=["killed", "done, and never closed it"])
def test_it_ends_with_its_owner(end, last):
    # Left alone it would live for ever, or its owner wait for it.
    program = (
        "from service.reading_process import ReadingProcess; from test_reading_process import load_teller; import os\n"
        "if __name__ == '__main__':\n"
        "    reader = ReadingProcess(load_teller, None)\n"
        f"    print(reader.read('one').reader, flush=True)\n    {last}\n    {end}\n"
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
