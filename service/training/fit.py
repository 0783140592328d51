"""Fits the tagger: a few epochs of AdamW with linear decay and a running average of the weights (needs PyTorch)."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from service.extraction.encoding import CLS, SEP
from service.training.corpus import IGNORE, Example, examples, joined
from service.training.network import Tagger

MASK_PIECE = 103


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every number of the training run; the model card prints them."""

    epochs: int = 3
    batch: int = 16
    body_rate: float = 3e-4
    head_rate: float = 2e-3
    warmup: int = 100
    dropout: float = 0.1
    word_dropout: float = 0.04
    joined_rate: float = 0.08
    link_weight: float = 0.5
    speech_weight: float = 0.2
    average: float = 0.995
    seed: int = 1


def fit(
    articles: list[dict[str, Any]], tokenizer: Tokenizer, base: Path, recipe: Recipe, say: Callable[[str], None],
    saved: Callable[[int, nn.Module], None],
) -> nn.Module:  # fmt: skip
    """Returns the averaged network; `saved` gets it after each epoch, `say` a line every twenty steps."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    network = Tagger(base, recipe.dropout).train()
    average = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average)
    )
    for parameter in network.encoder.embeddings.parameters():
        parameter.requires_grad_(False)
    optimiser, rates = _optimiser(network, recipe)
    step, total, began = 0, 0, time.monotonic()
    for epoch in range(recipe.epochs):
        batches = _batches(articles, tokenizer, recipe, chance)
        total = total or len(batches) * recipe.epochs
        for batch in batches:
            share = min(1, (step + 1) / recipe.warmup) * max(0.0, 1 - step / total)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * share
            losses = _losses(network, batch, recipe, chance)
            sum(losses).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            average.update_parameters(network)
            step += 1
            if step % 20 == 0:
                shown = " ".join(f"{float(loss):.4f}" for loss in losses)
                pace = (time.monotonic() - began) / step
                say(f"epoch {epoch + 1} step {step}/{total} loss {shown} {pace:.2f} s a step")
        saved(epoch + 1, average.module)
    return average.module


def _optimiser(network: Tagger, recipe: Recipe) -> tuple[torch.optim.Optimizer, list[float]]:
    free = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    body = [p for name, p in free if name.startswith("encoder")]
    heads = [p for name, p in free if not name.startswith("encoder")]
    rates = [recipe.body_rate, recipe.head_rate]
    groups = [{"params": p, "lr": r} for p, r in zip((body, heads), rates, strict=True)]
    return torch.optim.AdamW(groups, weight_decay=0.01), rates


def _batches(
    articles: list[dict[str, Any]], tokenizer: Tokenizer, recipe: Recipe, chance: random.Random
) -> list[list[Example]]:
    """Windows of like length together, the batches in random order; noise is drawn anew for each epoch."""
    pool = [e for a in articles for e in examples(tokenizer, a, joined(a, chance, recipe.joined_rate))]
    pool.sort(key=lambda example: (len(example.ids) // 24, chance.random()))
    batches = [pool[i : i + recipe.batch] for i in range(0, len(pool), recipe.batch)]
    chance.shuffle(batches)
    return batches


def _losses(network: nn.Module, batch: list[Example], recipe: Recipe, chance: random.Random) -> list[Tensor]:
    ids, features, mask, tags, links, speech = _tensors(batch)
    noise = torch.rand(ids.shape, generator=torch.Generator().manual_seed(chance.getrandbits(32)))
    ids = torch.where((noise < recipe.word_dropout) & (ids != CLS) & (ids != SEP) & (mask == 1), MASK_PIECE, ids)
    tag_scores, link_scores, speech_scores = network(ids, features, mask)
    losses = [functional.cross_entropy(tag_scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORE)]
    if (links != IGNORE).any():
        wanted = functional.cross_entropy(link_scores.flatten(0, 1), links.flatten(), ignore_index=IGNORE)
        losses.append(recipe.link_weight * wanted)
    known = speech != IGNORE
    if known.any():
        wanted = functional.binary_cross_entropy_with_logits(speech_scores[known], speech[known].float())
        losses.append(recipe.speech_weight * wanted)
    return losses


def _tensors(batch: list[Example]) -> tuple[Tensor, ...]:
    """Padded to the longest, with [CLS] before and [SEP] behind; places of links move by one for [CLS]."""
    width = max(len(example.ids) for example in batch) + 2
    rows = len(batch)
    ids, features, mask = (np.zeros((rows, width), dtype=np.int64) for _ in range(3))
    tags, links, speech = (np.full((rows, width), IGNORE, dtype=np.int64) for _ in range(3))
    for row, example in enumerate(batch):
        size = len(example.ids)
        inside = slice(1, size + 1)
        ids[row, 0], ids[row, inside], ids[row, size + 1] = CLS, example.ids, SEP
        features[row, inside], mask[row, : size + 2] = example.features, 1
        tags[row, inside], speech[row, inside] = example.tags, example.speech
        links[row, inside] = np.where(example.links == IGNORE, IGNORE, example.links + 1)
    return tuple(torch.from_numpy(array) for array in (ids, features, mask, tags, links, speech))
