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
        pytest.param("film director", {"arts"}, id="two words that say what one says"),
        pytest.param("olive oil producer", {"labour"}, id="and three"),
        pytest.param("manager", {"business", "sport"}, id="alone it may be a coach"),
        pytest.param("hotel manager", {"business", "labour"}, id="not where more is told"),
        pytest.param("hospital director", {"business", "care"}, id="who leads a house is of its walk"),
        pytest.param("hospital plumber", {"labour"}, id="who works there is not"),
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


@pytest.mark.parametrize(
    ("role", "english"),
    [
        pytest.param("ministre des Finances", "finance minister", id="small words of French"),
        pytest.param("Bundesgesundheitsministerin", "health minister", id="one word of German"),
        pytest.param("valtiovarainministeri", "finance minister", id="and of Finnish"),
        pytest.param("vice-ministre de l'Habitat", "deputy housing minister", id="an article before a vowel"),
        pytest.param("вице-президент", "vice president", id="Russian"),
        pytest.param("وزير الطاقة", "energy minister", id="Arabic without vowels"),
        pytest.param("财政部副部长", "deputy finance minister", id="no blanks between words"),
        pytest.param("외교부 장관", "foreign minister", id="Korean"),
        pytest.param("bộ trưởng Bộ Ngoại giao", "foreign minister bo", id="what is known of Vietnamese"),
        pytest.param("premier ministre", "Prime Minister", id="two words that say more than each"),
        pytest.param("vice foreign minister", "deputy foreign minister", id="as Asia calls a deputy"),
        pytest.param("premier", "prime minister", id="a word for two"),
    ],
)
def test_offices_in_other_languages(role, english):
    assert office_of(role) == office_of(english)


@pytest.mark.parametrize(
    "role", ["presidential spokesman", "mayor of Los Angeles", "leader of Die Linke", "van driver"]
)
def test_words_of_english_roles_stay_as_they_are(role):
    assert office_of(role) == tuple(sorted(each for each in _plain(role) if each != "of"))


def _plain(role: str) -> list[str]:
    return [{"spokesman": "spokesperson"}.get(word, word) for word in role.lower().split()]
