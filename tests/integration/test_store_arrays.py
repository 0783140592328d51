"""Lists come back from Postgres as they were given, whatever stands in them."""

from contextlib import closing

import psycopg
import pytest

from service.store.pool import open_pool


@pytest.fixture(scope="module")
def connection(shared_database_url):
    with (
        closing(open_pool(shared_database_url, size=1, wait=10, statement_timeout=10)) as pool,
        pool.reading() as open_one,
    ):
        yield open_one


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        pytest.param([], "text[]", id="nothing in it"),
        pytest.param(["a", "b c", ""], "text[]", id="plain words, and none"),
        pytest.param(['"', "\\", '\\"', "\\\\n"], "text[]", id="what escapes and what is escaped"),
        pytest.param(["{", "}", ",", "{a,b}", " a ", "\n", "\t"], "text[]", id="what an array is written with"),
        pytest.param(["NULL", "null"], "text[]", id="words that mean nothing where they are not quoted"),
        pytest.param(["“é”", "中", "\u2003", "😀"], "text[]", id="other letters and spaces"),
        pytest.param([None, "a"], "text[]", id="a value that is not there"),
        pytest.param([["a", "b"], ["c", '"']], "text[]", id="lists of lists"),
        pytest.param([0, -1, 2**31, 2**62], "bigint[]", id="numbers small and great"),
        pytest.param([True, False], "boolean[]", id="truths are no numbers"),
        pytest.param([1.5, 2.0], "float8[]", id="fractions"),
    ],
)
def test_a_list_comes_back_as_it_was(given, kind, connection):
    found = connection.execute(f"SELECT %(given)s::{kind} AS found", {"given": given}).fetchone()
    assert found["found"] == given


def test_nul_is_refused_and_ends_nothing(connection):
    with pytest.raises(psycopg.DataError):
        connection.execute("SELECT %(given)s::text[]", {"given": ["a\0b"]})
