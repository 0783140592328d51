"""Settings come from the environment; the wrong ones are reported all at once."""

import os
from dataclasses import fields
from pathlib import Path

import pytest

from service.settings import Settings, WrongSettings, described, read_settings


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("ONRECORD_") or name == "DATABASE_URL":
            monkeypatch.delenv(name)


def test_nothing_needs_to_be_set():
    settings = read_settings()
    assert (settings.database_url, settings.model) == (None, None)
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)


def test_a_bare_environment_gives_what_one_with_the_defaults_written_out_does(monkeypatch):
    bare = read_settings()
    monkeypatch.setenv("ONRECORD_PORT", "8000")  # with one variable set, the library reads them all
    assert read_settings() == bare


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        pytest.param(0, Path("/var/lib/onrecord"), id="the server of root cannot enter root's home"),
        pytest.param(1000, Path("~/.local/share/onrecord"), id="an ordinary user's own"),
    ],
)
def test_the_data_folder_depends_on_who_asks(monkeypatch, uid, expected):
    monkeypatch.setattr(os, "geteuid", lambda: uid)
    assert read_settings().data == expected


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        pytest.param(
            "DATABASE_URL", "postgresql:///x", "database_url", "postgresql:///x", id="the only one unprefixed"
        ),
        pytest.param("ONRECORD_DATA", "/srv/x", "data", Path("/srv/x"), id="a path"),
        pytest.param("ONRECORD_PORT", "0", "port", 0, id="any free port"),
        pytest.param("ONRECORD_TEXT_PUBLIC", "yes", "text_public", True, id="a word for true"),
        pytest.param(
            "ONRECORD_CORS_ORIGINS", "https://a,https://b", "cors_origins", ("https://a", "https://b"), id="a list"
        ),
    ],
)
def test_the_environment_is_read(monkeypatch, name, value, field, expected):
    monkeypatch.setenv(name, value)
    assert getattr(read_settings(), field) == expected


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("ONRECORD_PORT", "65536", id="above all ports"),
        pytest.param("ONRECORD_WORKERS", "0", id="no worker"),
        pytest.param("ONRECORD_POOL_TIMEOUT", "soon", id="not a number"),
        pytest.param("ONRECORD_LOG_LEVEL", "LOUD", id="no level"),
        pytest.param("ONRECORD_RATE_LIMIT", "many", id="no rate"),
        pytest.param("ONRECORD_RATE_LIMIT", "600/minute;5/second", id="two rates, of which one would count"),
        pytest.param("ONRECORD_TEXT_PUBLIC", "perhaps", id="neither true nor false"),
    ],
)
def test_a_wrong_value_is_named(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as error:
        read_settings()
    assert list(error.value.messages) == [name]


def test_all_wrong_values_are_named_together(monkeypatch):
    monkeypatch.setenv("ONRECORD_PORT", "first")
    monkeypatch.setenv("ONRECORD_WORKERS", "many")
    with pytest.raises(WrongSettings) as error:
        read_settings()
    assert set(error.value.messages) == {"ONRECORD_PORT", "ONRECORD_WORKERS"}


def test_every_setting_is_described_with_its_variable_value_and_default(monkeypatch):
    monkeypatch.setenv("ONRECORD_WORKERS", "3")
    monkeypatch.setenv("ONRECORD_CORS_ORIGINS", "https://a,https://b")
    rows = {row[0]: row[1:] for row in described(read_settings())}
    assert len(rows) == len(fields(Settings))
    assert rows["ONRECORD_WORKERS"][:2] == ("3", "2")
    assert rows["ONRECORD_CORS_ORIGINS"][:2] == ("https://a,https://b", "*")
    assert rows["ONRECORD_MODEL"][:2] == ("(not set)", "(not set)")
    assert all(purpose.endswith(".") for _, _, purpose in rows.values())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        pytest.param("postgresql://me:pw@h/db", "postgresql://me:***@h/db", id="in its place"),
        pytest.param("postgresql://me:p@w:/x@h/db", "postgresql://me:***@h/db", id="with characters of a URL in it"),
        pytest.param("postgresql://h/db?user=me&password=pw", "postgresql://h/db?user=me&password=***", id="parameter"),
        pytest.param("host=h password=pw dbname=db", "host=h password=*** dbname=db", id="keywords"),
        pytest.param("host=h password = 'p w\\' x' user=me", "host=h password = *** user=me", id="quoted, with blanks"),
        pytest.param("postgresql://me@h:5432/db", "postgresql://me@h:5432/db", id="none there"),
    ],
)
def test_a_password_is_never_shown(monkeypatch, url, shown):
    monkeypatch.setenv("DATABASE_URL", url)
    assert described(read_settings())[0][:2] == ("DATABASE_URL", shown)
