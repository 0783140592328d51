"""Printings of one statement: grouped at intake whatever the order, and apart again when what tied them goes."""

from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stores import ask

from service.errors import InvalidCursor
from service.intake import take_in
from service.records import Article
from service.rereading import reread
from service.store import articles, grouping, variants

WHOLE = "The ferry was carrying four hundred passengers and the inspectors never went aboard it"
CUT = "the inspectors never went aboard it"
CHANGED = "The ferry carried four hundred passengers and the inspectors never went aboard it"
MORE = f"{WHOLE} before the storm came"
OTHER = "The harvest was the best that this valley has seen for eleven years"
SHORT = "We count votes"


def article(number, *said, day="2018-03-01", name="Ann Lee"):
    text = "\n".join(f'"{words}" said {name} [person].' for words in said)
    return Article(text, url=f"https://example.org/{number}", publisher=f"Outlet {number}", published_at=day)


@pytest.fixture
def store(pool, reader):
    """Takes articles in: store(number, words, day=..., name=...) -> id of its first quote."""

    def taken_in(number, *said, **fields):
        found = take_in(pool, reader, article(number, *said, **fields)).article_id
        with pool.reading() as connection:
            rows = connection.execute(
                "SELECT id FROM quotes WHERE article_id = %s AND listed ORDER BY id DESC", [found]
            )
            return rows.fetchone()["id"]

    return taken_in


def groups(url):
    """The sets of words that are one statement."""
    rows = ask(
        url,
        "SELECT array_agg(q.text ORDER BY q.text) AS texts FROM quote_prints p JOIN quotes q USING (article_id, id)"
        " WHERE p.statement_id IS NOT NULL GROUP BY p.statement_id",
    )
    return sorted(row["texts"] for row in rows)


def check_whole(url):
    """Every quote has its print, every listed one a statement that goes by its least id."""
    assert ask(url, "SELECT FROM quotes q WHERE NOT EXISTS (SELECT FROM quote_prints p WHERE p.id = q.id)") == []
    wrong = """SELECT q.id FROM quotes q JOIN quote_prints p USING (article_id, id)
               WHERE q.listed <> (p.statement_id IS NOT NULL) OR p.time_order <> q.time_order
                  OR p.published_from IS DISTINCT FROM q.published_from"""
    assert ask(url, wrong) == []
    least = "SELECT statement_id FROM quote_prints GROUP BY statement_id HAVING min(id) <> statement_id"
    assert ask(url, least) == []


def printings(pool, quote_id, limit=50, after=None):
    with pool.reading() as connection:
        page, told = variants.find(connection, quote_id, limit, after)
    return page, told


def erase(pool, quote_id):
    with pool.writing() as connection:
        assert articles.erase(connection, quote_id.partition(".")[0])


def test_who_cut_or_changed_what(pool, store, database_url):
    first = store(1, WHOLE, day="2018-03-01")
    for number, words in enumerate((CUT, CHANGED, MORE, WHOLE), 2):
        store(number, words, day=f"2018-03-0{number}")
    store(9, OTHER)
    page, told = printings(pool, first)
    assert (told["earliest"]["id"], told["count"], told["publishers"]) == (first, 5, 5)
    assert [row["kind"] for row in page.items] == ["same", "cut", "changed", "added", "same"]
    cut = page.items[1]["differences"]
    assert [(each["operation"], each["asked"]) for each in cut] == [("dropped", None), ("same", CUT)]
    assert cut[0]["printed"] == "The ferry was carrying four hundred passengers and"
    assert page.items[3]["differences"][-1] == {"operation": "added", "asked": "before the storm came", "printed": None}
    check_whole(database_url)


def test_a_page_goes_on_where_the_one_before_ended(pool, store):
    quotes = [store(number, WHOLE, day=f"2018-03-{number:02}") for number in range(1, 8)]
    found, after = [], None
    while True:
        page, told = printings(pool, quotes[3], 3, after)
        assert told["earliest"]["id"] == quotes[0]
        found += [row["quote"]["id"] for row in page.items]
        if page.next is None:
            break
        after = page.next
    assert found == quotes
    other = store(9, OTHER)
    with pytest.raises(InvalidCursor):
        printings(pool, other, 3, after)


def test_an_undated_printing_stands_last(pool, store):
    undated = store(1, WHOLE, day=None)
    dated = store(2, WHOLE)
    page, told = printings(pool, undated)
    assert (told["earliest"]["id"], [row["quote"]["id"] for row in page.items]) == (dated, [dated, undated])


def test_a_speaker_who_differs_is_told(pool, store):
    store(1, WHOLE)
    found = store(2, WHOLE, name="Bob Ray", day="2018-03-02")
    store(3, WHOLE, name="nobody", day="2018-03-03")
    assert [row["speaker"] for row in printings(pool, found)[0].items] == ["same", "other", "unknown"]


@pytest.mark.parametrize(
    ("one", "other", "tied"),
    [
        pytest.param((WHOLE, {}), (WHOLE, {"day": "2019-03-01"}), True, id="a year later by the same"),
        pytest.param((WHOLE, {}), (WHOLE, {"day": "2019-03-01", "name": "Bob Ray"}), False, id="by another"),
        pytest.param((WHOLE, {}), (WHOLE, {"day": "2018-03-31", "name": "Bob Ray"}), True, id="within a month"),
        pytest.param((WHOLE, {}), (WHOLE, {"day": None, "name": "Bob Ray"}), True, id="without a date"),
        pytest.param((WHOLE, {}), (WHOLE.upper(), {}), True, id="in capitals"),
        pytest.param((WHOLE, {}), (OTHER, {}), False, id="other words"),
        pytest.param((SHORT, {}), (SHORT, {}), True, id="short, of one day"),
        pytest.param((SHORT, {}), (SHORT, {"day": "2018-03-20"}), False, id="short, weeks later"),
        pytest.param((SHORT, {}), (SHORT, {"name": "Bob Ray"}), False, id="short, of another"),
        pytest.param((SHORT, {}), (f"{SHORT} twice", {}), False, id="short, and changed"),
        pytest.param((CUT, {}), (f"{OTHER} {OTHER} {OTHER} {CUT}", {}), False, id="a small part of a speech"),
    ],
)
def test_what_is_one_statement(one, other, tied, store, database_url):
    for number, (words, fields) in enumerate((one, other)):
        store(number, words, **fields)
    assert len(groups(database_url)) == (1 if tied else 2)
    check_whole(database_url)


def test_one_article_that_names_two_speakers_means_two(store, pool, reader, database_url):
    text = f'"{WHOLE}" said Ann Lee [person].\n"{CHANGED}" said Bob Ray [person].'
    take_in(pool, reader, Article(text, published_at="2018-03-01"))
    assert len(groups(database_url)) == 2


def test_any_order_gives_the_same_statements(pool, reader, database_url):
    every = [
        article(1, WHOLE),
        article(2, CUT, OTHER),
        article(3, CHANGED, day="2018-03-20"),
        article(4, MORE, day=None),
    ]
    seen = []
    for order in permutations(every):
        ids = [take_in(pool, reader, each).article_id for each in order]
        seen.append(ask(database_url, "SELECT id, statement_id FROM quote_prints ORDER BY id"))
        with pool.writing() as connection:
            for each in ids:
                articles.erase(connection, each)
        assert ask(database_url, "SELECT FROM quote_prints") == []
    assert all(each == seen[0] for each in seen)


SAID = st.lists(st.sampled_from([WHOLE, CUT, CHANGED, MORE, OTHER, SHORT, WHOLE + " " + OTHER]), min_size=1, max_size=3)
DAYS = st.sampled_from(["2018-03-01", "2018-03-06", "2018-04-20", "2018", None])
ARTICLES = st.lists(st.tuples(SAID, DAYS, st.sampled_from(["Ann Lee", "Bob Ray"])), min_size=2, max_size=6)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARTICLES, st.randoms(use_true_random=False), st.integers(0, 5))
def test_comings_and_goings_leave_what_is_there(pool, reader, database_url, drawn, chance, gone):
    """Whatever came first, and whatever came and went between, the groups are those of what is stored."""
    every = [article(number, *said, day=day, name=name) for number, (said, day, name) in enumerate(drawn)]
    kept = [each for number, each in enumerate(every) if number != gone % len(every)]
    seen = []
    for coming in (kept, chance.sample(every, len(every))):
        ids = {each: take_in(pool, reader, each).article_id for each in coming}
        with pool.writing() as connection:
            for each in set(ids) - set(kept):
                articles.erase(connection, ids[each])
        seen.append(ask(database_url, "SELECT id, statement_id FROM quote_prints ORDER BY id"))
        check_whole(database_url)
        with pool.writing() as connection:
            for each in ids.values():
                articles.erase(connection, each)
    assert seen[0] == seen[1]


def test_what_tied_two_printings_goes(pool, store, database_url):
    bridge = f"{CUT} {OTHER}"
    store(1, CUT)
    middle = store(2, bridge)
    store(3, OTHER)
    assert len(groups(database_url)) == 1
    erase(pool, middle)
    assert groups(database_url) == [[OTHER], [CUT]]
    check_whole(database_url)


def test_a_new_text_or_date_ties_anew(pool, store, database_url):
    store(1, WHOLE)
    store(2, WHOLE, day="2018-03-02", name="Bob Ray")
    assert len(groups(database_url)) == 1
    store(2, WHOLE, day="2019-03-02", name="Bob Ray")
    assert len(groups(database_url)) == 2
    store(2, OTHER, day="2019-03-02", name="Bob Ray")
    assert groups(database_url) == [[WHOLE], [OTHER]]
    check_whole(database_url)


def test_of_a_replaced_quote_there_are_no_printings(pool, store):
    old = store(1, WHOLE)
    store(1, OTHER)
    page, told = printings(pool, old)
    assert (page.items, told["count"], told["earliest"]) == ([], 0, None)


def test_a_reader_that_finds_less_takes_printings_away(pool, store, reader, database_url):
    store(1, WHOLE, CUT)
    store(2, WHOLE)

    class Blind:
        version = "blind"

        def read(self, text):
            found = reader.read(text)
            return type(found)(found.status, found.language, self.version, found.quotes[1:])

    reread(pool, load=lambda _: Blind(), model=None)
    assert groups(database_url) == [[CUT]]
    check_whole(database_url)
    reread(pool, load=lambda _: reader, model=None)
    assert groups(database_url) == [[WHOLE, WHOLE, CUT]]
    check_whole(database_url)


def test_many_at_once_miss_nobody(pool, reader, database_url):
    every = [article(number, WHOLE, OTHER) for number in range(8)]
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda each: take_in(pool, reader, each), every))
    assert [len(texts) for texts in groups(database_url)] == [8, 8]
    check_whole(database_url)


def test_beside_a_list_stand_the_first_few(pool, store):
    quotes = [store(number, WHOLE, day=f"2018-03-{number:02}") for number in range(1, 9)]
    lone = store(9, OTHER)
    with pool.reading() as connection:
        found = variants.variants_of(connection, [quotes[7], lone, "a.b"])
    assert set(found) == {quotes[7], lone}
    assert (found[quotes[7]]["count"], found[quotes[7]]["earliest"], found[lone]["count"]) == (8, quotes[0], 1)
    assert [row["quote"]["id"] for row in found[quotes[7]]["items"]] == [*quotes[:5], quotes[7]]


def test_an_older_store_gets_the_same_prints(pool, store, database_url):
    for number, words in enumerate((WHOLE, CUT, OTHER)):
        store(number, words, SHORT)
    store(0, CHANGED)
    every = "SELECT * FROM quote_prints ORDER BY id"
    before = ask(database_url, every)
    with pool.writing() as connection:
        connection.execute("DELETE FROM quote_prints")
        grouping.print_all(connection)
    assert ask(database_url, every) == before
    check_whole(database_url)


def test_there_is_no_such_quote(pool):
    with pool.reading() as connection:
        assert variants.find(connection, "a.b", 5) is None
        assert variants.variants_of(connection, []) == {}
