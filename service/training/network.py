"""The network: a small encoder with a head each for tags, for links to the cue, and for speech (needs PyTorch)."""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from service.extraction.decoding import LABELS
from service.extraction.encoding import FEATURES, MARKS, SHAPES, STARTS

WIDTH = 384
HEAD_WIDTH = 32  # of an attention head
PIECES = 30_522  # in the vocabulary
PLACES = 512  # in the longest window
LINK_WIDTH = 128
FAR = 64  # pieces: beyond this, distance to the cue says nothing more


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is of an encoder; as it is, that of the base weights."""

    layers: int = 6
    heads: int = 12
    inner: int = 1536


BASE = Size()


class Layer(nn.Module):
    """Self-attention and a feed-forward part, each added to its input and normalised, as in BERT."""

    def __init__(self, size: Size, dropout: float) -> None:
        super().__init__()
        inside = size.heads * HEAD_WIDTH
        self.attend, self.merge = nn.Linear(WIDTH, 3 * inside), nn.Linear(inside, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, size.inner), nn.Linear(size.inner, WIDTH)
        self.attended, self.thought = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.heads, self.dropout = size.heads, dropout

    def forward(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """hidden: (batch, n, WIDTH); mask: (batch, 1, 1, n), added to the scores of attention."""
        batch, length, _ = hidden.shape
        parts = self.attend(hidden).view(batch, length, 3, self.heads, HEAD_WIDTH).permute(2, 0, 3, 1, 4)
        found = self._attention(parts[0], parts[1], parts[2], mask)
        found = self.merge(found.transpose(1, 2).reshape(batch, length, self.heads * HEAD_WIDTH))
        hidden = self.attended(hidden + self._drop(found))
        found = self.narrow(functional.gelu(self.widen(hidden)))
        normed: Tensor = self.thought(hidden + self._drop(found))
        return normed

    def _attention(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor | None) -> Tensor:
        dropout = self.dropout if self.training else 0.0
        if not torch.onnx.is_in_onnx_export():
            return functional.scaled_dot_product_attention(query, key, value, mask, dropout)
        # Spelled out: the exporter wraps its own form in checks of shape that cost more than the product.
        return (query * HEAD_WIDTH**-0.5 @ key.transpose(2, 3)).softmax(-1) @ value

    def _drop(self, hidden: Tensor) -> Tensor:
        return functional.dropout(hidden, self.dropout, self.training)


class Tagger(nn.Module):
    """ids, features: (batch, n) int64 -> tags (batch, n, 7), links (batch, n, n), speech (batch, n)."""

    def __init__(self, size: Size = BASE, dropout: float = 0.0) -> None:
        super().__init__()
        self.size = size
        self.words, self.places = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.read = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(size, dropout) for _ in range(size.layers))
        self.shape, self.mark, self.start = (nn.Embedding(n, WIDTH) for n in (SHAPES, MARKS, STARTS))
        self.tag, self.speech = nn.Linear(WIDTH, len(LABELS)), nn.Linear(WIDTH, 1)
        self.query, self.key = nn.Linear(WIDTH, LINK_WIDTH), nn.Linear(WIDTH, LINK_WIDTH)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        for table in (self.shape, self.mark, self.start, self.distance):
            nn.init.zeros_(table.weight)
        self.dropout = dropout

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor, Tensor]:
        """Scores, not probabilities. `mask` is 1 where there are pieces; without it, none is padding."""
        place = torch.arange(ids.shape[1], device=ids.device)
        hidden = functional.dropout(self.embedded(ids, features), self.dropout, self.training)
        hidden = self.encoded(hidden, mask)
        hidden = functional.dropout(hidden, 0.1, self.training)
        links = self.query(hidden) @ self.key(hidden).transpose(1, 2) / LINK_WIDTH**0.5
        links = links + self.distance((place[None, :] - place[:, None]).clamp(-FAR, FAR) + FAR).squeeze(-1)[None]
        if mask is not None:
            links = links.masked_fill(mask[:, None, :] == 0, -1e4)
        return self.tag(hidden), links, self.speech(hidden).squeeze(-1)

    def embedded(self, ids: Tensor, features: Tensor) -> Tensor:
        """What goes into the first layer, (batch, n, WIDTH)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        normed: Tensor = self.read(self.words(ids) + self.places(place) + self._features()[features])
        return normed

    def encoded(self, hidden: Tensor, mask: Tensor | None) -> Tensor:
        """The hidden states behind the last layer, (batch, n, WIDTH)."""
        added = None if mask is None else (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, added)
        return hidden

    def _features(self) -> Tensor:
        """The three small tables as one of FEATURES rows, in the order in which encoding numbers them."""
        row = torch.arange(FEATURES, device=self.shape.weight.device)
        return (
            self.shape.weight[row % SHAPES]
            + self.mark.weight[row // SHAPES % MARKS]
            + self.start.weight[row // (SHAPES * MARKS)]
        )
