import pytest

from service.errors import InvalidCursor
from service.identity.partition import weight
from service.store import articles, corrections, speakers

TEXTS = {
    "2018-08": '"One." said Sergey Lavrov [person, Foreign Minister]. "Two." said Sergey Lavrov [person, Minister].',
    "2016": '"Three." said Sergei Lavrov [person, Foreign Minister]. '
    '"Four." said Foreign Ministry of Russia [organisation].',
    "2020-01-02": '"Five." said Sergey Lavrov. "Six." said the Ministry of Defence [organisation].',
    None: '"Seven." said Lavrov. "Eight." said Administrator Ng [person]. '
    '"Nine." said Ministry of Sound [organisation].',
}


@pytest.fixture
def spoken(store):
    for date, text in TEXTS.items():
        store(text, published_at=date)


def _names(pool, q, limit=50) -> list[str]:
    with pool.reading() as connection:
        return [speaker["name"] for speaker in speakers.find(connection, q, limit).items]


def test_a_speaker_is_one_across_spellings_and_shows_all_that_was_counted(pool, spoken):
    with pool.reading() as connection:
        found = speakers.find(connection, "sergey", 5).items[0]
        assert speakers.get(connection, found["id"]) == found
    assert found.pop("id")
    assert found == {
        "name": "Sergey Lavrov",
        "kind": "person",
        "names": [
            {"name": "Lavrov", "count": 4},
            {"name": "Sergey Lavrov", "count": 3},
            {"name": "Sergei Lavrov", "count": 1},
        ],
        "roles": [{"role": "Foreign Minister", "count": 2}, {"role": "Minister", "count": 1}],
        "quotes": 4,
        "by_kind": {"direct": 4, "mixed": 0, "indirect": 0},
        "first_published": "2016",
        "last_published": "2020-01-02",
        "same_as": None,
    }


@pytest.mark.parametrize(
    ("q", "names"),
    [
        pytest.param(
            "ministry", {"Foreign Ministry of Russia", "the Ministry of Defence", "Ministry of Sound"}, id="word"
        ),
        pytest.param(
            "minist", {"Foreign Ministry of Russia", "the Ministry of Defence", "Ministry of Sound"}, id="beginning"
        ),
        pytest.param("istry", set(), id="not the middle of a word"),
        pytest.param("ministry russ", {"Foreign Ministry of Russia"}, id="all words, in any order"),
        pytest.param("SERGEI", {"Sergey Lavrov"}, id="a form that is not the name shown"),
        pytest.param("lavrov", {"Sergey Lavrov", "Lavrov"}, id="a bare surname is a speaker apart"),
        pytest.param("", set(), id="nothing asked"),
        pytest.param("' & | ! :* \\", set(), id="operators are no words"),
        pytest.param("\0\ud800", set(), id="no text that can be stored"),
    ],
)
def test_search_by_beginnings_of_words(pool, spoken, q, names):
    assert set(_names(pool, q)) == names


def test_most_quoted_first_over_all_pages(pool, spoken):
    whole = _names(pool, None)
    assert whole[0] == "Sergey Lavrov"
    assert len(whole) == len(set(whole)) == 6
    with pool.reading() as connection:
        first = speakers.find(connection, None, 4)
        second = speakers.find(connection, None, 4, first.next)
        with pytest.raises(InvalidCursor):
            speakers.find(connection, "lavrov", 4, first.next)
    assert [speaker["name"] for speaker in first.items + second.items] == whole
    assert second.next is None


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        pytest.param("Lavrov", {"Sergey Lavrov": 4, "Lavrov": 1}, id="a surname is the union"),
        pytest.param("Foreign Minister Lavrov", {"Sergey Lavrov": 4, "Lavrov": 1}, id="a title changes nothing"),
        pytest.param("Sergius Lavrov", {}, id="another first name"),
        pytest.param("Serguei LAVROV's", {"Sergey Lavrov": 4}, id="another spelling, possessive"),
        pytest.param("Ministry of Defence", {"the Ministry of Defence": 1}, id="without the article"),
        pytest.param("Ministry", {}, id="a word of a body's name is not the body"),
        pytest.param(".", {}, id="no word at all"),
    ],
)
def test_whom_a_name_means(pool, spoken, name, counts):
    with pool.reading() as connection:
        assert {row["name"]: row["count"] for row in speakers.matching(connection, name)} == counts


def test_an_id_means_itself(pool, spoken):
    with pool.reading() as connection:
        for speaker in speakers.find(connection, None, 10).items:
            assert [row["id"] for row in speakers.matching(connection, speaker["id"])] == [speaker["id"]]


@pytest.mark.parametrize("speaker_id", ["", "saaaaaaaaaaaaaaaa", "\0", "\ud800"])
def test_no_such_speaker(pool, speaker_id):
    with pool.reading() as connection:
        assert speakers.get(connection, speaker_id) is None


def test_names_longer_than_an_index_takes_do_not_stop_an_intake(pool, store):
    receipt = store(f'"Words." said {"Long " * 2000}Name. "More." said X{"y" * 9000} Z{"z" * 9000}.')
    assert receipt.outcome == "created"
    assert len(_names(pool, None)) == 2


def test_nothing_of_an_erased_article_is_left_in_a_speaker_of_superseded_quotes(pool, store):
    store('"One." said Sergei Lavrov [person].', url="https://example.org/1")
    store('"Two." said Sergey Lavrov [person].', url="https://example.org/2")
    store("Nobody says anything any more.", url="https://example.org/1")
    with pool.writing() as connection:
        (known,) = speakers.find(connection, None, 5).items
        (said,) = connection.execute("SELECT article_id AS id FROM quotes WHERE listed").fetchall()
        assert (known["name"], articles.erase(connection, said["id"])) == ("Sergey Lavrov", True)
        assert [row["name"] for row in connection.execute("SELECT name FROM speakers")] == ["Sergei Lavrov"]


def test_ids_lead_nowhere_once_all_who_spoke_under_them_are_erased(pool, store):
    kept = store('"One." said Anna Berg [person].').article_id
    store('"Two." said Anna Dahl [person].')
    with pool.writing() as connection:
        ids = [each["id"] for each in speakers.find(connection, None, 5).items]
        corrections.merge(connection, *ids, why="one person", key_id="k1")
    with pool.writing() as connection:
        assert speakers.redirected(connection, ids[0]) == ids[1]
        others = connection.execute("SELECT id FROM articles ORDER BY id = %s", [kept]).fetchall()
        assert [articles.erase(connection, each["id"]) for each in others] == [True, True]
        assert connection.execute("SELECT FROM speaker_redirects").fetchall() == []


def test_namings_stand_in_their_block_by_the_weight_that_decisions_give_their_articles(pool):
    counts = [0, 1, 2, 3, 4, 7, 8, 1_023, 1_024, 2**20 - 1, 2**20, 2**30]
    rows = [(f"n{count}", count) for count in counts]
    with pool.writing() as connection:
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO namings (id, sort, block, name, kind, facts, articles)"
                " VALUES (%s, 'person', 'person rn', 'Roe', 'person', '{}', %s)",
                rows,
            )
        found = connection.execute("SELECT articles, weight FROM namings ORDER BY articles").fetchall()
    assert [(row["articles"], row["weight"]) for row in found] == [(count, weight(count)) for count in counts]
