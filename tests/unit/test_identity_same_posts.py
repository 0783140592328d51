"""Offices told in other words: which are one post, and which neighbours are another. Towns and bodies are invented."""

import pytest

from service.identity.evidence import evidence
from service.identity.evidence_for import shares_office, supports_surname


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("governor of the central bank", "central bank chief", id="a chief is any head"),
        pytest.param("fishermen's guild leader in Varn", "head of the Varn fishermen's guild", id="and so is a leader"),
        pytest.param("mayor of Varn", "mayor of the border town of Varn", id="what every town is tells nothing"),
        pytest.param("president of the chess federation", "chess chief", id="nor that a body is a federation"),
        pytest.param("foreign minister", "top diplomat", id="a minister by another name"),
        pytest.param("leader", "president", id="whoever leads a state"),
    ],
)
def test_one_post(one, other):
    assert shares_office(evidence([one], ["Chad"]), evidence([other], ["Chad"]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("police chief", "police officer", id="an officer leads nobody"),
        pytest.param("head of the water authority", "head of the port authority", id="of another body"),
        pytest.param("navy commander", "navy chief", id="a rank"),
        pytest.param("deputy central bank governor", "central bank chief", id="a deputy"),
        pytest.param("president", "rebel leader", id="of others than the state"),
        pytest.param("top diplomat in Mali", "foreign minister", id="a diplomat who is posted"),
    ],
)
def test_two_posts(one, other):
    assert not shares_office(evidence([one], ["Chad"]), evidence([other], ["Chad"]))


@pytest.mark.parametrize(
    ("one", "other", "party", "told"),
    [
        pytest.param("chief executive", "the ferry operator's chief", "Varn Lines", True, id="what the firm is"),
        pytest.param("manager", "boss", "Varn Rovers", True, id="the boss of a club"),
        pytest.param("chair", "chief", "Varn Lines", False, id="a chief is no chair"),
        pytest.param("chief executive", "finance chief", "Varn Lines", False, id="the chief of a part"),
        pytest.param("editor", "sports editor", "Varn Gazette", False, id="the editor of a part"),
        pytest.param("ambassador to Mali", "ambassador to Fiji", "Chad", False, id="sent to two lands"),
        pytest.param("governor of Bahia", "governor of Ceará", "Brazil", False, id="of two parts of a state"),
    ],
)
def test_bare_surnames_of_one_body(one, other, party, told):
    assert supports_surname(evidence([one], [party]), evidence([other], [party])) is told
