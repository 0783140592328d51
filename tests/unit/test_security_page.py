"""The threat model names every risk of the list, and tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / ".github" / "SECURITY.md").read_text("utf-8")
ROWS = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")][1:]


def test_every_risk_has_its_line():
    assert [row[0].split()[0] for row in ROWS[:10]] == [f"API{number}" for number in range(1, 11)]


def test_every_line_names_tests_that_are_there():
    there = {path.name for path in (ROOT / "tests").rglob("test_*.py")}
    for risk, _, tests in ROWS:
        named = re.findall(r"test_\w+\.py", tests)
        assert named, risk
        assert set(named) <= there, risk


def test_paths_are_those_of_the_files():
    for path in re.findall(r"tests/[\w/]+\.py|tests/fuzz", PAGE):
        assert (ROOT / path).exists(), path


def test_the_readme_leads_there():
    assert "(.github/SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
