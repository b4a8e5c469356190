"""Articles -> stories, one by one: each joins the likeliest story of its days, or opens one."""

from collections import Counter
from collections.abc import Callable, Iterable
from math import sqrt

from msgspec import Struct

from .terms import Terms

__all__ = ["Item", "Linker", "Placed", "Rules"]


class Item(Struct, frozen=True, gc=False):
    """An article as the linker sees it; ``day`` counts from any fixed day."""

    number: int
    day: int
    terms: Terms


class Rules(Struct, frozen=True, gc=False):
    """What the linker goes by; days, counts and cosines."""

    window_days: int = 3
    same_language: float = 0.32
    across: float = 0.36
    names_share: float = 0.35  # of the score within one language
    centroid: int = 128
    newest: int = 24  # members that a story is seen by
    common: int = 64  # stories that a term may lead to
    candidates: int = 24


class Placed(Struct, frozen=True, gc=False):
    """Where an article went: its story, how like it was, and whether the story is new."""

    story: int
    score: float
    is_new: bool


class _Story:
    """A story in the pool: its newest members and what they have in common."""

    __slots__ = ("first", "last", "members", "number", "shared", "words")

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: list[Item] = []
        self.first = self.last = 0
        self.words: dict[str, dict[int, float]] = {}
        self.shared: dict[int, float] = {}


class Linker:
    """Places articles one by one. What it does depends on the order of articles only, not on batches.

    How it works: rare terms of the article lead to stories of its days; the likeliest is scored by the
    cosine of words (if it has members in the article's language) and of names and numbers.

    Args:
        rules: thresholds and bounds.
        load: gives the members of the stories that have articles on a day, when a day is first seen
            (as ``(story, item)``, in the order in which they were placed); None if nothing is stored.
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
        self._leads: dict[int, list[int]] = {}
        self._days: dict[int, set[int]] = {}
        self._loaded: set[int] = set()

    def place(self, item: Item, *, near: int | None = None) -> Placed:
        """Return the story of one more article; ``near`` is a story that it surely belongs to (a copy)."""
        self._need(item.day)
        if near is not None and near in self._stories:
            self._join(self._stories[near], item)
            return Placed(near, 1.0, False)
        best, score = None, 0.0
        for story in self._candidates(item):
            found = self._score(item, story)
            if found > score:
                best, score = story, found
        if best is None or score < 1.0:
            best = _Story(self._next)
            self._next += 1
            self._stories[best.number] = best
            self._join(best, item)
            return Placed(best.number, score, True)
        self._join(best, item)
        return Placed(best.number, score, False)

    def forget(self, number: int, story: int | None) -> None:
        """Take an article out of its story (a newer version of it has come)."""
        found = self._stories.get(story or 0)
        if found is None:
            return
        found.members = [item for item in found.members if item.number != number]
        if found.members:
            self._settle(found)
        else:
            for key in self._keys(found):
                self._leads[key].remove(found.number)
            del self._stories[found.number]

    def _need(self, day: int) -> None:
        """Load the stories of the days around, if there is a store."""
        if self._load is None:
            return
        for each in range(day - self.rules.window_days, day + self.rules.window_days + 1):
            if each in self._loaded:
                continue
            self._loaded.add(each)
            fresh: dict[int, _Story] = {}
            for number, item in self._load(each):
                if number in self._stories:
                    continue
                fresh.setdefault(number, _Story(number)).members.append(item)
            for number, story in fresh.items():
                self._stories[number] = story
                self._settle(story)

    def _candidates(self, item: Item) -> list[_Story]:
        votes: Counter[int] = Counter()
        keys = {*item.terms.words, *item.terms.shared}
        for key in keys:
            leads = self._leads.get(key)
            if leads and len(leads) <= self.rules.common:
                votes.update(leads)
        found = []
        for number, _ in votes.most_common(self.rules.candidates):
            story = self._stories[number]
            if story.first - self.rules.window_days <= item.day <= story.last + self.rules.window_days:
                found.append(story)
        return found

    def _score(self, item: Item, story: _Story) -> float:
        """Return how like they are, 1.0 at the threshold."""
        names = _cosine(item.terms.shared, story.shared)
        words = story.words.get(item.terms.language)
        if words is None:
            return names / self.rules.across
        share = self.rules.names_share
        both = share * names + (1 - share) * _cosine(item.terms.words, words)
        return both / self.rules.same_language

    def _join(self, story: _Story, item: Item) -> None:
        story.members.append(item)
        self._settle(story)

    def _settle(self, story: _Story) -> None:
        """Work out anew what a story is seen by."""
        old = self._keys(story)
        newest = story.members[-self.rules.newest :]
        story.first = min(item.day for item in story.members)
        story.last = max(item.day for item in story.members)
        story.shared = _centroid([item.terms.shared for item in newest], self.rules.centroid)
        by_language: dict[str, list[dict[int, float]]] = {}
        for item in newest:
            by_language.setdefault(item.terms.language, []).append(item.terms.words)
        story.words = {code: _centroid(v, self.rules.centroid) for code, v in by_language.items()}
        new = self._keys(story)
        for key in old - new:
            self._leads[key].remove(story.number)
        for key in new - old:
            self._leads.setdefault(key, []).append(story.number)

    @staticmethod
    def _keys(story: _Story) -> set[int]:
        return {*story.shared, *(key for words in story.words.values() for key in words)}


def _cosine(one: dict[int, float], centroid: dict[int, float]) -> float:
    get = centroid.get
    return sum(weight * get(key, 0.0) for key, weight in one.items())


def _centroid(vectors: list[dict[int, float]], most: int) -> dict[int, float]:
    """Return the unit vector in the middle of some, with its strongest terms."""
    total: dict[int, float] = {}
    for vector in vectors:
        for key, weight in vector.items():
            total[key] = total.get(key, 0.0) + weight
    best = sorted(total.items(), key=lambda item: (-item[1], item[0]))[:most]
    norm = sqrt(sum(weight * weight for _, weight in best)) or 1.0
    return {key: weight / norm for key, weight in best}
