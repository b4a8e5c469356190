"""A few stories that lie close together, told apart anew: average link, from single articles up."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from .pool import Member

__all__ = ["heirs", "regroup"]


def regroup(likeness: NDArray[np.float64]) -> list[list[int]]:
    """Return articles in groups: again and again the two groups that are likest on the mean become one.

    It ends when no two groups have a mean likeness of 1.0. Of equals the first are joined first.

    Args:
        likeness: of each article to each, (articles, articles), the same both ways.

    Returns:
        The places of the articles of each group, in their order, and groups in the order of their first ones.

    >>> regroup(np.array([[0, 1.2, 0.4], [1.2, 0, 1.1], [0.4, 1.1, 0]]))
    [[0, 1], [2]]
    """
    count = len(likeness)
    sums, sizes = likeness.copy(), np.ones(count)
    sums[np.diag_indices(count)] = -np.inf
    groups = {at: [at] for at in range(count)}
    means = sums.copy()
    while len(groups) > 1:
        kept, part = divmod(
            int(means.argmax()), count
        )  # kept < part, since equals of the first row come first
        if means[kept, part] < 1.0:
            break
        groups[kept] += groups.pop(part)
        sizes[kept] += sizes[part]
        sums[kept] += sums[part]
        sums[:, kept] = sums[kept]
        sums[part] = sums[:, part] = -np.inf
        means[part] = means[:, part] = -np.inf
        means[kept] = means[:, kept] = sums[kept] / (sizes[kept] * sizes)
    return [sorted(group) for group in groups.values()]


def heirs(
    parts: Sequence[Sequence[Member]], home: Mapping[int, int]
) -> tuple[list[int | None], dict[int, int]]:
    """Return which story each part is from now on (None: a new one), and which one each story is now part of.

    A story lives on in the part that has the most of its members, the first if several do; of stories that live on in
    one part the oldest gives its number.

    Args:
        parts: what the stories were told apart into, with new members.
        home: the story of each member so far, by the member's number; more of them than are in the parts.
    """
    counts = [Counter(home[each.number] for each in part if each.number in home) for part in parts]
    numbers: list[int | None] = [None] * len(parts)
    into: dict[int, int] = {}
    for story in sorted(set(home.values())):
        at = max(range(len(parts)), key=lambda at: (counts[at][story], -at))
        number = numbers[at]
        into[story] = numbers[at] = story if number is None else number
    return numbers, into
