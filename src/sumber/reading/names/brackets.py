"""Names that an editor filled up in brackets: *(Donald) Trump*, *(Perdana Menteri Israel Benjamin) Netanyahu*."""

from collections.abc import Sequence

from ...language.tokens import Token
from ...record import NameKind
from .people import Person
from .runs import Found

__all__ = ["bare_first", "in_brackets", "over_brackets"]

_REACH = 6
_SAME = 3  # letters


def over_brackets(founds: Sequence[Found], tokens: tuple[Token, ...]) -> list[Found]:
    """Return the names, a person that ends a bracket made one with the person right behind it.

    The short form of the office in front of the bracket is none: *Wakil Menteri Dalam Negeri (Wamendagri) Bima Arya*.
    """
    kept: list[Found] = []
    ends = {found.last for found in founds}
    for found in founds:
        before = kept[-1] if kept else None
        if before is None or not _goes_on(before, found, tokens, ends):
            kept.append(found)
        elif _shortens(before, tokens):
            kept[-1] = found
        else:
            kept[-1] = before._replace(
                last=found.last,
                score=max(before.score, found.score),
                context=max(before.context, found.context),
            )
    return kept


def _shortens(found: Found, tokens: tuple[Token, ...]) -> bool:
    """Return whether a word in brackets is made of the beginnings of the words before them: *Juru Bicara (Jubir)*."""
    short = tokens[found.first].lower
    words = [token.lower for token in tokens[max(0, found.first - 1 - _REACH) : found.first - 1]]
    for at, word in enumerate(words):
        letters = iter("".join(words[at:]))
        if word[:1] == short[:1] and len(words) - at > 1 and all(letter in letters for letter in short):
            return found.last - found.first == 1 and tokens[found.first - 1].text == "("
    return False


def bare_first(found: Found, tokens: tuple[Token, ...]) -> int:
    """Return where the part of a name behind such a bracket begins: *Trump* of *(Donald) Trump*."""
    closing = [index for index in range(found.first, found.last) if tokens[index].text == ")"]
    return closing[-1] + 1 if closing else found.first


def _goes_on(before: Found, found: Found, tokens: tuple[Token, ...], ends: set[int]) -> bool:
    if (before.kind, found.kind) != (NameKind.PERSON, NameKind.PERSON) or found.first != before.last + 1:
        return False
    if tokens[before.last].text != ")" or found.last - found.first > 2 or before.last - before.first > 2:
        return False
    opening = [token.text for token in tokens[max(0, before.first - _REACH) : before.first]]
    if "(" not in opening:
        return False
    return before.first - opening[::-1].index("(") - 1 not in ends  # *Joko Widodo (Jokowi) Prabowo* are two


def in_brackets(people: list[Person], tokens: tuple[Token, ...]) -> None:
    """Add to each person the short form in brackets behind its name: *Wulan Sagara (WS)*, *Heri Gunawan (Hergun)*.

    It is the first letters of the name's words, or begins as the name does, and the name has several words; it means
    that person wherever it stands, unless it stands for somebody already.
    """
    shorts: dict[str, Person] = {}
    for person in people:
        for found in person.founds if len(person.words) > 1 else ():
            after = tokens[found.last : found.last + 3]
            if (
                len(after) == 3
                and (after[0].text, after[2].text) == ("(", ")")
                and _is_short(after[1], person)
            ):
                shorts.setdefault(after[1].text, person)
    folded: dict[tuple[str, ...], Person] = {(short.casefold(),): person for short, person in shorts.items()}
    for other in [person for person in people if person.words in folded]:
        people.remove(other)
        for found in other.founds:
            folded[other.words].add(found)
    taken = {at for person in people for found in person.founds for at in range(found.first, found.last)}
    for at, token in enumerate(tokens) if shorts else ():
        if token.text in shorts and at not in taken:
            shorts[token.text].add(Found(at, at + 1, NameKind.PERSON, 0.5))


def _is_short(token: Token, person: Person) -> bool:
    word = token.text.casefold()
    if token.text.isupper():
        initials = "".join(part[0] for part in person.words)
        return len(word) > 1 and word[0] == initials[0] and word == initials[: len(word)]
    return token.text.istitle() and word not in person.words and word[:_SAME] == person.words[0][:_SAME]
