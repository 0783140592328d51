"""The rules of spelling: none is passed over by the look that tells whether any may fit."""

from itertools import product

import pytest

from service.identity.letters import respelt, spelt_by_rules, with_umlauts
from service.identity.tables import groups

_SYLLABLES = ("ba", "ke", "dji", "cho", "skij", "wu", "nov", "mpe", "enko", "ouz", "yan", "sva", "tzi", "ddin", "iak")


@pytest.mark.parametrize("table", ["given_names", "nicknames", "family_names"])
def test_words_of_tables_are_spelt_by_all_rules(table):
    passed_over = [word for group in groups(table) for word in group if _differs(word)]
    assert not passed_over


def test_made_up_words_are_spelt_by_all_rules():
    assert not [word for parts in product(_SYLLABLES, repeat=3) if _differs(word := "".join(parts))]


def _differs(word: str) -> bool:
    return respelt(word) != spelt_by_rules(with_umlauts(word))
