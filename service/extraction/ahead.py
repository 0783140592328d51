"""Does a thing to each of many, some of them at once where threads are given, and hands the results out in order."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Done = TypeVar("Done")


def in_order(do: Callable[[Item], Done], items: Sequence[Item], threads: int) -> Iterator[Done]:
    """What `do` makes of each of the `items`, in their order; what it raises is raised at that place.

    So many `threads` work, no further ahead than one item for each of them, so that the memory that results take does
    not grow with the number of items. With one thread, or for one item, none is started.
    """
    if threads == 1 or len(items) < 2:
        yield from map(do, items)
        return
    begun: deque[Future[Done]] = deque()
    with ThreadPoolExecutor(threads) as pool:
        for item in items:
            if len(begun) == threads:
                yield begun.popleft().result()
            begun.append(pool.submit(do, item))
        while begun:
            yield begun.popleft().result()
