"""Which source and which contents belong to a cue: the nearest ones, counted in words and in what lies between."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

import msgspec

from .tagger import Piece

__all__ = ["Link", "link"]

_FAR_SOURCE, _FAR_CONTENT = 30.0, 60.0
_SHARE, _LEFT = 11.0, 0.6
_SENTENCE, _PARAGRAPH, _CUE, _SOURCE, _CONTENT = 12.0, 32.0, 0.0, 3.0, 5.0
_REACH, _AHEAD, _BEHIND = 120, 40, 60  # words between pieces that are looked at at all
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
        self.firsts = [piece.first for piece in pieces]
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
        first, last = bisect_left(self.firsts, start), bisect_left(self.firsts, end)
        return cost + sum(self._between(piece.role, other.role) for piece in self.pieces[first:last])

    def parted(self, start: int, end: int) -> bool:
        """Return whether a sentence ends between two words."""
        return bisect_right(self.ends, end) > bisect_left(self.ends, start)

    def with_content(self, cues: Sequence[Piece], contents: Sequence[Piece]) -> set[int]:
        """Return where those cues stand that have a content right behind them in their sentence."""
        found = set()
        for cue in cues:
            at = bisect_left(contents, cue.last, key=_first)
            if at < len(contents) and not self.parted(cue.last, contents[at].first):
                found.add(cue.first)
        return found

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
    ordered = sorted(pieces, key=_first)
    ground = _Ground(words, ends, breaks, ordered)
    cues, sources, contents = (
        [p for p in ordered if p.role == role] for role in ("cue", "source", "content")
    )
    links = {cue.first: Link(cue, None, []) for cue in cues}
    own = ground.with_content(cues, contents)
    for content in contents:
        best = _nearest(ground, content, cues, own)
        if best is not None:
            links[best.first].contents.append(content)
    _name_sources(ground, links, cues, sources)
    return [found for found in links.values() if found.contents]


def _name_sources(
    ground: _Ground, links: dict[int, Link], cues: Sequence[Piece], sources: Sequence[Piece]
) -> None:
    """Give each cue its source, nearest pairs first; one that is taken already must not be much farther off."""
    taken: dict[int, float] = {}
    costs = sorted(
        (ground.cost(cue, source), cue.first, source.first, at)
        for cue in cues
        for at, source in _between(sources, cue.first - _REACH, cue.first + _REACH)
    )
    for cost, cue_first, first, at in costs:
        found = links[cue_first]
        if cost > _FAR_SOURCE or found.source is not None:
            continue
        if first in taken and cost - taken[first] > _SHARE:
            continue
        found.source = sources[at]
        taken.setdefault(first, cost)


def _first(piece: Piece) -> int:
    return piece.first


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[tuple[int, Piece]]:
    """Yield those of sorted pieces that begin between two words, with their places."""
    for at in range(bisect_left(pieces, start, key=_first), bisect_left(pieces, end, key=_first)):
        yield at, pieces[at]


def _nearest(ground: _Ground, content: Piece, cues: Sequence[Piece], own: set[int]) -> Piece | None:
    """Return the cue of a content; ``own``: cues that have one in their sentence, and so none in one before."""
    near = _between(cues, content.first - _REACH, content.last + _AHEAD)
    costs = [
        (ground.cost(cue, content) - _LEFT * (content.first > cue.first), at, cue)
        for at, cue in near
        if content.first - cue.last < _BEHIND
        and not (cue.first in own and content.last <= cue.first and ground.parted(content.last, cue.first))
    ]
    if not costs:
        return None
    cost, _, cue = min(costs, key=lambda item: item[:2])
    return cue if cost <= _FAR_CONTENT else None
