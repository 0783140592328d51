"""Whom a name in a question stands for, in whatever order, script and spelling it is asked."""

import pytest

from service.identity.asking import asked_for, orders


def _means(asked: str, printed: str) -> bool:
    return any(means for order in orders(asked) for means in asked_for(order, [(printed, "person")]))


@pytest.mark.parametrize(
    ("asked", "printed", "means"),
    [
        pytest.param("Roe Ann", "Ann Roe", True, id="surname first"),
        pytest.param("Roe Ann Jr.", "Ann Roe Jr.", True, id="surname first, the son"),
        pytest.param("Ann Roe Jr.", "Ann Roe", False, id="the son, where only the father is known"),
        pytest.param("Roe Ann Jr.", "Ann Roe", False, id="the son in another order"),
        pytest.param("Roe", "Ann Roe", True, id="a surname"),
        pytest.param("А. Орлов", "Ann Orlov", True, id="an initial in another script"),
        pytest.param("Σ. Ορλόφ", "Sara Orlov", True, id="as Greek writes the names of others"),
        pytest.param(
            "\u0628\u0634\u0627\u0631 \u0627\u0644\u0623\u0633\u062f",
            "Bashar al-Assad",
            True,
            id="an Arabic surname that begins with a vowel",
        ),
        pytest.param("Winnie Lam", "Winnie Lam Mei-ling", True, id="the Western name alone"),
        pytest.param("Orlof", "Ann Orlov", False, id="a typing error"),
        pytest.param("Anne Roe", "Ann Roe", False, id="another first name"),
    ],
)
def test_a_name_in_a_question_means_its_bearers_alone(asked, printed, means):
    assert _means(asked, printed) is means
