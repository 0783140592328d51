"""Answers 304 without working the answer out again, where the very request got it before and the store is the same.

Only whole requests are remembered, and only that they were answered 304: the tag stays the digest of the body.
"""

import hashlib
from collections.abc import Mapping
from threading import Lock
from typing import cast

from flask import Flask, Response, current_app, g, request

from service.api.resources import resources
from service.errors import Unavailable
from service.store.states import state_of

_ABOUT_THE_STORE = frozenset(("quotes", "variants", "speakers", "claims", "articles", "changes"))
# What the answer hangs on besides the address and the store.
_ASKED = ("Accept", "Accept-Encoding", "If-None-Match")
_KEPT = ("ETag", "Link", "Vary", "Cache-Control")
_MOST = 4_096  # requests that are remembered, those of long ago forgotten first


class _Remembered:
    """Which requests were answered 304, and in which state of the store; of one process."""

    def __init__(self) -> None:
        self._answers: dict[bytes, tuple[str, Mapping[str, str]]] = {}
        self._lock = Lock()

    def get(self, asked: bytes, state: str) -> Mapping[str, str] | None:
        """The headers of the answer; None where there was none in this state."""
        known = self._answers.get(asked)
        return known[1] if known and known[0] == state else None

    def put(self, asked: bytes, state: str, headers: Mapping[str, str]) -> None:
        """Remembers an answer in the place of an earlier one."""
        with self._lock:
            self._answers.pop(asked, None)
            if len(self._answers) >= _MOST:
                self._answers.pop(next(iter(self._answers)))
            self._answers[asked] = (state, headers)


def remember(app: Flask) -> None:
    """Hooks into `app` what looks at answers. To be called before what gives them their tags is: Flask then runs it
    after that.
    """
    app.extensions["onrecord_unchanged"] = _Remembered()
    app.after_request(_remember)


def answer(app: Flask) -> None:
    """Hooks into `app` what answers. To be called behind what counts and limits requests: that counts these too."""
    app.before_request(_answered_before)


def _answered_before() -> Response | None:
    if not _may_be_remembered():
        return None
    # Read before the answer is worked out: what is committed meanwhile makes another state of it.
    g.state = _state()
    known = _remembered().get(_asked(), g.state) if g.state else None
    return None if known is None else Response(status=304, headers=dict(known))


def _remember(response: Response) -> Response:
    state = g.get("state")
    if state and response.status_code == 304:
        kept = {name: ", ".join(response.headers.getlist(name)) for name in _KEPT if name in response.headers}
        _remembered().put(_asked(), state, kept)
    return response


def _may_be_remembered() -> bool:
    """What a key opens may be closed again without the store knowing, by its time; it is asked each time."""
    asked = request.method in ("GET", "HEAD") and request.blueprint in _ABOUT_THE_STORE
    return asked and "If-None-Match" in request.headers and "Authorization" not in request.headers


def _state() -> str | None:
    try:
        with resources().pool.reading() as connection:
            return state_of(connection)
    except Unavailable:
        return None  # whoever works the answer out will say so


def _asked() -> bytes:
    parts = [request.method, request.url, *(request.headers.get(name, "") for name in _ASKED)]
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _remembered() -> _Remembered:
    return cast(_Remembered, current_app.extensions["onrecord_unchanged"])
