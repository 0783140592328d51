"""`onrecord export`: the filters of the search as options, into a file or to standard output."""

import json

import pytest
from click.testing import CliRunner

from service.cli import commands
from service.errors import Unavailable


@pytest.fixture
def export(filled, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", filled)
    return lambda *words: CliRunner().invoke(commands, ["export", *map(str, words)])


def test_each_kind_has_its_filters_as_options(export):
    help_text = export("quotes", "--help").output
    assert all(f"--{name} " in help_text for name in ("speaker", "q", "from", "to", "kind", "format", "out"))
    assert not any(f"--{name}" in help_text for name in ("limit", "after", "count"))
    assert "--min-confidence" in export("claims", "--help").output


def test_it_writes_what_the_search_finds(export):
    found = export("quotes", "--speaker", "Ann Lee", "--publisher", "The Post")
    assert found.exit_code == 0, found.output
    (quote,) = map(json.loads, found.output.splitlines())
    assert (quote["speaker"]["name"], quote["article"]["publisher"]) == ("Ann Lee", "The Post")
    assert export("quotes", "--speaker", "Nobody Known").output == ""


def test_a_repeated_filter_is_or(export):
    assert len(export("quotes", "--speaker", "Ann Lee", "--speaker", "Bob Ray").output.splitlines()) == 2


def test_a_file_appears_whole(export, tmp_path):
    path = tmp_path / "speakers.csv"
    assert export("speakers", "--format", "csv", "--out", path).exit_code == 0
    head, *rows = path.read_text().splitlines()
    assert (head.split(",")[:2], len(rows)) == (["id", "name"], 2)
    assert [found.name for found in tmp_path.iterdir()] == ["speakers.csv"]


def test_a_file_stays_as_it_was_where_it_breaks_off(export, tmp_path, monkeypatch):
    def broken(*_):
        yield b"some"
        raise Unavailable("the database is gone")

    path = tmp_path / "quotes.ndjson"
    path.write_text("precious")
    monkeypatch.setattr("service.exporting.lines", broken)
    ended = export("quotes", "--out", path)
    assert (ended.exit_code, path.read_text()) == (1, "precious")
    assert [found.name for found in tmp_path.iterdir()] == ["quotes.ndjson"]


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        pytest.param(["quotes", "--kind", "spoken"], 2, "kind", id="no such value"),
        pytest.param(["quotes", "--from", "soon"], 2, "from", id="no date"),
        pytest.param(["quotes", "--colour", "red"], 2, "--colour", id="no such filter"),
        pytest.param(["songs"], 2, "songs", id="no such kind"),
        pytest.param(["quotes", "--format", "xml"], 2, "xml", id="no such form"),
        pytest.param(["quotes", "--out", "/proc/none/x"], 1, "cannot be written", id="no place for a file"),
    ],
)
def test_what_is_wrong_is_said(words, status, told, export):
    ended = export(*words)
    assert ended.exit_code == status
    assert told in ended.output
    assert "Traceback" not in ended.output
