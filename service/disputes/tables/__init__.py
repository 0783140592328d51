"""Loads the word lists that stand beside this module."""

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


@cache
def section(name: str) -> frozenset[str]:
    """The words of one section of words.txt, lower case. KeyError where there is no such section."""
    return _sections()[name]


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of NAME.txt as tuples of words. FileNotFoundError if the installation lacks the list."""
    return tuple(tuple(line.split()) for line in _lines(name))


@cache
def _sections() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    name = ""
    for line in _lines("words"):
        if line.startswith("["):
            name = line.strip("[]")
        else:
            found.setdefault(name, set()).update(line.split())
    return {key: frozenset(words) for key, words in found.items()}


def _lines(name: str) -> list[str]:
    lines = (_FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]
