"""Loads the word lists that stand beside this module: first names, titles, nouns for people, bodies and documents."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "tables"

Words = frozenset[str]


@cache
def sections(name: str) -> dict[str, Words]:
    """The words of one list by its section, lower case. FileNotFoundError if the installation lacks the list."""
    found: dict[str, set[str]] = {}
    section = ""
    for line in _lines(name):
        if line.startswith("["):
            section = line.strip("[]")
        found.setdefault(section, set()).update(() if line.startswith("[") else line.split())
    return {key: frozenset(words) for key, words in found.items()}


@cache
def words(name: str, *chosen: str) -> Words:
    """The words of some sections of one list, of all when none is named."""
    found = sections(name)
    return frozenset().union(*(found[section] for section in chosen or found))


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


@cache
def labelled(name: str) -> list[tuple[str, str]]:
    """Of a list of lines `label: name, name`: every name with its label, in the order of the list."""
    found = (line.partition(":") for line in _lines(name))
    return [(each.strip(), label.strip()) for label, _, names in found for each in names.split(",") if each.strip()]


def listed(name: str) -> list[str]:
    """All names of a list of lines `name, name`."""
    lines = (line for line in _lines(name) if not line.startswith("["))
    return [each.strip() for line in lines for each in line.split(",") if each.strip()]


@cache
def states() -> dict[str, str]:
    """Every name of a state in lower case, with the state's own name."""
    return {name.lower(): names[0] for names, _, _ in _states() for name in names}


@cache
def state_names(state: str) -> tuple[str, ...]:
    """All names of a state, the one to show first."""
    return next(tuple(names) for names, _, _ in _states() if names[0] == state)


@cache
def capitals() -> dict[str, str]:
    """Capitals in lower case, with the state whose government they stand for."""
    return {name.lower(): names[0] for names, cities, _ in _states() for name in cities}


@cache
def adjectives() -> dict[str, str]:
    """What belongs to a state or its people (Russian, Poles) in lower case, with the state."""
    return {word.lower(): names[0] for names, _, forms in _states() for word in forms}


@cache
def _states() -> list[tuple[list[str], list[str], list[str]]]:
    rows = (line.split("|") for line in _lines("states") if not line.startswith("["))
    return [(_cells(row[0]), _cells(row[1]), _cells(row[2])) for row in rows]


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split(",") if cell.strip()]
