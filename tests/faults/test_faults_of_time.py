"""The clock is set back by an hour: the store behaves as if what is written in it came from the future."""

import time
from contextlib import closing

import psycopg
from plain_reader import PlainReader

from service.bulk import Limits, receive, take_chunk
from service.intake import take_in
from service.records import Article
from service.store import articles, changes, idempotency
from service.store.idempotency import Kept, Request
from service.store.invariants import check
from service.store.pool import open_pool

FIRST, SECOND = '"One." said Ann Lee.', '"Two." said Bob Ray.'
AN_HOUR_LATER = """
DO $$
DECLARE c record;
BEGIN
    FOR c IN SELECT table_name, column_name FROM information_schema.columns
             WHERE table_schema = 'public' AND data_type = 'timestamp with time zone' AND table_name <> 'migrations'
               AND column_name NOT IN ('published_from', 'published_until') LOOP
        EXECUTE format('UPDATE %I SET %I = %I + interval ''1 hour''', c.table_name, c.column_name, c.column_name);
    END LOOP;
END $$;
"""


def test_a_clock_that_was_set_back(database_url, note):
    with closing(open_pool(database_url, size=2, wait=5, statement_timeout=10)) as pool:

        def store(text, number=1):
            return take_in(pool, PlainReader(), Article(text, url=f"https://example.org/{number}"))

        first = store(FIRST)
        store(SECOND)
        job = receive(pool, _Lines(3), Limits(10_000, 10, 10_000), zipped=False)
        again = Request.new("k", "n", "f")
        with pool.writing() as connection:
            assert idempotency.begin(connection, again, 3600) is None
            idempotency.end(connection, again, Kept(200, {}, b"{}"))
        with psycopg.connect(database_url) as connection:
            connection.execute(AN_HOUR_LATER)
        struck = time.monotonic()
        assert store(FIRST).outcome == "revised", "words that were gone come back before they went"
        assert store(SECOND).outcome == "revised"
        assert store(FIRST, 2).outcome == "created"
        take_chunk(pool, PlainReader(), job, 0, 10_000)
        with pool.writing() as connection:
            assert idempotency.begin(connection, Request.new("k", "n", "f"), 3600).body == b"{}"
            told = changes.find(connection, 200).items
            assert [change["event"] for change in told if change["kind"] == "article"] == [
                "added",
                *["revised"] * 3,
                *["added"] * 4,
            ]
            assert articles.erase(connection, first.article_id)
        seconds = time.monotonic() - struck
    assert check(database_url).broken == ()
    note("clock set back by an hour", 5, 5, seconds)


class _Lines:
    def __init__(self, count):
        self._lines = [b'{"text": "\\"Line %d\\" said Eve Fry."}\n' % number for number in range(count)]

    def readline(self, _size):
        return self._lines.pop(0) if self._lines else b""
