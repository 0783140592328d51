"""Every parameter of every operation against what it must not take; what is refused names it and says why."""

import pytest
import yaml

from service.api import specification
from service.api.examples import IDS

DESCRIBED = yaml.safe_load(specification.text())
PARAMETERS = [
    pytest.param(path.format(**IDS), each["name"], each["schema"], id=f"{path} {each['name']}")
    for path, methods in DESCRIBED["paths"].items()
    for each in methods.get("get", {}).get("parameters", ())
]
DATES = ("/quotes", "/articles")


def refused(client, path, query, *names):
    answer = client.get(f"{path}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json"), (query[:80], answer.text)
    found = answer.json["errors"]
    assert {error["parameter"] for error in found} == set(names)
    assert all(error["detail"] for error in found)
    assert len(answer.data) < 2_000  # what is shown back of 10 kB is short
    return found


def wrong_type(schema):
    """Values of another type, out of range, or dates that never were."""
    if schema["type"] == "integer":
        return ["ten", "1_0", "%EF%BC%91", "%205", "1.5", "-1", "0", "201", "99999999999999999999", "true", "[]"]
    if "anyOf" in schema:
        return [
            "soon",
            "18",
            "2018-13",
            "2018-02-30",
            "2019-02-29",
            "0000",
            "2018-08-21T25:00:00Z",
            "2018-08-21T10:00:00",
        ]
    if schema["type"] == "boolean" or "enum" in schema.get("items", schema):
        return ["other", "0", "-date,date", "null"]
    return []


def test_there_are_parameters():
    assert len(PARAMETERS) > 15


@pytest.fixture
def client(keyed):
    """One with a key: some lists are for curators."""
    return keyed


@pytest.mark.parametrize(("path", "name", "schema"), PARAMETERS)
class TestEach:
    @pytest.mark.parametrize("value", ["", "%00", "a%00b", "x" * 10_240])
    def test_refuses_what_no_parameter_takes(self, path, name, schema, value, client):
        refused(client, path, f"{name}={value}", name)

    def test_refuses_what_is_blank(self, path, name, schema, client):
        refused(client, path, f"{name}=%20%09", name)

    def test_refuses_another_type(self, path, name, schema, client):
        for value in wrong_type(schema):
            refused(client, path, f"{name}={value.replace('+', '%2B')}", name)

    def test_refuses_to_be_given_too_often(self, path, name, schema, client):
        most = schema["maxItems"] if schema["type"] == "array" else 1
        example = schema.get("items", schema).get("enum", ["2018"])[0]
        refused(client, path, "&".join([f"{name}={example}"] * (most + 1)), name)

    def test_survives_bytes_that_are_not_utf8(self, path, name, schema, client):
        assert client.get(f"{path}?{name}=%ff%fe").status_code in (200, 400, 404)  # IDS are the samples'


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("2019", "2018", id="years"),
        pytest.param("2018-09", "2018-08", id="months"),
        pytest.param("2018-09-01", "2018-08", id="a day after the month"),
        pytest.param("2019", "2018-12-31", id="a year after a day"),
        pytest.param("2018-08-21T10:00:01Z", "2018-08-21T10:00:00Z", id="seconds"),
        pytest.param("2018-08-21T10:00:00.000002Z", "2018-08-21T10:00:00.000001Z", id="microseconds"),
        pytest.param("2018-08-21T23:00:00-12:00", "2018-08-21", id="the next day in UTC"),
    ],
)
def test_from_after_to_names_both(path, first, last, client):
    for error in refused(client, path, f"from={first}&to={last}", "from", "to"):
        assert f"from={first} is after to={last}" in error["detail"]


@pytest.mark.parametrize("path", DATES)
@pytest.mark.parametrize(
    ("first", "last"),
    [
        pytest.param("2018", "2018", id="the same year"),
        pytest.param("2018-08-22", "2018-08", id="a day within the month"),
        pytest.param("2018", "2018-01-01", id="the first day of the year"),
        pytest.param("2018-08-21T10:00:00Z", "2018-08-21T12:00:00%2B02:00", id="one instant in two zones"),
        pytest.param("2018-08-21T01:00:00-12:00", "2018-08-21", id="within the day in UTC"),
        pytest.param("0001", "9999", id="all time"),
    ],
)
def test_from_up_to_to_is_asked(path, first, last, client):
    assert client.get(f"{path}?from={first}&to={last}").status_code == 200


def test_all_that_is_wrong_is_told_at_once(client):
    refused(client, "/quotes", "limit=0&kind=spoken&from=soon&q=", "limit", "kind", "from", "q")


@pytest.mark.parametrize("path", ["/quotes", "/speakers", "/articles", "/health/live", "/openapi.yaml", "/"])
def test_a_thousand_unknown_names_are_one_short_answer(path, client):
    answer = client.get(path, query_string={f"name{number}": "x" for number in range(1000)})
    assert answer.status_code == 400
    assert len(answer.data) < 200_000
