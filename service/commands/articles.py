"""Commands that put articles into the store and take the samples out of it."""

from pathlib import Path

import click

from service.commands.store import data_option, pool_of, settings_with
from service.settings import Settings


@click.command()
@data_option
@click.argument("paths", type=click.Path(path_type=Path, allow_dash=True), nargs=-1, required=True)
@click.option("--watch", is_flag=True, help="PATHS are folders: take in what appears there, until Ctrl-C.")
@click.option("--interval", type=click.FloatRange(0.1, 3600), default=2.0, show_default=True, help="Seconds, to watch.")
def load(paths: tuple[Path, ...], data: Path | None, watch: bool, interval: float) -> None:
    """Take in articles: text, HTML, NDJSON, RSS, Atom or ninjs files, and folders of them.

    Loading again changes nothing.
    """
    from service.analysis import load_analyst
    from service.loading import load as load_all
    from service.reading_process import ReadingProcess

    settings = settings_with(data=data)
    if watch:
        click.echo(_watched(settings, paths, interval))
        return
    with ReadingProcess(load_analyst, settings.model) as reader, pool_of(settings) as pool:
        summary = load_all(pool, reader, paths, settings.load_limit)
    click.echo(summary)
    click.get_current_context().exit(summary.status)


def _watched(settings: Settings, folders: tuple[Path, ...], interval: float) -> object:
    from service.analysis import load_analyst
    from service.watching import watch as watch_all
    from service.watching import watched_folders

    store = settings.database_url or ""
    with watched_folders(settings.data, folders, store) as watched:
        reader = load_analyst(settings.model)
        with pool_of(settings) as pool:
            return watch_all(pool, reader, watched, settings.load_limit, interval)


@click.group()
def sample() -> None:
    """The sample newsroom of a new store."""


@sample.command("remove")
@data_option
def remove_sample(data: Path | None) -> None:
    """Take the sample articles and their quotes out of the store."""
    from service.store.articles import remove_samples

    with pool_of(settings_with(data=data)) as pool, pool.writing() as connection:
        removed = remove_samples(connection)
    click.echo(f"Removed {removed} sample articles.")
