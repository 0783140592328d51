"""Cuts a fitted network down to a smaller size, keeping the layers, heads and neurons that do most (needs PyTorch)."""

from collections.abc import Iterable
from typing import Any

import torch
from torch import Tensor, nn

from service.training.network import HEAD_WIDTH, Layer, Size, Tagger


def shrunk(network: Tagger, size: Size, dropout: float, inputs: Iterable[tuple[Tensor, ...]]) -> Tagger:
    """A new network of `size`: layers evenly spaced with the first and the last among them, and in each the heads and
    neurons that contribute most to its output on `inputs` (ids, features, mask of a few batches).
    """
    heads, neurons = _contributions(network, inputs)
    small = Tagger(size, dropout)
    kept = {name: value for name, value in network.state_dict().items() if not name.startswith("layers.")}
    small.load_state_dict(kept, strict=False)
    for layer, number in zip(small.layers, spaced(len(network.layers), size.layers), strict=True):
        _copy(layer, network.layers[number], _best(heads[number], size.heads), _best(neurons[number], size.inner))
    return small


def spaced(count: int, wanted: int) -> list[int]:
    """`wanted` numbers below `count`, evenly spaced, 0 and count - 1 among them."""
    return [round(i * (count - 1) / max(1, wanted - 1)) for i in range(wanted)]


def _contributions(network: Tagger, inputs: Iterable[tuple[Tensor, ...]]) -> tuple[list[Tensor], list[Tensor]]:
    """Of each layer: how much each head (heads,) and each neuron (inner,) adds to the output."""
    heads = [torch.zeros(network.size.heads) for _ in network.layers]
    neurons = [torch.zeros(network.size.inner) for _ in network.layers]
    hooks = []
    for layer, of_heads, of_neurons in zip(network.layers, heads, neurons, strict=True):
        hooks.append(layer.merge.register_forward_pre_hook(_adds_heads(of_heads)))
        hooks.append(layer.narrow.register_forward_pre_hook(_adds_neurons(of_neurons)))
    with torch.no_grad():
        for one in inputs:
            network.eval()(*one)
    for hook in hooks:
        hook.remove()
    return heads, neurons


def _adds_heads(total: Tensor) -> Any:  # noqa: ANN401 - the form of a hook
    def add(merge: nn.Module, inputs: tuple[Tensor]) -> None:
        parts = inputs[0].flatten(0, 1).unflatten(1, (-1, HEAD_WIDTH))  # (pieces, heads, HEAD_WIDTH)
        weight = merge.weight.unflatten(1, (-1, HEAD_WIDTH))  # (WIDTH, heads, HEAD_WIDTH)
        total.add_(torch.einsum("phd,whd->phw", parts[::7], weight).norm(dim=2).sum(0))

    return add


def _adds_neurons(total: Tensor) -> Any:  # noqa: ANN401 - the form of a hook
    def add(narrow: nn.Module, inputs: tuple[Tensor]) -> None:
        total.add_(inputs[0].flatten(0, 1).abs().sum(0) * narrow.weight.norm(dim=0))

    return add


def _best(scores: Tensor, wanted: int) -> Tensor:
    return scores.topk(wanted).indices.sort().values


def _copy(to: Layer, of: Layer, heads: Tensor, neurons: Tensor) -> None:
    rows = (heads[:, None] * HEAD_WIDTH + torch.arange(HEAD_WIDTH)).flatten()
    three = torch.cat([rows + part * of.heads * HEAD_WIDTH for part in range(3)])
    with torch.no_grad():
        for mine, other, chosen in ((to.attend, of.attend, three), (to.widen, of.widen, neurons)):
            mine.weight.copy_(other.weight[chosen])
            mine.bias.copy_(other.bias[chosen])
        for mine, other, chosen in ((to.merge, of.merge, rows), (to.narrow, of.narrow, neurons)):
            mine.weight.copy_(other.weight[:, chosen])
            mine.bias.copy_(other.bias)
        for mine, other in ((to.attended, of.attended), (to.thought, of.thought)):
            mine.load_state_dict(other.state_dict())
