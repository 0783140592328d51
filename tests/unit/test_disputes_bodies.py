"""Who answers for a body that a claim calls by a noun; all parties invented."""

import pytest

from service.disputes.bodies import bodies


@pytest.mark.parametrize(
    ("called", "claimed", "met"),
    [
        pytest.param("Colonel Ana Lind", "soldiers burned the mill", True, id="a colonel for soldiers"),
        pytest.param("Education Minister Ana Lind", "the government left the talks", True, id="a minister"),
        pytest.param("Ana Lind, the vicar general", "the diocese burned its files", True, id="a vicar for a diocese"),
        pytest.param("Ana Lind, managing director of Corvane", "the company hid it", True, id="a director for a firm"),
        pytest.param("Colonel Ana Lind", "the company hid it", False, id="no firm has a colonel"),
        pytest.param("Ana Lind, a baker", "the government left the talks", False, id="nobody's"),
        pytest.param("Colonel Ana Lind", "the mill burned", False, id="of nobody"),
    ],
)
def test_who_answers_for_a_body_called_by_a_noun(called, claimed, met):
    assert (not bodies(called, "called").isdisjoint(bodies(claimed, "claimed"))) is met
