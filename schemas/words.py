"""Fields for words and dates as news has them: printable text, web addresses, dates that may be partial, instants."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from itertools import takewhile
from operator import eq
from typing import Any
from urllib.parse import urlsplit

from marshmallow import ValidationError, fields, validate

# Postgres stores no NUL, and a lone surrogate has no UTF-8 form: neither can be kept exactly, so neither is let in.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_INSTANT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:[Zz]|[+-][0-9]{2}:[0-9]{2})"
)
_NEAR = 0.5  # of the letters of two words in common
_FAST_CLOCK = timedelta(minutes=1)
# Its number is a setting, and bytes are nothing that JSON Schema can count.
MOST_TEXT = "The text may have 300,000 bytes of UTF-8, unless the service is set otherwise (ONRECORD_POST_LIMIT)."
_STORABLE_SCHEMA = r"^[^\u0000]*[^\s\u0000][^\u0000]*$"
_PARTIAL_DATE_SCHEMA = [
    {"pattern": "^(?!0000)[0-9]{4}$", "description": "a year"},
    {"pattern": "^(?!0000)[0-9]{4}-(0[1-9]|1[0-2])$", "description": "a month"},
    {"format": "date"},
    {"format": "date-time"},
]


def storable(text: str) -> None:
    """ValidationError for text that no store can keep as it is."""
    if found := _UNSTORABLE.search(text):
        raise ValidationError(f"Holds U+{ord(found.group()):04X} at character {found.start()}, which is not text.")


class Words(fields.String):
    """A string without NUL and lone surrogates that is not blank; `most` bounds its characters."""

    def __init__(self, *, most: int | None = None, **given: Any) -> None:  # noqa: ANN401 - handed on to marshmallow
        bounds = validate.Length(min=1, max=most)
        metadata = {"pattern": _STORABLE_SCHEMA, **given.pop("metadata", {})}
        super().__init__(validate=[bounds, storable, _not_blank], metadata=metadata, **given)


class Flag(fields.Boolean):
    """true or false; marshmallow would take "yes" and 1 as well."""

    def _deserialize(self, value: Any, *_: object, **__: object) -> bool:  # noqa: ANN401 - marshmallow's own signature
        if not isinstance(value, bool):
            raise self.make_error("invalid", input=value)
        return value


class Amount(fields.Integer):
    """A number in digits alone; Python would take "1_0", " 5" and digits of other scripts as well."""

    def _validated(self, value: Any) -> int:  # noqa: ANN401 - marshmallow's own signature
        if isinstance(value, str) and not re.fullmatch("[0-9]+", value):
            raise self.make_error("invalid", input=value)
        return int(super()._validated(value))


def repeated(field: fields.Field[Any], **metadata: object) -> fields.List[Any]:
    """A filter that may be given several times: any of the values will do."""
    words = f"{metadata.pop('description', '')} Repeat for or.".strip()
    # Each name is a search of its own.
    return fields.List(field, validate=validate.Length(max=20), metadata={"description": words, **metadata})


def one_of(values: Sequence[str], description: str | None = None, **given: Any) -> fields.String:  # noqa: ANN401
    """A word out of these; a wrong one is told the nearest, if one is near. What else is given is marshmallow's."""

    def known(value: str) -> None:
        if value not in values:
            near = _nearest(value[:80].casefold(), values)
            told = f"; the nearest is {near}" if near else ""
            raise ValidationError(f"Must be one of: {', '.join(values)}{told}.")

    metadata = {"enum": list(values)} | ({"description": description} if description else {})
    return fields.String(validate=known, metadata=metadata, **given)


def _nearest(value: str, values: Sequence[str]) -> str | None:
    """Of those that have most letters in common the one that begins alike: "denies" is nearer to deny than decline."""
    near = get_close_matches(value, values, cutoff=_NEAR)
    return max(near, key=lambda each: len([*takewhile(bool, map(eq, each, value))]), default=None)


class WebAddress(Words):
    """An http or https URL, kept as it came."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on to marshmallow
        metadata = {"format": "uri", "pattern": "^[hH][tT][tT][pP][sS]?://[^\\s/?#]", **given.pop("metadata", {})}
        super().__init__(most=2000, metadata=metadata, **given)
        self.validators.append(_web_address)


class PartialDate(fields.String):
    """A year, month or day ("2018", "2018-08", "2018-08-21") or an RFC 3339 instant with its offset."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on to marshmallow
        metadata = {"anyOf": _PARTIAL_DATE_SCHEMA, **given.pop("metadata", {})}
        super().__init__(validate=_date_of_news, metadata=metadata, **given)


class Listed(fields.List[str]):
    """Words out of these, repeated or with commas between them; `most` at most."""

    def __init__(self, values: Sequence[str], description: str, *, example: str, **given: Any) -> None:  # noqa: ANN401
        metadata = {"description": f"{description} Repeat for more, or put commas between.", "example": [example]}
        most = max(20, len(values))
        super().__init__(one_of(values), validate=validate.Length(max=most), metadata=metadata, **given)

    def _deserialize(self, value: Any, *args: Any, **given: Any) -> list[Any]:  # noqa: ANN401 - marshmallow's own
        if isinstance(value, list):
            value = [part for each in value for part in (each.split(",") if isinstance(each, str) else [each])]
        return list(super()._deserialize(value, *args, **given))


class PastInstant(fields.String):
    """An RFC 3339 instant with its offset that is not in the future, give or take a clock that is a little fast."""

    def __init__(self, **given: Any) -> None:  # noqa: ANN401 - handed on to marshmallow
        metadata = {"format": "date-time", **given.pop("metadata", {})}
        super().__init__(validate=_instant_until_now, metadata=metadata, **given)


def in_order(first: str, last: str) -> bool:
    """Whether a period of two dates of the news, each of its own precision, holds any time; both must be valid."""
    start, end = _in_utc(first), _in_utc(last)
    common = min(len(start), len(end))  # "2018-08" lies within "2018"
    return start[:common] <= end[:common]


class Instant(fields.DateTime):
    """A moment in UTC, written "2018-08-21T10:00:00Z"."""

    def _serialize(self, value: datetime | None, *_: object, **__: object) -> str | None:
        return None if value is None else value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def one_line(messages: object) -> str:
    """Marshmallow's messages as one clear line, each with the name of its field."""
    return "; ".join(f"{name}: {text}" if name else text for name, text in flattened(messages))


def flattened(messages: object, path: str = "") -> list[tuple[str, str]]:
    """(path/of/field, message) pairs out of marshmallow's nested messages; the path of the whole is ""."""
    if isinstance(messages, Mapping):
        return [
            pair
            for key, inner in messages.items()
            for pair in flattened(inner, path if key == "_schema" else f"{path}/{key}".lstrip("/"))
        ]
    return [(path, str(message)) for message in (messages if isinstance(messages, list) else [messages])]


def _not_blank(text: str) -> None:
    if text and not text.strip():
        raise ValidationError("Is blank.")


def _web_address(text: str) -> None:
    try:
        parts = urlsplit(text)
        named = bool(parts.hostname) and parts.port != 0
    except ValueError as error:
        raise ValidationError(f"Not a web address: {error}.") from error
    if parts.scheme not in ("http", "https") or not named or re.search(r"\s", text):
        raise ValidationError("Not a web address that starts with http:// or https://.")


def _in_utc(text: str) -> str:
    """A partial date as it is; an instant so that those of all zones compare as strings."""
    if _PARTIAL.fullmatch(text):
        return text
    return datetime.fromisoformat(text.upper()).astimezone(UTC).isoformat(timespec="microseconds")


def _instant_until_now(text: str) -> None:
    if not _INSTANT.fullmatch(text):
        raise ValidationError("Not an instant such as 2018-08-21T10:00:00Z.")
    _existing(lambda: datetime.fromisoformat(text.upper()).astimezone(UTC))
    if datetime.fromisoformat(text.upper()) > datetime.now(UTC) + _FAST_CLOCK:
        raise ValidationError("Lies in the future: what will be known then is not known yet.")


def _date_of_news(text: str) -> None:
    if partial := _PARTIAL.fullmatch(text):
        _existing(date, *(int(part or 1) for part in partial.groups()))
    elif _INSTANT.fullmatch(text):
        _existing(lambda: datetime.fromisoformat(text.upper()).astimezone(UTC))
    else:
        raise ValidationError("Not a date such as 2018, 2018-08, 2018-08-21 or 2018-08-21T10:00:00Z.")


def _existing(build: Callable[..., object], *parts: int) -> None:
    try:
        build(*parts)
    except (ValueError, OverflowError) as error:
        raise ValidationError(f"No such date: {error}.") from error
