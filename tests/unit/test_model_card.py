"""The card of a model says where its weights come from and how well they read, from what lies in its folder."""

import hashlib
import json
import shutil

import pytest
from click.testing import CliRunner

from service.cli import commands
from service.errors import ModelError
from service.extraction.model_folder import FILES, SHIPPED, facts_of
from service.training import command
from service.training.card import write_card
from service.training.measuring import kept_apart, measured
from service.training.provenance import Corpus, Provenance, described, provenance_of

POLNEAR = "a563d00bd2038acf8d80bc52285a2715f0e78d19d15185aab52c0828ced40377"
TEXT = "“The old dam will hold for ever,” said Ama Boateng, head of the water board, on Tuesday."
WORDS, WHO = "The old dam will hold for ever", "Ama Boateng"
ARTICLE = {
    "id": "dam",
    "publisher": "The Harbour Post",
    "date": "2019-05-02",
    "text": TEXT,
    "attributions": [
        {
            "content": [[TEXT.index(WORDS), TEXT.index(WORDS) + len(WORDS)]],
            "source": [[TEXT.index(WHO), TEXT.index(WHO) + len(WHO)]],
            "cue": [[TEXT.index("said"), TEXT.index("said") + 4]],
            "kind": "direct",
            "source_type": "named",
            "speaker_names": [WHO],
            "speech_cue": True,
        }
    ],
}


def provenance(sha256="0" * 64):
    corpus = Corpus(sha256, 840, 19_832, {"The Harbour Post": 840}, "2015-11-08", "2016-09-07")
    return Provenance("a base", "f" * 64, corpus, {"epochs": 3, "size": {"layers": 6}}, 45, 2)


@pytest.fixture
def folder(tmp_path):
    """A model folder as the training leaves it, with bytes for weights."""
    for name in FILES:
        (tmp_path / name).write_bytes(name.encode())
    (tmp_path / "reader.json").write_text('{"version": "own-7"}')
    provenance().save(tmp_path)
    return tmp_path


@pytest.fixture
def corpus(tmp_path):
    path = tmp_path / "corpus.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", "utf-8")
    return path


def card(folder, *measured_with):
    return write_card(folder, *measured_with).read_text("utf-8")


def test_the_card_says_where_the_weights_come_from(folder):
    page = card(folder)
    assert page.startswith("# own-7: ")
    assert f"| {hashlib.sha256(b'tagger.onnx').hexdigest()} |" in page
    assert "840 articles with 19,832 annotated attributions, 2015-11-08 to 2016-09-07" in page
    assert "a base, sha256 " + "f" * 64 in page
    assert "| epochs | 3 |\n| size: layers | 6 |" in page
    assert "45 minutes on 2 cores" in page


def test_nothing_of_the_template_is_left_open(folder):
    assert "$" not in card(folder)


@pytest.mark.parametrize(
    ("sha256", "said"),
    [
        pytest.param(POLNEAR, "PolNeAR states no licence", id="the corpus that the shipped weights come from"),
        pytest.param("0" * 64, "licence is not known to the program", id="a corpus of one's own"),
    ],
)
def test_the_licence_situation_is_that_of_the_corpus(folder, sha256, said):
    provenance(sha256).save(folder)
    page = card(folder)
    assert said in page
    assert ("PolNeAR" in page) == (sha256 == POLNEAR)


def test_without_articles_kept_apart_there_are_no_figures(folder):
    page = card(folder)
    assert "Not measured." in page
    assert "None were made." in page


def test_the_figures_are_those_of_the_articles_kept_apart(folder, corpus):
    page = card(folder, measured(SHIPPED, kept_apart(corpus)), "corpus.jsonl")
    assert "corpus.jsonl (1 articles)" in page
    assert "| direct quotations | 100.0 |  | 100.0 | 100.0 | 1 of 1 |" in page
    assert "| 0.95 and more |" in page


def test_ablations_become_a_table(folder):
    (folder / "ablations.json").write_text('[{"change": "all", "direct_F1": 96.7}, {"change": "no marks"}]')
    assert "| change | direct F1 |\n|---|---|\n| all | 96.7 |\n| no marks |  |" in card(folder)


@pytest.mark.parametrize("written", ["{}", "[]", "[1]"])
def test_ablations_that_are_no_rows_are_refused(folder, written):
    (folder / "ablations.json").write_text(written)
    with pytest.raises(ModelError, match="no list of rows"):
        write_card(folder)


@pytest.mark.parametrize("name", [*FILES, "training.json"])
def test_a_folder_that_lacks_a_file_is_named(folder, name):
    (folder / name).unlink()
    with pytest.raises(ModelError, match=name):
        write_card(folder)


def test_provenance_comes_back_as_it_was_kept(folder):
    assert provenance_of(folder) == provenance()


def test_a_corpus_is_described_in_numbers(corpus):
    found = described(corpus, [ARTICLE, ARTICLE | {"publisher": None, "date": "2018-01-01"}])
    assert found == Corpus(
        hashlib.sha256(corpus.read_bytes()).hexdigest(),
        *(2, 2, {"The Harbour Post": 1, "unnamed": 1}, "2018-01-01", "2019-05-02"),
    )


def with_weights(corpus, out, say):
    """In the place of an hour of fitting: the shipped weights."""
    for name in FILES:
        shutil.copyfile(SHIPPED / name, out / name)
    provenance().save(out)
    return facts_of()["words"]


def test_the_command_leaves_a_folder_with_a_card(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "find_spec", lambda name: name)
    monkeypatch.setattr(command, "_fit", with_weights)
    out = tmp_path / "model"
    done = CliRunner().invoke(commands, ["train", str(corpus), "--out", str(out), "--dev", str(corpus)])
    assert done.exit_code == 0, done.output
    page = (out / "MODEL_CARD.md").read_text("utf-8")
    assert page.startswith("# own-1: ")
    assert "corpus.jsonl (1 articles)" in page
    assert facts_of(out)["words"] == facts_of()["words"]


@pytest.mark.parametrize(
    ("installed", "dev", "said"),
    [
        pytest.param(None, ARTICLE, "training needs PyTorch", id="without the extra"),
        pytest.param("torch", {}, "line 1: no annotated article", id="with a broken file to measure on"),
    ],
)
def test_what_is_wrong_is_said_before_the_training(corpus, tmp_path, monkeypatch, installed, dev, said):
    monkeypatch.setattr(command, "find_spec", lambda _: installed)
    broken = tmp_path / "dev.jsonl"
    broken.write_text(json.dumps(dev))
    done = CliRunner().invoke(commands, ["train", str(corpus), "--out", str(tmp_path / "out"), "--dev", str(broken)])
    assert done.exit_code == 1
    assert said in done.stderr
    assert not (tmp_path / "out").exists()
