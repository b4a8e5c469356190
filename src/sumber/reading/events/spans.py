"""Which words of an article stand in names, so that no noun phrase is cut within one."""

from collections import Counter
from typing import NamedTuple

from ...record import Form, NameKind, Record
from ..analysis import Analysis

__all__ = ["NO_NAMES", "Names", "names_of"]


class Names(NamedTuple):
    """Tokens in names: of several words, those among them written twice, where they begin, and those of places."""

    all: frozenset[int] = frozenset()
    sure: frozenset[int] = frozenset()
    first: frozenset[int] = frozenset()
    places: frozenset[int] = frozenset()


NO_NAMES = Names()


def names_of(record: Record, analysis: Analysis) -> Names:
    """Return the tokens of the names that the record's earlier layers found."""
    text, times = analysis.text, Counter[str]()
    all_: set[int] = set()
    places: set[int] = set()
    first: set[int] = set()
    long: list[tuple[str, range]] = []
    for name in record.names:
        for mention in name.mentions:
            if mention.form is not Form.NAME or mention.end <= mention.start:
                continue
            inside = _tokens(analysis, mention.start, mention.end)
            if name.kind is NameKind.PLACE:
                places.update(inside)
            if len(inside) > 1:
                written = text[mention.start : mention.end]
                times[written] += 1
                long.append((written, inside))
                all_.update(inside)
                first.add(inside[0])
    sure = frozenset(at for written, inside in long if times[written] > 1 for at in inside)
    return Names(frozenset(all_), sure, frozenset(first), frozenset(places))


def _tokens(analysis: Analysis, start: int, end: int) -> range:
    first = analysis.token_at(start)
    if first is None:
        return range(0)
    last = first
    while last < len(analysis.tokens) and analysis.tokens[last].start < end:
        last += 1
    return range(first, last)
