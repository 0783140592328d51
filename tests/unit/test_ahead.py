"""Many things done at once come out in order, with what was raised, and never far ahead of who takes them."""

import json
import threading
from pathlib import Path

import pytest

from service.extraction.ahead import Helpers
from service.extraction.reader import load_reader

NEWSROOM = Path(__file__).resolve().parents[2] / "seeds" / "newsroom.jsonl"
THREADS = [1, 2, 5]


@pytest.mark.parametrize("threads", THREADS)
@pytest.mark.parametrize("items", [[], [3], list(range(20))], ids=["none", "one", "many"])
def test_results_come_in_the_order_of_the_items(items, threads):
    assert list(Helpers(threads).in_order(lambda item: item * 2, items)) == [item * 2 for item in items]


@pytest.mark.parametrize("threads", THREADS)
def test_what_is_raised_is_raised_in_its_place(threads):
    found = Helpers(threads).in_order(lambda item: 6 // item, [1, 2, 0, 3])
    assert [next(found), next(found)] == [6, 3]
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_no_more_is_begun_than_there_are_threads_until_a_result_is_taken():
    begun = []
    found = Helpers(3).in_order(lambda item: begun.append(item), range(100))
    next(found)
    assert len(begun) <= 3
    found.close()


def test_nobody_waits_for_helpers_who_are_busy_with_the_work_of_another():
    helpers, at_work, over = Helpers(2), threading.Event(), threading.Event()

    def hold(_: int) -> None:
        at_work.set()
        over.wait(60)

    other = threading.Thread(target=lambda: list(helpers.in_order(hold, [1, 2])))
    other.start()
    assert at_work.wait(60)
    assert list(helpers.in_order(lambda item: item * 2, [1, 2, 3])) == [2, 4, 6]
    assert other.is_alive()
    over.set()
    other.join()


def test_what_nobody_needs_any_more_is_not_begun():
    helpers, begun, over = Helpers(2), [], threading.Event()
    helpers._others.submit(over.wait, 60)
    found = helpers.in_order(begun.append, range(5))
    next(found)
    found.close()
    over.set()
    helpers._others.shutdown()
    assert begun == [0]


def test_two_items_are_worked_on_at_once():
    both_are_here = threading.Barrier(2, timeout=60)  # broken, and raised, if one waits for the other to end
    assert sorted(Helpers(2).in_order(lambda _: both_are_here.wait(), [1, 2])) == [0, 1]


def test_an_article_reads_the_same_however_many_parts_are_heard_at_once():
    articles = map(json.loads, NEWSROOM.open(encoding="utf-8"))
    text = "\n\n".join(article["text"] for article in articles)
    assert load_reader(threads=4).read(text) == load_reader().read(text)
