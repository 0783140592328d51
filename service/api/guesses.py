"""How many unknown keys one address may try: beyond that it is refused for a while, whatever key it brings.

Each web process counts for itself. Keys are too long to be guessed; this keeps the store and the log from being flooded
by those who try nevertheless, and tells them apart from a client with an old key.
"""

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

WINDOW = 60.0  # seconds
_ADDRESSES = 10_000  # remembered at once
_OF_ONE_HOST = 64  # bits of an IPv6 address: whoever has one has all that begin so


class Guesses:
    """Counts the unknown keys of each address. `clock` gives seconds that only ever grow."""

    def __init__(self, most: int, clock: Callable[[], float] = time.monotonic) -> None:
        """`most` in a minute; 0: any number."""
        self._most, self._clock, self._lock = most, clock, Lock()
        self._counted: OrderedDict[str, tuple[float, int]] = OrderedDict()

    def wait(self, address: str | None) -> int:
        """Whole seconds that this address must wait before it may try another key; 0 where it need not."""
        with self._lock:
            since, count = self._counted.get(_host(address), (0.0, 0))
            left = since + WINDOW - self._clock()
            return max(1, round(left)) if self._most and count >= self._most and left > 0 else 0

    def note(self, address: str | None) -> None:
        """This address has brought an unknown key."""
        host, now = _host(address), self._clock()
        with self._lock:
            since, count = self._counted.pop(host, (now, 0))
            self._counted[host] = (since, count + 1) if now < since + WINDOW else (now, 1)
            if len(self._counted) > _ADDRESSES:
                self._counted.popitem(last=False)


def _host(address: str | None) -> str:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, _OF_ONE_HOST), strict=False))
