"""The nginx of the README before the service: it passes requests on, refuses too many, and keeps slow clients away."""

import json
import os
import re
import shutil
import socket
import subprocess
import threading
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from werkzeug.serving import WSGIRequestHandler, make_server

from service.app import create_app
from service.settings import read_settings
from service.store.pool import open_pool

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
KEPT = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx is not installed: apt-get install nginx-light")


class Quiet(WSGIRequestHandler):
    def log(self, *_):
        """Nothing: the application logs."""


class Service:
    """The application on a port of its own, with a note of each request that has reached it."""

    def __init__(self, app):
        self.reached = []
        self._app = app
        self._server = make_server("127.0.0.1", 0, self._noting, threaded=True, request_handler=Quiet)
        self.port = self._server.port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def _noting(self, environ, start_response):
        self.reached.append((environ["REQUEST_METHOD"], environ["PATH_INFO"]))
        return self._app(environ, start_response)

    def close(self):
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def service(database_url):
    settings = replace(read_settings(), database_url=database_url, proxies=1, rate_limit="6000/minute")
    pool = open_pool(database_url, size=4, wait=5, statement_timeout=5)
    with closing(pool), closing(Service(create_app(settings, pool=pool))) as running:
        yield running


def configuration(folder, port, upstream):
    (site,) = re.findall(r"```nginx\n(.*?)```", README, re.DOTALL)
    for there, here in (("listen 80;", f"listen 127.0.0.1:{port};"), ("http://127.0.0.1:8000;", f"{upstream};")):
        assert site.count(there) == 1
        site = site.replace(there, here)
    kept = "".join(f"{name}_temp_path {folder}/{name};\n" for name in KEPT)
    frame = f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/errors;\nevents {{}}\n"
    return f"{frame}http {{\naccess_log off;\n{kept}{site}}}\n"


@pytest.fixture
def proxy(service, tmp_path):
    """The port of an nginx with the configuration of the README."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    (tmp_path / "nginx.conf").write_text(configuration(tmp_path, port, f"http://127.0.0.1:{service.port}"))
    process = subprocess.Popen([NGINX, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", tmp_path / "errors"])
    try:
        await_listener(process, port, tmp_path / "errors")
        yield port
    finally:
        process.terminate()
        process.wait()


def await_listener(process, port, errors):
    while process.poll() is None:
        try:
            return socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            threading.Event().wait(0.05)
    pytest.fail(errors.read_text())


def get(port, path):
    with closing(HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer, answer.read()


def sent(port, content):
    client = socket.create_connection(("127.0.0.1", port))
    client.sendall(content)
    return client


def answered(client):
    with client:
        answer = HTTPResponse(client)
        answer.begin()
        return answer, answer.read()


def test_requests_are_passed_on_and_problems_come_back(proxy, service):
    answer, body = get(proxy, "/quotes?limit=1")
    assert (answer.status, json.loads(body)["items"]) == (200, [])
    assert "RateLimit-Remaining" in answer.headers
    answer, body = get(proxy, "/nowhere")
    assert (answer.status, json.loads(body)["instance"]) == (404, "/nowhere")
    assert service.reached == [("GET", "/quotes"), ("GET", "/nowhere")]


def test_too_many_at_once_are_refused_before_they_reach_the_service(proxy, service):
    clients = [sent(proxy, b"GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n") for _ in range(60)]
    answers = [answered(client) for client in clients]
    refused = [(answer, body) for answer, body in answers if answer.status == 429]
    assert len(service.reached) == 60 - len(refused)
    assert 21 <= len(service.reached) < 60
    answer, body = refused[0]
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert (answer.headers["Retry-After"], json.loads(body)["status"]) == ("1", 429)


BODY = b'{"text": "The mayor said that the bridge is safe."}'
HEAD = b"POST /extract HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nConnection: close\r\n"
WHOLE = HEAD + b"Content-Length: %d\r\n\r\n" % len(BODY) + BODY


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param(len(HEAD) - 30, id="half a head"),
        pytest.param(len(WHOLE) - 10, id="most of a body"),
    ],
)
def test_a_slow_client_does_not_reach_the_service_until_all_is_there(begun, proxy, service):
    slow = sent(proxy, WHOLE[:begun])
    assert get(proxy, "/health/live")[0].status == 200
    assert service.reached == [("GET", "/health/live")]
    slow.sendall(WHOLE[begun:])
    assert answered(slow)[0].status == 200
    assert service.reached == [("GET", "/health/live"), ("POST", "/extract")]


def test_counts_are_not_for_everybody(proxy, service):
    assert get(proxy, "/metrics")[0].status == 404
    assert service.reached == []
