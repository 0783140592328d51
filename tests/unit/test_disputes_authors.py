"""Claims told before their author is named: whose they are, and which words; all parties invented."""

import pytest

from service.disputes.authors import authored
from service.disputes.cues import cues
from service.disputes.sentences import sentences


def found(text: str) -> list[tuple[str, str]]:
    """Who claims what."""
    spans = sentences(text)
    told = authored(text, spans, [cues(text, span) for span in spans])
    return [(text[slice(*(frame.claimant or (0, 0)))], text[slice(*frame.what)]) for _, frame in told]


LEAKS = "the pipe leaks"


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        pytest.param(
            "Claims that the pipe leaks are false, Corvane said. They were wrong. The claims were made by Ana Lind.",
            [("Ana Lind", LEAKS)],
            id="two sentences later",
        ),
        pytest.param(
            "Corvane has denied that the pipe leaks. The accusation was first made by Velmark in May.",
            [("Velmark", LEAKS)],
            id="denied without a noun",
        ),
        pytest.param(
            "Corvane dismissed a story that the pipe leaks. It came out. The report came from a weekly, the Herald.",
            [("the Herald", LEAKS)],
            id="the name beside what it is",
        ),
        pytest.param(
            "Corvane dismissed a report that the pipe leaks. Velmark, which sells pipes, had published the story.",
            [("Velmark", LEAKS)],
            id="its author before",
        ),
        pytest.param(
            "Corvane denied a report that the pipe leaks. The report appeared on Friday in the weekly Tarsk Post.",
            [("the weekly Tarsk Post", LEAKS)],
            id="where it appeared",
        ),
        pytest.param(
            "Corvane denied a report that the pipe leaks. The report appeared on Friday.", [], id="when it appeared"
        ),
        pytest.param(
            "Corvane dismissed a report that it owes 1,200 crowns. Velmark printed the report.",
            [("Velmark", "it owes 1,200 crowns")],
            id="a comma in a number",
        ),
        pytest.param(
            "Corvane dismissed a report that the pipe leaks. The charge was made by Velmark.", [], id="no report"
        ),
        pytest.param(
            "Corvane dismissed Lind's claim that the pipe leaks. The claim was made by Velmark.",
            [],
            id="its author known",
        ),
        pytest.param(
            "Corvane dismissed a report that the pipe leaks. It rained. It rained. It rained. Velmark made the report.",
            [],
            id="too far behind",
        ),
        pytest.param("Corvane denied that the pipe leaks. Velmark made the pipe.", [], id="made something else"),
        pytest.param("Corvane denied that the pipe leaks. Velmark never made the claim.", [], id="did not make it"),
        pytest.param("Corvane denied that the pipe leaks. She made the claim in May.", [], id="a pronoun"),
        pytest.param("Corvane denied that the pipe leaks. The claim was made by post.", [], id="how it came"),
    ],
)
def test_who_is_named_afterwards_claims_it(text, claims):
    assert found(text) == claims
