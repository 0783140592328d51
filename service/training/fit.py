"""Fits the tagger: a few epochs of AdamW with linear decay and a running average of the weights (needs PyTorch)."""

import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from service.extraction.encoding import CLS, SEP
from service.training.corpus import IGNORE, Example, examples
from service.training.network import Tagger
from service.training.noise import noised
from service.training.recipe import Recipe

MASK_PIECE = 103


def fit(
    network: Tagger, articles: list[dict[str, Any]], tokenizer: Tokenizer, recipe: Recipe, say: Callable[[str], None],
    saved: Callable[[int, Tagger], None], teacher: Tagger | None = None,
) -> Tagger:  # fmt: skip
    """Returns the averaged network; `saved` gets it after each epoch, `say` a line every twenty steps. A `teacher` sees
    the same windows, and its probabilities are learned beside the annotation (Hinton, Vinyals and Dean, 2015).
    """
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    average = torch.optim.swa_utils.AveragedModel(
        network.train(), multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(recipe.average)
    )
    averaged: Tagger = average.module
    for table in (network.words, network.places, network.read):
        table.requires_grad_(False)
    optimiser, rates = _optimiser(network, recipe)
    step, total, began = 0, 0, time.monotonic()
    for epoch in range(recipe.epochs):
        drawn = batches(articles, tokenizer, recipe, chance)
        total = total or len(drawn) * recipe.epochs
        for batch in drawn:
            share = min(1, (step + 1) / recipe.warmup) * max(0.0, 1 - step / total)
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * share
            losses = _losses(network, teacher, batch, recipe, chance)
            sum(losses).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad()
            average.update_parameters(network)
            step += 1
            if step % 20 == 0:
                shown = " ".join(f"{loss.item():.4f}" for loss in losses)
                pace = (time.monotonic() - began) / step
                say(f"epoch {epoch + 1} step {step}/{total} loss {shown} {pace:.2f} s a step")
        saved(epoch + 1, averaged)
    return averaged


def _optimiser(network: Tagger, recipe: Recipe) -> tuple[torch.optim.Optimizer, list[float]]:
    free = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    body = [p for name, p in free if name.startswith("layers.")]
    heads = [p for name, p in free if not name.startswith("layers.")]
    rates = [recipe.body_rate, recipe.head_rate]
    groups = [{"params": p, "lr": r} for p, r in zip((body, heads), rates, strict=True)]
    return torch.optim.AdamW(groups, weight_decay=0.01), rates


def batches(
    articles: list[dict[str, Any]], tokenizer: Tokenizer, recipe: Recipe, chance: random.Random
) -> list[list[Example]]:
    """Windows of like length together, the batches in random order; noise is drawn anew for each epoch."""
    pool = [e for a in articles for e in examples(tokenizer, noised(a, recipe.noise, chance))]
    pool.sort(key=lambda example: (len(example.ids) // 24, chance.random()))
    drawn = [pool[i : i + recipe.batch] for i in range(0, len(pool), recipe.batch)]
    chance.shuffle(drawn)
    return drawn


def _losses(
    network: Tagger, teacher: Tagger | None, batch: list[Example], recipe: Recipe, chance: random.Random
) -> list[Tensor]:
    ids, features, mask, tags, links, speech = tensors(batch)
    noise = torch.rand(ids.shape, generator=torch.Generator().manual_seed(chance.getrandbits(32)))
    ids = torch.where((noise < recipe.word_dropout) & (ids != CLS) & (ids != SEP) & (mask == 1), MASK_PIECE, ids)
    found = network(ids, features, mask)
    known, linked, cues = tags != IGNORE, links != IGNORE, speech != IGNORE
    losses = [
        recipe.truth * functional.cross_entropy(found[0][known], tags[known]),
        recipe.truth * recipe.link_weight * _entropy(found[1][linked], links[linked]),
        recipe.speech_weight * _binary(found[2][cues], speech[cues].float()),
    ]
    if teacher is not None:
        with torch.no_grad():
            wise = teacher(ids, features, mask)
        losses.append(recipe.wisdom * _divergence(found[0][known], wise[0][known]))
        losses.append(recipe.wisdom * recipe.link_weight * _divergence(found[1][linked], wise[1][linked]))
    return losses


def _entropy(scores: Tensor, wanted: Tensor) -> Tensor:
    """Zero for none: a window without any attribution has no links, and the mean of nothing is no number."""
    return functional.cross_entropy(scores, wanted) if len(wanted) else scores.sum()


def _binary(scores: Tensor, wanted: Tensor) -> Tensor:
    return functional.binary_cross_entropy_with_logits(scores, wanted) if len(wanted) else scores.sum()


def _divergence(scores: Tensor, wise: Tensor) -> Tensor:
    """Kullback-Leibler, from the teacher's probabilities to ours, a row."""
    if not len(scores):
        return scores.sum()
    ours, theirs = scores.log_softmax(-1), wise.log_softmax(-1)
    return functional.kl_div(ours, theirs, reduction="batchmean", log_target=True)


def tensors(batch: list[Example]) -> tuple[Tensor, ...]:
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
