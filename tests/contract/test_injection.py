"""What a stranger writes stays a value, over every parameter, field and header: no SQL, no header, no line of a log."""

import json
from urllib.parse import quote

import psycopg
import pytest
import yaml
from test_every_endpoint import problem

from service.api import specification
from service.api.examples import IDS
from service.store import keys

DESCRIBED = yaml.safe_load(specification.text())
ODD = "zzqx"  # stands in no text, and in every payload
# Ends a string, a statement or a comment; makes the server wait, fail or tell; or is a placeholder of psycopg.
PAYLOADS = (
    "zzqx'", 'zzqx"', "zzqx' OR 'zzqx'='zzqx", "zzqx'; SELECT pg_sleep(30)--",
    "zzqx' AND zzqx=(SELECT 1 FROM pg_sleep(30))",
    "zzqx' UNION SELECT zzqx --", "zzqx\\'; DROP TABLE zzqx;--", "zzqx' AND zzqx=CAST((SELECT version()) AS int)--",
    "zzqx$$;zzqx$$", "zzqx%(id)s", "zzqx%s", "zzqx{0}", "zzqx*:zzqx", "zzqx) OR (zzqx", "zzqx', 'zzqx", "zzqx--",
    "zzqx/*",
)  # fmt: skip
ALL = "; ".join(PAYLOADS)
PARAMETERS = [
    pytest.param(path, each["name"], id=f"{path} {each['name']}")
    for path, methods in DESCRIBED["paths"].items()
    for each in methods.get("get", {}).get("parameters", ())
    if each["in"] == "query"
]
BODIES = [
    pytest.param(method, path, json.loads(json.dumps(example)), id=f"{method} {path}")
    for path, methods in DESCRIBED["paths"].items()
    for method, operation in methods.items()
    if isinstance(operation, dict)
    and isinstance(
        example := operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("example"), dict
    )
]
CONSTANT = {"request_id", "instance", "detail", "errors"}  # a problem may name what was wrong


@pytest.fixture
def statements(monkeypatch):
    """Every statement that goes out, as text; the values that are bound go beside it and are none of it."""
    sent = []

    def noted(own):
        def executing(self, query, *given, **named):
            sent.append(query if isinstance(query, str) else query.as_string(self))
            return own(self, query, *given, **named)

        return executing

    monkeypatch.setattr(psycopg.Connection, "execute", noted(psycopg.Connection.execute))
    monkeypatch.setattr(psycopg.Cursor, "execute", noted(psycopg.Cursor.execute))
    return sent


def found(answer):
    """What an answer says but for the words that were asked for, or that it was refused."""
    if 400 <= answer.status_code < 500:
        problem(answer, answer.status_code)
        return "refused"
    assert answer.status_code == 200, answer.text
    body = answer.json
    return {name: body[name] for name in ("items", "next") if name in body} if isinstance(body, dict) else body


@pytest.mark.parametrize(("path", "name"), PARAMETERS)
def test_a_parameter_finds_what_an_odd_word_finds_and_is_bound(path, name, keyed, ids, statements):
    where = path.format(**ids)
    harmless = found(keyed.get(where, query_string={name: ODD}))
    for payload in PAYLOADS:
        assert found(keyed.get(where, query_string={name: payload})) in (harmless, "refused"), payload
    assert not [each for each in statements if ODD in each]


def fields(value, place=()):
    """Where the strings of a body stand."""
    if isinstance(value, str):
        yield place
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in inside:
        yield from fields(inner, (*place, name))


def put(body, place, value):
    changed = json.loads(json.dumps(body))
    at = changed
    for name in place[:-1]:
        at = at[name]
    at[place[-1]] = value
    return changed


@pytest.fixture(scope="module")
def own(newsroom, postgres_server, database_on, _migrated_template):
    """Another newsroom, for writes that may go through."""
    with database_on(postgres_server, _migrated_template) as url:
        room = type(newsroom)(url)
        room.fill(3)
        room.hand_in()
        room.add_webhook(IDS["webhook_id"])
        yield room
        room.pool.close()


@pytest.mark.parametrize(("method", "path", "example"), BODIES)
def test_a_field_of_a_body_is_a_value_too(method, path, example, own, statements):
    client = own.client(own.key)
    first = client.get("/quotes").json["items"][0]
    claim = client.get("/claims").json["items"][0]
    there = IDS | {
        "quote_id": first["id"], "article_id": first["article_id"], "claim_id": claim["id"],
        "speaker_id": first["speaker"]["id"],
    }  # fmt: skip
    for place in fields(example):
        for value in (ALL, PAYLOADS[2]):
            body = put(example, place, value)
            answer = client.open(path.format(**there), method=method.upper(), json=body, headers={"If-Match": "*"})
            assert answer.status_code < 500, (place, answer.text)
    assert not [each for each in statements if ODD in each]


@pytest.mark.parametrize("name", ["Authorization", "Idempotency-Key", "If-Match", "X-Request-ID", "Accept", "Host"])
def test_so_is_a_header(name, own, statements):
    first = own.client().get("/quotes").json["items"][0]["id"]
    for payload in PAYLOADS:
        headers = {"Authorization": f"Bearer {own.key}", "If-Match": "*", name: payload}
        answer = own.client().patch(f"/quotes/{first}", json={"why": ""}, headers=headers)
        assert answer.status_code < 500
        own.client().post("/articles", data=b"", headers=headers)
    assert not [each for each in statements if ODD in each]


BROKEN_LINES = (
    "a\r\nSet-Cookie: b=c",
    "a\nX-Evil: 1",
    "a\r\n\r\n<script>",
    "a%0d%0aX-Evil: 1",
    "a\u2028b",
    "a\x85b",
    "a\x1b[2Jb",
)
REFLECTED = (
    "/quotes?q={}", "/quotes?{}=1", "/quotes?after={}", "/quotes?speaker={}&limit=1", "/{}", "/quotes/{}",
    "/docs/clients/{}", "/quotes?q={}&format=atom", "/speakers?q={}", "/articles?publisher={}",
)  # fmt: skip


@pytest.mark.parametrize("where", REFLECTED)
def test_no_line_that_is_broken_makes_a_header(where, client):
    for line in BROKEN_LINES:
        answer = client.get(where.format(quote(line, safe="")))
        assert not {"set-cookie", "x-evil"} & {name.lower() for name in dict(answer.headers)}
        assert not [value for _, value in answer.headers if set(value) & set("\r\n\x1b\x85\u2028")]


@pytest.fixture
def logged(capfd):
    """The lines that were logged meanwhile, each of them JSON."""

    def read():
        lines = capfd.readouterr().err.split("\n")
        return [json.loads(line) for line in lines if line], "\n".join(lines)

    return read


def test_no_line_that_is_broken_makes_a_line_of_the_log(client, logged):
    logged()
    for line in BROKEN_LINES:
        client.get(f"/{quote(line, safe='')}", headers={"X-Request-ID": line.replace("\r", "").replace("\n", " ")})
        client.open("/quotes", method="A" + quote(line, safe=""))
    lines, text = logged()
    assert len(lines) == 2 * len(BROKEN_LINES)
    assert all(each["event"] == "request" for each in lines)
    assert not {"\x1b", "\r"} & set(text)


def test_no_key_is_ever_logged_whatever_is_done_with_it(own, logged, monkeypatch):
    with own.pool.writing() as connection:
        _, secret = keys.create(connection, "secret", ["ingest", "curate", "review", "text", "admin"])
    logged()
    client = own.client()
    for path, methods in DESCRIBED["paths"].items():
        for method in methods:
            for kind in ("Bearer", "Basic", ""):
                client.open(
                    path.format(**IDS), method=method.upper(), json={"key": secret}, query_string={"key": secret},
                    headers={"Authorization": f"{kind} {secret}", "If-Match": "*", "Idempotency-Key": secret},
                )  # fmt: skip
    monkeypatch.setattr("service.api.quotes.quotes.find", lambda *_, **__: 1 / 0)
    assert client.get("/quotes", headers={"Authorization": f"Bearer {secret}"}).status_code == 500
    lines, text = logged()
    assert len(lines) > 50
    assert "ZeroDivisionError" in text
    assert secret not in text


def test_a_key_is_looked_up_by_its_digest_and_never_compared(own, statements):
    own.client(own.key).get("/jobs/j0")
    asked = [each for each in statements if "keys" in each]
    assert asked
    assert all("sha256 = %(sha256)s" in each for each in asked if each.startswith("SELECT"))
    assert not [each for each in statements if own.key in each]
