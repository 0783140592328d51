"""Looks for scanners that take more than their share of a longer text: four times the text, about four times the time.

    python tests/fuzz/growth.py [--minutes 5] [--seed 1] [--only NAME] [--patterns]

Texts are runs of one piece, then of several at random, until the time is over. Each scanner of the reader, of names, of
questions and of verifying gets them at a quarter of the length it may be given and at the whole; told is what took more
than 8 times as long (a square takes 16) and is long enough to be told from noise. The ratio is of seconds of this
process, the least of two runs each, so that other work on the machine counts little. The exit status is 1 if there were
any.

`--patterns` looks through each compiled pattern of the service instead, by itself: what it tells is only a hint, for
many patterns never see a long text.
"""

import argparse
import importlib
import math
import pkgutil
import random
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from rules import rules_alone
from texts import SENTENCES, TABLES

import service
from service.extraction.boilerplate import boilerplate
from service.extraction.language import language
from service.extraction.marks import paragraphs, quotations
from service.folding import fold, searchable, words_of
from service.identity import article_id
from service.identity.asking import asked_for, blocks_of
from service.identity.bodies import body_name
from service.identity.mentioned import name_keys
from service.identity.person_names import person_name
from service.identity.scripts import latin
from service.identity.sounds import sound
from service.questions import question_of
from service.regex import Regex
from service.sources.broken import Unreadable
from service.sources.feeds import entries_in
from service.verifying.asked import asked_of
from service.verifying.judging import Judge
from service.verifying.printed import printed_of

TIMES, SHARE = 4, 8.0  # how much longer the longer text is; beyond which ratio it is told
LONG = 0.2  # seconds: what is over sooner harms nobody
TOO_LONG = 5  # seconds of this process, after which nobody waits for the end
WAYS = "match|fullmatch|search|finditer|findall|sub|split"


@dataclass(frozen=True)
class Scanner:
    """Something that goes over a text of at most `most` characters."""

    name: str
    scan: Callable[[str], object]
    most: int


def fed(text: str) -> object:
    """A feed whose one item is the text."""
    item = f"<item><title>a</title><description><![CDATA[{text}]]></description></item>"
    try:
        return list(entries_in(f"<rss><channel>{item}</channel></rss>".encode()))
    except Unreadable:
        return None


def verified(text: str) -> object:
    """A text held against a statement made of the same."""
    return Judge(asked_of(text)).judgement([printed_of("id", [((0, len(text)), text)], [(0, len(text))])])


def scanners() -> list[Scanner]:
    """What a stranger's text goes through, and how long it may be; lengths that take minutes anyway are cut down."""
    analyst = rules_alone()
    return [
        Scanner("rules around the network", lambda text: analyst.read(text), 24_000),
        Scanner("marks", lambda text: quotations(text), 100_000),
        Scanner("paragraphs", lambda text: paragraphs(text), 100_000),
        Scanner("boilerplate", lambda text: boilerplate(text), 40_000),
        Scanner("language", lambda text: language(text), 300_000),
        Scanner("folding", lambda text: (fold(text), searchable(text), words_of(text)), 300_000),
        Scanner("question", lambda text: question_of(text), 100_000),
        Scanner("names within words", lambda text: name_keys(text), 20_000),
        Scanner("name of a person", lambda text: person_name(text), 4_000),
        Scanner("name of a body", lambda text: body_name(text), 4_000),
        Scanner("name asked for", lambda text: (blocks_of(text), asked_for(text, [(text, "person")])), 2_000),
        Scanner("letters of other scripts", lambda text: (latin(text), sound(text)), 4_000),
        Scanner("address", lambda text: article_id("https://a.b/" + text.replace(" ", ""), text), 4_000),
        Scanner("text to verify", lambda text: asked_of(text), 10_000),
        Scanner("verifying", verified, 3_000),
        Scanner("feed", fed, 100_000),
    ]


def patterns() -> list[Scanner]:
    """Every compiled pattern of the service that is a name of its module, asked as its module asks it."""
    found = []
    for module in pkgutil.walk_packages(service.__path__, "service."):
        if module.name.startswith("service.training"):
            continue
        loaded = importlib.import_module(module.name)
        source = Path(str(loaded.__file__)).read_text("utf-8")
        for name, each in vars(loaded).items():
            if isinstance(each, Regex) and isinstance(each.pattern, str):
                asked = sorted(
                    set(re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|findall|sub|split)\(", source))
                )
                found += [Scanner(f"{module.name} {name}.{way}", _asked(each, way), 8_000) for way in asked]
    return found


def _asked(pattern: re.Pattern[str], way: str) -> Callable[[str], object]:
    if way in ("finditer", "findall", "sub", "split"):
        return lambda text: sum(1 for _ in pattern.finditer(text))
    method = getattr(pattern, way)
    return lambda text: method(text)


def units(seed: int) -> Iterator[str]:
    """Each piece, each sentence, then endless joins of some."""
    pieces = [*(piece for table in TABLES for piece in table), *SENTENCES]
    yield from pieces
    yield from (piece + " " for piece in pieces)
    chance = random.Random(seed)
    while True:
        yield "".join(chance.choices(pieces, k=chance.randint(2, 4)))


def seconds(scan: Callable[[str], object], text: str) -> float:
    """The least of two runs."""
    return min(_run(scan, text) for _ in range(2))


def _run(scan: Callable[[str], object], text: str) -> float:
    signal.setitimer(signal.ITIMER_PROF, TOO_LONG)
    begun = time.process_time()
    try:
        scan(text)
    except TimeoutError:
        return math.inf
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def _interrupt(*_: object) -> None:
    raise TimeoutError


def grows(scanner: Scanner, unit: str) -> tuple[float, float] | None:
    """Seconds for the shorter and the longer text, if the longer takes more than its share."""
    longer = unit * (scanner.most // len(unit))
    whole = _run(scanner.scan, longer)
    if whole < LONG:
        return None
    if whole == math.inf:
        return _run(scanner.scan, longer[: len(longer) // TIMES]), whole
    shorter = longer[: len(longer) // TIMES]
    quarter, whole = seconds(scanner.scan, shorter), min(whole, seconds(scanner.scan, longer))
    return (quarter, whole) if whole >= LONG and whole > SHARE * max(quarter, LONG / 16) else None


def main() -> None:
    """Looks for as long as the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--minutes", type=float, default=5.0, help="how long (5)")
    asked.add_argument("--seed", type=int, default=1, help="another one joins other pieces (1)")
    asked.add_argument("--patterns", action="store_true", help="each pattern by itself")
    asked.add_argument("--only", default="", metavar="NAME", help="scanners of such a name")
    given = asked.parse_args()
    signal.signal(signal.SIGPROF, _interrupt)
    until, tried, told = time.monotonic() + 60 * given.minutes, 0, 0
    looked_at = [each for each in (patterns() if given.patterns else scanners()) if given.only in each.name]
    for unit in units(given.seed):
        for scanner in looked_at:
            if time.monotonic() > until:
                print(f"{len(looked_at)} scanners, {tried} texts, {told} that grow too fast")
                sys.exit(1 if told else 0)
            tried += 1
            if found := grows(scanner, unit):
                told += 1
                print(f"GROWS {scanner.name}: {found[0]:.2f} s, then {found[1]:.2f} s on {unit!r}", flush=True)


if __name__ == "__main__":
    main()
