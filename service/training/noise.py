"""Makes harder training data of an annotated article: other names, other marks, lost closers, glued lines."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from service.extraction.marks import Quotation, paragraphs, quotations
from service.extraction.names.tables import sections
from service.regex import regex
from service.training.edits import Edit, edited

_FULL_NAME = regex(r"\b([A-Z][a-z]+) (?:[A-Z]\. )?((?:Mc|Mac|O['’]|De|Van )?[A-Z][a-z]+)\b")
_WORD = regex(r"\b[A-Z][A-Za-z]+\b")
_STYLES = (("“", "”"), ('"', '"'), ("«", "»"), ("„", "“"), ("``", "''"), ("‘", "’"))
_LINES = (
    "Advertisement", "Read more: {}", "Share this article", "Related: {}", "Photo: Getty Images", "SEE ALSO: {}",
    "Sign up for our newsletter", "Listen to this story", "{} | File photo", "This story has been updated.",
    "Follow us on Twitter",
)  # fmt: skip
_TITLE_CHARACTERS = 90


@dataclass(frozen=True, slots=True)
class Noise:
    """How often: `names`, `marks`, `headline`, `joined` in so many of the articles, `lost` closers and `glued` lines in
    so many of the quotations and paragraphs.
    """

    names: float = 0.0
    marks: float = 0.0
    headline: float = 0.0
    joined: float = 0.0
    lost: float = 0.0
    glued: float = 0.0


QUIET = Noise()


def noised(article: dict[str, Any], noise: Noise, chance: random.Random) -> dict[str, Any]:
    """A copy of the article, changed at random; its annotation still holds for the words it held for."""
    if chance.random() < noise.names:
        article = edited(article, _names(article["text"], chance))
    if chance.random() < noise.headline:
        article = edited(article, _headline(article["text"], chance))
    style = chance.choice(_STYLES) if chance.random() < noise.marks else None
    article = edited(article, _marks(article["text"], style, noise.lost, chance))
    article = edited(article, _glued(article["text"], noise.glued, chance))
    joins = chance.random() < noise.joined
    return article | {"text": article["text"].replace("\n", " ")} if joins else article


def _names(text: str, chance: random.Random) -> Iterator[Edit]:
    """Everybody with a known first name is called otherwise, with the same words wherever a word of the name stands."""
    new: dict[str, str] = {}
    for first, last in _FULL_NAME.findall(text):
        gender = _gender(first)
        if gender:
            new.setdefault(first, chance.choice(_first_names()[gender]).capitalize())
            new.setdefault(last, chance.choice(_surnames()))
    words = set(re.findall(r"\b[a-z]+\b", text))
    # "Will" and "Rose" also begin sentences.
    safe = {name: other for name, other in new.items() if name.lower() not in words}
    for found in _WORD.finditer(text):
        other = safe.get(found[0])
        if other:
            yield Edit(*found.span(), other)


def _headline(text: str, chance: random.Random) -> Iterator[Edit]:
    start, end = next(iter(paragraphs(text)), (0, 0))
    line = text[start:end]
    for changed in (line.lower(),) if chance.random() < 0.6 else (line.upper(),):
        if len(changed) == len(line):  # the offsets inside must stay true
            yield from (Edit(start + i, start + i + 1, new) for i, new in enumerate(changed) if new != line[i])


def _marks(text: str, style: tuple[str, str] | None, lost: float, chance: random.Random) -> Iterator[Edit]:
    for quotation in quotations(text):
        if quotation.single:
            continue
        if style:
            yield Edit(quotation.opened_at, quotation.start, style[0])
        if quotation.closed:
            yield from _closer(quotation, style, chance.random() < lost)


def _closer(quotation: Quotation, style: tuple[str, str] | None, lost: bool) -> Iterator[Edit]:
    if lost or style:
        yield Edit(quotation.end, quotation.closed_at, "" if lost or not style else style[1])


def _glued(text: str, rate: float, chance: random.Random) -> Iterator[Edit]:
    """Lines of a site's furniture behind paragraphs, some without a line break before them."""
    spans = paragraphs(text)
    for _, end in spans:
        if chance.random() < rate:
            start, until = chance.choice(spans)
            title = text[start : min(until, start + _TITLE_CHARACTERS)].rsplit(" ", 1)[0].strip("“”\"'")
            # One in four runs into the paragraph, as scrapers leave it.
            yield Edit(end, end, chance.choice(("\n", "\n", " ", "")) + chance.choice(_LINES).format(title))


def _gender(first: str) -> str | None:
    return next((gender for gender, names in sections("first_names").items() if first.lower() in names), None)


@cache
def _first_names() -> dict[str, list[str]]:
    return {gender: sorted(names) for gender, names in sections("first_names").items()}


@cache
def _surnames() -> list[str]:
    lines = (Path(__file__).parent / "surnames.txt").read_text("utf-8").splitlines()
    return [name for line in lines if not line.startswith("#") for name in line.split(",")]
