"""A model folder: which files make one, and what it says of itself. Looked at without loading anything of it."""

import json
from pathlib import Path
from typing import Any

from service.errors import ModelError

SHIPPED = Path(__file__).resolve().parent / "model"
WEIGHTS = "tagger.onnx"
NETWORK, LINKS = "network.onnx", "links.onnx"  # the graphs that are run; their large tensors stand in the weights
TOKENIZER = "tokenizer.json"
FILES = (WEIGHTS, NETWORK, LINKS, TOKENIZER)
FACTS = "reader.json"  # the version, what a tie to a speaker was found to be worth, where the vectors of words stand


def facts_of(folder: Path | None = None) -> dict[str, Any]:
    """What a model folder, the shipped one if none is named, says of itself. ModelError when a file is missing."""
    folder = folder or SHIPPED
    missing = [name for name in (*FILES, FACTS) if not (folder / name).is_file()]
    if missing:
        raise ModelError(f"the model folder {folder} lacks {', '.join(missing)}{_remedy(folder, missing)}")
    facts: dict[str, Any] = json.loads((folder / FACTS).read_text("utf-8"))
    return facts


def _remedy(folder: Path, missing: list[str]) -> str:
    """How the graphs are had for weights that were exported before there were any."""
    if not set(missing) <= {NETWORK, LINKS}:
        return ""
    return f"; write them with: python -m service.training.graphs {folder} (pip install 'onrecord[train]')"
