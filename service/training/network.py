"""The network: a small encoder with a head each for tags, for links to the cue, and for speech (needs PyTorch)."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from service.extraction.encoding import FEATURES, MARKS, SHAPES, STARTS
from service.extraction.tagger import LABELS

LINK_WIDTH = 128
FAR = 64  # pieces: beyond this, distance to the cue says nothing more


class Tagger(nn.Module):
    """ids, features, mask: (batch, n) int64 -> tags (batch, n, 7), links (batch, n, n), speech (batch, n)."""

    def __init__(self, base: Path, dropout: float) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(
            str(base), attn_implementation="sdpa", hidden_dropout_prob=dropout, attention_probs_dropout_prob=dropout
        )
        width = self.encoder.config.hidden_size
        self.shape, self.mark, self.start = (nn.Embedding(n, width) for n in (SHAPES, MARKS, STARTS))
        for table in (self.shape, self.mark, self.start):
            nn.init.zeros_(table.weight)
        self.drop = nn.Dropout(0.1)
        self.tag = nn.Linear(width, len(LABELS))
        self.speech = nn.Linear(width, 1)
        self.query, self.key = nn.Linear(width, LINK_WIDTH), nn.Linear(width, LINK_WIDTH)
        self.distance = nn.Embedding(2 * FAR + 1, 1)
        nn.init.zeros_(self.distance.weight)

    def forward(self, ids: Tensor, features: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores, not probabilities; links of padding are -1e4."""
        words = self.encoder.embeddings.word_embeddings(ids)
        hidden = self.encoder(inputs_embeds=words + self._features()[features], attention_mask=mask).last_hidden_state
        hidden = self.drop(hidden)
        links = self.query(hidden) @ self.key(hidden).transpose(1, 2) / LINK_WIDTH**0.5
        place = torch.arange(ids.shape[1], device=ids.device)
        links = links + self.distance((place[None, :] - place[:, None]).clamp(-FAR, FAR) + FAR).squeeze(-1)[None]
        links = links.masked_fill(mask[:, None, :] == 0, -1e4)
        return self.tag(hidden), links, self.speech(hidden).squeeze(-1)

    def _features(self) -> Tensor:
        """The three small tables as one of FEATURES rows, in the order in which encoding numbers them."""
        row = torch.arange(FEATURES, device=self.shape.weight.device)
        return (
            self.shape.weight[row % SHAPES]
            + self.mark.weight[row // SHAPES % MARKS]
            + self.start.weight[row // (SHAPES * MARKS)]
        )
