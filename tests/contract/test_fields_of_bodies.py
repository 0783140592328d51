"""Every field of every body against odd values: what is refused names the field and says why, and nothing fails."""

import json
from collections.abc import Iterator

import yaml

from service.api import specification

DESCRIBED = yaml.safe_load(specification.text())
BODIES = [
    (method, path, operation["requestBody"]["content"]["application/json"])
    for path, methods in DESCRIBED["paths"].items()
    for method, operation in methods.items()
    if isinstance(operation, dict) and "requestBody" in operation
]
ODD = (
    None, True, 0, -1, 1e300, 10**30, [], [None], [[]], ["\x00"], ["\ud800"], ["a"] * 300, {}, {"": ""}, {"id": None},
    {"id": "\x00"}, {"text": "\x00"}, "", " ", "\x00", "a\x00b", "\ud800", "x" * 20_000, "0",
    "2018-13", "'; DROP TABLE quotes", "http://\x00/", "http://[", "https://\u2028/",
)  # fmt: skip


def bodies(content: dict) -> Iterator[tuple[str, dict]]:
    """The example with one field of its schema, given in it or not, as each odd value."""
    name = content["schema"]["$ref"].rpartition("/")[2]
    for field in DESCRIBED["components"]["schemas"][name]["properties"]:
        for value in ODD:
            yield field, content["example"] | {field: value}


def wrong(answer, field: str) -> str | None:
    """What is wrong with an answer to a body whose field is odd."""
    if answer.status_code < 400:
        return None
    if answer.mimetype != "application/problem+json" or answer.status_code not in (404, 413, 422, 428):
        return f"{answer.status_code} {answer.text[:200]}"
    if answer.status_code != 422:
        return None
    # A rule for several fields names none of them, but tells them.
    told = {error["pointer"].split("/")[1] if error["pointer"] else "" for error in answer.json["errors"]}
    return None if told & {field, ""} else f"names {told} {answer.text[:200]}"


def test_there_are_bodies():
    assert len(BODIES) >= 12


def test_odd_values_of_every_field(writer):
    found = []
    for method, path, content in BODIES:
        for field, body in bodies(content):
            forged = path.replace("{", "").replace("}", "")
            answer = writer.open(forged, method=method, data=json.dumps(body), content_type="application/json")
            if said := wrong(answer, field):
                found.append((method, path, field, repr(body[field])[:40], said))
    assert found == []
