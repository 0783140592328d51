"""Finds bodies in the tables of those that go by two names: by letters, by their seat, abroad, for short; and banks."""

from collections.abc import Iterator
from functools import cache

from service.extraction.names import tables as press
from service.folding import words_of
from service.identity.places import Words
from service.identity.scripts import latin
from service.identity.tables import pairs


def told_in_table(words: Words) -> Words:
    """The words by which a table has the body of this name compared, none where no table has it: of Trapeza tis Ellados
    those of the Bank of Greece.
    """
    return _aliases().get(words, ())


def is_in_table(printed: str) -> bool:
    """Whether a table has a body of this name: dpa, gardaí."""
    return bool(told_in_table(words_of(latin(printed))))


def is_firm_of_the_world(words: Words) -> bool:
    """Whether a firm is called so that all the world knows, whatever state is in its name: the Bank of America."""
    return words in _firms()


@cache
def _aliases() -> dict[Words, Words]:
    return {words_of(latin(name)): words_of(label) for name, label in [*press.labelled("same_bodies"), *_by_tables()]}


@cache
def _firms() -> frozenset[Words]:
    return frozenset(words_of(latin(label)) for _, label in pairs("firms"))


def _by_tables() -> Iterator[tuple[str, str]]:
    for table in ("bodies_abroad", "bodies_by_letters", "bodies_by_seat", "bodies_for_short", "firms"):
        yield from pairs(table)
    # In a language of its own a name is not put into English where a table has it.
    yield from ((label, label) for _, label in pairs("bodies_for_short"))
    banks = dict(pairs("central_banks"))
    for name, state in [*press.states().items(), *press.adjectives().items(), *((state, state) for state in banks)]:
        if state in banks:
            yield f"{name} central bank", banks[state]
            yield f"central bank of {name}", banks[state]
