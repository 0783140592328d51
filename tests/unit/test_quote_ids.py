"""The ids of quotes: one's own for words never read before, the old one for words that stay, never another's."""

import re

import pytest
from hypothesis import assume, given
from test_matching import NEW, OLD, overlap, readings

from service.matching import Placed
from service.quote_ids import StoredQuotes, quote_id, settled
from service.records import Mention, Quote


def quote(*content, speaker=None):
    return Quote(
        content, (), None, (speaker,) if speaker else (), None, "indirect", "assert", True, "attributed", "", (), 1
    )


def test_ids_sort_backwards_by_the_first_word():
    ids = [quote_id("a1", "f00", quote((start, start + 9))) for start in (0, 9, 100, 10_000_000)]
    assert ids == sorted(ids, reverse=True)
    assert all(re.fullmatch(r"a1\.[0-9a-f]{15}", each) for each in ids)


@pytest.mark.parametrize(
    ("sha256", "other"),
    [
        pytest.param("f01", quote((0, 9)), id="another text"),
        pytest.param("f00", quote((0, 8)), id="other words"),
        pytest.param("f00", quote((0, 9), speaker=Mention("Ann Lee", (20, 27))), id="another speaker"),
    ],
)
def test_what_makes_an_id(sha256, other):
    assert quote_id("a1", sha256, other) != quote_id("a1", "f00", quote((0, 9)))


def place(name, *content):
    return Placed(name.ljust(12, "0"), content)


A, B, C = place("a", (0, 10)), place("b", (20, 30)), place("c", (40, 50))


@pytest.mark.parametrize(
    ("new", "listed", "withdrawn", "ids"),
    [
        pytest.param([A, B], [], [], [A.id, B.id], id="nothing stored"),
        pytest.param([A, C], [A, B], [], [A.id, C.id], id="one kept, one gone, one new"),
        pytest.param([place("x", (0, 8))], [A], [], [A.id], id="a word less"),
        pytest.param([place("x", (0, 8))], [], [A], [A.id], id="found again, though a word less"),
        pytest.param([place("x", (0, 8))], [A], [place("w", (0, 8))], [A.id], id="what is listed goes first"),
        pytest.param([place("x", (0, 8)), C], [A], [C], [A.id, C.id], id="one listed, one found again"),
    ],
)
def test_kept_ids(new, listed, withdrawn, ids):
    taken = {each.id for each in (*listed, *withdrawn)}
    assert settled(new, StoredQuotes(listed, withdrawn, taken)) == ids


def test_an_id_that_other_words_have_is_not_given_again():
    moved, first = place("a", (100, 110)), place("a", (0, 10))
    [found] = settled([first], StoredQuotes([moved], [], {moved.id}))
    assert found != moved.id
    assert found[:-8] == first.id[:-8], "it stands where its words begin"
    [again] = settled([first], StoredQuotes([moved], [], {moved.id, found}))
    assert again not in {moved.id, found}


def test_an_id_of_another_text_of_the_article_is_not_given_again():
    assert settled([A], StoredQuotes([], [], {A.id})) != [A.id]


@given(OLD, readings("mnopqrst"), NEW)
def test_no_id_moves_to_other_words_and_none_is_given_twice(listed, withdrawn, new):
    stored = {each.id: each for each in (*listed, *withdrawn)}
    ids = settled(new, StoredQuotes(listed, withdrawn, set(stored)))
    assert len(set(ids)) == len(new)
    for found, each in zip(ids, new, strict=True):
        assert found not in stored or overlap(stored[found], each) >= 0.5


@given(OLD, NEW)
def test_reading_the_same_again_moves_nothing(listed, new):
    assume(len({each.content for each in new}) == len(new))
    first = settled(new, StoredQuotes(listed, [], {each.id for each in listed}))
    now = [Placed(found, each.content) for found, each in zip(first, new, strict=True)]
    taken = {each.id for each in listed} | set(first)
    withdrawn = [each for each in listed if each.id not in first]
    assert settled(new, StoredQuotes(now, withdrawn, taken)) == first
