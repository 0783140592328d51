"""Answers: schemas whose dump is a plain literal over the row, compiled once from the declared fields."""

from collections.abc import Callable, Mapping
from functools import cached_property
from itertools import count
from typing import Any, cast

from marshmallow import EXCLUDE, Schema, fields

Dump = Callable[[Any], Any]
Fields = Mapping[str, fields.Field[Any]]
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
        return _row_dump(self)

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:  # noqa: ANN401 - marshmallow's own signature
        """The declared fields of a row, or of each row when `many`."""
        several = self.many if many is None else many
        return [self.row_dump(row) for row in obj] if several else self.row_dump(obj)


def _row_dump(schema: Schema) -> Dump:
    # All rows of a list have the same keys: how they become answers is compiled once.
    shapes: dict[tuple[str, ...], Dump] = {}

    def shape_of(keys: tuple[str, ...]) -> Dump:
        declared = schema.dump_fields.items()
        shape = _Source().compiled({name: field for name, field in declared if (field.attribute or name) in keys})
        if len(shapes) < _MOST_SHAPES:
            shapes[keys] = shape
        return shape

    def dump(row: Mapping[str, Any]) -> Any:  # noqa: ANN401 - a dict, of any values
        keys = tuple(row)
        shape = shapes.get(keys) or shape_of(keys)
        try:
            return shape(row)
        except KeyError:  # a row within it has as many values as are declared there, but others
            return Schema.dump(schema, row, many=False)

    return dump


class _Source:
    """The source of a dump: a literal that takes each declared value out of a row."""

    def __init__(self) -> None:
        self._known: dict[str, Any] = {}
        self._names = (f"v{number}" for number in count())

    def compiled(self, declared: Fields) -> Dump:
        """The dump of rows that have all of these fields."""
        source = f"lambda row: {self._literal(declared, 'row')}"
        # Nothing comes from outside: what stands in it are the names of our own fields.
        return cast(Dump, eval(source, self._known))  # noqa: S307

    def _literal(self, declared: Fields, row: str) -> str:
        pairs = [
            f"{field.data_key or name!r}: {self._value(field, f'{row}[{field.attribute or name!r}]')}"
            for name, field in declared.items()
        ]
        return f"{{{', '.join(pairs)}}}"

    def _value(self, field: fields.Field[Any], value: str) -> str:
        if isinstance(field, _AS_STORED):
            return value
        name = next(self._names)
        return f"(None if ({name} := {value}) is None else {self._treated(field, name)})"

    def _treated(self, field: fields.Field[Any], value: str) -> str:
        """What must happen to a value that is there before it is JSON."""
        each = next(self._names)
        if isinstance(field, fields.Nested):
            row = self._row(field.schema, each if field.many else value)
            return f"[{row} for {each} in {value}]" if field.many else row
        if isinstance(field, fields.List):
            return f"[{self._treated(field.inner, each)} for {each} in {value}]"
        if isinstance(field, _AS_STORED):
            return value
        return self._called(lambda given: field._serialize(given, field.name, None), value)

    def _row(self, schema: Schema, row: str) -> str:
        """A row within the row. Of the small ones, of which each answer has many, no call is made for each."""
        declared, called = schema.dump_fields, self._called(_row_dump(schema), row)
        if not all(isinstance(field, _AS_STORED) for field in declared.values()):
            return called
        return f"({self._literal(declared, row)} if len({row}) == {len(declared)} else {called})"

    def _called(self, function: Dump, value: str) -> str:
        self._known[name := f"f{len(self._known)}"] = function
        return f"{name}({value})"
