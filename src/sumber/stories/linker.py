"""Articles -> stories, one by one: each joins the likeliest story of its days, or opens one."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from math import log

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from .pool import Bucket, Item, Member, Numbers, Story, Table, Vector
from .regroup import heirs, regroup
from .terms import STEPS

__all__ = ["Item", "Linker", "Moved", "Placed", "Rules"]

_PARTS = 1000  # of rareness
_HOPELESS = 5  # times that the likeliest story has more of the rare terms


class Rules(Struct, frozen=True, gc=False):
    """What the linker goes by: days, counts, and likenesses (cosines, terms weighed by their rareness in the pool)."""

    window_days: int = 3
    same_language: float = 0.21
    across: float = 0.21
    shared: float = 0.4  # part of names, numbers and concepts in the likeness within one language
    newest: int = 12  # members that a story is seen by
    common: int = 48  # stories that a term may lead to
    leads: int = 300  # leads that are followed, those of rare terms first
    candidates: int = 8
    hopeful: float = 0.7  # how like a story must be to the article, that it is told apart anew
    least: int = 60  # stories that rareness is measured against at least
    most: int = 2000
    rareness: float = 0.3  # power of rareness in the pool; how rare terms are in general is in their weights
    floor: float = 0.1


class Moved(Struct, frozen=True, gc=False):
    """An earlier article that went from one story to another."""

    article: int
    old: int
    new: int


class Placed(Struct, frozen=True, gc=False):
    """Where an article went: its story, and how like the likeliest one was (1.0 at the threshold).

    ``opened`` are the stories that did not exist before; ``moved`` the earlier articles that went elsewhere because of
    this one; ``merged`` the stories that are gone, each with the one that has most of its articles: ``(old, new)``.
    """

    story: int
    score: float
    opened: tuple[int, ...] = ()
    moved: tuple[Moved, ...] = ()
    merged: tuple[tuple[int, int], ...] = ()


class Linker:
    """Places articles one by one. What it does depends on the order of articles only, not on batches.

    How it works: rare terms of the article lead to stories of its days. How like a story is, is the mean likeness of
    the article to its newest members: the cosine of words (of articles in one language) and of names, numbers and
    concepts, each term weighed by how few stories of these days have it. The stories that are like the article are told
    apart anew together with it, by average link: so what was put together or apart too early, when less was known, is
    set right, and the order in which articles come matters little.

    Args:
        rules: thresholds and bounds.
        load: gives the members of the stories that have articles on a day, when a day is first seen
            (as ``(story, item)``, in the order in which they were placed); None if nothing is stored.
        in_order: articles come in the order of their days, so what lies behind the window may be forgotten.
        next_story: the number of the next new story.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        *,
        load: Callable[[int], Iterable[tuple[int, Item]]] | None = None,
        in_order: bool = False,
        next_story: int = 1,
    ) -> None:
        self.rules = rules or Rules()
        self._load = load
        self._in_order = in_order
        self._next = next_story
        self._table = Table()
        self._stories: dict[int, Story] = {}
        self._days: dict[int, Bucket] = {}

    def place(self, item: Item, *, near: int | None = None) -> Placed:
        """Return the story of one more article; ``near`` is one that it surely belongs to if the days fit (a copy)."""
        buckets = self._window(item.day)
        member = Member(item, self._table)
        if near is not None and any(near in bucket.stories for bucket in buckets):
            self._join(self._stories[near], member)
            return Placed(near, 1.0)
        rare = _Rareness(self.rules, self._table, buckets, member.keys)
        try:
            return self._placed(member, rare)
        finally:
            rare.forget()

    def _placed(self, member: Member, rare: "_Rareness") -> Placed:
        """Let an article join the likeliest story, or open one; tell apart anew what lies close to it."""
        scored = self._scored(member, rare)
        best = scored[0][0] if scored else 0.0
        near_by = [self._stories[-number] for score, number in scored if score >= self.rules.hopeful]
        if sum(len(story.members) for story in near_by) < 2:  # nothing to tell apart
            story = near_by[0] if best >= 1.0 else self._open()
            self._join(story, member)
            return Placed(story.number, best, () if best >= 1.0 else (story.number,))
        return self._regrouped(member, near_by, best, rare)

    def _regrouped(self, member: Member, near_by: Sequence[Story], best: float, rare: "_Rareness") -> Placed:
        """Tell an article and the newest members of the stories that are like it apart anew."""
        count = self.rules.newest
        newest = [each for story in near_by for each in story.members[-count:]]
        newest = [*sorted(newest, key=lambda each: each.number), member]
        home = {each.number: story.number for story in near_by for each in story.members}
        parts = [[newest[at] for at in part] for part in regroup(self._likenesses(newest, rare))]
        known, into = heirs(parts, home)
        opened = [self._open().number for number in known if number is None]
        fresh = iter(opened)
        numbers = [next(fresh) if number is None else number for number in known]
        now = {each.number: number for part, number in zip(parts, numbers, strict=True) for each in part}
        moved = tuple(
            Moved(each.number, story.number, new)
            for story in near_by
            for each in story.members
            if (new := now.get(each.number, into[story.number])) != story.number
        )
        self._move(moved)
        self._join(self._stories[now[member.number]], member)
        merged = tuple(sorted(pair for pair in into.items() if pair[0] != pair[1]))
        return Placed(now[member.number], best, tuple(opened), moved, merged)

    def forget(self, number: int, story: int | None) -> None:
        """Take an article out of its story (a newer version of it has come)."""
        found = self._stories.get(story or 0)
        if found is None:
            return
        self._withdraw(found)
        found.settle(member for member in found.members if member.number != number)
        self._post(found, found.members)
        if not found.members:
            del self._stories[found.number]

    def _window(self, day: int) -> list[Bucket]:
        """Return the days around that have articles, loaded if there is a store; let go of those far away."""
        window = self.rules.window_days
        days = range(day - window, day + window + 1)
        if self._load is not None:
            if len(self._days) > 8 * window:
                self._let_go(day - 2 * window, day + 2 * window)
            for each in days:
                if each not in self._days:
                    self._read(each, self._load(each))
        elif day not in self._days:
            if self._in_order:
                self._let_go(day - window, day + window)
            self._days[day] = Bucket(self._table)
        return [bucket for each in days if (bucket := self._days.get(each)) is not None and bucket.stories]

    def _read(self, day: int, found: Iterable[tuple[int, Item]]) -> None:
        """Make the bucket of a day from the stories that have articles on it."""
        bucket = self._days[day] = Bucket(self._table)
        fresh: dict[int, list[Member]] = {}
        for number, item in found:
            if number not in self._stories:
                fresh.setdefault(number, []).append(Member(item, self._table))
            elif item.day == day:
                bucket.put(number, self._stories[number].member(item.number))
        for number, members in fresh.items():
            self._stories[number] = Story(number, members)
            for member in members:
                if member.day == day:
                    bucket.put(number, member)

    def _let_go(self, first: int, last: int) -> None:
        """Forget days before the first and after the last, and stories that have no article between."""
        for day in [day for day in self._days if not first <= day <= last]:
            self._table.clear(self._days.pop(day).slot)
        kept = {number for bucket in self._days.values() for number in bucket.stories}
        self._stories = {number: story for number, story in self._stories.items() if number in kept}
        if self._table.is_sparse():
            self._table.renumber(self._stories.values(), self._days.values())

    def _scored(self, member: Member, rare: "_Rareness") -> list[tuple[float, int]]:
        """Return how like stories are to an article, the likest first; numbers of stories are negative, to sort so."""
        laid = ((self._table.words, member.words), (self._table.shared, member.shared))
        for array, vector in laid:
            array[vector.columns] = vector.weights * rare.of(vector.columns)
        scored = [
            (self._likeness_to(self._stories[number], member), -number)
            for number in self._candidates(member, rare)
        ]
        for array, vector in laid:
            array[vector.columns] = 0
        return sorted(scored, reverse=True)

    def _candidates(self, member: Member, rare: "_Rareness") -> list[int]:
        """Return the stories that the rarest terms of an article lead to, the likeliest first."""
        rules, table, counts = self.rules, self._table, rare.counts
        some = np.flatnonzero((counts > 0) & (counts <= rules.common))
        if not len(some):
            return []
        terms = table.terms[member.keys[some]]  # 32 bits; they break ties, the same on every machine
        some = some[np.argsort((counts[some] << 32) + terms)]
        some = some[: int(np.searchsorted(np.cumsum(counts[some]), rules.leads)) + 1]
        rows, days = np.nonzero(rare.by_day[some])
        columns = member.keys[some]
        stories = table.leads(columns[rows], rare.slots[days])
        weights = np.repeat(np.maximum(table.words[columns], table.shared[columns]), counts[some])
        numbers, places = np.unique(stories, return_inverse=True)
        votes = np.bincount(places, weights)  # whole numbers, so that sums are exact
        likely = np.flatnonzero(_HOPELESS * votes >= votes.max())
        likeliest = likely[np.lexsort((numbers[likely], -votes[likely]))][: rules.candidates]
        return [int(number) for number in numbers[likeliest]]

    def _likeness_to(self, story: Story, member: Member) -> float:
        """Return how like a story is to the article that is laid out in the table, 1.0 at the threshold."""
        within, across, words, pairs = 0, 0, 0, 0
        for code, group in story.groups(self.rules.newest).items():
            shared = _sum(self._table.shared, group.shared)
            if code == member.language:
                within += shared
                words += _sum(self._table.words, group.words)
            else:
                across += shared
            pairs += group.articles
        return self._mean(within, across, words, pairs)

    def _mean(self, within: int, across: int, words: int, pairs: int) -> float:
        """Return the mean likeness of pairs of articles from the sums of products of their vectors."""
        rules = self.rules
        same = (rules.shared * within + (1 - rules.shared) * words) / rules.same_language
        return (same + across / rules.across) / (pairs * STEPS * STEPS * _PARTS)

    def _likenesses(self, members: Sequence[Member], rare: "_Rareness") -> NDArray[np.float64]:
        """Return how like articles are to each other, (articles, articles), 1.0 at the threshold."""
        rules = self.rules
        words = _products([each.words for each in members], rare)
        shared = _products([each.shared for each in members], rare)
        codes = {code: at for at, code in enumerate(sorted({each.language for each in members}))}
        language = np.array([codes[each.language] for each in members])
        same = (rules.shared * shared + (1 - rules.shared) * words) / rules.same_language
        found = np.where(language[:, None] == language, same, shared / rules.across)
        return np.asarray(found / (STEPS * STEPS * _PARTS))

    def _open(self) -> Story:
        """Return a new story."""
        story = self._stories[self._next] = Story(self._next)
        self._next += 1
        return story

    def _move(self, moved: Iterable[Moved]) -> None:
        """Let articles change their stories; those that have none left are gone."""
        goes = {each.article: each.new for each in moved}
        stories = [
            self._stories[number] for number in sorted({n for each in moved for n in (each.old, each.new)})
        ]
        members: dict[int, list[Member]] = {story.number: [] for story in stories}
        for story in stories:
            self._withdraw(story)
            for member in story.members:
                members[goes.get(member.number, story.number)].append(member)
        for story in stories:
            story.settle(members[story.number])
            self._post(story, story.members)
            if not story.members:
                del self._stories[story.number]

    def _join(self, story: Story, member: Member) -> None:
        story.take(member)
        self._days[member.day].put(story.number, member)

    def _post(self, story: Story, members: Iterable[Member]) -> None:
        for member in members:
            if member.day in self._days:
                self._days[member.day].put(story.number, member)

    def _withdraw(self, story: Story) -> None:
        for day in {member.day for member in story.members}:
            if day in self._days:
                self._days[day].drop(story.number)


class _Rareness:
    """How rare terms are among the stories of some days, in whole parts, so that sums are exact in any order.

    That of the given terms is worked out at once, of others when it is first asked for; it then holds until forgotten.
    """

    def __init__(self, rules: Rules, table: Table, buckets: Sequence[Bucket], keys: Numbers) -> None:
        self.slots = np.array([bucket.slot for bucket in buckets], dtype=np.int64)
        self._parts = _rareness(rules, sum([len(bucket.stories) for bucket in buckets]))
        self._table, self._known = table, [keys]
        self.by_day = self._by_day(keys)  # (terms, days): stories that terms lead to
        self.counts = self.by_day.sum(axis=1, dtype=np.int64)  # (terms,): those of each day counted
        table.rare[keys] = self._parts.take(self.counts, mode="clip")

    def of(self, columns: Numbers) -> Numbers:
        """Return how rare the terms of some columns are."""
        found = self._table.rare[columns]
        if not found.all():
            new = columns[found == 0]
            self._table.rare[new] = self._parts.take(self._by_day(new).sum(axis=1), mode="clip")
            self._known.append(new)
            found = self._table.rare[columns]
        return found

    def forget(self) -> None:
        """Leave the table as it was."""
        for columns in self._known:
            self._table.rare[columns] = 0

    def _by_day(self, columns: Numbers) -> NDArray[np.int32]:
        return self._table.counts.take(columns, axis=0).take(self.slots, axis=1)


def _rareness(rules: Rules, stories: int) -> Numbers:
    """Return the parts of terms that lead to no, one, two ... stories of some days, of so many in all."""
    size = min(max(rules.least, stories), rules.most)
    grain = 1 << max(0, size.bit_length() - 4)
    return _parts_of(rules, size - size % grain)


@cache
def _parts_of(rules: Rules, size: int) -> Numbers:
    top = log(1 + size)
    counted = (max(rules.floor, log((1 + size) / (0.5 + count)) / top) for count in range(1, size + 1))
    parts = [_PARTS, *(round(_PARTS * part**rules.rareness) for part in counted)]
    return np.array(parts, dtype=np.int64)


def _products(vectors: Sequence[Vector], rare: _Rareness) -> NDArray[np.float64]:
    """Return the product of each vector with each, (vectors, vectors), terms weighted by rareness: whole numbers."""
    columns, places = np.unique(np.concatenate([each.columns for each in vectors]), return_inverse=True)
    rows = np.repeat(np.arange(len(vectors)), [len(each.columns) for each in vectors])
    laid = np.zeros((len(vectors), len(columns)))
    laid[rows, places] = np.concatenate([each.weights for each in vectors])
    return np.asarray((laid * rare.of(columns)) @ laid.T)


def _sum(laid: Numbers, vector: Vector) -> int:
    """Return the sum of a vector's weights, each times what lies in its column."""
    return int(laid.take(vector.columns) @ vector.weights)
