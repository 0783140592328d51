"""The line of a reading: every field of the contract, offsets as they are."""

import json

from service.extraction.lines import line
from service.records import Answer, Claim, Dispute, Mention, Quote, Reading, Reply, Signal

ADA, CARL = Mention("Ada Berg", (20, 28), "person"), Mention("Carl Dahl")
QUOTE = Quote(
    ((1, 4), (6, 9)), ((1, 4),), (10, 14), (ADA, CARL), "a statement", "mixed", "deny", True, "attributed", "named", (),
    0.9,
)  # fmt: skip


def test_a_line_has_every_field_of_the_contract():
    written = json.loads(json.dumps(line("one", Reading("read", "en", "reader-1", (QUOTE,)))))
    assert written == {
        "id": "one", "language": "en", "reading": "read",
        "quotes": [{
            "content": [[1, 4], [6, 9]], "quoted": [[1, 4]], "cue": [10, 14],
            "speakers": [{"span": [20, 28], "name": "Ada Berg"}, {"span": None, "name": "Carl Dahl"}],
            "speaker_span": [20, 28], "speaker_name": "Ada Berg", "via": "a statement", "kind": "mixed",
            "stance": "deny", "speech": True, "attribution": "attributed", "reason": "named", "candidates": [],
            "confidence": 0.9,
        }],
        "claims": [], "disputes": [],
    }  # fmt: skip


def test_a_line_has_claims_and_disputes():
    claim = Claim(
        ((5, 9),), (ADA,), ("Ada Berg",), ("Corvane",), ("Corvane",), ("Corvane",), "fact", ("dump",),
        replies=(Reply(((30, 34),), (CARL,), "concedes"),),
    )  # fmt: skip
    answer = Answer(((20, 28),), (CARL,), ("Corvane",), (Signal((20, 24), "denial of truth"),), "denies")
    dispute = Dispute(claim, answer, "denies", "strong", 0.8, answer.signals)
    written = line(None, Reading("read", "en", "reader-1", (), (claim,), (answer,), (dispute,)))
    assert json.loads(json.dumps(written["claims"])) == [
        {"spans": [[5, 9]], "claimants": ["Ada Berg"], "accused": ["Corvane"], "nature": "fact", "replies": [
            {"kind": "concedes", "speakers": ["Carl Dahl"], "spans": [[30, 34]]}
        ]}
    ]  # fmt: skip
    assert json.loads(json.dumps(written["disputes"])) == [{
        "claimants": ["Ada Berg"], "disputers": ["Carl Dahl"], "claim_spans": [[5, 9]], "dispute_spans": [[20, 28]],
        "nature": "fact", "relation": "denies", "strength": "strong", "confidence": 0.8,
        "signals": [{"span": [20, 24], "purpose": "denial of truth"}],
    }]  # fmt: skip


def test_a_quote_without_a_speaker_says_so():
    unknown = Quote(((0, 2),), (), None, (), None, "indirect", "assert", True, "ambiguous", "two", ("A", "B"), 0.4)
    (quote,) = line(None, Reading("read", "en", "reader-1", (unknown,)))["quotes"]
    assert (quote["speakers"], quote["speaker_span"], quote["speaker_name"], quote["cue"]) == ([], None, None, None)
    assert quote["candidates"] == ("A", "B")


def test_a_language_that_is_not_read_is_told():
    assert line("x", Reading("unsupported_language", "fr", "reader-1"))["reading"] == "unsupported_language"
