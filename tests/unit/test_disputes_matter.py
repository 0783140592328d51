"""What the form of a statement tells: it is about another year, or about those who make it."""

import pytest

from service.disputes.matter import speaks_of_another_year, speaks_of_self


@pytest.mark.parametrize(
    ("claimed", "said", "other"),
    [
        pytest.param("it lost nine million in 2021", "it lost nothing in 2023", True, id="another-year"),
        pytest.param("it lost nine million in 2021", "it lost nothing in 2021 or 2022", False, id="the-same-year"),
        pytest.param("it lost nine million", "it lost nothing in 2023", False, id="only-one-names-a-year"),
    ],
)
def test_another_year_is_another_matter(claimed, said, other):
    assert speaks_of_another_year(claimed, said) is other


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
