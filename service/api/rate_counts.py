"""Counts what each address has asked for, or brought, in the memory of one process.

flask-limiter would count rates too: it took a quarter of a millisecond more of each request, a twentieth of a page of
one speaker, and four more libraries.
"""

import time
from threading import Lock

_FEW = 10_000  # addresses that are kept in mind before those whose time is over are looked for


class RateCounts:
    """How often each address asked, in windows of some seconds that begin with a first request."""

    def __init__(self, seconds: float) -> None:
        """`seconds`: the length of a window."""
        self._seconds = seconds
        self._counts: dict[str, tuple[int, float]] = {}  # how many, and when they are forgotten
        self._lock = Lock()
        self._cleared_at = _FEW

    def add(self, address: str) -> tuple[int, float]:
        """One more; returns how many there are in this window, and when it ends, in seconds since 1970."""
        now = time.time()
        with self._lock:
            number, end = self._counts.get(address, (0, 0.0))
            if end <= now:
                number, end = 0, now + self._seconds
            self._counts[address] = (number + 1, end)
            if len(self._counts) > self._cleared_at:
                self._forget(now)
        return number + 1, end

    def of(self, address: str) -> tuple[int, float]:
        """How many there are in this window, and when it ends; none where it is over, or there was never one."""
        number, end = self._counts.get(address, (0, 0.0))
        return (number, end) if end > time.time() else (0, 0.0)

    def _forget(self, now: float) -> None:
        """Drops those whose time is over; looked for again once there are twice as many as are left."""
        self._counts = {key: (number, end) for key, (number, end) in self._counts.items() if end > now}
        self._cleared_at = max(_FEW, 2 * len(self._counts))
