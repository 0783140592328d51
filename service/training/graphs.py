"""Writes the two graphs that the service runs over the weights of a model folder (needs onnx).

The weights stay in `tagger.onnx`, as they were exported: both graphs are small, and point into that file. In the first,
each piece sees what it is let see (`service.extraction.sequences`); the second ties spans to cues, and is asked for a
few pieces, where the exported graph reckons with all of them. `python -m service.training.graphs FOLDER` writes them
for weights that were exported before there were any.
"""

from collections.abc import Iterator
from pathlib import Path

import click
import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper
from onnx.external_data_helper import set_external_data
from onnx.utils import Extractor

from service.extraction.model_folder import LINKS, NETWORK, WEIGHTS
from service.extraction.tagger import HEARD, LINKED, READ
from service.training.export import OUTPUTS
from service.training.network import HEAD_WIDTH, PLACES, WIDTH

_BYTES = (TensorProto.INT8, TensorProto.UINT8)
_LARGE = 16_384  # bytes: quantised tensors from here on are pointed to, smaller ones are copied
_SEEN = {
    "positions": (TensorProto.INT64, ["pieces"]),
    **{name: (TensorProto.INT64, [1]) for name in ("cut", "high", "low")},
    "upper": (TensorProto.FLOAT, [1, 1, "cut", "high"]),
    "lower": (TensorProto.FLOAT, [1, 1, "from_cut", "from_low"]),
}


def write_graphs(folder: Path) -> None:
    """Fills `folder`, which holds the exported weights, with the graphs that are run."""
    for name, graph in ((NETWORK, _network), (LINKS, _links)):
        made = graph(onnx.load(str(folder / WEIGHTS)))
        del made.graph.value_info[:]  # shapes that were inferred before: some are others now
        _point_into(made, folder / WEIGHTS)
        (folder / name).write_bytes(made.SerializeToString())


def _network(model: ModelProto) -> ModelProto:
    """What a sequence has (`READ`) -> tags (n, 7), hidden (1, n, WIDTH), speech (n,)."""
    graph = model.graph
    graph.input.extend(helper.make_tensor_value_info(name, *_SEEN[name]) for name in _SEEN)
    _name_hidden(graph)
    nodes = list(_let_see(graph))
    del graph.node[:]
    graph.node.extend(nodes)
    made: ModelProto = Extractor(model).extract_model(list(READ), list(HEARD))
    return made


def _links(model: ModelProto) -> ModelProto:
    """hidden (1, m, WIDTH) of some pieces -> queries, keys (m, 128), and of any, nearness (2 * FAR + 1,)."""
    _name_hidden(model.graph)
    # It is a constant: optimising took its name, and what no node makes would be left out.
    near = model.graph.output[OUTPUTS.index("nearness")]
    model.graph.node.append(helper.make_node("Identity", [near.name], ["nearness"]))
    near.name = "nearness"
    made: ModelProto = Extractor(model).extract_model(["hidden"], list(LINKED))
    return made


def _name_hidden(graph: GraphProto) -> None:
    """Names the states behind the last layer, from which all heads are reckoned."""
    last = [node.output[0] for node in graph.node if node.op_type == "LayerNormalization"][-1]
    for node in graph.node:
        for names in (node.input, node.output):
            names[:] = ["hidden" if name == last else name for name in names]
    graph.output.append(helper.make_tensor_value_info("hidden", TensorProto.FLOAT, [1, "pieces", WIDTH]))


def _let_see(graph: GraphProto) -> Iterator[NodeProto]:
    """The nodes of the exported graph, but that positions are given, and that attention is one node, with a mask."""
    merges = [node for node in graph.node if "MatMul" in node.op_type and "/merge/" in node.output[0]]
    found = [node.input[0] for node in merges]
    for node in graph.node:
        if node.op_type == "Slice" and node.input[0].startswith("network.places."):
            yield helper.make_node("Gather", [node.input[0], "positions"], ["places"])
            yield helper.make_node("Unsqueeze", ["places", _integers(graph, "first", [0])], [node.output[0]])
        elif node.output[0] not in found:
            yield node
        if node.output[0].endswith("/attend/Add_output_0"):
            yield from _attention(graph, node.output[0], merges.pop(0))


def _attention(graph: GraphProto, projected: str, merge: NodeProto) -> Iterator[NodeProto]:
    """From queries, keys and values side by side, (1, n, 3 * inside), to what is found by them, (1, n, inside)."""
    [inside] = [tensor.dims[0] for tensor in graph.initializer if tensor.name == merge.input[1]]
    parts = [f"{part} of {projected}" for part in ("query", "key", "value")]
    yield helper.make_node("Split", [projected, _integers(graph, "thirds", [inside] * 3)], parts, axis=2)
    start, end = _integers(graph, "start", [0]), _integers(graph, "end", [PLACES * 4])
    for half, asking, asked in (("upper", (start, "cut"), (start, "high")), ("lower", ("cut", end), ("low", end))):
        cuts = [f"{half} {part}" for part in parts]
        for part, cut, bounds in zip(parts, cuts, (asking, asked, asked), strict=True):
            yield helper.make_node("Slice", [part, *bounds, _integers(graph, "axis", [1])], [cut])
        yield helper.make_node(
            "MultiHeadAttention", [*cuts, "", "", half], [f"{half} found by {projected}"], domain="com.microsoft",
            num_heads=inside // HEAD_WIDTH, scale=HEAD_WIDTH**-0.5,
        )  # fmt: skip
    halves = [f"{half} found by {projected}" for half in ("upper", "lower")]
    yield helper.make_node("Concat", halves, [merge.input[0]], axis=1)


def _integers(graph: GraphProto, name: str, values: list[int]) -> str:
    """The name of a constant, which is put into the graph."""
    if name not in [tensor.name for tensor in graph.initializer]:
        graph.initializer.append(helper.make_tensor(name, TensorProto.INT64, [len(values)], values))
    return name


def _point_into(model: ModelProto, weights: Path) -> None:
    """Leaves large tensors of bytes where they stand in the weights; others would stand there at odd addresses."""
    data = weights.read_bytes()
    for tensor in model.graph.initializer:
        if tensor.data_type in _BYTES and len(tensor.raw_data) >= _LARGE:
            set_external_data(tensor, weights.name, data.index(tensor.raw_data), len(tensor.raw_data))
            tensor.ClearField("raw_data")


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Writes network.onnx and links.onnx into FOLDER, from the weights in its tagger.onnx."""
    if not (folder / WEIGHTS).is_file():
        raise click.ClickException(f"the model folder {folder} lacks {WEIGHTS}")
    write_graphs(folder)


if __name__ == "__main__":
    main()
