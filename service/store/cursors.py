"""Pages of a list and the opaque cursors between them, each bound to the question that it belongs to."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass, fields
from typing import Any

from service.errors import InvalidCursor

Place = tuple[int | float, str]  # the value that the list is ordered by, and the id that breaks ties
_TYPES = {int: (int,), float: (int, float)}


@dataclass(frozen=True, slots=True)
class Page:
    """Some items of a list; `next` is the cursor of the page after it, None at the end."""

    items: list[dict[str, Any]]
    next: str | None


def cursor(question: object, place: Place, floor: Place | None = None) -> str:
    """The cursor that continues the list which answers `question` (a dataclass) after `place`.

    `floor`: what lies below it in the order of time is no part of the list.
    """
    where = (*place, *(floor or ()))
    body = json.dumps([*where, _digest(question, where)], separators=(",", ":"))
    return base64.urlsafe_b64encode(body.encode()).decode().rstrip("=")


def place_of(question: object, after: str, of: type[int] | type[float] = int) -> Place:
    """The place that a cursor of this very question names. InvalidCursor: it was not given out for it."""
    place, floor = _places(question, after)
    if type(place[0]) not in _TYPES[of] or floor is not None:
        raise _invalid()
    return place


def place_and_floor_of(question: object, after: str) -> tuple[Place, Place]:
    """The place and the floor that a cursor of this very question names. InvalidCursor: it was not given out for it."""
    place, floor = _places(question, after)
    if type(place[0]) not in _TYPES[float] or floor is None or type(floor[0]) is not int:
        raise _invalid()
    return place, floor


def _places(question: object, after: str) -> tuple[Place, Place | None]:
    try:
        *where, digest = json.loads(base64.b64decode(_padded(after), altchars=b"-_", validate=True))
    except (ValueError, TypeError, RecursionError, binascii.Error) as error:
        raise _invalid() from error
    ids = where[1::2]
    if len(where) not in (2, 4) or not all(isinstance(each, str) for each in ids):
        raise _invalid()
    if digest != _digest(question, tuple(where)):
        raise _invalid()
    return (where[0], where[1]), (where[2], where[3]) if len(where) == 4 else None


def _padded(after: str) -> bytes:
    return after.encode("ascii") + b"=" * (-len(after) % 4)


def _digest(question: object, place: tuple[object, ...]) -> str:
    # What is not asked for is left out: a cursor outlives a release that lets more be asked.
    asked = {each.name: value for each in fields(question) if (value := getattr(question, each.name)) != each.default}  # type: ignore[arg-type]
    words = json.dumps([type(question).__name__, asked, place], sort_keys=True)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _invalid() -> InvalidCursor:
    return InvalidCursor("this cursor was not given out for this list; start again without it")
