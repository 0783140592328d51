"""Prints a report for people: tables of plain text, shares in percent."""

from collections.abc import Iterator

from service.evaluation.mistakes import KindOfMistake, Mistake
from service.evaluation.reliability import BINS, KINDS, Cell
from service.evaluation.report import Measured, Report
from service.evaluation.tracks import Figure


def tables(report: Report, kinds: int = 0) -> str:
    """The whole report, with the commonest `kinds` of errors."""
    parts = [_head(report), _tracks(report), _reliability(report)]
    parts += [_stances(report)] if report.stances else []
    parts += [_errors(report, kinds)] if kinds else []
    return "\n\n".join("\n".join(part) for part in parts)


def percent(share: float | None) -> str:
    """One decimal; empty for None."""
    return "" if share is None else f"{100 * share:.1f}"


def span_of(least: float) -> str:
    """The name of a bin of confidence."""
    place = BINS.index(least)
    if place == 0:
        return f"{least:.2f} and more"
    return f"{least:.2f} to {BINS[place - 1]:.2f}" if least else f"below {BINS[place - 1]:.2f}"


def share_of(cell: Cell) -> str:
    """How many of a cell are right."""
    return f"{100 * cell.right / cell.of:.0f} % of {cell.of}" if cell.of else ""


def _head(report: Report) -> Iterator[str]:
    yield f"{report.articles} articles, {report.wanted} statements annotated, {report.found} found"
    if report.unread:
        yield f"{len(report.unread)} articles were not read and count as nothing found: {', '.join(report.unread[:5])}"


def _tracks(report: Report) -> Iterator[str]:
    yield f"{'':32}{'precision':>10}{'recall':>8}{'F1':>8}   {'95 % interval':16}counts"
    yield from map(_track, report.tracks)
    yield _figure("direct quotations, if certain", report.certain, "")


def _track(measured: Measured) -> str:
    between = " to ".join(map(percent, measured.interval)) if measured.interval else ""
    return _figure(measured.track.title, measured.figure, between)


def _figure(title: str, figure: Figure, between: str) -> str:
    plain = figure.found is None
    f1 = "" if plain else percent(figure.value)
    counts = f"{figure.right} of {figure.wanted}" + ("" if plain else f", {figure.found} found")
    return f"{title:32}{percent(figure.precision):>10}{percent(figure.recall):>8}{f1:>8}   {between:16}{counts}"


def _reliability(report: Report) -> Iterator[str]:
    yield "Speaker right, by confidence" + "".join(f"{kind:>16}" for kind in KINDS)
    for least in BINS:
        row = [cell for cell in report.reliability if cell.least == least]
        yield f"{span_of(least):28}" + "".join(f"{share_of(cell):>16}" for cell in row)


def _stances(report: Report) -> Iterator[str]:
    yield f"{'Stance':16}{'annotated':>10}{'found':>8}{'right':>8}{'F1':>8}"
    for each in report.stances:
        yield f"{each.stance:16}{each.wanted:>10}{each.found:>8}{each.right:>8}{percent(each.f1):>8}"
    yield f"{'mean':42}{percent(report.stance_f1):>8}"


def _errors(report: Report, kinds: int) -> Iterator[str]:
    every = sum(len(kind.mistakes) for kind in report.mistakes)
    yield f"Errors: {every} of {len(report.mistakes)} kinds; the commonest:"
    for kind in report.mistakes[:kinds]:
        yield from _error(kind)


def _error(kind: KindOfMistake) -> Iterator[str]:
    yield f"\n{len(kind.mistakes):5}  {kind.kind}"
    for mistake in kind.examples:
        yield f"       {mistake.article} {mistake.span[0]}..{mistake.span[1]}  {_context(mistake)}"
        yield from (f"           {word} {said}" for word, said in _sides(mistake))


def _context(mistake: Mistake) -> str:
    before, words, after = (" ".join(part.split()) for part in mistake.context)
    return f"… {before} [{words}] {after} …"


def _sides(mistake: Mistake) -> Iterator[tuple[str, str]]:
    for word, said in (("annotated", mistake.wanted), ("found    ", mistake.found)):
        if said is not None:
            yield word, " ".join(said.split())
