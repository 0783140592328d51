"""Whom "he" and "she" mean where others are named beside who spoke last: somebody certain, else nobody."""

import pytest
from naming_articles import last, names

from service.extraction.names.answers import gendered, known
from service.extraction.names.people import Person

_HOPE = "What everybody on the harbour front still hopes to see is a strong finish by"
_RUST = "[[Bo Diaz]] spoke of ships and rust. "
_AWAY = "\n\nShips rot.\n\nRust is red.\n\n"


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param(
            f"Carl Lund came. [[Bo Diaz]] spoke. {_HOPE} Lund. [[He]] wept.",
            [],
            id="another-who-fits-is-named-since",
        ),
        pytest.param(
            "Carl Lund came. [[Noura Sabbagh]] met Lund. [[She]] asked. [[He]] wept.", ["Carl Lund"], id="she-is-no-he"
        ),
        pytest.param(
            "Carl Lund came. [[Nuorga Sabbagh]] met Lund. [[He]] wept.", ["Nuorga Sabbagh"], id="nuorga-may-be-a-he"
        ),
        pytest.param(
            "Carl Lund set up the pieces, and Bo Diaz lit him a pipe. [[He]] wept.", [], id="each-leads-a-clause"
        ),
        pytest.param(
            "Carl Lund set up the pieces, and Ann Roe lit him a pipe. [[He]] wept.",
            ["Carl Lund"],
            id="but-she-is-no-he",
        ),
        pytest.param("Carl Lund met the board and Bo Diaz. [[He]] wept.", ["Carl Lund"], id="who-is-met-leads-nothing"),
        pytest.param(
            "[[Ann Roe]] spoke.\n\n[[Alexis Lind]] spoke. [[She]] wept.", ["Alexis Lind"], id="men-and-women-are-alexis"
        ),
        pytest.param(
            "[[Ann Roe]] spoke. {{“[[The mayor]] told me, ‘Go home.’ So I went,”}} [[she]] added.",
            ["Ann Roe"],
            id="whom-her-own-words-quote-does-not-say-them",
        ),
        pytest.param(
            "[[Ann Roe]] spoke. Cross-examined by Olga Lind, for the firm, [[she]] wept.",
            ["Ann Roe"],
            id="who-questions-her-in-the-opening-clause-is-not-meant",
        ),
        pytest.param(
            "Carl Lund came. Rain fell. Asked whether Bo Diaz had dived, [[he]] wept.",
            ["Carl Lund"],
            id="nor-who-is-asked-about",
        ),
        pytest.param(
            "Carl Lund came. Asked about the pier, Bo Diaz wept. [[He]] left.", ["Bo Diaz"], id="but-who-is-asked-leads"
        ),
        pytest.param(
            "“Where were you?” said Bo Diaz. {{Where were you?}} [[Bo Diaz]] asked the guard. [[He]] replied.",
            [],
            id="who-asks-does-not-reply",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nIn May [[the Prime Minister]] spoke. [[He]] wept.",
            ["the Prime Minister"],
            id="an-office-in-capitals-beside-it-spoke-last",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\n[[A contractor who asked not to be named]] spoke. [[He]] wept.",
            ["A contractor"],
            id="a-contractor-who-asks-is-no-firm",
        ),
        pytest.param("Nguyen Thi Hoa came. Then [[she]] wept.", ["Nguyen Thi Hoa"], id="thi-is-in-the-names-of-women"),
        pytest.param("Nguyen Thi Hoa came. Then [[he]] wept.", [], id="and-in-those-of-no-men"),
        pytest.param("Noor binti Yusof met Noor bin Yusof. Then [[he]] wept.", ["Noor bin Yusof"], id="sons-are-bin"),
        pytest.param(
            f"Carl Lund came. [[Bo Diaz]] spoke.\n\n{_HOPE} Lund. At noon [[he]] wept.",
            ["Carl Lund"],
            id="the-only-other-of-the-paragraph",
        ),
        pytest.param(
            f"Carl Lund came. [[Bo Diaz]] spoke.\n\n{_HOPE} Lund. “{{{{Rust is red}}}},” [[he]] wept.",
            [],
            id="in-marks-it-may-be-who-spoke",
        ),
        pytest.param(
            f"Ann Roe came. [[Bo Diaz]] spoke. {_HOPE} Roe. [[He]] wept.",
            ["Bo Diaz"],
            id="a-woman-is-no-rival-of-a-he",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] praised Lund. [[He]] wept.",
            ["Bo Diaz"],
            id="whom-the-speaker-names-is-no-rival",
        ),
        pytest.param(
            f"Carl Lund came. [[Bo Diaz]] spoke.{_AWAY}At last [[he]] wept.", [], id="far-from-who-spoke-among-others"
        ),
        pytest.param(f"[[Bo Diaz]] spoke.{_AWAY}At last [[he]] wept.", ["Bo Diaz"], id="far-but-nobody-else-fits"),
        pytest.param(
            f"Carl Lund came. [[Bo Diaz]] spoke.{_AWAY}I met with Diaz at noon. At last [[he]] wept.",
            ["Bo Diaz"],
            id="far-but-named-again",
        ),
        pytest.param(
            f"Ann Roe and Eva Lund came. [[Ann Roe]] spoke.{_AWAY}{{{{Ms. Lund was shocked}}}}, [[she]] said.",
            ["Eva Lund"],
            id="far-and-told-of-herself",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke. While [[he]] refused to free robbers, Mr. Lund wept.",
            ["Carl Lund"],
            id="named-behind-the-clause-of-the-pronoun",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke. It is easy to see why Lund is tempted. [[He]] wept.",
            ["Carl Lund"],
            id="it-is-easy-leads-no-sentence",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke. The Lund rally lasted. It was late when [[he]] wept.",
            [],
            id="a-name-that-tells-which-rally-leads-no-sentence",
        ),
        pytest.param(
            "Carl Lund came. Bo Diaz came. [[Ann Roe]] spoke. Lund adviser Bo Diaz told it. [[He]] wept.",
            ["Bo Diaz"],
            id="whose-adviser-leads-no-sentence",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke.\n\nWhen he sat down behind Mr. Lund's desk, [[he]] wept.",
            ["Bo Diaz"],
            id="whom-a-he-behind-when-meets-leads-no-sentence",
        ),
        pytest.param(
            "Carl Lund came. [[Bo Diaz]] spoke.\n\nAsked whether Diaz was late, Lund laughed. [[He]] wept.",
            ["Carl Lund"],
            id="who-is-asked-leads-the-sentence",
        ),
    ],
)
def test_he_and_she(article, speakers):
    assert names(last(article)) == speakers


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param("[[Bo Diaz]] spoke.\n\nIt rained, [[the water minister]] said. [[He]] wept.",
                     ["the water minister"], id="an-office"),
        pytest.param("[[Bo Diaz]] spoke.\n\nIt rained, [[the former minister]] said. [[He]] wept.", ["Bo Diaz"],
                     id="told-in-other-words"),
        pytest.param("[[Bo Diaz]] spoke.\n\nIt rained, [[the water minister]] said.\n\n[[He]] wept.", ["Bo Diaz"],
                     id="not-in-another-paragraph"),
    ],
)  # fmt: skip
def test_an_office_that_spoke_last_in_the_paragraph_is_meant(article, speakers):
    assert names(last(article)) == speakers


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param("[[Bo Diaz]] spoke.\n\nThe surgeon gave the cause. [[He]] wept.", ["The surgeon"], id="an-office"),
        pytest.param(
            "Carl Lund, the mayor, came. [[Bo Diaz]] spoke.\n\nThe mayor sat still. Later [[he]] wept.",
            ["Carl Lund"],
            id="the-office-of-somebody-named",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe surgeon gave the cause. Carl Lund agreed. [[He]] wept.",
            ["Carl Lund"],
            id="somebody-named-leads-behind-it",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe surgeon gave the cause.\n\n[[He]] wept.",
            ["Bo Diaz"],
            id="not-over-the-end-of-its-paragraph",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe embattled Danish surgeon gave the cause. [[He]] wept.",
            ["Bo Diaz"],
            id="told-in-other-words",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe prime minister came. [[He]] wept.", ["The prime minister"], id="which-minister"
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe former minister came. [[He]] wept.", ["Bo Diaz"], id="who-was-one-is-retold"
        ),
        pytest.param("[[Bo Diaz]] spoke.\n\nThe man gave a cause. [[He]] wept.", ["Bo Diaz"], id="a-man-is-anybody"),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nHer spokeswoman gave the cause. [[He]] wept.", ["Bo Diaz"], id="a-woman-is-no-he"
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe surgeon, 71, gave the cause. [[He]] wept.", ["The surgeon"], id="with-an-age"
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe Bishop of Lima gave the cause. [[He]] wept.",
            ["The Bishop of Lima"],
            id="an-office-with-a-capital",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe Danish surgeon gave the cause. [[He]] wept.",
            ["Bo Diaz"],
            id="a-capital-that-is-no-office",
        ),
        pytest.param(
            "[[Bo Diaz]] spoke.\n\nThe surgeon’s bill gave the cause. [[He]] wept.", ["Bo Diaz"], id="a-thing-of-theirs"
        ),
    ],
)
def test_who_leads_a_sentence_unnamed_is_meant(article, speakers):
    assert names(last(article)) == speakers


@pytest.mark.parametrize(
    ("article", "speakers"),
    [
        pytest.param(
            _RUST + "{{Carl Lund was ill}}, according to [[his spokeswoman, Ann Roe]]. [[He]] wept.",
            ["Carl Lund"],
            id="she-is-no-he",
        ),
        pytest.param(
            _RUST + "{{Carl Lund was ill}}, said [[his spokesman, Per Roe]]. [[He]] himself wept.",
            ["Carl Lund"],
            id="he-himself-is-not-his-spokesman",
        ),
        pytest.param(
            _RUST + "{{Carl Lund was ill}}, said [[his spokesman, Per Roe]]. [[He]] wept.",
            ["Per Roe"],
            id="he-alone-is",
        ),
        pytest.param(
            "Carl Lund was asked by [[a caller]] why it rained. [[He]] wept.", ["Carl Lund"], id="who-is-asked-answers"
        ),
        pytest.param(
            "[[Ann Roe]] spoke. The firm, based in the old hills of Lima, spoke through its counsel, Xe Lind. "
            "[[She]] wept.",
            ["Xe Lind"],
            id="a-voice-of-somebody-else",
        ),
        pytest.param(
            "[[Ann Roe]] spoke. {{The firm spoke through its counsel, Xe Lind. It rained}}, [[she]] said.",
            ["Xe Lind"],
            id="a-voice-that-is-taken-for-a-part-of-the-words",
        ),
    ],
)
def test_whose_words_they_were(article, speakers):
    assert names(last(article)) == speakers


def test_who_may_be_meant_is_told():
    answer = last(f"Carl Lund came. [[Bo Diaz]] spoke. {_HOPE} Lund. [[He]] wept.")
    assert (answer.attribution, answer.candidates) == ("ambiguous", ("Bo Diaz", "Carl Lund"))


def test_a_title_tells_the_gender_at_its_place():
    """Of two of a surname the article may tell neither's; where it prints Ms. Okoye, she is no he."""
    answer = known(Person(("Tebelo", "Okoye")), "named")
    assert [answer.speakers[0].told_gender, gendered(answer, "f").speakers[0].told_gender] == [None, "f"]
    assert gendered(answer, None) is answer
