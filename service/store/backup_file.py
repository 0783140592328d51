"""The file of a backup: a zip with the rows of each table as Postgres copies them, and a manifest that proves them."""

import hashlib
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import orjson

from service.errors import BackupError
from service.store.tables import Counter, Table

_FORMAT = "onrecord-backup-1"
_MANIFEST = "manifest.json"
_CHUNK = 1 << 16  # bytes
_MOST = 16_000_000  # bytes of a manifest, once unpacked: a few thousand are usual
# NotImplementedError, RuntimeError: a flipped bit in a zip may read as an unknown compression, or as encryption.
_BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, TypeError, ValueError, NotImplementedError, RuntimeError)


@dataclass(frozen=True, slots=True)
class Part:
    """One table in the file: its rows, and the sha256 of them as copied, before compression."""

    table: str
    columns: tuple[str, ...]
    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds; `migrations` are the name and sha256 of each that its store had."""

    made_at: str  # RFC 3339, UTC
    program: str  # versions, for the reader of the file alone
    server: str
    migrations: dict[str, str]
    parts: tuple[Part, ...]
    counters: tuple[Counter, ...]

    def rows(self) -> dict[str, int]:
        """How many rows of each table it holds."""
        return {part.table: part.rows for part in self.parts}


class BackupWriter:
    """Writes one file in one go, and holds no more than one row in memory."""

    def __init__(self, file: BinaryIO) -> None:
        self._zip = ZipFile(file, "w", ZIP_DEFLATED)

    def add(self, table: Table, rows: Iterable[bytes | bytearray | memoryview]) -> Part:
        """Write the rows of a table, each as COPY gives it."""
        digest, count = hashlib.sha256(), 0
        with self._zip.open(_place(table.name), "w", force_zip64=True) as part:
            for row in rows:
                part.write(row)
                digest.update(row)
                count += 1
        return Part(table.name, table.columns, count, digest.hexdigest())

    def finish(self, manifest: Manifest) -> None:
        """Write the manifest; without it the file is none."""
        document = {"format": _FORMAT} | asdict(manifest)
        self._zip.writestr(_MANIFEST, orjson.dumps(document, option=orjson.OPT_INDENT_2))
        self._zip.close()


class BackupReader:
    """A backup, open for reading. BackupError: the file cannot be read, is none, or is broken."""

    def __init__(self, path: Path) -> None:
        try:
            with _broken(path):
                self._zip = ZipFile(path)
        except OSError as error:
            raise BackupError(f"{path} cannot be read: {error.strerror or error}") from error
        self._path = path
        self.manifest = self._manifest()

    def __enter__(self) -> Self:
        """The reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._zip.close()

    def chunks(self, part: Part) -> Iterator[bytes]:
        """The rows of a part as they were copied; BackupError at its end if they are not what was written."""
        digest = hashlib.sha256()
        with _broken(self._path), self._zip.open(_place(part.table)) as content:
            while chunk := content.read(_CHUNK):
                digest.update(chunk)
                yield chunk
        if digest.hexdigest() != part.sha256:
            raise self.broken(f"the rows of {part.table} are not those that were written")

    def broken(self, reason: str) -> BackupError:
        """The error for a file that is not what its manifest says."""
        return BackupError(f"{self._path} is broken: {reason}")

    def _manifest(self) -> Manifest:
        with _broken(self._path), self._zip.open(_MANIFEST) as file:
            if len(written := file.read(_MOST + 1)) > _MOST:
                raise ValueError(f"its manifest has more than {_MOST} bytes")
            document = orjson.loads(written)
            if document.pop("format") != _FORMAT:
                raise BackupError(f"{self._path} was made by a newer onrecord: use that one")
            return _read(document)


@contextmanager
def _broken(path: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as error:
        raise BackupError(f"{path} is no backup of onrecord, or is broken: {' '.join(str(error).split())}") from error


def _read(document: dict[str, Any]) -> Manifest:
    parts = tuple(Part(**part | {"columns": tuple(part["columns"])}) for part in document.pop("parts"))
    counters = tuple(Counter(**counter) for counter in document.pop("counters"))
    return Manifest(**document, parts=parts, counters=counters)


def _place(table: str) -> str:
    return f"tables/{table}"
