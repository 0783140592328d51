import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from service.errors import InvalidCursor
from service.store import quotes
from service.store.conditions import QuoteConditions

STATEMENTS = """
"This is a witch-hunt of rivals." said Sergey Lavrov [person, Foreign Minister].
"Our partners' witch hunts go on." said Sergei Lavrov.
"Hunting the witch is no sport." said Maria Zakharova [person, spokeswoman].
"The U.S. and/or its allies denied it." said the Foreign Ministry [organisation].
"Støre is naïve, it’s clear." said nobody.
"We did it together." said Anna Adams and Berta Brown.
"""


@pytest.fixture
def spoken(store):
    return store(STATEMENTS, url="https://news.example/a", publisher="Example", published_at="2018-08-21").article_id


def _texts(pool, **conditions) -> list[str]:
    with pool.reading() as connection:
        return sorted(quote["text"] for quote in quotes.find(connection, QuoteConditions(**conditions), 50).items)


def _starts(pool, **conditions) -> set[str]:
    return {text.split()[0] for text in _texts(pool, **conditions)}


@pytest.mark.parametrize(
    ("q", "starts"),
    [
        pytest.param("witch-hunt", {"This", "Our"}, id="a hyphen finds the words joined or apart"),
        pytest.param("witch hunt", {"This", "Our", "Hunting"}, id="two words in any order, any ending"),
        pytest.param('"witch hunt"', {"This", "Our"}, id="a phrase"),
        pytest.param("“witch hunt”", {"This", "Our"}, id="a phrase in curly marks"),
        pytest.param("witch -sport", {"This", "Our"}, id="without a word"),
        pytest.param("witch -witch-hunt", {"Hunting"}, id="without a hyphened word"),
        pytest.param("sport or partners", {"Hunting", "Our"}, id="either"),
        pytest.param("US", {"The"}, id="an abbreviation without dots"),
        pytest.param("U.S.", {"The"}, id="an abbreviation with dots"),
        pytest.param("allies", {"The"}, id="behind a slash"),
        pytest.param("STORE naive", {"Støre"}, id="without case and accents"),
        pytest.param("it's", set(), id="stop words only find nothing"),
        pytest.param("&|!():*<-> '", set(), id="operators are no words"),
        pytest.param("a\0b \ud800", set(), id="no text that can be stored"),
    ],
)
def test_full_text(pool, spoken, q, starts):
    assert _starts(pool, q=q) == starts
    assert _starts(pool, q=q, sort="relevance") == starts


@pytest.mark.parametrize(
    ("speaker", "starts"),
    [
        pytest.param(("Lavrov",), {"This", "Our"}, id="surname"),
        pytest.param(("Sergey Lavrov",), {"This", "Our"}, id="one spelling"),
        pytest.param(("Sergei Lavrov",), {"This", "Our"}, id="the other spelling"),
        pytest.param(("Mr. LAVROV",), {"This", "Our"}, id="title and case"),
        pytest.param(("Lavrov", "Zakharova"), {"This", "Our", "Hunting"}, id="repeated is or"),
        pytest.param(("foreign ministry",), {"The"}, id="a body without its article"),
        pytest.param(("Adams",), {"We"}, id="first of two"),
        pytest.param(("Berta Brown",), {"We"}, id="second of two"),
        pytest.param(("Adams", "Brown"), {"We"}, id="both of two, once"),
        pytest.param(("Putin",), set(), id="nobody of that name"),
        pytest.param(("",), set(), id="no name"),
        pytest.param(("\0", "\ud800"), set(), id="no text that can be stored"),
    ],
)
def test_speakers(pool, spoken, speaker, starts):
    assert _starts(pool, speaker=speaker) == starts
    with pool.reading() as connection:
        assert quotes.count(connection, QuoteConditions(speaker=speaker)) == len(starts)


def test_different_conditions_are_and(pool, spoken):
    assert _starts(pool, speaker=("Lavrov",), q="partners") == {"Our"}
    assert _starts(pool, speaker=("Lavrov",), q="partners", sort="relevance") == {"Our"}
    assert _starts(pool, speaker=("Lavrov",), kind=("mixed", "indirect")) == set()
    assert len(_starts(pool, article=(spoken,), kind=("direct",))) == 6
    assert _starts(pool, article=("another", "more")) == set()


def test_a_row_holds_all_that_answers_show(pool, spoken):
    with pool.reading() as connection:
        quote = quotes.find(connection, QuoteConditions(q="rivals"), 1).items[0]
        assert quotes.get(connection, quote["id"]) == quote
    start = STATEMENTS.index("This is")
    words = "This is a witch-hunt of rivals."
    end = start + len(words)
    assert quote["spans"] == quote["quoted"] == [{"start": start, "end": end, "text": words}]
    assert quote["id"].startswith(spoken + ".")
    assert quote["speakers"] == [quote["speaker"]]
    assert quote["speaker"].items() >= {"name": "Sergey Lavrov", "kind": "person", "role": "Foreign Minister"}.items()
    assert (quote["certainty"], quote["wording"], quote["confidence"]) == ("certain", "speaker", 0.97)
    assert quote["article"] == {
        "id": spoken, "title": None, "url": "https://news.example/a", "publisher": "Example",
        "published_at": "2018-08-21", "sample": False, "first_reported": None,
    }  # fmt: skip
    assert quote["selector"] == {
        "start": start, "end": end, "prefix": STATEMENTS[:start], "suffix": STATEMENTS[end : end + 32],
    }  # fmt: skip
    assert quote["context"] == {"before": STATEMENTS[:start], "after": STATEMENTS[end : end + 300]}


def test_a_quote_without_a_speaker_says_so(pool, spoken):
    with pool.reading() as connection:
        quote = quotes.find(connection, QuoteConditions(q="naive"), 1).items[0]
    assert (quote["attribution"], quote["certainty"], quote["speaker"], quote["speakers"]) == (
        "unattributed",
        None,
        None,
        [],
    )


@pytest.mark.parametrize("quote_id", ["", "a", "a.b", "\0", "\ud800.x", "." * 5000])
def test_no_such_quote(pool, quote_id):
    with pool.reading() as connection:
        assert quotes.get(connection, quote_id) is None


@pytest.fixture(scope="module")
def _many() -> list[str]:
    names = ["Anna Adams", "Berta Adams", "Carl Clark"]
    return [
        " ".join(f'"Word {"often " * (number % 4)}{number}-{place}." said {name}.' for place, name in enumerate(names))
        for number in range(9)
    ]


@pytest.fixture
def many(store, _many):
    """27 quotes in nine articles, many of one date, some of none."""
    for number, text in enumerate(_many):
        store(text, published_at=[None, "2018", "2018-08"][number % 3], url=f"https://news.example/{number}")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    limit=st.integers(1, 30),
    sort=st.sampled_from(["-date", "date", "relevance"]),
    speaker=st.sampled_from([(), ("Adams",), ("Anna Adams", "Adams", "Carl Clark")]),
    q=st.sampled_from([None, "word", "often"]),
)
def test_pages_are_complete_and_without_doubles(pool, many, limit, sort, speaker, q):
    conditions = QuoteConditions(speaker=speaker, q=q, sort=sort)
    with pool.reading() as connection:
        whole = [quote["id"] for quote in quotes.find(connection, conditions, 100).items]
        after, paged = None, []
        while after is not None or not paged:
            page = quotes.find(connection, conditions, limit, after)
            paged += [quote["id"] for quote in page.items]
            after = page.next
            if after is None:
                break
        assert quotes.count(connection, conditions) == len(whole)
    assert paged == whole
    assert len(set(whole)) == len(whole) > 0


def test_an_article_taken_in_between_two_pages_moves_nothing(pool, many, store):
    with pool.reading() as connection:
        first = quotes.find(connection, QuoteConditions(), 5)
        rest = [quote["id"] for quote in quotes.find(connection, QuoteConditions(), 100).items][5:]
        store('"Breaking." said Dora Dunn.', published_at="2030")
        assert [quote["id"] for quote in quotes.find(connection, QuoteConditions(), 100, first.next).items] == rest


def test_a_cursor_is_bound_to_its_question(pool, many):
    with pool.reading() as connection:
        cursor = quotes.find(connection, QuoteConditions(q="word"), 5).next
        for other in (
            QuoteConditions(),
            QuoteConditions(q="often"),
            QuoteConditions(q="word", sort="date"),
            QuoteConditions(q="word", sort="relevance"),
            QuoteConditions(q="word", speaker=("Adams",)),
        ):
            with pytest.raises(InvalidCursor):
                quotes.find(connection, other, 5, cursor)


def test_a_date_that_is_none_is_a_value_error(pool):
    with pool.reading() as connection, pytest.raises(ValueError, match="not a date"):
        quotes.find(connection, QuoteConditions(from_="soon"), 5)
