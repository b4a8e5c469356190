"""Offices that stand for a person named elsewhere: *Presiden Rusia tersebut*, *the Kremlin spokesman*."""

from collections.abc import Iterator, Sequence

from ...language.tokens import Token
from ...record import Form, Mention
from .lexicon import Lexicon, is_large
from .people import Person

__all__ = ["descriptions"]

_POINTING = frozenset({"itu", "tersebut", "ini"})
_ARTICLES = frozenset({"the", "that", "this"})
_ROLES = ("role", "open", "rank")
_LONGEST = 7


def descriptions(
    people: Sequence[Person], tokens: tuple[Token, ...], known: Lexicon
) -> dict[int, list[Mention]]:
    """Return for each person, by its place in ``people``, the phrases of office that speak of it alone.

    How it works: the office in front of a name (*Presiden Rusia Vladimir Putin*) is remembered with its first role
    word. Said again without a name, and pointed at (*itu*, *tersebut*; *the*), it means that person, if the article
    gives the role to nobody else.

    Known to miss: offices told behind the name, and other words for the same office.
    """
    offices: dict[tuple[str, ...], set[int]] = {}
    for number, person in enumerate(people):
        for words in _offices(person, tokens):
            offices.setdefault(words, set()).add(number)
            role = _role(words, known)
            if role:
                offices.setdefault(role, set()).add(number)
    taken = {
        index for person in people for found in person.founds for index in range(found.first, found.last)
    }
    found: dict[int, list[Mention]] = {}
    begins = {words[0] for words in offices}
    at = 0
    while at < len(tokens):
        hit = _match(at, tokens, offices, known) if tokens[at].lower in begins else None
        if hit is None or taken & set(range(at, hit[0] + 1)):
            at += 1
            continue
        last, owner = hit
        first = at - 1 if tokens[at - 1].lower in _ARTICLES and at else at
        mention = Mention(start=tokens[first].start, end=tokens[last - 1].end, form=Form.DESCRIPTION)
        found.setdefault(owner, []).append(mention)
        at = last
    return found


def _offices(person: Person, tokens: tuple[Token, ...]) -> Iterator[tuple[str, ...]]:
    for found in person.founds:
        if found.title is not None and found.title < found.first:
            words = tuple(token.lower for token in tokens[found.title : found.first])
            ended = words[-1] not in ("of", "for", "to", "untuk", "dari")
            if ended and all(word[0].isalpha() for word in words) and len(words) <= _LONGEST:
                yield words


def _role(words: tuple[str, ...], known: Lexicon) -> tuple[str, ...]:
    """Return the role that an office begins with (Indonesian) or ends with (English), as it stands in the table."""
    if known.code == "en":
        parts = [words[at:] for at in range(len(words))]
    else:
        parts = [words[:at] for at in range(len(words), 0, -1)]
    return next((part for part in parts if known.titles.get(part) in _ROLES), ())


def _match(
    at: int, tokens: tuple[Token, ...], offices: dict[tuple[str, ...], set[int]], known: Lexicon
) -> tuple[int, int] | None:
    """Return the end (exclusive) of an office pointed at here and the one person who holds it."""
    for end in range(min(len(tokens) - 1, at + _LONGEST), at, -1):
        owners = offices.get(tuple(token.lower for token in tokens[at:end]))
        if owners is None or tokens[at].sentence != tokens[end - 1].sentence:
            continue
        after = tokens[end]
        if known.code == "en":
            pointed = (
                at > 0 and tokens[at - 1].lower in _ARTICLES and not is_large(after) and after.lower != "of"
            )
            last = end
        else:
            pointed, last = after.lower in _POINTING, end + 1
        return (last, next(iter(owners))) if pointed and len(owners) == 1 else None
    return None
