"""For which body somebody speaks, told where the whole name stands first; all parties invented."""

import pytest

from service.disputes.introducing import introduction


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Corvane's lawyer, Dr Ana Lind, came.", "Corvane's lawyer", id="whose, before a title"),
        pytest.param("In Brask, Corvane's head of sales, Ana Lind, said", "Corvane's head of sales", id="of what"),
        pytest.param("The army's spokesman, Colonel Ana Lind, said", "The army's spokesman", id="a noun's"),
        pytest.param(
            "“Yes,” the chairman of the Port Council, Ana Lind, said", "chairman of the Port Council", id="of whom"
        ),
        pytest.param("On Monday, Corvane vice president Ana Lind said", "Corvane vice president", id="name and office"),
        pytest.param("Ana Lind, Corvane's chief engineer, sat by.", "Corvane's chief engineer", id="behind the name"),
        pytest.param("Ana Lind, who owns Corvane, disputed it.", "owns Corvane", id="what she does"),
        pytest.param("Ana Lind speaks for the Port Council, which has money.", "the Port Council", id="speaks for"),
        pytest.param(
            "Ana Lind has been site manager at Corvane since May.", "site manager at Corvane since May", id="has been"
        ),
        pytest.param("She met Corvane in the hall. Ana Lind slept.", "", id="in the sentence before"),
        pytest.param("Ana Lind runs marathons.", "", id="nobody's"),
        pytest.param("According to the website, Ana Lind, then its head, paid.", "", id="whose website is not told"),
        pytest.param("Lind's lawyer spoke.", "", id="not by the whole name"),
    ],
)
def test_what_the_article_tells_where_it_names_somebody_first(text, words):
    assert introduction(text, "Ana Lind") == words
