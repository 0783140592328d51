"""The command `onrecord`: thin commands over the functions that the API uses too."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click
from environs import EnvValidationError

from service.errors import NotFound, OnRecordError
from service.settings import Settings, described, read_settings
from service.signals import end_in_order

# What only some commands need is imported by those: the reader and the web take a second that `--help` must not cost.
if TYPE_CHECKING:
    from service.store.pool import Pool

SCOPES = ("ingest", "curate", "review", "text", "admin")
_FILES = click.Path(path_type=Path, allow_dash=True)
_FILE = click.Path(path_type=Path, dir_okay=False)
_LONG_STATEMENT = 60.0


class _WrongSettings(click.ClickException):
    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.format_message(), file=file, err=True)


class Commands(click.Group):
    """Commands whose known errors end as one clear line on standard error: status 1, wrong settings 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - what click itself says
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except EnvValidationError as error:
            raise _WrongSettings(_wrong_settings(error)) from error
        except OnRecordError as error:
            raise click.ClickException(" ".join(str(error).split())) from error


def _wrong_settings(error: EnvValidationError) -> str:
    found = error.error_messages
    wrong = found if isinstance(found, Mapping) else {"settings": found}
    return "\n".join(f"Error: {name}: {' '.join(messages)}" for name, messages in sorted(wrong.items()))


def _data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    explained = "Folder of the embedded store [ONRECORD_DATA]. Of no effect with DATABASE_URL."
    return click.option("--data", type=click.Path(path_type=Path), help=explained)(command)


def _settings(**given: Path | str | int | None) -> Settings:
    """The settings of the environment, with the options that were given on the command line in their place."""
    changes: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return replace(read_settings(), **changes)


@contextmanager
def _url_as_it_is(settings: Settings) -> Iterator[str]:
    """The URL of the store, of whatever schema: DATABASE_URL, or the embedded server, running or owned meanwhile."""
    from service.local_postgres import found_or_owned

    if settings.database_url is not None:
        yield settings.database_url
        return
    with found_or_owned(settings.data, postgres_user=settings.postgres_user) as url:
        yield url


@contextmanager
def _url(settings: Settings) -> Iterator[str]:
    """The URL of the store, its schema the newest."""
    from service.store.migrations import migrate

    with _url_as_it_is(settings) as url:
        migrate(url)
        yield url


@contextmanager
def _pool(settings: Settings) -> "Iterator[Pool]":
    from service.store.pool import open_pool

    with _url(settings) as url, closing(open_pool(url, size=1, wait=10.0, statement_timeout=_LONG_STATEMENT)) as pool:
        yield pool


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="onrecord")
def commands() -> None:
    """Who said what, in which exact words, and where.

    The store is the Postgres of DATABASE_URL, else one that comes with this program and keeps its files in --data.
    """


@commands.command()
@_data_option
@click.option("--host", help="Address to listen on [ONRECORD_HOST, 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on, 0 for any [ONRECORD_PORT, 8000].")
@click.option("--workers", type=click.IntRange(1, 64), help="Web processes [ONRECORD_WORKERS, 2].")
def serve(data: Path | None, host: str | None, port: int | None, workers: int | None) -> None:
    """Serve over HTTP until Ctrl-C; without DATABASE_URL also start and own the store of the data folder."""
    from service.serving import serve as serve_until_ended

    serve_until_ended(_settings(data=data, host=host, port=port, workers=workers))


@commands.command()
@_data_option
@click.argument("paths", type=_FILES, nargs=-1, required=True)
@click.option("--watch", is_flag=True, help="PATHS are folders: take in what appears there, until Ctrl-C.")
@click.option("--interval", type=click.FloatRange(0.1, 3600), default=2.0, show_default=True, help="Seconds, to watch.")
def load(paths: tuple[Path, ...], data: Path | None, watch: bool, interval: float) -> None:
    """Take in articles: text, HTML, NDJSON, RSS, Atom or ninjs files, and folders of them.

    Loading again changes nothing.
    """
    from service.extraction.reader import load_reader
    from service.loading import load as load_all

    settings = _settings(data=data)
    if watch:
        click.echo(_watched(settings, paths, interval))
        return
    reader = load_reader(settings.model)
    with _pool(settings) as pool:
        summary = load_all(pool, reader, paths, settings.load_limit)
    click.echo(summary)
    click.get_current_context().exit(summary.status)


def _watched(settings: Settings, folders: tuple[Path, ...], interval: float) -> object:
    from service.extraction.reader import load_reader
    from service.watching import watch as watch_all
    from service.watching import watched_folders

    store = settings.database_url or ""
    with watched_folders(settings.data, folders, store) as watched:
        reader = load_reader(settings.model)
        with _pool(settings) as pool:
            return watch_all(pool, reader, watched, settings.load_limit, interval)


@commands.command()
@click.argument("files", type=_FILES, nargs=-1)
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Read on so many cores.")
def extract(files: tuple[Path, ...], processes: int) -> None:
    """Print the quotes of texts as NDJSON, without a store. Texts, NDJSON {"id", "text"}, or standard input."""
    from service.extracting import extract as extract_all
    from service.extraction.reader import load_reader

    settings = _settings()
    out = sys.stdout.buffer
    limit = settings.load_limit
    status = extract_all(files, out, load=load_reader, model=settings.model, limit=limit, processes=processes)
    click.get_current_context().exit(status)


@commands.command()
@_data_option
def migrate(data: Path | None) -> None:
    """Bring the store to the newest schema; `serve` and `load` do so by themselves."""
    with _url(_settings(data=data)):
        click.echo("The store has the newest schema.")


@commands.command()
@_data_option
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Overwrite FILE where it exists.")
def backup(file: Path, data: Path | None, force: bool) -> None:
    """Write the whole store, keys included, into FILE; the service may run meanwhile."""
    from service.store.backup import backup as write_backup

    settings = _settings(data=data)
    if settings.database_url is None and not os.path.isdir(os.path.expanduser(settings.data / "postgres")):
        raise NotFound(f"there is no store in {settings.data}: name its folder with --data, or set DATABASE_URL")
    with _url_as_it_is(settings) as url:
        manifest = write_backup(url, file, overwrite=force)
    click.echo(_counts(manifest.rows()))


@commands.command()
@_data_option
@click.argument("file", type=_FILE)
def restore(file: Path, data: Path | None) -> None:
    """Fill an empty store from a backup, whole or not at all; any server version can restore any other's."""
    from service.store.backup_file import BackupReader
    from service.store.restore import restore as read_backup

    # Opened first: no store is made, and no server started, for a file that is none.
    with BackupReader(file), _url_as_it_is(_settings(data=data)) as url:
        manifest = read_backup(file, url)
    click.echo(_counts(manifest.rows()))


def _counts(rows: Mapping[str, int]) -> str:
    return "\n".join(f"{table}\t{count}" for table, count in sorted(rows.items()))


@commands.command()
def settings() -> None:
    """Print every setting: its environment variable, its value now, its default, and what it is for."""
    rows = [("setting", "value", "default", "what it is for"), *described(read_settings())]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3]]))


@commands.group()
def keys() -> None:
    """Keys for those who may write."""


@keys.command("create")
@_data_option
@click.option("--scope", "scopes", type=click.Choice(SCOPES), multiple=True, required=True, help="May be repeated.")
@click.option("--label", default="", help="Whose key it is, for the list.")
def create_key(scopes: tuple[str, ...], label: str, data: Path | None) -> None:
    """Make a key and print its secret, which is not shown again."""
    from service.store.keys import create

    with _pool(_settings(data=data)) as pool, pool.writing() as connection:
        key_id, secret = create(connection, label, scopes)
    click.echo(f"Key {key_id}; its secret, which is not shown again:", err=True)
    click.echo(secret)


@keys.command("list")
@_data_option
def list_keys(data: Path | None) -> None:
    """Print all keys, without their secrets: id, scopes, label, since when, and until when."""
    from service.store.keys import listed

    with _pool(_settings(data=data)) as pool, pool.reading() as connection:
        for key in listed(connection):
            revoked = f"revoked {key['revoked_at']:%Y-%m-%d}" if key["revoked_at"] else "in force"
            created = f"{key['created_at']:%Y-%m-%d}"
            click.echo("\t".join([key["id"], ",".join(key["scopes"]), key["label"], created, revoked]))


@keys.command("revoke")
@_data_option
@click.argument("key_id", metavar="ID")
def revoke_key(key_id: str, data: Path | None) -> None:
    """Make a key worthless at once."""
    from service.store.keys import revoke

    with _pool(_settings(data=data)) as pool, pool.writing() as connection:
        if not revoke(connection, key_id):
            raise NotFound(f"no key {key_id} is in force: `onrecord keys list` shows those that are")
    click.echo(f"Revoked {key_id}.")


@commands.group()
def sample() -> None:
    """The sample newsroom of a new store."""


@sample.command("remove")
@_data_option
def remove_sample(data: Path | None) -> None:
    """Take the sample articles and their quotes out of the store."""
    from service.store.articles import remove_samples

    with _pool(_settings(data=data)) as pool, pool.writing() as connection:
        removed = remove_samples(connection)
    click.echo(f"Removed {removed} sample articles.")


@commands.command()
@click.option("--write", "path", type=click.Path(path_type=Path, dir_okay=False), help="File to write it to.")
def openapi(path: Path | None) -> None:
    """Print the description of the HTTP interface, made from its schemas."""
    from service.api import specification

    if path is None:
        click.echo(specification.text(), nl=False)
    else:
        specification.write(path)


@commands.command()
@click.argument("corpus", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the model.")
@click.option("--version", default="own-1", show_default=True, help="Kept with every reading by this model.")
def train(corpus: Path, out: Path, version: str) -> None:
    """Fit the reader's model anew on annotated articles; needs the extra `train`. About an hour on two cores."""
    from service.training.command import train as fit

    fit(corpus, out, version, click.echo)
    click.echo(f"Read with it: ONRECORD_MODEL={out}")


def main() -> None:
    """Run the command of this process's arguments and exit with its status."""
    end_in_order()
    commands()
