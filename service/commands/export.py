"""The command that writes all that a search finds into a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields as fields_of
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from service.commands.store import data_option, pool_of, settings_with

if TYPE_CHECKING:
    from service.exporting import Kind

_KINDS = ("quotes", "speakers", "claims", "articles")
_FORMS = ("ndjson", "csv")


class Kinds(click.Group):
    """A command for each kind of search, with its filters as options; made only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names."""
        return list(_KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of one kind."""
        return _command(cmd_name) if cmd_name in _KINDS else None


@click.group(cls=Kinds)
def export() -> None:
    """Write all that a search finds, as NDJSON or CSV; `export quotes --help` names the filters."""


def _command(name: str) -> click.Command:
    from service.exporting import KINDS

    kind = KINDS[name]

    def run(data: Path | None, form: str, out: Path | None, **given: Any) -> None:  # noqa: ANN401 - options
        query = _checked(kind, {key: value for key, value in given.items() if value not in (None, ())})
        with pool_of(settings_with(data=data)) as pool, _opened(out) as file:
            _write(pool, kind, form, query, file)

    options: list[click.Parameter] = [
        click.Option(["--format", "form"], type=click.Choice(_FORMS), default="ndjson", show_default=True),
        click.Option(["--out"], type=click.Path(path_type=Path, dir_okay=False), help="File; standard output if none."),
    ]
    explained = f"Write all {name} that meet the filters, of one state of the store."
    command = click.Command(name, callback=run, params=[*_filters(kind), *options], help=explained)
    data_option(command)
    return command


def _filters(kind: "Kind") -> Iterator[click.Option]:
    from marshmallow import fields

    known = {each.name for each in fields_of(kind.conditions)}
    for name, field in kind.query().load_fields.items():
        if name in known:
            option, several = field.data_key or name, isinstance(field, fields.List)
            yield click.Option([f"--{option.replace('_', '-')}", option], multiple=several, help=_explained(field))


def _explained(field: Any) -> str:  # noqa: ANN401 - a field of marshmallow
    return str(field.metadata.get("description", ""))


def _checked(kind: "Kind", given: dict[str, Any]) -> dict[str, Any]:
    from marshmallow import ValidationError

    from schemas.words import one_line

    several = {name: list(value) if isinstance(value, tuple) else value for name, value in given.items()}
    try:
        return dict(kind.query().load(several))
    except ValidationError as error:
        raise click.UsageError(one_line(error.messages)) from error


def _write(pool: Any, kind: "Kind", form: str, query: dict[str, Any], file: IO[bytes]) -> None:  # noqa: ANN401
    from service.api.listing import conditions_of
    from service.exporting import FORMS, Wanted, lines

    for part in lines(pool, kind, FORMS[form], Wanted(conditions_of(kind.conditions, query))):
        file.write(part)


@contextmanager
def _opened(path: Path | None) -> Iterator[IO[bytes]]:
    """Standard output, or a file that appears under its name once all of it is there."""
    if path is None:
        yield sys.stdout.buffer
        return
    partial = path.with_name(f"{path.name}.partial")
    try:
        partial.unlink(missing_ok=True)
        with partial.open("xb") as file:  # never through a link that somebody has put there
            yield file
        partial.replace(path)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror or error}") from error
    finally:
        partial.unlink(missing_ok=True)
