"""The network: vectors of words from their parts, two bidirectional LSTM layers, and four heads."""

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

from sumber.language.word_keys import AFFIXES, GRAMS, SHAPES

from .encode import HIGHEST_CLASS, NAME_TAGS, Batch, Labels
from .lexical import NAME_CLASSES

__all__ = ["Network", "Sizes"]


NAMES_DROP = 0.3  # on top of the rest: the corpora of names are small and are learned by heart first


@dataclass
class Sizes:
    """Widths of the parts."""

    fixed: int = 64
    learned: int = 64
    beginning: int = 32
    ending: int = 48
    gram: int = 64
    shape: int = 16
    style: int = 8
    hidden: int = 200
    arc: int = 128
    relation: int = 100

    @property
    def word(self) -> int:
        """Return the width of a word's vector before the sentence is read."""
        names = len(NAME_CLASSES)
        return self.fixed + self.learned + self.beginning + self.ending + self.gram + self.shape + names


class Both(nn.Module):
    """An LSTM from the left and one from the right; each sentence is turned within its own length.

    Quicker to train than a packed bidirectional layer, whose slices cost as much as its products.
    """

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.left = nn.LSTM(width, hidden)
        self.right = nn.LSTM(width, hidden)

    def forward(self, states: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return the states of both, side by side; sentences first."""
        places = torch.arange(states.shape[1]).unsqueeze(0)
        turned = (lengths.unsqueeze(1) - 1 - places).where(places < lengths.unsqueeze(1), places)
        left = self.left(states.transpose(0, 1))[0].transpose(0, 1)
        right = self.right(_turn(states, turned).transpose(0, 1))[0].transpose(0, 1)
        return torch.cat([left, _turn(right, turned)], -1)


def _turn(states: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
    return states.gather(1, places.unsqueeze(-1).expand(-1, -1, states.shape[-1]))


class Network(nn.Module):
    """Scores for word classes, tags of names, heads and relations."""

    def __init__(self, vectors: torch.Tensor, labels: Labels, sizes: Sizes, drop: float = 0.33) -> None:
        super().__init__()
        self.sizes, self.drop = sizes, drop
        self.fixed = nn.Embedding.from_pretrained(vectors, freeze=True)
        self.learned = nn.Embedding(len(vectors), sizes.learned)
        self.beginning = nn.Embedding(AFFIXES, sizes.beginning)
        self.ending = nn.Embedding(AFFIXES, sizes.ending)
        self.gram = nn.Embedding(GRAMS, sizes.gram)
        self.shape = nn.Embedding(SHAPES, sizes.shape)
        self.style = nn.Embedding(len(labels.styles) + 1, sizes.style)  # 0: unknown
        for table in (self.learned, self.beginning, self.ending, self.gram, self.shape, self.style):
            nn.init.normal_(table.weight, std=0.1)
        self.lstm1 = Both(sizes.word + sizes.style, sizes.hidden)
        self.lstm2 = Both(2 * sizes.hidden, sizes.hidden)
        wide = 2 * sizes.hidden
        self.classes = nn.Linear(wide, len(labels.classes))
        self.names = nn.Linear(wide, len(NAME_TAGS))
        self.arc_head, self.arc_dep = nn.Linear(wide, sizes.arc), nn.Linear(wide, sizes.arc)
        self.arc_root = nn.Parameter(torch.randn(sizes.arc) * 0.1)
        self.arc_bilinear = nn.Parameter(torch.eye(sizes.arc) * 0.1)
        self.arc_bias = nn.Parameter(torch.zeros(sizes.arc))
        self.relation_head = nn.Linear(wide, sizes.relation)
        self.relation_dep = nn.Linear(wide, sizes.relation)
        self.relation_root = nn.Parameter(torch.randn(sizes.relation) * 0.1)
        self.relation_out = nn.Linear(sizes.relation, len(labels.relations))

    def word_vectors(self, rows: torch.Tensor, known: torch.Tensor | None = None) -> torch.Tensor:
        """Return the vectors of word types, (types, word); ``known`` says which may use their own row."""
        own = rows[:, 0] if known is None else rows[:, 0] * known
        fixed = self.fixed(own)
        if self.training:
            fixed = fixed * (torch.rand(len(rows), 1) > 0.1)
        beginning = self.beginning(rows[:, 1:5]).sum(1)
        ending = self.ending(rows[:, 5:9]).sum(1)
        shape = self.shape(rows[:, 9])
        names = rows[:, 10 : 10 + len(NAME_CLASSES)].float() / HIGHEST_CLASS
        if self.training:
            names = names * (torch.rand(len(rows), 1) > 0.2)
        grams = rows[:, 10 + len(NAME_CLASSES) :]
        there = (grams > 0).float().unsqueeze(-1)
        gram = (self.gram(grams) * there).sum(1) / there.sum(1).clamp(min=1)
        return torch.cat([fixed, self.learned(own), beginning, ending, gram, shape, names], -1)

    def forward(self, batch: Batch, known: torch.Tensor | None = None) -> dict[str, torch.Tensor]:
        """Return the scores of a batch and its hidden states."""
        vectors = self.word_vectors(batch.unique, known)
        inputs = vectors[batch.types]
        style = self.style(batch.style).unsqueeze(1).expand(-1, inputs.shape[1], -1)
        hidden = self._shared_drop(torch.cat([inputs, style], -1), 0.25)
        hidden = self._shared_drop(self.lstm1(hidden, batch.lengths), self.drop)
        hidden = self._shared_drop(self.lstm2(hidden, batch.lengths), self.drop)
        heads = self._drop(functional.relu(self.arc_head(hidden)))
        deps = self._drop(functional.relu(self.arc_dep(hidden)))
        root = self.arc_root.expand(len(heads), 1, -1)
        heads = torch.cat([root, heads], 1)
        arcs = (deps @ self.arc_bilinear + self.arc_bias) @ heads.transpose(1, 2)
        return {
            "classes": self.classes(hidden),
            "names": self.names(functional.dropout(hidden, NAMES_DROP, self.training)),
            "arcs": arcs,  # (batch, word, head); head 0 is the root
            "relation_head": self.relation_head(hidden),
            "relation_dep": self.relation_dep(hidden),
        }

    def relations(self, found: dict[str, torch.Tensor], heads: torch.Tensor) -> torch.Tensor:
        """Return the scores of the relations under given heads, (batch, word, relation)."""
        states = found["relation_head"]
        root = self.relation_root.expand(len(states), 1, -1)
        states = torch.cat([root, states], 1)
        chosen = states.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        return self.relation_out(self._drop(functional.relu(chosen + found["relation_dep"])))

    def _drop(self, states: torch.Tensor) -> torch.Tensor:
        return functional.dropout(states, self.drop, self.training)

    def _shared_drop(self, states: torch.Tensor, rate: float) -> torch.Tensor:
        """Drop the same places in all words of a sentence (Gal and Ghahramani 2016)."""
        if not self.training:
            return states
        kept = torch.bernoulli(torch.full((states.shape[0], 1, states.shape[2]), 1 - rate)) / (1 - rate)
        return states * kept


def loss_of(network: Network, batch: Batch, found: dict[str, torch.Tensor]) -> torch.Tensor:
    """Return the loss: the sum of the four heads' mean losses over the words that have the layer."""
    loss = torch.zeros(())
    have = batch.classes >= 0
    if have.any():
        loss = loss + functional.cross_entropy(found["classes"][have], batch.classes[have])
    have = batch.heads >= 0
    if have.any():
        width = found["arcs"].shape[2]
        there = torch.cat([torch.ones(len(batch.mask), 1, dtype=torch.bool), batch.mask], 1)[:, :width]
        arcs = found["arcs"].masked_fill(~there.unsqueeze(1), -1e4)
        loss = loss + functional.cross_entropy(arcs[have], batch.heads[have])
        relations = network.relations(found, batch.heads)
        loss = loss + functional.cross_entropy(relations[have], batch.relations[have])
    have = batch.names.any(-1)
    if have.any():
        logs = functional.log_softmax(found["names"][have], -1)
        right = logs.masked_fill(~batch.names[have], -1e4).logsumexp(-1)
        loss = loss - 1.5 * right.mean()
    return loss
