"""Clients that trickle, never read, or only hold connections: others are served, and afterwards all is as before."""

import socket
import subprocess
import time
from contextlib import ExitStack, closing, contextmanager, suppress

import pytest
from desk import await_that
from test_proxy import NGINX, await_listener, configuration

HEAD = b"GET /quotes?limit=200 HTTP/1.1\r\nHost: a\r\n"


@contextmanager
def clients(port, count, sent=b""):
    with ExitStack() as held:
        found = []
        for _ in range(count):
            client = held.enter_context(closing(socket.create_connection(("127.0.0.1", port), timeout=60)))
            client.sendall(sent)
            found.append(client)
        yield found


def trickle(found):
    """One more byte from each of them; who was turned away sends nothing."""
    for client in found:
        with suppress(OSError):
            client.sendall(b"X")


@pytest.mark.parametrize(
    ("fault", "count", "sent"),
    [
        pytest.param("1,000 idle connections", 1_000, b"", id="idle"),
        pytest.param("200 clients that trickle a head", 200, HEAD + b"X-Slow: ", id="trickle"),
        pytest.param("100 clients that never read", 100, (HEAD + b"\r\n") * 20, id="never read"),
    ],
)
def test_clients_that_are_no_good(fault, count, sent, desk, note):
    with desk.writing() as told:
        await_that(lambda: told.stored)
        told.struck = time.monotonic()
        with clients(desk.service.port, count, sent) as found:
            for _ in range(3):
                trickle(found if sent.endswith(b": ") else ())
                time.sleep(0.2)
        await_that(lambda: told.recovered > 0)
    assert set(told.answers) <= {201, 503}
    note(fault, *desk.all_is_well(), told.recovered)


@pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")
def test_clients_that_trickle_behind_the_proxy_slow_nobody_down(desk, note, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    (tmp_path / "nginx.conf").write_text(configuration(tmp_path, port, f"http://127.0.0.1:{desk.service.port}"))
    process = subprocess.Popen([NGINX, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", tmp_path / "errors"])
    try:
        await_listener(process, port, tmp_path / "errors")
        with clients(port, 400, HEAD + b"X-Slow: ") as found, desk.writing(1) as told:
            told.struck = time.monotonic()
            await_that(lambda: len(told.stored) >= 5)
            trickle(found)
        assert set(told.answers) == {201}
    finally:
        process.terminate()
        process.wait()
    note("400 clients that trickle behind nginx", *desk.all_is_well(), told.recovered)
