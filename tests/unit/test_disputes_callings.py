"""Whom those who are called something answer for; all parties invented."""

import pytest

from service.disputes.callings import is_called_after, is_somebodys
from service.disputes.sides import Sides, is_place


@pytest.mark.parametrize(
    ("called", "accused", "met"),
    [
        pytest.param("the island's fisheries minister", "Velmar", True, id="a minister of a state"),
        pytest.param("The kingdom's foreign ministry", "Velmar", True, id="a ministry of a state"),
        pytest.param("the island's fisheries minister", "corvane", False, id="a firm is no island"),
        pytest.param("the island's largest brewer", "Velmar", False, id="a brewer speaks for no state"),
        pytest.param("The rebels", "free velmar front", True, id="rebels of a front"),
        pytest.param("The rebels", "corvane", False, id="a firm has no rebels"),
        pytest.param("The officers", "brask police", True, id="officers of a police force"),
        pytest.param("The mayor", "brask police", False, id="another office"),
    ],
)
def test_who_is_called_after_the_accused_answers_for_them(called, accused, met):
    assert is_called_after(called, (accused,)) is met


@pytest.mark.parametrize(
    ("called", "somebodys"),
    [
        pytest.param("Ana Lind heads the producer", True, id="heads it"),
        pytest.param("Ana Lind runs the family firm", True, id="runs it"),
        pytest.param("Ana Lind who founded it", True, id="founded it"),
        pytest.param("Ana Lind leads the inquiry", False, id="an inquiry judges"),
        pytest.param("Ana Lind chairs the residents' committee", False, id="residents complain"),
        pytest.param("Ana Lind runs marathons", False, id="runs nobody's firm"),
    ],
)
def test_who_runs_a_firm_told_of_before_is_somebodys(called, somebodys):
    assert is_somebodys(called, "Ana Lind", "person", unattached=False) is somebodys


@pytest.mark.parametrize(
    ("party", "place"),
    [
        pytest.param("Croatia", True, id="a state"),
        pytest.param("zagreb", True, id="a town"),
        pytest.param("corvane", False, id="a firm"),
    ],
)
def test_a_party_may_be_no_more_than_a_place(party, place):
    assert is_place(party) is place


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param("A valve at Corvane. Corvane laughed", ("corvane",), id="a name ends with its sentence"),
        pytest.param("He told J. Lind", ("j lind",), id="an initial is part of it"),
        pytest.param("It came to St. Olva", ("st olva",), id="so is a short title"),
    ],
)
def test_where_a_name_ends(text, parties):
    assert Sides(text, ()).named(text[2:]) == parties
