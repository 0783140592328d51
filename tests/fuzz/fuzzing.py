"""Reads one text after another until the time is over, and tells what breaks the reader once for each place."""

import os
import time
import traceback
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from properties import Broken, check
from smallest import smallest

from service.analysis import Analyst


class Fuzzing:
    """Counts texts and findings until its time is over."""

    def __init__(self, minutes: float, reader: Analyst, first: str) -> None:
        self._reader = reader
        reader.read(first)  # loads the network, which no text should be charged for
        self._begun, self._until = time.monotonic(), time.monotonic() + 60 * minutes
        self._texts, self._characters = 0, 0
        self._findings: Counter[str] = Counter()
        self.at_end = ExitStack()

    def try_one(self, text: str, made: str = "") -> None:
        """Reads the text, `made` from which seed; ends the process once the time is over."""
        if time.monotonic() > self._until:
            self.end()
        self._texts += 1
        self._characters += len(text)
        found = self._finding(text)
        if found is None:
            return
        self._findings[found] += 1
        if self._findings[found] == 1:
            least = smallest(text, lambda shorter: self._finding(shorter) == found)
            print(f"FINDING {found} {made}\n    {least!r}", flush=True)

    def end(self) -> None:
        """Tells the counts and ends the process, past the fuzzer that called."""
        minutes = (time.monotonic() - self._begun) / 60
        print(
            f"{minutes:.1f} minutes, {self._texts} texts of {self._characters} characters, "
            f"{len(self._findings)} findings",
            flush=True,
        )
        self.at_end.close()
        os._exit(1 if self._findings else 0)

    def _finding(self, text: str) -> str | None:
        try:
            check(self._reader, text)
        except Broken as error:
            return "".join(letter for letter in str(error) if not letter.isdigit())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            place = traceback.extract_tb(error.__traceback__)[-1]
            return f"{type(error).__name__} in {Path(place.filename).name}:{place.lineno}"
        return None
