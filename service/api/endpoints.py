"""All endpoints, registered on an application and described in one specification."""

from flask import Flask

from service.api import (
    annotations,
    articles,
    changes,
    claims,
    corrections,
    extract,
    health,
    index,
    jobs,
    judgements,
    metrics,
    quotes,
    speakers,
    variants,
    verifying,
    webhooks,
)  # fmt: skip
from service.api.blueprint import Api

_DESCRIPTION = """\
Who said what, in which exact words, and where. Every quote stands in its article at the offsets given. Three clients,
step by step: `/docs/clients/`.

Failures are `application/problem+json`. Lists go on where `next` points; unknown parameters are errors. Answers are
JSON unless `Accept` puts another described form first, and whole whatever `Range` says. `If-None-Match` takes a list,
and weak tags too.

A service may be set so that reading takes a key as well, of any scope or none (`ONRECORD_READS_PUBLIC`).

As `application/x-ndjson` or `text/csv` a list is all that is found, of one state of the store, or as many as `limit`
says where that is given. What breaks off has a problem as its last line, and no end of its body. In CSV a cell that
begins with = + - @, a tab, a return or an apostrophe has an apostrophe before it, lest a spreadsheet compute it.

Limits: a request line of 8,190 bytes; 100 headers, each of 8,190 bytes; 200 items on a page; a filter repeated 20
times; a body of six times what a text may have, and 65,536 bytes, sent as it is (`Content-Encoding` is refused with
415); a body of NDJSON 50,000,000 bytes and 100,000 lines, also as gzip. The head of a request must come within 5
seconds, its body within 20.

`RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset` (seconds) tell how much is left to one address, where the
service has a limit; beyond it the answer is 429 with `Retry-After`. Each web process counts for itself. A service that
is overloaded answers 503 with `Retry-After` at once."""
_KEY = {"type": "http", "scheme": "bearer", "description": "A key made by `onrecord keys create`."}


def register(app: Flask) -> Api:
    """The API of `app`, with its specification in `.spec`."""
    api = Api(
        app, title="On Record", version="1", openapi_version="3.1.0",
        info={
            "description": _DESCRIPTION, "contact": {"name": "The makers of On Record"},
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        servers=[{"url": "/", "description": "Where this description was read."}], security=[{}],
    )  # fmt: skip
    api.spec.components.security_scheme("key", _KEY)
    modules = (
        quotes, variants, verifying, speakers, claims, judgements, corrections, articles, annotations, changes,
        webhooks, jobs, extract, health, index,
    )  # fmt: skip
    for module in modules:
        api.register_blueprint(module.blueprint)
    metrics.describe(api.spec)
    # apispec sees fields one by one; that ArticleIn wants exactly one of two is nothing that a field could say.
    api.spec.components.schemas["ArticleIn"]["oneOf"] = [{"required": ["text"]}, {"required": ["html"]}]
    api.spec.components.schemas["VerifyIn"]["oneOf"] = [{"required": ["text"]}, {"required": ["items"]}]
    return api
