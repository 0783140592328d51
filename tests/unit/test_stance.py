"""What a cue does with the words it reports, and whether it is a verb of saying. People and firms are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.extraction.stance import is_speech, is_to_come, stance
from service.records import Span

STANCES = {
    "assert", "allege", "accuse", "deny", "reject", "concede", "confirm",
    "agree", "promise", "demand", "warn", "ask", "retract", "decline",
}  # fmt: skip


def marked(sentence: str) -> tuple[str, Span | None, tuple[Span, ...]]:
    """Text, cue and content of a sentence that shows its cue in [ ] and its content in { }."""
    text, cue, content = "", None, []
    opened = 0
    for piece in re.findall(r"[\[\]{}]|[^\[\]{}]+", sentence):
        if piece in "[{":
            opened = len(text)
        elif piece == "]":
            cue = (opened, len(text))
        elif piece == "}":
            content.append((opened, len(text)))
        else:
            text += piece
    return text, cue, tuple(content)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ana Reed [said] {the bridge is open}.", "assert", id="a-neutral-verb"),
        pytest.param("{“Go,”} Ana Reed [quipped].", "assert", id="manner-of-speaking"),
        pytest.param("Ana Reed [glorped] {it}.", "assert", id="an-unknown-word"),
        pytest.param("Ana Reed [claimed] {the vote was bought}.", "allege", id="claims-are-allegations"),
        pytest.param("Ana Reed [accused] {Oda Holm of theft}.", "accuse", id="accuse-of"),
        pytest.param("Ana Reed [blamed] {Oda Holm for the loss}.", "accuse", id="blame-for"),
        pytest.param("Ana Reed [denied] {taking money}.", "deny", id="deny-doing"),
        pytest.param("The report was [denied] by the ministry.", "deny", id="passive-with-an-agent-is-a-denial"),
        pytest.param("Ana Reed [pleaded not guilty] {to fraud}.", "deny", id="a-plea-of-innocence"),
        pytest.param("Ana Reed [dismissed] {the report as fiction}.", "reject", id="dismiss"),
        pytest.param("Ana Reed [ruled out] {a coalition}.", "reject", id="particle-inside-the-cue"),
        pytest.param("Ana Reed [ruled] out {a coalition}.", "reject", id="particle-behind-the-cue"),
        pytest.param("Ana Reed [admitted] {the error}.", "concede", id="doubled-consonant"),
        pytest.param("Ana Reed [confirmed] {the date}.", "confirm", id="confirm"),
        pytest.param(
            "Ana Reed [expressed agreement] {with the plan}.", "agree", id="a-telling-noun-after-a-vague-verb"
        ),
        pytest.param("Ana Reed [vowed] {to fight on}.", "promise", id="vow-to"),
        pytest.param("Ana Reed [called for] {an inquiry}.", "demand", id="called-for-is-not-called"),
        pytest.param("Ana Reed [called] for {an inquiry}.", "demand", id="called-for-with-its-particle-outside"),
        pytest.param("Ana Reed [urged] {calm}.", "demand", id="urge"),
        pytest.param("Ana Reed [insisted on] {a recount}.", "demand", id="insisting-on-a-thing"),
        pytest.param("Ana Reed [insisted] {the count was right}.", "assert", id="insisting-that"),
        pytest.param("Ana Reed [warned against] {haste}.", "warn", id="warn-against"),
        pytest.param("Ana Reed [walked back] {the remark}.", "retract", id="walk-back"),
        pytest.param("Ana Reed [declined to comment] {on it}.", "decline", id="no-comment-is-no-denial"),
        pytest.param("Ana Reed [had no comment].", "decline", id="nominal-no-comment"),
        pytest.param("Ana Reed [neither confirmed nor denied] {the report}.", "decline", id="neither-nor"),
        pytest.param("Ana Reed [couldn’t be reached].", "decline", id="unreached-with-a-curly-apostrophe"),
    ],
)
def test_stance_of_the_cue(sentence, expected):
    assert stance(*marked(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ana Reed [did not deny] {taking money}.", "assert", id="not-denying-is-no-denial"),
        pytest.param("Ana Reed did not [deny] {taking money}.", "assert", id="negation-outside-the-cue"),
        pytest.param("Ana Reed has [never formally denied] {it}.", "assert", id="an-adverb-in-between"),
        pytest.param("She did not stay. Ana Reed [denied] {it}.", "deny", id="a-negation-of-another-sentence"),
        pytest.param("Ana Reed [never accused] {Oda Holm}.", "assert", id="no-accusation"),
        pytest.param("Ana Reed [did not agree] {with Oda Holm}.", "reject", id="disagreement"),
        pytest.param("Ana Reed [would not say] {who paid}.", "decline", id="silence"),
        pytest.param("Ana Reed [didn't respond to] {the letter}.", "decline", id="no-answer"),
        pytest.param("Ana Reed [could not confirm] {the date}.", "decline", id="unable-to-confirm"),
        pytest.param("Ana Reed was [denied] {a visa}.", "assert", id="a-visa-withheld-is-an-act"),
        pytest.param("The consul [denied] {a visa to the author}.", "assert", id="withholding-in-the-active"),
        pytest.param("The guards [denied] {him entry}.", "assert", id="withholding-from-a-person"),
    ],
)
def test_negations_and_acts(sentence, expected):
    assert stance(*marked(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ana Reed [said] it was {“completely false”}.", "reject", id="the-content-is-the-verdict"),
        pytest.param("Ana Reed [said] {the claims were baseless}.", "reject", id="a-claim-called-baseless"),
        pytest.param("{“That is a lie,”} [said] Ana Reed.", "reject", id="pronoun-and-verdict"),
        pytest.param("Ana Reed [said] {it was wrong to close the school}.", "assert", id="wrong-to-do-is-a-judgement"),
        pytest.param("Ana Reed [called] {the allegations “a smear”}.", "reject", id="a-claim-called-a-smear"),
        pytest.param("Ana Reed [called] {him a liar}.", "accuse", id="a-person-called-a-liar"),
        pytest.param("Ana Reed [described] {the road as safe}.", "assert", id="a-plain-description"),
        pytest.param("Ana Reed [denounced] {Holm’s accusations}.", "reject", id="denouncing-a-claim"),
        pytest.param("Ana Reed [denounced] {the attack}.", "accuse", id="denouncing-a-deed"),
        pytest.param("Ana Reed [said] {she had nothing to do with the leak}.", "deny", id="involvement-denied"),
        pytest.param("Ana Reed [added] {there was no evidence of fraud}.", "deny", id="evidence-denied"),
        pytest.param("{“We reject this,”} Ana Reed [said].", "reject", id="the-words-do-what-they-name"),
        pytest.param("{“I urge all members to vote,”} Ana Reed [said].", "demand", id="urging-in-the-first-person"),
        pytest.param("{“We will close the mine,”} Ana Reed [said].", "promise", id="first-person-future"),
        pytest.param("Ana Reed [said] {they would appeal}.", "promise", id="would-do"),
        pytest.param("Ana Reed [said] {it would be hard}.", "assert", id="would-be-is-a-forecast"),
        pytest.param("Ana Reed [said] {the mayor should resign}.", "demand", id="an-obligation"),
        pytest.param("Ana Reed [said] {the mayor must have known}.", "assert", id="an-inference"),
        pytest.param("Ana Reed [said] {the dam would be a disaster}.", "warn", id="a-danger-foretold"),
        pytest.param("Ana Reed [said] {Holm had lied to the court}.", "accuse", id="a-wrong-told"),
        pytest.param("{“Why was I not told?”} Ana Reed [said].", "ask", id="a-question-in-the-content"),
        pytest.param("Ana Reed [asked whether] {the bridge was safe}.", "ask", id="asked-whether"),
        pytest.param("Ana Reed [asked] {Holm to leave}.", "demand", id="asked-to-do"),
        pytest.param("Ana Reed [asked for] {more time}.", "demand", id="asked-for"),
        pytest.param("Ana Reed: {“No comment.”}", "decline", id="no-cue-at-all"),
        pytest.param("Ana Reed [believes] {the claims are false}.", "assert", id="a-belief-rejects-nothing-aloud"),
    ],
)
def test_content_tells_where_the_cue_does_not(sentence, expected):
    assert stance(*marked(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ana Reed [said] {it}.", True, id="say"),
        pytest.param("[According to] Ana Reed, {it rained}.", True, id="according-to"),
        pytest.param("Ana Reed[:] {“Go.”}", True, id="a-colon-stands-for-said"),
        pytest.param("Ana Reed [went on to say] {it}.", True, id="a-phrase"),
        pytest.param("Ana Reed’s [statement] {that it rained}.", True, id="a-noun-of-saying"),
        pytest.param("Ana Reed [declined to comment] {on it}.", True, id="declining-is-answering"),
        pytest.param("Ana Reed [believes] {it}.", False, id="belief"),
        pytest.param("Ana Reed [had hoped] {for rain}.", False, id="hope"),
        pytest.param("Ana Reed [wants to deny] {it}.", False, id="the-first-verb-rules"),
        pytest.param("Ana Reed [planned] {a trip}.", False, id="intention"),
        pytest.param("Ana Reed [decided] {to go}.", False, id="decision"),
        pytest.param("Ana Reed [knew] {it}.", False, id="irregular-knowledge"),
        pytest.param("Ana Reed [saw] {it}.", False, id="perception"),
        pytest.param("Ana Reed was [denied] {a visa}.", False, id="a-visa-is-not-denied-in-words"),
        pytest.param("Ana Reed [glorped] {it}.", None, id="an-unknown-word"),
        pytest.param("Ana Reed [praised] {the cook}.", None, id="praise-may-be-words-or-attitude"),
        pytest.param("[In] {the letter} Ana Reed left.", None, id="a-preposition-tells-nothing"),
    ],
)
def test_is_speech(sentence, expected):
    text, cue, _ = marked(sentence)
    assert is_speech(text, cue) is expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Ana Reed [is set to urge] {the board to act}.", True, id="the whole of it is the cue"),
        pytest.param("Ana Reed is due to [warn] {the board}.", True, id="only the verb is"),
        pytest.param("Ana Reed plans to strongly [oppose] {the law}.", True, id="an adverb between"),
        pytest.param("Ana Reed [said] {she is set to leave}.", False, id="the intention is what is said"),
        pytest.param("Rain is expected to fall. Ana Reed [warned] {of it}.", False, id="of another sentence"),
        pytest.param("Ana Reed, set to win, [said] {so}.", False, id="of another verb"),
        pytest.param("Ana Reed [urged] {the board to act}.", False, id="done"),
    ],
)
def test_what_is_to_come_is_not_said_yet(sentence, expected):
    text, cue, _ = marked(sentence)
    assert is_to_come(text, cue) is expected


WORDS = st.lists(
    st.sampled_from(
        ["not", "denied", "said", "claims", "are", "false", "“", "?", "to", "a visa", "called", "for", "\n", "é"]
    )
).map(" ".join)


@given(st.one_of(st.text(), WORDS), st.data())
def test_every_text_has_a_stance(text, data):
    def span() -> Span:
        first, second = (data.draw(st.integers(0, len(text))) for _ in range(2))
        return min(first, second), max(first, second)

    cue = data.draw(st.sampled_from([None, span()]))
    assert stance(text, cue, tuple(span() for _ in range(data.draw(st.integers(0, 3))))) in STANCES
    assert is_speech(text, span()) in (True, False, None)


def test_neither_of_two_who_would_say_declines():
    text = "Neither Ann Roe nor Bo Diaz would say who had signed. Neither rain fell, and Carl Lund would say so."
    first, last = text.index("would say"), text.rindex("would say")
    assert stance(text, (first, first + 9), ((first + 10, first + 24),)) == "decline"
    assert stance(text, (last, last + 9), ((last + 10, last + 12),)) != "decline"
