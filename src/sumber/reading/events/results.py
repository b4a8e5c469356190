"""What belongs to another event of the same sentence: the content of a threat, the victims of an attack."""

from collections.abc import Sequence
from dataclasses import replace

from .chunks import Chunk, Clause
from .scene import Candidate

__all__ = ["folded", "told_anew"]

_REACH = 24  # words that the content of a threat, or the result of an attack, may stand behind it


def folded(clause: Clause, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the events of a sentence without those that only tell the content or the result of another.

    *threatened to kill his wife* is one threat; *opened fire, killing two* is one attack on two people.
    """
    kept: list[Candidate] = []
    for one in found:
        recent = range(max(0, len(kept) - _REACH), len(kept))
        if any(_is_content(clause, kept[i], one) for i in recent):
            continue
        at = next((i for i in recent if _is_result(clause, kept[i], one)), None)
        if kept and _is_how(clause, kept[-1], one):
            kept[-1] = replace(kept[-1], actors=one.actors)
        elif at is None:
            kept.append(one)
        elif not kept[at].recipients or not clause.known.words.get("be"):
            kept[at] = replace(kept[at], recipients=kept[at].recipients + one.recipients)
    return [_with_victims(clause, one) for one in kept]


def told_anew(clause: Clause, first: int, last: int) -> bool:
    """Return whether a noun tells its event, not only points at it: *a shooting*, *the shooting took place*.

    Only where a language marks it; elsewhere a noun is taken to point back.
    """
    if not clause.known.words.get("occurs"):
        return False
    if any(clause.does(at, "occurs") for at in range(last, min(last + 5, clause.last))):
        return True
    return not any(clause.does(at, "definite") for at in range(max(clause.first, first - 3), first))


def _is_content(clause: Clause, lead: Candidate, one: Candidate) -> bool:
    """Whether a verb stands in the infinitive under a verb of threat."""
    if lead.rule.type != "THREATEN" or lead.noun or not 0 <= one.first - lead.last < _REACH:
        return False
    if not clause.does(lead.last, "infinitive"):
        return False
    return not any(clause.does(at, "subordinator") for at in range(lead.last, one.first))


def _is_result(clause: Clause, lead: Candidate, one: Candidate) -> bool:
    """Whether a verb tells whom the attack before it struck: a participle, or a verb joined by *and*."""
    if lead.rule.type != "ASSAULT" or one.rule.type != "ASSAULT" or not clause.does(one.first, "result"):
        return False
    if not 0 <= one.first - lead.last < _REACH:
        return False
    before = one.first - 1
    while before > lead.last and clause.does(before, "adverb"):
        before -= 1
    joined = clause.does(before, "conj") and not lead.noun
    if not clause.known.words.get("be"):  # *melancarkan serangan, menewaskan dua warga*
        return joined or clause.lower(before) == "," or clause.does(before, "so_that")
    return joined or clause.lower(one.first).endswith("ing")


def _is_how(clause: Clause, lead: Candidate, one: Candidate) -> bool:
    """Whether a clause tells who did it: *two were shot when a gunman opened fire*."""
    if lead.rule.type != "ASSAULT" or one.rule.type != "ASSAULT" or lead.actors or not one.actors:
        return False
    return one.first - lead.last < 8 and any(clause.does(at, "how") for at in range(lead.last, one.first))


def _with_victims(clause: Clause, one: Candidate) -> Candidate:
    """Return an attack named by a noun with those whom its sentence says were hurt: *shooting leaves two dead*."""
    if one.rule.type != "ASSAULT" or one.recipients:
        return one
    for at in range(one.last, min(clause.last, one.last + _REACH)):
        if clause.lower(at) == "," and clause.does(at + 1, "result") and clause.lower(at + 1).endswith("ing"):
            return replace(one, recipients=clause.right(at + 2)[:2])
    for at in () if not one.noun else range(clause.first + 1, clause.last):
        if clause.does(at, "harm") and not clause.does(at - 1, "definite"):
            hurt = _before(clause, at)
            if hurt and not hurt[-1].first <= one.first < hurt[-1].last:
                return replace(one, recipients=hurt[-1:])
    return one


def _before(clause: Clause, at: int) -> tuple[Chunk, ...]:
    last = at - 1
    while last > clause.first and any(clause.does(last, part) for part in ("be", "have", "adverb", "aux")):
        last -= 1
    return clause.left(last)
