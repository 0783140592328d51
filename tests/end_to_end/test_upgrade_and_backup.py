"""A store outlives its programs: older ones are upgraded, newer ones refused, and a backup carries one elsewhere."""

import json
import re
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from test_serve import ARTICLE, MAIN, _no_settings_of_this_machine, articles_of, only_line, run, serving  # noqa: F401
from unprivileged import needs_root, ordinary_user

from service.local_postgres import owned
from service.shipped import shipped
from service.store.migrations import migrate

README = Path(__file__).resolve().parents[2] / "README.md"
DEBIAN_15 = Path("/usr/lib/postgresql/15/bin")
FIRST, *LATER = sorted(path.name for path in shipped("sql/migrations").glob("*.sql"))
OLD_ROWS = """
INSERT INTO articles (id, revision, title, language, reader, sha256, characters, quotes)
VALUES ('aold', 1, 'An old one', 'en', 'old 1', 'ab', 21, 1);
INSERT INTO article_revisions (article_id, revision, text, sha256, language, reading, reader)
VALUES ('aold', 1, '"No," said Ann Lee.', 'ab', 'en', 'read', 'old 1');
INSERT INTO speakers (id, key, kind, name, quotes, direct) VALUES ('sold', 'ann lee', 'person', 'Ann Lee', 1, 1);
INSERT INTO quotes (article_id, id, revision, article_sha256, extent_start, extent_end, text, spans, quoted, kind,
    speech, stance, attribution, reason, candidates, confidence, before, after, words, time_order)
VALUES ('aold', 'aold.1', 1, 'ab', 1, 3, 'No', '[[1, 3]]', '[[1, 3]]', 'direct', true,
    'deny', 'attributed', 'named', '[]', 0.9, '"', ',"', to_tsvector('simple', 'No'), 0);
INSERT INTO quote_speakers (article_id, quote_id, position, speaker_id, name, forms, kind, time_order)
VALUES ('aold', 'aold.1', 0, 'sold', 'Ann Lee', '{Ann Lee}', 'person', 0);
"""


def do(url, statement):
    with psycopg.connect(url) as connection:
        connection.execute(statement)


def migrated(url):
    with psycopg.connect(url) as connection:
        return [name for (name,) in connection.execute("SELECT name FROM migrations ORDER BY name")]


def make_old(url):
    """A store as the first release made it, with one article."""
    assert migrate(url, only=[FIRST]) == [FIRST]
    do(url, OLD_ROWS)


def answers_as_before(service):
    [quote] = service.get("/quotes?limit=10")["items"]
    return (quote["text"], quote["speaker"]["name"], articles_of(service)) == ("No", "Ann Lee", ["An old one"])


def test_serve_upgrades_an_old_store_and_every_row_stays(data_folder):
    with owned(data_folder) as url:
        make_old(url)
    with serving("--data", data_folder) as service:
        assert answers_as_before(service)
    with owned(data_folder) as url:
        assert migrated(url) == [FIRST, *LATER]


def test_serve_upgrades_an_old_database_of_ones_own_too(empty_database_url, monkeypatch):
    make_old(empty_database_url)
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    with serving() as service:
        assert answers_as_before(service)
        assert migrated(empty_database_url) == [FIRST, *LATER]


@pytest.mark.parametrize("words", [["serve", "--port", 0], ["migrate"], ["keys", "list"]], ids=lambda words: words[0])
def test_a_store_newer_than_the_program_is_one_line_and_stays_as_it_is(database_url, monkeypatch, words):
    do(database_url, "INSERT INTO migrations (name, sha256) VALUES ('9999_later.sql', 'ab')")
    monkeypatch.setenv("DATABASE_URL", database_url)
    line = only_line(run(*words))
    assert line == "Error: the store is newer than this program: it holds 9999_later.sql; use a newer onrecord\n"
    assert migrated(database_url)[-1] == "9999_later.sql"


def test_a_backup_made_while_the_service_runs_restores_into_a_new_folder(data_folder, tmp_path):
    elsewhere, file = data_folder.with_name("elsewhere"), tmp_path / "store.backup"
    (tmp_path / "one.ndjson").write_text(json.dumps(ARTICLE))
    with serving("--data", data_folder) as service:
        assert run("load", tmp_path / "one.ndjson", "--data", data_folder).returncode == 0
        written = run("backup", file, "--data", data_folder)
        assert written.returncode == 0, written.stderr
        before = articles_of(service)
    restored = run("restore", file, "--data", elsewhere)
    assert (restored.returncode, restored.stdout) == (0, written.stdout), restored.stderr
    with serving("--data", elsewhere) as service:
        assert articles_of(service) == before
        assert ARTICLE["title"] in before


def test_the_commands_of_the_readme(data_folder, monkeypatch):
    monkeypatch.setenv("ONRECORD_DATA", str(data_folder))
    assert run("keys", "create", "--scope", "ingest").returncode == 0
    program = data_folder.parent / ".venv" / "bin" / "onrecord"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -c "{MAIN}" "$@"\n')
    program.chmod(0o755)
    [block] = re.findall(r"```sh\n([^`]*onrecord backup[^`]*)```", README.read_text("utf-8"))
    shell = ["bash", "-e", "-c", block]
    done = subprocess.run(shell, cwd=data_folder.parent, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    written = done.stdout.splitlines()
    assert written[: len(written) // 2] == written[len(written) // 2 :]
    assert "keys\t1" in written


def test_a_store_of_debians_server_moves_to_the_embedded_one(data_folder, tmp_path, monkeypatch):
    if not (DEBIAN_15 / "postgres").is_file():
        pytest.skip(f"Debian's Postgres 15 is not installed in {DEBIAN_15}")
    elsewhere, file = data_folder.with_name("elsewhere"), tmp_path / "store.backup"
    with monkeypatch.context() as patch:
        patch.setenv("PG_BINDIR", str(DEBIAN_15))
        with serving("--data", data_folder) as service:
            before = articles_of(service)
        written = run("backup", file, "--data", data_folder)
    assert "then `onrecord restore` it" in only_line(run("serve", "--port", 0, "--data", data_folder))
    restored = run("restore", file, "--data", elsewhere)
    assert (restored.returncode, restored.stdout) == (0, written.stdout), restored.stderr
    with serving("--data", elsewhere) as service:
        assert articles_of(service) == before


def test_a_backup_is_not_overwritten_without_force(database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert run("backup", tmp_path / "store.backup").returncode == 0
    assert "--force" in only_line(run("backup", tmp_path / "store.backup"))
    assert run("backup", "--force", tmp_path / "store.backup").returncode == 0


def test_a_data_folder_without_a_store_is_one_line_and_none_is_made(data_folder, tmp_path):
    assert "there is no store in" in only_line(run("backup", tmp_path / "store.backup", "--data", data_folder))
    assert not data_folder.exists()


@needs_root
def test_folders_that_may_not_be_entered_are_one_line(data_folder, database_url, monkeypatch):
    private = data_folder.parent / "private"
    private.mkdir(mode=0o700)
    user = ordinary_user()
    words = [private / "store.backup", "--data", private / "data"]
    assert "there is no store in" in only_line(run("backup", *words, user=user))
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert "cannot be written: Permission denied" in only_line(run("backup", *words, user=user))
    assert "cannot be read: Permission denied" in only_line(run("restore", *words, user=user))


def test_a_restore_of_no_file_makes_no_store(data_folder, tmp_path):
    assert "cannot be read" in only_line(run("restore", tmp_path / "missing", "--data", data_folder))
    assert not data_folder.exists()
