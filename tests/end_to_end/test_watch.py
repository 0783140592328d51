"""`onrecord load --watch` as a user runs it: files come while it runs and while it does not, and each is taken once."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest

MAIN = "from service.cli import main; main()"


@pytest.fixture(autouse=True)
def _only_the_test_database(monkeypatch, database_url):
    for name in list(os.environ):
        if name.startswith("ONRECORD_"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("DATABASE_URL", database_url)


@contextmanager
def watching(folder, data):
    """A running `onrecord load --watch`; what is left of it at the end is killed."""
    words = ["load", "--watch", "--interval", "0.1", "--data", str(data), str(folder)]
    program = [sys.executable, "-c", MAIN, *words]
    process = subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd="/")
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def put(folder, name, words):
    finished = folder / f".{name}.part"
    finished.write_text(words, encoding="utf-8")
    finished.rename(folder / name)


def ended(process, number):
    """Ends the process by a signal; returns its closing line."""
    process.send_signal(number)
    out, err = process.communicate()
    assert (process.returncode, err) == (0, "")
    return out.splitlines()[-1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_each_file_is_taken_once_over_restarts(tmp_path, data_folder, number):
    folder = tmp_path / "in"
    folder.mkdir()
    put(folder, "before.txt", "“We were here first,” said Ama Boateng.")
    with watching(folder, data_folder) as process:
        assert process.stdout.readline().endswith(f"{folder}/before.txt\n")
        put(folder, "while.json", '{"uri": "urn:1", "body_text": "“We came later,” said Ama Boateng."}')
        assert process.stdout.readline().endswith(f"{folder}/while.json\n")
        assert ended(process, number) == "2 created, 0 revised, 0 updated, 0 unchanged, 0 failed"
    put(folder, "between.txt", "“We came in between,” said Ama Boateng.")
    with watching(folder, data_folder) as process:
        assert process.stdout.readline().endswith(f"{folder}/between.txt\n")
        assert ended(process, number) == "1 created, 0 revised, 0 updated, 0 unchanged, 0 failed"


def test_after_a_kill_nothing_is_lost_and_nothing_taken_twice(tmp_path, data_folder):
    folder = tmp_path / "in"
    folder.mkdir()
    rows = "".join(f'{{"text": "“We never did that {n} times,” said Ama Boateng."}}\n' for n in range(50))
    put(folder, "many.jsonl", rows)
    with watching(folder, data_folder) as process:
        process.stdout.readline()
        process.kill()
        assert process.wait() == -signal.SIGKILL
    with watching(folder, data_folder) as process:
        outcomes = [process.stdout.readline().split()[0] for _ in range(50)]
        assert set(outcomes) <= {"created", "unchanged"}
        assert outcomes[0] == "unchanged"
        counts = ended(process, signal.SIGTERM)
    with watching(folder, data_folder) as process:
        put(folder, "one.txt", "“And one more,” said Ama Boateng.")
        assert process.stdout.readline().endswith(f"{folder}/one.txt\n")
        assert ended(process, signal.SIGTERM).startswith("1 created, 0 revised, 0 updated, 0 unchanged")
    created, unchanged = outcomes.count("created"), outcomes.count("unchanged")
    assert counts == f"{created} created, 0 revised, 0 updated, {unchanged} unchanged, 0 failed"


def test_what_is_no_folder_is_one_line(tmp_path, data_folder):
    (tmp_path / "a.txt").write_text("So.")
    with watching(tmp_path / "a.txt", data_folder) as process:
        out, err = process.communicate()
    assert (process.returncode, out) == (1, "")
    assert err == f"Error: {tmp_path}/a.txt is no folder: only folders can be watched\n"
