"""Chooses which words of a text are looked up together: seldom ones first, and no more than may be looked through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import prod

from service.verifying.rewording import together

MOST_FOUND = 100  # quotes of one probe; one that would find more has more words
_FEW = 2  # words of content that are looked up one by one too
_CHANGED = 3  # words that may have been changed before fewer pairs are left
_TOGETHER, _ALONE = 12_000.0, 100_000.0  # entries of the index to look through: for a text, and for a single probe
_SKIPPED = 0.1  # what an entry costs that is passed over on the way to the next of a more seldom word


@dataclass(frozen=True, slots=True)
class Held:
    """A query for what the index may hold of a word, and about how many quotes have that."""

    query: str
    quotes: float


@dataclass(frozen=True, slots=True)
class _Probe:
    """Words of which a quote must have all."""

    words: tuple[Held, ...]

    @property
    def query(self) -> str:
        return " & ".join(f"({word.query})" for word in self.words)

    @property
    def cost(self) -> float:
        first, *others = sorted(word.quotes for word in self.words)
        return first + _SKIPPED * sum(others)

    def expected(self, quotes: float) -> float:
        """How many of so many quotes have all of the words, if these have nothing to do with one another."""
        return quotes * prod(word.quotes / quotes for word in self.words)


def probes(held: Sequence[Held], quotes: float) -> dict[str, int]:
    """Queries for words of a text that stands among so many quotes, and how many of all these must find a quote.

    Two words each, or the only ones that it has, or more where two are said often.
    """
    pairs = [_Probe(pair) for pair in together(held)] + [_Probe((word,)) for word in held if len(held) <= _FEW]
    narrowed = {each.query: each for each in (_narrowed(pair, held, quotes) for pair in pairs)}
    chosen = list(_affordable(sorted(narrowed.values(), key=lambda probe: probe.cost)))
    least = max(1, (len(held) - _CHANGED) // 2) if len(chosen) == len(pairs) else 1
    return {probe.query: least for probe in chosen}


def _narrowed(probe: _Probe, held: Sequence[Held], quotes: float) -> _Probe:
    """The probe with seldom words of the text besides, until it finds no more quotes than are looked at."""
    for word in sorted(held, key=lambda each: each.quotes):
        if probe.expected(quotes) <= MOST_FOUND:
            break
        if word not in probe.words:
            probe = _Probe((*probe.words, word))
    return probe


def _affordable(probes: Iterable[_Probe]) -> Iterator[_Probe]:
    """The first of them, that together look through no more of the index than is meant to be."""
    spent = 0.0
    for probe in probes:
        if spent >= _TOGETHER or probe.cost > _ALONE:
            return
        spent += probe.cost
        yield probe
