"""/metrics: what the web processes count of themselves, for Prometheus; text, and so beside the JSON of the API."""

from typing import Any

from apispec import APISpec
from flask import Blueprint, Flask, Response
from prometheus_client import CONTENT_TYPE_PLAIN_0_0_4
from werkzeug.routing import Rule

from service import measures
from service.api.parsing import check_parameters

_PATH = "/metrics"
_DESCRIBED: dict[str, Any] = {
    "get": {
        "operationId": "metrics",
        "tags": ["metrics"],
        "summary": "Counts and times of all web processes, for Prometheus.",
        "description": "Requests by path and status, their latencies, the pool of connections, and the reader.",
        "responses": {
            "200": {
                "description": "The text format of Prometheus.",
                "content": {"text/plain": {"schema": {"type": "string"}}},
            },
            "400": "problem_400",
            "default": "DEFAULT_ERROR",
        },
    }
}
_TAG = {"name": "metrics", "description": "For whoever watches the service."}


def register(app: Flask) -> None:
    """Adds it to `app`."""
    blueprint = Blueprint("metrics", __name__)
    blueprint.before_request(check_parameters)
    blueprint.add_url_rule(_PATH, view_func=metrics)
    app.register_blueprint(blueprint)


def describe(specification: APISpec) -> None:
    """Adds it to the description of the API."""
    specification.tag(_TAG)
    specification.path(rule=Rule(_PATH), operations=_DESCRIBED)


def metrics() -> Response:
    """All counts, of this moment."""
    return Response(measures.exposition(), content_type=CONTENT_TYPE_PLAIN_0_0_4, headers={"Cache-Control": "no-store"})
