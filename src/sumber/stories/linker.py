"""Articles -> stories, one by one: each joins the likeliest story of its days, or opens one."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

from msgspec import Struct

from .pool import Bucket, Group, Item, Member, Story
from .terms import STEPS

__all__ = ["Item", "Linker", "Placed", "Rules"]


class Rules(Struct, frozen=True, gc=False):
    """What the linker goes by: days, counts, and likenesses (cosines, terms weighed by how rare they are in the pool)."""

    window_days: int = 3
    same_language: float = 0.23
    across: float = 0.23
    shared: float = 0.4  # part of names, numbers and concepts in the likeness within one language
    newest: int = 12  # members that a story is seen by
    common: int = 48  # stories that a term may lead to
    leads: int = 400  # leads that are followed, those of rare terms first
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
        rare = _Rareness(self.rules, buckets)
        scored = sorted(
            (
                (self._likeness(member.groups, self._stories[number].groups, rare), -number)
                for number in self._candidates(member, buckets, rare)
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

    def _candidates(self, member: Member, buckets: Sequence[Bucket], rare: "_Rareness") -> list[int]:
        """Return the stories that the rarest terms of an article lead to, the likeliest first."""
        counted = sorted((rare.counted(key), key) for key in member.keys)
        votes: dict[int, float] = {}
        left = self.rules.leads
        for count, key in counted:
            if not count:
                continue
            if count > self.rules.common or left <= 0:
                break
            left -= count
            weight = rare[key] * max(member.words.get(key, 0), member.shared.get(key, 0))
            for bucket in buckets:
                for story in bucket.led(key):
                    votes[story] = votes.get(story, 0.0) + weight
        likeliest = sorted((-weight, story) for story, weight in votes.items())
        return [story for _, story in likeliest[: self.rules.candidates]]

    def _likeness(
        self, one: Mapping[str, Group], other: Mapping[str, Group], rare: Mapping[int, float]
    ) -> float:
        """Return the mean likeness of the articles of one side to those of the other, 1.0 at the threshold."""
        rules, total, pairs = self.rules, 0.0, 0
        for code, left in one.items():
            for its_code, right in other.items():
                shared = _product(left.shared, right.shared, rare)
                if code == its_code:
                    words = _product(left.words, right.words, rare)
                    total += (rules.shared * shared + (1 - rules.shared) * words) / rules.same_language
                else:
                    total += shared / rules.across
                pairs += left.count * right.count
        return total / (pairs * STEPS * STEPS)

    def _merge(
        self, story: Story, others: Sequence[Story], rare: Mapping[int, float]
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


class _Rareness(dict[int, float]):
    """How rare terms are among the stories of some days, each worked out when it is first asked for."""

    def __init__(self, rules: Rules, buckets: Sequence[Bucket]) -> None:
        super().__init__()
        self._rules, self._leads = rules, [bucket.leads for bucket in buckets]
        self._size = min(max(rules.least, sum(len(bucket.stories) for bucket in buckets)), rules.most)
        self._top = log(1 + self._size)

    def counted(self, key: int) -> int:
        """Return to how many stories a term leads, those of each day counted; note how rare that makes it."""
        count = 0
        for leads in self._leads:
            known = leads.get(key)
            if known is not None:
                count += 1 if isinstance(known, int) else len(known)
        self[key] = self._rare(count) if count else 1.0
        return count

    def _rare(self, count: int) -> float:
        part = log((1 + self._size) / (0.5 + count)) / self._top
        return float(max(self._rules.floor, part) ** self._rules.rareness)

    def __missing__(self, key: int) -> float:
        self.counted(key)
        return self[key]


def _product(one: Mapping[int, int], other: Mapping[int, int], rare: Mapping[int, float]) -> float:
    """Return the product of two vectors, each term weighted by its rareness."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] * rare[key] for key, weight in one.items() if key in other)
