"""Pairs the statements that people annotated in one article with those that a reader found."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from service.evaluation.annotations import Found, Statement
from service.evaluation.names import last_name, name_words
from service.evaluation.words import TextWords, Words

SAME = 0.5  # contents that share so much of their words (intersection over union) are one


@dataclass(frozen=True, slots=True)
class Speaker:
    """How a found speaker compares: the same mention, the same last name, and whether a name is known at all."""

    mention: bool
    name: bool
    known: bool

    @property
    def right(self) -> bool:
        """Whether the mention or the name is right."""
        return self.mention or self.name


class Comparison:
    """One article. `wanted` and `found` hold each statement with its words; those without a word are left out.

    `pairs` are places in `wanted` with the place in `found` that has the same content, `pairs_back` the reverse.
    """

    def __init__(self, name: str, text: str, wanted: Iterable[Statement], found: Iterable[Found]) -> None:
        self.name = name
        self.words = TextWords(text)
        self.wanted = [(each, words) for each in wanted if (words := self.words.content(each.content))]
        self.found = [(each, words) for each in found if (words := self.words.content(each.content))]
        self.pairs = paired([words for _, words in self.wanted], [words for _, words in self.found])
        self.pairs_back = {there: here for here, there in self.pairs.items()}

    def matched(self) -> Iterator[tuple[Statement, Found]]:
        """The pairs themselves."""
        for here, there in sorted(self.pairs.items()):
            yield self.wanted[here][0], self.found[there][0]

    def speaker(self, wanted: Statement, found: Found) -> Speaker:
        """Whether the found speaker is the annotated one."""
        mention = self.words.of(wanted.source) & self.words.of(found.speaker_span)
        name = last_name(found.speaker_name) if found.speaker_name else None
        return Speaker(bool(mention), name in wanted.names, bool(wanted.names))


def named(wanted: Statement, found: Found) -> bool:
    """Whether any word of the found name is a last name of the speaker: fair to whole noun phrases."""
    return not wanted.names.isdisjoint(name_words(found.speaker_name or ""))


def paired(wanted: Sequence[Words], found: Sequence[Words]) -> dict[int, int]:
    """Places in `wanted` with places in `found`, one to one, the most alike first; see SAME."""
    alike = sorted((-share, here, there) for here, there, share in _overlaps(wanted, found) if share >= SAME)
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, here, there in alike:
        if here not in pairs and there not in taken:
            pairs[here] = there
            taken.add(there)
    return pairs


def _overlaps(wanted: Sequence[Words], found: Sequence[Words]) -> Iterator[tuple[int, int, float]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for there, words in enumerate(found):
        for word in words:
            holders[word].append(there)
    for here, words in enumerate(wanted):
        for there, shared in Counter(holder for word in words for holder in holders.get(word, ())).items():
            yield here, there, shared / len(words | found[there])
