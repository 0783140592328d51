"""Writes the fitted network as int8 ONNX, the form that the service runs (needs PyTorch and onnx)."""

import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from service.training.network import LINK_WIDTH, PIECES, WIDTH, Tagger

# What goes into the exported graph, and what comes out of it, in this order.
INPUTS = ("ids", "features")
OUTPUTS = ("tags", "queries", "keys", "nearness", "speech")
# Fused with the sum before it, normalising takes six times as long (onnxruntime 1.31, AVX2).
_SLOWER = ["SkipLayerNormFusion"]


class Served(nn.Module):
    """The network as the service runs it, on one window: ids, features (n,) -> tags (n, 7), queries and keys (n, 128),
    nearness (2 * FAR + 1,), speech (n,). Which piece is tied to which is asked for a few of them only.
    """

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor) -> tuple[Tensor, ...]:
        """Scores, not probabilities: that of a link is the product of query and key, and the nearness."""
        network = self.network
        hidden = network.encoded(network.embedded(ids[None], features[None]), None)
        queries, keys = network.query(hidden)[0] * LINK_WIDTH**-0.5, network.key(hidden)[0]
        nearness = network.distance.weight.squeeze(-1)
        return network.tag(hidden)[0], queries, keys, nearness, network.speech(hidden)[0].squeeze(-1)


def export(network: Tagger, path: Path, *, int8: bool = True) -> None:
    """Writes `path`. Weights are quantised a channel at a time; the heads stay in fp32, they are small and decide."""
    network = network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, ready, small = (Path(folder) / f"{name}.onnx" for name in ("plain", "ready", "small"))
        _trace(Served(network), plain)
        if int8:
            quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready), str(small), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
                op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=_heads(ready),
            )  # fmt: skip
        _optimise(small if int8 else plain, path)


def place_of_words(path: Path) -> dict[str, Any]:
    """Where the vectors of words stand in the weights, as `service.extraction.word_vectors` asks: it is the one table
    with a row for each piece of the vocabulary, whatever the quantisation made of its name and of its numbers.
    """
    import onnx

    [table] = [each for each in onnx.load(str(path)).graph.initializer if tuple(each.dims) == (PIECES, WIDTH)]
    type_of = onnx.helper.tensor_dtype_to_np_dtype(table.data_type)
    return {"offset": path.read_bytes().index(table.raw_data), "rows": PIECES, "width": WIDTH, "type": type_of.name}


def _trace(network: nn.Module, path: Path) -> None:
    """Without a mask: the service runs one window at a time, so that nothing is padded."""
    ids = torch.randint(1000, 20_000, (40,))
    axes = {name: {0: "pieces"} for name in (*INPUTS, *OUTPUTS) if name != "nearness"}
    torch.onnx.export(
        network, (ids, torch.zeros_like(ids)), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS),
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _heads(path: Path) -> list[str]:
    """The nodes of the heads and of the small tables, by the names of the modules they came from."""
    import onnx

    small = ("/tag/", "/query/", "/key/", "/speech/")
    return [node.name for node in onnx.load(str(path)).graph.node if node.name.startswith(small)]


def _optimise(plain: Path, path: Path) -> None:
    """Fuses nodes once and for all: at every start it would take longer than reading the weights."""
    options = SessionOptions()
    # Not further: the last level lays weights out for the very processor that it runs on.
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_EXTENDED
    options.optimized_model_filepath = str(path)
    InferenceSession(str(plain), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER)
