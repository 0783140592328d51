"""The command that works off what was handed in to be taken in later."""

from pathlib import Path

import click

from service.commands.store import data_option, newest_url, settings_with


@click.command()
@data_option
@click.option("--once", is_flag=True, help="Until nothing is due, and then end: for cron.")
def work(data: Path | None, once: bool) -> None:
    """Take in the articles that were handed in as NDJSON, until Ctrl-C; any number may do so, on any hosts.

    `serve` keeps one worker of its own. One that is ended or killed loses nothing.
    """
    from service import logs
    from service.working import work as work_off

    settings = settings_with(data=data)
    logs.take_in_libraries()
    logs.configure(settings.log_level)
    with newest_url(settings) as url:
        work_off(settings, url, once=once, ready=True)
