"""Articles -> stories, one by one: each joins the likeliest story of its days, or opens one."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from functools import cache
from math import log

from msgspec import Struct

from .pool import Bucket, Group, Item, Member, Story
from .terms import STEPS

__all__ = ["Item", "Linker", "Placed", "Rules"]

_PARTS = 1000  # of rareness
_HOPELESS = 5  # times that the likeliest story has more of the rare terms


class Rules(Struct, frozen=True, gc=False):
    """What the linker goes by: days, counts, and likenesses (cosines, terms weighed by their rareness in the pool)."""

    window_days: int = 3
    same_language: float = 0.23
    across: float = 0.23
    shared: float = 0.4  # part of names, numbers and concepts in the likeness within one language
    newest: int = 12  # members that a story is seen by
    common: int = 48  # stories that a term may lead to
    leads: int = 300  # leads that are followed, those of rare terms first
    candidates: int = 8
    hopeful: float = 0.7  # how like another story must be to the article, that the two are compared as wholes
    least: int = 60  # stories that rareness is measured against at least
    most: int = 2000
    rareness: float = 0.3  # power of rareness in the pool; how rare terms are in general is in their weights
    floor: float = 0.1


class Placed(Struct, frozen=True, gc=False):
    """Where an article went: its story, how like it was (1.0 at the threshold), and whether the story is new.

    ``merged`` are stories that became part of another by this article: ``(old, new)``.
    """

    story: int
    score: float
    is_new: bool
    merged: tuple[tuple[int, int], ...] = ()


class Linker:
    """Places articles one by one. What it does depends on the order of articles only, not on batches.

    How it works: rare terms of the article lead to stories of its days; the likeliest is the one with the highest mean
    likeness to its newest members: the cosine of words (of articles in one language) and of names, numbers and
    concepts, each term weighed by how few stories of these days have it. Other stories that are like the article are
    merged with its story if they are alike as wholes.

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
        self._stories: dict[int, Story] = {}
        self._days: dict[int, Bucket] = {}

    def place(self, item: Item, *, near: int | None = None) -> Placed:
        """Return the story of one more article; ``near`` is one that it surely belongs to if the days fit (a copy)."""
        buckets = self._window(item.day)
        member = Member(item)
        if near is not None and any(near in bucket.stories for bucket in buckets):
            self._join(self._stories[near], member)
            return Placed(near, 1.0, False)
        rare = _Rareness(self.rules, buckets, member.keys)
        scored = sorted(
            (
                (self._likeness(member.groups, self._stories[number].groups, rare), -number)
                for number in self._candidates(member, rare)
            ),
            reverse=True,
        )
        if not scored or scored[0][0] < 1.0:
            story = Story(self._next)
            self._next += 1
            self._stories[story.number] = story
            self._join(story, member)
            return Placed(story.number, scored[0][0] if scored else 0.0, True)
        story = self._stories[-scored[0][1]]
        self._join(story, member)
        others = [self._stories[-number] for score, number in scored[1:] if score >= self.rules.hopeful]
        merged = tuple(self._merge(story, others, rare))
        return Placed(merged[-1][1] if merged else story.number, scored[0][0], False, merged)

    def forget(self, number: int, story: int | None) -> None:
        """Take an article out of its story (a newer version of it has come)."""
        found = self._stories.get(story or 0)
        if found is None:
            return
        self._withdraw(found)
        found.settle((member for member in found.members if member.number != number), self.rules.newest)
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
            self._days[day] = Bucket()
        return [bucket for each in days if (bucket := self._days.get(each)) is not None and bucket.stories]

    def _read(self, day: int, found: Iterable[tuple[int, Item]]) -> None:
        """Make the bucket of a day from the stories that have articles on it."""
        bucket = self._days[day] = Bucket()
        fresh: dict[int, list[Member]] = {}
        for number, item in found:
            if number not in self._stories:
                fresh.setdefault(number, []).append(Member(item))
            elif item.day == day:
                bucket.put(number, self._stories[number].member(item.number))
        for number, members in fresh.items():
            story = self._stories[number] = Story(number)
            story.settle(members, self.rules.newest)
            for member in members:
                if member.day == day:
                    bucket.put(number, member)

    def _let_go(self, first: int, last: int) -> None:
        """Forget days before the first and after the last, and stories that have no article between."""
        for day in [day for day in self._days if not first <= day <= last]:
            del self._days[day]
        kept = {number for bucket in self._days.values() for number in bucket.stories}
        self._stories = {number: story for number, story in self._stories.items() if number in kept}

    def _candidates(self, member: Member, rare: "_Rareness") -> list[int]:
        """Return the stories that the rarest terms of an article lead to, the likeliest first."""
        most = self.rules.common
        counted = sorted((count, key) for key, count in rare.counts.items() if 0 < count <= most)
        votes: dict[int, int] = {}
        left = self.rules.leads
        for count, key in counted:
            weight = rare[key] * max(member.words.get(key, 0), member.shared.get(key, 0))
            for leads in rare.leads:
                known = leads.get(key)
                if isinstance(known, set):
                    for story in known:
                        votes[story] = votes.get(story, 0) + weight
                elif known is not None:
                    votes[known] = votes.get(known, 0) + weight
            left -= count
            if left <= 0:
                break
        likeliest = sorted((-weight, story) for story, weight in votes.items())[: self.rules.candidates]
        return [story for weight, story in likeliest if _HOPELESS * weight <= likeliest[0][0]]

    def _likeness(
        self, one: Mapping[str, Group], other: Mapping[str, Group], rare: Mapping[int, int]
    ) -> float:
        """Return the mean likeness of the articles of one side to those of the other, 1.0 at the threshold."""
        within, across, words, pairs = 0, 0, 0, 0
        for code, left in one.items():
            for its_code, right in other.items():
                shared = _product(left.shared, right.shared, rare)
                if code == its_code:
                    within += shared
                    words += _product(left.words, right.words, rare)
                else:
                    across += shared
                pairs += left.count * right.count
        rules = self.rules
        same = (rules.shared * within + (1 - rules.shared) * words) / rules.same_language
        return (same + across / rules.across) / (pairs * STEPS * STEPS * _PARTS)

    def _merge(
        self, story: Story, others: Sequence[Story], rare: Mapping[int, int]
    ) -> Iterable[tuple[int, int]]:
        """Make stories one that are alike as wholes; yield the number of each that is gone, and of the one it is in."""
        for other in others:
            if self._likeness(story.groups, other.groups, rare) < 1.0:
                continue
            kept, part = sorted((story, other), key=lambda each: each.number)
            self._withdraw(part)
            moved = part.members
            kept.settle((*kept.members, *moved), self.rules.newest)
            self._post(kept, moved)
            del self._stories[part.number]
            yield part.number, kept.number
            story = kept

    def _join(self, story: Story, member: Member) -> None:
        story.take(member, self.rules.newest)
        self._days[member.day].put(story.number, member)

    def _post(self, story: Story, members: Iterable[Member]) -> None:
        for member in members:
            if member.day in self._days:
                self._days[member.day].put(story.number, member)

    def _withdraw(self, story: Story) -> None:
        for member in story.members:
            if member.day in self._days:
                self._days[member.day].drop(story.number, member.keys)


class _Rareness(dict[int, int]):
    """How rare terms are among the stories of some days, in whole parts, so that sums are exact in any order.

    Those of the given terms are worked out at once, others when they are asked for.
    """

    def __init__(self, rules: Rules, buckets: Sequence[Bucket], keys: Set[int]) -> None:
        super().__init__()
        self.leads = [bucket.leads for bucket in buckets]
        self._parts = _rareness(rules, sum(len(bucket.stories) for bucket in buckets))
        self.counts = self._count(keys)
        last, parts = len(self._parts) - 1, self._parts
        self.update({key: parts[min(count, last)] for key, count in self.counts.items()})

    def _count(self, keys: Set[int]) -> dict[int, int]:
        """Return to how many stories terms lead, those of each day counted."""
        found = dict.fromkeys(keys, 0)
        for leads in self.leads:
            for key in leads.keys() & keys:
                known = leads[key]
                found[key] += len(known) if isinstance(known, set) else 1
        return found

    def __missing__(self, key: int) -> int:
        part = self[key] = self._parts[min(self._count({key})[key], len(self._parts) - 1)]
        return part


def _rareness(rules: Rules, stories: int) -> list[int]:
    """Return the parts of terms that lead to no, one, two ... stories of some days, of so many in all."""
    size = min(max(rules.least, stories), rules.most)
    grain = 1 << max(0, size.bit_length() - 4)
    return _parts_of(rules, size - size % grain)


@cache
def _parts_of(rules: Rules, size: int) -> list[int]:
    top = log(1 + size)
    counted = (max(rules.floor, log((1 + size) / (0.5 + count)) / top) for count in range(1, size + 1))
    return [_PARTS, *(round(_PARTS * part**rules.rareness) for part in counted)]


def _product(one: Mapping[int, int], other: Mapping[int, int], rare: Mapping[int, int]) -> int:
    """Return the product of two vectors, each term weighted by its rareness."""
    return sum(one[key] * other[key] * rare[key] for key in one.keys() & other.keys())
