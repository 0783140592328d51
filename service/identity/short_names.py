"""Joins bodies called by letters, or by a part of their name, with those of the whole name: CUAH, Ridgemont State.

Both must answer for one land or body, and what the one is said to be must not speak against it; nobody else may be
meant.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from service.folding import words_of
from service.identity.bodies import body_name, is_within
from service.identity.cities import are_elsewhere, states_around
from service.identity.clusters import Cluster
from service.identity.evidence import Evidence, party_label
from service.identity.evidence_for import shares_office, shares_word_of_office
from service.identity.firm_forms import without_firm
from service.identity.links import Blocks
from service.identity.namings import Naming, block_of
from service.identity.scripts import latin
from service.identity.tables import lines, section
from service.regex import regex

Words = tuple[str, ...]
Sort = Literal["told", "letters", "part"]
_BRACKETS = regex(r"\((\w[\w.-]{1,9})\)$")
_FEWEST = 2  # initials that tell anything
_TELLING = 4  # letters of which hardly two bodies have the same
_BEGINNING = 4  # letters of words that say the same: fisheries, fishermen
_SMALL = frozenset(
    words_of(
        "the of for and on to in at de la le les du des del della dello dei do da das dos der die das fur und et y e el"
        " los las cha wa ya na van voor het i og och"
    )
)
_NO_PARTY = ""


@dataclass(frozen=True, slots=True)
class Short:
    """How else the bearer of a whole name is called, and the block of those called so. `told`: letters printed behind
    the name; `letters`: its initials; `part`: without the word for what it is, one of `said` of those called so.
    """

    block: str
    sort: Sort
    said: frozenset[str] = frozenset()


def short_names(naming: Naming) -> tuple[Short, ...]:
    """The short names of a body whose article tells for whom it answers, or prints them."""
    if naming.group != "body" or naming.article_id:
        return ()
    found = [each for each in _short_names(naming.name.casefold()) if each.block != naming.block]
    return tuple(each for each in found if each.sort == "told" or _parties(naming))


def keys_of_short_names(naming: Naming) -> set[str]:
    """The keys under which the namings of short names find one of a whole name."""
    parties = _parties(naming)
    told = parties | {_NO_PARTY}
    shorts = short_names(naming)
    return {f"{short.block}|{party}" for short in shorts for party in (told if short.sort == "told" else parties)}


def keys_of_whole_names(naming: Naming) -> set[str]:
    """The keys of all whole names whose short name a naming of a body may be."""
    if naming.group != "body" or naming.article_id:
        return set()
    return {f"{naming.block}|{party}" for party in (*_parties(naming), _NO_PARTY)}


def _parties(naming: Naming) -> frozenset[str]:
    """For whom a body answers beside itself, and in which states that is."""
    known = naming.evidence
    parties = known.parties - ({party_label(naming.name)} - known.states)
    return parties | states_around(parties)


def called(cluster: Cluster, blocks: Blocks) -> Iterator[Cluster]:
    """Those who bear a short name of the members of a cluster, and may be meant by it."""
    for naming, _ in cluster.members:
        for short in short_names(naming):
            for other in blocks.get(short.block, ()):
                if other is not cluster and _is_meant(naming, short, cluster, other):
                    yield other


def _is_meant(naming: Naming, short: Short, whole: Cluster, other: Cluster) -> bool:
    mine, theirs = (frozenset().union(*(_parties(each) for each, _ in cluster.members)) for cluster in (whole, other))
    if are_elsewhere(whole.evidence.parties, other.evidence.parties):
        return False
    if short.sort == "told" and not (mine and theirs):
        return len(short.block.rpartition(" ")[2]) >= _TELLING
    if short.sort == "told" or mine.isdisjoint(theirs):
        return not mine.isdisjoint(theirs)
    if short.sort == "part":
        return not short.said.isdisjoint(_said(other.evidence))
    if len(short.block.rpartition(" ")[2]) < _TELLING - 1:
        return shares_office(whole.evidence, other.evidence)
    told = _qualifiers(other.evidence)
    return _is_of_name(naming, told) if told else shares_word_of_office(whole.evidence, other.evidence)


def _qualifiers(known: Evidence) -> set[str]:
    """What tells a body from others of its kind: of a rail union, rail."""
    return _said(known) - section("roles", "generic") - section("roles", "kinds") - _SMALL


def _is_of_name(naming: Naming, told: set[str]) -> bool:
    """Whether one of these words is in the name: a rail union is no union of teachers."""
    beginnings = {word[:_BEGINNING] for word in words_of(latin(naming.name))}
    return any(word[:_BEGINNING] in beginnings for word in told)


def _said(known: Evidence) -> set[str]:
    return {word for office in known.offices for word in office}


@lru_cache(maxsize=65_536)
def _short_names(name: str) -> tuple[Short, ...]:
    """Of a name in small letters, for bodies are known by these: articles may print them in capitals."""
    told = _BRACKETS.search(name)
    whole = name[: told.start()].strip() if told else name
    letters = told[1] if told and is_within(told[1], whole) else ""
    found = [Short(block, "told") for block in _blocks_of_letters(letters)]
    found += [Short(block, "letters") for block in _blocks_of_letters(_initials(whole))]
    return tuple({short.block: short for short in [*found, *_parts(whole)][::-1]}.values())


def _initials(name: str) -> str:
    words = [word for word in without_firm(words_of(latin(name))) if word not in _SMALL]
    return "".join(word[0] for word in words) if len(words) >= _FEWEST else ""


def _blocks_of_letters(letters: str) -> list[str]:
    """The block of those called by these letters; none where all the world knows the body of these letters."""
    known = body_name(letters.upper()) if letters else None
    return [block_of(letters.upper(), "body")] if known and known.core == words_of(letters) else []


def _parts(name: str) -> Iterator[Short]:
    core = body_name(name).core
    for word, said in _kinds().items():
        if word in core and len(core) > 1:
            yield Short(f"body {' '.join(each for each in core if each != word)}", "part", said)


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in lines("kinds_of_bodies"):
        said, _, words = line.partition(":")
        for word in words.split():
            found[word].update(said.split())
    return {word: frozenset(said) for word, said in found.items()}
