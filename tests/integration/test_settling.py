"""A store of the first version is decided anew when it is migrated, and nothing that was counted is lost."""

import psycopg
import pytest
from psycopg.rows import dict_row
from stores import do

from service.identity.namings import speaker_id
from service.store import settling, speakers
from service.store.migrations import connected, migrate
from service.store.pool import open_pool

_FIRST = {"0001_newsroom.sql", "0002_keys.sql"}
_SPOKEN = (  # article, date, speaker as first told apart, name, role
    ("a1", "2016", "saaaaaaaaaaaaaaaa", "Sergei Orlov", "Russian minister"),
    ("a2", "2018", "saaaaaaaaaaaaaaaa", "Sergey Orlov", None),
    ("a3", "2019", "sbbbbbbbbbbbbbbbb", "Orlov", "Russian minister"),
    ("a4", "2020", "scccccccccccccccc", "Orlov", None),
)


@pytest.fixture
def old(empty_database_url):
    migrate(empty_database_url, _FIRST)
    with psycopg.connect(empty_database_url, row_factory=dict_row) as connection:
        for at, (article, date, speaker, name, role) in enumerate(_SPOKEN):
            values = {"a": article, "d": date, "s": speaker, "n": name, "r": role, "t": at}
            connection.execute(
                "INSERT INTO articles (id, revision, published_at, time_order) VALUES (%(a)s, 1, %(d)s, %(t)s)", values
            )
            connection.execute(
                "INSERT INTO speakers (id, key, kind, name, quotes, direct)"
                " VALUES (%(s)s, %(s)s, 'person', %(n)s, 1, 1)"
                " ON CONFLICT (id) DO UPDATE SET quotes = speakers.quotes + 1, direct = speakers.direct + 1",
                values,
            )
            connection.execute(
                "INSERT INTO quotes (article_id, id, revision, article_sha256, extent_start, extent_end, text, spans,"
                " quoted, kind, speech, stance, attribution, reason, candidates, confidence, before, after, words,"
                " time_order) VALUES (%(a)s, %(a)s || '.q', 1, '', 0, 1, 'x', '[]', '[]', 'direct', true, 'assert',"
                " 'attributed', 'named', '[]', 1, '', '', '', %(t)s)",
                values,
            )
            connection.execute(
                "INSERT INTO quote_speakers (article_id, quote_id, position, speaker_id, name, forms, kind, role,"
                " time_order) VALUES (%(a)s, %(a)s || '.q', 0, %(s)s, %(n)s, ARRAY[%(n)s], 'person', %(r)s, %(t)s)",
                values,
            )
    return empty_database_url


def test_the_speakers_of_an_older_store_are_decided_anew(old):
    assert migrate(old)[0] == "0003_identity.sql"
    pool = open_pool(old, size=1, wait=5, statement_timeout=10)
    with pool.reading() as connection:
        found = speakers.find(connection, None, 10).items
        assert [(each["name"], each["quotes"]) for each in found] == [("Sergei Orlov", 3), ("Orlov", 1)]
        assert (found[0]["first_published"], found[0]["last_published"]) == ("2016", "2019")
        whole = speakers.described(connection, found[0]["id"])
        assert [party["party"] for party in whole["parties"]] == ["Russia"]
        for before in ("saaaaaaaaaaaaaaaa", "sbbbbbbbbbbbbbbbb"):
            assert speakers.redirected(connection, before) == found[0]["id"]
    pool.close()


def test_bare_surnames_that_shared_an_id_are_told_apart_and_what_was_counted_is_kept(pool, store, database_url):
    store('"A." said Orlov [person, Czech minister].')
    store('"B." said Orlov [person, CEO of Norholm].')
    with pool.reading() as connection:
        one, other = (row["id"] for row in speakers.find(connection, "orlov", 5).items)
    shared = speaker_id("person:~orlov")
    do(
        database_url,
        "INSERT INTO speakers (id, kind, name, words, quotes, direct)"
        f" VALUES ('{shared}', 'person', 'Orlov', 'orlov', 2, 2)",
        f"UPDATE quote_speakers SET speaker_id = '{shared}'",
        f"UPDATE namings SET speaker_id = '{shared}'",
        "DELETE FROM speaker_names",
        "DELETE FROM speaker_roles",
        f"DELETE FROM speakers WHERE id <> '{shared}'",
    )
    with pool.writing() as connection:
        settling.part_surnames(connection)
    with pool.reading() as connection:
        assert {row["id"]: row["quotes"] for row in speakers.find(connection, "orlov", 5).items} == {one: 1, other: 1}
        assert speakers.redirected(connection, shared) in (one, other)


def test_namings_in_blocks_of_former_rules_go_into_those_of_today(pool, store, database_url):
    store('"A." said Omar Orlov [person, Czech minister].')
    with pool.reading() as connection:
        (one,) = speakers.find(connection, "orlov", 5).items
    do(database_url, "UPDATE namings SET block = 'person former'", "DELETE FROM naming_keys")
    with pool.writing() as connection:
        settling.renew_blocks(connection)
    store('"B." said Orlov [person, Czech minister].')
    with pool.reading() as connection:
        assert [(row["id"], row["quotes"]) for row in speakers.find(connection, "orlov", 5).items] == [(one["id"], 2)]


def test_namings_go_into_the_blocks_of_today_in_parts(pool, store, database_url, monkeypatch):
    store('"A." said Omar Orlov [person, Czech minister].')
    store('"B." said Ann Vance [person, CEO of Norholm].')
    do(database_url, "UPDATE namings SET block = 'person former'", "DELETE FROM naming_keys")
    monkeypatch.setattr(settling, "_AT_ONCE", 1)
    with connected(database_url) as connection:
        settling.renew_blocks_in_parts(connection)
        blocks = connection.execute("SELECT block FROM namings ORDER BY block").fetchall()
        assert [row["block"] for row in blocks] == ["person arlf", "person fns"]
        assert settling._compared_otherwise(connection) == []
    store('"C." said Orlov [person, Czech minister].')
    with pool.reading() as connection:
        assert [row["quotes"] for row in speakers.find(connection, "orlov", 5).items] == [2]
