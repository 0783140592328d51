"""What curators set right in quotes: all that follows from it, through re-reading, new texts, merges and erasing."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from later_reader import LaterReader, all_but_the_first, all_said_by_bob, without_last_word
from stores import contents

from service.errors import Conflict, Erased, InvalidCorrection, NotFound, Stale
from service.intake import take_in
from service.records import Article
from service.rereading import reread
from service.store import articles, changes, correction_log, corrections, quote_corrections, quotes, speakers, variants
from service.store.conditions import QuoteConditions

URL = "https://news.example/story"
TEXT = (
    '"The bridge is safe." said Ann Lee [person, minister]. "It is not." said Cara Fox.'
    ' "So it surely is." said the Kremlin [organisation].'
)
OTHER = '"We are late." said Cara Fox. "Very late." said Dan Orr [person, mayor].'


@pytest.fixture
def quote(pool, store):
    """The first quote of an article, said to be of Ann Lee."""
    store(TEXT, url=URL, published_at="2018")
    store(OTHER, url=f"{URL}/2", published_at="2019")
    return said(pool, "The bridge is safe.")


def said(pool, words):
    with pool.reading() as connection:
        found = quotes.find(connection, QuoteConditions(), 200).items
    return next(each for each in found if each["text"] == words)


def listed(pool):
    with pool.reading() as connection:
        return {each["text"]: each for each in quotes.find(connection, QuoteConditions(), 200).items}


def ids(pool):
    with pool.reading() as connection:
        return {each["name"]: each["id"] for each in speakers.find(connection, None, 50).items}


def counts(pool):
    with pool.reading() as connection:
        return {each["name"]: each["quotes"] for each in speakers.find(connection, None, 50).items}


def correct(pool, quote_id, **wanted):
    unchanged = wanted.pop("unchanged", lambda quote: True)
    with pool.writing() as connection:
        return quote_corrections.correct(
            connection, quote_id, wanted, unchanged=unchanged, why="it says so", key_id="k1"
        )  # fmt: skip


def undo(pool, correction):
    with pool.writing() as connection:
        quote_corrections.undo(connection, correction["id"], key_id="k2")


def history(pool, quote_id):
    with pool.reading() as connection:
        return quote_corrections.history(connection, quote_id, 50).items


def of_article(pool, quote):
    with pool.reading() as connection:
        return articles.get(connection, quote["article_id"])


def lost(pool):
    with pool.reading() as connection:
        return correction_log.find(connection, 50, lost=True).items


def test_a_speaker_by_id_is_whoever_that_is_and_all_counts_follow(pool, quote):
    changed = correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]})
    assert (changed["id"], changed["speaker"]["id"], changed["speaker"]["name"]) == (
        quote["id"], ids(pool)["Dan Orr"], "Dan Orr",
    )  # fmt: skip
    assert (changed["attribution"], changed["certainty"], changed["reason"]) == (
        "attributed", "certain", "set by a curator",
    )  # fmt: skip
    assert changed["corrected"] == ["speaker"]
    assert counts(pool) == {"Cara Fox": 2, "Dan Orr": 2, "the Kremlin": 1}
    with pool.reading() as connection:
        found = quotes.find(connection, QuoteConditions(speaker=("Dan Orr",)), 50).items
        assert {each["text"] for each in found} == {"Very late.", "The bridge is safe."}
        assert speakers.matching(connection, "Ann Lee") == []


def test_a_speaker_of_the_same_article_is_called_as_it_calls_them(pool, store, quote):
    store(
        '"Yes." said Ann Lee [person, minister]. "No." said Eva Dahl [person, judge]. "Yes." said Fox.', url=f"{URL}/3"
    )
    changed = correct(pool, said(pool, "Yes.")["id"], speaker={"id": ids(pool)["Eva Dahl"]})
    assert changed["speaker"] == {
        "id": ids(pool)["Eva Dahl"], "name": "Eva Dahl", "kind": "person", "role": "judge",
    }  # fmt: skip


def test_a_new_name_is_understood_as_a_name_of_the_article(pool, quote):
    changed = correct(pool, quote["id"], speaker={"name": "Cara  Fox", "kind": "person"})
    assert (changed["speaker"]["name"], counts(pool)["Cara Fox"]) == ("Cara Fox", 3)
    changed = correct(pool, quote["id"], speaker={"name": "The Bridge Union", "kind": "organisation"})
    assert changed["speaker"] | {"id": None} == {
        "id": None, "name": "The Bridge Union", "kind": "organisation", "role": None,
    }  # fmt: skip
    assert (counts(pool)["The Bridge Union"], counts(pool)["Cara Fox"]) == (1, 2)


def test_nobody_known(pool, quote):
    changed = correct(pool, quote["id"], speaker=None)
    assert (changed["speaker"], changed["speakers"], changed["attribution"]) == (None, [], "unattributed")
    assert "Ann Lee" not in counts(pool)


def test_the_kind(pool, quote):
    changed = correct(pool, quote["id"], kind="indirect")
    assert (changed["kind"], changed["wording"], changed["quoted"]) == ("indirect", "reporter", [])
    with pool.reading() as connection:
        assert speakers.get(connection, quote["speaker"]["id"])["by_kind"] == {"direct": 0, "mixed": 0, "indirect": 1}
    with pytest.raises(InvalidCorrection, match="quotation marks"):
        correct(pool, quote["id"], kind="mixed")
    back = correct(pool, quote["id"], kind="direct")
    assert {name: back[name] for name in ("kind", "quoted")} == {name: quote[name] for name in ("kind", "quoted")}


def test_a_rejected_one_is_listed_and_counted_no_more(pool, quote):
    changed = correct(pool, quote["id"], rejected=True)
    assert (changed["listed"], changed["corrected"], changed["text"]) == (False, ["rejected"], quote["text"])
    assert quote["text"] not in listed(pool)
    assert ("Ann Lee" in counts(pool), of_article(pool, quote)["quotes"]) == (False, 2)
    again = correct(pool, quote["id"], rejected=False)
    assert (again["listed"], again["corrected"], of_article(pool, quote)["quotes"]) == (True, [], 3)
    assert counts(pool)["Ann Lee"] == 1


def test_several_at_once_are_a_correction_each(pool, quote):
    correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"}, kind="indirect")
    assert [(each["type"], each["from"], each["to"]) for each in history(pool, quote["id"])] == [
        ("kind", {"kind": "direct"}, {"kind": "indirect"}),
        (
            "speaker", {"speakers": [{"id": quote["speaker"]["id"], "name": "Ann Lee"}]},
            {"speakers": [{"id": None, "name": "Eva Dahl"}]},
        ),
    ]  # fmt: skip
    assert {(each["why"], each["key_id"], each["subject_id"]) for each in history(pool, quote["id"])} == {
        ("it says so", "k1", quote["id"]),
    }  # fmt: skip


@pytest.mark.parametrize(
    "same",
    [
        pytest.param({"kind": "direct"}, id="kind"),
        pytest.param({"rejected": False}, id="not rejected"),
        pytest.param({"speaker": {"name": "Ann Lee", "kind": "person"}}, id="name"),
    ],
)
def test_what_is_so_already_is_no_correction(pool, quote, database_url, same):
    before = contents(database_url)
    correct(pool, quote["id"], **same)
    correct(pool, quote["id"], speaker={"id": quote["speaker"]["id"]})
    assert contents(database_url) == before


def test_undone_all_is_as_it_was_read(pool, quote):
    before, counted = listed(pool), counts(pool)
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]}, kind="indirect")
    correct(pool, quote["id"], rejected=True)
    for correction in history(pool, quote["id"]):
        undo(pool, correction)
    assert (listed(pool), counts(pool)) == (before, counted)
    told = history(pool, quote["id"])
    assert len(told) == 6
    assert {each["undoes"] for each in told[:3]} == {each["id"] for each in told[3:]}
    assert [each["undone_by"] for each in told] == [None] * 3 + ["k2"] * 3
    for each in told:
        with pytest.raises(Conflict, match="undone already"):
            undo(pool, each)


def test_the_last_of_a_field_is_undone_first_and_the_one_before_holds_again(pool, quote):
    correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"})
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]})
    second, first = history(pool, quote["id"])
    with pytest.raises(Conflict, match=second["id"]):
        undo(pool, first)
    undo(pool, second)
    assert said(pool, quote["text"])["speaker"]["name"] == "Eva Dahl"


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(list, id="no change"),
        pytest.param(without_last_word, id="fewer words"),
        pytest.param(all_said_by_bob, id="another speaker"),
    ],
)
def test_a_speaker_survives_another_reading_and_is_the_readers_again_once_undone(pool, quote, change):
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]})
    reread(pool, load=lambda model: LaterReader(change), model=None)
    with pool.reading() as connection:
        now = quotes.get(connection, quote["id"])
    assert (now["speaker"]["name"], now["listed"], lost(pool)) == ("Dan Orr", True, [])
    undo(pool, history(pool, quote["id"])[0])
    with pool.reading() as connection:
        now = quotes.get(connection, quote["id"])
    assert now["speaker"]["name"] == ("Bob Ray" if change is all_said_by_bob else "Ann Lee")


def test_a_rejected_one_stays_rejected_when_read_again(pool, quote):
    correct(pool, quote["id"], rejected=True)
    summary = reread(pool, load=lambda model: LaterReader(without_last_word), model=None)
    assert (summary.quotes["new"], summary.quotes["gone"]) == (0, 0)
    assert (len(listed(pool)), lost(pool)) == (4, [])
    undo(pool, history(pool, quote["id"])[0])
    assert said(pool, quote["text"][:-5])["id"] == quote["id"]


def test_reading_again_twice_is_reading_again_once(pool, quote, database_url):
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]}, kind="indirect")
    correct(pool, said(pool, "It is not.")["id"], rejected=True)
    before = contents(database_url)
    for _ in range(2):
        summary = reread(pool, load=lambda model: LaterReader(), model=None, every=True)
        assert summary.quotes["kept"] == summary.quotes.total() == 4
    again = {
        name: rows for name, rows in contents(database_url).items() if name not in ("articles", "article_revisions")
    }
    assert again == {name: before[name] for name in again}


def test_one_that_lost_its_quote_is_listed_and_holds_again_when_that_is_found(pool, quote):
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]})
    correct(pool, quote["id"], kind="indirect")
    reread(pool, load=lambda model: LaterReader(all_but_the_first), model=None)
    assert [each["subject_id"] for each in lost(pool)] == [quote["id"]] * 2
    with pytest.raises(Conflict, match="no more"):
        correct(pool, quote["id"], rejected=True)
    with pool.reading() as connection:
        assert quotes.get(connection, quote["id"])["corrected"] == ["kind", "speaker"]
    reread(pool, load=lambda model: LaterReader(), model=None, every=True)
    assert lost(pool) == []
    assert (said(pool, quote["text"])["speaker"]["name"], said(pool, quote["text"])["kind"]) == ("Dan Orr", "indirect")


def test_a_rejected_one_that_is_found_no_more_is_lost_too(pool, quote):
    correct(pool, quote["id"], rejected=True)
    reread(pool, load=lambda model: LaterReader(all_but_the_first), model=None)
    assert [each["type"] for each in lost(pool)] == ["rejected"]
    reread(pool, load=lambda model: LaterReader(), model=None, every=True)
    assert (quote["text"] in listed(pool), lost(pool)) == (False, [])


@pytest.mark.parametrize("wanted", [{"speaker": {"name": "Eva Dahl", "kind": "person"}}, {"rejected": True}, {}])
def test_a_new_text_with_the_same_words_takes_them_over(pool, store, quote, wanted):
    wanted = wanted or {"speaker": {"id": ids(pool)["Dan Orr"]}}
    correct(pool, quote["id"], **wanted)
    store(f"Corrected. {TEXT}", url=URL, published_at="2018")
    if "rejected" in wanted:
        assert quote["text"] not in listed(pool)
        assert of_article(pool, quote)["quotes"] == 2
    else:
        now = said(pool, quote["text"])
        assert (now["revision"], now["speaker"]["name"]) == (2, counts(pool).keys() & {"Eva Dahl", "Dan Orr"} and
                                                             wanted["speaker"].get("name", "Dan Orr"))  # fmt: skip
        (told,) = history(pool, now["id"])
        (first,) = history(pool, quote["id"])
        assert (told["carried_from"], told["made_at"], told["key_id"]) == (first["id"], first["made_at"], "k1")
    assert lost(pool) == []
    assert len({each["id"] for each in all_corrections(pool)}) == 2


def all_corrections(pool):
    with pool.reading() as connection:
        return correction_log.find(connection, 50).items


def test_a_carried_one_is_undone_for_the_new_text_alone(pool, store, quote):
    correct(pool, quote["id"], rejected=True)
    store(f"Corrected. {TEXT}", url=URL)
    undo(pool, next(each for each in all_corrections(pool) if each["carried_from"]))
    now = said(pool, quote["text"])
    assert (now["revision"], now["corrected"], now["speaker"]["name"]) == (2, [], "Ann Lee")
    store(f"Corrected again. {TEXT}", url=URL)
    assert (said(pool, quote["text"])["revision"], lost(pool)) == (3, [])


def test_words_that_stand_there_twice_by_now_carry_nothing(pool, store, quote):
    correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"})
    store(f'{TEXT} "The bridge is safe." said Bob Ray.', url=URL)
    assert [each["subject_id"] for each in lost(pool)] == [quote["id"]]
    assert "Eva Dahl" not in counts(pool)


def test_the_first_of_two_stays_the_first(pool, store):
    store('"No." said Ann Lee. "No." said Cara Fox.', url=URL)
    first = min((each for each in listed_all(pool)), key=lambda each: each["selector"]["start"])
    correct(pool, first["id"], speaker={"name": "Eva Dahl", "kind": "person"})
    store('Again: "No." said Ann Lee. "No." said Cara Fox.', url=URL)
    by_place = sorted(listed_all(pool), key=lambda each: each["selector"]["start"])
    assert [each["speaker"]["name"] for each in by_place] == ["Eva Dahl", "Cara Fox"]


def listed_all(pool):
    with pool.reading() as connection:
        return quotes.find(connection, QuoteConditions(), 200).items


def test_the_old_text_that_comes_back_brings_its_corrections(pool, store, quote):
    correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"})
    store('"Something else." said Ann Lee.', url=URL)
    assert [each["subject_id"] for each in lost(pool)] == [quote["id"]]
    with pytest.raises(Conflict):
        correct(pool, quote["id"], kind="indirect")
    store(TEXT, url=URL)
    now = said(pool, quote["text"])
    assert (now["id"], now["speaker"]["name"], lost(pool)) == (quote["id"], "Eva Dahl", [])


def test_it_follows_the_speaker_through_merges_and_back(pool, quote):
    correct(pool, quote["id"], speaker={"id": ids(pool)["Dan Orr"]})
    with pool.writing() as connection:
        known = ids(pool)
        made = corrections.merge(connection, known["Dan Orr"], known["Cara Fox"], why=None, key_id="k1")
    assert said(pool, quote["text"])["speaker"]["id"] == known["Cara Fox"]
    with pool.reading() as connection:
        assert speakers.get(connection, known["Cara Fox"])["quotes"] == 4
    with pool.writing() as connection:
        corrections.undo(connection, made["id"], key_id="k1")
    assert said(pool, quote["text"])["speaker"]["id"] == known["Dan Orr"]


def test_a_speaker_who_was_merged_away_is_the_one_who_stayed(pool, quote):
    known = ids(pool)
    with pool.writing() as connection:
        corrections.merge(connection, known["Dan Orr"], known["Cara Fox"], why=None, key_id="k1")
    assert correct(pool, quote["id"], speaker={"id": known["Dan Orr"]})["speaker"]["id"] == known["Cara Fox"]


def test_the_speaker_stays_when_all_other_articles_of_theirs_are_erased(pool, store, quote):
    dan = ids(pool)["Dan Orr"]
    correct(pool, quote["id"], speaker={"id": dan})
    with pool.writing() as connection:
        articles.erase(connection, said(pool, "Very late.")["article_id"])
    now = said(pool, quote["text"])
    assert (now["speaker"]["id"], now["speaker"]["name"], counts(pool)["Dan Orr"]) == (dan, "Dan Orr", 1)
    store('"Back." said Dan Orr [person, mayor].', url=f"{URL}/4")
    assert counts(pool)["Dan Orr"] == 2


def test_erasing_the_article_erases_what_was_said_of_it(pool, quote, database_url):
    correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"})
    correction = history(pool, quote["id"])[0]
    with pool.writing() as connection:
        articles.erase(connection, quote["article_id"])
    assert not any("Eva Dahl" in row for rows in contents(database_url).values() for row in rows)
    for attempt in (
        lambda: correct(pool, quote["id"], kind="indirect"),
        lambda: history(pool, quote["id"]),
    ):
        with pytest.raises(Erased):
            attempt()
    with pytest.raises(NotFound):
        undo(pool, correction)
    assert all_corrections(pool) == []


@pytest.mark.parametrize(
    ("quote_id", "wanted", "error"),
    [
        pytest.param("a1.none", {"kind": "indirect"}, NotFound, id="no such quote"),
        pytest.param("{}x", {"kind": "indirect"}, NotFound, id="no such quote of an article that is there"),
        pytest.param("{}", {"speaker": {"id": "saaaaaaaaaaaaaaaa"}}, InvalidCorrection, id="no such speaker"),
        pytest.param("{}", {"speaker": {"id": "Ann Lee"}}, InvalidCorrection, id="a name for an id"),
    ],
)
def test_what_cannot_be_done_changes_nothing(pool, quote, database_url, quote_id, wanted, error):
    before = contents(database_url)
    with pytest.raises(error):
        correct(pool, quote_id.format(quote["id"]), **wanted)
    assert contents(database_url) == before


def test_what_has_changed_is_left_alone(pool, quote, database_url):
    before = contents(database_url)
    with pytest.raises(Stale):
        correct(pool, quote["id"], kind="indirect", unchanged=lambda quote: False)
    assert contents(database_url) == before


def test_of_several_at_once_one_wins(pool, quote):
    def attempt(kind):
        try:
            correct(pool, quote["id"], kind=kind, rejected=True, unchanged=lambda now: now == quote)
        except Stale:
            return "stale"
        return "made"

    with ThreadPoolExecutor(4) as several:
        ends = list(several.map(attempt, ["indirect"] * 4))
    assert sorted(ends) == ["made", "stale", "stale", "stale"]
    assert len(history(pool, quote["id"])) == 2


def test_corrections_beside_readings_and_intakes_lose_nothing(pool, store, quote):
    def read_again():
        reread(pool, load=lambda model: LaterReader(all_said_by_bob), model=None, every=True)

    def curate():
        correct(pool, quote["id"], speaker={"name": "Eva Dahl", "kind": "person"})

    def take():
        take_in(pool, LaterReader(), Article(f"{OTHER} And more.", url=f"{URL}/2"))

    with ThreadPoolExecutor(3) as several:
        for done in [several.submit(each) for each in (read_again, curate, take, read_again)]:
            done.result()
    with pool.reading() as connection:
        assert quotes.get(connection, quote["id"])["speaker"]["name"] == "Eva Dahl"
        true = connection.execute(
            "SELECT s.id, s.quotes, (SELECT count(*) FROM quote_speakers p JOIN quotes q ON q.article_id = p.article_id"
            " AND q.id = p.quote_id WHERE p.speaker_id = s.id AND p.listed AND q.speech) AS there FROM speakers s"
        ).fetchall()
    assert [row["id"] for row in true if row["quotes"] != row["there"]] == []


def told(pool, after):
    with pool.reading() as connection:
        return changes.find(connection, 200, after)


def test_the_feed_tells_of_each(pool, quote):
    dan, ann = ids(pool)["Dan Orr"], quote["speaker"]["id"]
    place = told(pool, "now").next
    for wanted, events in (
        ({"speaker": {"id": dan}}, ["reattributed", "corrected"]),  # how sure that is has changed with it
        ({"kind": "indirect"}, ["corrected"]),
        ({"rejected": True}, ["withdrawn"]),
        ({"rejected": False}, ["added"]),
    ):
        correct(pool, quote["id"], **wanted)
        page = told(pool, place)
        assert [each["event"] for each in page.items if each["kind"] == "quote"] == events
        assert {each["quote"] for each in page.items if each["kind"] == "quote"} == {quote["id"]}
        place = page.next
    undo(pool, next(each for each in history(pool, quote["id"]) if each["type"] == "speaker"))
    back = next(each for each in told(pool, place).items if each["kind"] == "quote")
    assert (back["event"], back["before"], back["after"]) == (
        "reattributed", {"speakers": [dan]}, {"speakers": [ann]},
    )  # fmt: skip


def test_what_was_known_before_is_what_was_listed_then(pool, quote):
    with pool.reading() as connection:
        then = connection.execute("SELECT now() AS now").fetchone()["now"].isoformat().replace("+00:00", "Z")
    correct(pool, quote["id"], rejected=True)
    with pool.reading() as connection:
        known = [
            {each["text"] for each in quotes.find(connection, QuoteConditions(as_of=at), 50).items}
            for at in (then, None)
        ]
    assert (quote["text"] in known[0], quote["text"] in known[1]) == (True, False)


def test_variants_follow(pool, store, quote):
    store('"The bridge is safe." said Ann Lee [person, minister].', url=f"{URL}/5", published_at="2018")
    with pool.reading() as connection:
        both = {each["quote"]["id"] for each in variants.find(connection, quote["id"], 50)[0].items}
    correct(pool, quote["id"], rejected=True)
    (left,) = both - {quote["id"]}
    with pool.reading() as connection:
        assert [each["quote"]["id"] for each in variants.find(connection, left, 50)[0].items] == [left]


def test_corrections_beside_merges_lose_nothing(pool, store, quote):
    for number in range(6):
        store(f'"Number {number}." said Cara Fox.', url=f"{URL}/n{number}")
    known = ids(pool)
    numbered = [each for each in listed_all(pool) if each["text"].startswith("Number")]

    def merge():
        with pool.writing() as connection:
            corrections.merge(connection, known["Dan Orr"], known["Ann Lee"], why=None, key_id="k1")

    with ThreadPoolExecutor(4) as several:
        waiting = [several.submit(correct, pool, each["id"], speaker={"id": known["Dan Orr"]}) for each in numbered[:3]]
        waiting.append(several.submit(merge))
        waiting += [
            several.submit(correct, pool, each["id"], speaker={"id": known["Dan Orr"]}) for each in numbered[3:]
        ]
        for each in waiting:
            each.result()
    now = {each["text"]: each["speaker"]["id"] for each in listed_all(pool)}
    assert {id for words, id in now.items() if words.startswith("Number")} == {known["Ann Lee"]}
    with pool.reading() as connection:
        assert speakers.get(connection, known["Ann Lee"])["quotes"] == 8
        assert speakers.redirected(connection, known["Dan Orr"]) == known["Ann Lee"]
