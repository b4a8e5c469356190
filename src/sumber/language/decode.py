"""From scores to an answer: tags of names that follow each other rightly, and heads that make one tree."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["best_heads", "best_names", "spans_of"]

Floats = NDArray[np.floating[Any]]
_NEVER = -1e4


@cache
def _steps(tags: tuple[str, ...]) -> tuple[Floats, Floats, Floats]:
    """Return what may begin, follow and end a sentence, as 0 or a large negative number."""
    count = len(tags)
    follow = np.full((count, count), _NEVER, dtype=np.float32)
    for row, left in enumerate(tags):
        for column, right in enumerate(tags):
            inside = left[0] in "BI"
            goes_on = right[0] in "IE" and right[2:] == left[2:]
            if goes_on if inside else right[0] in "OBS":
                follow[row, column] = 0
    begin = np.array([0 if tag[0] in "OBS" else _NEVER for tag in tags], dtype=np.float32)
    end = np.array([0 if tag[0] in "OES" else _NEVER for tag in tags], dtype=np.float32)
    return begin, follow, end


def best_names(scores: Floats, lengths: Sequence[int], tags: tuple[str, ...]) -> NDArray[np.int64]:
    """Return the best row of tags of each sentence, (sentences, words), by Viterbi over tags that may follow.

    ``scores`` are log probabilities, (sentences, words, tags); words past a sentence's length get the tag 0.
    """
    begin, follow, end = _steps(tags)
    size, longest, count = scores.shape
    last = np.asarray(lengths) - 1
    back = np.zeros((longest, size, count), dtype=np.int64)
    state = scores[:, 0] + begin
    final = np.where((last == 0)[:, None], state, 0)
    for at in range(1, longest):
        paths = state[:, :, None] + follow
        back[at] = paths.argmax(1)
        state = paths.max(1) + scores[:, at]
        final = np.where((last == at)[:, None], state, final)
    found = np.zeros((size, longest), dtype=np.int64)
    current = (final + end).argmax(1)
    rows = np.arange(size)
    for at in range(longest - 1, -1, -1):
        current = np.where(last > at, back[min(at + 1, longest - 1), rows, current], current)
        found[:, at] = np.where(last >= at, current, 0)
    return found


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return the names in a row of tags, as (first, last exclusive, kind).

    >>> spans_of(["O", "B-person", "E-person", "S-place"])
    [(1, 3, 'person'), (3, 4, 'place')]
    """
    found: list[tuple[int, int, str]] = []
    begin = 0
    for index, tag in enumerate(tags):
        if tag[0] in "BS":
            begin = index
        if tag[0] in "ES":
            found.append((begin, index + 1, tag[2:]))
    return found


def best_heads(scores: Floats) -> list[int]:
    """Return the head of each word, -1 for the root: one root, no circle.

    ``scores`` is (words, words + 1), column 0 being the root. Each word's best head is taken; a second root goes to
    its next best head, and each circle is opened where that costs least, until a tree stands.
    """
    count = len(scores)
    scores = scores.astype(np.float64)
    root = int((scores[:, 0] - scores[:, 1:].max(1) if count > 1 else scores[:, 0]).argmax())
    scores[np.arange(count) != root, 0] = _NEVER
    scores[np.arange(count), np.arange(1, count + 1)] = 2 * _NEVER
    heads = scores.argmax(1) - 1
    heads[root] = -1
    for _ in range(count):
        circle = _circle(heads)
        if not circle:
            break
        _open(circle, heads, scores)
    return [int(head) for head in heads]


def _circle(heads: NDArray[Any]) -> list[int]:
    """Return the words of a circle, empty if there is none."""
    done = [0] * len(heads)
    for start in range(len(heads)):
        at, path = start, []
        while at >= 0 and not done[at]:
            done[at] = start + 1
            path.append(at)
            at = int(heads[at])
        if at >= 0 and done[at] == start + 1:
            return path[path.index(at) :]
    return []


def _open(circle: list[int], heads: NDArray[Any], scores: Floats) -> None:
    """Give the word of a circle that loses least by it a head from which the root is reached."""
    inside = set(circle)
    grew = True
    while grew:
        below = {word for word, head in enumerate(heads) if int(head) in inside} - inside
        inside |= below
        grew = bool(below)
    outside = [0, *(word + 1 for word in range(len(heads)) if word not in inside)]
    costs = []
    for word in circle:
        options = scores[word, outside]
        best = int(options.argmax())
        costs.append((float(scores[word, heads[word] + 1] - options[best]), word, outside[best] - 1))
    _, word, head = min(costs)
    heads[word] = head
