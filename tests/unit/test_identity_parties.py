import pytest

from service.identity.parties import party_of


@pytest.mark.parametrize(
    ("name", "kind", "party"),
    [
        pytest.param("Russia", "state", "Russia", id="a state"),
        pytest.param("the Russian Federation", "state", "Russia", id="its long name"),
        pytest.param("U.S.", "state", "United States", id="initials"),
        pytest.param("the United States of America", "state", "United States", id="three names of one"),
        pytest.param("Washington", "state", "United States", id="a capital that stands for the state"),
        pytest.param("Moscow", "state", "Russia", id="another"),
        pytest.param("Fiji", "state", "Fiji", id="from CLDR alone"),
        pytest.param("the Kremlin", "organisation", "Russia", id="a seat"),
        pytest.param("Downing Street", "organisation", "United Kingdom", id="a street"),
        pytest.param("Foggy Bottom", "organisation", "United States", id="a neighbourhood"),
        pytest.param("South Korea's Blue House", "organisation", "South Korea", id="a house and its state"),
        pytest.param("Russian Foreign Ministry", "organisation", "Russia", id="adjective"),
        pytest.param("Russia’s Foreign Ministry", "organisation", "Russia", id="possessive"),
        pytest.param("Ministry of Foreign Affairs of Russia", "organisation", "Russia", id="of"),
        pytest.param("South Korean Foreign Ministry", "organisation", "South Korea", id="an adjective of two words"),
        pytest.param("Russian mission to the UN", "organisation", "Russia", id="not where it is sent"),
        pytest.param("U.S. State Department", "organisation", "United States", id="state and department"),
        pytest.param("the European Commission", "organisation", "European Union", id="of a union"),
        pytest.param("UN", "organisation", "United Nations", id="an organisation by its initials"),
        pytest.param("NATO", "organisation", "NATO", id="one that is known by them"),
        pytest.param("Microsoft Corp.", "organisation", "Microsoft", id="a firm answers for itself"),
        pytest.param("China Daily", "organisation", "China Daily", id="no body of the state"),
        pytest.param("Bank of China", "organisation", "Bank of China", id="a bank"),
        pytest.param("the Foreign Ministry", "organisation", None, id="of some state"),
        pytest.param("the company", "organisation", None, id="unnamed"),
        pytest.param("US officials", "group", "United States", id="officials of a state"),
        pytest.param("a senior Chinese diplomat", "anonymous", "China", id="unnamed, its state named"),
        pytest.param("a diplomat", "anonymous", None, id="unnamed altogether"),
        pytest.param("American voters", "group", None, id="a people answers for nobody"),
    ],
)
def test_for_whom_a_name_answers(name, kind, party):
    assert party_of(name, kind, ()) == party


@pytest.mark.parametrize(
    ("role", "party"),
    [
        pytest.param("Russian Foreign Minister", "Russia", id="adjective"),
        pytest.param("Russia's deputy foreign minister", "Russia", id="possessive"),
        pytest.param("President of the United States", "United States", id="of"),
        pytest.param("Kremlin spokesman", "Russia", id="a seat"),
        pytest.param("U.S. Ambassador to the UN", "United States", id="not where he is sent"),
        pytest.param("Britain's envoy for Syria", "United Kingdom", id="nor for whom"),
        pytest.param("Treasury Secretary", "United States", id="an office of one state"),
        pytest.param("acting Deputy Treasury Secretary", "United States", id="and its deputy"),
        pytest.param("Foreign Secretary", "United Kingdom", id="of another"),
        pytest.param("UN Secretary-General", "United Nations", id="of an organisation"),
        pytest.param("spokeswoman for the Russian Foreign Ministry", "Russia", id="for a body"),
        pytest.param("Microsoft president", "Microsoft", id="of a firm"),
        pytest.param("chief executive of Northwind Air", "Northwind Air", id="of a firm, after of"),
        pytest.param("CEO", None, id="of some firm"),
        pytest.param("foreign minister", None, id="of some state"),
        pytest.param("former Russian president", None, id="no longer"),
        pytest.param("Russian opposition leader", None, id="against it"),
        pytest.param("Chinese businessman", None, id="only from there"),
        pytest.param("Republican", None, id="a political party is another thing"),
    ],
)
def test_for_whom_a_role_answers(role, party):
    assert party_of("Ann Lee", "person", (role,)) == party


def test_the_first_role_that_says_it_counts():
    assert party_of("Ann Lee", "person", ("lawyer", "former Polish minister", "Czech envoy")) == "Czech Republic"
