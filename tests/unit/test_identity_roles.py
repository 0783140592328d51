"""What the words of a role say of the walk of life, and of the calling within it."""

import pytest

from service.identity.roles import crafts_of, office_of, walks_of


@pytest.mark.parametrize(
    ("role", "walks"),
    [
        pytest.param("police captain", {"force"}, id="a captain of the police is no sailor"),
        pytest.param("captain", {"force", "sport", "labour"}, id="a captain of whatever"),
        pytest.param("army doctor", {"care"}, id="the army is where the doctor works"),
        pytest.param("army chief of staff", {"force"}, id="and tells where nothing else does"),
        pytest.param("general", {"force", "command"}, id="who commands"),
        pytest.param("herpetologist", {"science"}, id="an ending that tells"),
        pytest.param("peacemaker", set(), id="an ending that does not"),
        pytest.param("policymaker", {"public"}, id="nor here"),
        pytest.param("Rev.", {"faith"}, id="cut short"),
        pytest.param("chief executive officer", {"business"}, id="an officer of a firm"),
        pytest.param("passenger", {"private"}, id="in the news by chance"),
        pytest.param("namesake", set(), id="no calling"),
    ],
)
def test_walks_of_life(role, walks):
    assert walks_of(role) == walks


def test_callings_within_a_walk():
    assert crafts_of("tennis player") == {("sport", "tennis")}
    assert ("sport", "football") in crafts_of("striker") & crafts_of("football coach")
    assert not crafts_of("coach")
    assert not crafts_of("doctor")


def test_an_officer_of_nothing_else_has_an_office():
    assert office_of("officer") == ("officer",)
    assert office_of("chief executive officer") == office_of("CEO")
