"""How the shipped reader does on the golden articles, topic by topic: right, missed and wrong, for both halves.

    python tests/golden/table.py [--model FOLDER]

A topic's row counts the statements of its articles: of marks those with marks, of mixed and indirect those of the kind.
Right is a statement whose words and speaker were found, missed one whose words or speaker were not found, wrong one
that was given to somebody else. Where nobody is known, right is to name nobody. Where nothing is said, right is to find
nothing there. No text is printed, so that the frozen half stays unread.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from service.evaluation import Report, evaluate
from service.evaluation.annotations import Annotated, Found, annotated, found_quotes
from service.evaluation.comparison import Comparison
from service.extraction.lines import line
from service.extraction.reader import load_reader

HERE = Path(__file__).parent
HALVES = ("open", "frozen", "later_open", "later_frozen", "long_open", "long_frozen")
KINDS = {"marks": ("direct", "mixed"), "mixed": ("mixed",), "indirect": ("indirect",), "silent": ()}
Tally = dict[str, Counter[str]]


def topics() -> list[str]:
    """The tags of topics.txt in its order."""
    return [row.split()[0] for row in (HERE / "topics.txt").read_text("utf-8").splitlines() if row[:1] not in ("", "#")]


def verdict(comparison: Comparison, place: int, expected: str) -> str:
    """Whether the statement at this place of the annotation was read rightly."""
    if place not in comparison.pairs:
        return "missed"
    wanted, found = comparison.wanted[place][0], comparison.found[comparison.pairs[place]][0]
    if expected != "attributed":
        return "wrong" if found.attributed else "right"
    if not found.attributed:
        return "missed"
    return "right" if comparison.speaker(wanted, found).right else "wrong"


def silent(row: dict[str, Any], found: tuple[Found, ...]) -> Iterator[tuple[str, str]]:
    """The topic and verdict of every stretch in which nobody says anything: wrong where at least half of a quote that
    names somebody lies in it, or the quote fills at least half of it."""
    for start, end, why in row["silent"]:
        inside = sum(
            2 * sum(max(0, min(e, end) - max(s, start)) for s, e in quote.content)
            >= min(end - start, sum(e - s for s, e in quote.content))
            for quote in found
            if quote.attributed
        )
        yield f"silent-{why}", "wrong" if inside else "right"


def spoken(row: dict[str, Any], article: Annotated, found: tuple[Found, ...]) -> Iterator[tuple[str, str]]:
    """The topic and verdict of every statement, once for each topic of the article that it stands for."""
    comparison = Comparison(article.id, article.text, article.statements, found)
    for place, attribution in enumerate(row["attributions"]):
        said = verdict(comparison, place, attribution["expect"])
        yield from ((topic, said) for topic in row["topics"] if _stands_for(attribution, topic.split("-")[0]))


def _stands_for(attribution: dict[str, Any], group: str) -> bool:
    unknown = attribution["expect"] != "attributed"
    return (group == "unknown") == unknown and attribution["kind"] in KINDS.get(group, (attribution["kind"],))


def tally(half: str, found: dict[str, tuple[Found, ...]]) -> Tally:
    """Right, missed and wrong by topic."""
    counts: Tally = defaultdict(Counter)
    lines = (HERE / f"{half}.jsonl").read_text("utf-8").splitlines()
    for row, article in zip(map(json.loads, lines), annotated(lines, half), strict=True):
        quotes = found[article.id]
        for topic, said in (*spoken(row, article, quotes), *silent(row, quotes)):
            counts[topic][said] += 1
    return counts


def read(half: str, model: Path | None) -> tuple[dict[str, tuple[Found, ...]], Report]:
    """What the reader finds in one half, and its figures."""
    reader = load_reader(model)
    articles = annotated((HERE / f"{half}.jsonl").read_text("utf-8").splitlines(), half)
    found = found_quotes((json.dumps(line(each.id, reader.read(each.text))) for each in articles), half)
    return found, evaluate(articles, found)


def rows(counts: dict[str, Tally]) -> Iterator[str]:
    """A line for each group of topics and for each topic in it."""
    yield f"{'':28}" + "".join(f"{half:^24}" for half in HALVES)
    yield f"{'':28}" + f"{'right':>8}{'missed':>8}{'wrong':>8}" * len(HALVES)
    previous = ""
    for topic in topics():
        group = topic.split("-")[0]
        if group != previous:
            yield f"\n{group:28}" + "".join(_cells(_sum(counts[half], group)) for half in HALVES)
        yield f"  {topic:26}" + "".join(_cells(counts[half][topic]) for half in HALVES)
        previous = group


def _sum(counts: Tally, group: str) -> Counter[str]:
    return sum((count for topic, count in counts.items() if topic.startswith(f"{group}-")), Counter[str]())


def _cells(count: Counter[str]) -> str:
    return "".join(f"{count[said]:>8}" for said in ("right", "missed", "wrong"))


def figures(reports: dict[str, Report]) -> Iterator[str]:
    """The tracks of both halves."""
    for half, report in reports.items():
        shown = ", ".join(f"{each.track.key} {100 * each.figure.value:.1f}" for each in report.tracks)
        yield f"{half}: {report.articles} articles, {report.wanted} statements; {shown}"


def main() -> None:
    """Reads both halves and prints the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--model", type=Path, help="another model folder than the shipped one")
    model = options.parse_args().model
    done = {half: read(half, model) for half in HALVES}
    print("\n".join(rows({half: tally(half, found) for half, (found, _) in done.items()})))
    print("\n" + "\n".join(figures({half: report for half, (_, report) in done.items()})))


if __name__ == "__main__":
    main()
