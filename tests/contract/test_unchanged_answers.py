"""Who asks again gets 304 without work as long as nothing was committed; the tag stays that of the bytes."""

import pytest

from service.api import unchanged
from service.store import quotes
from service.store.states import state_of

ASKED = "/quotes?speaker=Ada+Berg"


@pytest.fixture
def still(monkeypatch):
    """Nothing is committed, whatever others do on this server; `still.append` says that something was."""
    states = ["first"]
    monkeypatch.setattr(unchanged, "state_of", lambda _: states[-1])
    return states


@pytest.fixture
def tag(client):
    return client.get(ASKED).headers["ETag"]


@pytest.fixture
def worked(monkeypatch):
    """How often a page was worked out."""
    found, finding = [], quotes.find

    def find(*given, **more):
        found.append(given)
        return finding(*given, **more)

    monkeypatch.setattr(quotes, "find", find)
    return found


def again(client, tag, path=ASKED, **headers):
    return client.get(path, headers={"If-None-Match": tag, **headers})


@pytest.fixture(autouse=True)
def _own_memory(newsroom):
    newsroom.app.extensions["onrecord_unchanged"] = unchanged._Remembered()


def test_the_second_304_takes_no_work_and_says_the_same(client, still, tag, monkeypatch):
    first = again(client, tag)
    monkeypatch.setattr(quotes, "find", None)
    second = again(client, tag)
    assert (first.status_code, second.status_code) == (304, 304)
    own = {"X-Request-ID", "Date"}
    shown = [{name: value for name, value in each.headers if name not in own} for each in (first, second)]
    assert shown[0] == shown[1]
    assert first.headers["X-Request-ID"] != second.headers["X-Request-ID"]


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"path": "/quotes?speaker=Ada+Berg&limit=1"}, id="another question"),
        pytest.param({"Accept": "text/csv"}, id="another form"),
        pytest.param({"Accept": "application/ld+json"}, id="another vocabulary"),
        pytest.param({"tag": '"other"'}, id="by who has something else"),
    ],
)
def test_another_request_is_answered_for_itself(client, still, tag, asked):
    again(client, tag)
    answer = again(client, **{"tag": tag, **asked})
    assert answer.status_code == 200
    assert answer.data


def test_after_a_commit_it_is_worked_out_again(client, still, tag, worked):
    again(client, tag)
    still.append("second")
    number = len(worked)
    assert again(client, tag).status_code == 304
    assert len(worked) == number + 1


def test_where_nobody_can_tell_the_state_it_is_worked_out_each_time(client, monkeypatch, tag, worked):
    monkeypatch.setattr(unchanged, "state_of", lambda _: None)
    assert [again(client, tag).status_code for _ in range(2)] == [304, 304]
    assert len(worked) >= 2


def test_what_a_key_may_open_is_asked_each_time(keyed, still, tag, worked):
    assert [again(keyed, tag).status_code for _ in range(2)] == [304, 304]
    assert len(worked) >= 2


def test_what_was_taken_in_meanwhile_is_seen_at_once(empty_newsroom):
    empty_newsroom.fill(2)
    client = empty_newsroom.client()
    tag = client.get("/quotes").headers["ETag"]
    assert [again(client, tag, "/quotes").status_code for _ in range(2)] == [304, 304]
    empty_newsroom.fill(3)
    answer = again(client, tag, "/quotes")
    assert answer.status_code == 200
    assert answer.headers["ETag"] != tag


def test_a_commit_makes_another_state(empty_newsroom):
    with empty_newsroom.pool.reading() as connection:
        before = state_of(connection)
        connection.execute("INSERT INTO tombstones (article_id, revision, quotes) VALUES ('a', 1, 0)")
        assert before
        assert state_of(connection) not in (None, before)
