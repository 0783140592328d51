"""Pages of a list and the opaque cursors between them, each bound to the question that it belongs to."""

import base64
import binascii
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Any

from service.errors import InvalidCursor

Place = tuple[int | float, str]  # the value that the list is ordered by, and the id that breaks ties
_TYPES = {int: (int,), float: (int, float)}


@dataclass(frozen=True, slots=True)
class Page:
    """Some items of a list; `next` is the cursor of the page after it, None at the end."""

    items: list[dict[str, Any]]
    next: str | None


def cursor(question: object, place: Place) -> str:
    """The cursor that continues the list which answers `question` (a dataclass) after `place`."""
    body = json.dumps([*place, _digest(question, place)], separators=(",", ":"))
    return base64.urlsafe_b64encode(body.encode()).decode().rstrip("=")


def place_of(question: object, after: str, of: type[int] | type[float] = int) -> Place:
    """The place that a cursor of this very question names. InvalidCursor: it was not given out for it."""
    try:
        value, last_id, digest = json.loads(base64.b64decode(_padded(after), altchars=b"-_", validate=True))
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise _invalid() from error
    if type(value) not in _TYPES[of] or not isinstance(last_id, str) or digest != _digest(question, (value, last_id)):
        raise _invalid()
    return value, last_id


def _padded(after: str) -> bytes:
    return after.encode("ascii") + b"=" * (-len(after) % 4)


def _digest(question: object, place: Place) -> str:
    words = json.dumps([type(question).__name__, asdict(question), place], sort_keys=True)  # type: ignore[call-overload]
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _invalid() -> InvalidCursor:
    return InvalidCursor("this cursor was not given out for this list; start again without it")
