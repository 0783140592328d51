"""How an endpoint is declared: its parameters or body, its answer, the key it needs; openapi.yaml comes out of this."""

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from http import HTTPStatus
from typing import Any, Protocol, TypeVar, cast

import flask_smorest
from flask import Flask, Response, request
from marshmallow import Schema
from werkzeug.http import HTTP_STATUS_CODES
from werkzeug.routing import BaseConverter

from schemas.problems import ProblemOut
from service.api import idempotency, keys
from service.api.parsing import Parser, check_parameters, parameters_of
from service.api.problems import MEDIA_TYPE
from service.api.resources import resources

View = TypeVar("View", bound=Callable[..., Any])


class Decorator(Protocol):
    """Takes an endpoint and gives it back with more to it."""

    def __call__(self, view: View, /) -> View:
        """The same endpoint."""


_ID = "(?!(?:match|verify)$)[A-Za-z0-9._-]{1,80}"  # /claims/match is no claim, /quotes/verify no quote
_BODY_PROBLEMS = (400, 413, 415, 422)


class Blueprint(flask_smorest.Blueprint):  # type: ignore[misc]
    """flask-smorest's, with strict parameters and keys. Each method is a decorator of an endpoint."""

    ARGUMENTS_PARSER = Parser()

    def __init__(self, *args: Any, always_open: bool = False, **given: Any) -> None:  # noqa: ANN401 - handed on
        super().__init__(*args, **given)
        if not always_open:
            self.before_request(keys.demand_reader)
        self.before_request(check_parameters)

    def route(self, rule: str, **options: Any) -> Decorator:  # noqa: ANN401 - handed on to flask-smorest
        """Where the endpoint is."""
        return cast(Decorator, super().route(rule, **options))

    def query(self, schema: type[Schema]) -> Decorator:
        """The parameters of the endpoint, which gets them as a dict."""

        def declared(view: View) -> View:
            # Made once: of a class webargs would make an instance, and copy each of its fields, for every request.
            made = schema()
            asked = super(Blueprint, self).arguments(made, location="query")(view)
            asked.parameters = parameters_of(made)
            asked._apidoc["arguments"]["responses"] = {400: problem_name(400)}
            return cast(View, asked)

        return declared

    def body(self, schema: type[Schema], example: Mapping[str, object]) -> Decorator:
        """The JSON body of the endpoint, which gets it as a dict."""

        def declared(view: View) -> View:
            asked = super(Blueprint, self).arguments(schema, example=example)(view)
            asked._apidoc["arguments"]["responses"] = {status: problem_name(status) for status in _BODY_PROBLEMS}
            return cast(View, asked)

        return declared

    def answer(
        self,
        status: int,
        schema: type[Schema] | None = None,
        description: str | None = None,
        example: Mapping[str, object] | None = None,
        content_type: str | None = None,
    ) -> Decorator:
        """What the endpoint answers; what it returns is dumped by the schema."""
        answered = super().response(
            status, schema, description=description or HTTP_STATUS_CODES[status], example=example,
            content_type=content_type,
        )  # fmt: skip

        def declared(view: View) -> View:
            named = self.doc(operationId=view.__name__)(view)
            typed = _typed(answered(named), content_type) if content_type else answered(named)
            return cast(View, self.alt_response(400, problem_name(400))(typed))

        return declared

    def unless(
        self, handled: Callable[[], Any], types: Sequence[str], *, example: str, status: int, schema: type[Schema]
    ) -> Decorator:
        """Bodies of other media types, which `handled` answers in place of the endpoint: None where it is of none."""
        # Not blank, and no array: what else is wrong with a line is told of that line.
        lines = {"type": "string", "pattern": "^\\s*[^\\s\\[]"}
        content = {each: {"schema": lines, "example": example} for each in types}

        def declared(view: View) -> View:
            @wraps(view)
            def divided(*args: object, **given: object) -> object:
                answered = handled()
                return view(*args, **given) if answered is None else answered

            documented = self.doc(requestBody={"content": content})(divided)
            name = HTTP_STATUS_CODES[status]
            return cast(View, self.alt_response(status, schema=schema, description=name, success=True)(documented))

        return declared

    def also(self, status: int, schema: type[Schema], description: str, content_type: str | None = None) -> Decorator:
        """Another status, or form, that it may answer with, if it says so itself; only described."""
        described = super().alt_response(
            status, schema=schema, description=description, success=True, content_type=content_type
        )
        return cast(Decorator, described)

    def elsewhere(self) -> Decorator:
        """It may answer 308, where something is to be found under another id; only described."""
        headers = {"Location": {"schema": {"type": "string", "format": "uri-reference"}}}
        return cast(Decorator, super().alt_response(308, description="Moved", headers=headers))

    def precondition(self) -> Decorator:
        """It needs If-Match; the endpoint itself looks whether that is met, where nothing can come between."""
        header = {
            "in": "header", "name": "If-Match", "required": True, "schema": {"type": "string", "example": "*"},
            "description": "The ETag that GET gave, or several; `*`: whatever it is by now. 428 without, 412 where it "
            "has changed.",
        }  # fmt: skip

        def declared(view: View) -> View:
            documented = self.doc(parameters=[header])(view)
            for status in (412, 428):
                documented = self.alt_response(status, problem_name(status))(documented)
            return cast(View, documented)

        return declared

    def key(self, scope: str, *, unless: str | None = None) -> Decorator:
        """A key of this scope is needed, unless the setting of that name opens the endpoint to everyone.

        A POST with an Idempotency-Key is done once.
        """

        def declared(view: View) -> View:
            @wraps(view)
            def guarded(*args: object, **given: object) -> object:
                if unless is not None and getattr(resources().settings, unless):
                    return view(*args, **given)
                holder = keys.demand(scope)
                if request.method != "POST":
                    return view(*args, **given)
                return idempotency.once(holder.key_id, lambda: view(*args, **given))

            documented = self.doc(security=[{"key": [scope]}, *([{}] if unless else [])])(guarded)
            for status in (401, 403, 429):
                documented = self.alt_response(status, problem_name(status))(documented)
            return cast(View, documented)

        return declared


def _typed(view: Callable[..., Response], content_type: str) -> Callable[..., Response]:
    @wraps(view)
    def answering(*args: object, **given: object) -> Response:
        response = view(*args, **given)
        response.content_type = content_type
        return response

    return answering


class Id(BaseConverter):
    """An opaque id in a path. Anything else, NUL above all, never reaches the store."""

    regex = _ID


class Api(flask_smorest.Api):  # type: ignore[misc]
    """flask-smorest's, with problems in place of its own errors."""

    def __init__(self, app: Flask, **options: Any) -> None:  # noqa: ANN401 - handed on to apispec
        app.url_map.converters["id"] = Id
        super().__init__(app, spec_kwargs=options)
        self.register_converter(Id, lambda _: {"type": "string", "pattern": f"^{_ID}$"})
        del self.spec.components.schemas["PaginationMetadata"]  # flask-smorest's own way of pages, not used here

    def _register_error_handlers(self) -> None:
        """Problems are registered for the whole application, not for this API alone."""

    def _register_responses(self) -> None:
        # flask-smorest names them after http.HTTPStatus, whose names differ between versions of Python.
        for status in (int(status) for status in HTTPStatus if status >= HTTPStatus.BAD_REQUEST):
            self._register_problem(problem_name(status), HTTP_STATUS_CODES.get(status, "Problem"))
        self._register_problem(self.DEFAULT_ERROR_RESPONSE_NAME, "Any other problem")

    def _register_problem(self, name: str, description: str) -> None:
        described = {"description": description, "content": {MEDIA_TYPE: {"schema": ProblemOut}}}
        self.spec.components.response(name, described, lazy=True)


def problem_name(status: int) -> str:
    """The name of the component that describes a problem of this status."""
    return f"problem_{status}"
