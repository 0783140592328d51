"""Who is meant by an office that many may hold, or that somebody unnamed held just before."""

import pytest
from naming_articles import last, names

_AWAY = "\n\nShips rot.\n\nRust is red.\n\n"


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param(
            f"Governor Bo Diaz came.{_AWAY}Carl Lund sat down. [[The governor]] wept.",
            ["The governor"],
            id="far-from-its-holder-a-governor-may-be-another",
        ),
        pytest.param(
            f"Chancellor Bo Diaz came.{_AWAY}Carl Lund sat down. [[The chancellor]] wept.",
            ["Bo Diaz"],
            id="of-chancellors-there-is-one",
        ),
        pytest.param(
            "President Ann Roe came. The envoy, Bo Diaz, a cousin of the president, slept. [[The president]] wept.",
            ["Ann Roe"],
            id="a-cousin-of-the-president-is-none",
        ),
        pytest.param(
            "Lind’s chief of staff, Bo Diaz, slept. [[The chairman of the port]] wept.",
            ["The chairman of the port"],
            id="a-chief-of-staff-is-no-chairman",
        ),
        pytest.param("Bo Diaz won again. [[The Italian]] wept.", ["Bo Diaz"], id="who-alone-is-named-by-a-land"),
        pytest.param("Bo Diaz beat Ann Roe. [[The Swede]] wept.", ["The Swede"], id="of-two-it-may-be-either"),
        pytest.param("Bo Diaz won again. [[The French]] wept.", ["The French"], id="a-people-is-nobody-named"),
        pytest.param(
            "Senator Bo Diaz met Senator Ann Roe.\n\n[[Diaz]] spoke.\n\n[[The senator]] wept.",
            ["Bo Diaz"],
            id="of-two-the-one-who-spoke-last",
        ),
        pytest.param(
            f"Senator Bo Diaz came. Senator Ann Roe came.{_AWAY}Roe sat down near Lima. [[The senator]] wept.",
            ["Ann Roe"],
            id="of-two-the-only-one-named-nearby",
        ),
        pytest.param(
            "President Bo Diaz met President Ann Roe.\n\n[[Diaz]] spoke.\n\n[[The president of a union]] wept.",
            [],
            id="the-president-of-something-else",
        ),
        pytest.param(
            "Ships rot. Prof. Ann Roe came. Bo Diaz came. [[The professor]] wept.",
            ["Ann Roe"],
            id="short-for-professor",
        ),
        pytest.param(
            "Aide Bo Diaz came. [[A port official]] spoke. [[The aide]] wept.",
            ["A port official"],
            id="the-aide-is-the-unnamed-official-who-spoke",
        ),
        pytest.param(
            "Senator Ann Roe came. It was all the fault of Bo Diaz, the senator said. [[The senator]] wept.",
            ["Ann Roe"],
            id="who-is-said-to-speak-is-no-apposition",
        ),
        pytest.param(
            "[[One man in Lima]] spoke. [[The man]] wept.", ["One man in Lima"], id="the-man-is-the-one-man-who-spoke"
        ),
    ],
)
def test_office(article, speakers):
    assert names(last(article)) == speakers
