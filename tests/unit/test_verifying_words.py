"""Words as they compare, and texts in question taken apart."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from service.verifying.asked import asked_of
from service.verifying.printed import article_spans, printed_of
from service.verifying.words import words_of


def forms(text):
    return [word.form for word in words_of(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("We COUNT votes", "we count votes", id="case"),
        pytest.param("“We, count” – votes!", "we count votes", id="marks and punctuation"),
        pytest.param("o\u0308re", "öre", id="composition"),
        pytest.param("don’t", "dont", id="an apostrophe, curly or left out"),
        pytest.param("26,000 tons", "26000 tons", id="what parts thousands"),
        pytest.param("26\u202f000", "26000", id="a narrow blank that parts thousands"),
        pytest.param("1,5 million", "1.5 million", id="a comma before the decimals"),
        pytest.param("7%", "7 per cent", id="a sign for a word"),
        pytest.param("the U.S. vote", "the US vote", id="the dots of an abbreviation"),
        pytest.param("[T]he govern[ment]", "The government", id="letters in brackets"),
        pytest.param("ﬁre", "fire", id="a ligature"),
        pytest.param("soft\u00adhyphen", "softhyphen", id="an invisible hyphen"),
        pytest.param("ＡＢＣ", "abc", id="full width"),
        pytest.param("１２", "12", id="digits of full width"),
    ],
)
def test_what_is_no_alteration(one, other):
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("1.5", "15", id="a point lost"),
        pytest.param("-5 degrees", "5 degrees", id="a sign lost"),
        pytest.param("$5", "€5", id="another currency"),
        pytest.param("we're safe", "were safe", id="an apostrophe that makes another word"),
        pytest.param("note[1]", "note1", id="a number in brackets is no letter of the word"),
        pytest.param("resume", "résumé", id="an accent is another letter"),
    ],
)
def test_what_is_another_word(one, other):
    assert forms(one) != forms(other)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("“…” — ?!", 0, id="only punctuation"),
        pytest.param("3-5 and 10–12", 5, id="ranges are no negative numbers"),
        pytest.param("家にいろ", 4, id="each letter where no spaces are"),
        pytest.param("हिन्दी में", 2, id="marks that belong to their letters"),
        pytest.param("Привет, мир", 2, id="Cyrillic"),
        pytest.param("قال الوزير", 2, id="Arabic"),
    ],
)
def test_words_of_other_scripts(text, count):
    assert len(words_of(text)) == count


@given(st.text(max_size=200))
def test_words_stand_in_order_where_they_say(text):
    words = words_of(text)
    assert all(0 <= word.start < word.end <= len(text) and word.form for word in words)
    assert all(one.end <= two.start for one, two in pairwise(words))


@example("A.À")  # an initial whose accent is a character of its own
@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd", "Zs", "Po"]), max_size=60))
def test_composition_makes_no_difference(text):
    assert forms(unicodedata.normalize("NFC", text)) == forms(unicodedata.normalize("NFD", text))


def pieces(text, reading=0):
    return [
        (" ".join(word.form for word in each.words), each.joint) for each in asked_of(text).readings[reading].pieces
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We count … votes", [("we count", "start"), ("votes", "cut")], id="an ellipsis"),
        pytest.param("We count [. . .] votes", [("we count", "start"), ("votes", "cut")], id="in brackets"),
        pytest.param("We [all] count", [("we", "start"), ("count", "bracket")], id="a bracket"),
        pytest.param("[He] counts", [("counts", "bracket")], id="a bracket at the begin"),
        pytest.param("We count …", [("we count", "start"), ("", "cut")], id="an ellipsis at the end"),
        pytest.param("We count. Votes", [("we count votes", "start")], id="a full stop is no ellipsis"),
    ],
)
def test_where_a_text_leaves_out_or_puts_in(text, expected):
    assert pieces(text) == expected


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        pytest.param("“We count,” she said.", "we count", id="a cue"),
        pytest.param("“We count,” she said, “every vote.”", "we count every vote", id="a cue in the middle"),
        pytest.param("Ann Lee: We count every vote", "we count every vote", id="a label"),
        pytest.param("We count every vote. — Ann van Lee", "we count every vote", id="a signature"),
        pytest.param("We count every vote (Ann Lee)", "we count every vote", id="a name in round brackets"),
        pytest.param("She said: ‘we don’t count’", "we dont count", id="single marks round an apostrophe"),
        pytest.param("«We count», said Lee", "we count", id="guillemets"),
        pytest.param('Lee said "we count', "we count", id="a mark that is never closed"),
    ],
)
def test_the_words_inside_alone(text, inside):
    assert " ".join(word for word, _ in pieces(text, 1)) == inside


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We count every vote”", id="marks round the whole"),
        pytest.param("Then they should come: we count", id="no name before the colon"),
        pytest.param("We count every vote", id="nothing but words"),
    ],
)
def test_there_is_nothing_around(text):
    assert len(asked_of(text).readings) == 1


def test_a_text_without_words_cannot_be_understood():
    assert asked_of("…“”?").readings == ()


def test_the_places_of_a_statement_lead_back_to_its_article():
    article = "She said “we count” and, later, “every vote”."
    spans = [((10, 18), "we count"), ((33, 43), "every vote")]
    printed = printed_of("q", spans, [(10, 18), (33, 43)])
    assert printed.text == "we count … every vote"
    assert all(printed.is_own)
    part = printed.text.index("count"), printed.text.index(" vote")
    assert [article[slice(*span)] for span in article_spans([span for span, _ in spans], part)] == ["count", "every"]


@given(st.text(st.characters(codec="ascii")))
@example("it's -4.5,6 a\x1c-4 rock'n'roll")
def test_words_of_ascii_are_the_same_beside_other_letters(text):
    assert words_of(text) == words_of(f"{text} ß")[:-1]
