"""Puts the application together: settings, pool, reader, endpoints, problems."""

import os
from collections.abc import Callable
from functools import partial
from threading import BoundedSemaphore
from typing import Any

import structlog
from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from service import logs
from service.analysis import load_analyst
from service.api import documentation, endpoints, headers, metrics, observing, problems, rate, unchanged
from service.api.guesses import Guesses
from service.api.rendering import Rendering
from service.api.resources import Resources
from service.errors import ModelError, OnRecordError
from service.intake import Reader
from service.reading_process import ReadingProcess
from service.settings import Settings
from service.shared_reader import SharedReader
from service.store.pool import Pool, open_pool

# JSON may write a character of one byte as \u0041, in six; besides the text there are title, address and the like.
_BYTES_ESCAPED, _BESIDES = 6, 65_536
_AT_ONCE = 4  # of an article of 700 words there are about five parts
_READ_AT_ONCE = 2  # a long text holds no short one up
_log = structlog.get_logger("onrecord.app")


def create_app(settings: Settings, *, reader: Reader | None = None, pool: Pool | None = None) -> Flask:
    """The WSGI application of one process, made after the fork: it opens the pool and loads the reader.

    A pool or reader that is given is used instead. OnRecordError: there is neither a pool nor a database_url.
    """
    logs.configure(settings.log_level)
    app = _Synchronous(__name__, static_folder=None)
    app.json = Rendering(app)
    app.config["MAX_CONTENT_LENGTH"] = _BYTES_ESCAPED * settings.post_limit + _BESIDES
    reader = _shared(reader or _reader(settings), settings)
    exports = BoundedSemaphore(max(1, settings.threads // 2))
    app.extensions["onrecord"] = Resources(
        settings, pool or _pool(settings), reader, exports, Guesses(settings.key_guesses)
    )
    observing.register(app)
    problems.register(app)
    headers.share(app, settings.cors_origins)
    unchanged.remember(app, settings.answers_kept)
    headers.register(app)
    rate.register(app, settings.rate_limit)
    unchanged.answer(app)
    endpoints.register(app)
    documentation.register(app)
    metrics.register(app)
    if settings.proxies:
        # Only these are believed about who asks: what a client writes before them stays out.
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies)  # type: ignore[method-assign]
    return app


class _Synchronous(Flask):
    """Flask, which would look at every hook and view of every request whether it is a coroutine."""

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """The function itself: none of ours is one."""
        return func


def _pool(settings: Settings) -> Pool:
    if not settings.database_url:
        raise OnRecordError("no database: set DATABASE_URL, or let `onrecord serve` start one")
    return open_pool(
        settings.database_url,
        size=settings.threads,
        wait=settings.pool_timeout,
        statement_timeout=settings.statement_timeout,
    )


def _shared(reader: Reader | None, settings: Settings) -> SharedReader | None:
    return SharedReader(reader, at_once=settings.threads, wait=settings.pool_timeout) if reader else None


def _heard_at_once() -> int:
    """How many parts of an article are heard at once: who waits for an answer has it sooner where cores are idle.

    With two, reading the articles of the benchmark took 23.5 ms each by the clock, with one 28.3: 41 of the 76 have one
    part, and hearing is less than half of reading.
    """
    return min(_AT_ONCE, os.cpu_count() or 1)


def _reader(settings: Settings) -> Reader | None:
    """The reader, or none: what is stored can be asked for without a model, and /health/ready says what is missing."""
    try:
        version = load_analyst(settings.model).version
    except ModelError as error:
        _log.error("no model", reason=str(error))
        return None
    load = partial(load_analyst, threads=_heard_at_once())
    return ReadingProcess(load, settings.model, at_once=_READ_AT_ONCE, version=version)
