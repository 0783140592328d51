"""Dates as feeds and agencies write them, in the forms that articles take; what is none stays, to be named later."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_DAY = len("2018-08-21")


def iso_date(written: str) -> str:
    """An ISO 8601 instant as RFC 3339: seconds and the colon of the offset may be missing. Partial dates stay."""
    if len(written) <= _DAY:
        return written
    try:
        found = datetime.fromisoformat(written)
    except ValueError:
        return written
    return _rfc3339(found) if found.tzinfo else written


def mail_date(written: str) -> str:
    """The date of an RSS item, "Tue, 21 Aug 2018 10:00:00 GMT", as RFC 3339."""
    try:
        found = parsedate_to_datetime(written)
    except (ValueError, IndexError, OverflowError):
        return iso_date(written)
    # "-0000" gives no zone: the instant is known to be in UTC, only the sender's zone is not.
    return _rfc3339(found if found.tzinfo else found.replace(tzinfo=UTC))


def _rfc3339(instant: datetime) -> str:
    return instant.isoformat().removesuffix("+00:00") + ("Z" if instant.isoformat().endswith("+00:00") else "")
