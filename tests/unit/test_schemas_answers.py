"""The fast dump of every answer equals marshmallow's own, on rows filled to the last field."""

from datetime import UTC, datetime
from inspect import isclass

import pytest
from marshmallow import Schema, fields

from schemas import articles, extraction, intake, pages, problems, quotes, spans, speakers
from schemas.answers import Answer
from schemas.words import Instant

MODULES = (articles, extraction, intake, pages, problems, quotes, spans, speakers)
CLASSES = {kind for module in MODULES for kind in vars(module).values() if isclass(kind)}
ANSWERS = sorted(
    (kind for kind in CLASSES if issubclass(kind, Answer) and kind is not Answer), key=lambda kind: kind.__name__
)


def value_of(field):
    if isinstance(field, fields.Nested):
        return [row_of(field.schema)] * 2 if field.many else row_of(field.schema)
    if isinstance(field, fields.List):
        return [value_of(field.inner)] * 2
    if isinstance(field, fields.Dict):
        return {"key": value_of(field.value_field) if field.value_field else 1}
    if isinstance(field, Instant):
        return datetime(2018, 8, 21, 10, tzinfo=UTC)
    for kind, value in ((fields.Integer, 7), (fields.Float, 0.5), (fields.Boolean, True)):
        if isinstance(field, kind):
            return value
    return "words"


def row_of(schema):
    return {field.attribute or name: value_of(field) for name, field in schema.dump_fields.items()}


def by_marshmallow(schema, row, **given):
    return Schema.dump(schema, row, **given)


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_dump_equals_marshmallow_on_a_full_row(kind):
    schema = kind()
    row = row_of(schema)
    assert list(schema.dump(row).items()) == list(by_marshmallow(schema, row).items())


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_dump_equals_marshmallow_on_nulls(kind):
    schema = kind()
    row = dict.fromkeys(row_of(schema))
    assert schema.dump(row) == by_marshmallow(schema, row)


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_dump_leaves_out_what_the_row_lacks_and_what_is_not_declared(kind):
    schema = kind()
    first = next(iter(row_of(schema)))
    row = {first: row_of(schema)[first], "secret": 1}
    assert schema.dump(row) == by_marshmallow(schema, row)
    assert "secret" not in schema.dump(row)


@pytest.mark.parametrize("kind", ANSWERS, ids=lambda kind: kind.__name__)
def test_dump_leaves_out_what_rows_within_it_lack(kind):
    schema = kind()
    row = {name: thinned(value) for name, value in row_of(schema).items()}
    assert schema.dump(row) == by_marshmallow(schema, row)


def thinned(value):
    """Without the first field of each row in it, and with one that nobody declared."""
    if isinstance(value, list):
        return [thinned(each) for each in value]
    return dict(list(value.items())[1:], secret=1) if isinstance(value, dict) and "key" not in value else value


def test_many_rows():
    rows = [row_of(spans.TextSpan())] * 3
    assert spans.TextSpan(many=True).dump(rows) == by_marshmallow(spans.TextSpan(), rows, many=True) == rows


def test_there_are_answers_to_compare():
    assert {"QuoteOut", "SpeakerOut", "ArticleOut", "ExtractLine", "ProblemOut"} <= {kind.__name__ for kind in ANSWERS}
