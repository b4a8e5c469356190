"""One source, one target: events cut into the pairs that CAMEO and GDELT count in."""

from collections.abc import Iterator
from typing import NamedTuple

from .parties import Party
from .rows import Row

__all__ = ["Dyad", "dyads"]

_HOSTED = "043"  # CAMEO counts a visit twice: 042 for the visitor, 043 for the host


class Dyad(NamedTuple):
    """Who did it to whom, and the CAMEO code of the pair."""

    source: Party | None
    target: Party | None
    code: str


def dyads(row: Row) -> Iterator[Dyad]:
    """Yield the pairs of an event: each actor with each recipient; a meeting gives both directions of each pair."""
    code = row.code.cameo
    if (
        row.recipients
        or len(row.actors) < 2
        or row.code.type not in ("CONSULT", "COOPERATE", "AGREE", "SUPPORT")
    ):
        for source in row.actors or (None,):
            for target in row.recipients or (None,):
                yield Dyad(source, target, code)
                if source and target and row.code.type == "CONSULT":
                    yield Dyad(target, source, _HOSTED if row.code.mode == "visit" else code)
        return
    for source in row.actors:
        for target in row.actors:
            if source is not target:
                yield Dyad(source, target, code)
