"""Gives an answer again without working it out, where the very request got it before and the store is the same.

What is remembered is what was sent: the body as it was packed, or that there was none because the tag had not changed.
"""

import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import cast

from flask import Flask, Response, current_app, g, request

from service.api.rate import HEADERS as RATE_HEADERS
from service.api.resources import resources
from service.errors import Unavailable
from service.store.states import state_of

_ABOUT_THE_STORE = frozenset(("quotes", "variants", "speakers", "claims", "articles", "changes"))
# What the answer hangs on besides the address and the store.
_ASKED = ("HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH")
_KEPT = frozenset(("etag", "link", "vary", "cache-control", "content-type", "content-encoding"))
# Every response gets its own; one with any other header is not remembered, for nobody knows what that hangs on.
_OWN = frozenset((
    "content-length", "content-security-policy", "date", "x-content-type-options", "x-request-id",
    *(name.lower() for name in RATE_HEADERS),
))  # fmt: skip
_BESIDES = 1_024  # bytes that an answer takes besides its body
_SHARE = 16  # of what may be remembered a single answer takes at most one


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was sent, and in which state of the store; of a request that was only seen as yet no state."""

    state: str = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""

    @property
    def size(self) -> int:
        return _BESIDES + len(self.body)


class Remembered:
    """The answers of one process, up to `most` bytes, those that nobody asked for the longest forgotten first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._answers: OrderedDict[bytes, _Answer] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def is_asked_again(self, asked: bytes) -> bool:
        """Whether this was asked before; from now on it was. What is asked once is not worth being remembered."""
        with self._lock:
            if asked in self._answers:
                return True
        self.put(asked, _Answer())
        return False

    def get(self, asked: bytes, state: str) -> _Answer | None:
        """The answer; None where there was none in this state."""
        with self._lock:
            known = self._answers.get(asked)
            if known is None or known.state != state:
                return None
            self._answers.move_to_end(asked)
            return known

    def put(self, asked: bytes, answer: _Answer) -> None:
        """Remembers an answer in the place of an earlier one, unless it is too long."""
        if answer.size > self.most // _SHARE:
            return
        with self._lock:
            self._forget(asked)
            self._answers[asked] = answer
            self._size += answer.size
            while self._size > self.most:
                self._forget(next(iter(self._answers)))

    def _forget(self, asked: bytes) -> None:
        if known := self._answers.pop(asked, None):
            self._size -= known.size


def remember(app: Flask, most: int) -> None:
    """Hooks into `app` what looks at answers, of which up to `most` bytes are remembered. To be called before what
    gives them their tags and packs them is, and behind what names origins: Flask runs it between the two.
    """
    app.extensions["onrecord_unchanged"] = Remembered(most)
    app.after_request(_remember)


def answer(app: Flask) -> None:
    """Hooks into `app` what answers. To be called behind what counts and limits requests: that counts these too."""
    app.before_request(_answered_before)


def may_differ() -> None:
    """Of the answer that is worked out: it lacks what took too long, and may have it the next time."""
    g.pop("state", None)


def _answered_before() -> Response | None:
    if not _may_be_remembered():
        return None
    asked = _asked()
    if not _remembered().is_asked_again(asked) and "HTTP_IF_NONE_MATCH" not in request.environ:
        return None
    # Read before the answer is worked out: what is committed meanwhile makes another state of it.
    state = _state()
    known = _remembered().get(asked, state) if state else None
    if known is None:
        g.state, g.asked = state, asked
        return None
    return Response(known.body, known.status, known.headers)


def _remember(response: Response) -> Response:
    state = g.get("state")
    if state and response.status_code in (200, 304) and not response.is_streamed:
        headers = [(name, value) for name, value in response.headers if name.lower() not in _OWN]
        if all(name.lower() in _KEPT for name, _ in headers):
            _remembered().put(g.asked, _Answer(state, response.status_code, tuple(headers), response.get_data()))
    return response


def _may_be_remembered() -> bool:
    """What a key opens may be closed again without the store knowing, by its time; it is asked each time."""
    asked = request.method in ("GET", "HEAD") and request.blueprint in _ABOUT_THE_STORE
    return asked and _remembered().most > 0 and "HTTP_AUTHORIZATION" not in request.environ


def _state() -> str | None:
    try:
        with resources().pool.reading() as connection:
            return state_of(connection)
    except Unavailable:
        return None  # whoever works the answer out will say so


def _asked() -> bytes:
    parts = [request.method, request.url, *(request.environ.get(name, "") for name in _ASKED)]
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _remembered() -> Remembered:
    return cast(Remembered, current_app.extensions["onrecord_unchanged"])
