"""From sentences to arrays: word types with their rows, labels, and batches of about equal size."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from sumber.language.word_keys import MOST_GRAMS, affixes_of, form_of, grams_of, shape_of

from .data import Example
from .lexical import HIGHEST, NAME_CLASSES

__all__ = ["Batch", "Labels", "Types", "batches"]

NAME_KINDS = ("person", "organisation", "place", "other")
NAME_TAGS = ("O", *(f"{part}-{kind}" for kind in NAME_KINDS for part in "BIES"))
LEAST_RELATION = 8


class Labels:
    """The label sets of one language: word classes, relations, styles; tags of names are the same everywhere."""

    def __init__(self, classes: Sequence[str], relations: Sequence[str], styles: Sequence[str]) -> None:
        self.classes, self.relations, self.styles = list(classes), list(relations), list(styles)
        self.class_index = {name: number for number, name in enumerate(self.classes)}
        self.relation_index = {name: number for number, name in enumerate(self.relations)}
        self.style_index = {name: number for number, name in enumerate(self.styles)}

    @classmethod
    def of(cls, examples: Iterable[Example]) -> "Labels":
        """Return the labels that these sentences use; rare subtypes of relations count as their base type."""
        kinds: Counter[str] = Counter()
        relations: Counter[str] = Counter()
        styles: dict[str, None] = {}
        for example in examples:
            kinds.update(example.classes or ())
            relations.update(example.relations or ())
            styles[example.style] = None
        kept = {name for name, count in relations.items() if count >= LEAST_RELATION}
        kept |= {name.split(":")[0] for name in relations}
        return cls(sorted(kinds), sorted(kept), list(styles))

    def relation(self, name: str) -> int:
        """Return the number of a relation, or of its base type."""
        return self.relation_index.get(name, self.relation_index.get(name.split(":")[0], 0))


class Types:
    """Every word form as written, with the rows that make its vector; grows as words come."""

    def __init__(self, vocabulary: Sequence[str], names: dict[str, list[int]]) -> None:
        self.vocabulary = {form: number + 1 for number, form in enumerate(vocabulary)}  # 0 is unknown
        self.names = names
        self.index: dict[str, int] = {}
        self.rows: list[list[int]] = []
        self.array = np.zeros((0, 0), dtype=np.int64)

    def number(self, word: str) -> int:
        """Return the number of a word as written."""
        found = self.index.get(word)
        if found is None:
            found = self.index[word] = len(self.rows)
            form = form_of(word)
            grams = grams_of(form)
            names = self.names.get(form, [0] * len(NAME_CLASSES))
            self.rows.append([
                self.vocabulary.get(form, 0), *affixes_of(form), shape_of(word), *names,
                *grams, *[0] * (MOST_GRAMS - len(grams)),
            ])  # fmt: skip
        return found

    def tensor(self, numbers: np.ndarray) -> torch.Tensor:
        """Return the rows of these types."""
        if len(self.rows) != len(self.array):
            self.array = np.array(self.rows, dtype=np.int64)
        return torch.from_numpy(self.array[numbers])


@dataclass
class Batch:
    """Sentences side by side, padded; all tensors are (batch, words) unless they say otherwise."""

    types: torch.Tensor
    unique: torch.Tensor  # rows of the types, (types, columns)
    lengths: torch.Tensor  # (batch,)
    style: torch.Tensor  # (batch,)
    mask: torch.Tensor
    classes: torch.Tensor  # -1 where unknown
    heads: torch.Tensor  # 0 is the root, words from 1; -1 where unknown
    relations: torch.Tensor
    names: torch.Tensor  # (batch, words, name tags): which tags are allowed; all false where unknown


def batch_of(examples: Sequence[Example], types: Types, labels: Labels) -> Batch:
    """Return a batch, longest sentence first."""
    examples = sorted(examples, key=lambda example: -len(example.words))
    size, longest = len(examples), len(examples[0].words)
    shape = (size, longest)
    numbers = np.zeros(shape, dtype=np.int64)
    classes, heads, relations = (np.full(shape, -1, dtype=np.int64) for _ in range(3))
    names = np.zeros((*shape, len(NAME_TAGS)), dtype=bool)
    mask = np.zeros(shape, dtype=bool)
    for row, example in enumerate(examples):
        length = len(example.words)
        mask[row, :length] = True
        numbers[row, :length] = [types.number(word) for word in example.words]
        if example.classes is not None:
            classes[row, :length] = [labels.class_index[name] for name in example.classes]
        if example.heads is not None and example.relations is not None:
            heads[row, :length] = np.array(example.heads) + 1
            relations[row, :length] = [labels.relation(name) for name in example.relations]
        if example.names is not None:
            names[row, :length] = allowed(example)
    unique, inverse = np.unique(numbers, return_inverse=True)
    return Batch(
        torch.from_numpy(inverse.reshape(shape)),
        types.tensor(unique),
        torch.tensor([len(example.words) for example in examples]),
        torch.tensor([labels.style_index[example.style] + 1 for example in examples]),
        *map(torch.from_numpy, (mask, classes, heads, relations, names)),
    )


def allowed(example: Example) -> np.ndarray:
    """Return which name tags each word may have, (words, tags)."""
    found = np.zeros((len(example.words), len(NAME_TAGS)), dtype=bool)
    found[:, 0] = True
    for index, kinds in example.open_names.items():
        for kind in kinds:
            at = 1 + 4 * NAME_KINDS.index(kind)
            found[index, at : at + 4] = True
    for first, last, kind in example.names or ():
        at = 1 + 4 * NAME_KINDS.index(kind)
        found[first:last] = False
        for index in range(first, last):
            part = 3 if last - first == 1 else 0 if index == first else 2 if index == last - 1 else 1
            found[index, at + part] = True
    return found


def batches(examples: Sequence[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Return batches of sentences of like length, of about ``size`` words, in random order."""
    items = sorted(examples, key=lambda example: len(example.words) + rng.random() * 3)
    found: list[list[Example]] = []
    current: list[Example] = []
    for example in items:
        if current and len(example.words) * (len(current) + 1) > size:
            found.append(current)
            current = []
        current.append(example)
    if current:
        found.append(current)
    rng.shuffle(found)
    return found


HIGHEST_CLASS = float(HIGHEST)
