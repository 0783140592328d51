"""Loads the named statements of sql/queries: a line `-- name: words_with_underscores`, then the SQL."""

import re
from functools import cache

from psycopg.sql import SQL

from service.regex import regex
from service.shipped import shipped

_COMMENT = regex(r"^--.*\n?", re.MULTILINE)
_PART = regex(r"\{([a-z_]+)\}")
_NAME = regex(r"^-- name: *([a-z_]+) *$", re.MULTILINE)


def statement(name: str) -> SQL:
    """The statement of this name. KeyError: no file holds it."""
    return statements()[name]


@cache
def composed(name: str) -> SQL:
    """The statement of this name with those put in whose names stand in it in braces: what it shares with others."""
    parts = {part: statement(part).as_string() for part in _PART.findall(statement(name).as_string())}
    return SQL(_PART.sub(lambda found: parts[found[1]], statement(name).as_string()))


@cache
def statements() -> dict[str, SQL]:
    """All named statements. ValueError: two of them share a name."""
    found: dict[str, SQL] = {}
    for path in sorted(shipped("sql/queries").glob("*.sql")):
        _, *parts = _NAME.split(path.read_text(encoding="utf-8"))
        for name, text in zip(parts[::2], parts[1::2], strict=True):
            if name in found:
                raise ValueError(f"two statements are named {name}")
            # Without its comments and semicolon: conditions are appended to some.
            found[name] = SQL(_COMMENT.sub("", text).strip().removesuffix(";"))
    return found
