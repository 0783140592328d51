"""Answers: schemas whose dump is a plain comprehension over the row, made once from the declared fields."""

from collections.abc import Callable, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from marshmallow import EXCLUDE, Schema, fields

Dump = Callable[[Any], Any]
_Shape = tuple[Dump, list[tuple[str, Dump]]]
_MOST_SHAPES = 64  # of rows that one schema remembers

# Rows hold these as JSON types already; what else a field does to its value is asked of the field itself.
_AS_STORED = (fields.String, fields.Integer, fields.Float, fields.Boolean, fields.Raw, fields.Dict)


class Answer(Schema):
    """A schema for answers only. `Schema.dump` costs 52 times what orjson does on a page, this about 3 times."""

    class Meta:
        """Fields that a row has beyond the declared ones stay inside."""

        unknown = EXCLUDE

    @cached_property
    def row_dump(self) -> Dump:
        """Dumps one mapping as `Schema.dump` would; fields that it lacks are left out."""
        return _row_dump(self.dump_fields)

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:  # noqa: ANN401 - marshmallow's own signature
        """The declared fields of a row, or of each row when `many`."""
        several = self.many if many is None else many
        return [self.row_dump(row) for row in obj] if several else self.row_dump(obj)


def _row_dump(declared: Mapping[str, fields.Field[Any]]) -> Dump:
    names = {field.data_key or name: field.attribute or name for name, field in declared.items()}
    treated = {field.data_key or name: treat for name, field in declared.items() if (treat := _treatment(field))}
    # All rows of a list have the same keys: what is to be taken out of them is worked out once.
    shapes: dict[tuple[str, ...], _Shape] = {}

    def shape_of(keys: tuple[str, ...]) -> _Shape:
        there = {key: name for key, name in names.items() if name in keys}
        treatments = [pair for pair in treated.items() if pair[0] in there]
        shape = (_copying(keys, there, treated=bool(treatments)), treatments)
        if len(shapes) < _MOST_SHAPES:
            shapes[keys] = shape
        return shape

    def dump(row: Mapping[str, Any]) -> dict[str, Any]:
        keys = tuple(row)
        copied, treatments = shapes.get(keys) or shape_of(keys)
        answer: dict[str, Any] = copied(row)
        for key, treat in treatments:
            value = answer[key]
            if value is not None:
                answer[key] = treat(value)
        return answer

    return dump


def _copying(keys: tuple[str, ...], there: Mapping[str, str], *, treated: bool) -> Dump:
    """Takes what an answer shows out of a row. A row that is the answer already is no more than copied, or left alone
    where nothing is done to its values.
    """
    if keys == tuple(there) == tuple(there.values()):
        return dict if treated else _itself
    shown, values_of = tuple(there), _getter(list(there.values()))
    return lambda row: dict(zip(shown, values_of(row), strict=False))  # as many of both


def _itself(row: Any) -> Any:  # noqa: ANN401 - any row
    return row


def _getter(names: list[str]) -> Dump:
    """Takes the values of these names out of a row, as a tuple."""
    if len(names) > 1:
        return itemgetter(*names)
    return lambda row: tuple(row[name] for name in names)


def _treatment(field: fields.Field[Any]) -> Dump | None:
    """What must happen to a value of this field before it is JSON; None when it is JSON already."""
    if isinstance(field, fields.Nested):
        inner = _row_dump(field.schema.dump_fields)
        return (lambda rows: [inner(row) for row in rows]) if field.many else inner
    if isinstance(field, fields.List):
        each = _treatment(field.inner)
        return (lambda values: [each(value) for value in values]) if each else list
    if isinstance(field, _AS_STORED):
        return None
    return lambda value: field._serialize(value, field.name, None)
