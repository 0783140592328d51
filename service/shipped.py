"""Finds the files that travel with the code: sql/, seeds/ and openapi.yaml, beside a checkout or inside a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> Path:
    """The path of a shipped file or folder, such as `sql/migrations`. FileNotFoundError names what is missing."""
    for home in (_PACKAGE / "_shipped", _PACKAGE.parent):
        if (home / name).exists():
            return home / name
    raise FileNotFoundError(f"{name} is missing from this installation of onrecord")
