"""Whom those who are called something answer for; all parties invented."""

import pytest

from service.disputes.callings import is_called_after, is_somebodys
from service.disputes.sides import Sides, is_place
from service.records import Mention


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


def named(text: str, name: str, role: str | None = None) -> Mention:
    at = text.index(name)
    return Mention(name, (at, at + len(name)), "person", role)


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        pytest.param("Army spokesman Ana Lind denied it.", "Army spokesman", True, id="its noun before the office"),
        pytest.param("The army's spokesman, Ana Lind, denied it.", "army's spokesman", True, id="a possessive"),
        pytest.param(
            "Ana Lind, a spokesman for the army, denied it.", "spokesman for the army", True, id="for the army"
        ),
        pytest.param("An army spokesman, Brig. Gen. Ana Lind, denied it.", "Brig. Gen.", True, id="before a rank"),
        pytest.param(
            "A former army spokesman, Ana Lind, denied it.", "former army spokesman", False, id="a former one"
        ),
        pytest.param("The chief spokesman, Ana Lind, denied it.", "chief spokesman", False, id="no body"),
        pytest.param("Army wife Ana Lind denied it.", "Army wife", False, id="no spokesman"),
    ],
)
def test_a_spokesman_answers_for_the_body_that_a_noun_tells(text, role, body):
    mention = named(text, "Ana Lind", role)
    assert ("army" in Sides(text, ()).of_mentions((mention,)).parties) is body


def test_a_body_behind_a_name_ends_with_its_sentence():
    text = "It leaks, said Ana Lind of River Action. Severn Water said nothing leaks."
    assert "severn water" not in Sides(text, ()).of_mentions((named(text, "Ana Lind"),)).parties


def test_a_body_is_one_by_its_letters_and_by_its_name():
    text = "The Rapid Defence Units left. The RDU denied it."
    sides = Sides(text, ())
    letters = Mention("RDU", (at := text.index("RDU"), at + 3), "organisation")
    whole = Mention("Rapid Defence Units", (at := text.index("Rapid"), at + 19), "organisation")
    assert not set(sides.of_mentions((letters,)).parties).isdisjoint(sides.of_mentions((whole,)).parties)
