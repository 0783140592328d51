"""Sources that the network cut short, drawn out to what they are a part of."""

import pytest

from service.extraction.cut_sources import whole_phrase


def whole(text, source, cue):
    start, said = text.index(source), text.index(cue)
    found = whole_phrase(text, (start, start + len(source)), (said, said + len(cue)))
    return found and text[slice(*found)]


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        pytest.param("“No!” said one man in the hall.", "one", "one man", id="a-noun-behind-its-number"),
        pytest.param("The minister, Ana Sá, said it.", "The", "The minister, Ana Sá,", id="a-name-behind-its-noun"),
        pytest.param("Then the Republican Party said it.", "the", "the Republican Party", id="a-body-of-members"),
        pytest.param("Okoro, who a fortnight ago said it, left.", "who a fortnight ago", "who", id="who-once"),
        pytest.param(
            "“No,” said Ana Sá, and we are off.", "Ana Sá, and we are off", "Ana Sá", id="a-clause-of-its-own"
        ),
        pytest.param("So the dockers said it.", "the", "the dockers", id="all-up-to-the-cue"),
        pytest.param("For Mr. Okoro, who said it, Lima is far.", "Mr", "Mr. Okoro", id="a-title"),
        pytest.param("His New Jersey critics said it.", "His New", "His New Jersey critics", id="half-of-a-place"),
        pytest.param("New York said it.", "New", "New York", id="a-place-that-speaks"),
        pytest.param("Some 12,491 people said it.", "491 people", "12,491 people", id="half-of-a-number"),
        pytest.param("In 2019 491 people said it.", "491 people", "491 people", id="two-numbers"),
        pytest.param("The former president said it.", "The former", "The former president", id="an-adjective"),
        pytest.param("Lind’s younger sister said it.", "Lind’s younger", "Lind’s younger sister", id="whose-adjective"),
        pytest.param(
            "The bespectacled, 71-year-old diplomat said it.",
            "The bespectacled",
            "The bespectacled, 71-year-old diplomat",
            id="an-adjective-before-an-age",
        ),
        pytest.param("Kenyan voters said it.", "Kenyan", "Kenyan voters", id="an-adjective-of-a-state"),
        pytest.param(
            "The self-described socialist said it.", "The self", "The self-described socialist", id="a-compound"
        ),
        pytest.param("Exit polling said it.", "Exit", "Exit polling", id="an-adjective-up-to-the-cue"),
        pytest.param("Some 42% said it.", "42", "42%", id="a-share"),
        pytest.param("Several included said it.", "Several included", "Several", id="a-verb-at-its-end"),
        pytest.param(
            "25 other ports sued the crown, said it.",
            "25 other ports sued the crown",
            "25 other ports",
            id="a-sentence",
        ),
        pytest.param("Had Republicans said it.", "Had Republicans", "Republicans", id="a-verb-before-it"),
        pytest.param("Those mourning Lind said it.", "mourning Lind", "mourning Lind", id="a-name-behind-a-gerund"),
        pytest.param(
            "Those mourning the king said it.", "mourning the king", "Those mourning the king", id="whose-deed"
        ),
        pytest.param("It is dredging the mayor said.", "dredging the mayor", "the mayor", id="a-deed-before-a-noun"),
        pytest.param("Mr. Okoro said it.", "Mr. Okoro", "Mr. Okoro", id="whole-already"),
        pytest.param("Some said it.", "Some", "Some", id="some-may-be-all-that-is-told"),
        pytest.param("A: It rained, she said.", "A", "A", id="the-label-of-an-answer"),
        pytest.param(
            "A note, which was read out by Lind, said it.",
            "which was read out by Lind",
            "which",
            id="a-relative-clause",
        ),
    ],
)
def test_a_source_is_drawn_out(text, source, expected):
    assert whole(text, source, "It" if source == "A" else "said") == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The said man left.", id="no noun before the cue"),
        pytest.param("The look at the two old dredgers of the port said it all.", id="too many words"),
        pytest.param("“It rained,” said the.", id="nothing behind"),
    ],
)
def test_an_article_alone_names_nobody(text):
    assert whole(text, "The" if text.startswith("The") else "the", "said") is None


def test_what_belongs_to_somebody_is_no_source():
    assert whole("Lind, whose views upset many, said it.", "whose views upset many", "said") is None


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("So let us say so, it said.", "So let", id="an-appeal"),
        pytest.param("There’s nothing that said it.", "There’s nothing", id="what-there-is"),
        pytest.param("It means they said it.", "It means", id="a-sentence"),
        pytest.param("He spoke against allowing what they said.", "allowing", id="a-deed"),
        pytest.param("EBOLA SURVIVORS\nThe port said it.", "EBOLA SURVIVORS", id="a-heading"),
    ],
)
def test_what_is_no_phrase_for_anybody_is_no_source(text, source):
    assert whole(text, source, "said") is None
