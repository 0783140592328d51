"""`onrecord keys`: made with or without scopes and an end, listed with their use, revoked."""

import pytest
from click.testing import CliRunner
from stores import do

from service.cli import commands
from service.store import keys


@pytest.fixture
def run(database_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url)

    def ran(*words):
        done = CliRunner().invoke(commands, ["keys", *words])
        assert done.exit_code == 0, done.output
        return done.stdout.splitlines()

    return ran


def test_the_list_tells_scopes_ends_and_use_but_no_secret(run, pool, database_url):
    desk, reader, brief = (
        run("create", *words)[-1]
        for words in (["--scope", "text", "--scope", "ingest", "--label", "desk"], [], ["--days", "30"])
    )
    with pool.reading() as connection:
        assert keys.scopes_of(connection, desk) == {"ingest", "text"}
        assert keys.scopes_of(connection, reader) == frozenset()
    rows = [line.split("\t") for line in run("list")]
    assert [row[1:3] for row in rows] == [["ingest,text", "desk"], ["(read)", ""], ["(read)", ""]]
    assert [row[5].split()[0] for row in rows] == ["used", "used", "never"]
    assert [row[4].rpartition(" ")[0] or row[4] for row in rows] == ["in", "in", "in force until"]
    assert not any(secret in line for secret in (desk, reader, brief) for line in run("list"))
    do(database_url, "UPDATE keys SET expires_at = now() - interval '1 day' WHERE expires_at IS NOT NULL")
    run("revoke", rows[0][0])
    assert [line.split("\t")[4].split()[0] for line in run("list")] == ["revoked", "in", "expired"]


@pytest.mark.parametrize("words", [["--scope", "everything"], ["--days", "0"], ["--days", "-1"], ["--days", "soon"]])
def test_what_is_no_scope_or_time_is_refused(words, database_url, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert CliRunner().invoke(commands, ["keys", "create", *words]).exit_code == 2
