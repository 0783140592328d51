"""Who may do what, over every endpoint: scopes, guessed keys, other origins, and what answers forbid a browser."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
import yaml
from test_every_endpoint import GETS, WRITES, problem

from service.api import specification
from service.api.examples import IDS
from service.app import create_app

DESCRIBED = yaml.safe_load(specification.text())
SCOPES = ("ingest", "curate", "review", "text", "admin")
NEEDS = {
    (method.upper(), path): needed[0]["key"][0]
    for path, methods in DESCRIBED["paths"].items()
    for method, operation in methods.items()
    if isinstance(operation, dict) and (needed := operation.get("security")) and needed[0].get("key")
}
OPEN_WRITES = {("POST", "/extract"), ("POST", "/claims/match"), ("POST", "/quotes/verify")}
ORIGIN = {"Origin": "https://evil.example"}


@pytest.fixture(scope="module")
def keys(newsroom):
    """A key of each scope alone, one of all but it, and one of none."""
    without = {f"not {scope}": [each for each in SCOPES if each != scope] for scope in SCOPES}
    return {name: newsroom.key_of(*scopes) for name, scopes in (without | {"none": []}).items()}


def made(newsroom, **changed):
    settings = replace(newsroom.settings, **changed)
    return create_app(settings, reader=newsroom.reader, pool=newsroom.pool).test_client()


def sent(client, method, path, key=None, **headers):
    # To ids that are nowhere: a write that is let in changes nothing.
    where = path.format(**{name: f"{each[0]}nowhere" for name, each in IDS.items()})
    headers |= {"Authorization": f"Bearer {key}"} if key else {}
    return client.open(where, method=method, headers=headers, data=b"", content_type="text/plain")


def test_every_write_needs_a_scope_but_those_that_only_read():
    assert {each for each in WRITES if each not in NEEDS} == OPEN_WRITES
    assert set(NEEDS.values()) == set(SCOPES)


@pytest.mark.parametrize(("method", "path"), sorted(NEEDS))
def test_no_key_no_such_key_no_scope_the_wrong_scopes_and_the_right_one(method, path, client, newsroom, keys):
    scope = NEEDS[method, path]
    assert sent(client, method, path).status_code == 401
    assert sent(client, method, path, "onrecord_unknown").status_code == 401
    assert sent(client, method, path, keys["none"]).status_code == 403
    refused = sent(client, method, path, keys[f"not {scope}"])
    assert refused.headers["WWW-Authenticate"].endswith(f'scope="{scope}"')
    problem(refused, 403)
    assert sent(client, method, path, newsroom.key_of(scope)).status_code not in (401, 403, 500)


@pytest.mark.parametrize("way", ["Basic {}", "Bearer\t{}x", "Bearer {} ", "Bearer {},{}", "Token {}", "{}"])
def test_a_key_is_taken_as_a_bearers_alone(way, client, newsroom):
    answer = client.get("/jobs/j0", headers={"Authorization": way.format(newsroom.key, newsroom.key)})
    assert answer.status_code == (404 if way == "Bearer {} " else 401)


@pytest.mark.parametrize("where", ["key", "access_token", "authorization"])
def test_a_key_in_the_address_opens_nothing(where, client, newsroom):
    assert client.get(f"/jobs/j0?{where}={newsroom.key}").status_code in (400, 401)


def test_many_unknown_keys_are_429_with_retry_after_whatever_comes_then(newsroom):
    client = made(newsroom, key_guesses=3)
    answers = [sent(client, "POST", "/articles", f"onrecord_{number}") for number in range(5)]
    assert [answer.status_code for answer in answers] == [401] * 3 + [429] * 2
    assert 0 < int(answers[-1].headers["Retry-After"]) <= 60
    problem(sent(client, "POST", "/articles", newsroom.key), 429)
    assert client.get("/quotes").status_code == 200, "who needs no key is not kept out"


def test_known_keys_are_never_counted(newsroom):
    client = made(newsroom, key_guesses=1)
    assert {sent(client, "POST", "/articles", newsroom.key).status_code for _ in range(4)} == {415}


@pytest.mark.parametrize("path", [*GETS, "/docs/", "/docs/clients/", "/docs/clients/desk", "/nowhere"])
def test_an_answer_that_is_opened_as_a_page_runs_nothing(path, keyed, ids):
    answer = keyed.get(path.format(**ids))
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    policy = dict(part.strip().partition(" ")[::2] for part in answer.headers["Content-Security-Policy"].split(";"))
    assert policy["default-src"] in ("'none'", "'self'")
    assert (policy["frame-ancestors"], policy["base-uri"]) == ("'none'", "'none'")
    assert "unsafe" not in policy.get("script-src", policy["default-src"])


def test_the_page_to_try_it_on_runs_its_own_script_and_no_other(client):
    page = client.get("/docs/")
    digests = {
        b64encode(sha256(each).digest()).decode() for each in re.findall(rb"<script>(.*?)</script>", page.data, re.S)
    }
    assert len(digests) == 1
    assert set(re.findall("'sha256-([^']+)'", page.headers["Content-Security-Policy"])) == digests
    assert not re.search(rb"<[^>]+\son\w+=|javascript:", page.data), "handlers would not run"


@pytest.mark.parametrize(("method", "path"), sorted({*(("GET", path) for path in GETS), *NEEDS}))
def test_no_origin_is_let_in_with_credentials(method, path, client, ids):
    answer = client.open(path.format(**ids), method=method, headers=ORIGIN)
    assert answer.headers["Access-Control-Allow-Origin"] in ("*", ORIGIN["Origin"])
    assert "Access-Control-Allow-Credentials" not in answer.headers
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize(
    ("origin", "allowed"),
    [
        pytest.param("https://news.example", "https://news.example", id="one of them"),
        pytest.param("https://evil.example", None, id="another"),
        pytest.param("http://news.example", None, id="without TLS"),
        pytest.param("https://news.example.evil.example", None, id="one that begins so"),
        pytest.param("https://newsXexample", None, id="a dot is a dot"),
        pytest.param("null", None, id="a file"),
    ],
)
def test_origins_are_those_of_the_setting(origin, allowed, newsroom):
    client = made(newsroom, cors_origins=("https://news.example", "https://desk.example"))
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    for answer in (client.get("/quotes", headers=asked), client.options("/articles", headers=asked)):
        assert answer.headers.get("Access-Control-Allow-Origin") == allowed
        assert "Access-Control-Allow-Credentials" not in answer.headers


@pytest.mark.parametrize("origin", [{}, ORIGIN], ids=["no origin", "an origin"])
@pytest.mark.parametrize("path", ["/quotes?limit=1", "/nothing", "/quotes?wrong=1", "/health/live", "/docs"])
def test_each_header_is_sent_once(path, origin, client):
    # Two origins, even the same twice, are none to a browser.
    headers = client.get(path, headers=origin).headers
    names = [name.lower() for name, _ in headers if name != "Vary"]
    assert len(names) == len(set(names))
    assert headers["Access-Control-Allow-Origin"] == origin.get("Origin", "*")
