"""The vectors of words are read from the weights where the model folder says that they stand, in whatever form."""

import shutil

import numpy as np
import pytest

from service.errors import ModelError
from service.extraction import word_vectors
from service.extraction.model_folder import SHIPPED, facts_of
from service.extraction.word_vectors import vectors

ROWS, WIDTH = 30_522, 4
PLACE = {"offset": 7, "rows": ROWS, "width": WIDTH, "type": "float32"}


@pytest.fixture
def weights_of(tmp_path, monkeypatch):
    """Puts other weights and what is said of them in the place of the shipped ones."""
    shutil.copyfile(SHIPPED / "tokenizer.json", tmp_path / "tokenizer.json")
    monkeypatch.setattr(word_vectors, "SHIPPED", tmp_path)

    def put(facts, data=b""):
        (tmp_path / "tagger.onnx").write_bytes(data)
        monkeypatch.setattr(word_vectors, "facts_of", lambda: facts)
        _forget()

    yield put
    _forget()


def _forget():
    word_vectors._loaded.cache_clear()
    word_vectors._vector.cache_clear()


def test_the_shipped_table_is_all_there_and_no_more():
    """ONNX writes before the bytes of a table how many follow, seven bits a byte, the lowest first."""
    place = facts_of()["words"]
    count, before = place["rows"] * place["width"], (SHIPPED / "tagger.onnx").read_bytes()[: place["offset"]]
    assert sum((byte & 127) << 7 * at for at, byte in enumerate(before[-4:])) == count
    assert place["type"] == "uint8"


def test_words_of_one_meaning_are_nearer():
    soil, ground, vote = vectors(["soil", "ground", "vote"])
    assert soil @ ground > soil @ vote + 0.1


def test_weights_of_another_form_are_read_where_they_are_said_to_stand(weights_of):
    table = np.random.default_rng(1).normal(size=(ROWS, WIDTH)).astype(np.float32)
    weights_of({"words": PLACE}, b"another" + table.tobytes() + b"weights")
    found = vectors(["soil", "vote"])
    assert found.shape == (2, WIDTH)
    assert np.allclose(np.linalg.norm(found, axis=1), 1)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({}, id="a folder that was made before vectors were asked for"),
        pytest.param({"words": PLACE | {"offset": 10**9}}, id="beyond the end"),
        pytest.param({"words": PLACE | {"type": "int3"}}, id="numbers of no known kind"),
        pytest.param({"words": {"offset": 7}}, id="half of the facts"),
    ],
)
def test_weights_without_vectors_are_an_error_that_names_the_folder(weights_of, facts, tmp_path):
    weights_of(facts, bytes(1000))
    with pytest.raises(ModelError, match=str(tmp_path)):
        vectors(["soil"])
