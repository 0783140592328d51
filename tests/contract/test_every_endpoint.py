"""What holds for every endpoint, whichever they are: each test runs over the whole URL map."""

import gzip
import re
from io import BytesIO

import pytest
from flask import Flask

from service.api import endpoints, examples

METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


def rules():
    app = Flask(__name__, static_folder=None)
    endpoints.register(app)
    return list(app.url_map.iter_rules())


def template(rule):
    return re.sub("<id:([a-z_]+)>", "{\\1}", rule.rule)


RULES = rules()
PATHS = sorted({template(rule) for rule in RULES})
GETS = [*sorted(template(rule) for rule in RULES if "GET" in rule.methods), "/openapi.yaml"]
LISTS = [path for path in GETS if path in ("/quotes", "/speakers", "/articles", "/claims")]


def allowed(path):
    return {method for rule in RULES if template(rule) == path for method in rule.methods}


WRITES = [(method, path) for path in PATHS for method in sorted(allowed(path) & {"POST", "PUT", "PATCH", "DELETE"})]
TAKE_TEXTS = ("/articles", "/extract", "/claims/match", "/quotes/verify")
BODIES_OF_IDS = {"merge": examples.MERGE, "split": examples.SPLIT}  # where only a write tells whether an id is there
BODIES = [(method, path) for method, path in WRITES if method != "DELETE"]


def problem(response, status):
    assert response.status_code == status, response.text
    assert response.mimetype == "application/problem+json"
    body = response.json
    assert body["status"] == status
    assert body["title"]
    assert body["detail"]
    assert body["request_id"] == response.headers["X-Request-ID"]
    assert "Traceback" not in response.text
    return body


def test_the_endpoints_of_the_first_version_are_there():
    assert {
        "/", "/quotes", "/quotes/{quote_id}", "/speakers", "/speakers/{speaker_id}", "/articles",
        "/articles/{article_id}", "/articles/{article_id}/text", "/extract", "/health/live", "/health/ready",
    } <= set(PATHS)  # fmt: skip


@pytest.mark.parametrize("path", GETS)
def test_get_answers(path, keyed, ids):
    assert keyed.get(path.format(**ids)).status_code == 200


@pytest.mark.parametrize("path", GETS)
def test_an_unknown_parameter_is_a_problem_that_names_it(path, keyed, ids):
    body = problem(keyed.get(path.format(**ids), query_string={"speeker": "x"}), 400)
    assert body["errors"][0]["parameter"] == "speeker"
    assert "nearest" in body["detail"] or "none is known" in body["detail"]


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_an_unknown_parameter_of_a_write_is_a_problem_too(method, path, keyed, ids):
    problem(keyed.open(path.format(**ids), method=method, query_string={"speeker": "x"}), 400)


@pytest.mark.parametrize("path", PATHS)
def test_a_wrong_method_is_a_problem_that_says_which_are_right(path, keyed, ids):
    for method in METHODS - allowed(path):
        response = keyed.open(path.format(**ids), method=method)
        problem(response, 405)
        assert set(response.headers["Allow"].split(", ")) == allowed(path)


@pytest.mark.parametrize("path", GETS)
def test_head_is_get_without_its_body(path, keyed, ids):
    got, head = keyed.get(path.format(**ids)), keyed.head(path.format(**ids))
    assert head.data == b""
    changing = {"X-Request-ID", "Date"}
    assert {k: v for k, v in head.headers if k not in changing} == {k: v for k, v in got.headers if k not in changing}


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize("encoding", ["identity", "gzip"])
def test_a_tag_brings_304_and_stays_while_nothing_changes(path, encoding, keyed, ids):
    headers = {"Accept-Encoding": encoding}
    first, second = (keyed.get(path.format(**ids), headers=headers) for _ in range(2))
    tag = first.headers["ETag"]
    assert not tag.startswith("W/")
    assert tag == second.headers["ETag"]
    again = keyed.get(path.format(**ids), headers={**headers, "If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
    assert keyed.get(path.format(**ids), headers={**headers, "If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize("written", ["{tag}", "W/{tag}", '"a", W/"b", {tag}', '"a",{tag} , "c"', "*"])
def test_a_known_tag_brings_304_however_it_is_written(path, written, keyed, ids):
    tag = keyed.get(path.format(**ids)).headers["ETag"]
    again = keyed.head(path.format(**ids), headers={"If-None-Match": written.format(tag=tag)})
    assert (again.status_code, again.headers["ETag"]) == (304, tag)


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize("written", ["", '""', "tag", '"tag', "W/", ",,", '"\x00"', '"a"' * 500])
def test_a_tag_that_is_none_brings_the_answer(path, written, keyed, ids):
    assert keyed.get(path.format(**ids), headers={"If-None-Match": written}).status_code == 200


@pytest.mark.parametrize("path", GETS)
@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"Accept": "text/html"}, id="a browser"),
        pytest.param({"Accept": "application/xml;q=1, */*;q=0"}, id="what there is not"),
        pytest.param({"Accept": "\xff;;,"}, id="nonsense"),
        pytest.param({"Range": "bytes=0-1"}, id="a part"),
        pytest.param({"Range": "bytes=-1", "If-Range": '"tag"'}, id="the last byte"),
        pytest.param({"Range": "bytes=99999999-"}, id="beyond the end"),
        pytest.param({"Accept-Encoding": "\xff;q=x, gzip;q=0"}, id="no coding that there is"),
        pytest.param({"If-Modified-Since": "soon", "If-Unmodified-Since": "never"}, id="times that are none"),
    ],
)
def test_the_answer_is_the_whole_in_its_own_form_whatever_is_asked_for(path, headers, keyed, ids):
    plain, asked = keyed.get(path.format(**ids)), keyed.get(path.format(**ids), headers=headers)
    assert (asked.status_code, asked.mimetype, asked.data) == (200, plain.mimetype, plain.data)
    assert "Content-Range" not in asked.headers


@pytest.mark.parametrize("path", GETS)
def test_the_compressed_form_has_the_same_content_under_another_tag(path, keyed, ids):
    plain = keyed.get(path.format(**ids))
    packed = keyed.get(path.format(**ids), headers={"Accept-Encoding": "gzip"})
    assert "Accept-Encoding" in packed.headers["Vary"]
    if len(plain.data) < 500:
        assert "Content-Encoding" not in packed.headers
    else:
        assert packed.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        assert packed.headers["ETag"] != plain.headers["ETag"]


@pytest.mark.parametrize("path", GETS)
def test_pages_of_other_origins_may_read_it(path, keyed, ids):
    response = keyed.get(path.format(**ids), headers={"Origin": "https://example.org"})
    assert response.headers["Access-Control-Allow-Origin"] in ("*", "https://example.org")
    assert {"ETag", "Link", "X-Request-ID"} <= set(response.headers["Access-Control-Expose-Headers"].split(", "))


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_preflight_lets_keys_and_json_through(method, path, client, ids):
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": "authorization, content-type"}
    response = client.options(path.format(**ids), headers={"Origin": "https://example.org", **asked})
    assert response.status_code == 200
    assert method in response.headers["Access-Control-Allow-Methods"]
    assert "authorization" in response.headers["Access-Control-Allow-Headers"].lower()


@pytest.mark.parametrize("path", GETS)
def test_answers_are_kept_only_with_asking_again(path, client, keyed, ids):
    assert keyed.get(path.format(**ids)).headers["Cache-Control"] == "private, no-cache"
    assert client.get(path.format(**ids)).headers["Cache-Control"] in ("no-cache", "no-store")


@pytest.mark.parametrize("path", GETS)
def test_a_request_keeps_its_id_if_that_is_a_plain_word(path, keyed, ids):
    given = keyed.get(path.format(**ids), headers={"X-Request-ID": "news-1.2_3"})
    assert given.headers["X-Request-ID"] == "news-1.2_3"
    forged = keyed.get(path.format(**ids), headers={"X-Request-ID": "a b<script>" + "x" * 80})
    assert re.fullmatch("[0-9a-f]{32}", forged.headers["X-Request-ID"])


@pytest.mark.parametrize("path", [path for path in PATHS if "{" in path])
@pytest.mark.parametrize(
    "forged",
    [
        pytest.param("nothing", id="no such id"),
        pytest.param("a.b.c", id="too many parts"),
        pytest.param("%00", id="NUL, at which Postgres raises"),
        pytest.param("a%2Fb", id="an escaped slash"),
        pytest.param("x" * 1000, id="very long"),
        pytest.param("%F0%9F%98%80", id="an emoji"),
        pytest.param("%ED%A0%80", id="bytes that are not UTF-8"),
        pytest.param("' OR 1=1 --", id="SQL"),
    ],
)
def test_an_id_that_is_not_there_is_404(path, forged, keyed):
    method = "GET" if "GET" in allowed(path) else sorted(allowed(path) - {"OPTIONS"})[0]
    body = BODIES_OF_IDS.get(path.rpartition("/")[2])
    problem(keyed.open(re.sub("{[a-z_]+}", forged, path), method=method, json=body), 404)


@pytest.mark.parametrize("path", LISTS)
def test_lists_have_one_shape(path, client):
    body = client.get(path, query_string={"limit": 2}).json
    assert list(body)[:2] == ["items", "next"]
    assert set(body) <= {"items", "next", "count", "matched_speakers", "facets", "faceted", "explain"}
    assert len(body["items"]) == 2
    assert isinstance(body["next"], str)


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("limit", [1, 7, 200])
def test_paging_by_link_is_complete_and_free_of_doubles(path, limit, client):
    whole = [item["id"] for item in client.get(path, query_string={"limit": 200}).json["items"]]
    seen, where = [], f"{path}?limit={limit}"
    while where:
        response = client.get(where)
        seen += [item["id"] for item in response.json["items"]]
        link = re.fullmatch('<(.+)>; rel="next"', response.headers.get("Link", ""))
        assert bool(link) == (response.json["next"] is not None)
        where = link[1] if link else None
    assert seen == whole
    assert len(set(seen)) == len(seen) > 2


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        pytest.param("limit=0", "limit", id="too few"),
        pytest.param("limit=201", "limit", id="too many"),
        pytest.param("limit=ten", "limit", id="no number"),
        pytest.param("limit=", "limit", id="empty number"),
        pytest.param("limit=1&limit=2", "limit", id="a single one twice"),
        pytest.param("after=forged", "after", id="a forged cursor"),
        pytest.param("after=", "after", id="an empty cursor"),
        pytest.param("after=%00", "after", id="NUL"),
        pytest.param("after=W10", "after", id="a cursor that decodes to an empty list"),
        pytest.param("after=%C3%A4", "after", id="a cursor that is not ASCII"),
        pytest.param("limit%00=1", "limit\x00", id="NUL in a name"),
    ],
)
def test_a_wrong_parameter_is_named(path, parameters, named, client):
    assert [error["parameter"] for error in problem(client.get(f"{path}?{parameters}"), 400)["errors"]] == [named]


@pytest.mark.parametrize("path", LISTS)
def test_a_cursor_belongs_to_its_list(path, client):
    after = client.get(path, query_string={"limit": 1}).json["next"]
    other = next(other for other in LISTS if other != path)
    assert problem(client.get(other, query_string={"after": after}), 400)["errors"][0]["parameter"] == "after"


@pytest.mark.parametrize(("method", "path"), BODIES)
@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        pytest.param(b"{}", "text/plain", 415, id="wrong content type"),
        pytest.param(b"{}", None, 415, id="no content type"),
        pytest.param(b"a=b", "application/x-www-form-urlencoded", 415, id="a form"),
        pytest.param(b"", "application/json", 400, id="empty"),
        pytest.param(b"{", "application/json", 400, id="broken"),
        pytest.param(b'{"text": "\xff"}', "application/json", 400, id="not UTF-8"),
        pytest.param('{"text": "a"}'.encode("utf-16"), "application/json", 400, id="UTF-16"),
        pytest.param(b'{"text": "a", "text": "b"}', "application/json", 400, id="a key twice"),
        pytest.param(b'{"text": NaN}', "application/json", 400, id="NaN is no JSON"),
        pytest.param(b'{"text": ' + b"9" * 5000 + b"}", "application/json", 400, id="a number of 5000 digits"),
        pytest.param(b"[" * 20_000, "application/json", 400, id="nested too deep"),
        pytest.param(b'{"text":' + b"[" * 5_000 + b"]" * 5_000 + b"}", "application/json", 400, id="deep and closed"),
        pytest.param(b"null", "application/json", 422, id="null"),
        pytest.param(b"[]", "application/json", 422, id="a list"),
        pytest.param(b'"text"', "application/json", 422, id="a string"),
        pytest.param(b'{"text": 1}', "application/json", 422, id="wrong type"),
        pytest.param(b'{"text": ["a"]}', "application/json", 422, id="a list for a string"),
        pytest.param(b'{"text": "a\\u0000"}', "application/json", 422, id="NUL"),
        pytest.param(b'{"text": "\\ud800"}', "application/json", 422, id="lone surrogate"),
        pytest.param(b'{"text": " "}', "application/json", 422, id="blank"),
        pytest.param(b'{"text": "a", "colour": 1}', "application/json", 422, id="unknown field"),
        pytest.param(b'{"text": "a", "\\ud800": 1}', "application/json", 422, id="a field that UTF-8 cannot write"),
        pytest.param(b'{"text": "' + b"a" * 5_001 + b'"}', "application/json", 413, id="text over its limit"),
        pytest.param(b'{"text": "' + "ä".encode() * 2_501 + b'"}', "application/json", 413, id="over it in bytes"),
        pytest.param(b" " * 200_000, "application/json", 413, id="body over its limit"),
    ],
)
def test_bad_bodies(method, path, body, content_type, status, keyed, ids):
    if status == 413 and path not in TAKE_TEXTS and body.startswith(b"{"):
        status = 422  # a text is no field there, however long
    found = problem(keyed.open(path.format(**ids), method=method, data=body, content_type=content_type), status)
    if status == 413:
        assert re.search(r"limit (of|is) \d+", found["detail"].replace("the limit is", "limit is"))
    if status == 422 and body.startswith(b"{"):
        assert found["errors"][0]["pointer"].startswith("/")


@pytest.mark.parametrize(("method", "path"), BODIES)
@pytest.mark.parametrize("coding", ["gzip", "br", "x-unknown", "gzip, identity"])
def test_a_body_comes_uncompressed_or_not_at_all(method, path, coding, keyed, ids):
    path = path.format(**ids)
    packed = gzip.compress(b" " * 10_000_000)
    answer = keyed.open(
        path, method=method, data=packed, content_type="application/json", headers={"Content-Encoding": coding}
    )
    assert coding in problem(answer, 415)["detail"]
    assert answer.headers["Accept-Encoding"] == "identity"


@pytest.mark.parametrize(("method", "path"), BODIES)
def test_a_body_that_tells_no_length_has_a_limit_too(method, path, keyed, ids):
    path = path.format(**ids)
    stream = {"input_stream": BytesIO(b" " * 200_000), "environ_overrides": {"wsgi.input_terminated": True}}
    problem(keyed.open(path, method=method, content_type="application/json", **stream), 413)
