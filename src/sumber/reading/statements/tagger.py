"""The tagger of statements: marks the words of sources, cues and contents by a small network that runs on one core.

The network and its training are described in ``training/statements``; the card stands beside the model.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

import msgspec
import numpy as np
from numpy.typing import NDArray

from ...language import load
from ...language.network import network
from ...language.shipped import is_shipped, shipped
from .tagger_features import BREAK, Featuriser, quote_states

__all__ = ["LONGEST", "Piece", "Tagger", "pieces_of", "tagger"]

LONGEST = 128  # words read together: whole paragraphs, as many as fit
_MOST = 400  # words of one paragraph that are read together
_BATCH = 32

Floats = NDArray[np.float32]


class Piece(msgspec.Struct, frozen=True):
    """A stretch of words with a role; ``score`` is the mean share that the network gives its tags, in [0, 1]."""

    role: str
    first: int
    last: int  # exclusive
    score: float


class Tagger:
    """Words in, pieces out. The same words give the same pieces on every machine of one kind."""

    def __init__(self, folder: Path) -> None:
        self._session = network(folder / "statements.onnx")
        stored = np.load(BytesIO(shipped(folder / "statements.npz")), allow_pickle=False)
        self._featurise = Featuriser(stored["known"])
        self._chain: Floats = stored["chain"]
        self._tags: list[str] = [str(tag) for tag in stored["tags"]]

    def __call__(self, paragraphs: Sequence[Sequence[str]]) -> list[list[Piece]]:
        """Return the pieces of every paragraph; paragraphs that follow each other are read together."""
        parts = list(_parts(paragraphs))
        texts = [words for _, _, words in parts]
        found: list[list[Piece]] = [[] for _ in paragraphs]
        groups = sorted(_groups(texts), key=lambda group: _size(texts, group))
        for at in range(0, len(groups), _BATCH):
            batch = groups[at : at + _BATCH]
            joined = [_joined(texts, group) for group in batch]
            for group, tags, shares in zip(batch, *self._tag(joined), strict=True):
                for piece in pieces_of([self._tags[tag] for tag in tags], shares):
                    for part, placed in _placed(texts, group, piece):
                        number, offset, _ = parts[part]
                        found[number].append(_moved(placed, offset))
        for pieces in found:
            pieces.sort(key=_first)
        return found

    def _tag(self, texts: list[list[str]]) -> tuple[list[list[int]], list[Floats]]:
        """Return the tags of some texts, and how sure the network is of each."""
        longest = max(len(text) for text in texts)
        rows = np.empty((longest, len(texts), 6), np.int32)
        rows[:] = self._featurise([BREAK], [0])[0]
        for column, text in enumerate(texts):
            rows[: len(text), column] = self._featurise(text, quote_states(text))
        scores: Floats = self._session.run(None, {"rows": rows})[0]
        return best_tags(scores, [len(text) for text in texts], self._chain)


def _groups(paragraphs: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Yield (first, end) of paragraphs that are read together."""
    first, size = 0, 0
    for at, words in enumerate(paragraphs):
        if at > first and size + len(words) + 1 > LONGEST:
            yield first, at
            first, size = at, 0
        size += len(words) + 1
    if paragraphs:
        yield first, len(paragraphs)


def _size(paragraphs: Sequence[Sequence[str]], group: tuple[int, int]) -> int:
    return sum(len(paragraphs[at]) + 1 for at in range(*group))


def _joined(paragraphs: Sequence[Sequence[str]], group: tuple[int, int]) -> list[str]:
    words: list[str] = []
    for at in range(*group):
        words += [*paragraphs[at], BREAK]
    return words


def _parts(paragraphs: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, Sequence[str]]]:
    """Yield (paragraph, offset, words): a paragraph whole, or cut where it is longer than _MOST words."""
    for number, words in enumerate(paragraphs):
        for offset in range(0, max(len(words), 1), _MOST):
            yield number, offset, words[offset : offset + _MOST]


def _placed(
    texts: Sequence[Sequence[str]], group: tuple[int, int], piece: Piece
) -> Iterator[tuple[int, Piece]]:
    """Yield the text that holds a piece of the joined texts, and the piece counted within it; cut at a break."""
    start = 0
    for at in range(*group):
        end = start + len(texts[at])
        first, last = max(piece.first, start), min(piece.last, end)
        if first < last:
            yield at, Piece(piece.role, first - start, last - start, piece.score)
        start = end + 1


def _moved(piece: Piece, offset: int) -> Piece:
    return Piece(piece.role, piece.first + offset, piece.last + offset, piece.score) if offset else piece


def _first(piece: Piece) -> int:
    return piece.first


def best_tags(scores: Floats, lengths: Sequence[int], chain: Floats) -> tuple[list[list[int]], list[Floats]]:
    """Return the best possible tags of each text (Viterbi), and each tag's share; scores (time, texts, tags)."""
    count = scores.shape[2]
    moves = chain[:count, :count]
    best = chain[count, :count] + scores[0]
    back = np.zeros(scores.shape, np.int16)
    ends = np.array(lengths)
    for at in range(1, len(scores)):
        table = best[:, :, None] + moves
        back[at] = table.argmax(1)
        best = np.where((at < ends)[:, None], table.max(1) + scores[at], best)
    last = (best + chain[:count, count]).argmax(1)
    shares = np.exp(scores - scores.max(2, keepdims=True))
    shares /= shares.sum(2, keepdims=True)
    tags, sure = [], []
    for column, length in enumerate(lengths):
        path = [int(last[column])]
        for at in range(length - 1, 0, -1):
            path.append(int(back[at, column, path[-1]]))
        path.reverse()
        tags.append(path)
        sure.append(shares[np.arange(length), column, path])
    return tags, sure


def pieces_of(tags: Sequence[str], shares: Floats) -> Iterator[Piece]:
    """Yield the pieces that tags B, I, E, S spell."""
    start = 0
    for at, tag in enumerate(tags):
        if tag[0] in "BS":
            start = at
        if tag[0] in "ES":
            yield Piece(tag[2:], start, at + 1, float(shares[start : at + 1].mean()))


@cache
def tagger(code: str) -> Tagger | None:
    """Return the tagger of a language, loaded once; None if the language has none."""
    folder = load(code).folder / "model"
    return Tagger(folder) if is_shipped(folder / "statements.onnx") else None
