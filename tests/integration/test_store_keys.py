import pytest

from service.store import keys


def test_a_key_is_known_by_its_secret_only(pool):
    with pool.writing() as connection:
        key_id, secret = keys.create(connection, "desk", ["text", "ingest", "text"])
    with pool.reading() as connection:
        assert keys.scopes_of(connection, secret) == {"ingest", "text"}
        assert keys.scopes_of(connection, key_id) is None
        assert [(row["id"], row["label"], row["scopes"]) for row in keys.listed(connection)] == [
            (key_id, "desk", ["ingest", "text"])
        ]


def test_the_secret_is_stored_nowhere(pool):
    with pool.writing() as connection:
        _, secret = keys.create(connection, "desk", ["ingest"])
        row = connection.execute("SELECT keys::text AS stored FROM keys").fetchone()
    assert secret not in row["stored"]
    assert secret.removeprefix("onrecord_") not in row["stored"]


def test_a_revoked_key_opens_nothing(pool):
    with pool.writing() as connection:
        key_id, secret = keys.create(connection, "desk", ["ingest"])
        assert keys.revoke(connection, key_id)
        assert keys.scopes_of(connection, secret) is None
        assert not keys.revoke(connection, key_id), "it is revoked already"
        assert keys.listed(connection)[0]["revoked_at"] is not None


@pytest.mark.parametrize("secret", ["", "onrecord_", "\ud800", "a\0b"])
def test_what_is_no_secret_opens_nothing(pool, secret):
    with pool.reading() as connection:
        assert keys.scopes_of(connection, secret) is None
