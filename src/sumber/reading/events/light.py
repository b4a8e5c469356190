"""Light verbs, whose object tells the event (*launch an attack*), and nouns that only point back at one."""

from .chunks import Clause

__all__ = ["light_verb", "refers_back"]

_NEAR = 6  # words between a noun and the light verb that it is the subject of


def light_verb(clause: Clause, first: int, last: int) -> int | None:
    """Return the light verb (*melakukan*, *launch*) whose object the noun is, or, in the passive, whose subject."""
    for at in range(first - 1, max(clause.first, first - 4) - 1, -1):
        if clause.does(at, "light"):
            return at
        if clause.does(at, "boundary") or clause.does(at, "prep") or clause.does(at, "report"):
            break  # *menerima laporan pengusiran*
    return _light_after(clause, last)


def _light_after(clause: Clause, last: int) -> int | None:
    """Return the passive light verb that a noun is the subject of: *serangan itu dilancarkan Israel*."""
    for at in range(last, min(last + _NEAR, clause.last)):
        if clause.does(at, "passive"):
            return at
        if clause.is_verb(at) or clause.lower(at) in (",", ".", ";") or clause.does(at, "conj"):
            return None
    return None


def refers_back(clause: Clause, first: int, last: int) -> bool:
    """Whether a noun points back at an event already told (*serangan itu*, *the attack*), or is named in passing."""
    after = range(last, last if clause.known.does("head", "last") else min(last + 2, clause.last))
    if any(clause.does(at, "backward") for at in after):
        return True
    if clause.lower(first - 1) == "of" and (
        clause.does(first - 2, "amount") or clause.does(first - 2, "round")
    ):
        return False  # *the scene of protests*, *a wave of attacks*
    return any(clause.does(at, "passing") for at in range(max(clause.first, first - 2), first))
