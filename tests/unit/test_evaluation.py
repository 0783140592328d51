"""What a reader found is measured against what people annotated: every track counts what it says, on invented data."""

import json

import pytest
from click.testing import CliRunner

from service.cli import commands
from service.errors import InvalidArticle
from service.evaluation import evaluate
from service.evaluation.annotations import annotated, found_quotes
from service.evaluation.intervals import interval
from service.evaluation.names import last_name
from service.evaluation.tables import tables
from service.evaluation.words import TextWords, marked

TEXT = (
    "“The old dam will hold for ever,” said Ama Boateng.\n"
    "She said that the “grand plan to end all plans” was dead, Kofi Lind told the harbour board.\n"
    "Nobody liked the song “We are the river people now” at first. The board wants peace."
)
DAM, SHE_SAID = "The old dam will hold for ever", "the “grand plan to end all plans” was dead"
SONG = "We are the river people now"


def span(words, text=TEXT):
    return [text.index(words), text.index(words) + len(words)]


def said(content, source, kind="direct", source_type="named", **fields):
    names = fields.pop("names", [source] if source else [])
    return {
        "content": [span(content)],
        "source": [span(source)] if source else [],
        "kind": kind,
        "source_type": source_type if source else "none",
        "speaker_names": names,
        "speech_cue": True,
        **fields,
    }


def read(content, speaker, kind="direct", **fields):
    return {
        "content": [span(content)],
        "speaker_span": span(speaker) if speaker else None,
        "speaker_name": speaker,
        "kind": kind,
        "speech": True,
        "confidence": 0.97,
        **fields,
    }


GOLD = [said(DAM, "Ama Boateng"), said(SHE_SAID, "She", "mixed", "pronoun", names=["Ama Boateng"])]
RIGHT = [read(DAM, "Ama Boateng"), read(SHE_SAID, "She", "mixed", speaker_name="Ama Boateng")]


def report(gold=GOLD, found=RIGHT, **options):
    lines = [json.dumps({"id": "a", "text": TEXT, "attributions": gold})]
    quotes = [json.dumps({"id": "a", "quotes": found})]
    return evaluate(annotated(lines, "gold"), found_quotes(quotes, "found"), **options)


def figures(done):
    return {
        each.track.key: (each.figure.right, each.figure.found, each.figure.wanted)
        for each in done.tracks
        if each.track.key in ("direct", "entity", "speech", "all", "content", "scare")
    }


ALL_RIGHT = {
    "direct": (2, 2, 2),
    "entity": (2, None, 2),
    "speech": (2, 2, 2),
    "all": (2, 2, 2),
    "content": (2, 2, 2),
    "scare": (0, None, 1),
}


@pytest.mark.parametrize(
    ("gold", "found", "changed"),
    [
        pytest.param(GOLD, RIGHT, {}, id="all is right"),
        pytest.param(
            GOLD,
            RIGHT[:1],
            {"direct": (1, 1, 2), "entity": (1, None, 2), "speech": (1, 1, 2), "all": (1, 1, 2), "content": (1, 1, 2)},
            id="one is missed",
        ),
        pytest.param(
            GOLD,
            [RIGHT[0], read(SHE_SAID, "Kofi Lind", "mixed")],
            {"direct": (1, 2, 2), "entity": (1, None, 2), "speech": (1, 2, 2), "all": (1, 2, 2)},
            id="a wrong speaker",
        ),
        pytest.param(
            GOLD,
            [RIGHT[0], read(SHE_SAID, None, "mixed")],
            {"direct": (1, 1, 2), "entity": (1, None, 2), "speech": (1, 2, 2), "all": (1, 2, 2)},
            id="a speaker left open is no attribution",
        ),
        pytest.param(
            GOLD, [RIGHT[0], read(SHE_SAID, "She", "mixed")], {"entity": (1, None, 2)}, id="the mention, no name"
        ),
        pytest.param(
            GOLD, [RIGHT[0], read(f"that {SHE_SAID}", "She", speaker_name="Boateng")], {}, id="a leading that"
        ),
        pytest.param(
            GOLD,
            [*RIGHT, read(SONG, "Kofi Lind")],
            {"speech": (2, 3, 2), "all": (2, 3, 2), "content": (2, 3, 2), "scare": (1, None, 1)},
            id="the title of a song given to somebody",
        ),
        pytest.param(
            [*GOLD, said("peace", "The board", "indirect", speech_cue=False)],
            RIGHT,
            {"all": (2, 2, 3), "content": (2, 2, 3)},
            id="an attitude is not asked for as speech",
        ),
        pytest.param(
            [*GOLD, said("peace", "The board", "indirect", speech_cue=False)],
            [*RIGHT, read("peace", "The board", "indirect")],
            {"all": (3, 3, 3), "content": (3, 3, 3)},
            id="an attitude that is found is not held against speech",
        ),
        pytest.param(
            [GOLD[0], said(SHE_SAID, None, "mixed")],
            RIGHT,
            {"direct": (1, 1, 1), "entity": (1, None, 1), "speech": (1, 1, 1), "all": (1, 1, 1)},
            id="who has no annotated source is nobody's fault",
        ),
        pytest.param(
            GOLD, [read(DAM, "Boateng"), RIGHT[1]], {}, id="the last name is enough"
        ),
    ],
)  # fmt: skip
def test_each_track_counts_what_it_says(gold, found, changed):
    assert figures(report(gold, found)) == ALL_RIGHT | changed


def test_an_article_that_was_not_read_counts_as_nothing_found():
    lines = [json.dumps({"id": "a", "text": TEXT, "attributions": GOLD})]
    done = evaluate(annotated(lines, "gold"), {})
    assert done.unread == ("a",)
    assert figures(done)["content"] == (0, 0, 2)


def test_speech_alone_leaves_out_attitudes_and_what_is_optional():
    gold = [*GOLD, said("peace", "The board", "indirect", optional=True)]
    found = [*RIGHT, read("Nobody liked the song", "Kofi Lind", "indirect", speech=False)]
    assert figures(report(gold, found, speech_only=True)) == ALL_RIGHT


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        pytest.param("a “b” c «d» e", ["b", "d"], id="curly and angular"),
        pytest.param("a \"b\" ''c'' ``d''", ["b", "c", "d"], id="straight and doubled"),
        pytest.param("a “b “c” d", ["b ", "c"], id="opened again before it closes"),
        pytest.param("a “b\nc” d", ["b"], id="never across paragraphs"),
        pytest.param("a” b", [], id="closed without being opened"),
        pytest.param("it’s 'so' 6'2", [], id="single marks are none"),
    ],
)
def test_segments_in_marks(text, segments):
    assert [text[start:end] for start, end in marked(text)] == segments


@pytest.mark.parametrize(
    ("spans", "words"),
    [
        pytest.param([(0, 3)], {0}, id="a whole word"),
        pytest.param([(1, 3)], {0}, id="more than half a word"),
        pytest.param([(2, 4)], set(), id="less than half a word"),
        pytest.param([(0, 3), (4, 7)], {0, 1}, id="two spans"),
        pytest.param([(3, 4)], set(), id="a blank"),
        pytest.param([(1, 1)], set(), id="nothing"),
    ],
)
def test_words_of_spans(spans, words):
    assert TextWords("one two").of(spans) == words


@pytest.mark.parametrize(
    ("name", "last"),
    [
        ("Ama Boateng", "boateng"),
        ("Kofi Lind Jr.", "lind"),
        ("Lind’s", "lind"),
        ("Mary-Jane O’Neil", "o'neil"),
        ("Jr", "jr"),
        ("—", None),
    ],
)
def test_last_names(name, last):
    assert last_name(name) == last


@pytest.mark.parametrize(
    ("gold", "found", "kinds"),
    [
        pytest.param(GOLD, RIGHT, [], id="none"),
        pytest.param(GOLD, RIGHT[:1], ["no mixed statement found"], id="nothing found"),
        pytest.param(GOLD, [read(DAM, "Kofi Lind"), RIGHT[1]], ["wrong speaker: by a full name"], id="wrong, full"),
        pytest.param(
            GOLD, [RIGHT[0], read(SHE_SAID, "Kofi Lind")], ["wrong speaker: by a pronoun"], id="wrong, pronoun"
        ),
        pytest.param(
            [said(DAM, "Boateng", names=["Boateng"])],
            [read(DAM, "Kofi Lind")],
            ["wrong speaker: by a single name"],
            id="wrong, surname",
        ),
        pytest.param(GOLD, [RIGHT[0], read(SHE_SAID, None)], ["no speaker found: by a pronoun"], id="nobody"),
        pytest.param(
            GOLD, [RIGHT[0], read(SHE_SAID, "She")], ["right mention, wrong name: by a pronoun"], id="a pronoun as name"
        ),
        pytest.param(
            [said(DAM, None)], [read(DAM, "Ama Boateng")], ["speaker found where none is known"], id="unknown stays so"
        ),
        pytest.param(
            GOLD, [read("The old dam will hold", "Ama Boateng"), RIGHT[1]], ["content cut short at the end"], id="short"
        ),
        pytest.param(
            GOLD, [read(DAM[4:], "Ama Boateng"), RIGHT[1]], ["content cut short at the beginning"], id="begins late"
        ),
        pytest.param(
            GOLD,
            [read(f"{DAM},” said", "Ama Boateng"), RIGHT[1]],
            ["content runs over at the end"],
            id="runs into the cue",
        ),
        pytest.param(
            GOLD, [read("hold for", "Ama Boateng"), RIGHT[1]], ["found in small part only"], id="a crumb of it"
        ),
        pytest.param(
            GOLD[:1],
            [read(TEXT[: TEXT.index(" was dead")], "Ama Boateng")],
            ["found as part of something longer"],
            id="swallowed",
        ),
        pytest.param(
            GOLD, [*RIGHT, read(SONG, "Kofi Lind")], ["direct statement found where none is"], id="a song is none"
        ),
        pytest.param(
            GOLD,
            [read("The old dam will hold", "Ama Boateng"), read("for ever", "Ama Boateng"), RIGHT[1]],
            ["content cut short at the end", "one statement found as two"],
            id="in two",
        ),
        pytest.param(
            GOLD, [read(DAM, "Ama Boateng", speech=False), RIGHT[1]], ["statement taken for an attitude"], id="speech"
        ),
        pytest.param(
            [said(DAM, "Ama Boateng", stance="deny")],
            [read(DAM, "Ama Boateng", stance="assert")],
            ["stance deny read as assert"],
            id="stance",
        ),
    ],
)  # fmt: skip
def test_errors_are_named(gold, found, kinds):
    assert [kind.kind for kind in report(gold, found).mistakes] == kinds


def test_the_commonest_errors_come_first_with_their_places():
    done = report(GOLD, [read(SONG, "Kofi Lind"), read("peace", "The board")])
    first, second = done.mistakes[0], done.mistakes[1]
    assert (first.kind, len(first.mistakes)) == ("direct statement found where none is", 2)
    assert len(second.mistakes) == 1
    start, end = first.mistakes[0].span
    assert (TEXT[start:end], first.mistakes[0].context[1]) == (SONG, SONG)


def test_confidence_is_compared_with_what_is_right():
    found = [read(DAM, "Ama Boateng", confidence=0.91), read(SHE_SAID, "Kofi Lind", "mixed", confidence=0.3)]
    cells = {(cell.kind, cell.least): (cell.right, cell.of) for cell in report(found=found).reliability if cell.of}
    assert cells == {("direct", 0.90): (1, 1), ("mixed", 0.0): (0, 1)}


def test_what_is_certain_is_measured_apart():
    found = [read(DAM, "Ama Boateng", confidence=0.96), read(SHE_SAID, "Kofi Lind", "mixed", confidence=0.94)]
    certain = report(found=found).certain
    assert (certain.precision, certain.recall) == (1.0, 0.5)


def test_speech_and_stance_are_measured_where_they_are_annotated():
    gold = [
        said(DAM, "Ama Boateng", stance="promise"),
        said(SHE_SAID, "She", stance="deny"),
        said("peace", "The board", "indirect", speech_cue=False),
    ]
    found = [
        read(DAM, "Ama Boateng", stance="promise"),
        read(SHE_SAID, "She", stance="assert", speech=False),
        read("peace", "The board"),
    ]
    done = report(gold, found)
    by_key = {each.track.key: each.figure for each in done.tracks}
    assert (by_key["is_speech"].right, by_key["is_speech"].found, by_key["is_speech"].wanted) == (1, 2, 2)
    assert (by_key["stance"].right, by_key["stance"].wanted) == (1, 2)
    assert {each.stance: each.f1 for each in done.stances} == {"promise": 1.0, "deny": 0.0}
    assert done.stance_f1 == 0.5
    assert "stance" not in {each.track.key for each in report().tracks}


def test_an_interval_holds_the_figure_and_is_always_the_same():
    articles = [{"right": turn % 3, "all": 2} for turn in range(30)]

    def share(counts):
        return counts["right"] / counts["all"]

    low, high = interval(articles, share)
    assert 0.3 < low < 0.5 < high < 0.7
    assert interval(articles, share) == (low, high)
    assert interval(articles[:1], share) is None


def test_an_interval_of_articles_that_are_all_alike_is_a_point():
    assert interval([{"right": 1, "all": 2}] * 5, lambda counts: counts["right"] / counts["all"]) == (0.5, 0.5)


@pytest.mark.parametrize(
    ("line", "said_of_it"),
    [
        pytest.param("{", "no JSON", id="no JSON"),
        pytest.param("[]", "no JSON object", id="a list"),
        pytest.param('{"id": "a", "text": "t"}', "no field 'attributions'", id="a field is missing"),
        pytest.param(
            '{"id": "a", "text": "t", "attributions": [{"content": [[0, 9]], "kind": "direct"}]}',
            "offsets of article a lie outside its text",
            id="offsets beyond the text",
        ),
        pytest.param(
            '{"id": "a", "text": "t", "attributions": [{"content": [["x", 9]], "kind": "direct"}]}',
            "no annotated article",
            id="offsets that are none",
        ),
    ],
)
def test_a_line_that_is_no_annotated_article_is_named(line, said_of_it):
    with pytest.raises(InvalidArticle, match=r"gold\.jsonl, line 2: ") as raised:
        annotated(["", line], "gold.jsonl")
    assert said_of_it in str(raised.value)


def test_the_same_article_twice_is_refused():
    line = '{"id": "a", "quotes": []}'
    with pytest.raises(InvalidArticle, match=r"found\.ndjson, line 2: a second article a"):
        found_quotes([line, line], "found.ndjson")


def test_quotes_of_another_text_are_refused():
    lines = [json.dumps({"id": "a", "text": "Short.", "attributions": []})]
    with pytest.raises(InvalidArticle, match="article a: found quotes lie outside"):
        evaluate(annotated(lines, "gold"), found_quotes([json.dumps({"id": "a", "quotes": RIGHT})], "found"))


@pytest.fixture
def files(tmp_path):
    gold, found = tmp_path / "gold.jsonl", tmp_path / "found.ndjson"
    gold.write_text(json.dumps({"id": "a", "text": TEXT, "attributions": GOLD}) + "\n", "utf-8")
    found.write_text(json.dumps({"id": "a", "quotes": RIGHT[:1]}) + "\n", "utf-8")
    return str(gold), str(found)


def test_the_command_prints_tables(files):
    done = CliRunner().invoke(commands, ["evaluate", *files, "--errors", "1"])
    assert done.exit_code == 0
    assert "1 articles, 2 statements annotated, 1 found" in done.stdout
    assert "    1  no mixed statement found" in done.stdout
    (direct,) = [line for line in done.stdout.splitlines() if line.startswith("direct quotations  ")]
    assert direct.split()[2:5] == ["100.0", "50.0", "66.7"]


def test_the_command_prints_json(files):
    printed = json.loads(CliRunner().invoke(commands, ["evaluate", *files, "--json", "--errors", "5"]).stdout)
    assert (printed["articles"], printed["annotated"], printed["found"]) == (1, 2, 1)
    assert printed["tracks"]["direct"]["value"] == pytest.approx(2 / 3)
    assert [(kind["kind"], kind["count"]) for kind in printed["errors"]] == [("no mixed statement found", 1)]
    assert TEXT[slice(*printed["errors"][0]["examples"][0]["span"])].startswith("the “grand plan")


def test_the_command_names_a_broken_file(files, tmp_path):
    broken = tmp_path / "broken.jsonl"
    broken.write_text("{}\n")
    done = CliRunner().invoke(commands, ["evaluate", str(broken), files[1]])
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"Error: {broken}, line 1: no annotated article: no field 'id'\n"


def test_tables_leave_out_what_was_not_annotated():
    assert "Stance" not in tables(report())
    assert "Errors" not in tables(report(found=[]))
