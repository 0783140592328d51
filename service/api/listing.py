"""A page of the store as a list answer: items, the way to the next page, and why there is nothing if there is not."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any
from urllib.parse import urlencode

from flask import request

from service.api.resources import resources
from service.errors import Unavailable
from service.store.cursors import Page

Answer = tuple[dict[str, Any], dict[str, str]]
Find = Callable[[Any, Any, int], Page]
_NO_FILTER = {"sort"}
_ALWAYS = {"speech"}  # asked for by default; what it keeps back is told only when another filter is there


def listing(page: Page, **more: object) -> Answer:
    """The body of a list with its Link header; of `more`, what is None is left out."""
    body = {"items": page.items, "next": page.next} | {name: value for name, value in more.items() if value is not None}
    return body, link(page.next, request.script_root + request.path, list(request.args.items(multi=True)))


def link(after: str | None, path: str, parameters: list[tuple[str, str]]) -> dict[str, str]:
    """The Link header to the page after this one; none at the end."""
    if after is None:
        return {}
    kept = [(name, value) for name, value in parameters if name != "after"]
    return {"Link": f'<{path}?{urlencode([*kept, ("after", after)])}>; rel="next"'}


def conditions_of(kind: type[Any], query: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an instance of `kind`
    """The store's conditions out of a parsed query."""
    asked = {field.name: query[field.name] for field in fields(kind) if field.name in query}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in asked.items()})


def explained(find: Find, conditions: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any conditions
    """Which filters emptied a list: those of which any one, left out, lets something through. One search for each.

    None where nothing was filtered, or where that took too long: the answer is right without it.
    """
    asked = [field for field in fields(conditions) if _narrows(field.name, getattr(conditions, field.name))]
    if all(field.name in _ALWAYS for field in asked):
        return None
    without = {field.name.rstrip("_"): replace(conditions, **{field.name: field.default}) for field in asked}
    try:
        with resources().pool.reading() as connection:
            emptied_by = [name for name, looser in without.items() if find(connection, looser, 1).items]
    except Unavailable:
        return None
    return {"emptied_by": emptied_by, "detail": _told(emptied_by, len(asked))}


def _narrows(name: str, value: object) -> bool:
    return name not in _NO_FILTER and bool(value) and value != "any"


def _told(emptied_by: list[str], asked: int) -> str:
    if emptied_by:
        return f"There is something without {' or without '.join(emptied_by)}."
    return "There is nothing without this filter either." if asked == 1 else "Leaving out any one filter is not enough."
