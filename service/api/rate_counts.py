"""Counts what each address has asked for, in the memory of one process, without a thread for each request.

The storage that comes with flask-limiter starts one every time, which looks at every address there is: a third of a
millisecond of each request, and more the more addresses ask.
"""

import time
from threading import Lock

from limits.storage import Storage

_FEW = 10_000  # addresses that are kept in mind before those whose time is over are looked for


class RateCounts(Storage):
    """What flask-limiter asks of a storage for windows that begin with a first request."""

    STORAGE_SCHEME = ["counts"]  # noqa: RUF012 - as limits declares it

    def __init__(self, uri: str | None = None, **given: object) -> None:
        super().__init__(uri, **given)  # type: ignore[arg-type]
        self._counts: dict[str, tuple[int, float]] = {}  # how many, and when they are forgotten
        self._lock = Lock()
        self._cleared_at = _FEW

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong here: nothing else does."""
        return ValueError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """One or more; returns how many there are in the window of `expiry` seconds that the first began."""
        now = time.time()
        with self._lock:
            number, end = self._counts.get(key, (0, 0.0))
            if end <= now:
                number, end = 0, now + expiry
            self._counts[key] = (number + amount, end)
            if len(self._counts) > self._cleared_at:
                self._forget(now)
        return number + amount

    def get(self, key: str) -> int:
        """How many there are."""
        number, end = self._counts.get(key, (0, 0.0))
        return number if end > time.time() else 0

    def get_expiry(self, key: str) -> float:
        """When they are forgotten, in seconds since 1970."""
        _, end = self._counts.get(key, (0, 0.0))
        return max(end, time.time())

    def check(self) -> bool:
        """Memory is always there."""
        return True

    def reset(self) -> int:
        """Forgets all; returns how many."""
        with self._lock:
            number = len(self._counts)
            self._counts.clear()
        return number

    def clear(self, key: str) -> None:
        """Forgets one."""
        with self._lock:
            self._counts.pop(key, None)

    def _forget(self, now: float) -> None:
        """Drops those whose time is over; looked for again once there are twice as many as are left."""
        self._counts = {key: (number, end) for key, (number, end) in self._counts.items() if end > now}
        self._cleared_at = max(_FEW, 2 * len(self._counts))
