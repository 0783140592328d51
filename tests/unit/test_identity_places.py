"""The places known by name are at least those of CLDR."""

import pytest
from babel import Locale

from service.folding import words_of
from service.identity.places import is_state, place_of

_NONE = ("EZ", "QO", "UN", "XA", "XB", "ZZ")  # codes of CLDR that are no territories
_PRINTED = {"HK": "Hong Kong", "MO": "Macao", "CG": "Republic of the Congo"}  # CLDR has names that no text prints
_CODES = [code for code in sorted(Locale("en").territories) if len(code) == 2 and code not in _NONE]


@pytest.mark.parametrize("code", _CODES)
def test_every_territory_of_cldr_is_known(code):
    name = _PRINTED.get(code, Locale("en").territories[code].partition(" (")[0].replace("&", "and"))
    place = place_of(words_of(name))
    assert place
    assert is_state(place.label)
