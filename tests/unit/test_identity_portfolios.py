"""Ministries of several things by the first of them; and names in which "and" joins something else."""

import pytest

from service.identity.portfolios import first_portfolio


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        ("Ministry of Interior and Municipalities", "Ministry of Interior"),
        ("Secretary of Health and Human Services", "Secretary of Health"),
        ("minister of foreign affairs and international cooperation", "minister of foreign affairs"),
        ("health and welfare minister", "health minister"),
        ("Ministry of Food and Agriculture", "Ministry of Food and Agriculture"),
        ("founder and director", "founder and director"),
        ("Ministry of Higher Education", "Ministry of Higher Education"),
    ],
)
def test_the_first_portfolio(printed, told):
    assert first_portfolio(printed) == told
