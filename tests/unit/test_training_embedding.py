"""Short cases in whole articles: the words stay what they were, at other places."""

from service.training.embedding import embedded, gathered

HOST = {"id": "roads", "text": "Roads.\n\nThe road was mended.\nIt is open.\n\nA bus runs."}
CASE = {"id": "dump", "text": "Velmark blamed Corvane. Corvane denied it.", "disputes": []}
DENIED = {**CASE, "disputes": [{"claim_spans": [[8, 22]], "dispute_spans": [[32, 41]], "relation": "denies"}]}


def test_spans_move_with_the_words():
    for number, one in enumerate(embedded([DENIED] * 5, [HOST])):
        dispute = one["disputes"][0]
        cut = [one["text"][slice(*dispute[side][0])] for side in ("claim_spans", "dispute_spans")]
        assert (number, cut) == (number, ["blamed Corvane", "denied it"])


def test_places_and_hosts_change_and_no_paragraph_is_lost():
    other = {"id": "mills", "text": "Mills.\n\nThe mill grinds."}
    found = list(embedded([CASE] * 4, [HOST, other]))
    assert [one["host"] for one in found] == ["roads", "mills", "roads", "mills"]
    assert len({one["text"].index("Velmark") for one in found if one["host"] == "roads"}) == 2
    assert all(CASE["text"] in one["text"] and "A bus runs." in one["text"] for one in found[::2])


def test_a_case_stands_among_others_that_hold_no_dispute():
    quiet = [{"id": f"quiet {number}", "text": f"Road {number} was mended.", "disputes": []} for number in range(9)]
    found = [one for one in gathered([DENIED, *quiet, {**DENIED, "id": "again"}]) if one["disputes"]]
    spans = [one["disputes"][0]["dispute_spans"][0] for one in found]
    assert [one["text"][slice(*span)] for one, span in zip(found, spans, strict=True)] == ["denied it", "denied it"]
    assert all(2 <= one["text"].count("was mended") <= 4 for one in found)
