"""Every example of openapi.yaml is sent to a service with the sample newsroom, read by the real reader."""

import pytest
import yaml

from service.api import specification

DESCRIBED = yaml.safe_load(specification.text())
OPERATIONS = [
    pytest.param(path, method, operation, id=operation["operationId"])
    for path, methods in DESCRIBED["paths"].items()
    for method, operation in methods.items()
    if method != "parameters"
]


def address(path):
    """The path with the examples of its ids."""
    given = {each["name"]: each["example"] for each in DESCRIBED["paths"][path].get("parameters", ())}
    return path.format(**given)


def parameters(operation):
    asked = (each for each in operation.get("parameters", ()) if each["in"] == "query")
    return {each["name"]: each["schema"].get("example") for each in asked}


def headers(operation):
    """Those that the operation needs."""
    needed = [each for each in operation.get("parameters", ()) if each["in"] == "header" and each.get("required")]
    return {each["name"]: each["schema"]["example"] for each in needed}


def body_of(operation):
    return operation["requestBody"]["content"]["application/json"]["example"] if "requestBody" in operation else None


def asked(samples, path, method, operation, **query):
    client = samples.client(samples.key)
    body, needed = body_of(operation), headers(operation)
    return client.open(address(path), method=method.upper(), json=body, query_string=query, headers=needed)


# Who is who would be another matter for all tests after these: tests/contract/test_corrections.py sends them.
CURATING = ("/merge", "/split", "/corrections")
SENT = [each for each in OPERATIONS if each.values[1] != "delete" and not each.values[0].endswith(CURATING)]


@pytest.mark.parametrize(("path", "method", "operation"), SENT)
def test_each_operation_answers_its_example(path, method, operation, samples):
    answer = asked(samples, path, method, operation)
    assert str(answer.status_code) in operation["responses"], answer.text
    assert answer.status_code < 300, answer.text


@pytest.mark.parametrize(("path", "method", "operation"), SENT)
def test_each_parameter_finds_something_by_its_example(path, method, operation, samples):
    for name, example in parameters(operation).items():
        if example is None:
            # A cursor is of its list, an instant of the time when something was stored; nobody in the sample newsroom
            # takes anything back; the others have defaults.
            assert name in ("after", "as_of", "speech", "sort", "lost", "flag")
            continue
        written = str(example).lower() if isinstance(example, bool) else example
        answer = asked(samples, path, method, operation, **{name: written})
        # Nobody in the samples takes anything back.
        assert (answer.status_code, bool(found(answer)) or name == "flag") == (200, True), (name, answer.text)


def found(answer):
    """What a list, a text or a collection of annotations holds; nobody has corrected the example."""
    if answer.request.path.endswith("/history"):
        return answer.json == {"items": [], "next": None}
    return answer.json.get("items") or answer.json.get("text") or answer.json.get("first", {}).get("items")


@pytest.mark.parametrize("operation", [each.values[2] for each in OPERATIONS if "requestBody" in each.values[2]])
def test_the_example_of_an_answer_is_what_comes(operation, samples):
    path = next(each.values[0] for each in OPERATIONS if each.values[2] is operation)
    for status, response in operation["responses"].items():
        example = response.get("content", {}).get("application/json", {}).get("example")
        if example is not None:
            answer = asked(samples, path, "post", operation)
            assert (str(answer.status_code), known(answer.json)) == (status, known(example))


def known(line):
    """All but the probability, which another model gives another value."""
    return {**line, "quotes": [{**quote, "confidence": None} for quote in line["quotes"]]}


def test_an_article_that_is_an_example_is_erased_again(samples):
    client = samples.client(samples.key)
    created = client.post("/articles", json=body_of(DESCRIBED["paths"]["/articles"]["post"]))
    assert created.json["count"] == 1
    assert client.delete(created.headers["Location"]).status_code == 204
