"""Writes the fitted network as int8 ONNX, the form that the service runs (needs PyTorch and onnx)."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from service.training.network import Tagger

_INPUTS, _OUTPUTS = ["ids", "features"], ["tags", "links", "speech"]


def export(network: Tagger, path: Path, *, int8: bool = True) -> None:
    """Writes `path`. Weights are quantised a channel at a time; the heads stay in fp32, they are small and decide."""
    network = network.eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        _trace(network, plain)
        if not int8:
            path.write_bytes(plain.read_bytes())
            return
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(path), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"], nodes_to_exclude=_heads(ready),
        )  # fmt: skip


def _trace(network: nn.Module, path: Path) -> None:
    """Without a mask: the service runs one window at a time, so that nothing is padded."""
    ids = torch.randint(1000, 20_000, (1, 40))
    example: tuple[Tensor, ...] = (ids, torch.zeros_like(ids))
    axes = {name: {1: "pieces"} for name in _INPUTS + _OUTPUTS} | {"links": {1: "pieces", 2: "cues"}}
    torch.onnx.export(
        network, example, str(path), input_names=_INPUTS, output_names=_OUTPUTS,
        dynamic_axes=axes, opset_version=17, dynamo=False,
    )  # fmt: skip


def _heads(path: Path) -> list[str]:
    """The nodes of the heads and of the small tables, by the names of the modules they came from."""
    import onnx

    small = ("/tag/", "/query/", "/key/", "/speech/", "/distance/")
    return [node.name for node in onnx.load(str(path)).graph.node if node.name.startswith(small)]
