import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.identity import speaker_id, speaker_key, surname


def _across(name: str, other: str, kind: str, other_kind: str | None = None) -> bool:
    """Whether two names in two articles are one speaker."""
    return speaker_key(name, kind, "a1") == speaker_key(other, other_kind or kind, "a2")


@pytest.mark.parametrize(
    ("name", "other", "kind"),
    [
        pytest.param("Sergey Lavrov", "Sergei Lavrov", "person", id="first names in two spellings"),
        pytest.param("Sergey Lavrov", "Serguei LAVROV", "person", id="a third, and capitals"),
        pytest.param("Dmitry Peskov", "Dmitriy Peskov", "person", id="ending -iy"),
        pytest.param("Dmitri Peskov", "Dmitrii Peskov", "person", id="ending -ii"),
        pytest.param("Alexei Navalny", "Aleksey Navalny", "person", id="x and ks"),
        pytest.param("Volodymyr Zelenskyy", "Volodymyr Zelenskiy", "person", id="ending of surnames"),
        pytest.param("Mr. Yury Ushakov", "Yuri Ushakov’s", "person", id="title, possessive"),
        pytest.param("Sen. Elizabeth Warren", "Elizabeth Warren", "person", id="senator"),
        pytest.param("Prime Minister Theresa May", "Theresa May", "person", id="title of two words"),
        pytest.param("Dr. Sir John Smith", "John Smith", "person", id="two titles"),
        pytest.param("J. K. Rowling", "J.K. Rowling", "person", id="initials"),
        pytest.param("Jean-Claude Juncker", "Jean Claude Juncker", "person", id="hyphen"),
        pytest.param("Emmanuel Macron", "emmanuel macron", "person", id="case"),
        pytest.param("Nicolás Maduro", "Nicolas Maduro", "person", id="accent"),
        pytest.param("Pope Francis", "Pope Francis", "person", id="a title that belongs to the name"),
        pytest.param("the Kremlin", "Kremlin", "organisation", id="article"),
        pytest.param("U.S.", "the United States of America", "state", id="country, short and long"),
        pytest.param("US State Department", "the United States State Department", "organisation", id="country within"),
        pytest.param("Russia", "the Russian Federation", "state", id="another country"),
        pytest.param("Britain", "United Kingdom", "state", id="a third"),
    ],
)
def test_one_speaker(name, other, kind):
    assert _across(name, other, kind)


@pytest.mark.parametrize(
    ("name", "other", "kind"),
    [
        pytest.param("Lavrov", "Lavrov", "person", id="a bare surname"),
        pytest.param("Mr. Smith", "Mr. Smith", "person", id="a surname with a title"),
        pytest.param("President Trump", "President Trump", "person", id="an office and a surname"),
        pytest.param("Smith Jr.", "Smith Jr.", "person", id="a surname with a suffix"),
        pytest.param("a source", "a source", "anonymous", id="an anonymous source"),
        pytest.param("Senior Official", "Senior Official", "anonymous", id="an anonymous source in capitals"),
        pytest.param("the foreign ministry", "the foreign ministry", "organisation", id="a body without a capital"),
        pytest.param("Foreign Ministry", "Foreign Ministry", "organisation", id="a body that every country has"),
        pytest.param("The Report", "The Report", "document", id="a document without a name"),
        pytest.param("two officials", "two officials", "group", id="a group without a name"),
        pytest.param("Donald Trump", "Donald Trump Jr.", "person", id="father and son"),
        pytest.param("Sergey Lavrov", "Andrey Lavrov", "person", id="other first names"),
        pytest.param("Ali Hassan", "Aly Hassan", "person", id="endings alone make nobody one"),
        pytest.param("Russian Foreign Ministry", "Ukrainian Foreign Ministry", "organisation", id="two countries"),
        pytest.param("", "", "person", id="no name"),
    ],
)
def test_two_speakers(name, other, kind):
    assert not _across(name, other, kind)


def test_within_an_article_a_bare_surname_is_one():
    assert speaker_key("Mr. Smith", "person", "a1") == speaker_key("Smith", "person", "a1")


def test_a_body_is_one_whatever_kind_it_was_taken_for_but_no_person():
    assert _across("Microsoft Corp", "Microsoft Corp", "organisation", "group")
    assert not _across("Kelly Services", "Kelly Services", "organisation", "person")


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("Sergey Lavrov", "person", "lavrov"),
        ("Donald Trump Jr.", "person", "trump"),
        ("Lavrov", "person", None),
        ("Mr. Lavrov", "person", None),
        ("White House", "organisation", None),
    ],
)
def test_surname(name, kind, expected):
    assert surname(name, kind) == expected


_NAMES = st.from_regex(r"[A-Z][a-z]{1,9}( [A-Z]\.)?( [A-Z][a-z]{1,9}){0,2}", fullmatch=True)


@given(_NAMES, st.sampled_from(["person", "organisation", "anonymous"]))
def test_the_key_ignores_possessive_accents_and_marks(name, kind):
    accented = name.replace("e", "e\u0301").replace(".", "")
    assert speaker_key(name, kind, "a1") == speaker_key(accented, kind, "a1") == speaker_key(name + "’s", kind, "a1")


@given(_NAMES)
def test_the_key_of_a_person_ignores_case(name):
    assert speaker_key(name, "person", "a1") == speaker_key(name.upper(), "person", "a1")


@given(st.text())
def test_an_id_is_opaque_and_of_one_shape(key):
    assert re.fullmatch("s[a-z2-7]{16}", speaker_id(speaker_key(key, "person", "a1")))
