"""The program of a reading process: it answers each text that comes with what was read in it, or what that raised."""

import os
import signal
import sys
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TYPE_CHECKING

from service.collecting import collect_seldom
from service.records import Reading
from service.signals import ENDING, end_inherited_hold

if TYPE_CHECKING:
    from service.intake import Reader

    Load = Callable[[Path | None], Reader]

_Texts = SimpleQueue[tuple[int, str]]


def main(descriptor: int) -> None:
    """Answers over a socket, until the other process closes its end or is gone."""
    # Both may reach every process of a service: the one that asks ends this one.
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN)
    end_inherited_hold()
    collect_seldom()
    pipe, texts = Connection(descriptor), _Texts()
    sys.path[:] = pipe.recv()
    load, model, at_once = pipe.recv()
    Thread(target=_take, args=(pipe, texts), daemon=True).start()
    try:
        reader = load(model)
    except Exception as error:  # noqa: BLE001 - raised by who waits for the version
        _send(pipe, error)
        return
    _send(pipe, reader.version)
    sending = Lock()
    for _ in range(at_once - 1):
        Thread(target=_answer, args=(pipe, sending, texts, reader), daemon=True).start()
    _answer(pipe, sending, texts, reader)


def _take(pipe: Connection, texts: _Texts) -> None:
    """Takes texts in at once, however long they are: who sends one may take in no reading meanwhile, so that both would
    wait for each other for ever. And nobody is left to whom a reading would be of use when there is no other end.
    """
    try:
        while True:
            texts.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)


def _answer(pipe: Connection, sending: Lock, texts: _Texts, reader: "Reader") -> None:
    """Reads one text after the other; the process ends with what cannot be told, whichever thread has to tell it."""
    try:
        while True:
            number, text = texts.get()
            found = _reading(reader, text)
            with sending:
                _send(pipe, (number, found))
    except BaseException:  # noqa: BLE001 - it is printed, and whoever waits is told that the process is gone
        traceback.print_exc()
        os._exit(1)


def _reading(reader: "Reader", text: str) -> Reading | Exception:
    try:
        return reader.read(text)
    except Exception as error:  # noqa: BLE001 - raised by who waits for the reading
        return error


def _send(pipe: Connection, told: object) -> None:
    try:
        pipe.send(told)
    except OSError:  # the other process is gone
        os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
