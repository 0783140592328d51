"""How items are written: as NDJSON, or as CSV that no spreadsheet takes for formulas."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Any

import orjson

from service.exporting.columns import cell

Item = Mapping[str, Any]
Columns = Mapping[str, str]
# A spreadsheet runs a cell that begins with one of these. The apostrophe itself is here so that it can be undone.
_MARKED = ("=", "+", "-", "@", "\t", "\r", "'")
_OPTIONS = orjson.OPT_APPEND_NEWLINE | orjson.OPT_UTC_Z


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write items: the media type, what stands before all of them, and how some, or a problem, are written."""

    media_type: str
    head: Callable[[Columns], bytes]
    written: Callable[[Columns, Iterable[Item]], bytes]
    broken: Callable[[Mapping[str, Any]], bytes]


def _ndjson(_: Columns, items: Iterable[Item]) -> bytes:
    return b"".join(orjson.dumps(item, option=_OPTIONS) for item in items)


def _csv(columns: Columns, items: Iterable[Item]) -> bytes:
    return _rows([_safe(cell(item, place)) for place in columns.values()] for item in items)


def _rows(rows: Iterable[Iterable[object]]) -> bytes:
    text = StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _safe(value: object) -> object:
    """A cell that is no formula: of text that could be one, or begins with an apostrophe, an apostrophe before it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}" if isinstance(value, str) and value.startswith(_MARKED) else value


def _broken_rows(problem: Mapping[str, Any]) -> bytes:
    return _rows([["problem", problem["status"], problem["detail"]]])


FORMS: Mapping[str, Form] = {
    "ndjson": Form(
        "application/x-ndjson", lambda _: b"", _ndjson, lambda problem: orjson.dumps({"problem": problem}) + b"\n"
    ),
    "csv": Form("text/csv", lambda columns: _rows([columns]), _csv, _broken_rows),
}
