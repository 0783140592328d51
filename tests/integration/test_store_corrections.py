"""What curators change, that it lasts over later intakes, and that all of it can be taken back."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from service.errors import Conflict, InvalidCorrection, NotFound
from service.store import correction_log, corrections, quotes, speakers
from service.store.quotes import QuoteConditions

WHY = {"why": "one person", "key_id": "k1"}


@pytest.fixture
def ids(pool, store):
    store('"One." said Anna Berg [person, mayor].', published_at="2018")
    store('"Two." said Anna Dahl [person, mayor].', published_at="2019")
    return _ids(pool)


def _ids(pool) -> dict[str, str]:
    with pool.reading() as connection:
        return {each["name"]: each["id"] for each in speakers.find(connection, None, 50).items}


def _merged(pool, one: str, other: str) -> dict:
    with pool.writing() as connection:
        return corrections.merge(connection, one, other, **WHY)


def _undone(pool, correction: dict) -> None:
    with pool.writing() as connection:
        corrections.undo(connection, correction["id"], key_id="k2")


def _speaker(pool, speaker_id: str) -> dict:
    with pool.reading() as connection:
        return speakers.get(connection, speaker_id)


def test_a_merge_joins_all_quotes_and_leaves_the_old_id_as_a_way_there(pool, ids):
    made = _merged(pool, ids["Anna Dahl"], ids["Anna Berg"])
    assert (made["type"], made["from"], made["to"]) == ("merge", {"id": ids["Anna Dahl"]}, {"id": ids["Anna Berg"]})
    assert (made["why"], made["key_id"], made["undone_at"]) == ("one person", "k1", None)
    assert _speaker(pool, ids["Anna Dahl"]) is None
    forms = {form["name"] for form in _speaker(pool, ids["Anna Berg"])["names"]}
    assert forms == {"Anna Berg", "Anna Dahl", "Berg", "Dahl"}
    with pool.reading() as connection:
        assert speakers.redirected(connection, ids["Anna Dahl"]) == ids["Anna Berg"]
        for name in (ids["Anna Dahl"], "Anna Dahl", "Dahl"):
            assert [row["id"] for row in speakers.matching(connection, name)] == [ids["Anna Berg"]]


def test_a_merge_lasts_over_later_articles(pool, store, ids):
    _merged(pool, ids["Anna Dahl"], ids["Anna Berg"])
    store('"Three." said Anna Dahl [person, mayor].')
    store('"Four." said Anna Dahl.')
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 4
    assert set(_ids(pool)) == {"Anna Dahl"}  # the form now most often printed


def test_a_merge_lasts_where_a_second_surname_leads_to_its_block(pool, store):
    for said in ("Ivo Kell [person, baker]", "Ivo Moor [person, baker]", "Anna Dahl-Kell [person, Czech minister]"):
        store(f'"Words." said {said}.')
    ids = _ids(pool)
    _merged(pool, ids["Ivo Moor"], ids["Ivo Kell"])
    store('"More." said Anna Dahl [person, Czech minister].')
    assert sorted(_speaker(pool, each)["quotes"] for each in _ids(pool).values()) == [2, 2]
    assert _speaker(pool, ids["Ivo Kell"])["quotes"] == 2


def test_a_merge_can_be_taken_back(pool, store, ids):
    made = _merged(pool, ids["Anna Dahl"], ids["Anna Berg"])
    store('"Three." said Anna Dahl [person, mayor].')
    _undone(pool, made)
    assert _ids(pool) == ids
    assert [_speaker(pool, each)["quotes"] for each in (ids["Anna Berg"], ids["Anna Dahl"])] == [1, 2]
    with pool.reading() as connection:
        assert speakers.redirected(connection, ids["Anna Dahl"]) is None
        assert [each["undone_by"] for each in correction_log.find(connection, 10).items] == ["k2"]
    with pytest.raises(Conflict, match="undone already"):
        _undone(pool, made)


def test_a_body_merged_into_a_person_leaves_a_person(pool, store, ids):
    store('"Three." said the Harbour Board [organisation].')
    board = next(each for name, each in _ids(pool).items() if "Board" in name)
    made = _merged(pool, board, ids["Anna Berg"])
    assert (_speaker(pool, ids["Anna Berg"])["kind"], _speaker(pool, ids["Anna Berg"])["quotes"]) == ("person", 2)
    _undone(pool, made)
    assert [_speaker(pool, each)["kind"] for each in (board, ids["Anna Berg"])] == ["organisation", "person"]


def test_a_bare_surname_can_be_merged_for_its_article_alone(pool, store, ids):
    store('"Three." said Berg.')
    store('"Four." said Berg.')
    with pool.reading() as connection:
        bare, other = [row["id"] for row in speakers.matching(connection, "Berg") if row["name"] == "Berg"]
    made = _merged(pool, bare, ids["Anna Berg"])
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 2
    assert _speaker(pool, other)["quotes"] == 1
    _undone(pool, made)
    assert _speaker(pool, bare)["quotes"] == 1


def test_two_merges_into_one_at_a_time_lose_nothing(pool, store, ids):
    store('"Three." said Anna Falk [person, mayor].')
    ids = _ids(pool)
    target = ids.pop("Anna Berg")
    with ThreadPoolExecutor(2) as several:
        list(several.map(lambda one: _merged(pool, one, target), ids.values()))
    assert _speaker(pool, target)["quotes"] == 3


def test_a_merge_with_what_someone_else_merged_meanwhile_is_told(pool, ids):
    _merged(pool, ids["Anna Dahl"], ids["Anna Berg"])
    for one, other in ((ids["Anna Dahl"], ids["Anna Berg"]), (ids["Anna Berg"], ids["Anna Dahl"])):
        with pytest.raises(Conflict, match="was merged"):
            _merged(pool, one, other)
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 2


def test_what_cannot_be_merged(pool, ids):
    with pytest.raises(InvalidCorrection, match="itself"):
        _merged(pool, ids["Anna Berg"], ids["Anna Berg"])
    with pytest.raises(NotFound):
        _merged(pool, "saaaaaaaaaaaaaaaa", ids["Anna Berg"])
    with pytest.raises(InvalidCorrection, match="no speaker"):
        _merged(pool, ids["Anna Berg"], "saaaaaaaaaaaaaaaa")
    assert _ids(pool) == ids


def test_articles_are_split_off_and_come_back(pool, store, ids):
    store('"Three." said Anna Berg [person, mayor].', url="https://example.org/3")
    with pool.writing() as connection:
        articles = {quote["article_id"] for quote in _quotes(connection, ids["Anna Berg"])}
        chosen = sorted(articles)[:1]
        made = corrections.split(connection, ids["Anna Berg"], articles=chosen, why=None, key_id="k1")
    assert _speaker(pool, made["to"]["id"])["quotes"] == _speaker(pool, ids["Anna Berg"])["quotes"] == 1
    store('"Five." said Anna Berg [person, mayor].')
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 2
    _undone(pool, made)
    assert _speaker(pool, made["to"]["id"]) is None
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 3


def test_forms_are_split_off_for_later_articles_too(pool, store, ids):
    store('"Three." said Anna Maria Berg [person, mayor].')
    with pool.writing() as connection:
        made = corrections.split(connection, ids["Anna Berg"], forms=["Anna Maria Berg"], why=None, key_id="k1")
    store('"Four." said Anna Maria Berg [person, mayor].')
    assert _speaker(pool, made["to"]["id"])["quotes"] == 2
    assert _speaker(pool, ids["Anna Berg"])["quotes"] == 1


@pytest.mark.parametrize(
    ("part", "match"),
    [
        pytest.param({"forms": ["Nobody"]}, "none of this", id="a form of no one"),
        pytest.param({"articles": ["a1"]}, "none of this", id="an article of no one"),
        pytest.param({"forms": ["anna berg"]}, "nothing would be left", id="all of it"),
    ],
)
def test_what_cannot_be_split(pool, ids, part, match):
    with pytest.raises(InvalidCorrection, match=match), pool.writing() as connection:
        corrections.split(connection, ids["Anna Berg"], **part, **WHY)
    assert _ids(pool) == ids


def test_a_chosen_name_stays_and_goes_back_in_order(pool, store, ids):
    with pool.writing() as connection:
        (first,) = corrections.choose(connection, ids["Anna Berg"], {"name": "A. Berg"}, **WHY)
        (second,) = corrections.choose(connection, ids["Anna Berg"], {"name": "Mayor Berg", "same_as": None}, **WHY)
    store('"Three." said Anna Berg [person, mayor].')
    assert _speaker(pool, ids["Anna Berg"])["name"] == "Mayor Berg"
    with pytest.raises(Conflict, match=second["id"]):
        _undone(pool, first)
    _undone(pool, second)
    assert _speaker(pool, ids["Anna Berg"])["name"] == "A. Berg"
    _undone(pool, first)
    assert _speaker(pool, ids["Anna Berg"])["name"] == "Anna Berg"


def _quotes(connection, speaker_id: str) -> list[dict]:
    return quotes.find(connection, QuoteConditions(speaker=(speaker_id,)), 50).items
