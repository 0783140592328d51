"""Shows on standard error how far a long command has come, and names there what it had to leave out."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import Any, Self

from tqdm import tqdm

from service.sources import BrokenSource


class Progress:
    """A bar that counts articles, drawn only on a terminal; what is broken is named either way."""

    def __init__(self) -> None:
        # disable=None: no bar where standard error is a file or a pipe.
        self._bar: tqdm[Any] = tqdm(unit=" articles", file=sys.stderr, disable=None)
        self.failed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    @property
    def status(self) -> int:
        """The exit status of a command that could not do all: 1 if anything was refused."""
        return 1 if self.failed else 0

    def step(self) -> None:
        """One more article is done."""
        self._bar.update()

    def refuse(self, broken: BrokenSource) -> None:
        """One more could not be done: it is named on standard error, above the bar, and counted in `failed`."""
        self.failed += 1
        tqdm.write(str(broken), file=sys.stderr)
        self._bar.update()


def beside_the_bar() -> AbstractContextManager[Any]:
    """For writing to standard output: takes the bar away meanwhile where both are the same terminal."""
    return tqdm.external_write_mode(file=sys.stdout) if sys.stdout.isatty() else nullcontext()
