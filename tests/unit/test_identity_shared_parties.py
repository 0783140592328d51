"""Parties by other names: which are one body, and which only look so. All bodies are invented."""

import pytest

from service.identity.evidence import party_label
from service.identity.shared_parties import marks_of_parties, shared_parties


def _labels(party: str) -> frozenset[str]:
    return frozenset({party_label(party) or ""})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("VTSB", "Varn Transport Safety Bureau", id="its letters"),
        pytest.param("Coast Guard", "U.S. Coast Guard", id="without its state"),
        pytest.param("The Anchor restaurant", "The Anchor", id="without what it is"),
        pytest.param("Social Democrats", "Social Democratic Party", id="a party by its members"),
        pytest.param("City of Varn Falls", "Varn Falls", id="what a town is"),
        pytest.param("Varn Falls, Ohio", "Varn Falls", id="a town with its land"),
        pytest.param("Varn Rovers FC", "Varn Rovers", id="a club without its letters"),
        pytest.param("Varn University", "University of Varn", id="its words in another order"),
        pytest.param("Varn Holdings plc", "Varn", id="a firm without its forms"),
        pytest.param("Universidad de Varn", "University of Varn", id="in another language"),
        pytest.param("Democrat", "Democratic Party", id="a party by one member"),
        pytest.param("Varn Air Lines", "Varn", id="an airline for short"),
        pytest.param("Τράπεζα της Ελλάδος", "Bank of Greece", id="a bank that a table has in its own language"),
    ],
)
def test_one_party(one, other):
    mine, theirs = _labels(one), _labels(other)
    assert shared_parties(mine, theirs)
    assert marks_of_parties(mine) & marks_of_parties(theirs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Varn Maritime Institute", "Varn Mining Institute", id="two names with the same letters"),
        pytest.param("Chad", "Mali", id="two lands"),
        pytest.param("Varn Falls, Ohio", "Varn Falls, Texas", id="two towns of one name"),
        pytest.param("Varn Canada", "Varn", id="a firm and its branch"),
        pytest.param("University of Ohio", "University", id="a word that tells nothing"),
        pytest.param("Varn County", "Varn", id="a county and a town"),
        pytest.param("Varn Lines", "Varn Rovers", id="a word in common"),
    ],
)
def test_two_parties(one, other):
    assert not shared_parties(_labels(one), _labels(other))
