"""Claims and disputes in the store: related at intake, whatever the order, and withdrawn with what they rest on."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import permutations

import pytest
from claim_reader import ClaimReader, LaterClaimReader
from stores import ask

from service.errors import NotFound
from service.intake import take_in
from service.records import Article, Mention, Reply
from service.rereading import reread
from service.store import articles, claim_judgements, claim_matching, claims
from service.store.claims import ClaimConditions
from service.store.invariants import check

URL = "https://example.org"
CHARGE = "Corvane accuses Delmar: dumped toxic waste into river Ost."
DENIAL = "Delmar denies: dumped toxic waste into river Ost."


@pytest.fixture
def store(pool):
    """Takes articles in: store(text, number, day) -> article id."""

    def taken_in(text, number=1, day="2018-03-01", reader=None, **fields):
        article = Article(text, url=f"{URL}/{number}", published_at=day, **fields)
        return take_in(pool, reader or ClaimReader(), article).article_id

    return taken_in


def found(pool, limit=50, **asked):
    with pool.reading() as connection:
        return claims.find(connection, ClaimConditions(**asked), limit).items


def one(pool, **asked):
    (claim,) = found(pool, **asked)
    with pool.reading() as connection:
        return claims.get(connection, claim["id"])


def erase(pool, article_id):
    with pool.writing() as connection:
        assert articles.erase(connection, article_id)


def reread_all(pool, reader):
    return reread(pool, load=lambda _: reader, model=None)


def state(url):
    """All that relating made, without ids that hang on the clock."""
    return {
        "statements": ask(url, "SELECT id, claim_id FROM claim_statements ORDER BY id"),
        "disputes": ask(url, "SELECT id, claim_id, foremost, relation, strength FROM disputes ORDER BY id"),
        "claims": ask(url, "SELECT id, status, statements, disputes, parties FROM claims ORDER BY id"),
    }


def check_whole(url):
    """No statement without its claim, no claim without its statement, no dispute that hangs in the air."""
    whole = """SELECT 'statement' AS what, s.id FROM claim_statements s WHERE NOT EXISTS
                 (SELECT FROM claims c WHERE c.id = s.claim_id)
               UNION ALL SELECT 'claim', c.id FROM claims c WHERE NOT EXISTS
                 (SELECT FROM claim_statements s WHERE s.id = c.id AND s.claim_id = c.id)
               UNION ALL SELECT 'dispute', d.id FROM disputes d WHERE NOT EXISTS
                 (SELECT FROM claim_answers a WHERE a.id = d.answer_id) OR NOT EXISTS
                 (SELECT FROM claim_statements s WHERE s.id = d.statement_id AND s.claim_id = d.claim_id)"""
    assert ask(url, whole) == []


class NobodysDenial(ClaimReader):
    """Knows of no answer for whom it is given, as of one whose speaker the article does not name."""

    def read(self, text):
        found = super().read(text)
        disputes = (replace(each, answer=replace(each.answer, parties=())) for each in found.disputes)
        return replace(
            found, disputes=tuple(disputes), answers=tuple(replace(each, parties=()) for each in found.answers)
        )


def test_a_denial_of_nobody_known_is_a_denial(pool, store, database_url):
    store(f"{CHARGE}\n{DENIAL}", reader=NobodysDenial())
    check_whole(database_url)
    claim = one(pool)
    assert (len(claim["disputes"]), claim["parties"]) == (1, ["Corvane", "Delmar"])


class RepliedReader(ClaimReader):
    """Finds beside every claim one reply of a kind, in the last word of its text."""

    def __init__(self, kind):
        self._kind = kind

    def read(self, text):
        found = super().read(text)
        reply = Reply(((text.rindex(" ") + 1, len(text)),), (Mention("Delmar", None, "organisation"),), self._kind)
        return replace(found, claims=tuple(replace(claim, replies=(reply,)) for claim in found.claims))


@pytest.mark.parametrize(
    ("kind", "status", "flags"),
    [
        pytest.param("concedes", "conceded", [], id="conceded"),
        pytest.param("agrees", "agreed", [], id="agreed"),
        pytest.param("retracts", "open", ["retracted"], id="taken back"),
    ],
)
def test_what_is_said_to_a_claim_gives_its_status_until_it_is_reread(kind, status, flags, pool, store, database_url):
    store(CHARGE, reader=RepliedReader(kind))
    claim = one(pool, status=(status,))
    (reply,) = claim["replies"]
    assert (claim["flags"], reply["kind"], reply["text"]) == (flags, kind, "Ost.")
    assert reply["speakers"] == [{"id": None, "name": "Delmar", "kind": "organisation", "role": None}]
    told = ask(database_url, "SELECT event FROM changes WHERE kind = 'claim' ORDER BY number")
    assert [row["event"] for row in told] == ["opened", *(["closed"] if status != "open" else [])]
    assert [claim["id"] for flag in flags for claim in found(pool, flag=(flag,))] == [claim["id"] for _ in flags]
    assert found(pool, flag=("contradicts_earlier",)) == []
    assert check(database_url).broken == ()
    reread_all(pool, LaterClaimReader())
    again = one(pool)
    assert (again["status"], again["flags"], again["replies"]) == ("open", [], [])
    check_whole(database_url)


def test_a_dispute_goes_before_a_concession(pool, store):
    store(CHARGE, reader=RepliedReader("concedes"))
    store(DENIAL, 2)
    assert one(pool)["status"] == "disputed"


def test_a_claim_and_its_denial_in_one_article(pool, store, database_url):
    store(f"{CHARGE}\n{DENIAL}")
    claim = one(pool, status=("disputed",))
    (dispute,) = claim["disputes"]
    assert (claim["text"], claim["claimants"][0]["name"], claim["accused"]) == (
        "dumped toxic waste into river Ost", "Corvane", ["Delmar"],
    )  # fmt: skip
    assert (dispute["disputers"][0]["name"], dispute["relation"], dispute["strength"]) == ("Delmar", "denies", "strong")
    assert dispute["signals"][0]["text"] == "denies"
    check_whole(database_url)


@pytest.mark.parametrize(
    ("charged", "denied", "strength"),
    [
        pytest.param("2018-03-01", "2018-03-09", "strong", id="within days"),
        pytest.param("2018-03-01", "2018-02-28", "strong", id="a day before: another time zone"),
        pytest.param("2018-03-01", "2018-05-30", "strong", id="on the last day of the window"),
        pytest.param("2018-03-01", "2018-05-31", None, id="a day too late"),
        pytest.param("2018-03-01", "2018-02-26", None, id="before the claim"),
        pytest.param("2018-03", "2018-03", "strong", id="the same month"),
        pytest.param("2018-03-01", "2018", "weak", id="no more than the year"),
        pytest.param("2018-03-01", "2020", None, id="another year"),
        pytest.param("2018-03-01", None, "weak", id="no date: content and party alone"),
        pytest.param(None, None, "weak", id="neither has a date"),
    ],
)
def test_a_denial_in_another_article(charged, denied, strength, pool, store, database_url):
    for order in ((1, 2), (2, 1)):
        for number in order:
            store(CHARGE if number == 1 else DENIAL, number, charged if number == 1 else denied)
        (claim,) = found(pool)
        assert [dispute["strength"] for dispute in claim["disputes"]] == ([strength] if strength else [])
        assert claim["status"] == ("disputed" if strength else "open")
        check_whole(database_url)
        for article in ask(database_url, "SELECT id FROM articles"):
            erase(pool, article["id"])


ARTICLES = [
    (f"{CHARGE}\nCorvane accuses Delmar: bribed port guards.", "2018-03-04"),
    ("Corvane accuses Delmar: dumped toxic waste into river.", "2018-03-02"),
    ("Corvane accuses Delmar: toxic waste into Ost harbour bay today.", "2018-03-03"),
    (f"{DENIAL}\nDelmar denies: bribed guards.", "2018-03-05"),
]


def test_the_result_does_not_depend_on_the_order_of_arrival(pool, store, database_url):
    states = []
    for order in permutations(range(len(ARTICLES))):
        ids = [store(ARTICLES[number][0], number, ARTICLES[number][1]) for number in order]
        check_whole(database_url)
        states.append(state(database_url))
        for article_id in ids:
            erase(pool, article_id)
            check_whole(database_url)
    assert states[0]["disputes"]
    assert len({row["claim_id"] for row in states[0]["statements"]}) < len(states[0]["statements"])
    assert all(each == states[0] for each in states)


def test_what_goes_leaves_what_would_be_without_it(pool, store, database_url):
    for left_out in range(len(ARTICLES)):
        ids = [store(text, number, day) for number, (text, day) in enumerate(ARTICLES)]
        erase(pool, ids[left_out])
        without = state(database_url)
        for number, article_id in enumerate(ids):
            if number != left_out:
                erase(pool, article_id)
        assert ask(database_url, "SELECT FROM claims") == []
        for number, (text, day) in enumerate(ARTICLES):
            if number != left_out:
                store(text, number, day)
        assert state(database_url) == without
        for article in ask(database_url, "SELECT id FROM articles"):
            erase(pool, article["id"])


def test_two_workers_at_once(pool, store, database_url):
    texts = [(text, number, day) for number, (text, day) in enumerate(ARTICLES)]
    for each in texts:
        store(*each)
    one_by_one = state(database_url)
    for article in ask(database_url, "SELECT id FROM articles"):
        erase(pool, article["id"])
    with ThreadPoolExecutor(4) as workers:
        list(workers.map(lambda each: store(*each), [*texts, *texts]))
    assert state(database_url) == one_by_one
    check_whole(database_url)


def test_deletion_while_relating(pool, store, database_url):
    ids = [store(text, number, day) for number, (text, day) in enumerate(ARTICLES[:3])]
    with ThreadPoolExecutor(4) as workers:
        coming = [workers.submit(store, *ARTICLES[3][:1], number, "2018-03-06") for number in range(10, 14)]
        going = [workers.submit(erase, pool, article_id) for article_id in ids]
        for each in (*coming, *going):
            each.result()
    assert state(database_url)["claims"] == []
    check_whole(database_url)


def test_statements_of_one_claim_are_one_and_the_earliest_names_it(pool, store):
    later = store(CHARGE, 1, "2018-03-04")
    before = one(pool)["id"]
    earlier = store(CHARGE, 2, "2018-03-01")
    claim = one(pool)
    assert [each["article"]["id"] for each in claim["statements"]] == [earlier, later]
    with pool.reading() as connection:
        assert claims.claim_id_of(connection, before) == claim["id"] != before
    erase(pool, earlier)
    with pool.reading() as connection:
        assert claims.claim_id_of(connection, claim["id"]) == before == one(pool)["id"]
    erase(pool, later)
    with pool.reading() as connection:
        assert claims.claim_id_of(connection, before) is None


def test_a_new_date_relates_anew(pool, store, database_url):
    store(CHARGE, 1, "2018-03-01")
    store(DENIAL, 2, "2018-09-01")
    assert one(pool)["status"] == "open"
    store(DENIAL, 2, "2018-03-02", title="Now with its date")
    assert one(pool)["status"] == "disputed"
    check_whole(database_url)


def test_a_revision_takes_the_place_of_what_was_there(pool, store, database_url):
    store(f"{CHARGE}\n{DENIAL}")
    before = one(pool)["id"]
    store(f"Corrected.\n{CHARGE}")
    assert (one(pool)["id"], one(pool)["status"], one(pool)["disputes"]) == (before, "open", [])
    check_whole(database_url)


def test_a_better_reader_keeps_the_ids_of_words_that_stay_by_half(pool, store, database_url):
    store(f"{CHARGE.removesuffix('.')} very.\n{DENIAL}")
    before = one(pool)
    reread_all(pool, LaterClaimReader())
    after = one(pool)
    assert (after["id"], after["disputes"][0]["id"]) == (before["id"], before["disputes"][0]["id"])
    check_whole(database_url)


def test_what_a_better_reader_finds_no_more_is_withdrawn(pool, store, database_url):
    store(f"Forget it.\n{CHARGE}", 1)
    store(DENIAL, 2)
    assert one(pool)["status"] == "disputed"
    reread_all(pool, LaterClaimReader())
    assert found(pool) == ask(database_url, "SELECT FROM disputes") == []
    check_whole(database_url)


def test_a_verdict_is_remembered_and_a_refuted_dispute_counts_no_more(pool, store):
    store(f"{CHARGE.removesuffix('.')} very.", 1)
    store(CHARGE, 2, "2018-03-03")
    store(DENIAL, 3, "2018-03-04")
    claim = one(pool)
    (dispute,) = claim["disputes"]
    with pool.writing() as connection:
        judged = claim_judgements.judge(connection, claim["id"], dispute["id"], "refuted", reason="no", key_id="k")
    assert judged["verdict"] == "refuted"
    assert (one(pool)["status"], one(pool)["dispute_count"]) == ("open", 0)
    reread_all(pool, LaterClaimReader())
    assert (one(pool)["status"], found(pool, reviewed="true")) == ("open", [])
    with pool.writing() as connection:
        claim_judgements.judge(connection, claim["id"], dispute["id"], "confirmed", reason=None, key_id="k")
    assert one(pool, reviewed="true")["status"] == "disputed"
    assert found(pool, reviewed="false") == []


def test_reviews_stand_beside_the_status_and_follow_the_claim(pool, store):
    first = store(CHARGE, 1)
    store(CHARGE, 2, "2018-03-03")
    said = {"url": "https://example.org/check", "publisher": "Desk", "rating": "False"}
    with pool.writing() as connection:
        claim_judgements.review(connection, one(pool)["id"], said, key_id="k")
        claim_judgements.review(connection, one(pool)["id"], said | {"rating": "True"}, key_id="k")
    assert [each["rating"] for each in one(pool)["reviews"]] == ["True"]
    assert one(pool)["status"] == "open"
    erase(pool, first)
    assert [each["rating"] for each in one(pool)["reviews"]] == ["True"]
    with pool.writing() as connection:
        claim_judgements.withdraw_review(connection, one(pool)["id"], said["url"])
    assert one(pool)["reviews"] == []
    with pytest.raises(NotFound), pool.writing() as connection:
        claim_judgements.withdraw_review(connection, one(pool)["id"], said["url"])


def test_an_erased_article_leaves_no_words_behind(pool, store, database_url):
    article_id = store(f"{CHARGE}\n{DENIAL}")
    claim = one(pool)
    said = {"url": "https://example.org/check", "publisher": "Desk", "rating": "False"}
    with pool.writing() as connection:
        claim_judgements.review(connection, claim["id"], said, key_id="k")
        claim_judgements.judge(connection, claim["id"], claim["disputes"][0]["id"], "refuted", reason=None, key_id="k")
    erase(pool, article_id)
    left = "claims", "claim_statements", "claim_answers", "claim_keys", "answer_keys", "disputes"
    for table in (*left, "claim_reviews", "dispute_verdicts", "claim_redirects"):
        assert ask(database_url, f"SELECT FROM {table}") == [], table


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Corvane accuses Corvane: dumped toxic waste.\nCorvane denies: dumped toxic waste.", id="itself"),
        pytest.param(
            "Corvane accuses Delmar: lied on waste.\nDelmar accuses Corvane: lied on waste.\n"
            "Corvane denies: lied on waste.\nDelmar denies: lied on waste.",
            id="a circle",
        ),
        pytest.param(f"{CHARGE}\n{CHARGE}\n{DENIAL}\n{DENIAL}", id="the same words twice"),
    ],
)
def test_odd_ones_are_stored_once_and_dispute_only_others(text, pool, store, database_url):
    for _ in range(2):
        store(text)
        check_whole(database_url)
    for claim in found(pool):
        for dispute in claim["disputes"]:
            assert not set(claim["claimant_parties"]) & set(dispute["disputer_parties"])


def test_thousands_of_statements_in_one_article(pool, store, database_url):
    lines = [f"Corvane accuses Delmar: dumped barrel{number} near village{number % 7}." for number in range(1000)]
    article_id = store("\n".join(lines))
    check_whole(database_url)
    assert len(ask(database_url, "SELECT FROM claim_statements")) == len(lines)
    store(DENIAL, 2)
    erase(pool, article_id)
    check_whole(database_url)


@pytest.mark.parametrize(
    ("asked", "there"),
    [
        pytest.param({"status": ("disputed",)}, True, id="status"),
        pytest.param({"status": ("open", "agreed")}, False, id="another status"),
        pytest.param({"relation": ("denies",), "strength": ("strong",)}, True, id="one dispute of both"),
        pytest.param({"relation": ("denies",), "strength": ("weak",)}, False, id="no dispute of both"),
        pytest.param({"party": ("CORVANE",)}, True, id="the claimant's party, folded"),
        pytest.param({"party": ("delmar",)}, True, id="the disputer's party"),
        pytest.param({"party": ("Ost",)}, False, id="no party"),
        pytest.param({"claimant": ("Corvane",)}, True, id="claimant"),
        pytest.param({"claimant": ("Delmar",)}, False, id="a disputer is no claimant"),
        pytest.param({"disputer": ("Delmar",)}, True, id="disputer"),
        pytest.param({"disputer": ("Corvane",)}, False, id="a claimant is no disputer"),
        pytest.param({"q": "toxic -harbour"}, True, id="words"),
        pytest.param({"q": "harbour"}, False, id="words that are not there"),
        pytest.param({"publisher": ("the post",)}, True, id="publisher"),
        pytest.param({"min_confidence": 0.5}, True, id="confident"),
        pytest.param({"min_confidence": 0.999}, False, id="not that confident"),
        pytest.param({"reviewed": "false"}, True, id="judged by nobody"),
        pytest.param({"reviewed": "true"}, False, id="confirmed by nobody"),
        pytest.param({"from_": "2018-03", "to": "2018-03"}, True, id="in its month"),
        pytest.param({"from_": "2018-04"}, False, id="later"),
        pytest.param({"nature": ("opinion",)}, False, id="no opinion"),
        pytest.param({"status": ("disputed",), "sort": "date"}, True, id="the oldest first"),
    ],
)
def test_conditions(asked, there, pool, store):
    store(f"{CHARGE}\n{DENIAL}", publisher="The Post")
    assert bool(found(pool, **asked)) is there
    with pool.reading() as connection:
        assert claims.count(connection, ClaimConditions(**asked)) == there


def test_facets_count_what_matches(pool, store):
    store(f"{CHARGE}\n{DENIAL}\nCorvane accuses Delmar: bribed guards.", publisher="The Post")
    with pool.reading() as connection:
        facets = claims.facets(connection, ClaimConditions())
    assert facets == {
        "status": [{"value": "disputed", "count": 1}, {"value": "open", "count": 1}],
        "relation": [{"value": "denies", "count": 1}],
        "party": [{"value": "Corvane", "count": 2}, {"value": "Delmar", "count": 2}],
        "publisher": [{"value": "The Post", "count": 2}],
    }


def test_a_quoted_claim_names_its_quote_and_speaker(pool, store):
    store("Corvane says Delmar: dumped toxic waste.")
    claim = one(pool)
    assert (claim["quote_id"].startswith(claim["article"]["id"]), claim["narrated"]) == (True, False)
    assert claim["claimants"][0]["id"].startswith("s")
    assert found(pool, claimant=(claim["claimants"][0]["id"],))


def test_the_nearest_claims_to_a_sentence(pool, store):
    store(f"{CHARGE}\n{DENIAL}\nCorvane accuses Delmar: bribed port guards.")
    with pool.reading() as connection:
        near = claim_matching.match(connection, "dumped toxic waste river ost", 5)
        assert claim_matching.match(connection, "of the and", 5) == []
    assert near[0]["disputes"]
    assert near[0]["score"] <= 1.0


def test_ids_lead_nowhere_once_all_that_told_the_claim_is_erased(pool, store, database_url):
    ids = [store(CHARGE, number, f"2018-03-0{number}") for number in (1, 2, 3)]
    for erased in ids[:2]:
        erase(pool, erased)
    assert len(ask(database_url, "SELECT id FROM claim_redirects")) == 2
    erase(pool, ids[2])
    assert ask(database_url, "SELECT id FROM claim_redirects") == []
