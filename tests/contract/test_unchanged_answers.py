"""Who asks again is answered without work as long as nothing was committed; the tag stays that of the bytes."""

import gzip

import pytest

from service.api import listing, unchanged
from service.app import create_app
from service.errors import Unavailable
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
    newsroom.app.extensions["onrecord_unchanged"] = unchanged.Remembered(1_000_000)


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


def bare(answer):
    own = {"X-Request-ID", "Date"}
    return answer.status_code, answer.data, sorted(pair for pair in answer.headers if pair[0] not in own)


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({}, id="as it is"),
        pytest.param({"Accept-Encoding": "gzip"}, id="packed"),
        pytest.param({"Accept-Encoding": "zstd, br"}, id="packed otherwise"),
        pytest.param({"Origin": "https://example.org"}, id="from a page of another origin"),
        pytest.param({"Accept": "application/ld+json"}, id="in another vocabulary"),
        pytest.param({"Accept": "application/atom+xml", "Accept-Encoding": "gzip"}, id="a feed"),
        pytest.param({"Range": "bytes=0-9"}, id="whole whatever Range says"),
    ],
)
def test_a_whole_answer_is_given_again_to_the_letter(client, still, worked, headers):
    first, second, third = (client.get(ASKED, headers=headers) for _ in range(3))
    assert bare(first)[2] == bare(second)[2]  # the bytes of gzip tell the time
    assert bare(second) == bare(third)
    assert len({each.headers["X-Request-ID"] for each in (first, second, third)}) == 3
    assert len(worked) == 2  # what is asked once is not remembered


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"headers": {"Accept-Encoding": "gzip"}}, id="packed"),
        pytest.param({"headers": {"Accept": "application/ld+json"}}, id="in another vocabulary"),
        pytest.param({"base_url": "https://other.example"}, id="under another name"),
        pytest.param({"path": f"{ASKED}&limit=1"}, id="another question"),
        pytest.param({"method": "HEAD"}, id="its head alone"),
    ],
)
def test_another_request_gets_its_own_whole_answer(client, still, other):
    alone = bare(client.open(**{"path": ASKED, "method": "GET", **other}))
    for _ in range(3):
        client.get(ASKED)
    assert [bare(client.open(**{"path": ASKED, "method": "GET", **other})) for _ in range(3)] == [alone] * 3


def test_a_remembered_answer_is_none_for_who_has_it(client, still):
    tag = [client.get(ASKED, headers={"Accept-Encoding": "gzip"}).headers["ETag"] for _ in range(3)][-1]
    assert again(client, tag, **{"Accept-Encoding": "gzip"}).status_code == 304
    assert gzip.decompress(client.get(ASKED, headers={"Accept-Encoding": "gzip"}).data) == client.get(ASKED).data


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        pytest.param(ASKED, {"Accept": "text/csv"}, id="streamed"),
        pytest.param("/quotes?speaker=Nobody+Ever&colour=red", {}, id="a refusal"),
        pytest.param("/speakers/s2222222222222222", {}, id="nothing found"),
        pytest.param("/health/ready", {}, id="of this moment"),
    ],
)
def test_what_is_not_remembered(newsroom, client, still, path, headers):
    for _ in range(3):
        client.get(path, headers=headers)
    memory = newsroom.app.extensions["onrecord_unchanged"]
    assert not any(answer.state for answer in memory._answers.values())


def test_what_lacks_something_that_took_too_long_is_worked_out_again(newsroom, client, still, monkeypatch):
    def away(*_):
        raise Unavailable("too slow")

    monkeypatch.setattr(listing.explaining, "explained", away)
    path = "/quotes?speaker=Ada+Berg&from=2031"
    assert not any("explain" in client.get(path).json for _ in range(3))
    monkeypatch.setattr(listing.explaining, "explained", lambda *_: {"detail": "Nothing.", "emptied_by": []})
    assert client.get(path).json["explain"]


def test_two_processes_see_each_others_writes_at_once(empty_newsroom):
    empty_newsroom.fill(2)
    other = create_app(empty_newsroom.settings, reader=empty_newsroom.reader, pool=empty_newsroom.pool).test_client()
    client = empty_newsroom.client(empty_newsroom.key)
    quote = other.get("/quotes").json["items"][0]
    path = f"/quotes/{quote['id']}"
    for _ in range(3):
        tag = other.get(path).headers["ETag"]
    for name in ("Ann Other", "Ann Another"):
        done = client.patch(path, json={"speaker": {"name": name}, "why": "misread"}, headers={"If-Match": tag})
        assert done.status_code == 200
        shown = other.get(path)
        assert shown.json["speaker"]["name"] == name
        tag = shown.headers["ETag"]


def test_the_least_lately_asked_for_is_forgotten_first():
    memory = unchanged.Remembered(100_000)
    for name in (b"first", b"second", b"third"):
        memory.put(name, unchanged._Answer("state", body=bytes(5_000)))
        assert memory.get(b"first", "state")
    for number in range(15):
        memory.put(b"%d" % number, unchanged._Answer("state", body=bytes(5_000)))
        assert memory.get(b"first", "state")
    assert memory.get(b"second", "state") is None
    assert memory.get(b"14", "state")
    assert memory._size == sum(each.size for each in memory._answers.values()) <= 100_000


def test_a_single_answer_takes_no_great_part_of_it():
    memory = unchanged.Remembered(100_000)
    memory.put(b"great", unchanged._Answer("state", body=bytes(50_000)))
    assert memory.get(b"great", "state") is None


def test_nothing_is_remembered_where_nothing_may_be(newsroom, client, still, tag, worked):
    newsroom.app.extensions["onrecord_unchanged"] = unchanged.Remembered(0)
    assert [again(client, tag).status_code for _ in range(3)] == [304] * 3
    assert len(worked) == 3
