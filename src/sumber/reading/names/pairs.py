"""Two names that stand side by side without a comma: *adik Rina Wati Dewi Laksmana*."""

from collections.abc import Sequence

from ...language.tokens import Token
from ...record import NameKind
from .lexicon import Lexicon
from .people import key
from .runs import Found

__all__ = ["apart", "behind_places"]

_LEAST = 2  # words of either name


def apart(founds: Sequence[Found], tokens: tuple[Token, ...]) -> list[Found]:
    """Return the names, one of four words or more cut in two where the article names both persons elsewhere."""
    forms = {
        key(token.text for token in tokens[f.first : f.last]) for f in founds if f.kind is NameKind.PERSON
    }
    parted: list[Found] = []
    for found in founds:
        at = _seam(found, tokens, forms) if found.kind is NameKind.PERSON else None
        if at is None:
            parted.append(found)
        else:
            parted += [found._replace(last=at), found._replace(first=at, title=None)]
    return parted


def behind_places(founds: Sequence[Found], tokens: tuple[Token, ...], known: Lexicon) -> list[Found]:
    """Return the names, those behind an office without the place or body that it is of: *Bupati Kuansing [Rina Wati]*.

    The first word goes if it is in no list of names and the article gives the rest as a name of its own elsewhere.
    """
    people = [found for found in founds if found.kind is NameKind.PERSON]
    forms = {key(token.text for token in tokens[f.first : f.last]) for f in people if f.title is None}
    return [
        found._replace(first=found.first + 1)
        if found.kind is NameKind.PERSON and _begins_with_a_place(found, tokens, forms, known)
        else found
        for found in founds
    ]


def _begins_with_a_place(
    found: Found, tokens: tuple[Token, ...], forms: set[tuple[str, ...]], known: Lexicon
) -> bool:
    if found.title is None or found.title >= found.first or found.last - found.first < _LEAST:
        return False
    word = tokens[found.first].lower
    if known.person(word) or not word.isalpha():
        return False
    rest = key(token.text for token in tokens[found.first + 1 : found.last])
    return len(rest) >= _LEAST and rest in forms


def _seam(found: Found, tokens: tuple[Token, ...], forms: set[tuple[str, ...]]) -> int | None:
    """Return the token at which the second of two names begins that both stand elsewhere; None if there is none."""
    for at in range(found.first + _LEAST, found.last - _LEAST + 1):
        halves = (tokens[found.first : at], tokens[at : found.last])
        if all(key(token.text for token in half) in forms for half in halves):
            return at
    return None
