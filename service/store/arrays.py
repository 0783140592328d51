"""Lists as arrays of Postgres: an intake writes hundreds, and psycopg looks at each of their values many times."""

from collections.abc import Iterable
from typing import Any

from psycopg.abc import Buffer
from psycopg.types.array import ListDumper


class Arrays(ListDumper):
    """psycopg's own way, but for lists of strings, or of numbers, alone."""

    def dump(self, obj: list[Any]) -> Buffer | None:
        """The list as Postgres reads it."""
        kinds = set(map(type, obj))
        if kinds == {int}:
            return array(obj).encode()
        # NUL would end the value where it stands: psycopg refuses it.
        if kinds == {str} and not any("\0" in each for each in obj):
            return f"{{{','.join(map(_quoted, obj))}}}".encode()
        return super().dump(obj)


def array(numbers: Iterable[int]) -> str:
    """Numbers as Postgres reads an array, within JSON too."""
    return f"{{{','.join(map(str, numbers))}}}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
