"""One name a person, with all its forms."""

from collections.abc import Iterable, Sequence

from ...language.tokens import Token
from .lexicon import Lexicon
from .runs import Found

_FORMS_OF_ADDRESS = frozenset({"mrs", "ms", "miss", "mr", "lady", "ibu", "bu"})
__all__ = ["Person", "gather", "is_part_of_a_body", "key", "same_person", "written"]


class Person:
    """A person of an article while its forms are being gathered; ``words`` is the fullest form.

    The score is that of the surest mention with all that the contexts of the others add.
    """

    __slots__ = ("country", "founds", "name", "words")

    def __init__(self, words: tuple[str, ...], name: str) -> None:
        self.words = words
        self.name = name
        self.founds: list[Found] = []
        self.country: str | None = None

    def add(self, found: Found) -> None:
        """Take a mention."""
        self.founds.append(found)

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


def gather(founds: Sequence[Found], tokens: tuple[Token, ...], known: Lexicon) -> list[Person]:
    """Return the persons that the mentions speak of: fuller forms first, each shorter one to the nearest before it."""
    people: list[Person] = []
    order = sorted(
        founds,
        key=lambda found: (-_length(found, tokens), not _is_named_figure(found, tokens, known), found.first),
    )
    for found in order:
        words = key(token.text for token in tokens[found.first : found.last])
        if not words:
            continue
        figure = known.figures.get(
            tuple(token.lower.rstrip(".") for token in tokens[found.first : found.last])
        )
        sure = _is_named_figure(found, tokens, known)
        person = _nearest(_not_relatives(people, figure, known, sure=sure), found, words, figure)
        if person is None:
            name = figure[0] if figure else written(tokens[found.first : found.last])
            fuller = key(name.split()) if figure else words
            person = Person(fuller if len(fuller) >= len(words) else words, name)
            person.country = figure[1] or None if figure else None
            people.append(person)
        person.add(found)
    return sorted(people, key=lambda person: min(found.first for found in person.founds))


def _is_named_figure(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a public figure is named by a short form behind an office: *President Obama*, not *Mrs Obama*."""
    form = tuple(token.lower.rstrip(".") for token in tokens[found.first : found.last])
    if form not in known.figures or found.title is None or found.title >= found.first:
        return False
    return tokens[found.first - 1].lower.rstrip(".") not in _FORMS_OF_ADDRESS


def _not_relatives(
    people: list[Person], figure: tuple[str, str] | None, known: Lexicon, *, sure: bool
) -> list[Person]:
    """Return the persons less those who share only the surname with a public figure whom the article means as well.

    *President Obama* in an article that names Michelle Obama in full is Barack Obama, and so is *Obama* after that.
    """
    if figure is None or not (sure or any(person.name == figure[0] for person in people)):
        return people
    full = key(figure[0].split())
    return [
        person
        for person in people
        if person.name == figure[0]
        or tuple(person.words) in known.figures
        or same_person(person.words, full)
        or same_person(full, person.words)
    ]


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


def _length(found: Found, tokens: tuple[Token, ...]) -> int:
    return len(key(token.text for token in tokens[found.first : found.last]))


def _nearest(
    people: list[Person], found: Found, words: tuple[str, ...], figure: tuple[str, str] | None
) -> Person | None:
    fits = [
        person
        for person in people
        if same_person(words, person.words) or (figure is not None and person.name == figure[0])
    ]
    named = [person for person in fits if figure is not None and person.name == figure[0]]
    if named:
        return named[0]
    if len(fits) < 2:
        return fits[0] if fits else None
    return min(fits, key=lambda person: _distance(person, found))


def _distance(person: Person, found: Found) -> tuple[int, int]:
    before = [found.first - other.first for other in person.founds if other.first <= found.first]
    if before:
        return 0, min(before)
    return 1, min(other.first for other in person.founds) - found.first
