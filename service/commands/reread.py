"""The command that reads stored articles again."""

from pathlib import Path

import click

from service.commands.store import data_option, pool_of, settings_with


@click.command()
@data_option
@click.option("--article", "articles", multiple=True, metavar="ID", help="Only this article. May be repeated.")
@click.option("--all", "every", is_flag=True, help="Also articles that this very reader has read.")
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Read on so many cores.")
def reread(data: Path | None, articles: tuple[str, ...], every: bool, processes: int) -> None:
    """Read stored articles again where another reader, or an older one, has read them.

    Quotes whose words stay keep their ids. Broken off, it goes on where it was when it is called again.
    """
    from service.analysis import load_analyst
    from service.rereading import reread as reread_all

    settings = settings_with(data=data)
    with pool_of(settings) as pool:
        summary = reread_all(
            pool, load=load_analyst, model=settings.model, every=every, articles=articles, processes=processes
        )
    click.echo(summary)
