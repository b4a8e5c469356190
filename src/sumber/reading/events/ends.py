"""Where a phrase about somebody ends: before the words that only lead on to the verb."""

from ...record import NameKind
from .actors import Cast
from .chunks import Chunk, Clause

__all__ = ["ended"]

_PARTIES = frozenset({NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE})


def ended(chunk: Chunk, clause: Clause, cast: Cast) -> Chunk:
    """Return a phrase without what cannot be part of it, in languages whose nouns lead their modifiers.

    A pronoun stands alone (*kami sungguh berharap*); behind a name only capitals and pointing words go on (*Israel
    sejatinya*); some words end any phrase (*warga tak kuasa*, *tersangka selaku pemilik*).
    """
    if clause.known.does("head", "last") or chunk.last - chunk.first < 2:
        return chunk
    chunk = _before_predicate(chunk, clause)
    if clause.does(chunk.first, "pronoun"):
        return _last_name(chunk, clause, cast) or Chunk(chunk.first, chunk.first + 1)
    end = _end_of_names(chunk, clause, cast)
    return Chunk(chunk.first, end) if end and not clause.headline else chunk


def _before_predicate(chunk: Chunk, clause: Clause) -> Chunk:
    """Return a phrase up to a word that no noun phrase about people holds."""
    for at in range(chunk.first + 1, chunk.last):
        if clause.does(at, "predicate") and (clause.headline or clause.tokens[at].text.islower()):
            return Chunk(chunk.first, at)
    return chunk


def _last_name(chunk: Chunk, clause: Clause, cast: Cast) -> Chunk | None:
    """Return the name that ends a phrase which a pronoun begins: *saya terima kasih Rusia (mendukung ...)*."""
    end = clause.tokens[chunk.last - 1].end
    for start, stop, _, kind in cast.names_in(clause.tokens[chunk.first + 1].start, end):
        if kind in _PARTIES and stop == end:
            first = next(at for at in range(chunk.first + 1, chunk.last) if clause.tokens[at].end > start)
            if clause.does(first - 1, "origin"):
                return None  # *mereka warga asal Madura*
            return Chunk(first, chunk.last)
    return None


def _end_of_names(chunk: Chunk, clause: Clause, cast: Cast) -> int | None:
    """Return where the last name of a phrase ends, if only small words follow that do not point at it."""
    start, end = clause.tokens[chunk.first].start, clause.tokens[chunk.last - 1].end
    stop = max((one[1] for one in cast.names_in(start, end) if one[3] in _PARTIES), default=None)
    if stop is None:
        return None
    after = next((at for at in range(chunk.first, chunk.last) if clause.tokens[at].start >= stop), chunk.last)
    rest = range(after, chunk.last)
    plain = all(
        clause.tokens[at].text.islower() and clause.lower(at).replace("-", "").isalpha() for at in rest
    )
    return after if rest and plain and not clause.does(after, "backward") else None
