"""The trained model of a language: reads sentences, gives word classes, heads, relations and names."""

import json
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .base import Language
from .decode import best_heads, best_names, spans_of
from .network import network
from .shipped import shipped
from .word_keys import MOST_GRAMS, affixes_of, form_of, grams_of, shape_of

__all__ = ["Tagged", "Tagger", "tagger"]

Floats = NDArray[np.float32]
_MOST_WORDS = 400  # words of a batch, blanks included
_MOST_CACHED = 8_000
_LONGEST = 220  # words of a sentence that are read at once


class Tagged(NamedTuple):
    """What the model says of one sentence; heads count within the sentence, -1 is the root.

    ``names`` are (first, last exclusive, kind, probability).
    """

    classes: list[str]
    heads: list[int]
    relations: list[str]
    names: list[tuple[int, int, str, float]]


class Tagger:
    """A model from the folder ``language/<code>/model/tagger``; raises ModelError if a file is missing or damaged."""

    def __init__(self, folder: Path) -> None:
        self.settings: dict[str, Any] = json.loads(shipped(folder / "settings.json"))
        lines = shipped(folder / "words.txt").decode("utf-8").split("\n")
        self._lookup = {}
        for number, line in enumerate(lines[:-1]):
            form, _, classes = line.partition("\t")
            self._lookup[form] = (number + 1 if number < self.settings["vectors"] else 0, classes)
        with np.load(BytesIO(shipped(folder / "tables.npz")), allow_pickle=False) as stored:
            self._tables = {name: stored[name] for name in stored.files}
        self.tags = tuple(self.settings["tags"])
        self._session = network(folder / "tagger.onnx")
        self._index: dict[str, int] = {}
        self._vectors: Floats = np.zeros((0, 0), dtype=np.float32)

    def tag(self, sentences: Sequence[Sequence[str]], style: str = "news") -> list[Tagged]:
        """Return what the model says of each sentence, given as words cut as Universal Dependencies cuts them.

        ``style`` is the kind of corpus that the answer should follow where treebanks differ: see ``settings``.
        """
        order = sorted((n for n, words in enumerate(sentences) if words), key=lambda n: len(sentences[n]))
        found: list[Tagged] = [Tagged([], [], [], [])] * len(sentences)
        at = 0
        while at < len(order):
            stop = at + 1
            while stop < len(order) and len(sentences[order[stop]]) * (stop + 1 - at) <= _MOST_WORDS:
                stop += 1
            group = order[at:stop]
            for number, tagged in zip(group, self._batch([sentences[n] for n in group], style), strict=True):
                found[number] = tagged
            at = stop
        return found

    def _batch(self, sentences: Sequence[Sequence[str]], style: str) -> list[Tagged]:
        pieces = [words[at : at + _LONGEST] for words in sentences for at in range(0, len(words), _LONGEST)]
        tagged = self._pieces(pieces, style)
        if len(pieces) == len(sentences):
            return tagged
        found, at = [], 0
        for words in sentences:
            count = (len(words) - 1) // _LONGEST + 1
            found.append(_joined(tagged[at : at + count]))
            at += count
        return found

    def _pieces(self, sentences: Sequence[Sequence[str]], style: str) -> list[Tagged]:
        lengths = [len(words) for words in sentences]
        inputs = self._inputs(sentences, lengths, style)
        classes, names, arcs, above, below = self._session.run(
            None, {"words": inputs, "lengths": np.array(lengths, dtype=np.int32)}
        )
        tags = best_names(names.transpose(1, 0, 2), lengths, self.tags)
        heads = [best_heads(arcs[n, :length, : length + 1]) for n, length in enumerate(lengths)]
        found = []
        for number, length in enumerate(lengths):
            found.append(
                Tagged(
                    [self.settings["classes"][i] for i in classes[:length, number]],
                    heads[number],
                    self._relations(above[:length, number], below[:length, number], heads[number]),
                    self._names(tags[number, :length], names[:length, number]),
                )
            )
        return found

    def _relations(self, above: Floats, below: Floats, heads: list[int]) -> list[str]:
        tables = self._tables
        states = np.concatenate([above, tables["relation_root"][None]])  # index -1 is the root
        scores = np.maximum(states[heads] + below, 0) @ tables["relation_weight"] + tables["relation_bias"]
        return [self.settings["relations"][i] for i in scores.argmax(1)]

    def _names(self, tags: NDArray[np.int64], scores: Floats) -> list[tuple[int, int, str, float]]:
        if not tags.any():
            return []
        chosen = np.exp(scores[np.arange(len(tags)), tags])
        spans = spans_of([self.tags[i] for i in tags])
        return [(a, b, kind, round(float(chosen[a:b].min()), 3)) for a, b, kind in spans]

    def _inputs(self, sentences: Sequence[Sequence[str]], lengths: list[int], style: str) -> Floats:
        """Return the vectors of the words, (words, sentences, width), with the style behind each."""
        if len(self._index) > _MOST_CACHED:
            self._index.clear()
        new = list(dict.fromkeys(word for words in sentences for word in words if word not in self._index))
        if new:
            self._keep(new, self._word_vectors(new))
        styles: list[str] = self.settings["styles"]
        last = self._tables["style"][styles.index(style) + 1 if style in styles else 0]
        width = self._vectors.shape[1]
        found = np.zeros((max(lengths), len(sentences), width + len(last)), dtype=np.float32)
        found[:, :, width:] = last
        for number, words in enumerate(sentences):
            found[: lengths[number], number, :width] = self._vectors[[self._index[word] for word in words]]
        return found

    def _keep(self, words: Sequence[str], vectors: Floats) -> None:
        """Remember the vectors of words; the room for them grows by doubling."""
        first, needed = len(self._index), len(self._index) + len(words)
        if needed > len(self._vectors):
            room = np.zeros((max(2 * len(self._vectors), needed), vectors.shape[1]), dtype=np.float32)
            room[:first] = self._vectors[:first] if first else 0
            self._vectors = room
        self._vectors[first:needed] = vectors
        self._index.update(zip(words, range(first, needed), strict=True))

    def _word_vectors(self, words: Sequence[str]) -> Floats:
        """Return the vectors of words as written: of the form, its beginnings, endings, letter runs and shape."""
        forms = [form_of(word) for word in words]
        unknown = (0, "0" * self.settings["name_classes"])
        known = [self._lookup.get(form, unknown) for form in forms]
        affixes = np.array([affixes_of(form) for form in forms])
        runs = np.zeros((len(words), MOST_GRAMS), dtype=np.int64)
        for number, form in enumerate(forms):
            rows = grams_of(form)
            runs[number, : len(rows)] = rows
        there = (runs > 0).astype(np.float32)[:, :, None]
        gram = (self._rows("gram", runs) * there).sum(1) / np.maximum(there.sum(1), 1)
        own = np.array([row for row, _ in known])
        classes = np.array([[int(digit) for digit in digits] for _, digits in known], dtype=np.float32)
        parts = [
            self._rows("words", own),
            self._rows("beginning", affixes[:, :4]).sum(1),
            self._rows("ending", affixes[:, 4:]).sum(1),
            gram,
            self._rows("shape", np.array([shape_of(word) for word in words])),
            classes / np.float32(self.settings["highest_class"]),
        ]
        return np.concatenate(parts, axis=1, dtype=np.float32)

    def _rows(self, table: str, rows: NDArray[Any]) -> Floats:
        found: Floats = self._tables[table][rows] * self._tables[f"{table}_scale"][rows].astype(np.float32)
        return found


def _joined(pieces: list[Tagged]) -> Tagged:
    """Return one answer for a sentence that was too long to be read at once; each piece hangs on the first's root."""
    found = Tagged([], [], [], [])
    root = -1
    for piece in pieces:
        at = len(found.heads)
        found.classes.extend(piece.classes)
        found.relations.extend(piece.relations)
        found.names.extend((a + at, b + at, kind, score) for a, b, kind, score in piece.names)
        for number, head in enumerate(piece.heads):
            found.heads.append(head + at if head >= 0 else root)
            if head < 0 and root < 0:
                root = number + at
            elif head < 0:
                found.relations[number + at] = "parataxis"
    return found


@cache
def tagger(language: Language) -> Tagger | None:
    """Return the model of a language, read once; None if it ships none."""
    folder = language.folder / "model" / "tagger"
    return Tagger(folder) if folder.is_dir() else None
