"""A second stage: names that the model of the first stage is sure of, in sentences that nobody annotated for names."""

from dataclasses import replace
from math import log

import torch
from torch.nn import functional

from sumber.language.decode import best_names, spans_of

from .data import Example, Part
from .encode import NAME_TAGS, Labels, Types, batch_of
from .network import Network

__all__ = ["add_silver", "use_all"]

SURE = 0.9  # probability of every word


def use_all(parts: list[Part], word: str) -> None:
    """Train on what was kept apart, too, in the corpora whose name holds ``word``; its figures stand from before."""
    for part in parts:
        if word in part.name:
            part.train = [*part.train, *part.held]
            part.held = []


def add_silver(parts: list[Part], network: Network, types: Types, labels: Labels) -> int:
    """Mark sure names in treebank sentences whose proper nouns are open; returns how many were marked."""
    network.eval()
    count = 0
    for part in parts:
        for at in range(0, len(part.train), 64):
            group = part.train[at : at + 64]
            if not any(example.heads is not None and example.open_names for example in group):
                continue
            order = sorted(range(len(group)), key=lambda number: -len(group[number].words))
            with torch.no_grad():
                scores = network(batch_of([group[n] for n in order], types, labels))["names"]
            logs = functional.log_softmax(scores, -1).numpy()
            tags = best_names(logs, [len(group[n].words) for n in order], NAME_TAGS)
            for row, number in enumerate(order):
                sure = [
                    span
                    for span in spans_of([NAME_TAGS[i] for i in tags[row, : len(group[number].words)]])
                    if all(logs[row, i, tags[row, i]] > log(SURE) for i in range(span[0], span[1]))
                ]
                part.train[at + number] = _with(group[number], sure)
                count += len(sure)
    network.train()
    return count


def _with(example: Example, spans: list[tuple[int, int, str]]) -> Example:
    """Return a sentence with those names that lie in its open words only."""
    if example.heads is None or not example.open_names:
        return example
    kept = [span for span in spans if set(range(span[0], span[1])) <= set(example.open_names)]
    named = {index for first, last, _ in kept for index in range(first, last)}
    still = {index: kinds for index, kinds in example.open_names.items() if index not in named}
    return replace(example, names=sorted([*(example.names or ()), *kept]), open_names=still)
