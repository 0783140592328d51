"""Loads the tables that stand beside this module; lines that begin with # explain them."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def pairs(name: str) -> list[tuple[str, str]]:
    """Of a table of lines `label: name, name`: every name with its label, in the order of the file."""
    found = (line.partition(":") for line in lines(name))
    return [(each.strip(), label.strip()) for label, _, names in found for each in names.split(",") if each.strip()]


def section(name: str, chosen: str) -> frozenset[str]:
    """The words of one `[section]` of a table. KeyError: it has none of this name."""
    return _sections(name)[chosen]


def all_words(name: str) -> frozenset[str]:
    """The words of all sections of a table."""
    return frozenset().union(*_sections(name).values())


@cache
def _sections(name: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    current = ""
    for line in lines(name):
        if line.startswith("["):
            current = line.strip("[]")
            found[current] = set()
        else:
            found[current].update(line.split())
    return {section: frozenset(words) for section, words in found.items()}


def groups(name: str) -> list[list[str]]:
    """The lines of a table, each as its words."""
    return [line.split() for line in lines(name)]


def lines(name: str) -> list[str]:
    """The lines of a table without blank ones and comments. FileNotFoundError: there is no such table."""
    text = (_FOLDER / f"{name}.txt").read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
