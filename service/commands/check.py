"""The command that goes over every row of a store and tells what does not hold."""

from pathlib import Path

import click

from service.commands.store import data_option, require_store, settings_with, url_as_it_is


@click.command()
@data_option
@click.option("--verbose", "-v", is_flag=True, help="Name what holds too, and the rows of each table.")
def check(data: Path | None, verbose: bool) -> None:
    """Go over every row of the store and see that all of it holds together; the service may run meanwhile.

    A line for each thing that does not hold, with the ids of the first that break it: then the exit status is 1.
    Nothing is changed.
    """
    from service.store.invariants import INVARIANTS, check

    settings = settings_with(data=data)
    require_store(settings)
    with url_as_it_is(settings) as url:
        checked = check(url)
    broken = {each.name: each for each in checked.broken}
    for name, says in INVARIANTS.items():
        if name in broken:
            found = broken[name]
            more = ", ..." if found.count > len(found.ids) else ""
            click.echo(f"BROKEN {name} ({says}): {found.count}: {', '.join(found.ids)}{more}")
        elif verbose:
            click.echo(f"holds  {name} ({says})")
    if verbose:
        click.echo("\n".join(f"{table}\t{count}" for table, count in sorted(checked.rows.items())))
    rows, kinds = sum(checked.rows.values()), len(INVARIANTS)
    click.echo(f"{kinds - len(broken)} of {kinds} invariants hold over {rows} rows of {len(checked.rows)} tables.")
    click.get_current_context().exit(1 if broken else 0)
