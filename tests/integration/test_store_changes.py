"""The feed of changes: what every writer enters, and that pollers get each change once and in order while all write."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest
from claim_reader import ClaimReader
from later_reader import LaterReader, all_but_the_first, all_said_by_bob, cut_in_three, without_last_word
from plain_reader import PlainReader
from stores import ask, await_waiting

from service.errors import InvalidCursor
from service.intake import take_in
from service.records import Article
from service.rereading import reread
from service.store import articles, changes, claim_judgements, claims, corrections, quotes, speakers
from service.store.backup import backup
from service.store.changes import Change
from service.store.claims import ClaimConditions
from service.store.pool import open_pool
from service.store.quotes import QuoteConditions
from service.store.restore import restore

URL = "https://example.org"
TEXT = '"The bridge is safe" said Ann Lee. "It never was" said Bob Ray.'
CHARGE = "Corvane accuses Delmar: dumped toxic waste into river Ost."
DENIAL = "Delmar denies: dumped toxic waste into river Ost."


class Poller:
    """Reads on where it was."""

    def __init__(self, pool, **asked):
        self.pool, self.asked, self.place, self.seen = pool, asked, None, []

    def __call__(self, limit=200):
        with self.pool.reading() as connection:
            page = changes.find(connection, limit, self.place, **self.asked)
        self.place = page.next
        self.seen += page.items
        return page.items

    def told(self):
        return [f"{each['kind']} {each['event']}" for each in self()]


@pytest.fixture
def poll(pool):
    return Poller(pool)


def speakers_of(pool):
    with pool.reading() as connection:
        return {row["name"]: row["id"] for row in speakers.find(connection, None, 50).items}


def quotes_of(pool, **asked):
    with pool.reading() as connection:
        return {row["text"]: row["id"] for row in quotes.find(connection, QuoteConditions(**asked), 50).items}


def reread_by(pool, reader):
    reread(pool, load=lambda _: reader, model=None)


def test_a_new_article_with_its_speakers_and_quotes(store, pool, poll):
    article = store(TEXT, url=f"{URL}/1").article_id
    found, ids, said = poll(), speakers_of(pool), quotes_of(pool)
    assert [(each["kind"], each["event"]) for each in found] == [
        ("article", "added"), ("speaker", "added"), ("speaker", "added"), ("quote", "added"), ("quote", "added"),
    ]  # fmt: skip
    assert {each.get("article") for each in found if each["kind"] != "speaker"} == {article}
    assert {each["speaker"] for each in found[1:3]} == set(ids.values())
    assert [(each["quote"], each["after"]) for each in found[3:]] == [
        (said["The bridge is safe"], {"speakers": [ids["Ann Lee"]], "speech": True}),
        (said["It never was"], {"speakers": [ids["Bob Ray"]], "speech": True}),
    ]


def test_the_same_again_is_no_change(store, poll):
    store(TEXT, url=f"{URL}/1")
    poll()
    store(TEXT, url=f"{URL}/1")
    assert poll() == []


def test_another_title_corrects_an_article(store, poll):
    store(TEXT, url=f"{URL}/1")
    poll()
    store(TEXT, url=f"{URL}/1", title="Safe", published_at="2018")
    (change,) = poll()
    assert (change["kind"], change["event"], change["fields"]) == ("article", "corrected", ["title", "published_at"])


def test_a_new_text_withdraws_the_old_quotes_and_adds_its_own(store, pool, poll):
    store(TEXT, url=f"{URL}/1")
    poll()
    old = set(quotes_of(pool).values())
    store('"All is well" said Ann Lee.', url=f"{URL}/1")
    found = poll()
    assert [(each["kind"], each["event"]) for each in found] == [
        ("article", "revised"), ("speaker", "withdrawn"), ("quote", "withdrawn"), ("quote", "withdrawn"),
        ("quote", "added"),
    ]  # fmt: skip
    assert (found[0]["before"], found[0]["after"]) == ({"revision": 1}, {"revision": 2})
    assert {each["quote"] for each in found[2:4]} == old
    assert {found[4]["quote"]} == set(quotes_of(pool).values())
    store(TEXT, url=f"{URL}/1")
    assert {each["quote"] for each in poll() if each["event"] == "added" and each["kind"] == "quote"} == old


@pytest.mark.parametrize(
    ("change", "told"),
    [
        pytest.param(list, [], id="the same"),
        pytest.param(
            all_but_the_first, ["speaker withdrawn", "quote withdrawn"], id="one is found no more, nor its speaker"
        ),
        pytest.param(without_last_word, ["quote corrected"] * 2, id="fewer words"),
        pytest.param(
            all_said_by_bob, ["speaker withdrawn", "quote reattributed", "quote corrected"], id="another speaker"
        ),
        pytest.param(cut_in_three, ["quote withdrawn"] * 2 + ["quote added"] * 6, id="other quotes"),
    ],
)
def test_a_better_reader(store, pool, poll, change, told):
    store(TEXT, url=f"{URL}/1")
    poll()
    reread_by(pool, LaterReader(change))
    assert poll.told() == told
    reread_by(pool, LaterReader(change))
    assert poll() == []


def test_a_corrected_quote_names_its_fields_and_a_reattributed_one_both_speakers(store, pool, poll):
    store(TEXT, url=f"{URL}/1")
    ids = speakers_of(pool)
    reread_by(pool, LaterReader(without_last_word))
    assert {tuple(each["fields"]) for each in poll() if each["event"] == "corrected"} == {("spans", "quoted")}
    later = LaterReader(all_said_by_bob)
    later.version = "plain 3"
    reread_by(pool, later)
    (moved,) = [each for each in poll() if each["event"] == "reattributed"]
    (bob,) = speakers_of(pool).values()
    assert (moved["before"], moved["after"]) == ({"speakers": [ids["Ann Lee"]]}, {"speakers": [bob]})


def test_a_merge_and_its_undoing(store, pool, poll):
    store(TEXT, url=f"{URL}/1")
    poll()
    ids = speakers_of(pool)
    with pool.writing() as connection:
        made = corrections.merge(connection, ids["Bob Ray"], ids["Ann Lee"], why=None, key_id="k")
    merged, moved = poll()
    assert (merged["event"], merged["speaker"], merged["after"]) == (
        "merged", ids["Bob Ray"], {"speaker": ids["Ann Lee"]},
    )  # fmt: skip
    assert (moved["before"], moved["after"]) == ({"speakers": [ids["Bob Ray"]]}, {"speakers": [ids["Ann Lee"]]})
    with pool.writing() as connection:
        corrections.undo(connection, made["id"], key_id="k")
    assert poll.told() == ["speaker added", "quote reattributed"]


def test_a_split_and_a_chosen_name(store, pool, poll):
    store(TEXT, url=f"{URL}/1")
    second = store('"Once more" said Ann Lee.', url=f"{URL}/2").article_id
    poll()
    ann = speakers_of(pool)["Ann Lee"]
    with pool.writing() as connection:
        made = corrections.split(connection, ann, articles=[second], why=None, key_id="k")
    split, added, moved = poll()
    assert (split["event"], split["after"]) == ("split", {"speakers": [ann, made["to"]["id"]]})
    assert (added["event"], added["speaker"]) == ("added", made["to"]["id"])
    assert (moved["event"], moved["article"]) == ("reattributed", second)
    for name, told in (("Ann the Elder", ["speaker corrected"]), ("Ann the Elder", [])):
        with pool.writing() as connection:
            corrections.choose(connection, ann, {"name": name}, why=None, key_id="k")
        assert poll.told() == told


def test_another_article_that_tells_who_a_surname_is(store, pool, poll):
    first = store('"We shall see" said Lee [person, mayor of Ostburg].', url=f"{URL}/1").article_id
    poll()
    store('"We shall" said Ann Lee [person, mayor of Ostburg].', url=f"{URL}/2")
    found = poll()
    moved = [each for each in found if each["event"] == "reattributed"]
    state = ask_speakers(pool)
    for each in moved:
        assert (each["article"], each["after"]["speakers"]) == (first, [state[each["quote"]]])
    assert len(moved) == len([each for each in found if each["event"] == "merged"])


def ask_speakers(pool):
    with pool.reading() as connection:
        rows = connection.execute("SELECT quote_id, speaker_id FROM quote_speakers WHERE listed").fetchall()
    return {row["quote_id"]: row["speaker_id"] for row in rows}


def test_an_erased_article_leaves_ids_and_no_words(store, pool, poll, database_url):
    article = store(TEXT, url=f"{URL}/1").article_id
    store(TEXT + " So it is.", url=f"{URL}/1")
    said = {row["id"] for row in ask(database_url, "SELECT id FROM quotes")}
    poll()
    with pool.writing() as connection:
        articles.erase(connection, article)
    found = poll()
    assert [(each["kind"], each["event"]) for each in found] == [
        ("article", "erased"), *[("quote", "erased")] * 4, *[("speaker", "withdrawn")] * 2,
    ]  # fmt: skip
    assert {each["quote"] for each in found[1:5]} == said
    whole = " ".join(row["row"] for row in ask(database_url, "SELECT c::text AS row FROM changes c"))
    assert not any(word in whole for word in ("bridge", "safe", "Ann", "Bob", "Lee", "example"))


@pytest.fixture
def tell(pool):
    """Takes in an article about claims: tell(text, number, day) -> article id."""

    def taken_in(text, number=1, day="2018-03-01"):
        return take_in(pool, ClaimReader(), Article(text, url=f"{URL}/{number}", published_at=day)).article_id

    return taken_in


@pytest.fixture
def of_claims(pool):
    return Poller(pool, kinds=["claim"])


def test_a_claim_is_opened_answered_and_closed(tell, pool, of_claims):
    charge = tell(CHARGE)
    (opened,) = of_claims()
    assert (opened["event"], opened["article"], opened["after"]) == ("opened", charge, {"status": "open"})
    denial = tell(DENIAL, 2, "2018-03-02")
    (answered,) = of_claims()
    with pool.reading() as connection:
        (claim,) = claims.find(connection, ClaimConditions(), 5).items
    assert (answered["event"], answered["claim"], answered["article"]) == ("answered", claim["id"], denial)
    assert answered["dispute"] == claim["disputes"][0]["id"]
    assert answered["before"] == {"status": "open"}
    assert answered["after"] == {"status": claim["status"]}
    erase(pool, denial)
    (changed,) = of_claims()
    assert (changed["event"], changed["fields"]) == ("changed", ["status", "disputes"])
    erase(pool, charge)
    (closed,) = of_claims()
    assert (closed["event"], closed["claim"], closed["after"]) == ("closed", claim["id"], {"status": None})


def erase(pool, article):
    with pool.writing() as connection:
        assert articles.erase(connection, article)


def test_a_claim_that_is_told_earlier_becomes_part_of_that_one(tell, of_claims):
    tell(CHARGE)
    (opened,) = of_claims()
    tell(CHARGE + " So.", 2, "2018-02-27")
    found = {each["event"]: each for each in of_claims()}
    assert set(found) == {"opened", "merged"}
    assert (found["merged"]["claim"], found["merged"]["after"]) == (
        opened["claim"], {"claim": found["opened"]["claim"]},
    )  # fmt: skip


def test_the_same_claim_told_again_changes_it(tell, of_claims):
    tell(CHARGE)
    of_claims()
    tell(CHARGE + " So.", 2, "2018-03-05")
    (changed,) = of_claims()
    assert (changed["event"], changed["fields"]) == ("changed", ["statements"])


def test_verdicts_and_reviews(tell, pool, of_claims):
    tell(f"{CHARGE}\n{DENIAL}")
    claim = of_claims()[0]["claim"]
    with pool.reading() as connection:
        (dispute,) = claims.get(connection, claim)["disputes"]
    for verdict, fields in (
        ("refuted", [["status", "disputes"], ["verdicts"]]),
        ("refuted", [["verdicts"]]),
    ):
        with pool.writing() as connection:
            claim_judgements.judge(connection, claim, dispute["id"], verdict, reason=None, key_id="k")
        assert [set(each["fields"]) for each in of_claims()] == [set(each) for each in fields]
    with pool.writing() as connection:
        claim_judgements.judge(connection, claim, dispute["id"], "confirmed", reason=None, key_id="k")
    assert [each["event"] for each in of_claims()] == ["answered", "changed"]
    said = {"url": URL, "publisher": "Desk", "rating": "false"}
    with pool.writing() as connection:
        claim_judgements.review(connection, claim, said, key_id="k")
        claim_judgements.withdraw_review(connection, claim, URL)
    assert [each["fields"] for each in of_claims()] == [["reviews"]] * 2


def test_what_is_rolled_back_is_not_told(pool, store, poll, monkeypatch):
    publish = changes.publish
    article = store(TEXT, url=f"{URL}/1").article_id
    poll()
    monkeypatch.setattr(articles.changes, "publish", lambda connection, made: [publish(connection, made), 1 / 0])
    with pytest.raises(ZeroDivisionError):
        erase(pool, article)
    assert poll() == []
    monkeypatch.undo()
    store(TEXT, url=f"{URL}/2")
    assert poll.told()[0] == "article added"


def test_only_the_kinds_and_events_that_are_asked_for(pool, store, poll):
    for number in range(3):
        store(TEXT + "." * number, url=f"{URL}/{number}")
    every = poll()
    for asked in ({"kinds": ["quote"]}, {"events": ["added"]}, {"kinds": ["quote", "speaker"], "events": ["added"]}):
        wanted = [
            each for each in every
            if each["kind"] in asked.get("kinds", [each["kind"]])
            and each["event"] in asked.get("events", [each["event"]])
        ]  # fmt: skip
        some = Poller(pool, **asked)
        while some(limit=2):
            pass
        assert some.seen == wanted != []
    assert Poller(pool, kinds=["article"], events=["answered"])() == []


def test_a_place_is_the_same_whatever_is_asked_for_and_stays_where_there_is_nothing(pool, store):
    store(TEXT, url=f"{URL}/1")
    with pool.reading() as connection:
        first = changes.find(connection, 1)
        assert first.next == first.items[0]["id"]
        nothing = changes.find(connection, 10, first.next, kinds=["claim"])
        assert (nothing.items, nothing.next) == ([], first.next)
        now = changes.find(connection, 10, changes.NOW)
        assert (now.items, now.next) == ([], changes.find(connection, 200).items[-1]["id"])


def test_an_empty_feed_has_a_place_too(pool, store):
    with pool.reading() as connection:
        for after in (None, changes.BEGINNING, changes.NOW):
            page = changes.find(connection, 10, after)
            assert (page.items, page.next) == ([], changes.BEGINNING)


@pytest.mark.parametrize(
    "after", ["1", "1-00000000", "0-00000000", "-1", "9" * 30, "01-00000000", "1-0000000g", "", "x"]
)
def test_what_is_no_place_is_refused(pool, store, after):
    store(TEXT, url=f"{URL}/1")
    with pool.reading() as connection, pytest.raises(InvalidCursor, match="no place"):
        changes.find(connection, 10, after)


def test_a_place_of_after_the_backup_is_refused_once_that_is_restored(pool, store, database_url, other, tmp_path):
    store(TEXT, url=f"{URL}/1")
    backup(database_url, tmp_path / "monday.backup")
    with pool.reading() as connection:
        monday = changes.find(connection, 200).next
    store(TEXT, url=f"{URL}/2")
    with pool.reading() as connection:
        tuesday = changes.find(connection, 200).next
    restore(tmp_path / "monday.backup", other)
    with closing(open_pool(other, size=1, wait=5, statement_timeout=10)) as restored:
        take_in(restored, PlainReader(), Article(TEXT, url=f"{URL}/3"))
        take_in(restored, PlainReader(), Article(TEXT, url=f"{URL}/4"))
        with restored.reading() as connection:
            assert changes.find(connection, 200, monday).items[0]["event"] == "added"
            with pytest.raises(InvalidCursor, match="restored"):
                changes.find(connection, 200, tuesday)


def test_a_writer_that_commits_late_is_not_overtaken(pool, poll, database_url):
    """The very race: a lower number that becomes visible after a poller has read a higher one would be lost."""
    with ThreadPoolExecutor(1) as thread:
        with pool.writing() as first:
            changes.publish(first, [Change("article", "added", "a1")])
            second = thread.submit(_publish, pool, "a2")
            await_waiting(database_url)
            assert poll() == []
        second.result()
    assert [each["article"] for each in poll()] == ["a1", "a2"]


def _publish(pool, article):
    with pool.writing() as connection:
        changes.publish(connection, [Change("article", "added", article)])


def test_while_all_write_at_once_pollers_get_each_change_once_in_one_order(database_url, pool):
    done = Event()

    def polled(limit):
        with closing(open_pool(database_url, size=1, wait=30, statement_timeout=30)) as own:
            poller = Poller(own)
            while True:
                last = done.is_set()
                while poller(limit):
                    pass
                if last:
                    return poller.seen

    def written(writer):
        with closing(open_pool(database_url, size=1, wait=30, statement_timeout=30)) as own:
            for number in range(6):
                url = f"{URL}/{writer if number < 4 else 'shared'}/{number}"
                text = f'"We count {writer} {number}" said Ann Lee. "We do not" said Carl {"ABCDEFGH"[number]}ow.'
                article = take_in(own, PlainReader(), Article(text, url=url)).article_id
                take_in(own, ClaimReader(), Article(f"{CHARGE} Day {writer} {number}.", url=url + "/c"))
                if number % 3 == 2:
                    with own.writing() as connection:
                        articles.erase(connection, article)

    with ThreadPoolExecutor(6) as threads:
        readers = [threads.submit(polled, limit) for limit in (1, 7)]
        writers = [threads.submit(written, writer) for writer in range(4)]
        for each in writers:
            each.result()
        done.set()
        first, second = (reader.result() for reader in readers)
    with pool.reading() as connection:
        whole = [changes.shown(row) for row in changes.between(connection, 0, 10_000)]
    assert first == second == whole
    assert len({each["id"] for each in whole}) == len(whole) > 100
    assert standing_by(whole) == standing_in(database_url)


def standing_by(told):
    """Who keeps up by the feed alone knows this: the quotes with their speakers, the speakers, the claims."""
    said, spoken, claimed = {}, set(), {}
    for each in told:
        match each["kind"], each["event"]:
            case "quote", ("added" | "reattributed"):
                said[each["quote"]] = each["after"]["speakers"]
            case "quote", ("withdrawn" | "erased"):
                said.pop(each["quote"], None)
            case "speaker", "added":
                spoken.add(each["speaker"])
            case "speaker", ("merged" | "withdrawn"):
                spoken.remove(each["speaker"])
            case "claim", ("merged" | "closed"):
                del claimed[each["claim"]]
            case "claim", _ if "after" in each:
                claimed[each["claim"]] = each["after"]["status"]
    return said, spoken, claimed


def standing_in(url):
    said = ask(
        url,
        "SELECT quote_id, array_agg(speaker_id ORDER BY position) AS speakers FROM quote_speakers WHERE listed "
        "GROUP BY quote_id",
    )
    unsaid = ask(url, "SELECT id FROM quotes WHERE listed AND id NOT IN (SELECT quote_id FROM quote_speakers)")
    return (
        {row["quote_id"]: row["speakers"] for row in said} | {row["id"]: [] for row in unsaid},
        {row["id"] for row in ask(url, "SELECT id FROM speakers WHERE quotes > 0")},
        {row["id"]: row["status"] for row in ask(url, "SELECT id, status FROM claims")},
    )
