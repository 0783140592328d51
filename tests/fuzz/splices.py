"""Fuzzes the reading of articles with prose: sentences of articles, cut at their commas and put together otherwise.

    python tests/fuzz/splices.py [ARTICLES.jsonl ...] [--minutes 10] [--seed 1] [--rules-alone]

Articles are lines of JSON with a `text`, taken besides the golden ones that may be read. Parts of a sentence
are exchanged with those of others, doubled, dropped and turned round, their names and places taken from elsewhere;
datelines, offices, places and attributions are set before, between and behind them. tests/fuzz/properties.py says what
must hold of the reading. What does not is told once for each place in the code, with the seed and the number of its
text, and as short as it can be. A seed and articles always make the same texts in the same order.

`--rules-alone` tags, in place of the network and many times as fast, whatever stands before or behind a word of saying.
"""

import argparse
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from fuzzing import Fuzzing
from rules import AroundCues, rules_alone

from service.analysis import load_analyst
from service.regex import regex

GOLDEN = Path(__file__).parents[1] / "golden"
LONGEST = 400  # characters of a sentence worth taking
_SENTENCE = regex(r"(?<=[.!?])[”\"’']?\s+(?=[“\"‘A-Z])")
_PART = regex(r"[^,;:“”\"()—–]+|[,;:“”\"()—–]")
_NAME = regex(r"\b[A-Z][\w’'.-]*(?: (?:of |the |al-|van |de )?[A-Z][\w’'-]+)*")
_TWICE = regex(r"([ ,;:])(?: *\1)+")
PLACES = (
    "Addis Ababa", "Port Ellery", "Lagos", "Georgia", "Jordan", "St. Ives", "Santiago de Chile", "the West Bank",
    "the Hague", "Washington, D.C.", "Lyon, France", "Congo", "New York", "Chad", "the court", "a clinic in Dakar",
)  # fmt: skip
OFFICES = (
    "a professor of law", "the minister", "Minister of State for Ports", "the mayor of Lima", "Secretary-General",
    "a spokesman for the union", "the union’s deputy head", "one of them", "then head of the firm", "who leads it",
    "president and chief executive of the Norvex Group", "a 49-year-old baker", "49", "MP for Kano South", "Jr.",
    "his lawyer", "two officials", "Dr.", "the Rev.", "a nurse at the hospital", "also a doctor", "Prof", "the US",
)  # fmt: skip
NAMES = (
    "Yohannes Berihun", "Ama Boateng", "Boateng", "Dean Marsh", "Mr. O’Neill", "Zoë Krüger-Lind", "J. K. Reed", "Li",
    "Tariq al-Amin", "Kofi van der Berg", "Chad Jordan", "Sukarno", "Paris Lind", "Nguyen Thi Hoa", "Ann Roe III", "he",
)  # fmt: skip
ATTRIBUTIONS = (
    "said", "says", "told reporters", "he said", "she told Reuters on Monday", "according to", "said in a statement",
    "denied", "who denied it", "was quoted as saying", "added", "asked", "the report said", "said that", "they say",
    "rejected the claim", "called it a lie", "as they put it", "told the court in", "has accused", "and said",
)  # fmt: skip
FRAMES = (
    "In", "Speaking from", "At", "According to", "From", "For", "Asked in", "Like", "Of", "Of the", "LAGOS —",
    "PARIS (AFP) -", "By", "Meanwhile", "But", "And", "On Monday", "Back in", "Joining from", "Q:", "A:", "Photo:",
)  # fmt: skip
SEAMS = (", ", ", ", ", ", " ", " ", ". ", "\n\n", ",” ", " “", ", “", "” ", " — ", " and ", "; ", ": ", " of ", " (")
SET_IN = (PLACES, OFFICES, OFFICES, NAMES, NAMES, ATTRIBUTIONS, ATTRIBUTIONS, FRAMES)


@dataclass(frozen=True)
class Prose:
    """Of what texts are made: the sentences in parts, and the names in them."""

    sentences: list[list[str]]
    names: list[str]

    def text(self, chance: random.Random) -> str:
        """One to five sentences, most of them spliced."""
        made = [self._spliced(chance) for _ in range(chance.choice((1, 1, 2, 3, 5)))]
        return "".join(sentence + chance.choice((" ", " ", "\n", "\n\n")) for sentence in made).strip()

    def _spliced(self, chance: random.Random) -> str:
        parts = list(chance.choice(self.sentences))
        for _ in range(chance.randint(0, 5)):
            self._change(parts, chance)
        for at in range(len(parts) - 1, 0, -1):
            glued = parts[at - 1][-1:].isalnum() and parts[at][:1].isalnum()
            if glued or chance.random() < 0.1:
                parts[at:at] = [" " if glued else chance.choice(SEAMS)]
        return _TWICE.sub(r"\1", "".join(parts)).strip(" ,")

    def _change(self, parts: list[str], chance: random.Random) -> None:
        at = chance.randrange(len(parts))
        match chance.randrange(8):
            case 0:
                parts[at] = chance.choice(chance.choice(self.sentences))
            case 1:
                parts.insert(at, parts[at])
            case 2 if len(parts) > 1:
                del parts[at]
            case 3:
                other = chance.randrange(len(parts))
                parts[at], parts[other] = parts[other], parts[at]
            case 4:
                parts[at] = _NAME.sub(lambda _: chance.choice(self.names), parts[at], count=1)
            case 5:
                parts[:0] = _framed(chance, first=True)
            case 6:
                parts += [",", *_framed(chance)]
            case _:
                parts[at:at] = [f" {chance.choice(chance.choice(SET_IN))}", ","]


def _framed(chance: random.Random, *, first: bool = False) -> Iterator[str]:
    """In Lima, a nurse, Ann Roe, said"""
    tables = [table for table in (FRAMES, PLACES, OFFICES, NAMES) if chance.random() < 0.6]
    if chance.random() < 0.3:
        chance.shuffle(tables)
    for table in tables:
        yield "" if first and table is tables[0] else " "
        yield chance.choice(table)
        yield "" if table is FRAMES else chance.choice((",", ",", "", " and"))
    yield f" {chance.choice(ATTRIBUTIONS)} "


def prose_of(files: Iterable[Path]) -> Prose:
    """What the articles of these files hold; of one that is named twice, twice."""
    rows = (json.loads(row) for file in files for row in file.read_text("utf-8").splitlines())
    texts = [row["text"] for row in rows if "text" in row]
    sentences = [sentence for text in texts for sentence in _SENTENCE.split(text) if 10 < len(sentence) < LONGEST]
    parts = [_PART.findall(sentence) for sentence in sentences]
    names = sorted({name for sentence in sentences for name in _NAME.findall(sentence)})
    return Prose(parts, [*names, *NAMES, *PLACES])


def golden() -> list[Path]:
    """The golden articles that may be read."""
    named = [GOLDEN / f"{name}.jsonl" for name in ("open", "later_open", "long_open")]
    return named + sorted(file for file in GOLDEN.glob("disputes_*.jsonl") if "frozen" not in file.name)


def main() -> None:
    """Fuzzes as the command line asks for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("articles", nargs="*", type=Path, help="more of them: lines of JSON with a text")
    asked.add_argument("--minutes", type=float, default=10.0, help="how long (10)")
    asked.add_argument("--seed", type=int, default=1, help="another one makes other texts (1)")
    asked.add_argument("--rules-alone", action="store_true", help="tags around words of saying, without the network")
    given = asked.parse_args()
    prose = prose_of([*golden(), *given.articles])
    reader = rules_alone(AroundCues()) if given.rules_alone else load_analyst()
    fuzzing = Fuzzing(given.minutes, reader, "The mayor said on Monday that the ferry was late.")
    number = 0
    while True:
        fuzzing.try_one(prose.text(random.Random(f"{given.seed}-{number}")), f"(seed {given.seed}, text {number})")
        number += 1


if __name__ == "__main__":
    main()
