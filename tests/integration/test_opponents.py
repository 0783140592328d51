"""Who disputes a speaker's claims, and whose claims a speaker disputes: true after every change of either."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from claim_reader import ClaimReader, LaterClaimReader
from stores import ask

from service.intake import take_in
from service.records import Article
from service.rereading import reread
from service.store import articles, claim_judgements, claims, corrections, speakers
from service.store.claims import ClaimConditions

CHARGE = "Corvane says: the {0} harvest came early.\nCorvane accuses Delmar: dumped toxic {0} waste into river Ost."
DENIAL = "Delmar says: the {0} weather was mild.\nDelmar denies: dumped toxic {0} waste into river Ost."
CHARGES = (
    "bribed port guards", "burned village granary", "sank fishing boats", "forged customs papers",
    "poisoned mountain spring", "hid stolen paintings",
)  # fmt: skip
BY = {"why": None, "key_id": "k"}


@pytest.fixture
def store(pool):
    """Takes articles in: store(text, number) -> article id."""

    def taken_in(text, number=1, reader=None):
        article = Article(text, url=f"https://example.org/{number}", published_at="2018-03-01")
        return take_in(pool, reader or ClaimReader(), article).article_id

    return taken_in


def ids(pool):
    with pool.reading() as connection:
        return {each["name"]: each["id"] for each in speakers.find(connection, None, 50).items}


def seen(pool, name):
    """Those who dispute the speaker, and those whom the speaker disputes, with the number of claims."""
    with pool.reading() as connection:
        found = speakers.described(connection, ids(pool)[name])
    assert (found["disputed_by_count"], found["disputes_count"]) == (len(found["disputed_by"]), len(found["disputes"]))
    sides = (found["disputed_by"], found["disputes"])
    return tuple({each["speaker"]["name"]: each["count"] for each in side} for side in sides)


def check_agrees_with_claims(pool, url):
    """What is kept of the sides is what the claims say when they are asked."""
    for side in ask(url, "SELECT DISTINCT claim_id, speaker_id, disputes FROM claim_sides"):
        asked = {"disputer" if side["disputes"] else "claimant": (side["speaker_id"],), "status": ("disputed",)}
        with pool.reading() as connection:
            found = claims.find(connection, ClaimConditions(**asked), 200).items
        assert side["claim_id"] in {claim["id"] for claim in found}


@pytest.mark.parametrize("order", [(1, 2), (2, 1)], ids=["claim first", "denial first"])
def test_both_sides_see_each_other_across_articles(pool, store, database_url, order):
    for number in order:
        store((CHARGE if number == 1 else DENIAL).format("zinc"), number)
    assert seen(pool, "Corvane") == ({"Delmar": 1}, {})
    assert seen(pool, "Delmar") == ({}, {"Corvane": 1})
    check_agrees_with_claims(pool, database_url)


def test_a_claim_told_by_several_articles_counts_once(pool, store):
    store(CHARGE.format("zinc"), 1)
    store(CHARGE.format("zinc"), 2)
    store(DENIAL.format("zinc"), 3)
    assert seen(pool, "Corvane") == ({"Delmar": 1}, {})


def test_the_claims_in_dispute_are_named_and_can_be_counted(pool, store):
    for number, charge in enumerate(CHARGES):
        told = f"Corvane says: harvest came early.\nCorvane accuses Delmar: {charge}."
        store(f"{told}\nDelmar says: weather was mild.\nDelmar denies: {charge}.", number)
    with pool.reading() as connection:
        (opponent,) = speakers.described(connection, ids(pool)["Delmar"])["disputes"]
        both = ClaimConditions(claimant=(ids(pool)["Corvane"],), disputer=(ids(pool)["Delmar"],))
        assert (len(opponent["claims"]), opponent["count"]) == (5, claims.count(connection, both))
        assert all(claims.get(connection, claim_id) for claim_id in opponent["claims"])


def test_a_refuted_dispute_is_none_and_a_confirmed_one_is(pool, store):
    store(f"{CHARGE}\n{DENIAL}".format("zinc"))
    with pool.reading() as connection:
        (claim,) = claims.find(connection, ClaimConditions(status=("disputed",)), 5).items
    for verdict, expected in (("refuted", {}), ("confirmed", {"Delmar": 1})):
        with pool.writing() as connection:
            claim_judgements.judge(
                connection, claim["id"], claim["disputes"][0]["id"], verdict, reason=None, key_id="k"
            )
        assert seen(pool, "Corvane") == (expected, {})


def test_a_dispute_that_is_not_sure_enough_is_not_shown(pool, store, monkeypatch):
    monkeypatch.setattr("service.store.claim_summaries.SURE", 1.01)
    store(f"{CHARGE}\n{DENIAL}".format("zinc"))
    assert seen(pool, "Corvane") == seen(pool, "Delmar") == ({}, {})


def test_a_merge_takes_opponents_along_and_its_undoing_brings_them_back(pool, store, database_url):
    store(f"{CHARGE}\n{DENIAL}".format("zinc"), 1)
    store("Ostwald says: the harvest is over.", 2)
    known = ids(pool)
    with pool.writing() as connection:
        made = corrections.merge(connection, known["Delmar"], known["Ostwald"], **BY)
    assert known["Ostwald"] in {side["id"] for side in _opponents(pool, known["Corvane"])}
    check_agrees_with_claims(pool, database_url)
    with pool.writing() as connection:
        corrections.undo(connection, made["id"], key_id="k")
    assert seen(pool, "Corvane") == ({"Delmar": 1}, {})
    assert seen(pool, "Ostwald") == ({}, {})


def test_nobody_is_an_opponent_of_oneself(pool, store):
    store(f"{CHARGE}\n{DENIAL}".format("zinc"), 1)
    known = ids(pool)
    with pool.writing() as connection:
        corrections.merge(connection, known["Delmar"], known["Corvane"], **BY)
    assert [_opponents(pool, known["Corvane"], side) for side in ("disputed_by", "disputes")] == [[], []]


def test_what_is_erased_or_read_away_leaves_no_opponent(pool, store, database_url):
    store(f"Forget it.\n{CHARGE}".format("zinc"), 1)
    denial = store(DENIAL.format("zinc"), 2)
    with pool.writing() as connection:
        articles.erase(connection, denial)
    assert seen(pool, "Corvane") == ({}, {})
    store(DENIAL.format("zinc"), 2)
    assert seen(pool, "Corvane") == ({"Delmar": 1}, {})
    reread(pool, load=lambda _: LaterClaimReader(), model=None)
    assert ask(database_url, "SELECT FROM claim_sides") == []


def test_merges_verdicts_and_intakes_at_once_leave_no_side_behind(pool, store, database_url):
    store(f"{CHARGE}\n{DENIAL}".format("zinc"), 1)
    store("Ostwald says: the harvest is over.", 2)
    known = ids(pool)
    with pool.reading() as connection:
        (claim,) = claims.find(connection, ClaimConditions(status=("disputed",)), 5).items

    def merge_and_undo(_):
        with pool.writing() as connection:
            made = corrections.merge(connection, known["Delmar"], known["Ostwald"], **BY)
        with pool.writing() as connection:
            corrections.undo(connection, made["id"], key_id="k")

    def judge(verdict):
        with pool.writing() as connection:
            dispute = claim["disputes"][0]["id"]
            claim_judgements.judge(connection, claim["id"], dispute, verdict, reason=None, key_id="k")

    with ThreadPoolExecutor(4) as several:
        work = [several.submit(judge, verdict) for verdict in ("refuted", "confirmed") * 3]
        work += [several.submit(store, DENIAL.format("zinc") + f" {number}", number) for number in range(3, 9)]
        work.append(several.submit(lambda: [merge_and_undo(number) for number in range(4)]))
        for each in work:
            each.result()
    wrong = """SELECT FROM claim_sides c JOIN quote_speakers q ON q.article_id = c.told_in AND q.naming_id = c.naming_id
               WHERE q.listed AND q.speaker_id <> c.speaker_id"""
    assert ask(database_url, wrong) == []
    check_agrees_with_claims(pool, database_url)


def _opponents(pool, speaker_id, side="disputed_by"):
    with pool.reading() as connection:
        return [each["speaker"] for each in speakers.described(connection, speaker_id)[side]]
