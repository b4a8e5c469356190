"""Whom a deed is done to where the object alone does not say: aims, owners, what a subject leads."""

from .actors import Cast
from .arguments import Arguments
from .chunks import Chunk, Clause
from .lexicon import Rule
from .scene import Scene

__all__ = ["aim", "aimed", "deeds", "given", "inquired", "pointed", "with_subjects_phrase"]

_NEAR = 6  # words between a passive subject and its verb


def aim(clause: Clause, last: int) -> tuple[Chunk, ...]:
    """Return whom force or help is meant for: *fired tear gas to disperse the crowd*."""
    for at in range(last, min(last + _NEAR * 2, clause.last)):
        if clause.does(at, "aim") and (
            clause.lower(at + 1) in clause.known.triggers or clause.is_verb(at + 1)
        ):
            return clause.right(at + 2) if clause.does(at + 1, "drives") or clause.is_verb(at + 1) else ()
        if clause.does(at, "subordinator") or clause.lower(at) in (",", ";"):
            return ()
    return ()


def deeds(scene: Scene, around: Arguments) -> tuple[Chunk, ...]:
    """Return the deed that somebody was hurt in, if it tells whose: *killed in Israeli shelling*."""
    return tuple(
        chunk
        for chunk in around.under(frozenset({"in", "by", "during", "dalam", "akibat"}))[:2]
        if scene.cast.is_deed(chunk, scene.clause) and scene.cast.behind(chunk, scene.clause) is not None
    )[:1]


def aimed(scene: Scene, chunk: Chunk) -> Chunk:
    """Return whom words about a thing are aimed at: who condemns an attack, condemns the attacker."""
    if scene.cast.can_act(chunk, scene.clause):
        return chunk
    owner = scene.cast.behind(chunk, scene.clause)
    at, steps = chunk.last, 0
    while owner is None and steps < 3 and scene.clause.does(at, "belongs"):
        owner = next(iter(scene.clause.right(at + 1)), None)  # *an attack by the army of X*
        if owner is None or scene.cast.can_act(owner, scene.clause):
            break
        at, steps, owner = owner.last, steps + 1, None
    return owner if owner and scene.cast.can_act(owner, scene.clause) else chunk


def inquired(scene: Scene, chunk: Chunk) -> Chunk:
    """Return whom an inquiry is into: a person named in the words, *kasus suap Rina*, but no body or place in them."""
    owner = aimed(scene, chunk)
    return (
        owner if scene.known.does("head", "last") or scene.cast.names_person(owner, scene.clause) else chunk
    )


def pointed(scene: Scene, chunk: Chunk) -> bool:
    """Whether a phrase points at a deed told before, whose doer is meant."""
    return scene.cast.is_deed(chunk, scene.clause) and scene.cast.points_back(chunk, scene.clause)


def with_subjects_phrase(scene: Scene, rule: Rule, around: Arguments) -> Arguments:
    """Return the arguments of a passive with what its subject leads: *charges against the mayor were dropped*."""
    if not rule.roles.endswith("p") or around.under(rule.preps) or not around.object:
        return around
    at = around.object[-1].last
    if not scene.clause.does(at, "prep") or scene.clause.lower(at) not in rule.preps:
        return around
    verb = next(
        (i for i in range(at, min(at + _NEAR, scene.clause.last)) if scene.clause.does(i, "be")), None
    )
    if verb is None or not scene.clause.known.does("head", "last"):
        return around
    return around._replace(oblique=((scene.clause.lower(at), scene.clause.right(at + 1)), *around.oblique))


def given(
    clause: Clause, cast: Cast, recipients: tuple[Chunk, ...], things: tuple[Chunk, ...]
) -> tuple[tuple[Chunk, ...], tuple[Chunk, ...]]:
    """Return who is given something apart from what is given, where both stand in one row: *memberi Ana buku tua*."""
    first = recipients[0] if recipients else None
    if first is None or things:
        return recipients, things
    tokens = clause.tokens
    start = tokens[first.first].start
    name_end = next((end for begin, end, *_ in cast.names_in(start, start + 1) if begin == start), start)
    inside = [at for at in range(*first) if tokens[at].start >= name_end > start]
    if not inside or not tokens[inside[0]].text.isalpha() or not tokens[inside[0]].text.islower():
        return recipients, things
    return (Chunk(first.first, inside[0]),), (Chunk(inside[0], first.last),)
