"""Commands of the reader, without a store: read texts, measure what was read, and make a model of one's own."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from service.commands.store import settings_with

if TYPE_CHECKING:
    from service.extracting import Engine

_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command()
@click.argument("files", type=click.Path(path_type=Path, allow_dash=True), nargs=-1)
@click.option("--processes", type=click.IntRange(1), default=1, show_default=True, help="Read on so many cores.")
@click.option("--engine", type=click.Choice(("local", "dask")), default="local", show_default=True, help="Read where.")
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster: tcp://HOST:8786. Else one of this machine.")
def extract(files: tuple[Path, ...], processes: int, engine: str, scheduler: str | None) -> None:
    """Print the quotes of texts as NDJSON, without a store. Texts, NDJSON {"id", "text"}, or standard input."""
    from service.extracting import extract as extract_all

    if scheduler is not None and engine != "dask":
        raise click.UsageError("--scheduler belongs to --engine dask.")
    settings = settings_with()
    read = _on_dask(settings.model, processes, scheduler) if engine == "dask" else _here(settings.model, processes)
    click.get_current_context().exit(extract_all(files, sys.stdout.buffer, read, settings.load_limit))


def _here(model: Path | None, processes: int) -> "Engine":
    from service.analysis import load_analyst
    from service.readings import readings

    return lambda texts: readings(texts, load_analyst, model, processes)


def _on_dask(model: Path | None, processes: int, scheduler: str | None) -> "Engine":
    from service.analysis import load_analyst
    from service.clustered import clustered_readings

    return lambda texts: clustered_readings(texts, load_analyst, model, processes, scheduler)


@click.command()
@click.argument("gold", type=_FILE)
@click.argument("predictions", type=_FILE)
@click.option("--speech-only", is_flag=True, help="GOLD holds speech alone: leave out what was found as attitude.")
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="Show the N commonest kinds of errors.")
@click.option("--json", "as_json", is_flag=True, help="For machines.")
def evaluate(gold: Path, predictions: Path, speech_only: bool, errors: int, as_json: bool) -> None:
    """Measure PREDICTIONS, lines of `extract`, against GOLD, the same articles annotated by people.

    GOLD has a line for each: {"id", "text", "attributions": [{"content", "source", "kind", "source_type",
    "speaker_names", "speech_cue"?, "stance"?, "optional"?}]}, contents and sources as lists of [start, end].
    """
    from service.evaluation import evaluate as measure
    from service.evaluation.annotations import annotated, found_quotes
    from service.evaluation.tables import tables

    with gold.open(encoding="utf-8") as wanted, predictions.open(encoding="utf-8") as found:
        articles, quotes = annotated(wanted, str(gold)), found_quotes(found, str(predictions))
    report = measure(articles, quotes, speech_only=speech_only)
    click.echo(json.dumps(report.as_json(errors), indent=1) if as_json else tables(report, errors))


@click.command()
@click.argument("corpus", type=_FILE)
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Folder for the model.")
@click.option("--version", default="own-1", show_default=True, help="Kept with every reading by this model.")
@click.option("--dev", type=_FILE, help="Annotated articles kept apart, to measure the model on for its card.")
def train(corpus: Path, out: Path, version: str, dev: Path | None) -> None:
    """Fit the reader's model anew on annotated articles; needs the extra `train`. About two hours on two cores.

    CORPUS is in the form of GOLD of `evaluate`, with a cue for each attribution. The model folder also gets a model
    card; rows of an ablations.json in it become a table there.
    """
    from service.training.command import train as fit

    card = fit(corpus, out, version, dev, click.echo)
    click.echo(f"Read with it: ONRECORD_MODEL={out}; its figures and limits: {card}")
