"""Extracts quotes from files without a store: texts in, one line of NDJSON out for each, in the same order."""

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import orjson

from service.errors import OnRecordError
from service.extraction.lines import line
from service.progress import Progress, beside_the_bar
from service.readings import Named
from service.records import Reading
from service.sources import STANDARD_INPUT, BrokenSource, texts_in

Engine = Callable[[Iterable[Named]], Generator[tuple[str, Reading]]]  # each text's name with its reading, in order


def extract(paths: Sequence[Path], out: BinaryIO, read: Engine, limit: int) -> int:
    """Writes a line to `out` for each text under `paths`, standard input if there are none, and names the broken ones.

    `read` is where the texts are read: `readings` on this machine, `clustered_readings` on a Dask cluster; `limit` is
    the longest text, in bytes of UTF-8. Returns the exit status: 1 if any was broken. That the other end of `out` was
    closed, as `head` does, ends the work quietly; OnRecordError when `out` takes no more for another reason, such as a
    full disk.
    """
    with Progress() as progress:
        texts = _sound(paths or [STANDARD_INPUT], limit, progress)
        with closing(read(texts)) as found:
            try:
                _write(found, out, progress)
            except BrokenPipeError:
                _forget(out)
        return progress.status


def _sound(paths: Iterable[Path], limit: int, progress: Progress) -> Iterator[Named]:
    """The texts that can be read; the others are named on the way."""
    for path in paths:
        for found in texts_in(path, limit):
            if isinstance(found, BrokenSource):
                progress.refuse(found)
            else:
                yield found.id, found.text


def _write(found: Iterable[tuple[str, Reading]], out: BinaryIO, progress: Progress) -> None:
    """Each line as soon as it is there, so that whoever reads the other end need not wait for a full buffer."""
    for name, reading in found:
        with beside_the_bar():
            _put(orjson.dumps(line(name, reading), option=orjson.OPT_APPEND_NEWLINE), out)
        progress.step()


def _put(written: bytes, out: BinaryIO) -> None:
    try:
        out.write(written)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _forget(out)
        raise OnRecordError(f"the output cannot be written: {error.strerror}") from error


def _forget(out: BinaryIO) -> None:
    """Python flushes its output once more at exit and would complain again: what is left of it goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, out.fileno())
    os.close(nowhere)
