"""A broken backup, and a backup or restore that is ended in the middle: nothing half is left, and one line says so."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from stores import await_waiting, contents, is_unused, stopped_at

from service.errors import BackupError
from service.store import backup_file
from service.store.backup import backup
from service.store.restore import restore


def truncated(path):
    path.write_bytes(path.read_bytes()[:-300])


def emptied(path):
    path.write_bytes(b"")


def a_text(path):
    path.write_text("Ann Lee said no.")


def another_zip(path):
    with ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "hello")


def flipped(path):
    content = bytearray(path.read_bytes())
    with ZipFile(path) as archive:
        place = archive.getinfo("tables/quotes").header_offset
    content[place + 120] ^= 0xFF
    path.write_bytes(content)


def rewritten(change):
    """A change of the parts of a zip, whose own checks then find nothing wrong."""

    def rewrite(path):
        with ZipFile(path) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        change(parts)
        with ZipFile(path, "w") as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return rewrite


def _without_a_part(parts):
    del parts["tables/quotes"]


def _with_other_words(parts):
    parts["tables/keys"] = parts["tables/keys"].replace(b"desk", b"task")


def _with_a_broken_row(parts):
    parts["tables/keys"] = b"half a row\n"


def _with_wrong_counts(parts):
    document = json.loads(parts["manifest.json"])
    document["parts"][-1]["rows"] += 1
    parts["manifest.json"] = json.dumps(document).encode()


def _with_half_a_manifest(parts):
    parts["manifest.json"] = b'{"format": "onrecord-backup-1", "parts": []}'


BROKEN = [
    pytest.param(truncated, id="its end is missing"),
    pytest.param(emptied, id="an empty file"),
    pytest.param(a_text, id="some text"),
    pytest.param(another_zip, id="another zip"),
    pytest.param(flipped, id="a flipped byte"),
    pytest.param(rewritten(_without_a_part), id="a table is missing"),
    pytest.param(rewritten(_with_other_words), id="words were changed"),
    pytest.param(rewritten(_with_a_broken_row), id="a row is none"),
    pytest.param(rewritten(_with_wrong_counts), id="counts disagree"),
    pytest.param(rewritten(_with_half_a_manifest), id="half a manifest"),
    pytest.param(Path.unlink, id="no such file"),
]


@pytest.mark.parametrize("damage", BROKEN)
def test_a_broken_file_is_one_line_and_stores_nothing(damage, filled, other, tmp_path):
    path = tmp_path / "store.backup"
    backup(filled, path)
    damage(path)
    with pytest.raises(BackupError, match=str(path)) as caught:
        restore(path, other)
    assert "\n" not in str(caught.value)
    assert is_unused(other)


def test_a_format_of_the_future_is_said(filled, other, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(backup_file, "_FORMAT", "onrecord-backup-2")
        backup(filled, tmp_path / "store.backup")
    with pytest.raises(BackupError, match="newer onrecord"):
        restore(tmp_path / "store.backup", other)


BACK_UP = """
import sys
from pathlib import Path
from service.signals import end_in_order
from service.store.backup import backup
end_in_order()
backup(sys.argv[1], Path(sys.argv[2]))
"""
RESTORE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from service.store import restore as module
copy = module._copy
def dying(connection, reader, table, part):
    if table.name == "quotes":
        os.kill(os.getpid(), signal.SIGKILL)
    copy(connection, reader, table, part)
module._copy = dying
module.restore(Path(sys.argv[1]), sys.argv[2])
"""


@pytest.mark.parametrize(
    ("number", "left"),
    [
        pytest.param(signal.SIGKILL, 1, id="killed: a file that says it is partial may stay"),
        pytest.param(signal.SIGTERM, 0, id="ended: nothing stays"),
        pytest.param(signal.SIGINT, 0, id="Ctrl-C: nothing stays"),
    ],
)
def test_a_backup_ended_in_the_middle_leaves_no_half_file(filled, tmp_path, number, left):
    path = tmp_path / "store.backup"
    with stopped_at(filled, "quote_speakers"):
        process = subprocess.Popen([sys.executable, "-c", BACK_UP, filled, str(path)], stderr=subprocess.DEVNULL)
        await_waiting(filled)
        os.kill(process.pid, number)
        assert process.wait() != 0
    assert not path.exists()
    assert len(list(tmp_path.glob("store.backup.*.partial"))) == left
    assert backup(filled, path).rows() == {name: len(rows) for name, rows in contents(filled).items()}


def test_a_restore_killed_in_the_middle_leaves_nothing_and_can_be_repeated(filled, other, tmp_path):
    backup(filled, tmp_path / "store.backup")
    program = [sys.executable, "-c", RESTORE_AND_DIE, str(tmp_path / "store.backup"), other]
    assert subprocess.run(program, check=False).returncode == -signal.SIGKILL
    assert is_unused(other)
    restore(tmp_path / "store.backup", other)
    assert contents(other) == contents(filled)
