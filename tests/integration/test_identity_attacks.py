"""Names that are none, and writers who meet: nothing is lost, and what is counted is what is there."""

import random
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest
from stores import ask

from service.errors import Conflict, InvalidCorrection, NotFound
from service.identity.person_names import folded
from service.intake import take_in
from service.records import Article, Mention, Quote, Reading
from service.store import articles, corrections, speakers
from service.store.pool import open_pool

BY = {"why": None, "key_id": "k"}
ODD = {
    "one letter": "x",
    "ten thousand letters": "Ab" * 5_000,
    "ten thousand words": "Ab " * 10_000,
    "emoji alone": "🙂🙃",
    "control characters": "\x01\x07\x1b[31m",
    "marks from right to left": "\u202eevil\u202c \u200f",
    "white space": " \t\n ",
    "marks of a combination alone": "\u0301\u0302",
    "SQL": "'; DROP TABLE speakers; --",
    "a pattern": "%_\\%*",
    "operators": "' & | ! :* <->",
    "format": "%(id)s {} %s",
    "an unpaired bracket": "(\"“",
    "initials alone": "J. K. L.",
    "particles alone": "van der de la",
    "titles alone": "Mr President Sir",
    "separators of keys": "a|b=c@d^e*f~g",
}  # fmt: skip


class OddReader:
    """Gives the words of a text to whomever it is told."""

    version = "odd"

    def __init__(self, *names: str, kind: str = "person", role: str | None = None) -> None:
        self.speakers = tuple(Mention(name, None, kind, role, (name,)) for name in names)

    def read(self, text: str) -> Reading:
        span = (0, len(text))
        said = (
            Quote((span,), (span,), None, (one,), None, "direct", "assert", True, "attributed", "named", (), 0.9)
            for one in self.speakers
        )
        return Reading("read", "en", self.version, tuple(said))


def check_counts(url: str) -> None:
    """All that is counted is counted anew."""
    listed = "FROM quote_speakers q JOIN quotes w ON w.article_id = q.article_id AND w.id = q.quote_id WHERE q.listed"
    assert (
        ask(url, f"SELECT q.quote_id {listed} AND NOT EXISTS (SELECT FROM speakers s WHERE s.id = q.speaker_id)") == []
    )
    assert (
        ask(
            url,
            f"""SELECT s.id, s.quotes FROM speakers s WHERE s.quotes <>
                        (SELECT count(*) {listed} AND w.speech AND q.speaker_id = s.id)""",
        )
        == []
    )
    assert (
        ask(
            url,
            f"""SELECT n.speaker_id, n.form, n.count FROM speaker_names n WHERE n.count <>
                        (SELECT count(*) {listed} AND q.speaker_id = n.speaker_id AND n.form = ANY(q.forms))""",
        )
        == []
    )
    assert (
        ask(
            url,
            f"""SELECT n.id, n.articles FROM namings n WHERE n.articles <>
                        (SELECT count(DISTINCT q.article_id) {listed} AND q.naming_id = n.id)""",
        )
        == []
    )


@pytest.mark.parametrize("kind", ["person", "organisation", "state", "document", "anonymous", "group"])
@pytest.mark.parametrize("name", ODD.values(), ids=ODD)
def test_a_name_that_is_none_is_stored_found_and_erased_as_any(pool, database_url, name, kind):
    taken = take_in(pool, OddReader(name, "Ada Vance", kind=kind), Article("Some words."))
    take_in(pool, OddReader(name, kind=kind), Article("Other words."))
    check_counts(database_url)
    with pool.reading() as connection:
        for speaker in speakers.find(connection, None, 10).items:
            assert speakers.described(connection, speaker["id"])["quotes"] in (1, 2)
        speakers.find(connection, name, 10)
        speakers.matching(connection, name)
        speakers.alike(connection, name)
    with pool.writing() as connection:
        assert articles.erase(connection, taken.article_id)
    check_counts(database_url)


@pytest.fixture
def four(store, pool):
    """Four speakers with two quotes each."""
    for number in range(8):
        store(f'"Words {number}." said {("Anna Berg", "Carl Dahl", "Edna Falk", "Gus Holm")[number % 4]}.')
    with pool.reading() as connection:
        return {each["name"]: each["id"] for each in speakers.find(connection, None, 10).items}


def _merged(pool, one: str, other: str) -> str:
    try:
        with pool.writing() as connection:
            return corrections.merge(connection, one, other, **BY)["id"]
    except (Conflict, InvalidCorrection, NotFound) as error:
        return type(error).__name__


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_merges_into_each_other_at_once_one_is_told(database_url, four, attempt):
    one, other = four["Anna Berg"], four["Carl Dahl"]
    pools = [open_pool(database_url, size=1, wait=10, statement_timeout=10) for _ in range(2)]
    with ThreadPoolExecutor(2) as several:
        done = list(several.map(lambda each: _merged(*each), [(pools[0], one, other), (pools[1], other, one)]))
    assert sorted(each[:1] == "c" for each in done) == [False, True]
    assert "Conflict" in done
    assert sorted(row["quotes"] for row in ask(database_url, "SELECT quotes FROM speakers WHERE quotes > 0")) == [
        2,
        2,
        4,
    ]
    check_counts(database_url)
    for each in pools:
        each.close()


def test_merging_one_that_another_is_about_to_merge_loses_nothing(pool, database_url, four):
    anna, carl, edna, gus = four.values()
    with ThreadPoolExecutor(4) as several:
        done = list(several.map(lambda pair: _merged(pool, *pair), [(anna, carl), (anna, edna), (anna, gus)]))
    assert [each[:1] == "c" for each in done].count(True) == 1
    assert done.count("Conflict") == 2
    assert sum(row["quotes"] for row in ask(database_url, "SELECT quotes FROM speakers")) == 8
    check_counts(database_url)


@pytest.mark.parametrize("seed", range(3))
def test_merges_splits_undoings_and_intakes_at_once_leave_true_counts(pool, store, database_url, four, seed):
    chance = random.Random(seed)
    names = list(four)

    def take(number: int) -> None:
        store(f'"Later {number}." said {names[number % 4]}. "And {number}." said {names[number % 3]}.')

    def correct(number: int) -> None:
        one, other = chance.sample(names, 2)
        made = _merged(pool, four[one], four[other])
        # Others merge and split meanwhile: what this split is about may be gone, and is then refused.
        with suppress(Conflict, InvalidCorrection, NotFound), pool.writing() as connection:
            corrections.split(connection, four[other], forms=[one], **BY)
        if made[:1] == "c" and number % 2:
            with pool.writing() as connection:
                corrections.undo(connection, made, key_id="k")

    with ThreadPoolExecutor(4) as several:
        work = [several.submit(job, number) for number in range(10) for job in (take, correct)]
        for each in work:
            each.result()
    check_counts(database_url)
    with pool.reading() as connection:
        forms = {form["name"] for each in speakers.find(connection, None, 50).items for form in each["names"]}
    assert set(map(folded, names)) <= set(map(folded, forms))


def test_a_split_while_its_speaker_is_taken_in_takes_all_of_its_form(pool, store, database_url):
    for number in range(4):
        store(f'"Words {number}." said {("Anna Berg", "Anna Maria Berg")[number % 2]} [person, mayor].')
    with pool.reading() as connection:
        (anna,) = speakers.find(connection, "berg", 5).items

    def split() -> None:
        with pool.writing() as connection:
            corrections.split(connection, anna["id"], forms=["Anna Maria Berg"], **BY)

    with ThreadPoolExecutor(4) as several:
        work = [several.submit(store, f'"More {at}." said Anna Maria Berg [person, mayor].') for at in range(6)]
        work.insert(3, several.submit(split))
        for each in work:
            each.result()
    found = ask(database_url, "SELECT name, quotes FROM speakers WHERE quotes > 0 ORDER BY quotes")
    assert [(row["name"], row["quotes"]) for row in found] == [("Anna Berg", 2), ("Anna Maria Berg", 8)]
    check_counts(database_url)
