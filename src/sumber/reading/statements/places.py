"""Where the contents of an article's statements lie, to look them up without going through all."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from .draft import Draft

__all__ = ["Contents"]

_BACK = 40  # stretches looked through before an offset: more never nest


class Contents:
    """The stretches of content of drafts, by where they begin."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        stretches = [(start, end, n) for n, draft in enumerate(drafts) for start, end in draft.content]
        self._stretches = sorted(stretches)
        self._starts = [stretch[0] for stretch in self._stretches]

    def holding(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the number of each draft with a stretch that holds ``start`` to ``end``, and where that begins."""
        at = bisect_right(self._starts, start)
        for first, last, number in self._stretches[max(0, at - _BACK) : at]:
            if end <= last:
                yield number, first
