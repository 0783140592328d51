"""Every search whole, as NDJSON and CSV: the same items as the pages have, of one state, and a break that is seen."""

import csv
import json
from contextlib import closing
from dataclasses import replace
from io import StringIO

import pytest
from structlog.testing import capture_logs

from service.api.resources import Resources
from service.errors import Unavailable
from service.exporting import FORMS, KINDS, Wanted, columns, lines

NDJSON, CSV = "application/x-ndjson", "text/csv"


def asked(client, kind, accept=NDJSON, **query):
    return client.get(f"/{kind}", query_string=query, headers={"Accept": accept})


def objects(answer):
    return [json.loads(line) for line in answer.text.splitlines()]


def rows(answer):
    return list(csv.DictReader(StringIO(answer.text, newline="")))


def pages(client, kind, **query):
    items, after = [], {}
    while True:
        page = client.get(f"/{kind}", query_string={"limit": 200, **query, **after}).json
        items += page["items"]
        if page["next"] is None:
            return items
        after = {"after": page["next"]}


@pytest.fixture
def few_at_once(monkeypatch):
    monkeypatch.setattr("service.exporting.streaming._AT_ONCE", 3)


@pytest.mark.usefixtures("few_at_once")
@pytest.mark.parametrize("kind", KINDS)
class TestEveryKind:
    def test_ndjson_has_every_item_of_all_pages_in_their_order(self, kind, client):
        answer = asked(client, kind)
        assert (answer.status_code, answer.mimetype) == (200, NDJSON)
        assert answer.text.endswith("\n")
        assert objects(answer) == pages(client, kind)
        assert len(objects(answer)) > 5

    def test_csv_has_a_row_for_each_with_the_same_columns(self, kind, client):
        answer = asked(client, kind, CSV)
        assert (answer.mimetype, answer.mimetype_params) == (CSV, {"charset": "utf-8"})
        found = rows(answer)
        assert [row["id"] for row in found] == [item["id"] for item in pages(client, kind)]
        assert {tuple(row) for row in found} == {tuple(KINDS[kind].columns)}

    def test_every_column_is_of_a_field_of_the_answer(self, kind, client):
        """A column that no item has would be empty for ever, as a name that was misspelt is."""
        fields = KINDS[kind].item.dump_fields
        assert {place.split(".")[0] for place in KINDS[kind].columns.values()} <= set(fields)
        empty = {"via", "reason", "candidates", "cue", "flags", "accused"}
        found = rows(asked(client, kind, CSV))
        assert {name for name in KINDS[kind].columns if not any(row[name] for row in found)} <= empty

    def test_limit_and_after_are_kept_to(self, kind, client):
        whole = [item["id"] for item in pages(client, kind)]
        after = client.get(f"/{kind}", query_string={"limit": 2}).json["next"]
        assert [item["id"] for item in objects(asked(client, kind, limit=4))] == whole[:4]
        assert [item["id"] for item in objects(asked(client, kind, limit=4, after=after))] == whole[2:6]
        assert [item["id"] for item in objects(asked(client, kind, after=after))] == whole[2:]

    @pytest.mark.parametrize("accept", [NDJSON, CSV])
    def test_what_is_wrong_is_a_problem_before_anything_else(self, kind, accept, client):
        for query in ({"limit": 0}, {"after": "forged"}, {"colour": "red"}):
            answer = asked(client, kind, accept, **query)
            assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")

    @pytest.mark.parametrize("accept", [NDJSON, CSV])
    def test_head_is_get_without_its_body_and_holds_no_connection(self, kind, accept, newsroom):
        client = newsroom.client()
        for _ in range(5):
            head = client.head(f"/{kind}", headers={"Accept": accept})
            assert (head.status_code, head.mimetype, head.data) == (200, accept, b"")

    def test_answers_of_all_forms_tell_that_accept_decides(self, kind, client):
        assert all("Accept" in asked(client, kind, accept).headers["Vary"] for accept in (NDJSON, CSV, "*/*"))

    @pytest.mark.parametrize("coding", ["gzip", "zstd", "br"])
    def test_it_is_compressed_where_that_is_taken(self, kind, coding, client):
        headers = {"Accept": NDJSON, "Accept-Encoding": coding}
        packed = client.get(f"/{kind}", headers=headers)
        assert packed.headers["Content-Encoding"] == coding
        assert len(packed.data) < len(asked(client, kind).data)


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        pytest.param("application/x-ndjson", NDJSON, id="NDJSON"),
        pytest.param("text/csv;q=0.9, application/json;q=0.5", CSV, id="CSV rather than JSON"),
        pytest.param("text/csv, */*;q=0.1", CSV, id="CSV or anything"),
        pytest.param("application/json, text/csv;q=0.5", "application/json", id="JSON rather than CSV"),
        pytest.param("text/csv;q=0", "application/json", id="anything but CSV"),
        pytest.param("*/*", "application/json", id="anything"),
        pytest.param("text/*", CSV, id="any text"),
        pytest.param("text/html,application/xhtml+xml,*/*;q=0.8", "application/json", id="a browser"),
    ],
)
def test_accept_decides(accept, mimetype, client):
    assert asked(client, "quotes", accept).mimetype == mimetype


def test_filters_are_kept_to(client):
    found = objects(asked(client, "quotes", publisher="Gazette", **{"from": "2018-03"}))
    assert found == pages(client, "quotes", publisher="Gazette", **{"from": "2018-03"})
    assert 0 < len(found) < len(pages(client, "quotes"))


def test_nothing_is_no_line_and_a_head_of_columns_alone(client):
    assert asked(client, "quotes", q="unheard").data == b""
    assert rows(asked(client, "quotes", CSV, q="unheard")) == []
    assert asked(client, "quotes", CSV, q="unheard").text.startswith("id,text,")


@pytest.mark.parametrize(("kind", "name"), [("quotes", "count"), ("claims", "count"), ("claims", "facets")])
def test_what_json_alone_can_tell_is_refused(kind, name, client):
    answer = asked(client, kind, CSV, **{name: "true"})
    assert (answer.status_code, answer.json["errors"][0]["parameter"]) == (400, name)
    assert asked(client, kind, CSV, **{name: "false"}).status_code == 200


@pytest.mark.parametrize(
    ("kind", "field"), [("quotes", "kind"), ("speakers", "name"), ("claims", "status"), ("articles", "title")]
)
def test_fields_are_kept_to(kind, field, client):
    found = objects(asked(client, kind, fields=field))
    assert {frozenset(item) for item in found} == {frozenset({"id", field})}
    row = rows(asked(client, kind, CSV, fields="id"))[0]
    assert list(row) == ["id"]


def test_what_stands_beside_quotes_comes_with_ndjson_and_not_with_csv(client):
    query = {"q": "count", "highlight": "true", "include": "speaker,article"}
    assert objects(asked(client, "quotes", **query)) == pages(client, "quotes", **query)
    refused = asked(client, "quotes", CSV, **query)
    assert [error["parameter"] for error in refused.json["errors"]] == ["highlight", "include"]


@pytest.mark.parametrize("kind", ["quotes", "claims"])
@pytest.mark.parametrize(("form", "mimetype"), [("ndjson", NDJSON), ("csv", CSV), ("json", "application/json")])
def test_format_goes_before_accept(kind, form, mimetype, client):
    for accept in ("application/atom+xml", CSV, NDJSON, "*/*"):
        assert asked(client, kind, accept, format=form).mimetype == mimetype
    assert asked(client, kind, CSV, format="atom").mimetype == "application/atom+xml"


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        pytest.param("application/atom+xml, text/csv;q=0.5", "application/atom+xml", id="a feed rather than CSV"),
        pytest.param("application/atom+xml;q=0.5, text/csv", CSV, id="CSV rather than a feed"),
    ],
)
def test_accept_decides_between_feeds_and_wholes(accept, mimetype, client):
    assert asked(client, "quotes", accept).mimetype == mimetype


FORMULAS = ['=cmd|"/c calc"!A1', "+1", "-1", "@sum(A1)", "\t=1", "\r=1", "'=1", "plain", "a=b", ""]


def test_no_cell_is_a_formula_and_each_can_be_undone():
    written = FORMS["csv"].written(KINDS["speakers"].columns, [{"id": name, "name": name} for name in FORMULAS])
    cells = [row[1] for row in csv.reader(StringIO(written.decode(), newline=""))]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in cells)
    assert [cell.removeprefix("'") for cell in cells] == FORMULAS


def test_lists_stand_in_one_cell_and_numbers_and_truth_are_plain():
    item = {"quoted": [{"text": "a"}, {"text": "b"}], "confidence": -0.5, "listed": False, "speaker": None}
    row = dict(
        zip(
            columns.QUOTES,
            FORMS["csv"].written(KINDS["quotes"].columns, [item]).decode().strip().split(","),
            strict=True,
        )
    )
    assert (row["quoted"], row["confidence"], row["listed"], row["speaker"]) == ("a | b", "-0.5", "false", "")


@pytest.mark.usefixtures("few_at_once")
def test_it_is_of_one_state_whatever_is_taken_in_meanwhile(empty_newsroom):
    empty_newsroom.fill(5)
    before = [item["id"] for item in pages(empty_newsroom.client(), "quotes")]
    found = lines(empty_newsroom.pool, KINDS["quotes"], FORMS["ndjson"], wanted("quotes"))
    parts = [next(found)]
    erased = empty_newsroom.client(empty_newsroom.key).delete(f"/articles/{before[-1].partition('.')[0]}")
    assert erased.status_code == 204
    empty_newsroom.fill(8)
    parts += found
    assert [json.loads(line)["id"] for part in parts for line in part.splitlines()] == before
    assert all(part.count(b"\n") <= 3 for part in parts)
    assert len(parts) == 4


def wanted(kind, **more):
    return Wanted(KINDS[kind].conditions(), **more)


@pytest.fixture
def breaking(monkeypatch):
    """The database goes away after the first items."""
    kind = KINDS["quotes"]

    def find(connection, conditions, limit, after):
        if after:
            raise Unavailable("the database is gone")
        return kind.find(connection, conditions, limit, after)

    monkeypatch.setattr("service.api.exports.KINDS", {"quotes": replace(kind, find=find)})


@pytest.mark.usefixtures("few_at_once", "breaking")
@pytest.mark.parametrize("accept", [NDJSON, CSV])
def test_a_break_is_told_in_the_last_line_and_by_a_body_without_its_end(accept, client):
    answer = client.get("/quotes", headers={"Accept": accept, "X-Request-ID": "r1"}, buffered=False)
    parts = []
    with capture_logs() as logs, pytest.raises(Unavailable):
        parts.extend(answer.response)
    last = b"".join(parts).decode().splitlines()[-1]
    if accept == NDJSON:
        problem = json.loads(last)["problem"]
        assert (problem["status"], problem["request_id"]) == (503, "r1")
    else:
        assert last.startswith("problem,503,")
    assert "not at its end" in last
    assert [(line["event"], line["request_id"]) for line in logs] == [("export broke off", "r1")]


def test_the_time_is_bounded(newsroom, few_at_once):
    found = lines(newsroom.pool, KINDS["quotes"], FORMS["ndjson"], wanted("quotes", seconds=1e-9))
    assert next(found)
    with pytest.raises(Unavailable, match="longer than"):
        next(found)


@pytest.mark.usefixtures("few_at_once")
def test_few_are_exported_at_once_so_that_questions_find_a_connection(newsroom):
    here: Resources = newsroom.app.extensions["onrecord"]
    held = [here.exports.acquire(blocking=False) for _ in range(newsroom.settings.threads)]
    try:
        answer = asked(newsroom.client(), "quotes")
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
        assert newsroom.client().get("/quotes").status_code == 200
    finally:
        for _ in filter(None, held):
            here.exports.release()


@pytest.mark.usefixtures("few_at_once")
def test_a_client_that_leaves_gives_its_place_back(newsroom):
    for _ in range(10):
        with closing(newsroom.client().get("/quotes", headers={"Accept": NDJSON}, buffered=False)) as answer:
            assert next(iter(answer.response))
