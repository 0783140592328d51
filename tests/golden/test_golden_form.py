"""The golden sets keep their form: spans cut what they say, tags hold, the halves stay apart, the jsonl is fresh."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from service.records import Stance

HERE = Path(__file__).parent
TOPICS = re.findall(r"^(\w[\w-]+)", (HERE / "topics.txt").read_text("utf-8"), re.M)
STANCES = get_args(Stance)
Article = dict[str, Any]
Attribution = dict[str, Any]


def load(half: str) -> list[Article]:
    """Read one half."""
    return [json.loads(line) for line in (HERE / f"{half}.jsonl").read_text("utf-8").splitlines()]


HALVES = {half: load(half) for half in ("open", "frozen")}
LATER = {half: load(half) for half in ("later_open", "later_frozen")}
SHORT = [pytest.param(one, id=one["id"]) for half in (HALVES | LATER).values() for one in half]
LONG = {half: load(half) for half in ("long_open", "long_frozen")}
LONGER = [pytest.param(one, id=one["id"]) for half in LONG.values() for one in half]
ARTICLES = SHORT + LONGER


def paragraph(text: str, at: int) -> int:
    """Number the paragraph that holds an offset."""
    return text.count("\n", 0, at)


def ends(a: Attribution) -> tuple[int, int, int, int]:
    """Give start and end of the content, and the start of source and of cue (-1 where there is none)."""
    first = [a[part][0][0] if a[part] else -1 for part in ("source", "cue")]
    return a["content"][0][0], a["content"][-1][1], *first


def split(a: Attribution) -> bool:
    """See whether the content stands on both sides of its cue."""
    return bool(a["cue"]) and len(a["content"]) > 1 and a["content"][0][0] < a["cue"][0][0] < a["content"][-1][0]


def labelled(one: Article, a: Attribution) -> bool:
    """See whether the content follows a label and a colon at the start of its line."""
    line = one["text"].rfind("\n", 0, a["content"][0][0]) + 1
    return not a["cue"] and bool(re.fullmatch(r"[^“\"«]{1,40}: ", one["text"][line : a["content"][0][0]]))


def unclosed(text: str) -> bool:
    """Find a paragraph that opens more double marks than it closes."""
    return any(p.count('"') % 2 or p.count("“") > p.count("”") + p.count("„") for p in text.split("\n"))


def any_of(test: Callable[[Article, Attribution], Any]) -> Callable[[Article], bool]:
    """Ask whether one attribution of an article passes the test."""
    return lambda one: any(test(one, a) for a in one["attributions"])


def text_has(pattern: str) -> Callable[[Article], bool]:
    """Ask whether the text of an article holds the pattern."""
    return lambda one: bool(re.search(pattern, one["text"]))


def content_has(pattern: str, kinds: str = "direct mixed indirect") -> Callable[[Article], bool]:
    """Ask whether a content of one of these kinds holds the pattern."""
    return any_of(lambda one, a: a["kind"] in kinds.split() and re.search(pattern, a["content_text"]))


def cue_is(pattern: str, kinds: str, content: str = "") -> Callable[[Article], bool]:
    """Ask for an attribution with such a cue, kind and beginning of its content."""
    return any_of(
        lambda one, a: (
            a["kind"] in kinds.split()
            and re.match(content, a["content_text"])
            and re.fullmatch(pattern, a["cue_text"], re.I)
        )
    )


def source_is(pattern: str, **given: str) -> Callable[[Article], bool]:
    """Ask for an attribution whose source reads so and whose fields are as given."""
    return any_of(lambda one, a: re.search(pattern, a["source_text"]) and given.items() <= a.items())


def expects(answer: str) -> Callable[[Article], bool]:
    """Ask for an attribution of which the reader has to give this answer."""
    return any_of(lambda one, a: a["expect"] == answer)


SAID = r"(?:Dr|Professor|Judge|Justice|Mayor|MAYOR|Councillor|CLLR|Provost|SEN|CAPT|Fr|THE JUDGE)\b"
STATES = "Tonga|Samoa|Iraq|Ankara|Zambia|Iceland|Fiji|Peru|Finland|Bangladesh|Saxony|Nepal"
PAPERS = (
    r"\b(?:report|papers|bylaws|agreement|contract|survey|notes|letter|statement|ruling|communiqué|notice|book"
    r"|manual|statutes|invoice|filings?|log|study|form|register|memo|auditors|engineers)\b"
)
EVIDENCE: dict[str, Callable[[Article], bool]] = {
    "marks-curly": text_has("“[^”]+”"),
    "marks-straight": text_has('"'),
    "marks-two-apostrophes": text_has("''[A-Z]"),
    "marks-backticks": text_has("``.+''"),
    "marks-guillemets": text_has("«.+»"),
    "marks-german": text_has("„.+“"),
    "marks-single": text_has("‘.+’"),
    "marks-inches": text_has(r"\d(?:[\"”]|'')"),
    "marks-mismatched": lambda one: (
        len(set(one["text"]) & set('“”„"')) > 1 and not re.fullmatch(r"(?s)(?:[^“”„\"]|“[^“”„\"]*”)*", one["text"])
    ),
    "marks-nested": content_has(r"[‘“\"‚]", "direct"),
    "marks-dropped-closer": lambda one: unclosed(one["text"]),
    "marks-multi-paragraph": any_of(lambda one, a: len({paragraph(one["text"], s) for s, _ in a["content"]}) > 1),
    "marks-apostrophes": text_has(r"\w['’](?:\w|\s)"),
    "marks-brackets": content_has(r"\["),
    "marks-ellipsis": content_has(r"…|\.\.\."),
    "order-quote-said-x": any_of(lambda one, a: a["kind"] == "direct" and ends(a)[0] < min(ends(a)[2:])),
    "order-x-said-quote": any_of(lambda one, a: a["kind"] == "direct" and max(ends(a)[2:]) < ends(a)[0]),
    "order-split": any_of(lambda one, a: a["kind"] == "direct" and split(a)),
    "order-apposition": any_of(lambda one, a: split(a) and a["content"][-1][0] - a["source"][0][1] > 40),
    "order-speaker-before": any_of(
        lambda one, a: a["kind"] == "direct" and not a["cue"] and -1 < ends(a)[2] < ends(a)[0]
    ),
    "order-speaker-after": any_of(lambda one, a: not a["cue"] and ends(a)[2] > ends(a)[1]),
    "order-colon-block": any_of(lambda one, a: re.search(r":\s*\n\s*$", one["text"][: ends(a)[0]])),
    "order-interview": lambda one: sum(labelled(one, a) for a in one["attributions"]) > 3,
    "order-transcript": lambda one: sum(labelled(one, a) for a in one["attributions"]) > 3,
    "order-signature": any_of(lambda one, a: re.fullmatch(r"[”\"]\s[—–-]+ ", one["text"][ends(a)[1] : ends(a)[2]])),
    "order-headline": any_of(lambda one, a: labelled(one, a) and ends(a)[2] == 0 and a["kind"] == "indirect"),
    "mixed-called": cue_is("(?:had )?call(?:ed|s)", "mixed"),
    "mixed-accused": cue_is(".*accus.*", "mixed", "of "),
    "mixed-urged": cue_is("(?:has )?urge[sd]", "mixed", "to "),
    "mixed-per": cue_is("(?:as )?per|under|according to", "mixed"),
    "indirect-that": content_has("^that ", "indirect mixed"),
    "indirect-bare": any_of(
        lambda one, a: (
            a["kind"] != "direct"
            and -1 < ends(a)[2] < ends(a)[3] < ends(a)[0]
            and not re.match("that|of|to|for|against", a["content_text"])
        )
    ),
    "indirect-according": cue_is("according to", "indirect mixed"),
    "indirect-parenthetical": any_of(lambda one, a: a["kind"] != "direct" and split(a)),
    "indirect-preposed": any_of(lambda one, a: a["kind"] != "direct" and a["cue"] and ends(a)[1] < ends(a)[3]),
    "indirect-accuse": cue_is(".*accus.*", "indirect", "of "),
    "indirect-blame": cue_is("blame[sd]?", "indirect"),
    "indirect-deny-doing": cue_is("den(?:y|ies|ied)", "indirect", r"\w+ing "),
    "indirect-warn-against": cue_is("warned", "indirect", "against|of "),
    "indirect-vow": any_of(
        lambda one, a: (
            (a["stance"] == "promise" and a["content_text"].startswith("to ")) or re.match("promise", a["cue_text"])
        )
    ),
    "indirect-call-for": cue_is(".*call(?:ed|ing) for|demanded", "indirect"),
    "indirect-claim-that": cue_is("claim|assertion|contention", "indirect"),
    "indirect-report-that": cue_is("report|rumour|news", "indirect mixed"),
    "speaker-full-name": source_is(r"\w \w", source_type="named", speaker_level="gold-person"),
    "speaker-surname": source_is(r"^[\w-]+(?: \w+)?$", source_type="named"),
    "speaker-title": source_is(SAID),
    "speaker-role": any_of(lambda one, a: a["speaker_level"] == "gold-person"),
    "speaker-he": source_is("^[Hh]e$"),
    "speaker-she": source_is("^[Ss]he$"),
    "speaker-they": source_is("^[Tt]hey$|candidate"),
    "speaker-i": any_of(
        lambda one, a: a["source_text"] == "I" or (not a["cue"] and re.search(r"\bI\b", a["content_text"]))
    ),
    "speaker-the-minister": source_is("^[Tt]he (?:deputy )?minister$"),
    "speaker-the-mission": source_is("^[Tt]he (?:mission|ministry)$"),
    "speaker-joint": any_of(lambda one, a: len(a["speakers"]) == 2),
    "speaker-organisation": source_is("", speaker_level="gold-entity"),
    "speaker-state": any_of(lambda one, a: re.search(STATES, a["speaker_full"] or "")),
    "speaker-document": any_of(lambda one, a: re.search(PAPERS, f"{a['source_text']} {a['speaker_full']}")),
    "speaker-post": any_of(
        lambda one, a: " page" in one["text"] or "post" in f"{a['source_text']} {a['cue_text']} {a.get('via')}"
    ),
    "speaker-group": any_of(lambda one, a: a["speaker_level"] == "gold-entity" or "order-signature" in one["topics"]),
    "speaker-anonymous": source_is("^(?i:an? |one |two |he$|she$)", speaker_level="gold-entity"),
    "speaker-nested": any_of(lambda one, a: "via" in a),
    "unknown-no-speaker": expects("unattributed"),
    "unknown-ambiguous": expects("ambiguous"),
}


def evidence(topic: str) -> Callable[[Article], bool]:
    """Give the test of a topic; silent topics need a silent span of their kind."""
    if topic.startswith("silent-"):
        return lambda one: any(f"silent-{why}" == topic for *_, why in one["silent"])
    return EVIDENCE[topic]


def cut(one: Article) -> Iterator[tuple[str, list[list[int]]]]:
    """Give every text of an article with the spans that it was cut from."""
    for a in one["attributions"]:
        for part in ("source", "cue", "content"):
            yield a[f"{part}_text"], a[part]


@pytest.mark.parametrize("one", ARTICLES)
def test_spans_cut_their_text(one: Article) -> None:
    for words, spans in cut(one):
        assert " ".join(one["text"][start:end] for start, end in spans) == words
        assert all(one["text"][start:end].strip() == one["text"][start:end] != "" for start, end in spans)


@pytest.mark.parametrize("one", SHORT)
def test_length_of_a_short_article(one: Article) -> None:
    assert 60 <= len(one["text"].split()) <= 360


@pytest.mark.parametrize("one", LONGER)
def test_length_of_a_long_article(one: Article) -> None:
    assert 450 <= len(one["text"].split()) <= 800
    assert 10 <= len(one["attributions"]) <= 25


@pytest.mark.parametrize("one", ARTICLES)
def test_fields_keep_to_their_words(one: Article) -> None:
    for a in one["attributions"]:
        assert a["kind"] in ("direct", "mixed", "indirect")
        assert a["stance"] in STANCES
        assert a["source_type"] in ("named", "nominal", "pronoun", "none")
        assert (a["source_type"] == "none") == (not a["source"])
        assert (a["source_type"] == "pronoun") == (a["source_text"].lower() in ("he", "she", "they", "it", "i"))
        assert a["expect"] in ("attributed", "ambiguous", "unattributed")
        assert (a["expect"] == "attributed") == (a["speaker_full"] is not None)
        assert (a["expect"] == "ambiguous") == ("candidates" in a)


@pytest.mark.parametrize("one", ARTICLES)
def test_kind_agrees_with_the_marks(one: Article) -> None:
    marks = r"[“„«»‘]|``|(?<!\d)[\"”]|''"
    for a in one["attributions"]:
        inside = re.search(marks, a["content_text"])
        nested = any(
            a is not b
            and b["content"][0][0] >= ends(a)[0]
            and b["content"][-1][1] <= ends(a)[1]
            and b["kind"] != "indirect"
            for b in one["attributions"]
        )
        assert a["kind"] != "mixed" or inside
        assert a["kind"] != "indirect" or not inside or nested


@pytest.mark.parametrize("one", ARTICLES)
def test_printed_names_stand_in_the_text(one: Article) -> None:
    printed = one["text"].lower()
    for a in one["attributions"]:
        assert all(name.lower() in printed or name == "reporter" for name in a["speaker_names"])
        named = a["speakers"] if a["speaker_level"] == "gold-person" else a.get("candidates", [])
        assert all(part.lower() in printed for name in named for part in name.split())


@pytest.mark.parametrize("one", ARTICLES)
def test_nothing_is_stated_where_silence_is_due(one: Article) -> None:
    said = [span for a in one["attributions"] for span in a["content"]]
    for start, end, _ in one["silent"]:
        assert not [span for span in said if span[0] < end and start < span[1]]


@pytest.mark.parametrize("one", ARTICLES)
def test_an_article_shows_what_its_topics_say(one: Article) -> None:
    assert [topic for topic in one["topics"] if topic not in TOPICS or not evidence(topic)(one)] == []
    assert {f"silent-{why}" for *_, why in one["silent"]} <= set(one["topics"])
    assert len(one["topics"]) == len(set(one["topics"]))


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_is_tested_twice_in_each_half(half: str, topic: str) -> None:
    assert sum(topic in one["topics"] for one in HALVES[half]) >= 2


@pytest.mark.parametrize("half", HALVES)
def test_a_half_holds_at_least_forty_articles(half: str) -> None:
    assert len(HALVES[half]) >= 40


def test_ids_are_unique() -> None:
    ids = Counter(one["id"] for half in (HALVES | LATER | LONG).values() for one in half)
    ids.update(a["id"] for half in (HALVES | LATER | LONG).values() for one in half for a in one["attributions"])
    assert [name for name, count in ids.items() if count > 1] == []


def people(one: Article) -> set[str]:
    """Name the persons who speak in an article."""
    return {name for a in one["attributions"] if a["speaker_level"] == "gold-person" for name in a["speakers"]}


def test_the_halves_share_no_article_and_no_person() -> None:
    for halves in (HALVES, LATER, LONG):
        texts = [{one["text"] for one in half} for half in halves.values()]
        persons = [set().union(*(people(one) for one in half)) for half in halves.values()]
        assert not texts[0] & texts[1]
        assert not persons[0] & persons[1]


def test_the_jsonl_is_what_the_sources_compile_to() -> None:
    check = subprocess.run([sys.executable, HERE / "compile.py", "--check"], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr


def rows(name: str, half: str) -> list[dict[str, Any]]:
    """Read one half of another set."""
    return [json.loads(line) for line in (HERE / f"{name}_{half}.jsonl").read_text("utf-8").splitlines()]


NAMES, DISPUTES, GRAVE = ({half: rows(name, half) for half in HALVES} for name in ("names", "disputes", "grave"))
NAMES_LATER = rows("names", "later")
DISPUTES_MORE = rows("disputes", "more")
DISPUTES_LATER = {half: rows("disputes_later", half) for half in HALVES}
DISPUTES_FRESH = rows("disputes", "fresh")
DISPUTES_FITTED = rows("disputes", "desks") + rows("disputes", "lands") + rows("disputes", "twins")
CASES = [
    pytest.param(one, id=one["id"])
    for half in (*DISPUTES.values(), DISPUTES_MORE, *DISPUTES_LATER.values(), DISPUTES_FRESH, DISPUTES_FITTED)
    for one in half
]
GRAVE_LABELS = ("retracted", "contradicts_earlier", "no_answer_found")
RELATIONS = {
    "denies",
    "denies_evidence",
    "denies_involvement",
    "denies_existence",
    "rejects_basis",
    "contests_motive",
    "counter_evaluates",
}
SPEAKER_KINDS = {"person", "organisation", "state", "office", "group", "document", "anonymous"}


def both(halves: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """Give the rows of both halves."""
    return [one for half in halves.values() for one in half]


def tokens(names: list[str]) -> set[str]:
    """Give the words of names by which the scorer compares a side."""
    return {word for name in names for word in re.findall(r"\w+", name.lower())} - {"the", "of", "a", "an", "dr"}


def test_every_pair_of_names_has_its_fields() -> None:
    for pair in both(NAMES) + NAMES_LATER:
        assert list(pair) == ["a", "b", "same", "why"]
        assert pair["same"] in (True, False)
        assert pair["why"]
        for one in (pair["a"], pair["b"]):
            assert {"name", "kind"} <= set(one) <= {"name", "kind", "role", "party"}
            assert one["kind"] in SPEAKER_KINDS
            assert all(one.values())


def test_no_pair_of_names_is_given_twice() -> None:
    pairs = Counter(frozenset(json.dumps(pair[side]) for side in "ab") for pair in both(NAMES) + NAMES_LATER)
    assert [sorted(pair) for pair, count in pairs.items() if count > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_half_of_the_pairs_of_names_are_two_speakers(half: str) -> None:
    shares = [pair["same"] for pair in NAMES[half]]
    assert len(shares) >= 260
    assert 0.45 <= sum(shares) / len(shares) <= 0.55


def test_half_of_the_later_pairs_of_names_are_two_speakers() -> None:
    assert len(NAMES_LATER) >= 130
    assert 0.45 <= sum(pair["same"] for pair in NAMES_LATER) / len(NAMES_LATER) <= 0.55


@pytest.mark.parametrize("one", CASES)
def test_sides_of_a_dispute_cut_their_words(one: dict[str, Any]) -> None:
    for d in one["disputes"]:
        for side in ("claim", "dispute"):
            cuts = [one["text"][start:end] for start, end in d[f"{side}_spans"]]
            assert " ".join(cuts) == d[f"{side}_text"]
            assert all(words == words.strip() != "" for words in cuts)
        taken = [sorted(range(*span)) for span in d["claim_spans"] + d["dispute_spans"]]
        assert len(set().union(*taken)) == sum(map(len, taken))
        assert d["claimants"]
        assert d["disputers"]
        assert not tokens(d["claimants"]) & tokens(d["disputers"])


@pytest.mark.parametrize("one", CASES)
def test_a_dispute_keeps_to_the_words_of_the_design(one: dict[str, Any]) -> None:
    assert bool(one["disputes"]) != one["case"].startswith("no: ")
    for d in one["disputes"]:
        assert d["strength"] in ("strong", "weak")
        assert (d["relation"] == "counter_evaluates") == (d["nature"] == "opinion")
        assert d["nature"] in ("fact", "opinion")
        assert d["relation"] in RELATIONS


@pytest.mark.parametrize("one", CASES)
def test_articles_of_a_case_stand_in_its_text(one: dict[str, Any]) -> None:
    texts = one.get("texts", [])
    for article in texts:
        start = article["start"]
        assert one["text"][start : start + len(article["text"])] == article["text"]
    assert [article["date"] for article in texts] == sorted(article["date"] for article in texts)


@pytest.mark.parametrize("half", HALVES)
def test_half_of_the_cases_hold_no_dispute(half: str) -> None:
    silent = [not one["disputes"] for one in DISPUTES[half]]
    assert len(silent) >= 85
    assert 0.5 <= sum(silent) / len(silent) <= 0.6


def test_half_of_the_further_cases_hold_no_dispute() -> None:
    assert len(DISPUTES_MORE) >= 130
    assert sum(not one["disputes"] for one in DISPUTES_MORE) * 2 == len(DISPUTES_MORE)


@pytest.mark.parametrize("half", DISPUTES_LATER)
def test_about_half_of_the_later_cases_hold_no_dispute(half: str) -> None:
    silent = [not one["disputes"] for one in DISPUTES_LATER[half]]
    assert len(silent) >= 120
    assert 0.45 <= sum(silent) / len(silent) <= 0.55


def test_half_of_the_fresh_cases_hold_no_dispute() -> None:
    assert len(DISPUTES_FRESH) >= 80
    assert sum(not one["disputes"] for one in DISPUTES_FRESH) * 2 == len(DISPUTES_FRESH)


def test_further_cases_have_their_own_ids_and_words() -> None:
    every = both(DISPUTES) + DISPUTES_MORE + both(DISPUTES_LATER) + DISPUTES_FRESH + DISPUTES_FITTED
    assert len({one["id"] for one in every}) == len({one["text"] for one in every}) == len(every)


def test_both_halves_hold_every_case_of_disputes() -> None:
    tally = [Counter(one["case"] for one in half) for half in DISPUTES.values()]
    assert all(abs(tally[0][case] - tally[1][case]) <= 1 for case in tally[0] | tally[1])


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("label", GRAVE_LABELS)
def test_half_of_the_cases_of_a_grave_label_lack_it(half: str, label: str) -> None:
    expected = [one["expected"] for one in GRAVE[half] if one["label"] == label]
    assert len(expected) >= 22
    assert sum(expected) * 2 == len(expected)


def test_cases_of_grave_labels_have_dated_articles() -> None:
    for one in both(GRAVE):
        assert list(one) == ["id", "label", "articles", "expected", "why"]
        assert one["label"] in GRAVE_LABELS
        dates = [article["date"] for article in one["articles"]]
        assert dates == sorted(set(dates))
        assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", date) for date in dates)
        assert all(article["text"].strip() for article in one["articles"])


@pytest.mark.parametrize("halves", [pytest.param(DISPUTES, id="disputes"), pytest.param(GRAVE, id="grave labels")])
def test_cases_have_their_own_ids_and_words(halves: dict[str, list[dict[str, Any]]]) -> None:
    ids = Counter(one["id"] for one in both(halves))
    words = Counter(one.get("text") or json.dumps(one["articles"]) for one in both(halves))
    assert [name for name, count in (ids + words).items() if count > 1] == []


def test_disputes_are_what_their_sources_compile_to() -> None:
    check = subprocess.run([sys.executable, HERE / "compile_disputes.py", "--check"], capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr
