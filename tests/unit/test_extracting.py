"""`onrecord extract` without its command: lines in the order of the input, the broken ones named, pipes respected."""

import io
import json
import os
import threading
from functools import partial
from pathlib import Path

import pytest

from service.errors import OnRecordError
from service.extracting import extract
from service.readings import readings
from service.records import Mention, Quote, Reading

LIMIT = 1000


class QuoteReader:
    """Takes the whole text for one direct quote of Lavrov."""

    def read(self, text: str) -> Reading:
        spans = ((0, len(text)),)
        speakers = (Mention("Lavrov"),)
        quote = Quote(spans, spans, None, speakers, None, "direct", "assert", True, "attributed", "cue", (), 0.9)
        return Reading("read", "en", "fake", (quote,))


def load_fake(model: Path | None) -> QuoteReader:
    return QuoteReader()


def here(texts, processes=1):
    return readings(texts, load_fake, None, processes)


def lines(out: io.BytesIO) -> list[dict]:
    return [json.loads(line) for line in out.getvalue().decode().splitlines()]


def run(paths: list[Path], processes: int = 1) -> tuple[int, list[dict]]:
    out = io.BytesIO()
    status = extract(paths, out, partial(here, processes=processes), LIMIT)
    return status, lines(out)


def rows(folder: Path, *texts: str) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(json.dumps({"id": f"r{n}", "text": text}) + "\n" for n, text in enumerate(texts)))
    return path


@pytest.mark.parametrize("processes", [1, 2])
def test_one_line_a_text_in_order(tmp_path, processes):
    story = tmp_path / "story.txt"
    story.write_text("„Nein“ 😀.", encoding="utf-8")
    status, found = run([rows(tmp_path, *(["So."] * 20)), story], processes)
    assert status == 0
    assert [line["id"] for line in found] == [*(f"r{n}" for n in range(20)), "story.txt"]
    assert found[-1]["quotes"][0]["content"] == [[0, 9]]
    assert {"id", "language", "quotes", "claims", "disputes"} <= found[0].keys()


def test_broken_texts_are_named_and_the_others_read(tmp_path, capsys):
    path = rows(tmp_path, "One.", "", "x" * (LIMIT + 1), "Two.")
    status, found = run([path, tmp_path / "gone.txt"])
    assert status == 1
    assert [line["id"] for line in found] == ["r0", "r3"]
    named = capsys.readouterr().err.splitlines()
    assert [line.removeprefix(str(tmp_path)).split(": ")[0] for line in named] == [
        "/rows.jsonl:2", "/rows.jsonl:3", "/gone.txt",
    ]  # fmt: skip


def test_without_paths_standard_input_is_read(tmp_path, capfd):
    before = os.dup(0)
    with rows(tmp_path, "So.").open("rb") as file:
        os.dup2(file.fileno(), 0)
    try:
        assert run([])[1][0]["id"] == "r0"
    finally:
        os.dup2(before, 0)
        os.close(before)


def test_a_line_is_out_before_the_next_text_is_there(tmp_path):
    reading, writing = os.pipe()
    fifo = tmp_path / "rows.ndjson"
    os.mkfifo(fifo)
    with os.fdopen(writing, "wb") as out, os.fdopen(reading, "rb") as result:
        work = threading.Thread(target=extract, args=([fifo], out, here, LIMIT))
        work.start()
        with fifo.open("w") as source:
            source.write('{"id": "r0", "text": "So."}\n')
            source.flush()
            assert json.loads(result.readline())["id"] == "r0"
        work.join()


def test_a_closed_pipe_ends_the_work_quietly(tmp_path, capsys):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as out:
        assert extract([rows(tmp_path, *["So."] * 9)], out, here, LIMIT) == 0
    assert capsys.readouterr().err == ""


def test_a_full_disk_is_told(tmp_path):
    path = rows(tmp_path, "So.")
    with open("/dev/full", "wb") as out, pytest.raises(OnRecordError, match="cannot be written: No space left"):
        extract([path], out, here, LIMIT)


def test_a_bar_is_drawn_on_a_terminal_only(tmp_path, monkeypatch, capsys):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    path = rows(tmp_path, "So.")
    run([path])
    assert capsys.readouterr().err == ""
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    run([path])
    assert "1 articles" in terminal.getvalue()
