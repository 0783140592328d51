"""The command line: what is wrong is said in one line with the right status, and help costs nothing."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from service.cli import Commands, commands
from service.errors import LocalPostgresError


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    monkeypatch.delenv("ONRECORD_PORT", raising=False)
    monkeypatch.delenv("ONRECORD_WORKERS", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)


def run(*words):
    return CliRunner().invoke(commands, list(words))


def test_every_command_of_the_documentation_is_there():
    alone = {"serve", "load", "extract", "evaluate", "openapi", "migrate", "train", "backup", "restore", "settings"}
    assert set(commands.commands) == alone | {"reread", "keys", "sample", "work", "export", "prune", "check"}


def test_help_loads_neither_the_reader_nor_the_web_nor_the_store():
    heavy = "{'onnxruntime', 'trafilatura', 'flask', 'psycopg', 'gunicorn'}"
    program = f"""
import sys
from service.cli import commands
commands(["--help"], standalone_mode=False)
print(sorted({heavy} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["fetch"], id="no such command"),
        pytest.param(["load"], id="nothing to load"),
        pytest.param(["serve", "--port", "70000"], id="no port"),
        pytest.param(["serve", "--prot", "8000"], id="a slip of the pen"),
        pytest.param(["reread", "--processes", "0"], id="nobody to read"),
        pytest.param(["reread", "a-file.txt"], id="articles are named by --article"),
        pytest.param(["keys", "create", "--scope", "everything"], id="no such scope"),
        pytest.param(["keys", "revoke"], id="no key named"),
    ],
)
def test_wrong_usage_is_status_2(words):
    done = run(*words)
    assert done.exit_code == 2
    assert "Usage:" in done.stderr


def test_wrong_settings_are_listed_one_a_line_with_status_2(monkeypatch):
    monkeypatch.setenv("ONRECORD_PORT", "first")
    monkeypatch.setenv("ONRECORD_WORKERS", "0")
    done = run("serve")
    assert done.exit_code == 2
    assert [line.split(":")[1].strip() for line in done.stderr.splitlines()] == ["ONRECORD_PORT", "ONRECORD_WORKERS"]


def test_a_known_error_is_one_line_with_status_1_and_no_traceback():
    @click.group(cls=Commands)
    def group():
        pass

    @group.command()
    def fail():
        raise LocalPostgresError("the server\n  is gone")

    done = CliRunner().invoke(group, ["fail"])
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Error: the server is gone\n")


def test_a_data_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    done = run("keys", "list", "--data", str(tmp_path / "file" / "below"))
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: the data folder")
    assert done.stderr.count("\n") == 1


def test_openapi_prints_what_it_writes(tmp_path):
    printed = run("openapi").stdout
    written = tmp_path / "openapi.yaml"
    assert run("openapi", "--write", str(written)).exit_code == 0
    assert written.read_text("utf-8") == printed
    assert printed.startswith("#")


def test_settings_are_printed_one_a_line_without_the_password(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql://me:secret@h/db")
    done = run("settings")
    assert done.exit_code == 0
    head, first, *rest = done.stdout.splitlines()
    assert head.split("  ")[0] == "setting"
    assert first.startswith("DATABASE_URL ")
    assert "postgresql://me:***@h/db" in first
    assert "secret" not in done.stdout
    assert [line.index(word) for line in rest for word in ("8000",) if "ONRECORD_PORT" in line] == [head.index("value")]
