"""Requests made out of openapi.yaml, right and wrong ones: each answer must be one that the description allows."""

import pytest
import schemathesis
import yaml
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.api import specification

# Nothing that can be described tells a cursor from other words, or HTML with an article from HTML without.
UNDESCRIBABLE = ("/quotes", "/speakers", "/articles")


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


@SCHEMA.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_described(case, key):
    case.call_and_validate(
        headers={"Authorization": f"Bearer {key}", "Accept-Encoding": "identity"},
        excluded_checks=[positive_data_acceptance] if case.path in UNDESCRIBABLE else [],
    )
