"""Names that an editor filled up in brackets: *(Donald) Trump*, *(Perdana Menteri Israel Benjamin) Netanyahu*."""

from collections.abc import Sequence

from ...language.tokens import Token
from ...record import NameKind
from .runs import Found

__all__ = ["bare_first", "over_brackets"]

_REACH = 6


def over_brackets(founds: Sequence[Found], tokens: tuple[Token, ...]) -> list[Found]:
    """Return the names, a person that ends a bracket made one with the person right behind it."""
    kept: list[Found] = []
    ends = {found.last for found in founds}
    for found in founds:
        before = kept[-1] if kept else None
        if before is not None and _goes_on(before, found, tokens, ends):
            kept[-1] = before._replace(
                last=found.last,
                score=max(before.score, found.score),
                context=max(before.context, found.context),
            )
        else:
            kept.append(found)
    return kept


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
