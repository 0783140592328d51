"""Whom a pronoun means that is the source of a quote."""

import pytest
from naming_articles import last, names, resolutions


@pytest.mark.parametrize(
    ("article", "name"),
    [
        pytest.param(
            "[[Bo Diaz]] spoke to Carl Lund. [[He]] added more.", "Bo Diaz", id="previous-source-not-nearest-name"
        ),
        pytest.param(
            "[[Ann Roe]] spoke. [[Bo Diaz]] spoke. [[She]] added more.", "Ann Roe", id="first-name-tells-gender"
        ),
        pytest.param(
            "[[Ms. Okoro]] spoke. [[Mr. Bakari]] spoke. [[She]] added more.", "Okoro", id="title-tells-gender"
        ),
        pytest.param(
            "[[Spokeswoman Jo Tarn]] spoke. [[Spokesman Pat Lund]] spoke. [[She]] added more.",
            "Jo Tarn",
            id="role-tells-gender",
        ),
        pytest.param(
            "Xe Tarn said she was ill. [[Xe Tarn]] spoke. [[Bo Diaz]] spoke. [[She]] added more.",
            "Xe Tarn",
            id="pronoun-near-the-name",
        ),
        pytest.param("[[Bo Diaz]] spoke. [[He]] added more. [[He]] left.", "Bo Diaz", id="chain"),
        pytest.param(
            "A relative of one detainee, [[who]] raged.", "A relative of one detainee", id="whose-relative-it-is"
        ),
        pytest.param(
            "Her tone was milder than that of the harbour leadership, [[who]] raged.",
            "the harbour leadership",
            id="that-of-is-nobody",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke.\n\nWhen Mr. Diaz met Mr. Lund, [[he]] wept.",
            "Bo Diaz",
            id="mr-ends-no-sentence",
        ),
        pytest.param(
            "Bo Diaz met Carl Lund. [[Bo Diaz]] spoke.\n\nWhen Mr. Diaz came in, Mr. Lund rose. [[He]] wept.",
            "Carl Lund",
            id="behind-a-clause-the-sentence-begins",
        ),
        pytest.param(
            "Carl Lund met J. Vidar Holm. [[Bo Diaz]] spoke.\n\nHolm has praised Sen. Lund. [[He]] wept.",
            "J. Vidar Holm",
            id="short-titles-end-no-sentence",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke. He had met Lund in Lima. [[He]] added more.",
            "Bo Diaz",
            id="whom-he-met-is-no-subject",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke. [[Many of his friends]] wept. [[He]] added more.", "Bo Diaz", id="many-are-no-he"
        ),
        pytest.param("[[Bo Diaz]] spoke. [[A plumber]] wept. [[He]] added more.", "A plumber", id="a-plumber-is"),
        pytest.param(
            "[[Ecovia]] said {{deputy mayor Xe Tarn had opened it}}. [[He]] laughed.", "Xe Tarn", id="a-firm-is-no-he"
        ),
        pytest.param(
            "[[Senator Okoro's campaign]] accused {{Governor Ann Roe of fraud}}. [[She]] laughed.",
            "Ann Roe",
            id="a-campaign-leads-its-sentence-not-its-owner",
        ),
        pytest.param(
            "[[The charity]] spoke. Ships rot.\n[[Pyrgos Xaver]] told it otherwise. Wages are paid, [[it]] added.",
            "Pyrgos Xaver",
            id="it-is-who-spoke-before-though-nobody-tells-what-that-is",
        ),
        pytest.param(
            "On the bills the hospital would not speak. Nothing was used twice, [[it]] added.",
            "the hospital",
            id="a-body-behind-other-words",
        ),
        pytest.param(
            "Its secretary, Xe Tarn, held up a list. Buses burn, [[he]] added.", "Xe Tarn", id="an-apposition-presents"
        ),
        pytest.param(
            "Xe Tarn, in a borrowed suit, rose.\n\nI burnt nothing, [[he]] said.", "Xe Tarn", id="taken-up-further-down"
        ),
        pytest.param(
            "[[Bo Diaz]] spoke. Carl Lund arrived late. [[He]] complained.",
            "Carl Lund",
            id="subject-of-the-sentence-before",
        ),
        pytest.param(
            "[[Bo Diaz]] said {{Carl Lund was late}}. [[He]] left.",
            "Bo Diaz",
            id="subject-of-reported-words-does-not-count",
        ),
        pytest.param("[[The poll]] found much. Bo Diaz read it. [[He]] left.", "Bo Diaz", id="only-person-who-fits"),
        pytest.param(
            "[[Bo Diaz]] spoke. Bo's niece, Xu Tarn, taught. [[She]] left.", "Xu Tarn", id="a-relative-between-commas"
        ),
        pytest.param(
            "Bo Diaz came. It was for young dockers such as Diaz, [[who]] have spoken.",
            "young dockers",
            id="who-have-are-not-the-one-example",
        ),
        pytest.param(
            "Bo Diaz came. Nobody is milder than Diaz, by the measure of those [[who]] spoke.",
            "those",
            id="those-who-are-not-who-is-named-before",
        ),
        pytest.param("[[Bo Diaz]] spoke. His niece, Xu Tarn, taught. [[He]] left.", "Bo Diaz", id="a-niece-is-no-he"),
        pytest.param("[[The cook]] spoke. [[He]] left.", "The cook", id="of-nobody-named-the-office-before"),
        pytest.param(
            "On Mall Road several hundred miners blocked the road. [[They]] left.",
            "several hundred miners",
            id="they-are-the-crowd-behind-a-place",
        ),
        pytest.param("Bo Diaz, [[who]] came late, left.", "Bo Diaz", id="who-behind-a-comma"),
        pytest.param(
            "Bo Diaz, a nurse from Bergen, [[who]] came late, left.", "Bo Diaz", id="who-behind-an-apposition"
        ),
        pytest.param("They need to persuade dockers [[who]] deny it.", "dockers", id="who-behind-a-verb"),
        pytest.param("It would almost certainly help dockers, [[who]] deny it.", "dockers", id="who-behind-a-modal"),
        pytest.param("A step in choosing dockers [[who]] deny it.", "dockers", id="who-behind-a-gerund"),
        pytest.param("Talks with leading dockers [[who]] deny it.", "leading dockers", id="who-behind-an-adjective"),
        pytest.param("This angered dockers [[who]] deny it.", "dockers", id="who-behind-a-sentence"),
        pytest.param("They had support from those [[who]] deny it.", "those", id="who-behind-those"),
        pytest.param(
            "He met one docker familiar with the plan, [[who]] denied it.",
            "one docker familiar with the plan",
            id="who-goes-back-over-with",
        ),
        pytest.param(
            "It was sent by the Bergen Board of Tides and Fish, [[which]] denied it.",
            "Bergen Board of Tides and Fish",
            id="which-goes-back-over-small-words",
        ),
        pytest.param("He worked at Orvanel, [[which]] denied it.", "Orvanel", id="which-is-a-body"),
        pytest.param("They heard of business leaders [[who]] deny it.", "business leaders", id="who-behind-a-plural"),
        pytest.param(
            "They met members of Congress [[who]] deny it.", "members of Congress", id="who-goes-back-to-people"
        ),
        pytest.param("It was the Trade Ministry, [[which]] denied it.", "Trade Ministry", id="which"),
        pytest.param(
            "[[The Trade Ministry]] spoke. [[It]] denied all.", "Trade Ministry", id="it-is-the-previous-body"
        ),
        pytest.param(
            "DHAKA - The Trade Ministry met the board. [[It]] denied all.", "Trade Ministry", id="not-the-dateline"
        ),
        pytest.param(
            "[[Ann Roe]] spoke. The US punished firms for what [[it]] calls fraud.", "US", id="it-is-the-subject"
        ),
        pytest.param(
            "An angry letter came from Oslo.\n[[It]] reads well.", "An angry letter", id="what-it-reads-is-written"
        ),
        pytest.param(
            "[[The Trade Ministry]] sent a letter. [[It]] reads well.", "a letter", id="a-ministry-reads-nothing-out"
        ),
        pytest.param("[[Officials]] spoke. [[They]] denied all.", "Officials", id="they-are-the-previous-group"),
        pytest.param(
            "[[Officials]] spoke. The weavers of Bhuj have struck. [[They]] left.",
            "The weavers",
            id="they-are-the-subject-of-the-sentence-before",
        ),
        pytest.param(
            "[[Xo Tarn]] spoke.\n[[Zu Lork]] spoke. [[He]] left.\n[[She]] wept.",
            "Xo Tarn",
            id="who-was-he-before-is-no-she",
        ),
        pytest.param(
            "They heard Xo Lund, a clerk, speaking behind a screen, [[who]] wept.",
            "Xo Lund",
            id="who-behind-a-participle",
        ),
        pytest.param("“{{Here [[I]] stand}},” [[Ann Roe]] said.", "Ann Roe", id="i-is-who-speaks-the-words-around"),
    ],
)
def test_a_pronoun_is_given_its_speaker(article, name):
    answers = resolutions(article)
    assert any(names(answer) == [name] and answer.reason.startswith("pronoun") for answer in answers)
    assert names(answers[0] if "[[I]]" in article else answers[-1]) == [name]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        pytest.param(
            "[[The union]] spoke.\n\nBo Diaz read a statement on the steps. Nobody wept, [[it]] said.",
            ["a statement"],
            id="a-statement-that-somebody-reads",
        ),
        pytest.param(
            "On Monday the mayor's office issued a letter. Nobody wept, [[it]] said.",
            ["mayor's office"],
            id="of-a-body",
        ),
        pytest.param(
            "[[The union]] came with the video of a hill. [[It]] shows figures.", ["the video"], id="it-shows"
        ),
        pytest.param("[[The union]] spoke on a hill. [[It]] shows figures.", [], id="no-union-shows"),
    ],
)
def test_it_is_what_carries_the_words(article, expected):
    assert names(last(article)) == expected


def test_they_are_joint_speakers():
    assert names(last("[[Ann Roe and Bo Diaz]] spoke. [[They]] added more.")) == ["Ann Roe", "Bo Diaz"]


@pytest.mark.parametrize(
    ("article", "attribution", "candidates"),
    [
        pytest.param(
            "It had been a long and weary day for all the old friends of Bo Diaz and Carl Lund. [[He]] spoke.",
            "ambiguous",
            ("Bo Diaz", "Carl Lund"),
            id="two-men-neither-a-subject",
        ),
        pytest.param("[[Ann Roe]] spoke. [[He]] left.", "unattributed", (), id="no-man"),
        pytest.param("[[Ann Roe]] spoke. [[It]] left.", "unattributed", (), id="no-body"),
        pytest.param("[[Ann Roe]] spoke. [[They]] left.", "unattributed", (), id="no-group"),
        pytest.param("[[Ann Roe]] spoke. [[I]] left.", "unattributed", (), id="the-writer"),
        pytest.param("[[Ann Roe]] spoke. [[You]] left.", "unattributed", (), id="nobody-in-particular"),
        pytest.param("[[Who]] did it?", "unattributed", (), id="nothing-before"),
    ],
)
def test_a_pronoun_without_a_fit_stays_open(article, attribution, candidates):
    answer = last(article)
    assert (answer.attribution, answer.candidates, answer.speakers) == (attribution, candidates, ())


def test_a_dateline_is_no_body_of_which_it_speaks():
    assert last("DHAKA - Prices rose by a third. [[It]] denied all.").speakers == ()
