"""Requests made out of openapi.yaml, right and wrong ones: each answer must be one that the description allows."""

import json
import re

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import missing_required_header, positive_data_acceptance

from service.api import specification
from service.api.parsing import NDJSON


@schemathesis.serializer(*NDJSON)
def lines(_, value):
    """A body of lines as it is described, a string; what is none comes as a JSON array, which is none either."""
    return (value if isinstance(value, str) else json.dumps([value])).encode("utf-8", "replace")


class Current:
    """The application of the running test: the cases are made at import, when there is none yet."""

    app = None

    def __call__(self, environ, start_response):
        return self.app(environ, start_response)


CURRENT = Current()
SCHEMA = schemathesis.openapi.from_dict(yaml.safe_load(specification.text()))
SCHEMA.app = CURRENT


@pytest.fixture
def key(empty_newsroom):
    """A key to few articles, which generated requests may change."""
    empty_newsroom.fill(3)
    CURRENT.app = empty_newsroom.app
    return empty_newsroom.key


def generated(name):
    """The test of one operation. One for all would give each the same id, and xdist runs one test of an id."""

    @SCHEMA.include(operation_id=name).parametrize()
    @settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    def test(case, key):
        headers = {"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"}
        answer = case.call(headers=headers)
        left_out = [positive_data_acceptance] if undescribable(answer) else []
        if answer.status_code == 428:  # what RFC 6585 has for an If-Match that is missing, or empty
            left_out += [missing_required_header, positive_data_acceptance]
        case.validate_response(answer, headers=headers, transport_kwargs={"headers": headers}, excluded_checks=left_out)

    return test


NAMES = [found.ok().definition.raw["operationId"] for found in SCHEMA.get_all_operations()]
globals().update({f"test_{name}_answers_as_described": generated(name) for name in NAMES})


ONE_OF = ("Give either forms or articles.", "Give name or same_as.", "Give either id or name.",
          "Give speaker, kind or rejected.")  # fmt: skip


def undescribable(answer):
    """Whether it refuses what no description can tell from the right thing, and nothing but that.

    A cursor is words like others, and so are the name of a request that was another one before and a web address that
    leads nowhere; HTML may hold no article, a text be French, or commas alone; no schema compares two dates, knows
    today's, compares a kind with its events, a form with what it cannot tell, or a body with the path; that one of two
    members must be there is told in words; and a pattern's end is, for who generates, also before a last line break.
    """
    where = {error.get("parameter") or error.get("pointer") for error in refusals(answer)}
    told = " ".join(error["detail"] for error in refusals(answer))
    return (
        (where == {"after"} and "cursor" in told)
        or (where == {"/text"} and "English" in told)
        or (where == {"/html"} and "no article" in told)
        or (bool(where) and all(_is_of_a_text(each) for each in where) and "no words" in told)
        or (where == {"Idempotency-Key"} and "another request" in told)
        or (where <= {"/before", "/speaker"} and "Belongs to each" in told)
        or (where == {"from", "to"} and "is after" in told)
        or (where == {"as_of"} and "in the future" in told)
        or (where in ({"kind", "event"}, {"/kind", "/event"}) and "can match" in told)
        or (where == {"start", "end"} and "is not before" in told)
        or (where in ({"start"}, {"end"}) and "the text has" in told)
        or (bool(where) and where <= {"count", "facets", "highlight", "include"} and "is not told as" in told)
        or (where == {"/same_as"} and "Wikidata" in told)
        or (where == {"/into"} and "merged with itself" in told)
        or (where <= {"", "/speaker"} and told in ONE_OF)
        or (where == {"/speaker/kind"} and "beside a name" in told)
        or (where == {"/kind"} and "quotation marks" in told)
        or (where == {""} and told == "Give delivery with a replay, and only there.")
        or (where == {"/url"} and re.search("public|port|printable|host|never sent", told))
        or (where == {"/after"} and "no place of the feed" in told)
    )


def _is_of_a_text(pointer):
    return pointer is not None and pointer.endswith("/text")


def refusals(answer):
    return answer.json().get("errors", []) if answer.status_code in (400, 422) else []
