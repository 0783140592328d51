"""Clients that are slow or wrong before the application sees them; the worker is gunicorn's without its process."""

import json
import socket
from collections import deque

import pytest
from gunicorn.http import errors

from service.api import specification
from service.connections import LIMITS, Connections

LONG_AGO = 0.0
IN_AN_AGE = 1e18


class Held:
    """A connection as gunicorn holds it."""

    def __init__(self, sock):
        self.sock = sock


class Silent:
    """A log that keeps what it was told."""

    def __init__(self):
        self.told = []

    def warning(self, message, *words):
        self.told.append(("warning", message % words))

    def error(self, message, *words, exc_info):
        self.told.append(("error", message))


@pytest.fixture
def worker():
    made = Connections.__new__(Connections)
    made._heads, made._bodies, made.pending_conns, made.log = {}, {}, deque(), Silent()
    return made


@pytest.fixture
def pair():
    """Two ends of a connection: the service's and the client's."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


@pytest.mark.parametrize("what", ["_heads", "_bodies"])
def test_what_is_overdue_ends_for_the_thread_that_waits_for_it_and_can_still_be_answered(what, worker, pair):
    ours, theirs = pair
    getattr(worker, what)[Held(ours)] = LONG_AGO
    worker.murder_pending()
    assert ours.recv(1) == b""
    ours.sendall(b"late")
    assert theirs.recv(4) == b"late"


@pytest.mark.parametrize("what", ["_heads", "_bodies"])
def test_what_has_time_is_left_alone(what, worker, pair):
    ours, theirs = pair
    getattr(worker, what)[Held(ours)] = IN_AN_AGE
    worker.murder_pending()
    theirs.sendall(b"a")
    assert ours.recv(1) == b"a"


def test_a_client_that_is_gone_is_no_failure(worker, pair):
    ours, _ = pair
    worker._heads[Held(ours)] = LONG_AGO
    ours.close()
    worker.murder_pending()
    assert list(worker._heads.values()) == [LONG_AGO]  # its own thread takes it off


@pytest.mark.parametrize(
    ("error", "status", "level"),
    [
        pytest.param(errors.InvalidRequestLine("GARBAGE"), 400, "warning", id="not HTTP"),
        pytest.param(errors.LimitRequestLine(9000, 8190), 414, "warning", id="a long line"),
        pytest.param(errors.LimitRequestHeaders("size"), 431, "warning", id="many headers"),
        pytest.param(errors.ExpectationFailed("miracles"), 417, "warning", id="an expectation"),
        pytest.param(errors.UnsupportedTransferCoding("x"), 501, "warning", id="a transfer coding"),
        pytest.param(errors.InvalidResponseHeader("a\n"), 500, "error", id="a header of ours is no fault of theirs"),
        pytest.param(ZeroDivisionError("secret"), 500, "error", id="what nobody foresaw gives nothing away"),
    ],
)
def test_each_refusal_is_a_problem(error, status, level, worker, pair):
    ours, theirs = pair
    worker.handle_error(None, ours, ("192.0.2.1", 1), error)
    head, _, body = theirs.recv(65_536).partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 %d " % status)
    assert b"Content-Type: application/problem+json" in head
    assert json.loads(body)["status"] == status
    assert b"secret" not in body
    assert [kind for kind, _ in worker.log.told] == [level]


def test_a_refusal_of_a_client_that_is_gone_is_no_failure(worker, pair):
    ours, theirs = pair
    theirs.close()
    worker.handle_error(None, ours, None, errors.InvalidRequestLine("x"))
    assert [kind for kind, _ in worker.log.told] == ["warning"]


def test_the_limits_are_those_that_are_described():
    described = specification.text()
    for limit in set(LIMITS.values()):
        assert f"{limit:,}" in described
