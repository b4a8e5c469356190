"""The stories of some days as arrays, and an index from terms to them, a bucket a day.

A term has a column, a number that stays the same while the pool holds it; what is asked of many terms at once (how many
stories have them, how two texts multiply) is then one look into an array.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from .terms import STEPS, Terms

__all__ = ["Bucket", "Group", "Item", "Member", "Story", "Table", "Vector"]

Numbers = NDArray[np.int64]  # exact sums, and what NumPy takes places by
_ROWS = 1 << 14  # columns that a table begins with
_DAYS = 8  # days that it begins with


class Item(Struct, frozen=True, gc=False):
    """An article as the linker sees it; ``day`` counts from any fixed day."""

    number: int
    day: int
    terms: Terms


class Vector(NamedTuple):
    """Terms by column with their weights, whole numbers, so that sums of them are exact in any order.

    The vector of several articles is theirs, one behind the other: a column may stand in it several times.
    """

    columns: Numbers  # (terms,)
    weights: Numbers  # (terms,)


class Table:
    """The columns of terms, and the stories that each leads to on each day."""

    def __init__(self, rows: int = _ROWS) -> None:
        self.terms = np.zeros(rows, dtype=np.int64)  # (columns,): the term of each
        self.counts = np.zeros((rows, _DAYS), dtype=np.int32)  # (columns, slots): stories, a slot a day
        self.words, self.shared, self.rare = (np.zeros(rows, dtype=np.int64) for _ in range(3))
        """By column, and zero but while an article is placed: its two vectors, weighted, and how rare terms are."""
        self._index = _Index()
        self._named = 0  # columns whose term is written down
        self._least = self._settled = rows
        self._free = list(range(_DAYS))
        self._starts = np.zeros((rows, _DAYS), dtype=np.int64)  # (columns, slots): where its stories begin
        self._stories = np.zeros(rows, dtype=np.int64)  # of a column and day one behind the other
        self._end = 0

    def columns(self, keys: Collection[int]) -> Numbers:
        """Return the columns of terms."""
        index = self._index
        found = np.fromiter(map(index.__getitem__, keys), dtype=np.int64, count=len(keys))
        if len(index.terms) > self._named:
            if len(index) > len(self.counts):
                self._widen(2 * len(index))
            self.terms[self._named : len(index)] = index.terms[self._named :]
            self._named = len(index)
        return found

    def vector(self, terms: Mapping[int, float]) -> Vector:
        """Return terms with their weights in whole steps."""
        weights = np.fromiter(terms.values(), dtype=np.float64, count=len(terms))
        return Vector(self.columns(terms), np.rint(weights * STEPS).astype(np.int64))

    def without(self, columns: Numbers, known: Numbers) -> Numbers:
        """Return the columns that are not among those known."""
        seen = self.rare  # any array that has no negative number
        kept = seen[known]
        seen[known] = -1
        found: Numbers = columns[seen[columns] != -1]
        seen[known] = kept
        return found

    def slot(self) -> int:
        """Return an empty slot for one more day."""
        if not self._free:
            days = self.counts.shape[1]
            self.counts = np.concatenate((self.counts, np.zeros_like(self.counts)), axis=1)
            self._starts = np.concatenate((self._starts, np.zeros_like(self._starts)), axis=1)
            self._free = list(range(days, 2 * days))
        return self._free.pop()

    def clear(self, slot: int) -> None:
        """Give the slot of a day back."""
        self.counts[:, slot] = 0
        self._free.append(slot)

    def lead(self, columns: Numbers, slot: int, story: int) -> None:
        """Let terms that do not lead to a story on a day do so.

        The stories of a term lie in a stretch whose length is a power of two; from a full one they move to a longer.
        """
        counts = self.counts[columns, slot]
        full = np.flatnonzero((counts & (counts - 1)) == 0)
        moving, many = columns[full], counts[full]
        sizes = np.maximum(1, 2 * many)
        starts = self._room(sizes)
        self._stories[_stretches(starts, many)] = self._stories[_stretches(self._starts[moving, slot], many)]
        self._starts[moving, slot] = starts
        self._stories[self._starts[columns, slot] + counts] = story
        self.counts[columns, slot] = counts + 1

    def mislead(self, columns: Numbers, slot: int, story: int) -> None:
        """Let terms that lead to a story on a day no longer do so."""
        starts, counts = self._starts[columns, slot], self.counts[columns, slot]
        places = _stretches(starts, counts)
        self._stories[places[self._stories[places] == story]] = self._stories[starts + counts - 1]
        self.counts[columns, slot] = counts - 1

    def leads(self, columns: Numbers, slots: Numbers) -> Numbers:
        """Return the stories that each of some terms leads to on its day, those of one behind those of the other."""
        return self._stories[_stretches(self._starts[columns, slots], self.counts[columns, slots])]

    def _room(self, sizes: Numbers) -> Numbers:
        """Return where new stretches of these sizes begin."""
        ends = self._end + np.cumsum(sizes)
        if len(ends):
            self._end = int(ends[-1])
        if self._end > len(self._stories):
            more = np.zeros(2 * self._end - len(self._stories), dtype=np.int64)
            self._stories = np.concatenate((self._stories, more))
        return ends - sizes

    def is_sparse(self) -> bool:
        """Return whether there are so many columns that most may be of terms which the pool no longer holds."""
        return len(self._index) > 2 * self._settled

    def renumber(self, stories: Collection["Story"], buckets: Iterable["Bucket"]) -> None:
        """Let only the terms of some stories have columns; the buckets are all there are."""
        held = np.zeros(len(self._index), dtype=bool)
        for story in stories:
            for member in story.members:
                held[member.keys] = True
        new = np.cumsum(held) - 1
        for story in stories:
            story.renumber(new)
        for bucket in buckets:
            bucket.renumber(new)
        self.terms, self.counts = self.terms[: len(held)][held], self.counts[: len(held)][held]
        self._starts = self._starts[: len(held)][held]
        self._pack()
        self._index = _Index(self.terms.tolist())
        self._named = len(self.terms)
        self._settled = max(self._least, self._named)
        self._widen(2 * self._settled)

    def _pack(self) -> None:
        """Let the stretches lie close together again, each as long as its stories need."""
        counts = self.counts.ravel()
        sizes = np.where(counts > 0, 1 << np.ceil(np.log2(np.maximum(counts, 1))).astype(np.int64), 0)
        old, self._end = self._stories[_stretches(self._starts.ravel(), counts)], 0
        starts = self._room(sizes)
        self._stories = np.zeros(max(1, 2 * self._end), dtype=np.int64)
        self._stories[_stretches(starts, counts)] = old
        self._starts = starts.reshape(self.counts.shape)

    def _widen(self, rows: int) -> None:
        """Have room for so many columns."""
        self.terms, self.counts, self._starts, self.words, self.shared, self.rare = (
            _widened(array, rows)
            for array in (self.terms, self.counts, self._starts, self.words, self.shared, self.rare)
        )


def _widened(array: NDArray[Any], rows: int) -> NDArray[Any]:
    found = np.zeros((rows, *array.shape[1:]), dtype=array.dtype)
    found[: min(rows, len(array))] = array[:rows]
    return found


def _stretches(starts: NDArray[Any], sizes: NDArray[Any]) -> Numbers:
    """Return the places of stretches, one behind the other.

    >>> _stretches(np.array([7, 2]), np.array([2, 3])).tolist()
    [7, 8, 2, 3, 4]
    """
    ends = np.cumsum(sizes)
    count = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - (ends - sizes), sizes) + np.arange(count)


class _Index(dict[int, int]):
    """The column of each term, given when it is first asked for; ``terms`` leads back."""

    def __init__(self, terms: Iterable[int] = ()) -> None:
        self.terms = list(terms)
        super().__init__(zip(self.terms, range(len(self.terms)), strict=True))

    def __missing__(self, key: int) -> int:
        found = self[key] = len(self.terms)
        self.terms.append(key)
        return found


class Member:
    """An article in the pool."""

    __slots__ = ("day", "keys", "language", "number", "shared", "words")

    def __init__(self, item: Item, table: Table) -> None:
        self.number, self.day, self.language = item.number, item.day, item.terms.language
        self.words, self.shared = table.vector(item.terms.words), table.vector(item.terms.shared)
        more = table.without(self.shared.columns, self.words.columns)
        self.keys: Numbers = np.concatenate((self.words.columns, more))  # each once

    def renumber(self, new: Numbers) -> None:
        """Take new columns for the old ones."""
        self.words, self.shared = (Vector(new[old.columns], old.weights) for old in (self.words, self.shared))
        self.keys = new[self.keys]


class Group(NamedTuple):
    """Articles of a story in one language: how many, and their terms."""

    articles: int
    words: Vector
    shared: Vector


class Story:
    """A story in the pool: its members in the order of their numbers; the newest are what it is seen by."""

    __slots__ = ("_groups", "members", "number")

    def __init__(self, number: int, members: Iterable[Member] = ()) -> None:
        self.number = number
        self._groups: dict[str, Group] | None = None
        self.settle(members)

    def take(self, member: Member) -> None:
        """Add a member."""
        self.members.append(member)
        self._groups = None

    def settle(self, members: Iterable[Member]) -> None:
        """Let the story have just these members."""
        self.members = sorted(members, key=lambda member: member.number)
        self._groups = None

    def member(self, number: int) -> Member:
        """Return the member of a number."""
        return next(member for member in reversed(self.members) if member.number == number)

    def groups(self, newest: int) -> dict[str, Group]:
        """Return the terms of its newest members by their language."""
        found = self._groups
        if found is None:
            by_language: dict[str, list[Member]] = {}
            for member in self.members[-newest:]:
                by_language.setdefault(member.language, []).append(member)
            found = self._groups = {code: _group(members) for code, members in by_language.items()}
        return found

    def renumber(self, new: Numbers) -> None:
        """Take new columns for the old ones."""
        for member in self.members:
            member.renumber(new)
        self._groups = None


def _group(members: list[Member]) -> Group:
    return Group(
        len(members), _joined([each.words for each in members]), _joined([each.shared for each in members])
    )


def _joined(vectors: list[Vector]) -> Vector:
    if len(vectors) == 1:
        return vectors[0]
    return Vector(
        np.concatenate([each.columns for each in vectors]), np.concatenate([each.weights for each in vectors])
    )


class Bucket:
    """One day: which stories have articles on it, with the columns of their terms on this day, each once."""

    __slots__ = ("_table", "slot", "stories")

    def __init__(self, table: Table) -> None:
        self.slot = table.slot()
        self.stories: dict[int, Numbers] = {}
        self._table = table

    def put(self, story: int, member: Member) -> None:
        """Let the terms of an article lead to its story."""
        known, fresh = self.stories.get(story), member.keys
        if known is not None:
            fresh = self._table.without(fresh, known)
        self.stories[story] = fresh if known is None else np.concatenate((known, fresh))
        self._table.lead(fresh, self.slot, story)

    def drop(self, story: int) -> None:
        """Let no term lead to a story."""
        columns = self.stories.pop(story, None)
        if columns is not None:
            self._table.mislead(columns, self.slot, story)

    def renumber(self, new: Numbers) -> None:
        """Take new columns for the old ones."""
        self.stories = {story: new[columns] for story, columns in self.stories.items()}
