"""Commands of the HTTP interface: serve it, and print its description."""

from pathlib import Path

import click

from service.commands.store import data_option, settings_with


@click.command()
@data_option
@click.option("--host", help="Address to listen on [ONRECORD_HOST, 127.0.0.1].")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on, 0 for any [ONRECORD_PORT, 8000].")
@click.option("--workers", type=click.IntRange(1, 64), help="Web processes [ONRECORD_WORKERS, 2].")
def serve(data: Path | None, host: str | None, port: int | None, workers: int | None) -> None:
    """Serve over HTTP until Ctrl-C; without DATABASE_URL also start and own the store of the data folder."""
    from service.serving import serve as serve_until_ended

    serve_until_ended(settings_with(data=data, host=host, port=port, workers=workers))


@click.command()
@click.option("--write", "path", type=click.Path(path_type=Path, dir_okay=False), help="File to write it to.")
def openapi(path: Path | None) -> None:
    """Print the description of the HTTP interface, made from its schemas."""
    from service.api import specification

    if path is None:
        click.echo(specification.text(), nl=False)
    else:
        specification.write(path)
