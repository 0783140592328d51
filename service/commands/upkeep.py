"""Commands that keep the store: its schema, its backup, and the settings it runs with."""

from collections.abc import Mapping
from pathlib import Path

import click

from service.commands.store import data_option, newest_url, pool_of, require_store, settings_with, url_as_it_is
from service.settings import described, read_settings

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@data_option
def migrate(data: Path | None) -> None:
    """Bring the store to the newest schema; `serve` and `load` do so by themselves."""
    with newest_url(settings_with(data=data)):
        click.echo("The store has the newest schema.")


@click.command()
@data_option
@click.argument("file", type=_FILE)
@click.option("--force", is_flag=True, help="Overwrite FILE where it exists.")
def backup(file: Path, data: Path | None, force: bool) -> None:
    """Write the whole store, keys included, into FILE; the service may run meanwhile."""
    from service.store.backup import backup as write_backup

    settings = settings_with(data=data)
    require_store(settings)
    with url_as_it_is(settings) as url:
        manifest = write_backup(url, file, overwrite=force)
    click.echo(_counts(manifest.rows()))


@click.command()
@data_option
@click.argument("file", type=_FILE)
def restore(file: Path, data: Path | None) -> None:
    """Fill an empty store from a backup, whole or not at all; any server version can restore any other's."""
    from service.store.backup_file import BackupReader
    from service.store.restore import restore as read_backup

    # Opened first: no store is made, and no server started, for a file that is none.
    with BackupReader(file), url_as_it_is(settings_with(data=data)) as url:
        manifest = read_backup(file, url)
    click.echo(_counts(manifest.rows()))


def _counts(rows: Mapping[str, int]) -> str:
    return "\n".join(f"{table}\t{count}" for table, count in sorted(rows.items()))


@click.command()
@data_option
@click.option(
    "--days", type=click.FloatRange(0, 36500), required=True, help="What is older is removed from the feed of changes."
)
def prune(data: Path | None, days: float) -> None:
    """Shorten the feed of changes; what a webhook has still to be told stays, and so does the newest change.

    Workers do so by themselves where ONRECORD_CHANGES_DAYS says how long it is kept.
    """
    from service.store.changes import prune as remove_some

    removed = 0
    with pool_of(settings_with(data=data)) as pool:
        while True:
            with pool.writing() as connection:
                some = remove_some(connection, days)
            removed += some
            if not some:
                break
    click.echo(f"Removed {removed} changes.")


@click.command()
def settings() -> None:
    """Print every setting: its environment variable, its value now, its default, and what it is for."""
    rows = [("setting", "value", "default", "what it is for"), *described(read_settings())]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        click.echo("  ".join([*(cell.ljust(width) for cell, width in zip(row[:3], widths, strict=True)), row[3]]))
