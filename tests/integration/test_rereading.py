"""Stored articles read again: ids and counts stay true, at any instant, beside whoever else writes."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from click.testing import CliRunner
from later_reader import LaterReader, Polyglot, all_but_the_first, all_said_by_bob, cut_in_three, without_last_word
from plain_reader import PlainReader
from stores import await_waiting, contents, stopped_at

from service import rereading
from service.cli import commands
from service.errors import NotFound, Unavailable
from service.intake import take_in
from service.records import Article
from service.rereading import reread
from service.store import articles, quotes, speakers
from service.store.conditions import QuoteConditions
from service.store.pool import open_pool
from service.store.texts import cut

URL = "https://news.example/story"
TEXT = (
    '"We have never denied any of it." said Ann Lee [person, minister].'
    ' "The bridge will be closed on Monday." said Cara Fox. "So it will, so it will." said the Kremlin [organisation].'
)
CHANGES = [
    pytest.param(list, id="no change"),
    pytest.param(without_last_word, id="contents that are shorter"),
    pytest.param(all_said_by_bob, id="other speakers"),
    pytest.param(all_but_the_first, id="a quote that is gone"),
    pytest.param(cut_in_three, id="other quotes"),
    pytest.param(lambda quotes: [], id="no quotes"),
]


def read_again(pool, reader, **options):
    return reread(pool, load=lambda model: reader, model=None, **options)


def listed(pool, **conditions):
    """The quotes of the whole store, in the order of their words."""
    with pool.reading() as connection:
        found = quotes.find(connection, QuoteConditions(**conditions), 200).items
    return sorted(found, key=lambda quote: (quote["article_id"], quote["selector"]["start"]))


def counted(pool):
    """All that is counted of speakers who have quotes."""
    with pool.reading() as connection:
        return speakers.find(connection, None, 200).items


def article(pool, article_id):
    with pool.reading() as connection:
        return articles.get(connection, article_id)


def test_a_quote_that_lost_a_word_keeps_its_id(pool, store):
    receipt = store(TEXT)
    before = listed(pool)
    summary = read_again(pool, LaterReader(without_last_word))
    assert str(summary) == "articles: 1 read again, 0 left; quotes: 0 kept, 3 changed, 0 new, 0 gone"
    after = listed(pool)
    assert [each["id"] for each in after] == [each["id"] for each in before]
    assert [each["text"] for each in after] == [each["text"][:-5] for each in before]
    assert {each["revision"] for each in after} == {1}
    assert article(pool, receipt.article_id)["reader"] == "plain 2"


def test_another_speaker_for_the_same_words_keeps_the_id(pool, store):
    store(TEXT)
    ids = [each["id"] for each in listed(pool)]
    read_again(pool, LaterReader(all_said_by_bob))
    assert [each["id"] for each in listed(pool, speaker=("Bob Ray",))] == ids
    assert listed(pool, speaker=("Ann Lee",)) == []
    [bob] = counted(pool)
    assert (bob["name"], bob["quotes"], bob["roles"]) == ("Bob Ray", 3, [{"role": "mayor", "count": 3}])


def test_what_is_found_no_more_stays_under_its_id_unlisted(pool, store):
    receipt = store(TEXT)
    gone, *kept = listed(pool)
    summary = read_again(pool, LaterReader(all_but_the_first))
    assert summary.quotes == {"kept": 2, "changed": 0, "new": 0, "gone": 1}
    assert listed(pool) == kept
    with pool.reading() as connection:
        assert quotes.get(connection, gone["id"]) == gone | {"listed": False}
        assert speakers.matching(connection, "Ann Lee") == []
    assert article(pool, receipt.article_id)["quotes"] == 2


def test_what_is_found_once_more_comes_back_under_its_id(pool, store):
    store(TEXT)
    before, counts = listed(pool), counted(pool)
    read_again(pool, LaterReader(all_but_the_first))
    summary = read_again(pool, LaterReader(), every=True)
    assert summary.quotes == {"kept": 2, "changed": 0, "new": 1, "gone": 0}
    assert (listed(pool), counted(pool)) == (before, counts)


def test_new_quotes_get_new_ids_and_the_old_ones_stay_with_their_words(pool, store):
    receipt = store(TEXT)
    before = {each["id"]: each for each in listed(pool)}
    summary = read_again(pool, LaterReader(cut_in_three))
    assert summary.quotes == {"kept": 0, "changed": 0, "new": 9, "gone": 3}
    after = listed(pool)
    assert not before.keys() & {each["id"] for each in after}
    assert [each["text"] for each in after] == [
        TEXT[each["selector"]["start"] : each["selector"]["end"]] for each in after
    ]
    with pool.reading() as connection:
        assert [quotes.get(connection, each)["text"] for each in before] == [each["text"] for each in before.values()]
    assert article(pool, receipt.article_id)["quotes"] == 9


@pytest.mark.parametrize("change", CHANGES)
def test_counts_are_those_of_a_store_that_was_read_so_from_the_first(pool, store, other, change):
    texts = [TEXT, TEXT + ' "And so do I." said Cara Fox [person, engineer].', '"Never again, I say." said Bob Ray.']
    for number, text in enumerate(texts):
        store(text, url=f"{URL}/{number}", published_at=f"2018-0{number + 1}")
    read_again(pool, LaterReader(change))
    fresh = open_migrated(other)
    for number, text in enumerate(texts):
        found = Article(text, url=f"{URL}/{number}", published_at=f"2018-0{number + 1}")
        take_in(fresh, LaterReader(change), found)
    assert counted(pool) == counted(fresh)
    assert words(pool) == words(fresh)
    fresh.close()


def open_migrated(url):
    from service.store.migrations import migrate

    migrate(url)
    return open_pool(url, size=2, wait=5, statement_timeout=10)


def words(pool):
    """What is listed, ids left out."""
    return [{name: value for name, value in each.items() if name != "id"} for each in listed(pool)]


@pytest.mark.parametrize("change", CHANGES)
def test_reading_again_twice_is_reading_again_once(pool, store, database_url, change):
    store(TEXT)
    read_again(pool, LaterReader(change))
    before = contents(database_url)
    summary = read_again(pool, LaterReader(change), every=True)
    assert summary.quotes["kept"] == summary.quotes.total()
    assert contents(database_url) == before


@pytest.mark.parametrize("every", [False, True])
def test_where_nothing_is_to_be_done_nothing_changes(filled, pool, every):
    before, reader = contents(filled), PlainReader()
    summary = read_again(pool, reader, every=every)
    assert contents(filled) == before
    assert summary.articles["read again"] == len(reader.read_texts) == (2 if every else 0)


def test_a_language_that_is_read_by_now(pool, store):
    receipt = store('Bonjour. "Non, je ne regrette rien." said Edith Piaf.')
    summary = read_again(pool, Polyglot())
    assert summary.quotes["new"] == 1
    row = article(pool, receipt.article_id)
    assert (row["reading"], row["language"], row["quotes"]) == ("read", "fr", 1)
    assert [each["speaker"]["name"] for each in listed(pool)] == ["Edith Piaf"]


def test_only_the_current_revision_is_read(pool, store):
    store(TEXT, url=URL)
    store('"We regret it all." said Ann Lee.', url=URL)
    superseded = next(each for each in all_quotes(pool) if not each["listed"])
    reader = LaterReader(all_said_by_bob)
    read_again(pool, reader)
    assert reader.read_texts == ['"We regret it all." said Ann Lee.']
    with pool.reading() as connection:
        assert quotes.get(connection, superseded["id"])["speaker"] == superseded["speaker"]
        rows = connection.execute("SELECT revision, reader FROM article_revisions ORDER BY revision").fetchall()
    assert [row["reader"] for row in rows] == ["plain 1", "plain 2"]


def all_quotes(pool):
    with pool.reading() as connection:
        ids = connection.execute("SELECT id FROM quotes ORDER BY id").fetchall()
        return [quotes.get(connection, row["id"]) for row in ids]


def test_a_text_that_comes_back_brings_the_ids_that_were_kept(pool, store):
    store(TEXT, url=URL)
    read_again(pool, LaterReader(without_last_word))
    ids = [each["id"] for each in listed(pool)]
    store('"We regret it all." said Ann Lee.', url=URL)
    take_in(pool, LaterReader(without_last_word), Article(TEXT, url=URL))
    assert [each["id"] for each in listed(pool)] == ids
    assert {each["revision"] for each in listed(pool)} == {3}


def test_only_the_articles_that_are_named(pool, store):
    ids = [store(TEXT, url=f"{URL}/{number}").article_id for number in range(3)]
    assert read_again(pool, LaterReader(), articles=[ids[1]]).articles == {"read again": 1}
    assert [article(pool, each)["reader"] for each in ids] == ["plain 1", "plain 2", "plain 1"]


def test_an_article_that_is_not_stored_is_named_and_none_is_read(pool, store):
    stored, reader = store(TEXT).article_id, LaterReader()
    with pytest.raises(NotFound, match="no article anothing is stored"):
        read_again(pool, reader, articles=[stored, "anothing"])
    assert reader.read_texts == []


def test_more_articles_than_a_page_holds(pool, store, monkeypatch):
    monkeypatch.setattr(rereading, "_PAGE", 2)
    for number in range(5):
        store(TEXT, url=f"{URL}/{number}")
    assert read_again(pool, LaterReader()).articles == {"read again": 5}


def load_later(model: Path | None) -> LaterReader:
    return LaterReader(all_said_by_bob)


def test_on_several_processes(pool, store):
    for number in range(12):
        store(f"{TEXT} {number}", url=f"{URL}/{number}")
    summary = reread(pool, load=load_later, model=None, processes=2)
    assert summary.articles == {"read again": 12}
    assert {each["speaker"]["name"] for each in listed(pool)} == {"Bob Ray"}


def test_broken_off_it_goes_on_from_there(pool, store, capsys):
    for number in range(4):
        store(f"{TEXT} {number}", url=f"{URL}/{number}")

    def interrupt(text):
        if len(reader.read_texts) == 2:
            raise KeyboardInterrupt

    reader = LaterReader(first=interrupt)
    with pytest.raises(KeyboardInterrupt):
        read_again(pool, reader)
    assert capsys.readouterr().out.count("read again") == 2
    again = LaterReader()
    assert read_again(pool, again).articles == {"read again": 2}
    assert not set(again.read_texts) & set(reader.read_texts)


CHILD = f"""
import sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from later_reader import LaterReader, all_said_by_bob
from service.rereading import reread
from service.store.pool import open_pool

pool = open_pool(sys.argv[1], size=1, wait=5, statement_timeout=60)
reread(pool, load=lambda model: LaterReader(all_said_by_bob), model=None)
"""


@pytest.mark.parametrize("table", ["speakers", "quotes", "speaker_roles", "article_revisions"])
def test_killed_within_a_transaction_it_has_changed_nothing_and_goes_on(pool, store, database_url, table):
    store(TEXT, url=URL)
    before = contents(database_url)
    with stopped_at(database_url, table, "SHARE"):
        child = subprocess.Popen([sys.executable, "-c", CHILD, database_url])
        await_waiting(database_url)
        child.kill()
        child.wait()
    assert contents(database_url) == before
    assert read_again(pool, LaterReader(all_said_by_bob)).articles == {"read again": 1}
    assert [speaker["name"] for speaker in counted(pool)] == ["Bob Ray"]


def test_two_at_once_share_the_work(pool, store):
    for number in range(6):
        store(f"{TEXT} {number}", url=f"{URL}/{number}")
    both, first = threading.Barrier(2), min(texts(pool).items())[1]

    def meet(text):
        # Both hold the text of the first article before either stores it.
        if text == first:
            both.wait(60)

    with ThreadPoolExecutor(2) as threads:
        readers = [LaterReader(all_said_by_bob, first=meet) for _ in range(2)]
        found = list(threads.map(lambda reader: read_again(pool, reader), readers))
    assert sum(summary.articles["read again"] for summary in found) == 6
    assert sum(summary.articles["left"] for summary in found) >= 1
    assert [(speaker["name"], speaker["quotes"]) for speaker in counted(pool)] == [("Bob Ray", 18)]


def texts(pool):
    with pool.reading() as connection:
        rows = connection.execute("SELECT id FROM articles").fetchall()
        return {row["id"]: cut(connection, row["id"])["text"] for row in rows}


def test_an_article_that_is_revised_meanwhile_is_left_to_its_intake(pool, store, capsys):
    store(TEXT, url=URL)
    reader = LaterReader(all_said_by_bob, first=lambda text: store('"We regret it all." said Cara Fox.', url=URL))
    assert read_again(pool, reader).articles == {"left": 1}
    assert "left a" in capsys.readouterr().out
    [quote] = listed(pool)
    assert (quote["revision"], quote["speaker"]["name"]) == (2, "Cara Fox")
    assert read_again(pool, LaterReader(all_said_by_bob)).articles == {"read again": 1}
    assert [each["speaker"]["name"] for each in listed(pool)] == ["Bob Ray"]


def test_an_article_that_is_erased_meanwhile_stays_erased(pool, store, database_url):
    stored = store(TEXT, url=URL).article_id

    def erase(text):
        with pool.writing() as connection:
            articles.erase(connection, stored)

    assert read_again(pool, LaterReader(first=erase)).articles == {"left": 1}
    assert contents(database_url)["quotes"] == []


def test_beside_intakes_of_the_same_speakers_counts_stay_true(pool, store):
    for number in range(8):
        store(f"{TEXT} {number}", url=f"{URL}/{number}")
    with ThreadPoolExecutor(3) as threads:
        done = threads.submit(read_again, pool, LaterReader(all_said_by_bob))
        list(threads.map(lambda number: store(f"{TEXT} {number} Again.", url=f"{URL}/{number}"), range(8)))
        done.result()
    read_again(pool, LaterReader(all_said_by_bob))
    assert [(speaker["name"], speaker["quotes"]) for speaker in counted(pool)] == [("Bob Ray", 24)]


def test_a_database_that_goes_away_tells_how_far_it_came(pool, store, monkeypatch):
    for number in range(2):
        store(TEXT, url=f"{URL}/{number}")
    real, locked = rereading.stored.lock, []

    def lost_at_the_second(*given):
        locked.append(given)
        if len(locked) == 2:
            raise Unavailable("the database is away")
        return real(*given)

    monkeypatch.setattr(rereading.stored, "lock", lost_at_the_second)
    with pytest.raises(Unavailable, match=r"the database is away \(until then: articles: 1 read again, 0 left;"):
        read_again(pool, LaterReader())


@pytest.fixture
def command(monkeypatch, database_url):
    """Runs `onrecord reread` with a later reader on the store of the test."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setattr("service.analysis.load_analyst", load_later)
    return lambda *words: CliRunner().invoke(commands, ["reread", *words])


def test_the_command_tells_of_each_article_and_sums_up(store, command):
    stored = store(TEXT).article_id
    assert command().stdout.splitlines() == [
        f"read again {stored} (0 kept, 3 changed, 0 new, 0 gone)",
        "articles: 1 read again, 0 left; quotes: 0 kept, 3 changed, 0 new, 0 gone",
    ]
    assert command().stdout == "articles: 0 read again, 0 left; quotes: 0 kept, 0 changed, 0 new, 0 gone\n"
    assert command("--all", "--article", stored).stdout.startswith(f"read again {stored} (3 kept, ")


def test_the_command_refuses_an_article_that_is_not_stored(store, command):
    store(TEXT)
    done = command("--article", "anothing")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "Error: no article anothing is stored\n")
