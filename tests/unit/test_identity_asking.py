"""Whom a name in a question stands for, in whatever order, script and spelling it is asked."""

import subprocess
import sys

import pytest

from service.identity.asking import asked_for, orders, places_of
from service.identity.families import keys_of
from service.identity.namings import naming

SPELLINGS = [
    "Sergei Malenko", "Sergey Malenko", "С. Маленко", "Сергей Маленко", "Malenko", "Mr. Malenko", "S. Malenko",
    "Elena Orlova", "Yelena Orlov", "Moammar Gaddafi", "Muammar Qadhafi", "William “Bill” Roe", "Bill Roe", "Roe Bill",
    "Dr. B. Roe", "Bashar al-Assad", "\u0628\u0634\u0627\u0631 \u0627\u0644\u0623\u0633\u062f", "Kim Jong Un",
    "Jong Un Kim", "King Charles", "Winnie Lam Mei-ling", "Winnie Lam", "Gholam-Reza Azadi", "Gholamreza Azadi",
]  # fmt: skip


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
        pytest.param("Zhang Zhiming", "Chang Chih-ming", True, id="the older spelling of Chinese"),
        pytest.param("Bak Geonu", "Park Geon-woo", True, id="another spelling of Korean"),
        pytest.param("Zhang Zhiming", "Chang Chih-ping", False, id="another Chinese name"),
        pytest.param("Orlof", "Ann Orlov", False, id="a typing error"),
        pytest.param("Anne Roe", "Ann Roe", False, id="another first name"),
    ],
)
def test_a_name_in_a_question_means_its_bearers_alone(asked, printed, means):
    assert _means(asked, printed) is means


@pytest.mark.parametrize("asked", SPELLINGS)
def test_whom_a_name_means_stands_in_a_place_where_it_is_looked_for(asked):
    meant = [
        (naming("a1", printed, "person"), order)
        for printed in SPELLINGS
        for order in orders(asked)
        if asked_for(order, [(printed, "person")])[0]
    ]
    assert meant
    for there, order in meant:
        assert {there.block, *keys_of(there)} & set(places_of(order).values())


def test_after_the_tables_are_read_the_first_name_asks_for_little_more():
    # In a program of its own: here other tests have asked for names before.
    program = """
import sys
from service.identity.asking import places_of, read_tables
if sys.argv[1] == "read":
    read_tables()
calls = 0
def count(frame, event, argument):
    global calls
    calls += event == "call"
sys.setprofile(count)
places_of("Sergey Lavrov")
sys.setprofile(None)
print(calls)
"""
    read, unread = (
        int(subprocess.run([sys.executable, "-c", program, how], capture_output=True, check=True, text=True).stdout)
        for how in ("read", "unread")
    )
    assert read * 10 < unread
