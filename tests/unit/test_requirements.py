"""The locks pin, by hash, all that pyproject.toml asks for, and name no place of their own to get it from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
WANTED = {
    "requirements.lock": PROJECT["dependencies"],
    "requirements-test.lock": [
        *PROJECT["dependencies"],
        *(each for extra in ("dask", "test") for each in PROJECT["optional-dependencies"][extra]),
    ],
}
LOCKED = re.compile(
    r"^(?P<name>[\w.-]+)==(?P<version>\S+)(?: ; (?P<marker>.+?))?(?P<hashes>(?: \\\n +--hash=\S+)+)$", re.M
)


def locked(name: str) -> dict[str, set[str]]:
    """The versions of each package, for one may be pinned differently for several versions of Python."""
    found: dict[str, set[str]] = {}
    for match in LOCKED.finditer((ROOT / name).read_text("utf-8")):
        found.setdefault(canonicalize_name(match["name"]), set()).add(match["version"])
    return found


@pytest.mark.parametrize("name", WANTED)
def test_everything_wanted_is_pinned_within_its_bounds(name):
    pinned = locked(name)
    for requirement in map(Requirement, WANTED[name]):
        versions = pinned.get(canonicalize_name(requirement.name), set())
        assert versions, f"{name} lacks {requirement.name}: make it anew, its first lines say how"
        assert all(requirement.specifier.contains(version) for version in versions), requirement


@pytest.mark.parametrize("name", WANTED)
def test_every_line_belongs_to_a_pin_with_hashes(name):
    text = (ROOT / name).read_text("utf-8")
    rest = LOCKED.sub("", text)
    assert [line for line in rest.splitlines() if line and not line.startswith("#")] == []
    assert not re.search(r"://|--(?:extra-)?index-url|--find-links", text)
    assert all(Marker(match["marker"]) for match in LOCKED.finditer(text) if match["marker"])


def test_tests_run_on_what_is_served():
    served, tested = locked("requirements.lock"), locked("requirements-test.lock")
    assert {name: tested.get(name) for name in served} == served
