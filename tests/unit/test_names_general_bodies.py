"""Which body "the company" and "the newspaper" mean: one named or heard near them, with no other behind it."""

import pytest
from naming_articles import last, names

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
