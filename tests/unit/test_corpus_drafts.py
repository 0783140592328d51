"""The made-up newsroom of the benchmarks: the same for a seed, and like news in what is common and what is rare."""

from collections import Counter
from dataclasses import replace

import pytest
from benchmarks.corpus.drafts import block, plan
from benchmarks.corpus.words import seldom, shares, vocabulary


@pytest.fixture(scope="module")
def newsroom():
    return plan(3, 20_000)


@pytest.fixture(scope="module")
def drafts(newsroom):
    return list(block(newsroom, 1))


def test_a_block_is_the_same_alone_and_after_others(newsroom, drafts):
    again = plan(3, 20_000)
    list(block(again, 0))
    found = list(block(again, 1))
    assert [draft.article for draft in found] == [draft.article for draft in drafts]
    assert [draft.reading for draft in found] == [draft.reading for draft in drafts]


def test_another_seed_writes_another_newsroom(newsroom, drafts):
    other = next(block(replace(newsroom, seed=4), 1))
    assert other.article.text != drafts[0].article.text


def test_every_span_holds_what_it_says(drafts):
    for draft in drafts:
        text = draft.article.text
        for quote, words in zip(draft.reading.quotes, draft.words, strict=True):
            ((start, end),) = quote.content
            assert text[start:end].lower().translate({0x201C: None, 0x201D: None}).split() == words
            assert all(text[slice(*mention.span)] in mention.forms for mention in quote.speakers)
            assert quote.cue is None or text[slice(*quote.cue)].islower()


def test_a_few_speakers_say_much_and_many_say_little(drafts):
    said = Counter(quote.speakers[0].name for draft in drafts for quote in draft.reading.quotes if quote.speakers)
    counts = sorted(said.values(), reverse=True)
    assert counts[0] > 10 * counts[len(counts) // 2]


def test_some_quotes_are_disputed_and_some_are_printed_twice(drafts):
    words = Counter(tuple(words[:8]) for draft in drafts for words in draft.words if len(words) > 7)
    assert sum(len(draft.reading.disputes) for draft in drafts) > 20
    assert sum(number > 1 for number in words.values()) > 100


def test_no_two_words_are_one():
    words = [*vocabulary(), *map(seldom, range(50_000))]
    assert len(set(words)) == len(words)


def test_shares_end_at_one():
    assert shares(10)[-1] == 1
