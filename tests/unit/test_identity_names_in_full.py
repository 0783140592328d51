"""People whom the press calls by letters, and the states that monarchs' names tell."""

import pytest

from service.identity.names_in_full import in_full, state_in_name, without_state
from service.identity.namings import naming


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("JFK", "John F. Kennedy"),
        ("RFK Jr.", "Robert F. Kennedy Jr."),
        ("President Lula", "President Luiz Inácio Lula da Silva"),
        ("Ada Lula", "Ada Lula"),  # a surname
        ("", ""),
    ],
)
def test_names_in_full(printed, full):
    assert in_full(printed) == full


@pytest.mark.parametrize(
    ("printed", "name", "state"),
    [
        ("Ada II of the Netherlands", "Ada II", "Netherlands"),
        ("Ada of Varn", "Ada of Varn", None),  # no state
        ("of Chad", "of Chad", None),
    ],
)
def test_states_of_monarchs(printed, name, state):
    assert (without_state(printed), state_in_name(printed)) == (name, state)


def test_another_name_tells_no_office():
    assert not naming("a1", "Jorge Bergoglio", "person").evidence
