"""openapi.yaml is valid, fresh and complete; /docs shows it without any network."""

import re

import pytest
import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator, validate

from service.api import specification
from service.shipped import shipped


@pytest.fixture(scope="module")
def described():
    return yaml.safe_load(specification.text())


def test_it_is_valid_openapi_3_1(described):
    assert described["openapi"] == "3.1.0"
    validate(described, cls=OpenAPIV31SpecValidator)


def test_the_committed_file_is_fresh():
    assert shipped("openapi.yaml").read_text("utf-8") == specification.text(), "run `onrecord openapi`"


def test_it_comes_out_the_same_each_time():
    assert specification.text() == specification.text()


def test_it_is_what_the_service_answers(client):
    answer = client.get("/openapi.yaml")
    assert (answer.mimetype, answer.text) == ("application/yaml", specification.text())


def operations(described):
    for path, methods in described["paths"].items():
        yield from ((path, method, methods[method]) for method in methods if method != "parameters")


def test_every_endpoint_is_described(described, newsroom):
    beside = ("docs.", "specification.")
    rules = [rule for rule in newsroom.app.url_map.iter_rules() if not rule.endpoint.startswith(beside)]
    there = {
        (re.sub("<id:([a-z_]+)>", "{\\1}", rule.rule), method.lower())
        for rule in rules
        for method in rule.methods - {"HEAD", "OPTIONS"}
    }
    assert {(path, method) for path, method, _ in operations(described)} == there


def test_every_operation_says_what_it_does_and_how_it_fails(described):
    for _, _, operation in operations(described):
        assert operation["summary"].endswith(".")
        assert operation["responses"]["default"] == {"$ref": "#/components/responses/DEFAULT_ERROR"}


def test_failures_are_described_as_problems(described):
    for response in described["components"]["responses"].values():
        assert list(response["content"]) == ["application/problem+json"]


def test_writes_and_whole_texts_need_a_key(described):
    paths = described["paths"]
    assert paths["/articles"]["post"]["security"] == [{"key": ["ingest"]}]
    assert paths["/articles/{article_id}"]["delete"]["security"] == [{"key": ["ingest"]}]
    assert paths["/articles/{article_id}/text"]["get"]["security"] == [{"key": ["text"]}, {}]
    assert "security" not in paths["/quotes"]["get"]


def test_the_page_of_the_documentation_asks_nobody_else(client):
    page = client.get("/docs/")
    assert (page.status_code, page.mimetype) == (200, "text/html")
    assert "//" not in re.sub(r"(?m)^\s*//.*|[^:\"']// .*", "", page.text).replace("<!--", "")
    assert "default-src 'self'" in page.headers["Content-Security-Policy"]
    for address in re.findall(r'(?:src|href)="([^"]+)"', page.text):
        assert client.get(address).status_code == 200
    assert '"url": "/openapi.yaml"' in page.text
    assert '"validatorUrl": null' in page.text


def test_the_page_repeats_nothing_of_the_host_header(client):
    assert "evil" not in client.get("/docs/", headers={"Host": "evil.example"}).text


@pytest.mark.parametrize("path", ["/docs/../app.py", "/docs/%2e%2e/flask_swagger_ui.py", "/docs/nothing.js"])
def test_only_files_of_the_page_are_served(path, client):
    assert client.get(path).status_code == 404


def test_docs_leads_to_its_page(client):
    assert client.get("/docs", follow_redirects=True).mimetype == "text/html"


def test_the_index_leads_everywhere(client):
    for link in client.get("/").json["links"].values():
        path = link.split("{")[0]
        assert client.get(path).status_code in (200, 405), path


def test_the_index_names_every_parameter(client, described):
    for link in client.get("/").json["links"].values():
        path, _, names = link.partition("{?")
        if names:
            asked = described["paths"][path]["get"]["parameters"]
            assert names.rstrip("}").split(",") == [each["name"] for each in order(asked)], path


def order(parameters):
    """Filters first, then how much of the list."""
    return sorted(parameters, key=lambda each: each["name"] in ("limit", "after", "count"))
