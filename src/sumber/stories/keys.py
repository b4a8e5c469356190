"""What names are the same by across articles and languages, and the row of names and numbers of a text."""

import re

from ..record import Actor, Name, NameKind, Record, Span

__all__ = ["actor_keys", "key_row", "name_keys", "words_of"]

_WORD = re.compile(r"[^\W_]+")
_KEY = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+(?:[.,]\d+)*|[.!?:\n\"“]")


def words_of(text: str) -> tuple[str, ...]:
    """Return the casefolded words of a text.

    >>> words_of("Kim Jong-un, pemimpin")
    ('kim', 'jong', 'un', 'pemimpin')
    """
    return tuple(_WORD.findall(text.casefold()))


def name_keys(name: Name) -> frozenset[str]:
    """Return what a name is known by: the gazetteer's id, else its forms and, of persons, its last word."""
    keys = set()
    if name.place is not None:
        keys.add(f"g:{name.place.gazetteer_id}")
    for form in (name.name, *name.aliases):
        words = words_of(form)
        if words:
            keys.add(" ".join(words))
            if name.kind is NameKind.PERSON and len(words[-1]) > 2:
                keys.add(words[-1])
    return frozenset(keys)


def actor_keys(record: Record, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return the keys of actors: of their names where resolved, else their words."""
    keys: set[str] = set()
    for actor in actors:
        name = record.name_of(actor.name)
        if name is not None:
            keys |= name_keys(name)
        else:
            keys.add(" ".join(words_of(actor.of(record.article.text))))
    return frozenset(keys - {""})


def key_row(record: Record) -> list[tuple[str, Span]]:
    """Return names and numbers of the running text in reading order, as every language writes them."""
    text = record.article.text
    found: list[tuple[str, Span]] = []
    for block in record.article.body():
        starts = True
        for match in _KEY.finditer(text, block.start, block.end):
            word = match[0]
            if word[0].isdigit():
                found.append((word.replace(",", "."), Span(*match.span())))
            elif word[0].isalpha() and word[0].isupper() and not starts and len(word) > 2:
                found.append((word.casefold(), Span(*match.span())))
            starts = not (word[0].isalnum())
    return found
