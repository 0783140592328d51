"""What hostile and clumsy clients get from a running service: one clear answer each, and the others go on."""

import json
import socket
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from test_serve import run, serving

JSON = b"Content-Type: application/json\r\n"
CHUNKED = JSON + b"Transfer-Encoding: chunked\r\n"
DOCUMENT = {"url": "https://example.org/1", "text": 'The mayor, Ann Lee, said: "The bridge is safe."'}
CLIENTS = 12


@pytest.fixture(scope="module")
def service(postgres_server, database_on, _migrated_template):
    with database_on(postgres_server, _migrated_template) as url, pytest.MonkeyPatch.context() as environment:
        environment.setenv("DATABASE_URL", url)
        environment.setenv("ONRECORD_RATE_LIMIT", "off")
        with serving("--workers", 2) as started:
            yield started


@pytest.fixture(scope="module")
def key(service):
    return run("keys", "create", "--scope", "ingest").stdout.strip()


def connected(service):
    """A socket whose answer may be late, but not for ever: a hung worker fails here."""
    client = socket.create_connection(("127.0.0.1", service.port))
    client.settimeout(120)
    return client


def rest(client):
    """All that still comes, up to the end or a reset."""
    received = b""
    with suppress(ConnectionResetError):  # an end too, as far as a client can tell
        while more := client.recv(65_536):
            received += more
    return received


def answer_to(service, request, *, ends=True):
    """Status, headers and JSON of the one answer to these bytes; `ends`: nothing more is sent."""
    with connected(service) as client:
        client.sendall(request)
        if ends:
            client.shutdown(socket.SHUT_WR)
        return parsed(rest(client))


def parsed(received):
    head, _, body = received.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return int(first.split()[1]), headers, json.loads(body)


def post(length=None, headers=JSON, body=b'{"text": "Yes."}', path=b"/extract"):
    announced = (
        b"" if headers.startswith(CHUNKED) else b"Content-Length: %d\r\n" % (len(body) if length is None else length)
    )
    return b"POST %b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n%b%b\r\n%b" % (path, headers, announced, body)


def get(target=b"/health/live", headers=b"Host: a\r\n", version=b"HTTP/1.1", method=b"GET"):
    return b"%b %b %b\r\nConnection: close\r\n%b\r\n" % (method, target, version, headers)


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        pytest.param(b"GARBAGE\r\n\r\n", 400, id="not HTTP"),
        pytest.param(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 400, id="TLS on a plain port"),
        pytest.param(get(version=b"HTTP/9.9"), 400, id="no such version"),
        pytest.param(get(method=b"get"), 400, id="small letters are another method"),
        pytest.param(get(method=b"FETCH"), 405, id="no such method"),
        pytest.param(get(b"/health/live\x00"), 400, id="NUL in the line"),
        pytest.param(get(b"/quotes?q=\xff"), 400, id="a byte that should be escaped"),
        pytest.param(get(b"/quotes?q=" + b"a" * 10_000), 414, id="a parameter of 10 kB"),
        pytest.param(get(b"/quotes?q=" + b"a" * 5_000), 400, id="one that fits the line but not its limit"),
        pytest.param(get(headers=b"X: " + b"a" * 9_000 + b"\r\n"), 431, id="a huge header"),
        pytest.param(get(headers=b"X: a\r\n" * 150), 431, id="too many headers"),
        pytest.param(get(headers=b"A\x00: b\r\n"), 400, id="NUL in a header's name"),
        pytest.param(get(headers=b"A: \x00\r\n"), 400, id="NUL in a header"),
        pytest.param(get(headers=b"Expect: miracles\r\n"), 417, id="expecting what is not done"),
        pytest.param(post(-1), 400, id="a negative length"),
        pytest.param(post(headers=JSON + b"Content-Length: 5\r\n"), 400, id="two lengths"),
        pytest.param(post(10**20), 413, id="an enormous length"),
        pytest.param(post(100), 400, id="sent by half, then dropped"),
        pytest.param(post(3), 400, id="a length that is too short"),
        pytest.param(post(body=b""), 400, id="nothing"),
        pytest.param(post(headers=CHUNKED, body=b"zz\r\n{}\r\n0\r\n\r\n"), 400, id="a chunk without a size"),
        pytest.param(post(headers=CHUNKED, body=b"5\r\n{}"), 400, id="chunks without an end"),
        pytest.param(post(headers=CHUNKED, body=b"f" * 18 + b"\r\n{}"), 400, id="a chunk of a size beyond all"),
        pytest.param(post(headers=CHUNKED + b"Content-Length: 2\r\n", body=b"2\r\n{}\r\n0\r\n\r\n"), 400,
                     id="chunks and a length: request smuggling"),
        pytest.param(post(headers=JSON + b"Transfer-Encoding: gzip, chunked\r\n", body=b""), 400,
                     id="another transfer coding beside a length"),
        pytest.param(post(headers=JSON + b"Content-Encoding: gzip\r\n", body=b"\x1f\x8b" + b"a" * 50), 415,
                     id="gzip, a bomb or not"),
        pytest.param(post(headers=b""), 415, id="no content type"),
        pytest.param(post(headers=b"Content-Type: application/json; charset=latin-1\r\n", body=b'{"text": "\xe4"}'),
                     400, id="another charset"),
        pytest.param(post(body=b"[" * 10_000 + b"]" * 10_000), 400, id="10,000 levels deep"),
    ],
)  # fmt: skip
def test_each_gets_one_problem(request_, status, service):
    found, headers, body = answer_to(service, request_)
    assert (found, headers["content-type"], body["status"]) == (status, "application/problem+json", status)
    assert headers["x-request-id"] == body["request_id"]
    assert body["title"]
    assert body["detail"]
    assert headers["connection"] == "close"
    assert service.get("/health/live") == {"status": "live"}


def test_a_bomb_is_told_how_to_send_it(service):
    _, headers, _ = answer_to(service, post(headers=JSON + b"Content-Encoding: gzip\r\n", body=b"\x1f\x8b"))
    assert headers["accept-encoding"] == "identity"


def test_another_transfer_coding_is_named(service):
    headers = b"Host: a\r\nConnection: close\r\n" + CHUNKED.replace(b"chunked", b"gzip, chunked")
    status, _, body = answer_to(service, b"POST /extract HTTP/1.1\r\n" + headers + b"\r\n2\r\n{}\r\n0\r\n\r\n")
    assert (status, "gzip" in body["detail"]) == (501, True)


def test_five_hundred_letters_of_any_script_fit(service):
    status, _, _ = answer_to(service, get(b"/quotes?q=" + b"%E8%A8%80" * 500))
    assert status == 200


def test_clients_that_send_nothing_hold_nobody_up(service):
    idle = [connected(service) for _ in range(200)]
    assert service.get("/health/live") == {"status": "live"}
    for client in idle:
        client.close()


def test_clients_that_send_half_a_head_are_told_so_and_others_are_served(service):
    slow = [connected(service) for _ in range(60)]
    for client in slow:
        client.sendall(b"GET /health/live HTTP/1.1\r\nHost: a\r\nX-")
    assert service.get("/health/live") == {"status": "live"}
    status, headers, body = parsed(rest(slow[0]))
    assert (status, headers["content-type"], body["title"]) == (408, "application/problem+json", "Request Timeout")
    for client in slow:
        client.close()


def test_clients_that_vanish_leave_nothing_behind(service):
    for request in (post(100), post(headers=CHUNKED, body=b"5\r\n{"), get()[:-2], get()) * 25:
        with connected(service) as client:
            client.sendall(request)
    assert service.get("/health/live") == {"status": "live"}


NEVER = Event()  # to wait by


def asked(service, key, method, path, document=None):
    """Status and JSON; of a service that is busy, asked again."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {key}"}
    body = None if document is None else json.dumps(document).encode()
    while True:
        try:
            with urlopen(Request(service.url + path, body, headers, method=method), timeout=120) as answer:
                content = answer.read()
                return answer.status, json.loads(content) if content else None
        except HTTPError as error:
            if error.code != 503:
                return error.code, json.load(error)
            NEVER.wait(int(error.headers["Retry-After"]))


def test_an_article_that_many_send_at_once_is_one_article(service, key):
    with ThreadPoolExecutor(CLIENTS) as clients:
        found = list(clients.map(lambda _: asked(service, key, "POST", "/articles", DOCUMENT), range(CLIENTS)))
    assert sorted(status for status, _ in found) == [200] * (CLIENTS - 1) + [201]
    assert sorted(body["outcome"] for _, body in found) == ["created"] + ["unchanged"] * (CLIENTS - 1)
    assert len({body["article_id"] for _, body in found}) == 1
    assert [len(body["quotes"]) for _, body in found] == [1] * CLIENTS
    assert [each["url"] for each in service.get("/articles")["items"]] == [DOCUMENT["url"]]


def test_erasing_while_others_send_leaves_all_or_nothing(service, key):
    def either(turn):
        path = f"/articles/{article_id}" if turn % 2 else "/articles"
        return asked(service, key, "DELETE" if turn % 2 else "POST", path, None if turn % 2 else DOCUMENT)[0]

    article_id = asked(service, key, "POST", "/articles", DOCUMENT)[1]["article_id"]
    with ThreadPoolExecutor(CLIENTS) as clients:
        found = list(clients.map(either, range(40)))
    assert set(found[0::2]) <= {200, 201}
    assert set(found[1::2]) <= {204, 404}
    there = service.get("/articles")["items"]
    quotes = service.get("/quotes")["items"]
    assert (len(there), len(quotes)) in ((1, 1), (0, 0))


def test_two_texts_of_one_address_at_once_are_two_revisions(service, key):
    texts = [f'The mayor, Ann Lee, said: "Bridge {number} is safe."' for number in range(CLIENTS)]
    documents = [{"url": "https://example.org/raced", "text": text} for text in texts]
    with ThreadPoolExecutor(CLIENTS) as clients:
        found = list(clients.map(lambda document: asked(service, key, "POST", "/articles", document), documents))
    assert [status for status, _ in found] == [201] * CLIENTS
    assert sorted(body["revision"] for _, body in found) == list(range(1, CLIENTS + 1))
