"""Whom "they" means: the people named just before it, else the group that spoke nearby, else nobody."""

import pytest
from naming_articles import last, names


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param(
            "[[Several dockers]] spoke of the tide. Ships rot. [[They]] wept.",
            ["Several dockers"],
            id="group-of-the-paragraph",
        ),
        pytest.param(
            "[[Several dockers]] spoke of the tide.\n\nShips rot.\n\nRust is red.\n\n[[They]] wept.",
            [],
            id="two-paragraphs-on-it-may-be-others",
        ),
        pytest.param(
            "Ann Roe came. Bo Diaz came. [[Several dockers]] spoke.\n\nWhen I met Ms. Roe and Mr. Diaz, [[they]] wept.",
            ["Ann Roe", "Bo Diaz"],
            id="two-people-joined-in-the-sentence",
        ),
        pytest.param(
            "[[Her campaign]] spoke.\n\nWhile the mayor slept, angry dockers seized the crane. First, [[they]] wept.",
            ["angry dockers"],
            id="crowd-behind-a-clause",
        ),
        pytest.param(
            "[[The Lima government]] spoke.\n\nAs tides rose, Peruvian officials counted boats. First, [[they]] wept.",
            ["Peruvian officials"],
            id="crowd-that-begins-with-a-capital",
        ),
        pytest.param(
            "Bo Diaz came. Police moved in at noon. [[They]] wept.",
            ["Police"],
            id="the-police-are-several",
        ),
        pytest.param(
            "[[Elite dockers]] spoke. But the mayor's supporters aren't wrong when [[they]] weep.",
            ["mayor's supporters"],
            id="crowd-of-the-own-sentence-before-who-spoke",
        ),
        pytest.param(
            "[[Several donors]] spoke. More women own firms and have built ships. At home, [[they]] said, it is late.",
            ["Several donors"],
            id="who-spoke-in-the-paragraph-before-a-crowd-of-another-sentence",
        ),
        pytest.param(
            "[[The dockers]] spoke.\n\nBo Diaz called the ferry companies. [[They]] wept.", [], id="others-named-since"
        ),
        pytest.param(
            "[[The dockers]] spoke.\n\nBo Diaz called the mayor. [[They]] wept.",
            ["The dockers"],
            id="nobody-named-since",
        ),
        pytest.param(
            "[[The dockers]] spoke. Bo Diaz brought the lists. [[They]] show three names.", [], id="lists-show"
        ),
        pytest.param("[[The election returns]] told of a storm. [[They]] wept.", [], id="returns-are-no-they"),
        pytest.param(
            "Yet dockers have seized the crane, and [[they]] wept.", ["dockers"], id="yet-is-no-part-of-a-crowd"
        ),
    ],
)
def test_they(article, speakers):
    assert names(last(article)) == speakers
