"""Which office in front of a name is its holder's own: not *adik Rina*, not *bupati bahwa Rina*."""

from collections.abc import Container
from functools import cache

from ...language import load
from ...language.tags import Tags
from ...language.tokens import Token
from .lexicon import Lexicon
from .runs import Found

__all__ = ["own_office"]

_VERB = "VERB"
_AND = frozenset({"dan", "and", "serta", "&"})
_CLOSING = frozenset({"dari", "of", "untuk", "for", "to"})
_CALLED = "called"


@cache
def _words(code: str, name: str) -> frozenset[str]:
    """Return a class of the table ``leading`` of a language, none if it has no such class."""
    return load(code).classes("leading").get(name, frozenset())


def own_office(
    found: Found, tokens: tuple[Token, ...], persons: Container[int], tags: Tags | None, known: Lexicon
) -> Found:
    """Return a name with the start of the office that is its holder's own, None if none is.

    How it works: what stands between the office and the name is the office's own: bodies, places, trades. A word that
    opens a clause or a list (*yang*, *bahwa*, *yaitu*), a verb, or another person in between parts them, and the
    office begins anew behind it, if one does. In Indonesian, whom kin leads up to is somebody else (*adik Rina* is
    not Rina), unless the kin is told of somebody (*adiknya, Rina*).

    Known to miss: offices of two persons joined by *dan* (*ketua dan wakil ketua DPRD Rina dan Budi*).
    """
    first = found.title
    if first is None or first >= found.first:
        return found
    breaks = [
        at
        for at in range(first, found.first)
        if at in persons
        or tokens[at].lower in _words(known.code, "parting")
        or (
            tags is not None
            and at > first
            and tags.word_class[at] == _VERB
            and not _is_office(at, tokens, known)
        )
    ]
    start: int | None = first
    if breaks:
        start = _anew(breaks[-1] + 1, found.first, tokens, known)
    if start is not None:
        joined = [at for at in range(start, found.first) if tokens[at].lower in _AND]
        again = _begins(joined[-1] + 1, found.first, tokens, known) if joined else False
        start = joined[-1] + 1 if again else start
    if start is not None and _is_anothers(tokens[start : found.first], known):
        start = None
    return found._replace(title=start)


def _anew(start: int, stop: int, tokens: tuple[Token, ...], known: Lexicon) -> int | None:
    """Return where an office begins between two tokens, None if none does."""
    return next((at for at in range(start, stop) if _begins(at, stop, tokens, known)), None)


def _begins(at: int, stop: int, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether an office begins at a token and small words of it come no farther than the name."""
    return any(
        tuple(token.lower.rstrip(".") for token in tokens[at:end]) in known.titles
        for end in range(min(stop, at + 3), at, -1)
    )


def _is_office(at: int, tokens: tuple[Token, ...], known: Lexicon) -> bool:
    word = tokens[at].lower.rstrip(".")
    return word in known.title_words or word in _words(known.code, "within")


def _is_anothers(phrase: tuple[Token, ...], known: Lexicon) -> bool:
    """Return whether a phrase in front of a name tells of somebody close to its bearer, or only that it is a name."""
    words = [token.lower.rstrip(".") for token in phrase]
    if words[-1] in _CLOSING or known.titles.get((words[0],)) == _CALLED:
        return True
    kin = _words(known.code, "kin")
    at = next((n for n, word in enumerate(words) if word in kin), None)
    return at is not None and "nya" not in words[at:]
