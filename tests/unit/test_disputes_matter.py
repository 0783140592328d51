"""What the form of a statement tells: it is about another year, or about those who make it."""

import pytest

from service.disputes.matter import (
    are_other_figures,
    are_other_places,
    are_other_years,
    both_call_false,
    count_other_years,
    counts,
    other_thing,
    speaks_of_self,
    years,
)
from service.disputes.words import terms


@pytest.mark.parametrize(
    ("claimed", "said", "other"),
    [
        pytest.param("it lost nine million in 2021", "it lost nothing in 2023", True, id="another-year"),
        pytest.param("it lost nine million in 2021", "it lost nothing in 2021 or 2022", False, id="the-same-year"),
        pytest.param("it was stolen in 1983", "it had been here since 1911", False, id="since-then-is-all-years"),
        pytest.param("it lost nine million", "it lost nothing in 2023", False, id="only-one-names-a-year"),
        pytest.param("they were buried in 1999", "it was a cemetery until 1961", False, id="what-was-there-before"),
    ],
)
def test_another_year_is_another_matter(claimed, said, other):
    assert are_other_years(years(claimed), years(said)) is other


@pytest.mark.parametrize(
    ("claimed", "said", "other"),
    [
        pytest.param(
            "88 percent came on time in 2024", "the figure for 2022 was 79 percent", True, id="the-year-before"
        ),
        pytest.param("88 percent came on time in 2024", "in 2024 it was 79 percent", False, id="the-same-year"),
        pytest.param("88 percent came on time in 2024", "it was 79 percent", False, id="no-year"),
        pytest.param("the plant was built in 2024", "it was built in 1961", False, id="nothing-is-counted"),
    ],
)
def test_figures_of_two_years_say_nothing_of_each_other(claimed, said, other):
    assert count_other_years(claimed, said) is other


@pytest.mark.parametrize(
    ("claimed", "said", "other"),
    [
        pytest.param(
            "the works in Rutla has no filter", "The plant in Deuna passed its test", True, id="a-plant-there"
        ),
        pytest.param("fares in Rutla fell", "In Deuna fares have not moved", True, id="in-another-town"),
        pytest.param("the works in Rutla has no filter", "the works in Rutla passed its test", False, id="the-same"),
        pytest.param("the works has no filter", "the plant in Deuna passed its test", False, id="only-one-is-placed"),
        pytest.param("he was seen in Rutla", "he was in Deuna that night", False, id="he-was-elsewhere"),
        pytest.param(
            "the pilot of a plane near Brask had no licence",
            "a licence stamped in May",
            False,
            id="a month is no place",
        ),
    ],
)
def test_a_thing_in_another_place_is_another_matter(claimed, said, other):
    assert are_other_places(claimed, said) is other


@pytest.mark.parametrize(
    ("said", "own"),
    [
        pytest.param("she herself owned no flat", True, id="of-herself"),
        pytest.param("it had itself measured 41 km", True, id="of-itself"),
        pytest.param("the old lady sold it herself", False, id="by-herself"),
        pytest.param("he paid for it himself", False, id="alone"),
    ],
)
def test_who_speaks_of_themselves_is_told(said, own):
    assert speaks_of_self(said) is own


@pytest.mark.parametrize(
    ("claimed", "said", "both"),
    [
        pytest.param("two notes were forged", "they are false", True, id="not-genuine"),
        pytest.param("two notes were stolen", "they are false", False, id="a-denial"),
        pytest.param("two notes were forged", "that is false", False, id="the-claim-is-meant"),
        pytest.param("the firm had lied to the court", "we never lied to anybody", False, id="it-was-never-so"),
    ],
)
def test_both_may_call_a_thing_false(claimed, said, both):
    assert both_call_false(claimed, said) is both


@pytest.mark.parametrize(
    ("said", "thing"),
    [
        pytest.param("Burglaries had fallen by a tenth", "Burglaries", id="another-thing"),
        pytest.param("Jets fly for the army only", "", id="the-thing-claimed"),
        pytest.param("I was at a christening", "", id="a-person"),
        pytest.param("the meeting was in June", "", id="a-definite-thing"),
        pytest.param("Nothing was flown", "", id="nothing"),
        pytest.param("Flights from the same field have ceased", "", id="of-the-same-field"),
        pytest.param("James was at home", "", id="somebody-named"),
    ],
)
def test_who_begins_with_a_bare_noun_turns_to_it(said, thing):
    assert other_thing(said, terms("the minister flew on state jets")) == thing


@pytest.mark.parametrize(
    ("claimed", "said", "other"),
    [
        pytest.param("only 58 percent ran on time", "91 percent ran on time", True, id="another-share"),
        pytest.param("only 58 per cent ran on time", "58% ran on time", False, id="the-same-share"),
        pytest.param("58 buses ran on time", "91 buses ran on time", False, id="no-shares"),
        pytest.param("58 percent ran on time", "most ran on time", False, id="one-share-only"),
    ],
)
def test_another_share_of_the_same_is_another_figure(claimed, said, other):
    assert are_other_figures(claimed, said) is other


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        pytest.param("only 52 of the wells were found", {"well": {"52"}}, id="digits"),
        pytest.param("nine wells and ten wells", {"well": {"nine", "ten"}}, id="two numbers of one thing"),
        pytest.param("40 million tonnes", {"ton": {"40"}}, id="millions"),
        pytest.param("wells were found", {}, id="no number"),
    ],
)
def test_what_is_counted(words, counted):
    assert counts(words) == counted
