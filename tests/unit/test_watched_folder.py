"""Which files of a watched folder are due: whole ones, once each, restarts included. Time is told, never waited for."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest

from service.errors import OnRecordError
from service.watching.folder import SETTLED, WatchedFolder, watched_folders
from service.watching.journal import Journal


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Scene:
    """A folder that is watched, and a clock that moves only when it is told to."""

    def __init__(self, home: Path) -> None:
        self.home, self.folder, self.clock = home, home / "in", Clock()
        self.folder.mkdir()

    @contextmanager
    def watched(self, store: str = ""):
        with Journal(self.home / "data", self.folder, store) as journal:
            yield WatchedFolder(self.folder, journal, clock=self.clock)

    def write(self, name: str, words: str = "So.") -> Path:
        """Writes a file in its place, as a slow writer does."""
        path = self.folder / name
        path.write_text(words)
        return path

    def put(self, name: str, words: str = "So.") -> Path:
        """Moves a finished file into its place, as a careful writer does."""
        finished = self.write(f".{name}.part", words)
        earlier = finished.stat().st_mtime_ns - 10**9  # file systems count time in steps of milliseconds
        os.utime(finished, ns=(earlier, earlier))
        return finished.rename(self.folder / name)

    def later(self) -> None:
        self.clock.now += SETTLED


@pytest.fixture
def scene(tmp_path):
    return Scene(tmp_path)


def names(watched: WatchedFolder) -> list[str]:
    return [path.name for path, _ in watched.due()]


def take_all(watched: WatchedFolder) -> list[str]:
    taken = []
    for path, file in watched.due():
        watched.done(path, file)
        taken.append(path.name)
    return taken


def test_a_file_moved_into_place_is_due_at_once(scene):
    with scene.watched() as watched:
        scene.put("a.txt")
        assert names(watched) == ["a.txt"]


def test_a_file_that_is_written_is_due_once_it_is_quiet(scene):
    with scene.watched() as watched:
        scene.write("a.txt", "So")
        assert names(watched) == []
        scene.write("a.txt", "So it")
        scene.later()
        assert names(watched) == []
        scene.clock.now += SETTLED / 2
        assert names(watched) == []
        scene.later()
        assert names(watched) == ["a.txt"]


def test_a_file_is_due_until_it_is_done_and_then_no_more(scene):
    with scene.watched() as watched:
        scene.put("a.txt")
        assert names(watched) == names(watched) == ["a.txt"]
        assert take_all(watched) == ["a.txt"]
        assert names(watched) == []


def test_what_is_done_stays_done_after_a_restart(scene):
    scene.put("a.txt")
    with scene.watched() as watched:
        take_all(watched)
    scene.put("b.txt")
    with scene.watched() as watched:
        assert names(watched) == ["b.txt"]


def test_another_store_has_taken_in_nothing_yet(scene):
    scene.put("a.txt")
    with scene.watched() as watched:
        take_all(watched)
    with scene.watched("postgresql:///other") as watched:
        assert names(watched) == ["a.txt"]


@pytest.mark.parametrize("restart", [False, True], ids=["while watched", "between two runs"])
def test_a_change_makes_a_file_due_again(scene, restart):
    scene.put("a.txt", "One.")
    with scene.watched() as watched:
        take_all(watched)
        if not restart:
            scene.put("a.txt", "Two.")
            assert names(watched) == ["a.txt"]
    if restart:
        scene.put("a.txt", "Two.")
        with scene.watched() as watched:
            assert names(watched) == ["a.txt"]


def test_a_touch_changes_nothing(scene):
    path = scene.put("a.txt")
    with scene.watched() as watched:
        take_all(watched)
        os.utime(path)
        path.chmod(0o600)
        assert names(watched) == []
        scene.later()
        assert names(watched) == []


def test_what_went_and_came_back_the_same_is_not_due(scene):
    path = scene.put("a.txt")
    with scene.watched() as watched:
        take_all(watched)
        path.unlink()
        assert names(watched) == []
        scene.put("a.txt")
        assert names(watched) == []


def test_only_files_of_known_kinds_are_looked_at(scene):
    scene.put("notes.md")
    os.mkfifo(scene.folder / "pipe.txt")
    (scene.folder / "folder.txt").mkdir()
    (scene.folder / "gone.txt").symlink_to(scene.folder / "nowhere")
    (scene.folder / "below").mkdir()
    scene.put("below.rss").rename(scene.folder / "below" / "news.rss")
    with scene.watched() as watched:
        assert names(watched) == ["news.rss"]


def test_a_name_that_is_no_text_is_remembered(scene):
    os.rename(scene.put("a.txt"), os.fsencode(scene.folder) + b"/M\xfcller.txt")
    for due in (1, 0):
        with scene.watched() as watched:
            assert len(take_all(watched)) == due


def test_a_file_that_cannot_be_read_is_named_once(scene, monkeypatch):
    path = scene.put("a.txt")
    opened = Path.open

    def refusing(self, *given, **options):
        if self == path:  # root, as whom CI runs, may read every file: the refusal has to be played
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *given, **options)

    with scene.watched() as watched:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "open", refusing)
            assert names(watched) == names(watched) == []
            assert [str(broken) for broken in watched.unreadable()] == [f"{path}: cannot be read: Permission denied"]
            assert watched.unreadable() == []
        assert names(watched) == ["a.txt"]


def test_a_folder_that_goes_away_is_named_once_and_waited_for(scene):
    with scene.watched() as watched:
        scene.folder.rename(scene.home / "away")
        assert names(watched) == names(watched) == []
        assert [str(broken) for broken in watched.unreadable()] == [
            f"{scene.folder}: cannot be read: No such file or directory"
        ]
        (scene.home / "away").rename(scene.folder)
        scene.put("a.txt")
        assert names(watched) == ["a.txt"]


def test_a_line_that_a_power_cut_broke_costs_only_itself(scene):
    scene.put("a.txt")
    scene.put("b.txt")
    with scene.watched() as watched:
        take_all(watched)
    [journal] = (scene.home / "data" / "watched").iterdir()
    journal.write_bytes(journal.read_bytes()[:-20])
    for due in (["b.txt"], []):
        with scene.watched() as watched:
            assert take_all(watched) == due


def test_a_folder_is_watched_by_one_process_at_a_time(scene):
    with scene.watched():
        with pytest.raises(OnRecordError, match="is being watched already"), scene.watched():
            pass
        with scene.watched("postgresql:///other") as watched:
            assert names(watched) == []


def test_only_folders_can_be_watched(scene):
    path = scene.put("a.txt")
    with pytest.raises(OnRecordError, match=r"a\.txt is no folder"), watched_folders(scene.home, [path], ""):
        pass
