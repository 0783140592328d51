"""Does a thing to each of many, some of them at once where threads help, and hands the results out in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Lock
from typing import Generic, TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


class Helpers:
    """Threads that help all who ask, and stay: to start some for each article took a fiftieth of its time."""

    def __init__(self, threads: int) -> None:
        """So many `threads` work for somebody who asks, his own among them; the others start with the first work."""
        self._most = threads
        self._others = ThreadPoolExecutor(threads - 1, "ahead") if threads > 1 else None

    def in_order(self, do: Callable[[Item], Done], items: Sequence[Item]) -> Iterator[Done]:
        """What `do` makes of each of the `items`, in their order; what it raises is raised at that place.

        Who asks does all that no helper has come to, so that he never waits for one that is busy with the work of
        somebody else. Nobody is further ahead than one item for each thread, so that the memory that results take does
        not grow with the number of items.
        """
        if self._others is None or len(items) < 2:
            yield from map(do, items)
            return
        begun: deque[_Once[Done]] = deque()
        try:
            for item in items:
                if len(begun) == self._most:
                    yield _first(begun)
                begun.append(_Once(partial(do, item)))
                self._others.submit(begun[-1].do)
            while begun:
                yield _first(begun)
        finally:
            for each in begun:
                each.leave()


class _Once(Generic[Done]):
    """Something to be done by whoever comes to it first."""

    def __init__(self, make: Callable[[], Done]) -> None:
        self._make, self._free, self.done = make, Lock(), Future[Done]()

    def do(self) -> None:
        """Does it, unless somebody has come to it."""
        if not self._free.acquire(blocking=False):
            return
        try:
            self.done.set_result(self._make())
        except BaseException as error:  # noqa: BLE001 - raised where the result is taken
            self.done.set_exception(error)

    def leave(self) -> None:
        """From now on nobody needs it."""
        self._free.acquire(blocking=False)


def _first(begun: deque[_Once[Done]]) -> Done:
    """What the first gives; as long as another thread is about it, the later ones are done here."""
    for each in begun:
        if begun[0].done.done():
            break
        each.do()
    return begun.popleft().done.result()
