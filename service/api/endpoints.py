"""All endpoints, registered on an application and described in one specification."""

from flask import Flask

from service.api import articles, extract, health, index, quotes, speakers
from service.api.blueprint import Api

_DESCRIPTION = """\
Who said what, in which exact words, and where. Every quote stands in its article at the offsets given.

Failures are `application/problem+json`. Lists go on where `next` points; unknown parameters are errors."""
_KEY = {"type": "http", "scheme": "bearer", "description": "A key made by `onrecord keys create`."}


def register(app: Flask) -> Api:
    """The API of `app`, with its specification in `.spec`."""
    api = Api(
        app, title="On Record", version="1", openapi_version="3.1.0",
        info={"description": _DESCRIPTION, "license": {"name": "MIT", "identifier": "MIT"}},
    )  # fmt: skip
    api.spec.components.security_scheme("key", _KEY)
    for module in (quotes, speakers, articles, extract, health, index):
        api.register_blueprint(module.blueprint)
    # apispec sees fields one by one; that ArticleIn wants exactly one of two is nothing that a field could say.
    api.spec.components.schemas["ArticleIn"]["oneOf"] = [{"required": ["text"]}, {"required": ["html"]}]
    return api
