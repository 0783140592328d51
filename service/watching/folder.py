"""Finds in one folder the files that are new or changed, and whole: a writer may still be at work on one."""

import hashlib
import stat
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from service.errors import OnRecordError
from service.sources import BrokenSource, walked
from service.watching.journal import Journal, Signature, Taken

SETTLED = 2.0  # seconds without a change, after which a file counts as whole


class WatchedFolder:
    """A folder, looked through again and again. `clock` gives seconds that only ever grow."""

    def __init__(self, folder: Path, journal: Journal, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._journal, self._clock = folder, journal, clock
        self._since: dict[str, tuple[Signature, float]] = {}  # files that changed lately, and when that was seen
        self._told: set[str] = set()
        self._unreadable: list[BrokenSource] = []

    def due(self) -> Iterator[tuple[Path, Taken]]:
        """Every file to be taken in now. The caller tells with `done` once it was; until then it stays due."""
        seen: set[str] = set()
        for path in walked(self._folder, self._tell):
            seen.add(self._name(path))
            if signature := _signature(path):
                yield from self._due(path, signature)
        self._since = {name: since for name, since in self._since.items() if name in seen}

    def done(self, path: Path, taken: Taken) -> None:
        """The file was taken in, or named as broken: it is not due again before it changes."""
        self._journal.put(self._name(path), taken)
        self._since.pop(self._name(path), None)

    def unreadable(self) -> list[BrokenSource]:
        """Files and folders that could not be read at the last look, each given once."""
        found, self._unreadable = self._unreadable, []
        return found

    def _due(self, path: Path, signature: Signature) -> Iterator[tuple[Path, Taken]]:
        known = self._journal.get(self._name(path))
        if (known and known.signature == signature) or not self._is_whole(path, signature):
            return
        sha256 = self._sha256(path)
        if sha256 is None:
            return
        taken = Taken(signature, sha256)
        if known and known.sha256 == sha256:  # only touched, moved about or given other rights
            self.done(path, taken)
        else:
            yield path, taken

    def _is_whole(self, path: Path, signature: Signature) -> bool:
        # A rename changes the file's entry after the last write to it: whoever moves a file into place has finished.
        if signature.changed > signature.modified:
            return True
        before, since = self._since.get(self._name(path), (None, 0.0))
        if before != signature:
            self._since[self._name(path)] = signature, self._clock()
            return False
        return self._clock() - since >= SETTLED

    def _name(self, path: Path) -> str:
        return str(path.relative_to(self._folder))

    def _sha256(self, path: Path) -> str | None:
        try:
            with path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest()
        except FileNotFoundError:  # gone since the look: nothing is there to be taken in
            return None
        except OSError as error:
            self._tell(BrokenSource(str(path), f"cannot be read: {error.strerror or error}"))
            return None

    def _tell(self, broken: BrokenSource) -> None:
        if str(broken) not in self._told:
            self._told.add(str(broken))
            self._unreadable.append(broken)


def _signature(path: Path) -> Signature | None:
    """None for what is gone again, and for pipes and the like, which could be waited on for ever."""
    try:
        found = path.stat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Signature(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


@contextmanager
def watched_folders(data: Path, folders: Sequence[Path], store: str) -> Iterator[list[WatchedFolder]]:
    """The folders, with what the data folder remembers of each and a store. OnRecordError: one is no folder."""
    with ExitStack() as held:
        yield [_watched_folder(data, folder.expanduser().resolve(), store, held) for folder in folders]


def _watched_folder(data: Path, folder: Path, store: str, held: ExitStack) -> WatchedFolder:
    if not folder.is_dir():
        raise OnRecordError(f"{folder} is no folder: only folders can be watched")
    return WatchedFolder(folder, held.enter_context(Journal(data, folder, store)))
