"""Articles -> stories, one by one: each joins the likeliest story of its days, or opens one."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from math import log

from msgspec import Struct

from .terms import Terms

__all__ = ["Item", "Linker", "Placed", "Rules"]


class Item(Struct, frozen=True, gc=False):
    """An article as the linker sees it; ``day`` counts from any fixed day."""

    number: int
    day: int
    terms: Terms


class Rules(Struct, frozen=True, gc=False):
    """What the linker goes by: days, counts, and cosines that are weighted by how rare terms are in the pool."""

    window_days: int = 3
    same_language: float = 0.18
    across: float = 0.16
    merge: float = 1.15  # how much likelier than a member another story must be to become one
    shared: float = 0.4  # part of names, numbers and concepts in the score within one language
    centroid: int = 128
    newest: int = 12  # members that a story is seen by
    common: int = 32  # stories that a term may lead to
    candidates: int = 8
    least: int = 60  # stories that rareness is measured against at least


class Placed(Struct, frozen=True, gc=False):
    """Where an article went: its story, how like it was (1.0 at the threshold), and whether the story is new.

    ``merged`` are stories that became part of another by this article: ``(old, new)``.
    """

    story: int
    score: float
    is_new: bool
    merged: tuple[tuple[int, int], ...] = ()


class _Story:
    """A story in the pool: its members and what the newest of them have in common."""

    __slots__ = ("first", "last", "members", "number", "shared", "words")

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: list[Item] = []
        self.first = self.last = 0
        self.words: dict[str, dict[int, float]] = {}
        self.shared: dict[int, float] = {}


class Linker:
    """Places articles one by one. What it does depends on the order of articles only, not on batches.

    How it works: rare terms of the article lead to stories of its days; the likeliest is scored by the cosine of
    words (if it has members in the article's language) and of names, numbers and concepts, each term weighted by
    how few stories of these days have it. If the article shows two stories to be one, they are merged.

    Args:
        rules: thresholds and bounds.
        load: gives the members of the stories that have articles on a day, when a day is first seen
            (as ``(story, item)``, in the order in which they were placed); None if nothing is stored.
        next_story: the number of the next new story.
    """

    def __init__(
        self,
        rules: Rules | None = None,
        *,
        load: Callable[[int], Iterable[tuple[int, Item]]] | None = None,
        next_story: int = 1,
    ) -> None:
        self.rules = rules or Rules()
        self._load = load
        self._next = next_story
        self._stories: dict[int, _Story] = {}
        self._leads: dict[int, dict[int, None]] = {}
        self._near_days: dict[int, set[int]] = {}
        self._loaded: set[int] = set()

    def place(self, item: Item, *, near: int | None = None) -> Placed:
        """Return the story of one more article; ``near`` is one that it surely belongs to if the days fit (a copy)."""
        self._need(item.day)
        if near in self._stories and self._is_near(self._stories[near], item.day):
            self._join(self._stories[near], item)
            return Placed(near, 1.0, False)
        rare, votes = self._look(item)
        scored = sorted(
            ((self._score(item, self._stories[number], rare), -number) for number in votes), reverse=True
        )[:2]
        if not scored or scored[0][0] < 1.0:
            story = _Story(self._next)
            self._next += 1
            self._stories[story.number] = story
            self._join(story, item)
            return Placed(story.number, scored[0][0] if scored else 0.0, True)
        story = self._stories[-scored[0][1]]
        self._join(story, item)
        merged: tuple[tuple[int, int], ...] = ()
        if len(scored) > 1 and scored[1][0] >= 1.0:
            merged = self._merge(story, self._stories[-scored[1][1]], rare)
        return Placed(merged[0][1] if merged else story.number, scored[0][0], False, merged)

    def forget(self, number: int, story: int | None) -> None:
        """Take an article out of its story (a newer version of it has come)."""
        found = self._stories.get(story or 0)
        if found is None:
            return
        found.members = [item for item in found.members if item.number != number]
        if found.members:
            self._settle(found)
        else:
            self._drop(found)

    def _need(self, day: int) -> None:
        """Load the stories of the days around, if there is a store; let go of those far away."""
        if self._load is None:
            return
        window = self.rules.window_days
        for each in range(day - window, day + window + 1):
            if each in self._loaded:
                continue
            if len(self._loaded) > 8 * window:
                self._let_go(day)
            self._loaded.add(each)
            fresh: dict[int, _Story] = {}
            for number, item in self._load(each):
                if number not in self._stories:
                    fresh.setdefault(number, _Story(number)).members.append(item)
            for number, story in fresh.items():
                self._stories[number] = story
                self._settle(story)

    def _let_go(self, day: int) -> None:
        """Forget the stories that have no article near a day; the store has them."""
        far = 2 * self.rules.window_days
        for story in [s for s in self._stories.values() if s.last < day - far or s.first > day + far]:
            self._drop(story)
        self._loaded = {each for each in self._loaded if abs(each - day) <= self.rules.window_days}

    def _drop(self, story: _Story) -> None:
        for key in self._keys(story):
            self._lead_off(key, story.number)
        del self._stories[story.number]
        for near in self._near_days.values():
            near.discard(story.number)

    def _lead_off(self, key: int, number: int) -> None:
        leads = self._leads[key]
        del leads[number]
        if not leads:
            del self._leads[key]

    def _is_near(self, story: _Story, day: int) -> bool:
        return story.first - self.rules.window_days <= day <= story.last + self.rules.window_days

    def _near(self, day: int) -> set[int]:
        """Return the stories near a day; worked out once, then kept true by ``_settle`` and ``_drop``."""
        found = self._near_days.get(day)
        if found is None:
            if len(self._near_days) > 2 * self.rules.window_days:
                self._near_days.clear()
            found = {number for number, story in self._stories.items() if self._is_near(story, day)}
            self._near_days[day] = found
        return found

    def _look(self, item: Item) -> tuple[dict[int, float], list[int]]:
        """Return how rare each term of an article is among the stories of its days, and the likeliest stories."""
        rules, day, terms = self.rules, item.day, item.terms
        near_day = self._near(day)
        counted: dict[int, list[int]] = {}
        for key in {**terms.words, **terms.shared}:
            leads = self._leads.get(key)
            if leads:
                first = leads if len(leads) <= 3 * rules.common else islice(leads, 3 * rules.common)
                counted[key] = [number for number in first if number in near_day]
        size = min(max(rules.least, len(near_day)), 4 * rules.least)
        top = log(1 + size)
        rare = {key: max(0.1, log((1 + size) / (0.5 + len(near))) / top) for key, near in counted.items()}
        votes: dict[int, float] = {}
        for key, near in counted.items():
            if len(near) <= rules.common:
                weight = rare[key] * max(terms.words.get(key, 0.0), terms.shared.get(key, 0.0))
                for number in near:
                    votes[number] = votes.get(number, 0.0) + weight
        likeliest = sorted(votes, key=lambda number: (-votes[number], number))
        return rare, likeliest[: rules.candidates]

    def _score(self, item: Item, story: _Story, rare: dict[int, float]) -> float:
        """Return how like they are, 1.0 at the threshold."""
        shared = _cosine(item.terms.shared, story.shared, rare)
        words = story.words.get(item.terms.language)
        if words is None:
            return shared / self.rules.across
        part = self.rules.shared
        both = part * shared + (1 - part) * _cosine(item.terms.words, words, rare)
        return both / self.rules.same_language

    def _merge(self, one: _Story, other: _Story, rare: dict[int, float]) -> tuple[tuple[int, int], ...]:
        """Make two stories one if they are alike as wholes."""
        common = one.words.keys() & other.words.keys()
        shared = _cosine(one.shared, other.shared, rare)
        if common:
            words = max(_cosine(one.words[code], other.words[code], rare) for code in common)
            score = (self.rules.shared * shared + (1 - self.rules.shared) * words) / self.rules.same_language
        else:
            score = shared / self.rules.across
        if score < self.rules.merge:
            return ()
        kept, part = sorted((one, other), key=lambda story: story.number)
        kept.members = sorted((*kept.members, *part.members), key=lambda item: item.number)
        self._drop(part)
        self._settle(kept)
        return ((part.number, kept.number),)

    def _join(self, story: _Story, item: Item) -> None:
        story.members.append(item)
        self._settle(story)

    def _settle(self, story: _Story) -> None:
        """Work out anew what a story is seen by."""
        old = self._keys(story)
        newest = story.members[-self.rules.newest :]
        story.first = min(item.day for item in newest)
        story.last = max(item.day for item in newest)
        for day, near in self._near_days.items():
            (near.add if self._is_near(story, day) else near.discard)(story.number)
        story.shared = _centroid([item.terms.shared for item in newest], self.rules.centroid)
        by_language: dict[str, list[dict[int, float]]] = {}
        for item in newest:
            by_language.setdefault(item.terms.language, []).append(item.terms.words)
        story.words = {code: _centroid(v, self.rules.centroid) for code, v in by_language.items()}
        new = self._keys(story)
        for key in old - new:
            self._lead_off(key, story.number)
        for key in new - old:
            self._leads.setdefault(key, {})[story.number] = None

    @staticmethod
    def _keys(story: _Story) -> set[int]:
        return {*story.shared, *(key for words in story.words.values() for key in words)}


def _cosine(one: dict[int, float], other: dict[int, float], rare: dict[int, float]) -> float:
    """Return the product of two vectors, each term weighted by its rareness (1 for one that nobody has)."""
    if len(one) > len(other):
        one, other = other, one
    return sum(weight * other[key] * rare.get(key, 1.0) for key, weight in one.items() if key in other)


def _centroid(vectors: Sequence[dict[int, float]], most: int) -> dict[int, float]:
    """Return the middle of some vectors, with its strongest terms.

    It is not made a unit vector: its product with an article is then the mean of the likenesses to the members, and a
    story does not grow likelier by growing.
    """
    if len(vectors) == 1:
        return vectors[0]
    total: dict[int, float] = {}
    for vector in vectors:
        for key, weight in vector.items():
            total[key] = total.get(key, 0.0) + weight
    best = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:most]
    return {key: weight / len(vectors) for key, weight in best}
