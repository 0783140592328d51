"""Short quotes as desks get them, with a word or three changed: what was really said is always shown beside them."""

import pytest
from plain_reader import PlainReader

from service.intake import take_in
from service.records import Article
from service.store import said_words, verifying
from service.store.pool import open_pool
from service.store.verifying import Question

SAID = {
    "Vera Holm": (
        "Our northern neighbours have rather thin patience",
        "Banks must pay",
        "The auditors resigned before breakfast",
        "I did not take it",
        "We will honour the labour programme in full",
        "We closed the mill",
        "No ferry ever left this harbour on time under my rule",
        "The council never promised new buses for the old quarter",
        "It was me",
        "The lenders of the south want more of our harvest every single year. It won’t last",
    ),
    "Anton Weiss": (
        "Our northern colleagues have shown great patience",
        "The fishermen will not sell their boats",
        "He did it",
        "Bread was dearer than gold in that winter, and nobody counted the dead",
    ),
}
HOLM, WEISS = SAID
SOURCE, TALKS = "a senior diplomat", ("grain", "border", "budget")  # of each an article


@pytest.fixture(scope="module")
def connection(postgres_server, database_on, _migrated_template):
    with database_on(postgres_server, _migrated_template) as url:
        opened = open_pool(url, size=2, wait=5, statement_timeout=60)
        for name, said in SAID.items():
            text = "\n".join(f'"{words}" said {name} [person].' for words in said)
            take_in(opened, PlainReader(), Article(text, url=f"https://example.org/{name[0]}"))
        for word in TALKS:
            text = f'"The {word} talks will certainly collapse" said {SOURCE} [anonymous].'
            take_in(opened, PlainReader(), Article(text, url=f"https://example.org/{word}"))
        with opened.reading() as reading:
            yield reading
        opened.close()


def asked(connection, text, speaker=None):
    (found,) = verifying.verify(connection, [Question(text, speaker)])
    return found


@pytest.mark.parametrize("speaker", [None, "named"])
@pytest.mark.parametrize(
    ("text", "meant", "verdict"),
    [
        pytest.param("Our northern friends have rather short patience", 0, "altered", id="two words of seven"),
        pytest.param("Our southern neighbours have rather little patience", 0, "altered", id="two, one of them first"),
        pytest.param("Our eastern neighbours have very thin memories", 0, "not_found", id="three"),
        pytest.param("Our northern neighbours have patience", 0, "altered", id="two dropped"),
        pytest.param("Our dear northern neighbours have always rather thin patience", 0, "altered", id="two added"),
        pytest.param("Our neighbours northern have thin rather patience", 0, "altered", id="words in another order"),
        pytest.param("Our northern neighbour had rather thin patience", 0, "altered", id="other endings"),
        pytest.param("Banks must not pay", 1, "altered", id="three words and a negation"),
        pytest.param("Bank must pay", 1, "not_found", id="three words, an ending"),
        pytest.param("The auditor has resigned after breakfast", 2, "altered", id="endings and a word"),
        pytest.param(
            "The auditor had resigned", 2, "not_found", id="every word left has another ending, or half of it"
        ),
        pytest.param("I did take it", 3, "altered", id="a negation dropped"),
        pytest.param("I didn't take it", 3, "altered", id="contracted"),
        pytest.param("We will honor the labor program in full", 4, "not_found", id="American"),
        pytest.param("We shall honor the labour program fully", 4, "not_found", id="American, and reworded"),
        pytest.param("We closed the old mill by the river yesterday", 5, "altered", id="few words, as many added"),
        pytest.param("We opened the mill", 5, "altered", id="a word of two"),
        pytest.param("Every ferry left this harbour on time under my rule", 6, "altered", id="the contrary"),
        pytest.param("The council promised new trams for the old quarter", 7, "altered", id="a negation and a word"),
        pytest.param("Buses for the new quarter the council promised", 7, "altered", id="turned round"),
        pytest.param("It will last", 9, "not_found", id="a short sentence of many, denied"),
        pytest.param("Our northern friends had rather short patience", 0, "altered", id="three words, half of content"),
        pytest.param("It was not me", 8, "not_found", id="small words denied"),
        pytest.param("It wasn't me", 8, "not_found", id="small words denied in one"),
    ],
)
def test_what_was_said_is_shown_beside_what_is_asked(text, meant, verdict, speaker, connection):
    found = asked(connection, text, speaker and HOLM)
    nearest = found["nearest"][0]
    assert (nearest["quote"]["text"], found["verdict"]) == (SAID[HOLM][meant], verdict)
    assert nearest["quote"]["article_sha256"]
    assert 0.2 <= nearest["score"] == found["score"] < 1
    assert {each["operation"] for each in nearest["differences"]} - {"same"}
    assert nearest["speaker"] == (speaker and "same")


@pytest.mark.parametrize(
    ("text", "speaker", "said", "verdict"),
    [
        pytest.param("The fishermen will sell all boats", HOLM, WEISS, "altered", id="another's words, altered"),
        pytest.param("The fishermen will not sell their boats", HOLM, WEISS, "other_speaker", id="another's, exact"),
        pytest.param(
            "Our northern colleagues have rather thin patience", HOLM, HOLM, "altered", id="of both the one's"
        ),
        pytest.param("Our northern colleagues have rather great patience", WEISS, WEISS, "altered", id="the other's"),
        pytest.param("The fishermen will sell all boats", "Nobody Known", WEISS, "altered", id="of nobody known"),
        pytest.param("He didn't do it", None, WEISS, None, id="did, denied by more than a word"),
    ],
)
def test_whose_words_are_the_nearest(text, speaker, said, verdict, connection):
    found = asked(connection, text, speaker)
    assert found["nearest"][0]["quote"]["speaker"]["name"] == said
    assert verdict in (None, found["verdict"])
    assert found["nearest"][0]["speaker"] == (speaker and ("same" if said == speaker else "other"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The comet was brighter than every lamp", id="no word in common"),
        pytest.param("Patience", id="one word"),
        pytest.param("Old banks sank in time", id="words of many statements"),
        pytest.param("now more most other few", id="words of content that no index holds"),
        pytest.param("quot'e \\ & | ! ( :* neighbours' boats", id="signs that mean something to an index"),
        pytest.param("ferry " * 1_000, id="one word a thousand times"),
    ],
)
def test_what_nobody_said_is_not_found(text, connection):
    assert asked(connection, text)["verdict"] == "not_found"


@pytest.mark.parametrize("speaker", [None, HOLM])
def test_a_short_sentence_of_a_long_statement_is_found(speaker, connection):
    found = asked(connection, "It won't last", speaker)
    assert (found["verdict"], found["nearest"][0]["before"][-5:]) == ("verbatim", "ear. ")


def test_many_at_once_are_answered_as_each_alone(connection):
    texts = [
        "Our northern friends have rather short patience",
        "Banks must pay",
        "The comet was bright",
        "I did take it",
    ]
    together = verifying.verify(connection, [Question(text) for text in texts])
    assert together == [asked(connection, text) for text in texts]
    assert [each["verdict"] for each in together] == ["altered", "verbatim", "not_found", "altered"]


def test_how_often_words_are_said_is_known_of_what_the_server_has_looked_at(connection, monkeypatch):
    connection.execute("ANALYZE quotes")
    monkeypatch.setattr(said_words, "_known", {})
    monkeypatch.setattr(said_words, "_SELDOM", 0)
    said = said_words.said_words(connection)
    assert said.quotes == sum(map(len, SAID.values())) + len(TALKS)
    assert said.having["patienc"] == 2
    assert "=patience" not in said.having


def test_who_is_one_of_many_sources_without_a_name_is_the_one_asked_for(connection, monkeypatch):
    monkeypatch.setattr(verifying, "_MOST_MATCHED", 1)
    texts = [f"The {word} talks will certainly collapse" for word in TALKS]
    found = [asked(connection, text, SOURCE) for text in texts]
    assert [each["verdict"] for each in found] == ["verbatim"] * 3
    assert len(found[0]["matched_speakers"]) == 1
    assert asked(connection, SAID[HOLM][2], SOURCE)["verdict"] == "other_speaker"
