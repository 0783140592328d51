"""Bodies that are called by letters, or by a part of their name: when they are one, and when they are not."""

import pytest

from service.identity import naming, partition

RAIL, WHOLE = "National Association of Rail Engineers", "Torrano State University"


def _speakers(*told: tuple) -> list[str | None]:
    """Whom each (name, role, party), in an article of its own, means."""
    namings = [
        naming(f"a{at}", name, "organisation", [role] if role else [], [party] if party else [])
        for at, (name, role, party) in enumerate(told)
    ]
    meant = partition(dict.fromkeys(namings, 1))
    return [meant[each.id].speaker for each in namings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((RAIL, "union", "Chad"), ("NARE", "rail union", "Chad"), id="the initials, in one land"),
        pytest.param((RAIL, "union", "Chad"), ("N.A.R.E.", None, "Chad"), id="with stops"),
        pytest.param((RAIL.upper(), None, "Chad"), ("NARE", None, "Chad"), id="in capitals"),
        pytest.param((f"{RAIL} (NARE)", None, None), ("NARE", "union", "Chad"), id="four letters printed behind it"),
        pytest.param(("Chama cha Umoja wa Rika (CUR)", None, "Chad"), ("CUR", None, "Chad"), id="three, in one land"),
        pytest.param((RAIL, "union", "Chad"), (f"{RAIL} (NARE)", None, "Chad"), id="one name"),
        pytest.param((WHOLE, None, "Chad"), ("Torrano State", "university", "Chad"), id="without what it is"),
        pytest.param(("Labour Party", None, "Chad"), ("Labour", "governing party", "Chad"), id="a party"),
        pytest.param(("Torrano FC", "club", "Chad"), ("Torrano", "football club", "Chad"), id="a club"),
    ],
)
def test_one_body(one, other):
    first, second = _speakers(one, other)
    assert first is not None
    assert first == second


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param((RAIL, "union", "Chad"), ("NARE", "union", "Mali"), id="in two lands"),
        pytest.param((RAIL, "union", "Chad"), ("NARE", "union", None), id="the initials alone"),
        pytest.param((RAIL, "union", "Chad"), ("NARE", "teachers' union", "Chad"), id="of another trade"),
        pytest.param((RAIL, "union", "Chad"), ("NARE", "airline", "Chad"), id="another thing"),
        pytest.param((f"{RAIL} (NARE)", None, "Chad"), ("NARE", None, "Mali"), id="letters printed behind, two lands"),
        pytest.param(("Chama cha Umoja (CUR)", None, None), ("CUR", None, None), id="three letters and no land"),
        pytest.param(("Chama cha Umoja (Kenya)", None, "Chad"), ("Kenya", None, "Chad"), id="no letters of it"),
        pytest.param((WHOLE, None, "Chad"), ("Torrano State", "bank", "Chad"), id="another kind of body"),
        pytest.param((WHOLE, None, "Chad"), ("Torrano State", None, "Chad"), id="of no kind"),
        pytest.param((RAIL, "union", "RAIL"), ("NATO", "union", "RAIL"), id="letters that all the world knows"),
    ],
)
def test_two_bodies(one, other):
    first, second = _speakers(one, other)
    assert first is None or first != second


def test_letters_of_two_bodies_of_a_land_are_neither():
    rail, radio, letters = _speakers(
        (RAIL, None, "Chad"), ("New Academy of Radio Engineers", None, "Chad"), ("NARE", None, "Chad")
    )
    assert len({rail, radio, letters}) == 3


def test_a_body_that_answers_for_itself_shares_nothing_with_its_letters():
    whole, letters = _speakers((RAIL, None, RAIL), ("NARE", None, "NARE"))
    assert whole != letters
    told, letters = _speakers((f"{RAIL} (NARE)", None, RAIL), ("NARE", None, "NARE"))
    assert told == letters
