"""Which source and which contents belong to a cue: the nearest ones, counted in words and in what lies between."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from .tagger import Piece

__all__ = ["Link", "link"]

_FAR_SOURCE, _FAR_CONTENT = 30.0, 60.0
_SHARE, _LEFT = 11.0, 0.6
_SENTENCE, _PARAGRAPH, _CUE, _SOURCE, _CONTENT = 12.0, 32.0, 0.0, 3.0, 5.0
_LIGHT = frozenset({",", ":", '"', "“", "”", "``", "''", "that", "--", "—", "–", "-", "also", "has", "had"})


class Link(msgspec.Struct):
    """One attribution in words: its cue, its source if one was found, its contents in order."""

    cue: Piece
    source: Piece | None
    contents: list[Piece]


class _Ground:
    """Measures the way between two pieces: light words count little, ends of sentences and other pieces much."""

    def __init__(
        self, words: Sequence[str], ends: Sequence[int], breaks: Sequence[int], pieces: Sequence[Piece]
    ) -> None:
        self.ends, self.breaks, self.pieces = ends, breaks, pieces
        self.steps = [0.0]
        covered = {at for piece in pieces for at in range(piece.first, piece.last)}
        for at, word in enumerate(words):
            light = word.lower() in _LIGHT or at in covered
            self.steps.append(self.steps[-1] + (0.2 if light else 1.0))

    def cost(self, cue: Piece, other: Piece) -> float:
        """Return how far a piece is from a cue."""
        left, right = (cue, other) if cue.first < other.first else (other, cue)
        start, end = left.last, max(right.first, left.last)
        cost = self.steps[end] - self.steps[start]
        cost += _SENTENCE * (bisect_right(self.ends, end) - bisect_left(self.ends, start))
        cost += _PARAGRAPH * (bisect_right(self.breaks, end) - bisect_left(self.breaks, start))
        for piece in self.pieces:
            if start <= piece.first and piece.last <= end:
                cost += self._between(piece.role, other.role)
        return cost

    def _between(self, role: str, wanted: str) -> float:
        if role == "cue":
            return _CUE
        if role == "source":
            return _SOURCE if wanted == "source" else 0.3
        return _CONTENT if wanted == "source" else 0.5


def link(
    words: Sequence[str], ends: Sequence[int], breaks: Sequence[int], pieces: Sequence[Piece]
) -> list[Link]:
    """Return the attributions of a text, in the order of their cues.

    ``ends``: where sentences end, ``breaks``: where paragraphs end (indices behind their last words), both sorted.
    A source may serve several cues; a content belongs to one.
    """
    ground = _Ground(words, ends, breaks, pieces)
    cues = [piece for piece in pieces if piece.role == "cue"]
    links = {cue.first: Link(cue, None, []) for cue in cues}
    for content in (piece for piece in pieces if piece.role == "content"):
        best = _nearest(ground, content, cues)
        if best is not None:
            links[best.first].contents.append(content)
    sources = [piece for piece in pieces if piece.role == "source"]
    taken: dict[int, float] = {}
    costs = sorted(
        (ground.cost(cue, source), cue.first, source.first, source)
        for cue in cues
        for source in _near(cue, sources)
    )
    for cost, at, first, source in costs:
        found = links[at]
        if cost > _FAR_SOURCE or found.source is not None:
            continue
        if first in taken and cost - taken[first] > _SHARE:
            continue
        found.source = source
        taken.setdefault(first, cost)
    return [found for found in links.values() if found.contents]


def _near(cue: Piece, pieces: Sequence[Piece], reach: int = 120) -> list[Piece]:
    return [piece for piece in pieces if abs(piece.first - cue.first) < reach]


def _nearest(ground: _Ground, content: Piece, cues: Sequence[Piece]) -> Piece | None:
    near = [cue for cue in cues if cue.first - content.last < 40 and content.first - cue.last < 60]
    costs = [
        (ground.cost(cue, content) - _LEFT * (content.first > cue.first), at) for at, cue in enumerate(near)
    ]
    if not costs:
        return None
    cost, at = min(costs)
    return near[at] if cost <= _FAR_CONTENT else None
