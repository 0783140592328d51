"""The command `onrecord`: its entry, what its known errors look like, and the list of its commands."""

from typing import IO, Any

import click

from service.collecting import collect_seldom
from service.commands.articles import load, sample
from service.commands.check import check
from service.commands.export import export
from service.commands.interface import openapi, serve
from service.commands.keys import keys
from service.commands.reading import evaluate, extract, train
from service.commands.reread import reread
from service.commands.upkeep import backup, migrate, prune, restore, settings
from service.commands.work import work
from service.errors import OnRecordError
from service.settings import WrongSettings
from service.signals import end_in_order

_ALL = (
    serve,
    load,
    work,
    export,
    reread,
    extract,
    evaluate,
    check,
    migrate,
    backup,
    restore,
    prune,
    settings,
    keys,
    sample,
    openapi,
    train,
)


class _EndedBySettings(click.ClickException):
    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        lines = "\n".join(f"Error: {line}" for line in self.format_message().splitlines())
        click.echo(lines, file=file, err=True)


class Commands(click.Group):
    """Commands whose known errors end as one clear line on standard error: status 1, wrong settings 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what click itself says
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except WrongSettings as error:
            raise _EndedBySettings(str(error)) from error
        except OnRecordError as error:
            raise click.ClickException(" ".join(str(error).split())) from error


@click.group(cls=Commands, commands=_ALL, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def commands() -> None:
    """Who said what, in which exact words, and where.

    The store is the Postgres of DATABASE_URL, else one that comes with this program and keeps its files in --data.
    """


def main() -> None:
    """Run the command of this process's arguments and exit with its status."""
    collect_seldom()
    end_in_order()
    commands()
