"""Each filter of quotes on a small newsroom: alone, repeated, joined, and at another time."""

from datetime import UTC, datetime

import pytest

from service.store import articles, near_words, quotes, speakers
from service.store.conditions import QuoteConditions

NEWS = """
"Elections were a farce, Sergei Lavrov told me." said Ann Lee [person, British Foreign Secretary].
"The Bank of England must act." said Bob Ray [person, Prime Minister of Canada].
"May Theresa May prevail in Moscow." said Cara Fox [person, minister].
"Nothing of the kind." denied the Kremlin [organisation].
"Talks with Mr. Lavrov went on." said Dan Orr [person, Microsoft spokesman].
"Will you believe in reform?" said nobody.
"""
ALL = {"Elections", "The", "May", "Nothing", "Talks", "Will", "Kirill"}
OTHER = '"Kirill Lavrov is my cousin." said Sergey Lavrov [person, Russian Foreign Minister].'


@pytest.fixture
def newsroom(store):
    store(NEWS, url="https://news.example/a", publisher="The Post", published_at="2018-08-21")
    store(OTHER, url="https://news.example/b", publisher="The Wire", published_at="1899-02")


def found_by(connection, **asked):
    return quotes.find(connection, QuoteConditions(**asked), 50).items


def first_words(pool, **asked) -> set[str]:
    with pool.reading() as connection:
        found = {
            sort: {quote["text"].split()[0] for quote in found_by(connection, sort=sort, **asked)}
            for sort in ("-date", "date", "relevance", "confidence")
        }
        assert quotes.count(connection, QuoteConditions(**asked)) == len(found["date"])
    assert all(each == found["date"] for each in found.values()), found
    return found["date"]


@pytest.mark.parametrize(
    ("asked", "starts"),
    [
        pytest.param({"q": "electi*"}, {"Elections"}, id="a beginning longer than the stem"),
        pytest.param({"q": "ele*"}, {"Elections"}, id="a beginning"),
        pytest.param({"q": "farc* or kin*"}, {"Elections", "Nothing"}, id="either beginning"),
        pytest.param({"q": "la* -farc*"}, {"Talks", "Kirill"}, id="without a beginning"),
        pytest.param({"q": '"went on" talk*'}, {"Talks"}, id="a phrase and a beginning"),
        pytest.param({"q": "th*"}, {"May"}, id="a beginning finds no stop words"),
        pytest.param({"q": "-lavrov"}, {"The", "May", "Nothing", "Will"}, id="minus alone"),
        pytest.param({"about": ("Theresa May",)}, {"May"}, id="about a full name"),
        pytest.param({"about": ("May",)}, {"May"}, id="about a surname that is a common word"),
        pytest.param({"about": ("Will",)}, set(), id="no name: the first word of a sentence"),
        pytest.param({"about": ("bank of england",)}, {"The"}, id="about a body"),
        pytest.param({"about": ("Moscow", "The Bank of England")}, {"May", "The"}, id="about either"),
        pytest.param({"about": ("Sergey Lavrov",)}, {"Elections", "Talks"}, id="in another spelling, or alone"),
        pytest.param({"about": ("Сергей Лавров",)}, {"Elections", "Talks"}, id="in another script"),
        pytest.param({"about": ("Lavrov",)}, {"Elections", "Talks", "Kirill"}, id="a surname is all who have it"),
        pytest.param({"about": ("Nemo", "😀", "\0")}, set(), id="nobody"),
        pytest.param({"party": ("Russia",)}, {"Nothing", "Kirill"}, id="a party"),
        pytest.param({"party": ("moscow",)}, {"Nothing", "Kirill"}, id="a party by its capital"),
        pytest.param({"party": ("Microsoft Corp.",)}, {"Talks"}, id="a firm"),
        pytest.param({"party": ("Canada", "United Kingdom")}, {"The", "Elections"}, id="either party"),
        pytest.param({"role": ("minister",)}, {"The", "May", "Kirill"}, id="a word of a role"),
        pytest.param({"role": ("Foreign Minister",)}, {"Kirill"}, id="words of a role in a row"),
        pytest.param({"role": ("minister foreign",)}, set(), id="words of a role in another row"),
        pytest.param({"role": ("spokesman", "secretary")}, {"Talks", "Elections"}, id="either role"),
        pytest.param({"role": ("prime minister of canada and",)}, set(), id="more words than the role has"),
        pytest.param({"stance": ("deny",)}, {"Nothing"}, id="a stance"),
        pytest.param({"stance": ("deny", "retract")}, {"Nothing"}, id="either stance"),
        pytest.param({"attribution": ("certain",)}, ALL - {"Will"}, id="certain"),
        pytest.param({"attribution": ("certain", "any")}, ALL, id="any"),
        pytest.param({"has": ("disputes",)}, set(), id="nothing is disputed"),
        pytest.param({"to": "1899"}, {"Kirill"}, id="before 1900"),
        pytest.param({"speaker": ("Lavrov",), "about": ("Lavrov",)}, {"Kirill"}, id="a speaker about a name"),
        pytest.param({"speaker": ("Ray",), "role": ("minister",), "party": ("Canada",), "q": "act"}, {"The"},
                     id="all at once"),
        pytest.param({"speaker": ("Ray",), "role": ("secretary",)}, set(), id="none that is both"),
    ],
)  # fmt: skip
def test_filters(pool, newsroom, asked, starts):
    assert first_words(pool, **asked) == starts


def test_of_two_bearers_of_a_surname_the_one_is_meant_who_speaks_beside_it(pool, store, newsroom):
    store('"Fine." said Kirill Lavrov [person, singer].')
    assert first_words(pool, about=("Sergey Lavrov",)) == {"Elections"}
    store('"I know Mr. Lavrov." said Eva Gil. "So do I." said Sergey Lavrov [person, Russian Foreign Minister].')
    assert first_words(pool, about=("Sergey Lavrov",)) == {"Elections", "I"}
    assert first_words(pool, about=("Kirill Lavrov",)) == {"Kirill"}


def now(pool) -> str:
    with pool.reading() as connection:
        row = connection.execute("SELECT clock_timestamp() AS now").fetchone()
    return row["now"].astimezone(UTC).isoformat()


def test_as_of_knows_the_revisions_of_its_time(pool, store):
    address = {"url": "https://news.example/a"}
    before = now(pool)
    store('"First." said Ann Lee [person, mayor].', **address)
    first = now(pool)
    store('"Second." said Ann Lee [person, mayor].', **address)
    second = now(pool)
    article = store('"First." said Ann Lee [person, mayor].', **address).article_id
    third = now(pool)
    for asked in ({}, {"speaker": ("Ann Lee",)}, {"speaker": ("Lee",), "q": "first or second"}, {"role": ("mayor",)}):
        assert first_words(pool, as_of=before, **asked) == set()
        assert first_words(pool, as_of=first, **asked) == {"First."}
        assert first_words(pool, as_of=second, **asked) == {"Second."}
        assert first_words(pool, as_of=third, **asked) == {"First."}
        assert first_words(pool, **asked) == {"First."}
    with pool.writing() as connection:
        articles.erase(connection, article)
    assert first_words(pool, as_of=second) == set()


def test_as_of_finds_speakers_who_speak_no_more(pool, store):
    store('"First." said Ann Lee.', url="https://news.example/a")
    then = now(pool)
    store('"Second." said Bob Ray.', url="https://news.example/a")
    with pool.reading() as connection:
        assert speakers.matching(connection, "Ann Lee") == []
    assert first_words(pool, speaker=("Ann Lee",), as_of=then) == {"First."}
    assert first_words(pool, speaker=("Lee", "Ray"), as_of=then) == {"First."}
    assert first_words(pool, speaker=("Ann Lee",)) == set()


def test_as_of_pages_are_complete(pool, store):
    for number in range(7):
        store(f'"Old {number}." said Ann Lee. "More." said Bob Ray.', url=f"https://news.example/{number}")
    then = now(pool)
    for number in range(0, 7, 2):
        store(f'"New {number}." said Ann Lee.', url=f"https://news.example/{number}")
    for sort in ("-date", "date", "confidence"):
        asked = QuoteConditions(as_of=then, sort=sort)
        seen, after = [], None
        with pool.reading() as connection:
            while True:
                page = quotes.find(connection, asked, 3, after)
                seen += [quote["id"] for quote in page.items]
                if (after := page.next) is None:
                    break
        assert len(seen) == len(set(seen)) == 14


def test_when_a_quote_was_known_is_written_down(pool, store):
    started = datetime.now(UTC)
    store('"First." said Ann Lee.', url="https://news.example/a")
    store('"Second." said Ann Lee.', url="https://news.example/a")
    with pool.reading() as connection:
        rows = connection.execute("SELECT listed, known_from, known_until FROM quotes ORDER BY known_from").fetchall()
    (old, new) = rows
    assert started <= old["known_from"] < old["known_until"] == new["known_from"]
    assert (old["listed"], new["listed"], new["known_until"]) == (False, True, None)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        pytest.param({"about": ("Theresa Mya",)}, {}, id="three letters are too few"),
        pytest.param({"about": ("Moscwo",)}, {"about": ["Moscow"]}, id="a place within the words"),
        pytest.param({"about": ("the Bank of Engalnd",)}, {"about": ["the Bank of England"]}, id="a word of a name"),
        pytest.param({"party": ("Moscwo",)}, {"party": ["Moscow"]}, id="a party by another of its names"),
        pytest.param({"party": ("Canda", "microsotf")}, {"party": ["Canada", "microsoft"]}, id="two parties"),
        pytest.param({"role": ("forein secretary",)}, {"role": ["foreign secretary"]}, id="a word of a role"),
        pytest.param({"role": ("minister",)}, {}, id="a role that is there"),
        pytest.param({"q": "elecctions farec"}, {"q": ["elections farce"]}, id="words as they were written"),
        pytest.param({"q": "elections"}, {}, id="a word that is there"),
        pytest.param({"q": "'\\&|!:*"}, {}, id="marks alone"),
        pytest.param({"q": "Лвоврек " * 40}, {}, id="many words"),
    ],
)
def test_what_was_perhaps_meant(asked, meant, newsroom, pool):
    with pool.reading() as connection:
        assert near_words.meant(connection, QuoteConditions(**asked)) == meant
        bounds = connection.execute("SELECT current_setting('gin_fuzzy_search_limit') AS most").fetchone()
    assert bounds == {"most": "0"}
