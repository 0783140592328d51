"""How many unknown keys one address may try: beyond that it is refused for a while, whatever key it brings.

Each web process counts for itself. Keys are too long to be guessed; this keeps the store and the log from being flooded
by those who try nevertheless, and tells them apart from a client with an old key.
"""

import ipaddress
import time

from service.api.rate_counts import RateCounts

_WINDOW = 60  # seconds
_OF_ONE_HOST = 64  # bits of an IPv6 address: whoever has one has all that begin so


class Guesses:
    """Counts the unknown keys of each address."""

    def __init__(self, most: int) -> None:
        """`most` in a minute; 0: any number."""
        self._most, self._counts = most, RateCounts(_WINDOW)

    def wait(self, address: str | None) -> int:
        """Whole seconds that this address must wait before it may try another key; 0 where it need not."""
        number, end = self._counts.of(_host(address))
        return max(1, round(end - time.time())) if 0 < self._most <= number else 0

    def note(self, address: str | None) -> None:
        """This address has brought an unknown key."""
        self._counts.add(_host(address))


def _host(address: str | None) -> str:
    try:
        found = ipaddress.ip_address(address or "")
    except ValueError:
        return ""
    if found.version == 4:
        return str(found)
    return str(ipaddress.ip_network((found, _OF_ONE_HOST), strict=False))
