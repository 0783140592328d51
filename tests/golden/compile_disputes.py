"""Compile the marked-up cases of authoring/disputes_SET.txt into disputes_SET.jsonl, the scorer's form.

A SET is a half, open or frozen; further development cases, more, beats, desks, lands and twins; a half of the later
cases, later_open and later_frozen; a half of the plain cases, plain_open and plain_frozen; fresh, news, press, court,
field, round, bench, ledger, columns and bulletin; brief, cable, courier, gazette, herald and tribune; towns, market,
capital, agency, docket and digest; wharf, harbour, anvil, saffron, ticker, hansard, beltway, statehouse, envoy and
quarry; compass, orchard, beacon, semaphore and garnet; viaduct, lagoon, rampart and meridian; anthem, basin, cobalt,
delta and ember; or a set whose name ends in _frozen (tally, watch, lantern, heron, pages, front, chronicle, ibis),
counted and never read.

`## words` names the case for what follows; "no:" begins the cases that hold no dispute. A case is `=== id`, one line
for each dispute, an empty line and the text, in which `{c1 ...}` marks the claim and `{d1 ...}` what disputes it:

    NUMBER RELATION STRENGTH NATURE | claimant; its party > disputer; its party

A line `--- DATE` opens an article of a case that has several; `text` joins them by an empty line, spans count in it.

    python tests/golden/compile_disputes.py [--check | --show SET]
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from compile import HALVES, Spans, unmark, words

HERE = Path(__file__).parent
SHORT = [half for half in HALVES if not half.startswith("long")]
OTHERS = (
    "more beats desks lands twins plain_open plain_frozen fresh news press court field round bench ledger columns"
    " bulletin brief cable courier gazette herald tribune towns market capital agency docket digest"
    " wharf harbour anvil saffron ticker hansard beltway statehouse envoy quarry"
    " compass orchard beacon semaphore viaduct lagoon rampart meridian garnet heron_frozen ibis_frozen"
    " anthem basin cobalt delta ember"
    " tally_frozen watch_frozen lantern_frozen pages_frozen front_frozen chronicle_frozen"
)
SETS = (*SHORT, *OTHERS.split())
DATE = re.compile(r"^--- (\d{4}-\d{2}-\d{2})\n", re.M)


def side(names: str) -> list[str]:
    """Split the names of one side."""
    return [name.strip() for name in names.split(";")]


def dispute(case: str, line: str, text: str, spans: dict[str, Spans]) -> dict[str, Any]:
    """Join one header line with the spans that bear its number."""
    head, _, sides = line.partition(" | ")
    number, relation, strength, nature = head.split()
    claimants, _, disputers = sides.partition(" > ")
    claim, answer = spans.pop(f"c{number}", []), spans.pop(f"d{number}", [])
    if not claim or not answer or not disputers:
        raise ValueError(f"{case} {number}: a claim, an answer or a side is missing")
    return {
        "claimants": side(claimants),
        "disputers": side(disputers),
        "claim_spans": claim,
        "dispute_spans": answer,
        "claim_text": words(text, claim),
        "dispute_text": words(text, answer),
        "relation": relation,
        "strength": strength,
        "nature": nature,
    }


def joined(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Join dated articles by an empty line: the marked text, and every article with its date."""
    parts = DATE.split(marked.strip("\n"))
    if len(parts) == 1:
        return parts[0], []
    articles = list(zip(parts[1::2], (one.strip("\n") for one in parts[2::2]), strict=True))
    return "\n\n".join(one for _, one in articles), articles


def dated(articles: list[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    """Give every article of a case with the place where it starts in the joined text."""
    start = 0
    for date, marked in articles:
        text, _ = unmark(marked)
        yield {"date": date, "start": start, "text": text}
        start += len(text) + len("\n\n")


def case(kind: str, source: str) -> dict[str, Any]:
    """Compile one case; a tag without a header line is an error."""
    head, _, marked = source.partition("\n\n")
    name, *lines = head.splitlines()
    whole, articles = joined(marked)
    text, spans = unmark(whole)
    disputes = [dispute(name, line, text, spans) for line in lines]
    if spans or bool(disputes) == kind.startswith("no: "):
        raise ValueError(f"{name}: disputes and tags do not agree with the case {kind!r}")
    texts = {"texts": list(dated(articles))} if articles else {}
    return {"id": name, "case": kind, "text": text, **texts, "disputes": disputes}


def cases(name: str) -> Iterator[dict[str, Any]]:
    """Compile the cases of one set in their order."""
    source = (HERE / "authoring" / f"disputes_{name}.txt").read_text("utf-8")
    for section in re.split(r"^## ", source, flags=re.M)[1:]:
        kind, *sources = re.split(r"^=== ", section, flags=re.M)
        for one in sources:
            yield case(kind.strip(), one)


def lines(name: str) -> str:
    """Give one set as JSON lines."""
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in cases(name))


def target(name: str) -> Path:
    """Name the file that one set compiles to."""
    return HERE / f"disputes_{name}.jsonl"


def show(name: str) -> None:
    """Print every dispute of one set for reading over."""
    for one in cases(name):
        print(f"== {one['id']} ({one['case']})")
        for d in one["disputes"]:
            print(f"   {d['relation']} {d['strength']} {d['nature']} {d['claimants']} > {d['disputers']}")
            print(f"   C:{d['claim_text']!r}\n   D:{d['dispute_text']!r}")


def main() -> int:
    """Write every set, or only look at them."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--check", action="store_true", help="fail when a jsonl file is stale; write nothing")
    options.add_argument("--show", choices=SETS, help="print the disputes of one set")
    asked = options.parse_args()
    if asked.show:
        show(asked.show)
        return 0
    if asked.check:
        late = [name for name in SETS if not target(name).exists() or target(name).read_text("utf-8") != lines(name)]
        return print(f"stale: {', '.join(late)}") or 1 if late else 0
    for name in SETS:
        target(name).write_text(lines(name), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
