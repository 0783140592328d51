"""Files that others may have made or put there: links, archives and bombs lead nowhere and fill nothing."""

import gzip
import io
import json
import tracemalloc
from collections import deque
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from service.commands.export import _opened
from service.errors import BackupError
from service.sources import BrokenSource, articles_in
from service.sources.ndjson import objects_in
from service.store.backup_file import BackupReader

STORY = "“We will not sell,” said Ama Boateng, head of the port."
MEGABYTE = 1024 * 1024


@pytest.fixture
def folder(tmp_path):
    """A folder of articles beside a secret that is none of them."""
    (tmp_path / "secret.txt").write_text("The password is swordfish.", "utf-8")
    made = tmp_path / "incoming"
    made.mkdir()
    (made / "a.txt").write_text(STORY, "utf-8")
    return made


@pytest.mark.parametrize(
    ("name", "target", "taken"),
    [
        pytest.param("b.txt", "../secret.txt", False, id="a file beside the folder"),
        pytest.param("b.txt", "../../../../../etc/passwd", False, id="a file of the machine"),
        pytest.param("b.txt", "/etc/passwd", False, id="by its whole path"),
        pytest.param("inner", "..", False, id="a folder"),
        pytest.param("b.txt", "../incoming/../secret.txt", False, id="out by way of itself"),
        pytest.param("b.txt", "a.txt", True, id="within the folder"),
    ],
)
def test_a_link_in_a_folder_leads_nowhere_else(name, target, taken, folder):
    (folder / name).symlink_to(target)
    found = list(articles_in(folder, MEGABYTE))
    texts = [each.article.text for each in found if not isinstance(each, BrokenSource)]
    assert texts == [STORY] * (2 if taken else 1)
    assert all("leads out" in str(each) for each in found if isinstance(each, BrokenSource))


def test_a_link_that_is_named_itself_is_followed(folder):
    (folder / "b.txt").symlink_to("../secret.txt")
    (found,) = articles_in(folder / "b.txt", MEGABYTE)
    assert "swordfish" in found.article.text, "who names it may read it anyway"


@pytest.mark.parametrize("place", ["out.csv", "out.csv.partial"])
def test_an_export_never_writes_through_a_link(place, folder):
    secret = folder.parent / "secret.txt"
    (folder / place).symlink_to(secret)
    with _opened(folder / "out.csv") as file:
        file.write(b"id,name\n")
    assert secret.read_text() == "The password is swordfish."
    assert (folder / "out.csv").read_bytes() == b"id,name\n"
    assert not (folder / "out.csv").is_symlink()


def backup_with(path, entries):
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


PART = {"table": "../../../escaped", "columns": ["id"], "rows": 1, "sha256": "0" * 64}
MANIFEST = {
    "format": "onrecord-backup-1", "made_at": "", "program": "", "server": "", "migrations": {}, "counters": [],
    "parts": [PART],
}  # fmt: skip


def test_an_archive_with_paths_out_of_it_writes_no_file(tmp_path):
    entries = {"manifest.json": json.dumps(MANIFEST), "tables/../../../escaped": "x", "/tmp/escaped": "x"}
    inside = tmp_path / "a" / "b" / "c"
    inside.mkdir(parents=True)
    with (
        BackupReader(backup_with(inside / "evil.backup", entries)) as reader,
        pytest.raises(BackupError, match="not those"),
    ):
        list(reader.chunks(reader.manifest.parts[0]))
    assert sorted(each.name for each in tmp_path.rglob("*")) == ["a", "b", "c", "evil.backup"]


def test_an_archive_whose_manifest_is_a_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = backup_with(tmp_path / "bomb.backup", {"manifest.json": b" " * (40 * MEGABYTE)})
    tracemalloc.start()
    try:
        with pytest.raises(BackupError, match="more than 16000000 bytes"):
            BackupReader(path)
        assert tracemalloc.get_traced_memory()[1] < 36 * MEGABYTE
    finally:
        tracemalloc.stop()


def test_rows_of_an_archive_are_unpacked_bit_by_bit(tmp_path):
    entries = {"manifest.json": json.dumps(MANIFEST), "tables/../../../escaped": b"0" * (20 * MEGABYTE)}
    with BackupReader(backup_with(tmp_path / "great.backup", entries)) as reader:
        tracemalloc.start()
        try:
            with pytest.raises(BackupError, match="not those"):
                deque(reader.chunks(reader.manifest.parts[0]), maxlen=0)
            assert tracemalloc.get_traced_memory()[1] < 5 * MEGABYTE
        finally:
            tracemalloc.stop()


@pytest.mark.parametrize("name", ["bomb.jsonl.gz", "bomb.zip", "bomb.gz", "bomb.txt.bz2"])
def test_packed_files_are_of_no_known_kind_and_never_unpacked(name, tmp_path):
    (tmp_path / name).write_bytes(gzip.compress(b" " * MEGABYTE))
    (found,) = articles_in(tmp_path / name, MEGABYTE)
    assert "of no known kind" in str(found)


def test_a_line_that_never_ends_is_never_held(tmp_path):
    packed = io.BytesIO(gzip.compress(b'{"text": "' + b"a" * (20 * MEGABYTE)))
    tracemalloc.start()
    try:
        found = [each for _, each in objects_in(gzip.GzipFile(fileobj=packed), 10_000)]
        assert [str(each) for each in found] == ["is over 1,060,000 bytes long"]
        assert tracemalloc.get_traced_memory()[1] < 10 * MEGABYTE
    finally:
        tracemalloc.stop()
