"""The places known by name are at least those of CLDR."""

import pytest
from babel import Locale

from service.folding import words_of
from service.identity.places import is_state, place_of
from service.identity.states_abroad import state_abroad

_NONE = ("EZ", "QO", "UN", "XA", "XB", "ZZ")  # codes of CLDR that are no territories
_PRINTED = {"HK": "Hong Kong", "MO": "Macao", "CG": "Republic of the Congo"}  # CLDR has names that no text prints
_CODES = [code for code in sorted(Locale("en").territories) if len(code) == 2 and code not in _NONE]


@pytest.mark.parametrize("code", _CODES)
def test_every_territory_of_cldr_is_known(code):
    name = _PRINTED.get(code, Locale("en").territories[code].partition(" (")[0].replace("&", "and"))
    place = place_of(words_of(name))
    assert place
    assert is_state(place.label)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        pytest.param("Deutschland", "Germany", id="German"),
        pytest.param("Việt Nam", "Vietnam", id="with marks"),
        pytest.param("台灣", "Taiwan", id="Chinese"),
        pytest.param("Myanma", "Myanmar", id="what English calls by two names"),
        pytest.param("Grande-Bretagne", "United Kingdom", id="for short"),
        pytest.param("Niger", None, id="what English calls so is that"),
        pytest.param("Norholm", None, id="no state"),
    ],
)
def test_states_in_other_languages(printed, label):
    assert state_abroad(printed) == label
