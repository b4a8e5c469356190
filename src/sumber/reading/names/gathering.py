"""The persons of an article while they are gathered, found by their words: a long text names thousands."""

from collections.abc import Iterable, Sequence

from ...language.tokens import Token
from .lexicon import Lexicon
from .people import Person, key, same_person, written
from .runs import Found

_FORMS_OF_ADDRESS = frozenset({"mrs", "ms", "miss", "mr", "lady", "ibu", "bu"})
__all__ = ["People", "gather"]


class People:
    """Persons in the order in which they came, and quick answers to which of them a form may mean."""

    def __init__(self, people: Iterable[Person] = ()) -> None:
        self.all: list[Person] = []
        self._by_word: dict[str, list[int]] = {}
        self._single: dict[tuple[str, int], list[int]] = {}  # of one word: by its first letter and its length
        self._by_name: dict[str, Person] = {}
        for person in people:
            self.add(person)

    def add(self, person: Person) -> None:
        """Take one more person."""
        number = len(self.all)
        self.all.append(person)
        self._by_name.setdefault(person.name, person)
        for word in set(person.words):
            self._by_word.setdefault(word, []).append(number)
        if len(person.words) == 1:
            (word,) = person.words
            self._single.setdefault((word[:1], len(word)), []).append(number)

    def called(self, name: str) -> Person | None:
        """Return the first person of a name."""
        return self._by_name.get(name)

    def like(self, words: Sequence[str]) -> list[Person]:
        """Return the persons that a form may be short for, or another spelling of, in order.

        All these share a word with it, or are one word as it is that differs by one letter, not the first.

        >>> people = People([Person(("kari", "moe"), "Kari Moe"), Person(("larsen",), "Larsen")])
        >>> [person.name for words in (("moe",), ("larson",)) for person in people.like(words)]
        ['Kari Moe', 'Larsen']
        """
        numbers = {number for word in words for number in self._by_word.get(word, ())}
        if len(words) == 1:
            first, length = words[0][:1], len(words[0])
            for near in (length - 1, length, length + 1):
                numbers.update(self._single.get((first, near), ()))
        return [self.all[number] for number in sorted(numbers) if same_person(words, self.all[number].words)]


def gather(founds: Sequence[Found], tokens: tuple[Token, ...], known: Lexicon) -> list[Person]:
    """Return the persons that the mentions speak of: fuller forms first, each shorter one to the nearest before it."""
    people = People()
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
        person = people.called(figure[0]) if figure else None
        if person is None:
            fits = [one for one in people.like(words) if not _is_of_other_sex(found, one, tokens, known)]
            if figure and _is_named_figure(found, tokens, known):
                fits = _not_relatives(fits, figure, known)
            person = min(fits, key=lambda one: one.distance(found.first), default=None)
        if person is None:
            name = figure[0] if figure else written(tokens[found.first : found.last])
            fuller = key(name.split()) if figure else words
            person = Person(fuller if len(fuller) >= len(words) else words, name)
            person.country = figure[1] or None if figure else None
            people.add(person)
        person.add(found)
    return sorted(people.all, key=lambda person: min(found.first for found in person.founds))


def _is_of_other_sex(found: Found, person: Person, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a form of address keeps a surname from a person: *Mrs. Moe* is not Bill Moe, nor Mr. Moe."""
    sex = _addressed(found, tokens, known)
    if sex is None:
        return False
    told = {_addressed(other, tokens, known) for other in person.founds} - {None}
    if not told and len(person.words) > 1 and person.words[0] in known.given_sex:
        told = {known.given_sex[person.words[0]]}
    return bool(told) and sex not in told


def _addressed(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> str | None:
    """Return the sex that the form of address in front of a name tells."""
    return known.address_sex.get(tokens[found.first - 1].lower.rstrip(".")) if found.first else None


def _length(found: Found, tokens: tuple[Token, ...]) -> int:
    return len(key(token.text for token in tokens[found.first : found.last]))


def _is_named_figure(found: Found, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a public figure is named by a short form behind an office: *President Obama*, not *Mrs Obama*."""
    form = tuple(token.lower.rstrip(".") for token in tokens[found.first : found.last])
    if form not in known.figures or found.title is None or found.title >= found.first:
        return False
    return tokens[found.first - 1].lower.rstrip(".") not in _FORMS_OF_ADDRESS


def _not_relatives(people: list[Person], figure: tuple[str, str], known: Lexicon) -> list[Person]:
    """Return the persons less those who share only the surname with a public figure whom the article means as well.

    *President Obama* in an article that names Michelle Obama in full is Barack Obama, and so is *Obama* after that.
    """
    full = key(figure[0].split())
    return [
        person
        for person in people
        if tuple(person.words) in known.figures
        or same_person(person.words, full)
        or same_person(full, person.words)
    ]
