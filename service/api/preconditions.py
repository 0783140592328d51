"""If-Match: a change is made only to what its maker has seen, known by the tag that GET gave."""

from typing import Any

from flask import current_app, request
from marshmallow import Schema

from service.api.headers import tag_of
from service.api.problems import Refused


def wanted() -> frozenset[str] | None:
    """The tags of which one must be right; None: any. Refuses a request without (428).

    A tag of compressed bytes is that of the plain ones with the coding behind it. Weak ones never match (RFC 9110).
    """
    if not request.headers.get("If-Match", "").strip():
        raise Refused(
            428, "If-Match is needed, with the ETag that GET gave: somebody else may have changed it meanwhile."
        )
    if request.if_match.star_tag:
        return None
    return frozenset(tag.partition(":")[0] for tag in request.if_match.as_set())


def met(tags: frozenset[str] | None, schema: type[Schema], row: dict[str, Any]) -> bool:
    """Whether what GET would answer has one of these tags."""
    return tags is None or tag(schema, row) in tags


def tag(schema: type[Schema], row: dict[str, Any]) -> str:
    """The tag of what GET would answer."""
    return tag_of(current_app.json.dumps(schema().dump(row)).encode())
