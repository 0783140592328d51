"""Which body "the company" and "the newspaper" mean: one named or heard near them, with no other behind it."""

import pytest
from naming_articles import last, names, resolutions

_AWAY = "\n\nShips rot.\n\nRust is red.\n\nTin is soft.\n\nLead is not.\n\n"


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param("[[Pyrgos Shipping]] spoke. [[The company]] wept.", ["Pyrgos Shipping"], id="who-spoke"),
        pytest.param(
            f"[[Pyrgos Shipping]] spoke.{_AWAY}Welders came. [[The company]] wept.",
            ["The company"],
            id="spoke-too-long-ago",
        ),
        pytest.param(
            "[[Pyrgos Shipping]] spoke. Two of its clerks left to start Norvex Mining. [[The company]] wept.",
            ["The company"],
            id="another-firm-is-named-since",
        ),
        pytest.param(
            "Zentrix bought its rival Ludavia in March. [[The company]] wept.",
            ["The company"],
            id="who-leads-the-sentence-that-presents-the-other",
        ),
        pytest.param(
            "In March Bo Diaz left its rival Ludavia. [[The company]] wept.", ["Ludavia"], id="a-person-is-no-company"
        ),
        pytest.param(
            "[[The Port Department]] spoke. Crime fell, by numbers of the PRK. [[The agency]] wept.",
            ["The agency"],
            id="letters-may-be-the-agency",
        ),
        pytest.param(
            "[[The Lima Sentinel]] wrote. [[The PRK]] spoke. [[The newspaper]] wept.",
            ["Lima Sentinel"],
            id="a-sentinel-is-a-newspaper-and-letters-are-none",
        ),
        pytest.param(
            "Norvex, the harbour agency, came. [[The Bergen Refuge Agency]] spoke. [[The agency]] wept.",
            ["Bergen Refuge Agency"],
            id="of-what-spoke-before",
        ),
        pytest.param(
            "Pembury Foods came. [[Pembury]] spoke. Hester Pembury wept.",
            ["Pembury Foods"],
            id="a-firm-by-its-first-word-before-anybody-of-that-name",
        ),
        pytest.param(
            "Pembury Foods came. Hester Pembury wept. [[Pembury]] spoke.", ["Hester Pembury"], id="then-it-is-somebody"
        ),
        pytest.param(
            "[[The old shipping organization the Bergen League]] wept.", ["Bergen League"], id="name-behind-its-kind"
        ),
        pytest.param(
            "[[The Republican primary campaign of Bo Diaz]] spoke. [[The campaign]] wept.",
            ["The campaign"],
            id="a-party-adjective-names-no-campaign",
        ),
    ],
)
def test_body(article, speakers):
    assert names(last(article)) == speakers


def test_a_body_is_not_meant_that_is_named_behind_another():
    article = "Norvex, the harbour agency, came. [[The agency]] wept. [[The Bergen Refuge Agency]] spoke."
    assert names(resolutions(article)[0]) == ["The agency"]
