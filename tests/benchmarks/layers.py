"""What each layer of an answer costs: a page by speaker taken apart, in milliseconds of CPU of one process."""

import contextlib
import io
import logging
import os
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from typing import Any

import orjson
from flask import Flask
from werkzeug.test import EnvironBuilder

from schemas.quotes import QuotePage, QuoteQuery
from service.api.headers import tag_of
from service.app import create_app
from service.settings import read_settings
from service.store import quotes, speakers
from service.store.pool import open_pool
from service.store.quotes import QuoteConditions

from .corpus.drafts import Plan
from .questions import PAGE
from .tables import table

_TIMES = 60


class _NoReader:
    version = "none"

    def read(self, text: str) -> Any:
        raise LookupError(text)


def measure(url: str, plan: Plan) -> None:
    """Prints a line for each layer."""
    logging.disable()
    name = plan.people[0].name
    asked = {"speaker": [name], "limit": str(PAGE)}
    conditions = QuoteConditions(speaker=(name,), speech="true")
    settings = replace(read_settings(), database_url=url, rate_limit="1000000/second")
    with closing(open_pool(url, size=1, wait=10, statement_timeout=60)) as pool, pool.reading() as connection:
        meant = [row["id"] for row in speakers.matching(connection, name)]
        page = quotes.find(connection, conditions, PAGE)
        body = {"items": page.items, "next": page.next, "matched_speakers": []}
        query, answer = QuoteQuery(), QuotePage()
        dumped = answer.dump(body)
        written = orjson.dumps(dumped)
        rows = [
            ["parameters", _cpu(lambda: query.load(asked))],
            ["who is meant: one statement", _cpu(lambda: speakers.matching(connection, name))],
            ["the page: one statement, its rows", _cpu(lambda: quotes.find(connection, conditions, PAGE, meant=meant))],
            ["dump", _cpu(lambda: answer.dump(body))],
            ["JSON", _cpu(lambda: orjson.dumps(dumped))],
            ["tag", _cpu(lambda: tag_of(written))],
        ]  # fmt: skip
    with open(os.devnull, "w", encoding="ascii") as nowhere, contextlib.redirect_stderr(nowhere):
        path = f"/quotes?speaker={name}&limit={PAGE}"
        rows += _whole(create_app(replace(settings, answers_kept=0), reader=_NoReader()), path)
        rows += _again(create_app(settings, reader=_NoReader()), path)
    print(
        table(["layer of a page by speaker", "ms of CPU"], [[each, f"{cost:.2f}"] for each, cost in rows]), flush=True
    )


def _whole(app: Flask, path: str) -> list[list[Any]]:
    plain, packed = EnvironBuilder(path), EnvironBuilder(path, headers=[("Accept-Encoding", "gzip")])
    return [
        ["the whole answer", _cpu(_asked(app, plain))],
        ["the whole answer, gzip", _cpu(_asked(app, packed))],
        ["nothing but Flask and its hooks: /health/live", _cpu(_asked(app, EnvironBuilder("/health/live")))],
    ]


def _again(app: Flask, path: str) -> list[list[Any]]:
    tag = app.test_client().get(path).headers["ETag"]
    known = EnvironBuilder(path, headers=[("If-None-Match", tag)])
    return [["asked again", _cpu(_asked(app, EnvironBuilder(path)))], ["304", _cpu(_asked(app, known))]]


def _asked(app: Flask, of: EnvironBuilder) -> Callable[[], object]:
    environment = of.get_environ()

    def ask() -> None:
        answered = app(environment | {"wsgi.input": io.BytesIO()}, lambda *_: lambda _: None)
        b"".join(answered)
        answered.close()  # type: ignore[attr-defined]

    return ask


def _cpu(work: Callable[[], object]) -> float:
    """Milliseconds of CPU, those of Postgres not counted: the least of five times, each of some."""
    found = []
    work()
    for _ in range(5):
        begun = time.process_time()
        for _ in range(_TIMES):
            work()
        found.append((time.process_time() - begun) / _TIMES * 1000)
    return min(found)
