"""Says why a list is empty: what each filter keeps back, and what was perhaps meant."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from difflib import get_close_matches
from typing import Any

from service.questions import question_of
from service.store import speakers
from service.store.conditions import publisher_key, storable
from service.store.pool import Connection
from service.store.statements import statement
from service.store.text_search import query_text

MOST_COUNTED = 10_000
_MOST_PUBLISHERS = 5_000  # whose names are compared
_MOST_ALIKE = 3
_NO_FILTER = {"sort"}
_ALWAYS = {"speech"}  # asked for by default; what it keeps back is told only when another filter is there

Row = dict[str, Any]
Count = Callable[[Connection, Any, int], int]


def explained(connection: Connection, count: Count, conditions: Any) -> Row | None:  # noqa: ANN401 - any conditions
    """What each filter alone keeps back, counted up to MOST_COUNTED, those that emptied the list, and a line about it.

    None where nothing was filtered.
    """
    asked = [field for field in fields(conditions) if _narrows(field.name, getattr(conditions, field.name))]
    if all(field.name in _ALWAYS for field in asked):
        return None
    without = []
    for field in asked:
        found = count(connection, replace(conditions, **{field.name: field.default}), MOST_COUNTED + 1)
        if found or field.name not in _ALWAYS:
            without.append(_without(field.name.rstrip("_"), found))
    emptied_by = [each["filter"] for each in without if each["count"]]
    told = _about_words(connection, conditions) or _told(emptied_by, len(asked))
    if not emptied_by and len(asked) > 1:
        emptied_by = _empty_alone(connection, count, conditions, asked)
        told = f"There is nothing with {', nor with '.join(emptied_by)}, even alone." if emptied_by else told
    return {"emptied_by": emptied_by, "without": without, "detail": told}


def alike_speakers(connection: Connection, names: Iterable[str]) -> list[Row]:
    """Speakers whose names are spelt nearly as those of `names` that nobody has."""
    unknown = [name for name in names if not speakers.matching(connection, name)]
    return list({row["id"]: row for name in unknown for row in speakers.alike(connection, name)}.values())


def alike_publishers(connection: Connection, names: Sequence[str]) -> list[str]:
    """Publishers whose names hold those of `names` that none has, or are spelt nearly so."""
    if not names:
        return []
    rows = connection.execute(statement("publishers_known"), {"most": _MOST_PUBLISHERS}).fetchall()
    known = {row["key"]: row["publisher"] for row in rows}
    asked = [key for name in names if (key := publisher_key(storable(name))) not in known]
    return [known[key] for key in dict.fromkeys(key for name in asked for key in _alike(name, known))]


def _alike(name: str, known: Iterable[str]) -> list[str]:
    holding = [key for key in known if f" {name} " in f" {key} "]
    return holding[:_MOST_ALIKE] or get_close_matches(name, list(known), n=_MOST_ALIKE, cutoff=0.5)


def _empty_alone(connection: Connection, count: Count, conditions: Any, asked: Sequence[Any]) -> list[str]:  # noqa: ANN401
    """Those of the filters that find nothing by themselves."""
    without = replace(conditions, **{field.name: field.default for field in asked})
    alone = {field.name: replace(without, **{field.name: getattr(conditions, field.name)}) for field in asked}
    empty = [name for name, each in alone.items() if not count(connection, each, 1)]
    return [name.rstrip("_") for name in empty if name not in _ALWAYS]


def _narrows(name: str, value: object) -> bool:
    return name not in _NO_FILTER and bool(value) and value != "any"


def _without(name: str, found: int) -> Row:
    return {"filter": name, "count": min(found, MOST_COUNTED), "or_more": found > MOST_COUNTED}


def _about_words(connection: Connection, conditions: object) -> str | None:
    q = getattr(conditions, "q", None)
    if not q:
        return None
    question = question_of(q)
    if not question:
        return "There is no word in q that could be looked for."
    return None if query_text(connection, question) else "The words of q are too common to be looked for by themselves."


def _told(emptied_by: Sequence[str], asked: int) -> str:
    if emptied_by:
        return f"There is something without {' or without '.join(emptied_by)}."
    return "There is nothing without this filter either." if asked == 1 else "Leaving out any one filter is not enough."
