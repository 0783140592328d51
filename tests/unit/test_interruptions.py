"""Links to other stories glued into a paragraph. Outlets and people are invented."""

import pytest

from service.extraction.boilerplate import boilerplate

NEWS = "The old bridge will close for a year, Mayor Oda Holm said on Monday."


def cut(text: str) -> list[str]:
    page = f"{NEWS}\n{text}\n{NEWS}"
    return [page[start:end] for start, end in boilerplate(page)]


@pytest.mark.parametrize(
    ("before", "link", "after"),
    [
        pytest.param("Oda Holm, who ran the", "READ MORE: Ferry Strike Ends in Tears", "harbour for", id="capitals"),
        pytest.param("The nurses are paid", "ALSO READ | Minister Sacks Grain Chief", "by the day.", id="bar"),
        pytest.param("The road to the", "SEE ALSO: “Salt is gold,” warns chief", "mine is shut.", id="quotation-first"),
        pytest.param(
            "It was", "Most read today: 'Nobody asked us', say farmers", "as dykes fail a wet year.", id="no-seam"
        ),
        pytest.param(
            "The bus to the", "Related story: Mayor: ‘We won’t pay twice’", "coast is late.", id="speaker-and-colon"
        ),
        pytest.param("He left the", "RELATED: Who owns the canal?", "house at noon.", id="question"),
        pytest.param("Wages for", "Don’t miss: Bread is not politics, insists baker", "men fell.", id="says-last"),
        pytest.param("The cost of the", "(Read more: Bridge firm “went under” in May)", "pier rose.", id="brackets"),
        pytest.param("The vault was", "See also: Ferry strike", "looms built by masons.", id="two-words-are-sure"),
        pytest.param(
            "“The price is fair,” said the", "READ NEXT: Minister vows “war on rats”", "keeper of the", id="vows"
        ),
        pytest.param("She is 40.", "Read more: Ferry to run at night, says mayor", "", id="end-of-a-paragraph"),
        pytest.param(
            "She is 40.",
            "Read more: Will the ferry run at night?",
            "The council meets on Monday.",
            id="between-sentences",
        ),
        pytest.param(
            "“It is old,” she said.",
            "Also read: “We will not go,” say tenants of the quay",
            "",
            id="quotation-at-the-end",
        ),
    ],
)
def test_a_link_is_cut_and_the_sentence_goes_on(before, link, after):
    assert cut(f"{before} {link} {after}".rstrip()) == [link]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("More on this story: Ferry to run at night", id="more-on-this-story"),
        pytest.param("Most read this week: ‘We are few’, say monks", id="most-read"),
        pytest.param("Editor's pick: “We are few,” say monks as snow falls", id="editor-s-pick"),
    ],
)
def test_a_link_on_a_line_of_its_own(line):
    assert cut(line) == [line]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Read more books, says minister of schools", id="read-more-as-a-wish"),
        pytest.param("Related prices rose, and most read that as a warning.", id="related-as-a-word"),
        pytest.param("Children should read more: it helps them, the minister said.", id="small-letters"),
        pytest.param("A page headed Most read: Nothing at all hung on the wall, she said.", id="a-heading-is-the-news"),
        pytest.param("She told pupils: “Read more: It will help you,” and left.", id="in-marks"),
        pytest.param("The button says Read more: Nobody presses it, Bo Ek said.", id="a-button-is-the-news"),
        pytest.param("The two were related: Oda Holm is his aunt.", id="related-by-blood"),
        pytest.param("It was trending: Bo Ek had sung.", id="trending-as-a-verb"),
    ],
)
def test_news_is_kept(line):
    assert cut(line) == []


def test_the_quotation_after_a_headline_without_a_seam_is_kept():
    text = "The vault was SEE ALSO: Grain chief sleeps badly partly rebuilt, “and it was good,” said Ana Reed."
    assert cut(text) == ["SEE ALSO: Grain chief"]


def test_the_first_line_may_be_a_title_with_a_label():
    assert boilerplate(f"Editors’ picks: Ten bridges to see\n\n{NEWS}") == []
