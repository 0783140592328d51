"""Shows on standard error how far a long command has come, and names there what it had to leave out."""

import sys
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Self, TextIO

from service.sources import BrokenSource

if TYPE_CHECKING:
    from tqdm import tqdm


class Progress:
    """A bar that counts articles, drawn only on a terminal; what is broken is named either way."""

    def __init__(self) -> None:
        self._bar = _bar() if sys.stderr.isatty() else None
        self.failed = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    @property
    def status(self) -> int:
        """The exit status of a command that could not do all: 1 if anything was refused."""
        return 1 if self.failed else 0

    def step(self) -> None:
        """One more article is done."""
        if self._bar is not None:
            self._bar.update()

    def refuse(self, broken: BrokenSource) -> None:
        """One more could not be done: it is named on standard error, above the bar, and counted in `failed`."""
        self.failed += 1
        with beside_the_bar(sys.stderr):
            print(broken, file=sys.stderr)
        self.step()


def beside_the_bar(out: TextIO | None = None) -> AbstractContextManager[Any]:
    """For writing to a stream, standard output if none is named: takes the bar away where both are one terminal."""
    out = out or sys.stdout
    if not out.isatty():
        return nullcontext()
    from tqdm import tqdm

    beside: AbstractContextManager[Any] = tqdm.external_write_mode(file=out)
    return beside


def _bar() -> "tqdm[Any]":
    from tqdm import tqdm  # slow to import, and of use on a terminal only

    return tqdm(unit=" articles", file=sys.stderr)
