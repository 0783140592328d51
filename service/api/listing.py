"""A page of the store as a list answer: items, the way to the next page, and why there is nothing if there is not."""

import dataclasses
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from flask import request

from service.api.resources import resources
from service.api.unchanged import may_differ
from service.errors import Unavailable
from service.store import explaining
from service.store.cursors import Page
from service.store.explaining import Count

Answer = tuple[dict[str, Any], dict[str, str]]


def listing(page: Page, fields: list[str] | None = None, **more: object) -> Answer:
    """The body of a list with its Link header, its items with these `fields`; of `more`, what is None is left out."""
    body = {"items": only(page.items, fields), "next": page.next} | {
        name: value for name, value in more.items() if value is not None
    }
    return body, link(page.next, request.script_root + request.path, list(request.args.items(multi=True)))


def link(after: str | None, path: str, parameters: list[tuple[str, str]]) -> dict[str, str]:
    """The Link header to the page after this one; none at the end."""
    if after is None:
        return {}
    kept = [(name, value) for name, value in parameters if name != "after"]
    return {"Link": f'<{path}?{urlencode([*kept, ("after", after)])}>; rel="next"'}


def conditions_of(kind: type[Any], query: Mapping[str, Any]) -> Any:  # noqa: ANN401 - an instance of `kind`
    """The store's conditions out of a parsed query."""
    asked = {field.name: query[field.name] for field in dataclasses.fields(kind) if field.name in query}
    return kind(**{name: tuple(value) if isinstance(value, list) else value for name, value in asked.items()})


def explained(count: Count, conditions: Any) -> dict[str, Any] | None:  # noqa: ANN401 - any conditions
    """Why a list is empty, as store/explaining.py tells it; None where that took too long: the answer is right
    without it.
    """
    try:
        with resources().pool.reading() as connection:
            return explaining.explained(connection, count, conditions)
    except Unavailable:
        may_differ()
        return None


def only(items: list[dict[str, Any]], fields: list[str] | None) -> list[dict[str, Any]]:
    """The items with these fields alone, and their ids; with all of them where none are named."""
    if not fields:
        return items
    wanted = {"id", *fields}
    return [{name: value for name, value in item.items() if name in wanted} for item in items]
