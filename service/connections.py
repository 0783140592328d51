"""How the web processes deal with clients: none holds a thread for long, and each refusal is a problem (RFC 9457)."""

import json
import select
import socket
import struct
import time
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from gunicorn.http import errors
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import _DEFER, TConn, ThreadWorker

# Seconds. A head comes in one packet or two; a body of the greatest size in these at 90 kB a second.
_HEAD_PATIENCE, _BODY_PATIENCE, _ANSWER_PATIENCE = 5.0, 20.0, 20

# A client that asks again within these milliseconds keeps its thread, for so many requests: to hand it back to the main
# thread and get it from there again costs as much as a small answer. Others wait no longer than for those.
_AT_ONCE, _IN_A_ROW = 2, 50

# What may come before the application sees a request, whose own limits are in openapi.yaml.
# A longer line gunicorn does not allow; a shorter one would not hold 500 characters of Chinese, each nine when escaped.
LIMITS = {"limit_request_line": 8190, "limit_request_fields": 100, "limit_request_field_size": 8190}

_STATUSES: tuple[tuple[type[Exception], HTTPStatus], ...] = (
    # What the application wanted to send is no fault of the client, though the classes descend from the client's.
    (errors.InvalidResponseHeader, HTTPStatus.INTERNAL_SERVER_ERROR),
    (errors.InvalidResponseHeaderName, HTTPStatus.INTERNAL_SERVER_ERROR),
    (errors.LimitRequestLine, HTTPStatus.REQUEST_URI_TOO_LONG),
    (errors.LimitRequestHeaders, HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE),
    (errors.ExpectationFailed, HTTPStatus.EXPECTATION_FAILED),
    (errors.UnsupportedTransferCoding, HTTPStatus.NOT_IMPLEMENTED),
    (errors.ForbiddenProxyRequest, HTTPStatus.FORBIDDEN),
    (errors.ParseException, HTTPStatus.BAD_REQUEST),
)


class Connections(ThreadWorker):  # type: ignore[misc]
    """gunicorn's threads, with a time by which a request must have come.

    gunicorn alone waits for the rest of a request as long as the client likes: as many clients as there are threads,
    each silent after a few bytes, would be the end of the service.
    """

    def __init__(self, *args: Any, **given: Any) -> None:  # noqa: ANN401 - handed on to gunicorn
        super().__init__(*args, **given)
        # By when what is being received must be there, in the clock of time.monotonic.
        self._heads: dict[TConn, float] = {}
        self._bodies: dict[TConn, float] = {}

    def handle(self, conn: TConn) -> object:
        """Serve a request and those that follow at once; runs in a thread. What is no request yet goes back to wait."""
        if not conn.initialized and not conn.wait_for_data(0):
            return _DEFER
        _bound_sending(conn.sock)
        kept = self._serve(conn)
        for _ in range(_IN_A_ROW):
            if not (kept is True and self.alive and _has_come(conn.sock)):
                break
            kept = self._serve(conn)
        return kept

    def _serve(self, conn: TConn) -> object:
        """One request."""
        deadline = self._heads[conn] = time.monotonic() + _HEAD_PATIENCE
        try:
            kept = super().handle(conn)
            if conn in self._heads and time.monotonic() > deadline:
                _refuse(conn.sock, HTTPStatus.REQUEST_TIMEOUT, f"No whole head came within {_HEAD_PATIENCE:.0f} s.")
            return kept
        finally:
            self._heads.pop(conn, None)
            self._bodies.pop(conn, None)

    def set_accept_enabled(self, enabled: bool) -> None:
        """Take clients in or not; at the stop take in those who have connected already, and after them nobody."""
        super().set_accept_enabled(enabled)
        if self.alive:
            return
        for listener in self.sockets:
            self._take_in_waiting(listener)
            listener.close()

    def _take_in_waiting(self, listener: object) -> None:
        before = -1
        while before != self.nr_conns:
            before = self.nr_conns
            self.accept(listener)

    def handle_request(self, req: Any, conn: TConn) -> object:  # noqa: ANN401 - gunicorn's request
        """Have the application answer a request whose head has come."""
        self._bodies[conn] = time.monotonic() + _BODY_PATIENCE
        self._heads.pop(conn, None)
        return super().handle_request(req, conn)

    def murder_pending(self) -> None:
        """Let go of clients that keep a thread waiting; gunicorn calls it each second, in the main thread."""
        super().murder_pending()
        now = time.monotonic()
        for conn, deadline in (self._heads | self._bodies).items():
            if deadline < now:
                _hang_up(conn.sock)

    def handle_error(self, _: object, client: socket.socket, addr: Any, exc: Exception) -> None:  # noqa: ANN401
        """Answer what the application never saw."""
        status = next((status for kind, status in _STATUSES if isinstance(exc, kind)), None)
        if status in (None, HTTPStatus.INTERNAL_SERVER_ERROR):
            self.log.error("A request failed", exc_info=exc)
            _refuse(client, HTTPStatus.INTERNAL_SERVER_ERROR, "Something failed here; the log of the service has it.")
        else:
            self.log.warning("Refused a request of %s: %.200r", addr and addr[0], str(exc))
            _refuse(client, status, _told(exc))


def _has_come(client: socket.socket) -> bool:
    """Whether there is more to be received, or comes at once."""
    waiting = select.poll()
    waiting.register(client, select.POLLIN)
    return bool(waiting.poll(_AT_ONCE))


def _hang_up(client: socket.socket) -> None:
    """Ends receiving: the thread that waits for more sees an end. An answer in work still goes out."""
    with suppress(OSError):  # the client may have ended it itself
        client.shutdown(socket.SHUT_RD)


def _bound_sending(client: socket.socket) -> None:
    # A client that takes nothing of its answer would otherwise hold the thread in `send`.
    client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", _ANSWER_PATIENCE, 0))


def _told(error: Exception) -> str:
    return f"This is not a request that can be read: {str(error)[:200]}."


def _refuse(client: socket.socket, status: HTTPStatus, detail: str) -> None:
    request_id = uuid4().hex
    body = {"type": "about:blank", "title": status.phrase, "status": status, "detail": detail, "request_id": request_id}
    content = json.dumps(body, ensure_ascii=True).encode()
    head = (
        f"HTTP/1.1 {status:d} {status.phrase}\r\nConnection: close\r\nContent-Type: application/problem+json\r\n"
        f"Content-Length: {len(content)}\r\nCache-Control: no-store\r\nX-Request-ID: {request_id}\r\n\r\n"
    )
    with suppress(OSError):  # the client may be gone; there is nobody else to tell
        write_nonblock(client, head.encode("ascii") + content)
