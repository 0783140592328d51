"""Many things done at once come out in order, with what was raised, and never far ahead of who takes them."""

import json
import threading
from pathlib import Path

import pytest

from service.extraction.ahead import in_order
from service.extraction.reader import load_reader

NEWSROOM = Path(__file__).resolve().parents[2] / "seeds" / "newsroom.jsonl"
THREADS = [1, 2, 5]


@pytest.mark.parametrize("threads", THREADS)
@pytest.mark.parametrize("items", [[], [3], list(range(20))], ids=["none", "one", "many"])
def test_results_come_in_the_order_of_the_items(items, threads):
    assert list(in_order(lambda item: item * 2, items, threads)) == [item * 2 for item in items]


@pytest.mark.parametrize("threads", THREADS)
def test_what_is_raised_is_raised_in_its_place(threads):
    found = in_order(lambda item: 6 // item, [1, 2, 0, 3], threads)
    assert [next(found), next(found)] == [6, 3]
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_no_more_is_begun_than_there_are_threads_until_a_result_is_taken():
    begun = []
    found = in_order(lambda item: begun.append(item), range(100), 3)
    next(found)
    assert len(begun) <= 4
    found.close()


def test_two_items_are_worked_on_at_once():
    both_are_here = threading.Barrier(2, timeout=60)  # broken, and raised, if one waits for the other to end
    assert sorted(in_order(lambda _: both_are_here.wait(), [1, 2], 2)) == [0, 1]


def test_an_article_reads_the_same_however_many_parts_are_heard_at_once():
    articles = map(json.loads, NEWSROOM.open(encoding="utf-8"))
    text = "\n\n".join(article["text"] for article in articles)
    assert load_reader(threads=4).read(text) == load_reader().read(text)
