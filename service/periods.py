"""Reads the dates of the news, which are often only a year or a month, as periods of time."""

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from service.regex import regex

_PARTIAL = regex(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_INSTANT = regex(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d\d:\d\d)", re.ASCII)
_LATEST = datetime.max.replace(tzinfo=UTC)


class Period(NamedTuple):
    """From `start` up to, not including, `until`; both in UTC."""

    start: datetime
    until: datetime


def period_of(text: str) -> Period:
    """The period that "2018", "2018-08", "2018-08-21" or an RFC 3339 instant names. ValueError: it is none of them."""
    if match := _PARTIAL.fullmatch(text):
        return _days(*(int(part) if part else None for part in match.groups()))
    if not _INSTANT.fullmatch(text):
        raise ValueError(f"not a date: {text[:40]!r}; write 2018, 2018-08, 2018-08-21 or 2018-08-21T10:00:00Z")
    return _instant(text)


def _days(year: int | None, month: int | None, day: int | None) -> Period:
    assert year is not None  # the pattern demands it
    start = datetime(year, month or 1, day or 1, tzinfo=UTC)
    last = datetime(year, month or 12, day or monthrange(year, month or 12)[1], tzinfo=UTC)
    # The day after 9999-12-31 is no date for Python; one microsecond less is.
    return Period(start, last + timedelta(days=1) if last.date() < _LATEST.date() else _LATEST)


def _instant(text: str) -> Period:
    try:
        start = datetime.fromisoformat(text.upper()).astimezone(UTC)
        return Period(start, start + timedelta(microseconds=1))
    except OverflowError as error:
        raise ValueError(f"not a date within the years 1 to 9999: {text[:40]!r}") from error
