"""The stories of some days, and an index from terms to them, a bucket a day."""

from collections.abc import Iterable

from msgspec import Struct

from .terms import STEPS, Terms

__all__ = ["Bucket", "Group", "Item", "Member", "Story"]


class Item(Struct, frozen=True, gc=False):
    """An article as the linker sees it; ``day`` counts from any fixed day."""

    number: int
    day: int
    terms: Terms


class Member:
    """An article in the pool, its weights as whole numbers, so that sums of them are exact in any order."""

    __slots__ = ("day", "groups", "keys", "language", "number", "shared", "words")

    def __init__(self, item: Item) -> None:
        self.number, self.day, self.language = item.number, item.day, item.terms.language
        self.words = {key: round(weight * STEPS) for key, weight in item.terms.words.items()}
        self.shared = {key: round(weight * STEPS) for key, weight in item.terms.shared.items()}
        self.keys = self.words.keys() | self.shared.keys()
        self.groups = {self.language: Group(1, self.words, self.shared)}


class Group:
    """The articles of a story in one language: how many, and the sums of their terms."""

    __slots__ = ("count", "shared", "words")

    def __init__(self, count: int, words: dict[int, int], shared: dict[int, int]) -> None:
        self.count, self.words, self.shared = count, words, shared


class Story:
    """A story in the pool: its members in the order of their numbers, and the sums of the newest."""

    __slots__ = ("groups", "members", "number")

    def __init__(self, number: int) -> None:
        self.number = number
        self.members: list[Member] = []
        self.groups: dict[str, Group] = {}

    def take(self, member: Member, newest: int) -> None:
        """Add a member; of those beyond the newest the oldest no longer counts."""
        self.members.append(member)
        self._count(member)
        if len(self.members) > newest:
            self._discount(self.members[-newest - 1])

    def settle(self, members: Iterable[Member], newest: int) -> None:
        """Let the story have just these members."""
        self.members = sorted(members, key=lambda member: member.number)
        self.groups = {}
        for member in self.members[-newest:]:
            self._count(member)

    def member(self, number: int) -> Member:
        """Return the member of a number."""
        return next(member for member in reversed(self.members) if member.number == number)

    def _count(self, member: Member) -> None:
        group = self.groups.setdefault(member.language, Group(0, {}, {}))
        group.count += 1
        for total, part in ((group.words, member.words), (group.shared, member.shared)):
            for key, weight in part.items():
                total[key] = total.get(key, 0) + weight

    def _discount(self, member: Member) -> None:
        group = self.groups[member.language]
        group.count -= 1
        for total, part in ((group.words, member.words), (group.shared, member.shared)):
            for key, weight in part.items():
                total[key] -= weight
                if not total[key]:
                    del total[key]
        if not group.count:
            del self.groups[member.language]


class Bucket:
    """One day: which stories have articles on it, and to which of them each term leads."""

    __slots__ = ("leads", "stories")

    def __init__(self) -> None:
        self.leads: dict[int, int | set[int]] = {}  # most terms lead to one story only
        self.stories: dict[int, int] = {}  # with the number of their articles

    def put(self, story: int, member: Member) -> None:
        """Let the terms of an article lead to its story."""
        self.stories[story] = self.stories.get(story, 0) + 1
        leads = self.leads
        for key in member.keys:
            known = leads.get(key)
            if known is None:
                leads[key] = story
            elif isinstance(known, set):
                known.add(story)
            elif known != story:
                leads[key] = {known, story}

    def drop(self, story: int, keys: Iterable[int]) -> None:
        """Let no term lead to a story."""
        self.stories.pop(story, None)
        for key in keys:
            known = self.leads.get(key)
            if isinstance(known, set):
                known.discard(story)
                if len(known) == 1:
                    self.leads[key] = known.pop()
            elif known == story:
                del self.leads[key]
