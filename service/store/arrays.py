"""Lists as arrays of Postgres: an intake writes hundreds, and psycopg looks at each of their values many times."""

from collections.abc import Iterable
from typing import Any

from psycopg.abc import Buffer, DumperKey
from psycopg.adapt import PyFormat
from psycopg.postgres import types
from psycopg.types.array import BaseListDumper, ListDumper

_PLAIN: tuple[set[type], ...] = ({str}, {int})
_NUMBERS = types["int8"].array_oid


class Arrays(ListDumper):
    """psycopg's own way, but for lists of strings, or of numbers, alone."""

    def get_key(self, obj: list[Any], format: PyFormat) -> DumperKey:
        """What psycopg asks each list for, to find who writes it: here nothing but the kind has to be looked at."""
        kinds = set(map(type, obj))
        return (self.cls, kinds.pop()) if kinds in _PLAIN else super().get_key(obj, format)

    def upgrade(self, obj: list[Any], format: PyFormat) -> BaseListDumper:
        """Who writes such lists. Numbers go as those of 64 bits, strings as whatever the statement says."""
        if set(map(type, obj)) not in _PLAIN:
            return super().upgrade(obj, format)
        plain = Arrays(self.cls, self._tx)
        plain.oid = _NUMBERS if type(obj[0]) is int else 0
        return plain

    def dump(self, obj: list[Any]) -> Buffer | None:
        """The list as Postgres reads it."""
        kinds = set(map(type, obj))
        if kinds == {int}:
            return array(obj).encode()
        # NUL would end the value where it stands: psycopg refuses it.
        if kinds == {str} and "\0" not in (together := "".join(obj)):
            escaped = map(_escaped, obj) if '"' in together or "\\" in together else obj
            return ('{"' + '","'.join(escaped) + '"}').encode()
        return super().dump(obj)


def array(numbers: Iterable[int]) -> str:
    """Numbers as Postgres reads an array, within JSON too."""
    return f"{{{','.join(map(str, numbers))}}}"


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
