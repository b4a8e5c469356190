"""One name a person, with all its forms."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from ...language.tokens import Token
from .runs import Found

__all__ = ["Person", "is_part_of_a_body", "key", "same_person", "written"]


class Person:
    """A person of an article while its forms are being gathered; ``words`` is the fullest form.

    The score is that of the surest mention with all that the contexts of the others add.
    """

    __slots__ = ("_starts", "country", "founds", "name", "words")

    def __init__(self, words: tuple[str, ...], name: str) -> None:
        self.words = words
        self.name = name
        self.founds: list[Found] = []
        self._starts: list[int] = []  # of the mentions, in order
        self.country: str | None = None

    def add(self, found: Found) -> None:
        """Take a mention."""
        self.founds.append(found)
        insort(self._starts, found.first)

    def before(self, index: int) -> int | None:
        """Return where the last mention starts that starts before a token; None if none does."""
        number = bisect_left(self._starts, index)
        return self._starts[number - 1] if number else None

    def distance(self, index: int) -> tuple[int, int]:
        """Return how far the nearest mention before a token stands; one that only stands behind it is farther."""
        before = self.before(index + 1)
        return (1, self._starts[0] - index) if before is None else (0, index - before)

    @property
    def score(self) -> float:
        """How sure it is that this is a person."""
        return max(found.score for found in self.founds) + sum(found.context for found in self.founds)


def key(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a form, folded: no case, hyphens or final dots.

    >>> key(["Kim", "Jong-un"])
    ('kim', 'jong', 'un')
    """
    folded = (part for word in words for part in word.casefold().replace("’", "'").split("-"))
    return tuple(part.rstrip(".") for part in folded if part.rstrip(".)"))


def written(tokens: Sequence[Token]) -> str:
    """Return a name as it is written, without the bracket that an editor set in it."""
    return " ".join(token.text for token in tokens if token.text != ")")


def same_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """Return whether a form may be short for, or another spelling of, a fuller one.

    >>> same_person(("prabowo",), ("prabowo", "subianto")), same_person(("kim", "jung", "un"), ("kim", "jong", "un"))
    (True, True)
    >>> same_person(("sri", "rahayu"), ("sri", "mulyani"))
    False
    """
    if all(word in full for word in short):
        return True
    if len(short) == len(full) > 1:
        off = [(a, b) for a, b in zip(short, full, strict=True) if a != b]
        return len(off) == 1 and _one_letter(*off[0])
    if len(short) > 1 and len(full) > 1 and short[-1] == full[-1] and len(short) <= len(full):
        return all(any(b.startswith(a) for b in full) for a in short if len(a) == 1) and (
            all(len(a) == 1 or a in full for a in short)
        )
    return len(short) == 1 == len(full) and len(short[0]) > 4 and _one_letter(short[0], full[0])


def _one_letter(a: str, b: str) -> bool:
    """Return whether two words are one edit apart, the first letter kept; short words must be as long."""
    if a[:1] != b[:1] or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    if len(a) == len(b):
        return sum(x != y for x, y in zip(a, b, strict=True)) == 1
    if min(len(a), len(b)) < 5:
        return False
    short, long = sorted((a, b), key=len)
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def is_part_of_a_body(person: Person, tokens: tuple[Token, ...]) -> bool:
    """Return whether one word stands behind one and the same acronym wherever it stands: *Balai (BBWS) Citarum*."""
    if len(person.words) > 1 or len(person.founds) < 2:
        return False
    before = set()
    for found in person.founds:
        at = found.first - 1
        at -= at > 0 and tokens[at].text == ")"
        before.add(tokens[at].text if at >= 0 else "")
    return len(before) == 1 and all(word.isupper() and len(word) > 1 for word in before)
